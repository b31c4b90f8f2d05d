"""The reference values a result rests on: what stands where nobody answered, named and listed."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

import numpy as np

from diagnostics.core.choices import Choice, CodeRule
from diagnostics.core.factors import FactorSet
from diagnostics.core.fields import Number
from diagnostics.core.model import Quantity
from diagnostics.diagnosis import HEADLINES, Diagnosis, diagnose
from diagnostics.questionnaire.quick import asked, is_quick
from diagnostics.reached import Reached
from diagnostics.record import FarmRecord
from diagnostics.variants import ends, figure_of, figures, span, variant


@dataclass(frozen=True)
class ReferenceValue:
    """One reference value in use: its row and field, its value in the engine's unit, its origin."""

    row: str
    field: Number | Choice
    value: float | str
    unit: str
    note: str


@dataclass(frozen=True)
class ReferenceEffect:
    """How far the headline figure moves with a reference value.

    ``low`` and ``high`` are the figure at the fifth and the ninety-fifth percentile of the value,
    or the least and the greatest of the options of a choice; ``width`` is their distance, infinite
    where one of them leaves no figure.
    """

    reference: ReferenceValue
    values: tuple[float | str, ...]
    low: float
    high: float
    width: float


def reference_values(diagnosis: Diagnosis) -> list[dict[str, Any]]:
    """The reference values in use as plain data, for the results file."""
    return [
        {
            "row": one.row,
            "name": one.field.name,
            "label": one.field.label,
            "value": one.value,
            "unit": one.unit,
            "note": one.note,
        }
        for one in in_use(diagnosis)
    ]


def in_use(diagnosis: Diagnosis) -> tuple[ReferenceValue, ...]:
    """Every reference value that a headline figure moves with.

    What follows from the farm's own data (the rest of its area, milk sold per cow) is none, nor
    is one that an answer has replaced, nor one that is a limit rather than an estimate (nothing
    entered, all of it in one place), unless it is a question of the visit that was left open.
    """
    assert diagnosis.run is not None
    reached = Reached(diagnosis.run, HEADLINES)
    visit = _questions(diagnosis.record)
    quantities, choices = diagnosis.model.quantities.values(), diagnosis.model.choices.values()
    fields = [one for q in quantities for one in _of_field(diagnosis, q, reached, visit)]
    return (*fields, *(one for c in choices for one in _of_choice(diagnosis, c, reached)))


def reference_effects(record: FarmRecord, factors: FactorSet) -> tuple[ReferenceEffect, ...]:
    """The reference values in use with their effect on the headline figure, the greatest first.

    All are tried in one stacked run of some tens of milliseconds.
    """
    diagnosis = diagnose(record, factors)
    assert diagnosis.run is not None
    run, farm, found = diagnosis.run, diagnosis.farm, in_use(diagnosis)
    tried = [ends(run, one.field, one.row) for one in found]
    variants = [
        variant(farm, one.field, one.row, value)
        for one, values in zip(found, tried, strict=True)
        for value in values
    ]
    reached = iter(figures(diagnosis.model, [farm, *variants], figure_of(run))[1:])
    effects = [
        _effect(one, values, [float(next(reached)) for _ in values])
        for one, values in zip(found, tried, strict=True)
    ]
    return tuple(sorted(effects, key=lambda effect: -effect.width))


def _effect(
    one: ReferenceValue, values: tuple[float | str, ...], found: list[float]
) -> ReferenceEffect:
    if not all(map(isfinite, found)):
        return ReferenceEffect(one, values, np.nan, np.nan, inf)
    low, high = span(one.field, np.asarray(found))
    return ReferenceEffect(one, values, low, high, abs(high - low))


def _questions(record: FarmRecord | None) -> set[tuple[str, str]]:
    """The rows and fields that a quick dossier is asked for."""
    if record is None or not is_quick(record):
        return set()
    return {(one.row, one.field.name) for one in asked(record)}


def _of_field(
    diagnosis: Diagnosis, quantity: Quantity, reached: Reached, visit: Set[tuple[str, str]]
) -> Iterator[ReferenceValue]:
    field, rows = quantity.field, reached.rows(quantity.name)
    if field is None or not rows.any():
        return
    values, keys = diagnosis.values[quantity.name], diagnosis.trace.keys(quantity.on)
    for place in np.flatnonzero(rows & np.isfinite(values)).tolist():
        key, value = keys[place], float(values[place])
        is_estimate = value not in (0.0, *field.bounds)
        named = is_estimate or (key, quantity.name) in visit
        if named and stands_in(diagnosis, quantity, place):
            source = quantity.formula.source if quantity.formula else quantity.passport
            note = (source.locator if source else "") or field.default_note
            yield ReferenceValue(key, field, value, diagnosis.unit(quantity, place), note)


def stands_in(diagnosis: Diagnosis, quantity: Quantity, place: int) -> bool:
    """Whether a row of a field holds a reference value, not what follows from the farm's data."""
    origin = diagnosis.trace.origin(quantity, place)
    if quantity.formula is None or origin != "formula":
        return origin == "default"
    return any(_reaches(diagnosis, quantity, need, place) for need in quantity.formula.assumes)


def _reaches(diagnosis: Diagnosis, quantity: Quantity, need: str, place: int) -> bool:
    """Whether an assumed need of a rule is anything but zero on the row."""
    giver = diagnosis.model[need]
    rows = diagnosis.trace.places(quantity, giver, place)
    return any(diagnosis.values[need][row] != 0 for row in rows)


def _of_choice(diagnosis: Diagnosis, choice: Choice, reached: Reached) -> Iterator[ReferenceValue]:
    derived = isinstance(choice.default, CodeRule) and not choice.default.assumes
    if derived or choice.method:
        return
    assert diagnosis.run is not None
    keys, codes = diagnosis.trace.keys(choice.entity), diagnosis.run.codes(choice)
    for place in np.flatnonzero(reached.answers(choice) & (codes >= 0)).tolist():
        option = choice.options[int(codes[place])]
        yield ReferenceValue(keys[place], choice, option.code, "", option.label)
