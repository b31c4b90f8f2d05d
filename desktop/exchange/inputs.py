"""The inputs of a diagnosis as a table: what was entered, and what stands in where nobody did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.exchange.sheets import Cell, Sheet
from desktop.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.words import Words
    from diagnostics.diagnosis import Diagnosis
    from diagnostics.record import Entry, Row

REFERENCE = mark("reference value")
ORIGINS = {
    "answer": mark("entered"),
    "given": mark("stated"),
    "imported": mark("imported"),
}


def inputs_sheet(diagnosis: Diagnosis, results: Mapping[str, Any], words: Words) -> Sheet:
    """Everything that goes in, with where it comes from."""
    say = words.say
    header = (
        say("Row"),
        say("What is asked"),
        say("Name in the method"),
        say("Value"),
        say("Unit"),
        say("Origin"),
        say("Remark"),
    )
    rows = (*_entered(diagnosis, words), *_references(diagnosis, results, words))
    return Sheet(say("Inputs"), header, rows)


def _entered(diagnosis: Diagnosis, words: Words) -> Iterator[tuple[Cell, ...]]:
    assert diagnosis.record is not None
    for row in diagnosis.record.rows:
        for name, entry in row.entries.items():
            yield _entry(diagnosis, row, name, entry, words)


def _entry(
    diagnosis: Diagnosis, row: Row, name: str, entry: Entry, words: Words
) -> tuple[Cell, ...]:
    origin = words.say(ORIGINS[entry.origin])
    if isinstance(entry.value, str):
        label, option = _chosen(diagnosis, name, entry.value, words)
        return row.key, label, name, option, "", origin, entry.note
    quantity = diagnosis.model[name]
    value, unit = _shown(diagnosis, name, entry.value, quantity.unit)
    return row.key, words.say(quantity.label), name, value, words.unit(unit), origin, entry.note


def _chosen(diagnosis: Diagnosis, name: str, code: str, words: Words) -> tuple[str, str]:
    choice = diagnosis.model.choices.get(name)
    if choice is None:
        return name, code
    option = choice.option(code)
    return words.say(choice.label), words.say(option.label) if choice.names else option.label


def _shown(diagnosis: Diagnosis, name: str, value: float, unit: str) -> tuple[float, str]:
    """The value in the unit that people are asked in; an invoice keeps its own unit."""
    field = diagnosis.model[name].field
    if field is None or unit != field.unit:
        return value, unit
    return value / field.units[field.shown], field.shown


def _references(
    diagnosis: Diagnosis, results: Mapping[str, Any], words: Words
) -> Iterator[tuple[Cell, ...]]:
    origin = words.say(REFERENCE)
    for used in results["defaults_used"]:
        label, name, value = words.say(used["label"]), used["name"], used["value"]
        if isinstance(value, str):
            yield used["row"], label, name, words.say(used["note"]), "", origin, ""
            continue
        shown, unit = _shown(diagnosis, name, value, used["unit"])
        yield used["row"], label, name, shown, words.unit(unit), origin, words.say(used["note"])
