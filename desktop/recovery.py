"""When the library is damaged: looks what can be saved, offers it, and does what is chosen."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop import paths
from desktop.errand import Errand
from desktop.storage.lock import LibraryLock
from desktop.storage.troubles import DAMAGED, FOREIGN, StoreUnavailable
from desktop.widgets.look import Look
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.windows.damaged_page import DamagedPage

CURABLE = (DAMAGED, FOREIGN)


class Recovery(QObject):
    """Holds the trouble with the library until a way out of it was taken."""

    recovered = Signal(str)
    """The library can be opened again; the name under which the damaged file is kept."""

    def __init__(self, lock: LibraryLock, window: MainWindow) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window
        self._look: Look | None = None
        self._trouble: StoreUnavailable | None = None
        self._found: object = None
        self._looking, self._acting = Errand(self), Errand(self)
        self._looking.done.connect(self._on_found)
        self._acting.done.connect(self._on_acted)
        self._acting.refused.connect(self._on_refused)

    def offer(self, look: Look, trouble: StoreUnavailable) -> bool:
        """Offer the ways out of a trouble that has some; False where it has none."""
        if trouble.trouble not in CURABLE:
            return False
        self._look, self._trouble = look, trouble
        if self._found is not None:
            self._show()
        elif not self._looking.is_busy:
            self._looking.run(partial(look_around, self._lock.library, self._folder, trouble))
        return True

    def end(self) -> None:
        """Wait for what is going on."""
        self._looking.finish()
        self._acting.finish()

    @Slot(object)
    def _on_found(self, found: object) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        from desktop.presenting.recoveries import Found, recoveries
        from desktop.windows.damaged_page import DamagedPage

        assert self._look is not None
        assert isinstance(self._found, Found)
        words, now = self._look.words, datetime.now().astimezone()
        page = DamagedPage(self._look, recoveries(self._found, words, now))
        page.recovery_asked.connect(self._on_asked)
        self._window.show_aside(page)

    @Slot(str)
    def _on_asked(self, key: str) -> None:
        assert self._look is not None
        if (page := self._page()) is not None:
            page.keep_the_keys()
        name = self._look.words.say("Recovered farm")
        self._acting.run(partial(recover, self._lock.library, self._folder, key, name))

    @Slot(object)
    def _on_acted(self, kept: str) -> None:
        self._found = self._trouble = None
        self.recovered.emit(kept)

    @Slot(object)
    def _on_refused(self, trouble: StoreUnavailable) -> None:
        assert self._look is not None
        if (page := self._page()) is not None:
            page.show_refused(self._look.words.say(trouble.sentence, **trouble.values))

    @property
    def _folder(self) -> Path:
        return self._lock.library.parent / paths.backups().name

    def _page(self) -> DamagedPage | None:
        from desktop.windows.damaged_page import DamagedPage

        page = self._window.asides.page
        return page if isinstance(page, DamagedPage) else None


def look_around(library: Path, backups: Path, trouble: StoreUnavailable) -> object:
    """What backups are whole, and what can be read of the library; nothing is written to it."""
    import tempfile

    from desktop.presenting.recoveries import MOST_BACKUPS, Found
    from desktop.storage.backup import checked
    from desktop.storage.backup_folder import kept_backups
    from desktop.storage.facts import utc_now
    from desktop.storage.rebuilding import salvage
    from diagnostics import ENGINE_VERSION

    good, damaged = [], 0
    for kept in kept_backups(backups):
        try:
            good.append((kept, checked(kept.path)))
        except StoreUnavailable:
            damaged += 1
        if len(good) == MOST_BACKUPS:
            break
    with tempfile.TemporaryDirectory(prefix="bocage-") as place:
        try:
            salvaged = salvage(library, Path(place) / "try.db", "", ENGINE_VERSION, utc_now)
        except StoreUnavailable:
            salvaged = None
    return Found(trouble, tuple(good), damaged, salvaged if salvaged and salvaged.farms else None)


def recover(library: Path, backups: Path, key: str, name: str) -> str:
    """Take the chosen way out; gives the name under which the damaged file is kept."""
    from desktop.presenting.recoveries import EMPTY, SALVAGE
    from desktop.storage.facts import utc_now
    from desktop.storage.recovering import from_backup, from_what_is_left, set_aside
    from diagnostics import ENGINE_VERSION

    if key == EMPTY:
        aside = set_aside(library, utc_now)
    elif key == SALVAGE:
        aside, _ = from_what_is_left(library, name, ENGINE_VERSION, utc_now)
    else:
        aside = from_backup(library, backups / key, utc_now)
    return "" if aside.path is None else aside.path.name
