"""Reference values are those the result rests on: an answer hides what it replaces."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from diagnostics import Diagnosis, diagnose
from diagnostics.core import Choice, CodeRule, Number
from diagnostics.core.farm import stack
from diagnostics.core.run import Run
from diagnostics.diagnosis import HEADLINES
from diagnostics.gathering import gather
from diagnostics.library import model_of
from diagnostics.record import Entry, FarmRecord
from diagnostics.reference_values import ReferenceValue, in_use, reference_effects
from diagnostics.variants import variant
from tests.farms import dairy_farm
from tests.quick_farms import FARMS, answered, factors
from tests.typical_farms import TYPICAL

Change = tuple[Number | Choice, str, float | str]
BEEF = "gross_footprint_beef"
ALL = pytest.mark.parametrize(
    "record",
    [*(build() for build in TYPICAL.values()), *map(answered, FARMS)],
    ids=[*TYPICAL, *FARMS],
)


def lines(record: FarmRecord) -> list[Mapping[str, Any]]:
    """The reference values of the results file."""
    found: list[Mapping[str, Any]] = diagnose(record, factors()).results()["defaults_used"]
    return found


def named(record: FarmRecord) -> set[tuple[str, str]]:
    """Their rows and names."""
    return {(line["row"], line["name"]) for line in lines(record)}


def test_that_a_default_behind_an_answer_is_not_listed() -> None:
    listed = named(dairy_farm())

    assert ("DAIRY", "grazing_days") not in listed
    assert ("DAIRY", "main_manure") not in listed
    assert ("", "hedge_density") not in listed


def test_that_it_is_listed_once_the_answer_is_taken_away() -> None:
    listed = named(dairy_farm().but("DAIRY/DC", "pasture_share", None))

    assert ("DAIRY", "grazing_days") in listed
    assert ("DAIRY", "grazing_hours") in listed


def test_that_optional_extras_that_count_as_none_are_not_listed() -> None:
    assert not {name for _, name in named(dairy_farm())} & {"petrol", "propane", "wood_fuel"}


def figures(record: FarmRecord, changes: Sequence[Change]) -> list[list[float]]:
    """The headline figures of a dossier, and those with each value stated, all in one run."""
    model, farm = model_of(factors()), gather([record])
    farms = [farm, *(variant(farm, *change) for change in changes)]
    values = Run(model, stack(farms)).compute(HEADLINES).values
    columns = [values[name].reshape(len(farms), -1) for name in HEADLINES]
    return [[float(v) for column in columns for v in column[n]] for n in range(len(farms))]


def differ(before: list[float], after: list[float]) -> bool:
    """Whether one figure at least is another."""
    return not np.allclose(before, after, rtol=1e-11, atol=0.0, equal_nan=True)


def others(one: ReferenceValue) -> list[Change]:
    """The changes of a reference value that may tell: a little more or less, another option."""
    if isinstance(one.field, Choice):
        return [(one.field, one.row, option.code) for option in one.field.options]
    value = float(one.value)
    step = abs(value) * 0.01 or 1.0
    tried = (value + step, value - step)
    low, high = one.field.bounds
    return [(one.field, one.row, v) for v in tried if low <= v <= high]


@ALL
def test_that_every_listed_value_moves_a_headline_figure(record: FarmRecord) -> None:
    listed = in_use(diagnose(record, factors()))
    changes = [change for one in listed for change in others(one)]
    base, *found = figures(record, changes)
    moving = {(c[1], c[0].name) for c, f in zip(changes, found, strict=True) if differ(base, f)}

    assert [(one.row, one.field.name) for one in listed
            if (one.row, one.field.name) not in moving] == []  # fmt: skip


@ALL
def test_that_no_default_that_moves_a_headline_figure_is_left_out(record: FarmRecord) -> None:
    found = diagnose(record, factors())
    listed = {(one.row, one.field.name) for one in in_use(found)}
    changes = [c for c in defaults(found) if (c[1], c[0].name) not in listed]
    base, *after = figures(record, changes)

    assert [(c[1], c[0].name) for c, f in zip(changes, after, strict=True) if differ(base, f)] == []


def defaults(found: Diagnosis) -> Iterator[Change]:
    """A little less than each default that is an estimate, on each row."""
    for quantity in found.model.quantities.values():
        for place, key in enumerate(found.trace.keys(quantity.on)):
            value = float(found.values[quantity.name][place])
            asked = quantity.field
            is_default = found.trace.origin(quantity, place) == "default" and asked is not None
            if is_default and np.isfinite(value) and value not in (0.0, *asked.bounds):
                yield asked, key, value * 0.99


@ALL
def test_that_no_open_choice_that_moves_a_headline_figure_is_left_out(record: FarmRecord) -> None:
    found = diagnose(record, factors())
    listed = {(one.row, one.field.name) for one in in_use(found)}
    changes = [c for c in open_choices(found) if (c[1], c[0].name) not in listed]
    base, *after = figures(record, changes)

    assert [(c[1], c[0].name) for c, f in zip(changes, after, strict=True) if differ(base, f)] == []


def open_choices(found: Diagnosis) -> Iterator[Change]:
    """Every answer to each choice that takes a reference answer on a row."""
    for choice in found.model.choices.values():
        rule = choice.default if isinstance(choice.default, CodeRule) else None
        stands_in = rule.assumes if rule else isinstance(choice.default, str)
        stated = found.farm.table(choice.entity).codes.get(choice.name)
        for place, key in enumerate(found.trace.keys(choice.entity)):
            left_open = stated is None or stated[place] < 0
            if stands_in and left_open and not choice.method:
                yield from ((choice, key, option.code) for option in choice.options)


def test_that_a_class_without_animals_and_a_purchase_of_nothing_are_not_listed() -> None:
    listed = named(TYPICAL["B1"]())

    assert not [row for row, _ in listed if row.startswith(("BEEF_SUCKLER/YB", "BEEF_SUCKLER/M1"))]
    assert all(line["value"] != 0 for line in lines(TYPICAL["D5"]()) if "purchase" in line["row"])


def test_that_an_open_question_counts_although_nothing_stands_for_it() -> None:
    quick = answered("dairy")

    assert ("", "grassland_ploughed") in named(quick)
    assert ("", "grassland_ploughed") not in named(quick.but("", "grassland_ploughed", Entry(0.0)))


@pytest.mark.parametrize("code", ["D1", "B2", "B5"])
def test_that_the_effects_are_those_of_single_diagnoses(code: str) -> None:
    record, figure = TYPICAL[code](), "gross_footprint_milk" if code == "D1" else BEEF
    for effect in reference_effects(record, factors()):
        one = effect.reference
        ends = [
            diagnose(record.but(one.row, one.field.name, Entry(v)), factors()).total(figure)
            for v in effect.values
        ]
        assert effect.width == pytest.approx(max(ends) - min(ends), rel=1e-9, abs=1e-12)


def test_that_the_reference_values_that_move_most_come_first() -> None:
    found = reference_effects(TYPICAL["D1"](), factors())

    assert [e.width for e in found] == sorted((e.width for e in found), reverse=True)
    assert found[0].reference.field.name in {"methane_class", "digestibility", "live_weight"}
