"""Backups: made in the quiet after the start and every half hour, listed, checked, restored."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from desktop import paths
from desktop.errand import Errand
from desktop.storage.facts import utc_now
from desktop.storage.lock import LibraryLock
from desktop.storage.troubles import StoreUnavailable
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.opening import Opened
    from desktop.storage.differences import FarmDifference
    from desktop.windows.backups_page import BackupsPage
    from desktop.windows.restore_page import RestorePage

FIRST_AFTER = 20_000
"""So many milliseconds after the library is open: nobody waits for a backup at the start."""
EVERY = 30 * 60_000
KEY = "backup"


class Safekeeping(QObject):
    """Makes the backups, and shows them when asked."""

    restoring = Signal()
    """Something is about to be restored: an open dossier has to be closed first."""

    restored = Signal()
    """Farms stand as they were: lists are out of date."""

    def __init__(self, lock: LibraryLock, window: MainWindow) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window
        self._look: Look | None = None
        self._opened: Opened | None = None
        self._found: tuple[FarmDifference, ...] = ()
        self._compared = ""
        self._keeping = self._errand(self._on_kept)
        self._checking = self._errand(self._on_checked)
        self._comparing = self._errand(self._on_compared)
        self._restoring = self._errand(self._on_restored)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    @property
    def folder(self) -> Path:
        """Where the backups lie: beside the library."""
        return self._lock.library.parent / paths.backups().name

    def begin(self, opened: Opened) -> None:
        """Keep the farms of this library from now on."""
        self._opened = opened
        if not opened.library.read_only:
            self._timer.start(FIRST_AFTER)

    def wear(self, look: Look) -> None:
        """Speak in another look."""
        self._look = look

    def end(self) -> None:
        """Let what is going on come to its end."""
        self._timer.stop()
        for errand in (self._keeping, self._checking, self._comparing, self._restoring):
            errand.finish()

    @Slot()
    def show(self) -> None:
        """Show the backups, and read each of them back."""
        from desktop.presenting.backups import backup_line
        from desktop.storage.backup_folder import kept_backups
        from desktop.windows.backups_page import BackupsPage

        assert self._look is not None
        now, kept = datetime.now().astimezone(), kept_backups(self.folder)
        lines = [backup_line(one, self._look.words, now) for one in kept]
        page = BackupsPage(self._look, lines)
        page.made_asked.connect(self.make)
        page.folder_asked.connect(self._on_folder)
        page.verify_asked.connect(self.verify)
        page.restore_asked.connect(self.compare)
        page.make.setEnabled(self._opened is not None and not self._opened.library.read_only)
        self._window.show_aside(page)
        for one in kept:
            self.verify(one.path.name)

    @Slot()
    def make(self) -> None:
        """Make a backup now."""
        from desktop.storage.backup_folder import WISHED, back_up_and_thin

        library = self._lock.library
        self._keeping.run(partial(back_up_and_thin, library, self.folder, WISHED, utc_now))

    @Slot(str)
    def verify(self, name: str) -> None:
        """Read a backup back from end to end."""
        self._checking.run(partial(is_good, self.folder / name))

    @Slot(str)
    def compare(self, name: str) -> None:
        """See what restoring a backup would change."""
        from desktop.storage.differences import differences

        self._compared = name
        if self._opened is not None:
            self._opened.library.writer.flush()
        self._comparing.run(partial(differences, self._lock.library, self.folder / name))

    @Slot(object)
    def _on_compared(self, found: tuple[FarmDifference, ...]) -> None:
        self._found = found
        self._show_differences()

    def _show_differences(self) -> None:
        from desktop.presenting.backups import farms_before, made_on
        from desktop.storage.backup_folder import kept_backups
        from desktop.windows.restore_page import RestorePage

        assert self._look is not None
        found, now = self._found, datetime.now().astimezone()
        kept = [one for one in kept_backups(self.folder) if one.path.name == self._compared]
        made = made_on(kept[0], self._look.words, now) if kept else ""
        going = sum(one.fate == "goes away" for one in found)
        page = RestorePage(self._look, made, farms_before(found, self._look.words), going)
        page.restore_asked.connect(self.restore)
        self._window.show_aside(page)

    @Slot(str)
    def restore(self, key: str) -> None:
        """Restore one farm, or everything where the key is empty."""
        assert self._opened is not None
        assert self._look is not None
        page = cast("RestorePage", self._window.asides.page)
        page.show_busy()
        self.restoring.emit()
        library, label = self._opened.library, self._look.words.say("Restored from a backup")
        wanted = next((one for one in self._found if one.uuid == key), None)
        from desktop.storage.restoring import restore_everything, restore_farm

        if wanted is None:
            backup = self.folder / self._compared
            work = partial(restore_everything, library, backup, self.folder, utc_now)
        else:
            work = partial(restore_farm, library, wanted, self.folder, label, utc_now)
        self._restoring.run(work)

    @Slot(object)
    def _on_restored(self, _nothing: object) -> None:
        assert self._look is not None
        self.restored.emit()
        say = self._look.words.say
        self._tell(
            Matter.DONE,
            say("Restored"),
            say("The state before is among the backups, should you want it back."),
        )

    @Slot(object)
    def _on_kept(self, made: object) -> None:
        from desktop.windows.backups_page import BackupsPage

        if made is not None and isinstance(self._window.asides.page, BackupsPage):
            self.show()

    @Slot(object)
    def _on_checked(self, verdict: tuple[str, bool]) -> None:
        from desktop.widgets.backup_row import BackupState
        from desktop.windows.backups_page import BackupsPage

        page: BackupsPage | object = self._window.asides.page
        if isinstance(page, BackupsPage):
            name, good = verdict
            page.show_state(name, BackupState.VERIFIED if good else BackupState.DAMAGED)

    @Slot(object)
    def _on_refused(self, trouble: StoreUnavailable) -> None:
        assert self._look is not None
        say = self._look.words.say
        sentence = say(trouble.sentence, **trouble.values)
        self._tell(Matter.UNUSUAL, say("No backup could be made or read"), sentence)

    @Slot()
    def _on_folder(self) -> None:
        folder = paths.private(self.folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _on_time(self) -> None:
        self._timer.start(EVERY)
        self._keeping.run(partial(keep_if_due, self._lock.library, self.folder))

    def _tell(self, matter: Matter, title: str, sentence: str) -> None:
        assert self._look is not None
        banner = Banner(self._look, matter, title, sentence)
        self._window.show_banner(KEY, banner)

    def _errand(self, slot: object) -> Errand:
        errand = Errand(self)
        errand.done.connect(slot)
        errand.refused.connect(self._on_refused)
        return errand


def is_good(backup: Path) -> tuple[str, bool]:
    """The name of a backup, and whether it is what it was when it was made."""
    from desktop.storage.backup import checked

    try:
        checked(backup)
    except StoreUnavailable:
        return backup.name, False
    return backup.name, True


def keep_if_due(library: Path, folder: Path) -> object:
    """Make a backup when a day is over, or when something changed in the last half hour."""
    from desktop.storage.backup_folder import DAILY, MODIFIED, back_up_and_thin, is_due

    now = utc_now()
    if is_due(library, folder, now):
        return back_up_and_thin(library, folder, DAILY, utc_now)
    if is_due(library, folder, now, timedelta(milliseconds=EVERY)):
        return back_up_and_thin(library, folder, MODIFIED, utc_now)
    return None
