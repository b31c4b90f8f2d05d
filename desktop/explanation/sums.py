"""Finds out whether a number is a sum, and what each of the numbers it is made of adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum, isfinite

from desktop.explanation.equation import right_side, same, tokens
from desktop.explanation.reading import Reading
from diagnostics.core import Formula
from diagnostics.core.entities import is_above

Numbers = Mapping[str, float]
# Tried out with numbers that have nothing in common: a farm's own may be zero by chance.
TRIED = (2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0, 23.0, 29.0, 31.0, 37.0, 41.0, 43.0, 47.0)


def added_by(reading: Reading, formula: Formula, arguments: Numbers) -> dict[str, float]:
    """Give what each need adds to the value; nothing where the value is no sum of such parts.

    A share or a factor weighs what is added, it adds nothing itself.
    """
    adding = [need for need in formula.needs if _can_add(reading, need)]
    if len(adding) < len(("one", "other")):
        return _whole(reading, formula, adding, arguments)
    tried = {**arguments, **dict(zip(adding, TRIED, strict=False))}
    if not _is_sum(reading, formula, adding, tried):
        return {}
    return _effects(reading, formula, adding, arguments)


def is_plain_sum(text: str) -> bool:
    """Tell a formula that has nothing but symbols, plus and minus."""
    pieces = tokens(text)
    signs = {piece.text for piece in pieces if piece.kind == "sign"}
    return all(piece.kind in ("symbol", "sign") for piece in pieces) and signs <= {"+", "−"}


def _can_add(reading: Reading, need: str) -> bool:
    quantity = reading.model[need]
    return quantity.unit != "1" and quantity.passport is None


def _whole(
    reading: Reading, formula: Formula, adding: Sequence[str], arguments: Numbers
) -> dict[str, float]:
    """Give the sum of the rows below, where the formula is nothing else."""
    is_identity = len(formula.needs) == 1 and len(tokens(right_side(formula.equation))) == 1
    if not (adding and is_identity):
        return {}
    below = is_above(formula.on, reading.model[adding[0]].on)
    return {adding[0]: arguments[adding[0]]} if below else {}


def _is_sum(reading: Reading, formula: Formula, adding: Sequence[str], numbers: Numbers) -> bool:
    effects = _effects(reading, formula, adding, numbers)
    whole = reading.worked_out(formula, numbers)
    return all(isfinite(one) for one in effects.values()) and same(fsum(effects.values()), whole)


def _effects(
    reading: Reading, formula: Formula, adding: Sequence[str], numbers: Numbers
) -> dict[str, float]:
    """Give what is missing from the value when one need after the other is left out."""
    whole = reading.worked_out(formula, numbers)
    return {need: whole - reading.worked_out(formula, {**numbers, need: 0.0}) for need in adding}
