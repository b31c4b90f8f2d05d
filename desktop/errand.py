"""Work that takes its time, done beside the window: reading backups, restoring, recovering."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.storage.troubles import StoreUnavailable

Work = Callable[[], object]


class Errand(QObject):
    """Runs one piece of work after the other in a thread, and tells the window how each went."""

    done = Signal(object)
    """What the work gave."""

    refused = Signal(object)
    """A `StoreUnavailable`: the disk or the file stood in the way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is going on."""
        return self._thread is not None and self._thread.is_alive()

    def run(self, work: Work) -> None:
        """Do the work once the one before is done."""
        before = self._thread
        self._thread = threading.Thread(target=self._do, args=(work, before), name="errand")
        self._thread.start()

    def finish(self) -> None:
        """Wait until the work is done."""
        if self._thread is not None:
            self._thread.join()

    def _do(self, work: Work, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        try:
            outcome = work()
        except StoreUnavailable as trouble:
            self.refused.emit(trouble)
            return
        self.done.emit(outcome)
