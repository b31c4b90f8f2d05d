"""The farms at hand while none is open: the list of the home page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from desktop.presenting.farm_cards import farm_lines
from desktop.storage.cards import read_farm_cards
from desktop.storage.lock import LibraryLock
from desktop.widgets.look import Look
from desktop.windows.main_window import MainWindow


class Shelf(QObject):
    """Fills the home page from the library; the first time without waiting for it to open."""

    def __init__(self, lock: LibraryLock, window: MainWindow) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window

    def show(self, look: Look, *, ready: bool) -> None:
        """Show the farms; a library that cannot be read is a `StoreUnavailable`."""
        cards = read_farm_cards(self._lock.library)
        lines = farm_lines(cards, look.words, datetime.now().astimezone())
        self._window.show_home(lines, ready=ready)

    def show_nothing(self) -> None:
        """Show an empty page, below the message that says why."""
        self._window.show_home((), ready=False)
