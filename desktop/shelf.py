"""The farms at hand while none is open: the list, a new one, a copy, the bin, the examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.presenting.farm_cards import FarmLine, farm_lines, opened_on
from desktop.presenting.offers import Offer
from desktop.storage.cards import read_farm_cards
from desktop.storage.facts import FarmCard
from desktop.storage.lock import LibraryLock
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.windows.bin_page import BinPage
from desktop.windows.farm_row import BIN, GIVE
from desktop.windows.farms_page import FarmsPage
from desktop.windows.main_window import MainWindow
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.opening import Opened
    from diagnostics.record import FarmRecord

UNDO = "undo"
BINNED = "binned"


class Shelf(QObject):
    """Fills the home page from the library; the first time without waiting for it to open."""

    dossier_ready = Signal(int)
    """A dossier that was just made is to be opened."""

    file_wished = Signal(int)
    """A dossier is to be saved as a file."""

    def __init__(self, lock: LibraryLock, window: MainWindow) -> None:
        super().__init__(window)
        self._lock = lock
        self._window = window
        self._look: Look | None = None
        self._opened: Opened | None = None
        self._binned = 0

    def show(self, look: Look, opened: Opened | None) -> None:
        """Show the farms; a library that cannot be read is a `StoreUnavailable`."""
        self._look, self._opened = look, opened
        cards = read_farm_cards(self._lock.library)
        binned = len(read_farm_cards(self._lock.library, binned=True))
        lines = farm_lines(cards, look.words, datetime.now().astimezone())
        self._window.show_home(lines, ready=opened is not None, binned=binned)

    def show_nothing(self) -> None:
        """Show an empty page, below the message that says why."""
        self._window.show_home((), ready=False)

    @Slot()
    def begin_farm(self) -> None:
        """Begin the quick diagnosis of another farm, about the last whole year."""
        from diagnostics.questionnaire.quick_farm import opened_farm

        if self._look is not None:
            name = self._look.words.say("New farm")
            self._add(opened_farm(name, datetime.now().astimezone().year - 1))

    @Slot()
    def show_examples(self) -> None:
        """Offer the example farms."""
        if self._look is None:
            return
        from desktop.presenting.examples import offered_examples

        say = self._look.words.say
        texts = (
            say("Example farms"),
            say("A copy is added to your farms; change in it whatever you like."),
            say("Open"),
        )
        page = FarmsPage(self._look, texts, offered_examples(self._look.words))
        page.taken.connect(self.add_example)
        self._window.show_aside(page)

    @Slot(str)
    def add_example(self, name: str) -> None:
        """Add an example farm, with its figures for the list, and open it."""
        from desktop.presenting.examples import example_record

        self._add(example_record(name), example=True)

    @Slot(str, object)
    def act(self, act: str, line: FarmLine) -> None:
        """Copy a farm or put it into the bin."""
        if self._opened is None:
            return
        if act == BIN:
            self._opened.library.writer.bin_farm(line.farm)
            self._binned = line.farm
            self._refresh()
            self._tell_binned(line.name)
        elif act == GIVE:
            self.file_wished.emit(line.dossier)
        else:
            self._copy(line)

    @Slot()
    def show_bin(self) -> None:
        """Show the farms in the bin, and the way back for each."""
        if self._look is None:
            return
        words, now = self._look.words, datetime.now().astimezone()
        cards = read_farm_cards(self._lock.library, binned=True)
        cards = tuple(sorted(cards, key=_binned_at, reverse=True))
        offers = [
            Offer(str(card.farm), card.name, _since(card.binned_at or "", words, now))
            for card in cards
        ]
        page = BinPage(self._look, offers)
        page.restored.connect(self._on_restored)
        page.deleted.connect(self._on_deleted)
        self._window.show_aside(page)

    def _add(self, record: FarmRecord, *, example: bool = False) -> None:
        if self._opened is None:
            return
        from desktop.opening import add_dossier

        self.dossier_ready.emit(add_dossier(self._opened, record, example=example))

    def _copy(self, line: FarmLine) -> None:
        assert self._opened is not None
        assert self._look is not None
        record = self._opened.library.record(line.dossier)
        name = self._look.words.say("Copy of {farm}", farm=record.name)
        from desktop.opening import add_dossier

        add_dossier(self._opened, replace(record, name=name), example=line.example)
        self._refresh()

    def _tell_binned(self, name: str) -> None:
        assert self._look is not None
        say = self._look.words.say
        title = say("{farm} is in the bin", farm=name)
        sentence = say("Nothing of it is lost.")
        banner = Banner(self._look, Matter.INFO, title, sentence, ((UNDO, say("Undo")),))
        banner.acted.connect(self._on_bin_undone)
        banner.closed.connect(self._on_bin_read)
        self._window.show_banner(BINNED, banner)

    @Slot()
    def _on_bin_undone(self) -> None:
        self._restore(self._binned)

    @Slot()
    def _on_bin_read(self) -> None:
        self._window.take_banner_away(BINNED)

    @Slot(str)
    def _on_restored(self, farm: str) -> None:
        self._restore(int(farm))

    @Slot(str)
    def _on_deleted(self, farm: str) -> None:
        self._delete(int(farm))

    def _delete(self, farm: int) -> None:
        assert self._opened is not None
        self._opened.library.writer.delete_farm(farm)
        self._window.take_banner_away(BINNED)
        self._refresh()
        if read_farm_cards(self._lock.library, binned=True):
            self.show_bin()

    def _restore(self, farm: int) -> None:
        assert self._opened is not None
        self._opened.library.writer.restore_farm(farm)
        self._window.take_banner_away(BINNED)
        self._refresh()

    def _refresh(self) -> None:
        """Show the farms again once what was asked is on the disk."""
        assert self._opened is not None
        assert self._look is not None
        self._opened.library.writer.flush()
        self.show(self._look, self._opened)


def _binned_at(card: FarmCard) -> str:
    return card.binned_at or ""


def _since(moment: str, words: Words, now: datetime) -> str:
    when = opened_on(moment, words, now)
    return words.say("In the bin since {when}", when=when) if when else ""
