"""Writes what the user wants of the open dossier to files, away from the thread of the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.charts.headline import NotComputed
from desktop.computing import DRAWS, computed
from desktop.words import Words, mark
from diagnostics.core.factors import FactorSet
from diagnostics.record import FarmRecord

if TYPE_CHECKING:
    from desktop.computing import Outcome
    from desktop.exchange.contents import Export

NOT_MADE = mark("The file could not be made. Your farm is unchanged.")
NOT_ENOUGH = mark("There are not enough answers for a report yet.")


class Paper(Enum):
    """What can be written of a dossier, with the ending of its file."""

    REPORT = ".pdf"
    WORKBOOK = ".xlsx"
    TABLES = ".csv"


@dataclass(frozen=True)
class Wish:
    """What the user wants, and where: in a folder under its own name, or at a place they chose."""

    paper: Paper
    place: Path
    is_chosen: bool = False


@dataclass(frozen=True)
class Order:
    """One thing to write: the answers as they stand now, and what is wished."""

    record: FarmRecord
    words: Words
    wish: Wish


class Printing(QObject):
    """Writes one thing at a time; what is frozen when it is ordered is what is written."""

    written = Signal(object)
    """The `Path` of a file that lies on the disk."""

    refused = Signal(str)
    """The sentence that says why there is no file."""

    def __init__(self, factors: FactorSet) -> None:
        super().__init__()
        self._factors = factors
        self._writing: threading.Thread | None = None
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._busy

    def write(self, order: Order) -> None:
        """Begin to write; one of the two signals says how it ended."""
        if not self._busy:
            self.finish()
            self._busy = True
            self._writing = threading.Thread(target=self._write, args=(order,), name="report")
            self._writing.start()

    def finish(self) -> None:
        """Wait for what is being written."""
        if self._writing is not None:
            self._writing.join()

    def _write(self, order: Order) -> None:
        from desktop.exchange.keeping import NotKept
        from desktop.report.issue import TextTooLong

        # Said if anything else goes wrong, so that the page never waits for ever.
        told: tuple[SignalInstance, object] = self.refused, order.words.say(NOT_MADE)
        try:
            path = _WRITERS[order.wish.paper](order, _outcome(order, self._factors))
        except (NotKept, TextTooLong) as reason:
            told = self.refused, str(reason)
        except NotComputed:
            told = self.refused, order.words.say(NOT_ENOUGH)
        else:
            told = self.written, path
        finally:
            # Who hears the signal may wish for the next thing at once.
            self._busy = False
            told[0].emit(told[1])


def _outcome(order: Order, factors: FactorSet) -> Outcome:
    outcome = computed(0, order.record, factors, DRAWS)
    if outcome.results is None or outcome.diagnosis is None:
        raise NotComputed("")
    return outcome


def _report(order: Order, outcome: Outcome) -> Path:
    from desktop.exchange.keeping import kept_name
    from desktop.report.assembly import attach_file, make_issue
    from desktop.report.writer import is_report_of, pdf_bytes
    from diagnostics import write_farm

    assert outcome.results is not None
    name = f"{kept_name(order.record.name, order.record.year)}.json"
    issue = make_issue(
        outcome.results,
        order.words,
        today(),
        attachment=attach_file(name, write_farm(order.record).encode()),
        diagnosis=outcome.diagnosis,
    )
    return _kept(order, pdf_bytes(issue), is_report_of(issue))


def _workbook(order: Order, outcome: Outcome) -> Path:
    from desktop.exchange.contents import sheets_of, title_of
    from desktop.exchange.workbook import workbook_bytes

    export = _export(outcome)
    sheets, title = sheets_of(export, order.words), title_of(export, order.words)
    return _kept(order, workbook_bytes(sheets, title, export.written), _never_ours)


def _tables(order: Order, outcome: Outcome) -> Path:
    """The results, and the factors used in a table beside them."""
    from desktop.exchange.passports import factors_sheet
    from desktop.exchange.plain_tables import table_bytes
    from desktop.exchange.results_table import results_table

    words, style = order.words, order.words.number_style
    assert outcome.diagnosis is not None
    place = _kept(order, table_bytes(results_table(_export(outcome), words), style), _never_ours)
    beside = Wish(Paper.TABLES, place.with_name(f"{place.stem}_factors{place.suffix}"))
    factors = table_bytes(factors_sheet(outcome.diagnosis, words), style)
    _kept(Order(order.record, words, beside), factors, _never_ours)
    return place


def _export(outcome: Outcome) -> Export:
    from desktop.exchange.contents import Export

    assert outcome.diagnosis is not None
    assert outcome.results is not None
    return Export(outcome.diagnosis, outcome.results, today())


def _kept(order: Order, content: bytes, ours: Callable[[bytes], bool]) -> Path:
    from desktop.exchange.keeping import keep, write_over

    wish = order.wish
    if wish.is_chosen:
        return write_over(content, wish.place, order.words)
    wish.place.parent.mkdir(parents=True, exist_ok=True)
    return keep(content, wish.place, order.words, ours=ours)


def _never_ours(_content: bytes) -> bool:
    """A workbook or table may have been worked on: it is never written over."""
    return False


def today() -> date:
    """The reader's own day."""
    return date.today()  # noqa: DTZ011  # a report carries the date on the reader's calendar


_WRITERS: Mapping[Paper, Callable[[Order, Outcome], Path]] = {
    Paper.REPORT: _report,
    Paper.WORKBOOK: _workbook,
    Paper.TABLES: _tables,
}
