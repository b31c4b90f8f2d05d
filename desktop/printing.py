"""Writes the report of the open dossier to a file, away from the thread of the window."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.charts.headline import NotComputed
from desktop.computing import DRAWS, computed
from desktop.words import Words, mark
from diagnostics.core.factors import FactorSet
from diagnostics.record import FarmRecord

NOT_ENOUGH = mark("There are not enough answers for a report yet.")


@dataclass(frozen=True)
class Order:
    """One report to write: the answers as they stand now, and where to."""

    record: FarmRecord
    words: Words
    path: Path
    place: str = ""


class Printing(QObject):
    """Writes one report at a time; what is frozen when it is ordered is what is printed."""

    written = Signal(object)
    """The `Path` of a report that lies on the disk."""

    refused = Signal(str)
    """The sentence that says why there is no report."""

    def __init__(self, factors: FactorSet) -> None:
        super().__init__()
        self._factors = factors
        self._writing: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a report is being written."""
        return self._writing is not None and self._writing.is_alive()

    def write(self, order: Order) -> None:
        """Begin to write a report; one of the two signals says how it ended."""
        if not self.busy:
            self._writing = threading.Thread(target=self._write, args=(order,), name="report")
            self._writing.start()

    def finish(self) -> None:
        """Wait for a report that is being written."""
        if self._writing is not None:
            self._writing.join()

    def _write(self, order: Order) -> None:
        from desktop.report.issue import ReportNotWritten, TextTooLong

        try:
            _print(order, self._factors)
        except (ReportNotWritten, TextTooLong) as reason:
            self.refused.emit(str(reason))
        except NotComputed:
            self.refused.emit(order.words.say(NOT_ENOUGH))
        else:
            self.written.emit(order.path)


def _print(order: Order, factors: FactorSet) -> None:
    from desktop.report.assembly import attach_file, make_issue
    from desktop.report.writer import write_pdf
    from diagnostics import write_farm

    outcome = computed(0, order.record, factors, DRAWS)
    if outcome.results is None or outcome.diagnosis is None:
        raise NotComputed("")
    farm_file = attach_file(f"{file_name(order.record)}.json", write_farm(order.record).encode())
    issue = make_issue(
        outcome.results,
        order.words,
        date.today(),  # noqa: DTZ011  # the reader's own day
        attachment=farm_file,
        place=order.place,
        diagnosis=outcome.diagnosis,
    )
    order.path.parent.mkdir(parents=True, exist_ok=True)
    write_pdf(issue, order.path)


def file_name(record: FarmRecord) -> str:
    """A name for the files of a dossier that every system accepts."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in record.name)
    return f"{' '.join(kept.split())[:80] or 'Bocage'} {record.year}"
