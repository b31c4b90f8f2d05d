"""A farm that came in a file, in words: what it is, and what differs from the one at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.computing import computed
from desktop.exchange.farm_package import Package
from desktop.presenting.comparing import differences
from desktop.presenting.farm_cards import FarmLine, farm_lines, opened_on
from desktop.presenting.kept_figures import kept_figures
from desktop.presenting.live import leading_of
from desktop.presenting.places import all_asked
from desktop.storage.facts import FarmCard, Headline
from desktop.widgets.difference_table import Difference
from desktop.words import Words
from diagnostics import ENGINE_VERSION
from diagnostics.core.factors import FactorSet
from diagnostics.entities import FarmEntity
from diagnostics.questionnaire.enterprises import system_of
from diagnostics.record import FarmRecord

MOST_SHOWN = 200


@dataclass(frozen=True)
class Known:
    """The dossier of the library that is the same farm and year."""

    record: FarmRecord
    changed: str = ""


@dataclass(frozen=True)
class Received:
    """Everything the page about a received file shows."""

    file: str
    line: FarmLine
    system: str
    is_known: bool = False
    compared: str = ""
    moments: str = ""
    is_older: bool = False
    rows: tuple[Difference, ...] = ()
    more: str = ""

    @property
    def is_same(self) -> bool:
        """Whether the library has it already, answer for answer."""
        return self.is_known and not self.rows


@dataclass(frozen=True)
class Reader:
    """Who reads: in which words, by which factors, and at what moment."""

    words: Words
    factors: FactorSet
    now: datetime


def received(file: str, package: Package, known: Known | None, reader: Reader) -> Received:
    """What there is to see before anything is written."""
    words, record = reader.words, package.record
    code = system_of(record)
    system = words.say(FarmEntity.system.option(code).label) if code else ""
    shown = Received(file, _line(record, reader), system)
    if known is None:
        return shown
    rows = differences(known.record, record, words)
    hidden = len(rows) - MOST_SHOWN
    more = words.count("and {n} other value", "and {n} other values", hidden) if hidden > 0 else ""
    return Received(
        file,
        shown.line,
        system,
        is_known=True,
        compared=_compared(known.record, len(rows), words),
        moments=_moments(package.changed, known.changed, reader),
        is_older=_is_older(package.changed, known.changed),
        rows=rows[:MOST_SHOWN],
        more=more,
    )


def _line(record: FarmRecord, reader: Reader) -> FarmLine:
    """The farm as the list will show it, from a calculation made for this page."""
    leading = leading_of(computed(0, record, reader.factors))
    figures = kept_figures(record, leading.headline, all_asked(record), example=False)
    headline = Headline(1, ENGINE_VERSION, reader.factors.hash, 0, figures)
    profile, year = record.profile, record.year
    card = FarmCard(0, "", record.name, None, 1, year, 1, profile, 0, "", "", headline)
    (line,) = farm_lines((card,), reader.words, reader.now)
    return line


def _compared(mine: FarmRecord, found: int, words: Words) -> str:
    if not found:
        return words.say("The same as {farm} in your list, answer for answer.", farm=mine.name)
    return words.count(
        "{n} value differs from {farm} in your list.",
        "{n} values differ from {farm} in your list.",
        found,
        farm=mine.name,
    )


def _moments(theirs: str, mine: str, reader: Reader) -> str:
    """Which of the two was changed last; nothing where a file does not say it."""
    words = reader.words
    received_on, own = (opened_on(moment, words, reader.now) for moment in (theirs, mine))
    if not received_on or not own:
        return ""
    if _is_older(theirs, mine):
        return words.say(
            "Yours is newer: changed {mine}, the file {theirs}.", theirs=received_on, mine=own
        )
    return words.say(
        "The file is newer: changed {theirs}, yours {mine}.", theirs=received_on, mine=own
    )


def _is_older(theirs: str, mine: str) -> bool:
    """Whether mine was changed after the file; unknown where one of the two says nothing."""
    if not theirs or not mine:
        return False
    return datetime.fromisoformat(theirs) <= datetime.fromisoformat(mine)
