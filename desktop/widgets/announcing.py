"""Telling a screen reader, politely and seldom, what changed on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from shiboken6 import isValid

PAUSE = 3000
"""At most one announcement of a result in so many milliseconds."""


class Announcer(QObject):
    """Speaks one sentence at a time through the screen reader; the newest figure wins."""

    def __init__(self, parent: QObject | None = None, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._waiting: tuple[QObject, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._on_pause_over)

    def speak(self, about: QObject, sentence: str) -> None:
        """Say a sentence now, without cutting another one short; what is gone says nothing."""
        if not isValid(about):  # the page it was about was closed while the sentence waited
            return
        event = QAccessibleAnnouncementEvent(about, sentence)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def speak_later(self, about: QObject, sentence: str) -> None:
        """Say a sentence that may come often: at once after silence, else the newest one later."""
        if self._timer.isActive():
            self._waiting = (about, sentence)
            return
        self.speak(about, sentence)
        self._timer.start()

    @Slot()
    def _on_pause_over(self) -> None:
        if self._waiting is None:
            return
        waiting, self._waiting = self._waiting, None
        self.speak_later(*waiting)
