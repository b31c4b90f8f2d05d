"""Opens the library beside the first window: what is heavy is loaded while the farms are shown."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import paths
from desktop.presenting.offers import BIN_DAYS
from desktop.storage.facts import Clock, utc_now
from desktop.storage.troubles import StoreUnavailable
from diagnostics import ENGINE_VERSION

if TYPE_CHECKING:
    from desktop.storage.library import Library
    from desktop.storage.lock import LibraryLock
    from diagnostics.core.factors import FactorSet
    from diagnostics.record import FarmRecord


BIN_KEEPS = timedelta(days=BIN_DAYS)


@dataclass(frozen=True)
class Opened:
    """What the window needs to open a dossier."""

    library: Library
    factors: FactorSet


class Opening(QObject):
    """Opens in a thread of its own and says how it went."""

    opened = Signal(object)
    """An `Opened`: dossiers can be opened from now on."""

    refused = Signal(object)
    """A `StoreUnavailable`: the library cannot be opened to be written."""

    def __init__(self, lock: LibraryLock) -> None:
        super().__init__()
        self._lock = lock
        self._thread = threading.Thread(target=self._open, name="opening", daemon=True)

    def begin(self) -> None:
        """Start to open."""
        self._thread.start()

    def finish(self) -> None:
        """Wait until the thread has ended."""
        if self._thread.ident is not None:
            self._thread.join()

    def _open(self) -> None:
        try:
            opened = open_library(self._lock)
        except StoreUnavailable as trouble:
            self.refused.emit(trouble)
            return
        _warm()
        self.opened.emit(opened)


def open_library(lock: LibraryLock, clock: Clock = utc_now) -> Opened:
    """The library, without what lay in its bin for a month, and the factors."""
    from desktop.storage.library import Conditions, Library
    from diagnostics.library import load_factors, model_of

    path = lock.library
    backups = path.parent / paths.backups().name
    library = Library.open(path, Conditions(ENGINE_VERSION, backups=backups), lock)
    library.empty_bin(clock() - BIN_KEEPS)
    factors = load_factors(paths.resource("factors"))
    model_of(factors)
    return Opened(library, factors)


@dataclass(frozen=True)
class Place:
    """Where a dossier goes: to a farm of the library as another version, or as a new farm.

    A new farm that came in a file keeps its `uuid`.
    """

    farm: int | None = None
    version: int = 1
    uuid: str = ""


AS_A_NEW_FARM = Place()


def add_dossier(
    opened: Opened, record: FarmRecord, *, example: bool = False, place: Place = AS_A_NEW_FARM
) -> int:
    """Add a farm with its figures for the list; gives the number of its dossier."""
    from desktop.computing import DRAWS, computed
    from desktop.presenting.kept_figures import kept_figures
    from desktop.presenting.live import leading_of
    from desktop.presenting.places import all_asked
    from desktop.storage.facts import Headline

    library, factors = opened.library, opened.factors
    dossier = library.add(record, place.farm, place.version, place.uuid)
    leading = leading_of(computed(1, record, factors, DRAWS))
    figures = kept_figures(record, leading.headline, all_asked(record), example)
    library.writer.save_headline(Headline(dossier, ENGINE_VERSION, factors.hash, 0, figures))
    library.writer.flush()
    return dossier


def _warm() -> None:
    """Load what the first dossier needs, so that opening it waits for nothing."""
    import desktop.windows.dossier_desk
    import desktop.windows.help_page  # noqa: F401
