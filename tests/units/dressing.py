"""Formulas computed with units: arguments and constants are dressed, and so is numpy.

Matter is part of a unit: a kilogram of methane is no kilogram of nitrogen. Days and years are
units of their own, so that a day taken for a year never goes unseen.
"""

import re
import types
from collections.abc import Callable, Mapping
from functools import cache, reduce
from typing import Any

import pint

from diagnostics.core import Constant, Formula
from tests.plausible import model

SIZES = (
    "kg = [mass]", "g = 1e-3 kg", "t = 1e3 kg", "m3 = [volume]", "L = 1e-3 m3", "ha = [area]",
    "m = [length]", "hundred_metres = [stretch]", "MJ = [energy]", "kWh = 3.6 MJ", "d = [day]",
    "yr = [year]", "month = [month]", "h = [hour]", "head = [animals]",
    "LU = [livestock]", "unit = [invoiced]", "people = [people]",
)  # fmt: skip
MATTER = ("CH4", "N2O", "N2O-N", "N", "C", "DM", "FPCM")
# Two names of one thing, each with its reason.
ALIASES = {
    "CO2": "CO2e",  # a kilogram of carbon dioxide is the kilogram that all others are weighed in
    "VS": "DM",  # the organic matter of dung is dry matter of the feed that was not digested
    "LW": "",  # live weight sold is written in plain kilograms
}
# Matter that a formula leaves behind on purpose.
LEFT_BEHIND = {
    "beef_milk_ratio": "FPCM"
}  # kilograms of meat for each kilogram of milk, a pure share


@cache
def registry() -> pint.UnitRegistry[Any]:
    """Only the units that the engine knows, each independent unless said otherwise."""
    units: pint.UnitRegistry[Any] = pint.UnitRegistry(None)
    for line in SIZES:
        units.define(line)
    for matter in (*MATTER, "CO2e"):
        units.define(f"{_word(matter)} = [{_word(matter)}]")
    return units


def _word(matter: str) -> str:
    return "of_" + matter.replace("-", "_")


def unit(text: str) -> Any:
    """A unit as written in a declaration, ready to be multiplied."""
    above, *below = re.sub(r"\(100 m\)", "hundred_metres", text).split("/")
    return reduce(lambda whole, part: whole / _part(part), below, _part(above))


def _part(text: str) -> Any:
    one = registry().Quantity(1.0)
    for word in text.strip("() ").split():
        name, _, power = ALIASES.get(word, word).partition("^")
        if name and name != "1":
            known = _word(name) if name in (*MATTER, "CO2e") else name
            one = one * registry().Quantity(1.0, known) ** float(power or 1)
    return one


class Numpy:
    """The few functions of numpy that formulas use, for numbers with units."""

    def where(self, condition: Any, inside: Any, outside: Any) -> Any:
        """One side or the other; a bare number only guards a division and has any unit."""
        if isinstance(inside, int | float):
            return outside
        if not isinstance(outside, int | float):
            inside.to(outside.units)
        return inside

    def add(self, one: Any, other: Any) -> Any:
        """The sum."""
        return one + other

    def maximum(self, least: float, value: Any) -> Any:
        """The larger of a bare number and a value."""
        return value

    def equal(self, value: Any, number: float) -> bool:
        """Whether a value is a number; the answer has no unit."""
        return bool(value.magnitude == number)


def dressed(formula: Formula, arguments: Mapping[str, str] | None = None) -> Any:
    """What a formula gives when each argument has its unit; pint refuses what does not add up."""
    units = {need: model()[need].unit for need in formula.needs} | dict(arguments or {})
    body = _with_units(formula.body)
    return body(**{need: 2.0 * unit(text) for need, text in units.items()})


def _with_units(body: Callable[..., Any]) -> Callable[..., Any]:
    """The same code among constants that carry their units."""
    assert isinstance(body, types.FunctionType)
    known = {
        name: float(value) * unit(value.unit) if isinstance(value, Constant) else value
        for name, value in body.__globals__.items()
    }
    known["np"] = Numpy()
    return types.FunctionType(body.__code__, known, body.__name__, None, body.__closure__)


def off(formula: Formula, found: Any) -> float:
    """How many declared units one unit of the result is worth; 1 where they are the same.

    pint.DimensionalityError where they are of different kinds.
    """
    declared = unit(formula.unit)
    left = LEFT_BEHIND.get(formula.name)
    if left:
        found = found * unit(left)
    if not isinstance(found, registry().Quantity):
        if found == 0:  # nothing has any unit
            return 1.0
        found = registry().Quantity(float(found))
    return float((1.0 * found.units / declared).to("").magnitude)
