"""Frees what is no longer used, in the thread of the window only.

Python frees rings of objects in whichever thread happens to be running. A widget freed in the
thread that writes or draws takes the whole program down, so the automatic round is switched off
and made here.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 2_000
OLDEST_EVERY = 30
"""So many rounds, the oldest objects are looked at too; that takes longest."""


class Tidying(QObject):
    """Makes the rounds as long as the program runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """Take the rounds over from Python; what is loaded by now is looked at no more."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def end(self) -> None:
        """Make a last round, and give them back."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        gc.enable()

    @Slot()
    def _on_time(self) -> None:
        self._rounds += 1
        gc.collect(2 if self._rounds % OLDEST_EVERY == 0 else 1)
