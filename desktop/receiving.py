"""Farms that come in files: read and compared, shown, and written only when it is wished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from desktop.engine_words import why
from desktop.storage.plain_text import same_text
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.exchange.farm_package import Package
    from desktop.opening import Opened
    from desktop.presenting.received import Known
    from desktop.storage.facts import Dossier
    from desktop.storage.library import Library

UNDO = "undo"
RECEIVED = "received"


@dataclass(frozen=True)
class Offered:
    """What lies on the page: the farm of the file, and the dossier at hand that is the same."""

    package: Package
    mine: Dossier | None


class Receiving(QObject):
    """Shows a received file and does with it what the user chooses."""

    dossier_ready = Signal(int)
    """A dossier that was just made, or gone back to, is to be opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look: Look | None = None
        self._opened: Opened | None = None
        self._offered: Offered | None = None
        self._former: Dossier | None = None

    def wear(self, look: Look, opened: Opened | None) -> None:
        """Take the words and, once it is open, the library."""
        self._look, self._opened = look, opened

    @Slot()
    def ask(self) -> None:
        """Let the user choose a file."""
        assert self._look is not None
        say = self._look.words.say
        dialog = QFileDialog(self._window, say("Open a received file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{say('Farms of Bocage')} (*.bocage *.json *.zip)")
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def receive(self, path: Path) -> None:
        """Read a file and show what is in it; a file that cannot be read changes nothing."""
        from desktop.exchange.farm_package import unpacked
        from desktop.exchange.post_bag import content_of
        from diagnostics.core.errors import DiagnosticsError

        assert self._look is not None
        self._window.come_forward()
        try:
            package = unpacked(content_of(path))
        except DiagnosticsError as refusal:
            self._refuse(path, why(self._look.words, refusal))
        else:
            self._show(path, package)

    def _refuse(self, path: Path, reason: str) -> None:
        assert self._look is not None
        say = self._look.words.say
        title = say("{file} cannot be opened", file=_shown(path))
        sentence = say("Your farms are unchanged. The reason: {reason}", reason=reason)
        self._tell(Banner(self._look, Matter.IMPOSSIBLE, title, sentence))

    def _show(self, path: Path, package: Package) -> None:
        from desktop.presenting.received import Reader, received
        from desktop.windows.received_page import ReceivedPage

        assert self._look is not None
        if self._opened is None:
            return
        library, now = self._opened.library, datetime.now().astimezone()
        library.writer.flush()
        mine = counterpart(library, package)
        known = None if mine is None else _known(library, mine)
        reader = Reader(self._look.words, self._opened.factors, now)
        page = ReceivedPage(self._look, received(_shown(path), package, known, reader))
        page.chosen.connect(self._on_chosen)
        self._offered = Offered(package, mine)
        self._window.take_banner_away(RECEIVED)
        self._window.show_aside(page)

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        self.receive(Path(file))

    @Slot(str)
    def _on_chosen(self, way: str) -> None:
        offered, self._offered = self._offered, None
        if offered is not None and self._opened is not None:
            self._write(way, offered)

    def _write(self, way: str, offered: Offered) -> None:
        from desktop.exchange.farm_package import imported
        from desktop.opening import Place, add_dossier
        from desktop.windows.received_page import BOTH, REPLACE

        assert self._look is not None
        assert self._opened is not None
        record, mine = imported(offered.package.record), offered.mine
        place = Place(uuid=offered.package.farm)
        if way == BOTH:
            name = self._look.words.say("{farm} (received)", farm=record.name)[:200]
            record, place = replace(record, name=name), Place()
        elif way == REPLACE and mine is not None:
            place = Place(mine.farm, _next_version(self._opened.library, mine))
        dossier = add_dossier(self._opened, record, place=place)
        self.dossier_ready.emit(dossier)
        self._former = mine if way == REPLACE else None
        self._tell_written(record.name)

    def _tell_written(self, name: str) -> None:
        assert self._look is not None
        say = self._look.words.say
        if self._former is None:
            title, sentence = say("{farm} is added to your farms", farm=name), ""
            self._tell(Banner(self._look, Matter.DONE, title, sentence))
            return
        title = say("{farm} has the answers of the file now", farm=name)
        sentence = say("Your former answers are kept.")
        actions = ((UNDO, say("Undo")),)
        self._tell(Banner(self._look, Matter.DONE, title, sentence, actions))

    def _tell(self, banner: Banner) -> None:
        banner.acted.connect(self._on_undone)
        banner.closed.connect(self._on_read)
        self._window.show_banner(RECEIVED, banner)

    @Slot()
    def _on_undone(self) -> None:
        former, self._former = self._former, None
        self._window.take_banner_away(RECEIVED)
        if former is not None:
            self.dossier_ready.emit(former.id)

    @Slot()
    def _on_read(self) -> None:
        self._window.take_banner_away(RECEIVED)


def counterpart(library: Library, package: Package) -> Dossier | None:
    """The dossier of the same farm and year: the farm by its identity, or else by its name."""
    record = package.record
    cards = library.farms()
    alike = [card for card in cards if package.farm and card.uuid == package.farm]
    alike += [card for card in cards if same_text(card.name, record.name)]
    for card in alike:
        of_year = [one for one in library.dossiers(card.farm) if one.year == record.year]
        if of_year:
            return max(of_year, key=_opened_at)
    return None


def _opened_at(dossier: Dossier) -> str:
    return dossier.opened_at


def _known(library: Library, mine: Dossier) -> Known:
    from desktop.presenting.received import Known

    newest = library.history(mine.id, 1)
    return Known(library.record(mine.id), newest[0].at if newest else "")


def _next_version(library: Library, mine: Dossier) -> int:
    return 1 + max(one.version for one in library.dossiers(mine.farm))


def _shown(path: Path) -> str:
    """The name of a file in signs that a text can hold."""
    return path.name.encode("utf-8", "replace").decode("utf-8")
