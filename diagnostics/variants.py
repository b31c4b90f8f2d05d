"""One farm and many like it in one run: each with one more answer, all by the same figure."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite

import numpy as np

from diagnostics.core import Choice, Farm, Number
from diagnostics.core.farm import stack
from diagnostics.core.fields import UNKNOWN_RELATIVE, Limits
from diagnostics.core.model import Model
from diagnostics.core.run import Run
from diagnostics.core.values import NO_CODE, FloatArray

FIVE_PERCENT = 1.645  # standard deviations of a normal law beyond which one value in twenty lies


def figure_of(run: Run) -> str:
    """The figure that counts: of milk or beef where the farm has one product, else of its land."""
    names = ("gross_footprint_milk", "gross_footprint_beef")
    having = [name for name in names if np.isfinite(run.values[name]).sum() > 0]
    alone = len(having) == 1 and np.isfinite(run.values[having[0]]).sum() == 1
    return having[0] if alone else "gross_footprint_area"


def ends(
    run: Run, field: Number | Choice, row: str, usual: Limits | None = None
) -> tuple[float | str, ...]:
    """The p5 and p95 of a value, or the options of a choice; nothing where there is no value.

    The usual range holds nine values in ten; without one the value is known to 30 % (0.5-14).
    """
    if isinstance(field, Choice):
        return tuple(option.code for option in field.options)
    value = float(run.values[field.name][_place(run.farm, field, row)])
    if not isfinite(value):
        return ()
    limits = usual or field.usual
    half = UNKNOWN_RELATIVE * abs(value) * FIVE_PERCENT
    if limits is not None:
        half = (limits[1] - limits[0]) / 2
    low, high = (float(np.clip(value + side * half, *field.bounds)) for side in (-1, 1))
    return (low, high)


def variant(farm: Farm, field: Number | Choice, row: str, value: float | str) -> Farm:
    """The same farm with one more answer."""
    table, place = farm.table(field.entity), _place(farm, field, row)
    if isinstance(field, Number):
        stated = farm.stated(field).copy()
        stated[place] = value
        return farm.but(field, stated)
    codes = table.codes.get(field.name, np.full(len(table), NO_CODE, dtype=np.int16)).copy()
    codes[place] = field.index(str(value))
    changed = replace(table, codes={**table.codes, field.name: codes})
    return Farm(farm.root, {**farm.tables, field.entity: changed})


def figures(model: Model, farms: Sequence[Farm], name: str) -> FloatArray:
    """The figure of each farm, in one run of them all; NaN where it has none."""
    run = Run(model, stack(farms)).compute([name])
    return per_farm(run.values[name], len(farms))


def per_farm(values: FloatArray, farms: int) -> FloatArray:
    """One value for each of several variants of a farm, of which one workshop at most has it."""
    rows = values.reshape(farms, -1)
    known = np.isfinite(rows)
    return np.where(known.any(axis=1), np.where(known, rows, 0.0).sum(axis=1), np.nan)


def span(field: Number | Choice, found: FloatArray) -> tuple[float, float]:
    """The figure at the low and the high end of a number, or the least and greatest of options."""
    if isinstance(field, Number):
        return float(found[0]), float(found[-1])
    return float(found.min()), float(found.max())


def _place(farm: Farm, field: Number | Choice, row: str) -> int:
    return farm.table(field.entity).keys.index(row)
