"""The factors a result rests on as a table: value, range, source, place in it, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.exchange.factors_used import FactorUsed, factors_used
from desktop.exchange.sheets import Cell, Sheet

if TYPE_CHECKING:
    from desktop.words import Words
    from diagnostics.diagnosis import Diagnosis


def factors_sheet(diagnosis: Diagnosis, words: Words) -> Sheet:
    """Every factor behind the headline figures, each once."""
    say = words.say
    header = (
        say("Factor"),
        say("For"),
        say("Name in the method"),
        say("Value"),
        say("Unit"),
        say("Low (5 in 100 below)"),
        say("High (5 in 100 above)"),
        say("Published in"),
        say("Place in the source"),
        say("Mark"),
        say("Reviewed"),
    )
    rows = tuple(_row(used, words) for used in factors_used(diagnosis))
    return Sheet(say("Factors used"), header, rows)


def _row(used: FactorUsed, words: Words) -> tuple[Cell, ...]:
    return (
        words.say(used.label),
        ", ".join(words.say(code) for code in used.codes),
        used.name,
        used.value,
        words.unit(used.unit),
        used.low,
        used.high,
        used.source,
        used.locator,
        used.mark,
        used.reviewed,
    )
