"""One sitting at one dossier: the document, the engine that follows it, its desk, its report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop import paths
from desktop.computing import Computing, computed
from desktop.document import Document, WriterNews
from desktop.exchange.keeping import kept_name
from desktop.opening import Opened
from desktop.presenting.farm_cards import EXAMPLE
from desktop.printing import Order, Printing, Wish
from desktop.widgets.look import Look
from desktop.windows.dossier_desk import Desk, DossierDesk
from desktop.windows.main_window import MainWindow


@dataclass(frozen=True)
class Pace:
    """How long the program waits for the hands, in milliseconds; a test is faster."""

    silence: int = 800
    pause: int = 200


class Sitting(QObject):
    """Lives from the opening of a dossier to its closing; its desk may be built anew meanwhile."""

    def __init__(
        self, opened: Opened, dossier: int, news: WriterNews, window: MainWindow, pace: Pace
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pace = pace
        self.document = Document(opened.library, dossier, news)
        self._is_example = _is_example(opened, dossier)
        self._computing = Computing(opened.factors, pace.pause)
        self._computing.start(computed(1, self.document.record, opened.factors))
        self._printing = Printing(opened.factors)
        self._look: Look | None = None
        self._connect()

    def show(self, look: Look, place: str, since: float | None = None) -> None:
        """Put the dossier on the desk, in this look and at this place."""
        self._look = look
        desk = DossierDesk(
            look,
            Desk(
                self.document,
                self._computing,
                self._report_path(),
                self._pace.silence,
                self._is_example,
            ),
            since,
        )
        desk.report_wished.connect(self._on_report_wished)
        desk.named.connect(self._on_named)
        self._window.show_desk(desk, self.document.name, self.document.year)
        desk.name_history()
        desk.go_to(place)

    def settle(self) -> bool:
        """Let what was typed take effect; False when it cannot be saved."""
        if self._window.desk is not None:
            self._window.desk.settle()
        return self.document.flush()

    def close(self) -> None:
        """Keep the figures of now, and let go of the dossier."""
        self._computing.finish()
        self._printing.finish()
        if self._window.desk is not None:
            self._window.desk.settle()
            self._window.desk.keep_headline()
        self.document.flush()
        self.document.close()
        self._window.close_desk()

    def _report_path(self) -> Path:
        record = self.document.record
        return paths.reports() / f"{kept_name(record.name, record.year)}.pdf"

    @Slot()
    def _on_named(self) -> None:
        self._window.name_desk(self.document.name, self.document.year)
        if self._window.desk is not None:
            self._window.desk.show_named(self._report_path())

    @Slot(object)
    def _on_report_wished(self, wish: Wish) -> None:
        assert self._look is not None
        if self._window.desk is not None:
            self._window.desk.report.show_writing()
        if not wish.is_chosen:  # the farm may have another name than when the page was built
            wish = replace(wish, place=self._report_path().with_suffix(wish.paper.value))
        self._printing.write(Order(self.document.record, self._look.words, wish))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        if self._window.desk is not None:
            self._window.desk.report.show_written(path)

    @Slot(str)
    def _on_report_refused(self, sentence: str) -> None:
        if self._window.desk is not None:
            self._window.desk.report.show_refused(sentence)

    def _connect(self) -> None:
        self.document.saved.connect(self._window.show_kept)
        self.document.delayed.connect(self._window.show_delayed)
        self._printing.written.connect(self._on_written)
        self._printing.refused.connect(self._on_report_refused)


def _is_example(opened: Opened, dossier: int) -> bool:
    """Whether the dossier is the example that came with the program."""
    cards = [card for card in opened.library.farms() if card.dossier == dossier]
    headline = cards[0].headline if cards else None
    return headline is not None and bool(headline.figures.get(EXAMPLE))
