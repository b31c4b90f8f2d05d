"""Farm files handed to the program from outside: at its start, by a later start, by the system.

What arrives is the name of a file to offer, never a command; nothing is read here. A file waits
until farms can be opened.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QFileOpenEvent


class Arrivals(QObject):
    """Gathers the files that arrive, and passes them on once somebody can look at them."""

    received = Signal(object)
    """The whole `Path` of a file to offer; it may be missing, a folder, or nothing of ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []
        self._begun = False

    def offer(self, file: str) -> None:
        """Pass a file on, now or when it is time; an empty name is none."""
        if not file:
            return
        self._waiting.append(Path(file).absolute())
        if self._begun:
            self._pass_on()

    @Slot()
    def begin(self) -> None:
        """Pass on what has waited; from now on files are passed on as they arrive."""
        self._begun = True
        self._pass_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the files that macOS hands over as events, where others name them at the start."""
        if isinstance(event, QFileOpenEvent):
            self.offer(event.file())
            return True
        return super().eventFilter(watched, event)

    def _pass_on(self) -> None:
        while self._waiting:
            self.received.emit(self._waiting.pop(0))
