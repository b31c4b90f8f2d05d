"""All figures of a farm in one long table, for who counts on with another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.exchange.contents import Export
from desktop.exchange.sheets import Cell, Sheet
from diagnostics.balance import SOURCES, STORES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.words import Words


def results_table(export: Export, words: Words) -> Sheet:
    """One figure a line: the farm's, its sources and stores, those of enterprises and groups."""
    say = words.say
    header = (
        say("Farm"),
        say("Year"),
        say("Part"),
        say("Row"),
        say("Name in the method"),
        say("Figure"),
        say("Value"),
        say("Unit"),
        say("Low (5 in 100 below)"),
        say("High (5 in 100 above)"),
    )
    farm = export.results["farm"]
    first = (farm["name"], farm["year"])
    return Sheet(say("Results"), header, tuple((*first, *line) for line in _lines(export, words)))


def _lines(export: Export, words: Words) -> Iterator[tuple[Cell, ...]]:
    yield from _values(export, words)
    yield from _balance(export, words)
    yield from _rows(export, words, words.say("Enterprise"), "by_workshop")
    yield from _rows(export, words, words.say("Group of animals"), "groups")


def _values(export: Export, words: Words) -> Iterator[tuple[Cell, ...]]:
    part, drawn = words.say("Farm"), export.results["uncertainty"]
    for name, entry in export.results["values"].items():
        ends = drawn.get(name, {})
        label, unit = words.say(export.diagnosis.model[name].label), words.unit(entry["unit"])
        yield part, "", name, label, entry["value"], unit, ends.get("p5"), ends.get("p95")


def _balance(export: Export, words: Words) -> Iterator[tuple[Cell, ...]]:
    source, store = words.say("Source line"), words.say("Carbon storage")
    for one in SOURCES:
        value = export.results["sources"][one.code]
        unit = words.unit("kg CO2e/yr")
        yield source, "", one.code, words.say(one.label), value, unit, None, None
    for kept in STORES:
        value, unit = export.results["storage"][kept.code], words.unit("kg CO2/yr")
        yield store, "", kept.code, words.say(kept.label), value, unit, None, None


def _rows(export: Export, words: Words, part: str, block: str) -> Iterator[tuple[Cell, ...]]:
    model = export.diagnosis.model
    for row, figures in export.results[block].items():
        for name, value in figures.items():
            if name in model:
                quantity = model[name]
                label, unit = words.say(quantity.label), words.unit(quantity.unit)
                yield part, row, name, label, value, unit, None, None
