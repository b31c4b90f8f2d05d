"""What takes care of the data and of the window itself: backups, recovery, settings, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from desktop import paths
from desktop.recovery import Recovery
from desktop.safekeeping import Safekeeping
from desktop.settings import Settings
from desktop.storage.lock import LibraryLock
from desktop.storage.troubles import StoreUnavailable
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.windows.asides import AsidePage, Asides
from desktop.windows.main_window import MainWindow
from diagnostics import ENGINE_VERSION

if TYPE_CHECKING:
    from desktop.opening import Opened

RECOVERED = "recovered"


class Care(QObject):
    """Shows the pages aside that are about the program, and keeps them through another look."""

    preferred = Signal(str, str)
    """The user prefers something else: which preference, and its code."""

    reopening = Signal()
    """The library was recovered and can be opened again."""

    def __init__(self, lock: LibraryLock, window: MainWindow) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window
        self._look: Look | None = None
        self._settings = Settings()
        self._opened: Opened | None = None
        self._shown: tuple[Asides, AsidePage, str] | None = None
        self._last = ""
        self.recovery = Recovery(lock, window)
        self.backups = Safekeeping(lock, window)
        self.recovery.recovered.connect(self._on_recovered)

    def wear(self, look: Look, settings: Settings) -> None:
        """Take another look; a page about the program that was open is open again."""
        self._look, self._settings = look, settings
        self.backups.wear(look)
        actions = self._window.actions_
        actions.settings.triggered.connect(self.show_settings)
        actions.backups.triggered.connect(self.backups.show)
        actions.program.triggered.connect(self.show_about)
        actions.history.triggered.connect(self._on_history)
        if self._shown is not None and self._shown[0].page is self._shown[1]:
            again = {"settings": self.show_settings, "about": self.show_about}
            again[self._shown[2]]()

    def begin(self, opened: Opened) -> None:
        """Take care of this library."""
        self._opened = opened
        self.backups.begin(opened)

    def end(self) -> None:
        """Let what is going on come to its end."""
        self.recovery.end()
        self.backups.end()

    def refuse(self, look: Look, trouble: StoreUnavailable) -> None:
        """Say why the library cannot be opened, and offer the ways out where there are some."""
        self._window.home.setEnabled(False)
        if self.recovery.offer(look, trouble):
            return
        say = look.words.say
        sentence = say(trouble.sentence, **trouble.values)
        title = say("The farms cannot be opened")
        banner = Banner(look, Matter.IMPOSSIBLE, title, sentence, closable=False)
        self._window.show_banner("library", banner)

    @Slot()
    def show_settings(self) -> None:
        """Show the settings."""
        from desktop.windows.settings_page import SettingsPage

        assert self._look is not None
        page = SettingsPage(self._look, self._settings, str(self._lock.library.parent))
        page.preferred.connect(self._on_preferred)
        page.backups_asked.connect(self.backups.show)
        page.folder_asked.connect(self._on_folder)
        self._show(page, "settings")
        if self._last:
            page.take_focus(self._last)
        self._last = ""

    @Slot()
    def show_about(self) -> None:
        """Show what the program is."""
        from desktop.windows.about_page import AboutPage, Facts

        assert self._look is not None
        factors = None if self._opened is None else self._opened.factors
        facts = Facts(
            version=ENGINE_VERSION,
            profile="" if factors is None else factors.profile,
            edition="" if factors is None else str(factors.edition),
            hash="" if factors is None else factors.hash,
            library=str(self._lock.library),
            notices=paths.notices(),
        )
        self._show(AboutPage(self._look, facts), "about")

    def _show(self, page: AsidePage, name: str) -> None:
        self._window.show_aside(page)
        self._shown = self._window.asides, page, name

    @Slot(str, str)
    def _on_preferred(self, what: str, code: str) -> None:
        self._last = what
        self.preferred.emit(what, code)

    @Slot()
    def _on_folder(self) -> None:
        folder = str(self._lock.library.parent)
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    @Slot()
    def _on_history(self) -> None:
        if self._window.desk is not None:
            self._window.desk.remember()

    @Slot(str)
    def _on_recovered(self, kept: str) -> None:
        assert self._look is not None
        self._window.asides.drop()
        self._window.home.setEnabled(True)
        self.reopening.emit()
        say = self._look.words.say
        sentence = say("The damaged file is kept as {name}.", name=kept) if kept else ""
        banner = Banner(self._look, Matter.DONE, say("Your farms are open again"), sentence)
        self._window.show_banner(RECOVERED, banner)
