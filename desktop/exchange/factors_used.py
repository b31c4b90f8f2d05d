"""The published numbers that the result of a farm rests on, each once, with its passport."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from diagnostics.diagnosis import HEADLINES
from diagnostics.reached import Reached

if TYPE_CHECKING:
    from diagnostics.core.model import Quantity
    from diagnostics.core.passports import Cell, Passport
    from diagnostics.diagnosis import Diagnosis

LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class FactorUsed:
    """One factor with its value; ``low`` and ``high`` hold nine chances in ten, None where fixed.

    ``codes`` say which line of a table was taken, by the labels of its options.
    """

    name: str
    label: str
    codes: tuple[str, ...]
    value: float
    unit: str
    low: float | None
    high: float | None
    source: str
    locator: str
    mark: str
    reviewed: str


def factors_used(diagnosis: Diagnosis) -> list[FactorUsed]:
    """Every factor behind the headline figures, in the order of the method."""
    assert diagnosis.run is not None
    reached = Reached(diagnosis.run, HEADLINES)
    found: dict[tuple[object, ...], FactorUsed] = {}
    for name in diagnosis.model.order:
        quantity = diagnosis.model[name]
        if quantity.passport is not None:
            for place in np.flatnonzero(reached.rows(name)):
                for one in _on_row(diagnosis, quantity, quantity.passport, int(place)):
                    found.setdefault((one.name, one.codes, one.value), one)
    return list(found.values())


def _on_row(
    diagnosis: Diagnosis, quantity: Quantity, passport: Passport, place: int
) -> Iterator[FactorUsed]:
    value = float(diagnosis.values[quantity.name][place])
    if not isfinite(value) or diagnosis.trace.origin(quantity, place) not in ("factor", "default"):
        return
    codes, labels = _codes(diagnosis, quantity, place)
    cell = quantity.grid.cell(codes) if quantity.grid is not None and codes else None
    place_in = passport if cell is None else cell
    low, high = _ends(value, passport, cell)
    yield FactorUsed(
        name=quantity.name,
        label=quantity.label,
        codes=labels,
        value=value,
        unit=diagnosis.unit(quantity, place),
        low=low,
        high=high,
        source=place_in.source,
        locator=place_in.locator,
        mark=place_in.mark,
        reviewed=passport.reviewed,
    )


def _codes(
    diagnosis: Diagnosis, quantity: Quantity, place: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes by which a table is looked up on a row, and their labels; none if one is open."""
    assert diagnosis.run is not None
    options = []
    for choice in quantity.grid.choices if quantity.grid else ():
        index = int(diagnosis.run.codes_on(choice, quantity.on)[place])
        if index < 0:
            return (), ()
        options.append(choice.options[index])
    return tuple(o.code for o in options), tuple(o.label for o in options)


def _ends(value: float, passport: Passport, cell: Cell | None) -> tuple[float | None, float | None]:
    """The values that five in a hundred draws are below, and above."""
    spread = passport.spread
    if spread.is_fixed:
        return None, None
    given = {} if cell is None else {"low": cell.low, "high": cell.high, "gsd": cell.gsd}
    known = {name: np.array(end) for name, end in given.items() if isfinite(end)}
    drawn = spread.draw(np.array(value), np.array([LOW, HIGH]), **known)
    return float(drawn[0]), float(drawn[1])
