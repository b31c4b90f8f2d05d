"""The look that the preferences ask for."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from desktop import paths
from desktop.icons import Icons
from desktop.settings import Settings
from desktop.theme import load_theme
from desktop.widgets.announcing import Announcer
from desktop.widgets.look import Look
from desktop.words import load_words


def look_of(settings: Settings, announcer: Announcer) -> Look:
    """Theme, words and pictograms; what is not chosen follows the computer."""
    language = settings.language or QLocale.system().name()
    words = load_words(language, settings.number_style or None)
    file = paths.resource("themes", f"{theme_name(settings)}.toml")
    return Look(load_theme(file, settings.text_size), words, Icons(paths.icon), announcer)


def theme_name(settings: Settings) -> str:
    """The theme chosen, or the one that goes with the computer."""
    if settings.theme != "system":
        return settings.theme
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"
