"""Every answer of the quick diagnosis counts, and every default is one a farmer could enter."""

import numpy as np
import pytest

from diagnostics import diagnose
from diagnostics.core import Choice, Number
from diagnostics.core.entities import numbers_of
from diagnostics.core.fields import Verdict
from diagnostics.entities import ENTITIES
from diagnostics.entities.supplies import BY_RULE
from diagnostics.library import formulas
from diagnostics.questionnaire.quick import asked
from diagnostics.record import Entry
from tests.quick_farms import FARMS, answered, factors

COMPUTED = {f.name for f in formulas() if not f.rule}
FULL = ("dairy that finishes", "dairy that sells crops", "breeder and finisher", "two herds")


def rich(farm: str):
    """A dossier in which nothing is zero, so that each answer has something to act on."""
    record = answered(farm, grassland_ploughed=2.0, straw_bought=5_000.0)
    for workshop in record.of("Workshop"):
        more = {"live_weight_bought": 2_000.0} if workshop.key != "CROPS" else {}
        if workshop.key == "BEEF_SUCKLER":
            more |= {"fattened_per_year": 20.0}
        for name, value in more.items():
            record = record.but(workshop.key, name, Entry(value))
    return record


def figures(record) -> dict[str, float]:
    """Everything computed that is no answer, as sums."""
    run = diagnose(record, factors())
    return {n: float(np.nansum(v)) for n, v in run.values.items() if n in COMPUTED}


CASES = [
    pytest.param(farm, one, id=f"{farm}-{one.row}-{one.field.name}")
    for farm in FULL
    for one in asked(rich(farm))
]


@pytest.mark.parametrize(("farm", "one"), CASES)
def test_that_every_quick_answer_moves_a_figure(farm: str, one) -> None:
    record, field = rich(farm), one.field
    before = figures(record)
    if isinstance(field, Choice):
        others = [option.code for option in field.options]
    else:
        value = float(diagnose(record, factors()).values[field.name][_place(record, one)])
        low, high = field.bounds
        others = [v for v in (value * 0.9, value * 1.1) if low <= v <= high]
    moved = [figures(record.but(one.row, field.name, Entry(v))) for v in others]

    assert any(differ(before, after) for after in moved)


def differ(before: dict[str, float], after: dict[str, float]) -> bool:
    """Whether a figure has moved by more than arithmetic noise."""
    return any(abs(after[n] - v) > 1e-9 * max(abs(v), 1.0) for n, v in before.items())


def _place(record, one) -> int:
    return [row.key for row in record.of(one.field.entity.name)].index(one.row)


@pytest.mark.parametrize("farm", FARMS)
def test_that_every_default_is_within_the_limits_of_its_field(farm: str) -> None:
    found = diagnose(answered(farm), factors())
    for entity in ENTITIES:
        for name, field in numbers_of(entity).items():
            for value in found.values[name]:
                if np.isfinite(value):
                    assert field.judge(float(value)).verdict is not Verdict.IMPOSSIBLE, name


@pytest.mark.parametrize("farm", FARMS)
def test_that_a_quick_dossier_lacks_no_figure_for_want_of_an_answer(farm: str) -> None:
    results = diagnose(answered(farm), factors()).results()

    assert results["values"]["gross_emissions"]["value"] > 0
    assert not [w for w in results["warnings"] if "not entered" in w]


@pytest.mark.parametrize("farm", FARMS)
def test_that_every_default_of_a_quick_dossier_is_told_with_its_source(farm: str) -> None:
    listed = diagnose(answered(farm), factors()).results()["defaults_used"]

    assert all(line["note"] for line in listed)
    assert {"replacement_heifers", "diesel"} & {line["name"] for line in listed}


def test_that_the_items_a_rule_can_count_are_those_of_the_engine() -> None:
    grid = diagnose(answered("dairy"), factors()).model["item_by_rule"].grid
    counted = [cell.codes[0] for cell in grid.table.cells if cell.value == 1]

    assert sorted(counted) == sorted(BY_RULE)


def test_that_a_number_field_is_asked_in_its_own_unit() -> None:
    for one in asked(answered("two herds and all")):
        if isinstance(one.field, Number):
            assert one.field.shown in one.field.units
