"""Builds the program: the only place where services are made and tied together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.arrivals import Arrivals
from desktop.care import Care
from desktop.disk_trouble import DiskTrouble
from desktop.farm_files import FarmFiles
from desktop.qt_words import QtWords
from desktop.settings import Settings, read_settings, write_settings
from desktop.shelf import Shelf
from desktop.storage.lock import LibraryLock
from desktop.storage.troubles import StoreUnavailable
from desktop.theme import dress
from desktop.tidying import Tidying
from desktop.wearing import look_of
from desktop.widgets.announcing import Announcer
from desktop.widgets.shown_units import ShownUnits
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.document import Document, WriterNews
    from desktop.opening import Opened, Opening
    from desktop.single_instance import Doorbell
    from desktop.sitting import Pace, Sitting


class Program(QObject):
    """The running program: preferences, window, library, and the dossier that is open."""

    ready = Signal()
    """The library is open: dossiers can be opened."""

    refused = Signal()
    """The library cannot be opened; the window says why."""

    opened = Signal()
    """A dossier is on the desk."""

    def __init__(self, lock: LibraryLock, pace: Pace | None = None) -> None:
        super().__init__()
        self._lock = lock
        self._pace = pace
        self._settings = read_settings(paths.preferences())
        self._announcer = Announcer(self)
        self._units = ShownUnits(self._settings.units, self)
        self._units.changed.connect(self._on_unit_chosen)
        self._tidying = Tidying(self)
        self._qt_words = QtWords(self)
        self._opened: Opened | None = None
        self._opening: Opening | None = None
        self._news: WriterNews | None = None
        self._bell: Doorbell | None = None
        self._sitting: Sitting | None = None
        self._wished: int | None = None
        self._leaving = False
        self.window = MainWindow()
        self.shelf = Shelf(lock, self.window)
        self.files = FarmFiles(self.window)
        self.trouble = DiskTrouble(self.window)
        self.arrivals = Arrivals(self)
        self.care = Care(lock, self.window)
        self._connect()
        self._dress()

    @property
    def document(self) -> Document | None:
        """The open dossier."""
        return None if self._sitting is None else self._sitting.document

    @property
    def services(self) -> Opened | None:
        """The library and the factors, once they are open."""
        return self._opened

    @property
    def news(self) -> WriterNews:
        """What the writing thread says, for whoever listens."""
        assert self._news is not None
        return self._news

    @property
    def settings(self) -> Settings:
        """The preferences as they are now."""
        return self._settings

    def show(self) -> None:
        """Show the window; the library is opened once it is seen."""
        if self._settings.geometry:
            self.window.restoreGeometry(self._settings.geometry)
        self.window.show()

    @Slot()
    def begin(self) -> None:
        """Open the library, and listen to later starts."""
        from desktop.document import WriterNews

        self._tidying.begin()
        self._listen()
        self._news = WriterNews()
        self._news.trouble.connect(self.trouble.meet)
        self._news.recovered.connect(self.trouble.recover)
        self._open()

    @Slot()
    def _open(self) -> None:
        from desktop.opening import Opening

        self._opening = Opening(self._lock)
        self._opening.opened.connect(self._on_opened)
        self._opening.refused.connect(self._on_refused)
        self._opening.begin()

    def end(self) -> None:
        """Close everything in its order; what was typed is on the disk."""
        self._rise()
        if self._opening is not None:
            self._opening.finish()
        self.care.end()
        if self._opened is not None:
            self._opened.library.close()
        if self._bell is not None:
            self._bell.close()
        self._lock.release()
        self._tidying.end()

    # The look.

    def _dress(self) -> None:
        """Build the window in the look of the preferences, and go back to where the user was."""
        desk = self.window.desk
        place, since = ("", None) if desk is None else (desk.place, desk.since)
        self._worn = look_of(self._settings, self._announcer, self._units)
        self._qt_words.speak(self._worn.words.language)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self._worn.theme)
        self.window.dress(self._worn, self._settings)
        self.files.wear(self._worn)
        if self._sitting is None:
            self.show_home()
        else:
            self._sitting.show(self._worn, place, since)
        self.trouble.wear(self._worn)
        self.care.wear(self._worn, self._settings)

    def _prefer(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings
        write_settings(paths.preferences(), settings)
        self._dress()

    @Slot(str, str)
    def _on_preferred(self, what: str, code: str) -> None:
        self._prefer(self._settings.choosing(what, code))

    @Slot()
    def _on_unit_chosen(self) -> None:
        self._settings = replace(self._settings, units=self._units.codes)
        write_settings(paths.preferences(), self._settings)

    @Slot(int)
    def _on_text_size_wished(self, steps: int) -> None:
        usual = replace(self._settings, text_size=1.0)
        self._prefer(self._settings.larger(steps) if steps else usual)

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._settings.theme == "system":
            self._dress()

    # The farms.

    @Slot()
    def show_home(self) -> None:
        """Show the list of farms."""
        try:
            self.shelf.show(self._worn, self._opened)
        except StoreUnavailable as trouble:
            self.shelf.show_nothing()
            self._on_refused(trouble)

    @Slot()
    def _on_home_wished(self) -> None:
        self._rise()
        self.show_home()

    @Slot()
    def _on_new_wished(self) -> None:
        self._rise()
        self.shelf.begin_farm()

    @Slot(str)
    def _on_order_wished(self, order: str) -> None:
        self._settings = replace(self._settings, order=order)
        write_settings(paths.preferences(), self._settings)

    @Slot(int)
    def _on_dossier_wished(self, dossier: int) -> None:
        self._wished = dossier
        if self._opened is not None:
            self._sit_down(self._opened, dossier)

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        self._take_up(opened)
        if self._wished is None:
            self.show_home()
        else:
            self._sit_down(opened, self._wished)
        self.files.take_up(opened)
        self.ready.emit()

    def _take_up(self, opened: Opened) -> None:
        """Begin to work on the library."""
        self._opened = opened
        self.news.listen_to(opened.library)
        self.care.begin(opened)

    @Slot(object)
    def _on_refused(self, trouble: StoreUnavailable) -> None:
        self.care.refuse(self._worn, trouble)
        self.refused.emit()

    def _sit_down(self, opened: Opened, dossier: int) -> None:
        from desktop.sitting import Pace, Sitting

        self._rise()
        self._wished = None
        pace = self._pace or Pace()
        self._sitting = Sitting(opened, dossier, self.news, self.window, pace)
        place = self._sitting.document.place
        self._sitting.show(self._worn, place)
        self._sitting.document.go_to(place)
        self.opened.emit()

    @Slot()
    def _rise(self) -> None:
        if self._sitting is not None:
            self._sitting.close()
            self._sitting.deleteLater()
            self._sitting = None

    # The end.

    @Slot()
    def _on_retry_wished(self) -> None:
        if self._opened is not None:
            self._opened.library.writer.retry()

    @Slot()
    def _on_leave_wished(self) -> None:
        self._leaving = True
        self.window.close()

    @Slot()
    def _on_closing(self) -> None:
        saved = self._sitting is None or self._sitting.settle()
        if saved or self._leaving:
            self._keep_geometry()
        else:
            self.window.hold_open()
            self.trouble.tell(leaving=True)

    def _keep_geometry(self) -> None:
        geometry = bytes(self.window.saveGeometry().data())
        self._settings = replace(self._settings, geometry=geometry)
        write_settings(paths.preferences(), self._settings)

    def _listen(self) -> None:
        from desktop.single_instance import Doorbell

        self._bell = Doorbell(self._lock.library, self)
        self._bell.rung.connect(self._on_rung)
        self._bell.listen()

    @Slot(str)
    def _on_rung(self, file: str) -> None:
        self.window.come_forward()
        self.arrivals.offer(file)

    @Slot()
    def _on_give_wished(self) -> None:
        if self._sitting is not None:
            self.files.give(self._sitting.document.id)

    def _connect(self) -> None:
        window = self.window
        window.preferred.connect(self._on_preferred)
        window.dossier_wished.connect(self._on_dossier_wished)
        window.home_wished.connect(self._on_home_wished)
        window.text_size_wished.connect(self._on_text_size_wished)
        window.closing.connect(self._on_closing)
        window.new_wished.connect(self._on_new_wished)
        window.examples_wished.connect(self.shelf.show_examples)
        window.bin_wished.connect(self.shelf.show_bin)
        window.farm_acted.connect(self.shelf.act)
        window.order_wished.connect(self._on_order_wished)
        self.shelf.dossier_ready.connect(self._on_dossier_wished)
        self.shelf.file_wished.connect(self.files.give)
        self.files.dossier_ready.connect(self._on_dossier_wished)
        self.files.give_wished.connect(self._on_give_wished)
        self.care.preferred.connect(self._on_preferred)
        self.care.reopening.connect(self._open)
        self.care.backups.restoring.connect(self._rise)
        self.care.backups.restored.connect(self.show_home)
        self.trouble.retry_wished.connect(self._on_retry_wished)
        self.trouble.leave_wished.connect(self._on_leave_wished)
        self.ready.connect(self.arrivals.begin)
        self.arrivals.received.connect(self.files.receive)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
