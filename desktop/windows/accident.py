"""The message after a part of the program did not do its work; what was typed is on the disk."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look


class AccidentBanner(Banner):
    """Names the accident by a reference; its details can be copied for whoever helps."""

    def __init__(self, look: Look, reference: str, details: str) -> None:
        say = look.words.say
        title = say("This part hit a problem (ref. {reference}).", reference=reference)
        actions = (("copy", say("Copy the details")),)
        super().__init__(look, Matter.IMPOSSIBLE, title, say("Your data are saved."), actions)
        self._details = details
        self.acted.connect(self._on_copy)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
