"""Every answer of the bundled examples counts: moved by a tenth, it moves a published figure."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from diagnostics import FarmRecord, diagnose
from diagnostics.core.choices import Choice
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.fields import Number
from diagnostics.entities import ENTITIES
from diagnostics.library import formulas
from diagnostics.record import Entry, Row
from tests.farms import FILES, example, factors

ANSWERS = [
    (farm, row.key, name) for farm in FILES for row in example(farm).rows for name in row.entries
]
ASKED = {
    name: asked
    for entity in ENTITIES
    for name, asked in {**numbers_of(entity), **choices_of(entity)}.items()
}
RULES = {formula.name for formula in formulas()} - set(ASKED)


def figures(record: FarmRecord) -> dict[str, Any]:
    """Everything published that is computed, nothing that merely repeats an answer."""
    results = diagnose(record, factors()).results()
    return {
        "sources": results["sources"],
        "storage": results["storage"],
        "values": {k: v["value"] for k, v in results["values"].items() if k in RULES},
        "groups": {k: _computed(v) for k, v in results["groups"].items()},
        "by_workshop": {k: _computed(v) for k, v in results["by_workshop"].items()},
    }


def _computed(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in RULES}


def idle(row: Row, name: str) -> bool:
    """An answer that has no effect where it stands, and why it has none."""
    said = {key: entry.value for key, entry in row.entries.items()}
    without_effect = {
        # An animal that does not grow needs no energy for it, whatever its adult weight.
        "mature_weight": said.get("daily_gain", 0.0) == 0,
        # Only cows need more to live while they give milk.
        "lactating_share": said.get("animal_class") not in ("DC", "SC"),
        # An animal that never goes out walks nowhere and leaves no dung on the grass.
        "terrain": said.get("pasture_share") == 0,
        # Only in a tank or a pit does the time of storage count.
        "storage_months": "slurry" not in str(said.get("manure_system")),
    }
    return without_effect.get(name, False)


def others(name: str, value: float | str) -> Iterator[float | str]:
    """Other answers to the same question: a tenth away, or the other options."""
    asked = ASKED.get(name)
    if isinstance(asked, Choice):
        yield from (option.code for option in asked.options if option.code != value)
        return
    yield _moved(float(value), asked)


def _moved(value: float, asked: Number | Choice | None) -> float:
    if not isinstance(asked, Number):
        return value * 1.1
    low, high = asked.bounds
    return next(v for v in (value * 1.1, value * 0.9, high / 10) if v != value and low <= v <= high)


@pytest.mark.parametrize(("farm", "key", "name"), ANSWERS)
def test_that_every_answer_moves_a_published_figure(farm: str, key: str, name: str) -> None:
    record = example(farm)
    row, before = record.row(key), figures(record)
    entry = row.entries[name]
    moved = (
        figures(record.but(key, name, Entry(value, entry.origin)))
        for value in others(name, entry.value)
    )
    counts = any(after != before for after in moved)

    assert counts is not (idle(row, name) or getattr(ASKED.get(name), "informative", False))


def test_that_a_question_without_effect_would_be_seen() -> None:
    record = example("1")
    silent = record.but("", "region", Entry("po_valley"))

    assert figures(silent) == figures(record)
