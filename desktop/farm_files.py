"""Farms as files: what comes in and what goes out, from wherever in the window it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.giving import Giving
from desktop.receiving import Receiving
from desktop.widgets.look import Look
from desktop.windows.landing import Landing
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.opening import Opened


class FarmFiles(QObject):
    """Ties the menu, the first page, dropped files and later starts to those who read and write."""

    dossier_ready = Signal(int)
    """A dossier that came in a file is to be opened."""

    give_wished = Signal()
    """The open dossier is to be saved as a file."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look: Look | None = None
        self._opened: Opened | None = None
        self._waiting: Path | None = None
        self._receiving = Receiving(window)
        self._giving = Giving(window)
        self._landing = Landing(window)
        self._landing.dropped.connect(self.receive)
        self._receiving.dossier_ready.connect(self.dossier_ready)

    def wear(self, look: Look) -> None:
        """Take the words of a look, and the menu and first page that were just built in it."""
        self._look = look
        self._share()
        window = self._window
        window.actions_.open_file.triggered.connect(self._receiving.ask)
        window.actions_.give.triggered.connect(self.give_wished)
        window.home.beginning.open_wished.connect(self._receiving.ask)

    def take_up(self, opened: Opened) -> None:
        """Begin to work on a library; a file that came before it was open is read now."""
        self._opened = opened
        self._share()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._receiving.receive(waiting)

    @Slot(object)
    def receive(self, path: Path) -> None:
        """Show what is in a file; while the library opens it waits."""
        if self._opened is None:
            self._waiting = path
        else:
            self._receiving.receive(path)

    @Slot(int)
    def give(self, dossier: int) -> None:
        """Let the user choose where a dossier is saved as a file."""
        self._giving.ask(dossier)

    def write(self, dossier: int, target: Path) -> None:
        """Save a dossier as this file."""
        self._giving.write(dossier, target)

    def _share(self) -> None:
        if self._look is not None:
            self._receiving.wear(self._look, self._opened)
            self._giving.wear(self._look, self._opened)
