"""The choice of the language, each by its own name."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.widgets.look import Look
from desktop.widgets.segmented import Segmented

LANGUAGES = (("fr", "Français"), ("en", "English"))


class LanguageSwitch(Segmented):
    """The languages by their own names."""

    def __init__(self, look: Look, languages: Sequence[tuple[str, str]] = LANGUAGES) -> None:
        super().__init__(look, look.words.say("Language"), languages)
        self.show_chosen(look.words.language)
