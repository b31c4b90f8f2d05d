"""Puts a farm's own numbers into an equation, so that anyone can work it out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from desktop.explanation.equation import chosen, evaluate, right_side, same, tokens, unlimited
from desktop.explanation.levels import Amount, Line, Part
from desktop.explanation.reading import Reading
from desktop.explanation.zero_terms import without_zero_terms
from diagnostics.core import Formula
from diagnostics.core.model import Quantity

DIVIDED = "÷"
LIMITED = "→"
SHARE_NAMES = ("_share", "_fraction", "_factor", "_allocation", "_allocation_2010")
MOST_TERMS = 7
"""So many parts still make a sum that is read at a glance; more are read in the tree below."""

LEAST_SHARE = 0.002
"""A part smaller than this share of the whole would be written as "less than" in a sum."""


def kind_of(quantity: Quantity) -> str:
    """Tell how a quantity is written in a line: a plain number, a percentage, a published one."""
    if quantity.unit == "1" and _is_share(quantity):
        return "share"
    return "factor" if quantity.passport is not None else "number"


def _is_share(quantity: Quantity) -> bool:
    asked = quantity.field
    if asked is not None:
        return asked.shown == "%"
    return quantity.name.endswith(SHARE_NAMES)


def filled(
    reading: Reading, formula: Formula, arguments: Mapping[str, float], result: Amount, row: int
) -> Line | None:
    """Put numbers into the equation of a formula; nothing where the equation says nothing more."""
    numbers = reading.named(arguments)
    text = unlimited(chosen(right_side(formula.equation), numbers))
    pieces = without_zero_terms(tokens(text), numbers)
    if len(pieces) == 1:
        return None
    kinds = {reading.model[n].symbol: reading.model[n] for n in formula.needs}
    terms: list[Amount | str] = []
    for piece in pieces:
        if piece.kind == "symbol":
            quantity = kinds[piece.text]
            unit = reading.unit(quantity, row) if quantity.on is formula.on else quantity.unit
            terms.append(Amount(numbers[piece.text], unit, kind_of(quantity)))
        else:
            terms.append(DIVIDED if piece.text == "/" else piece.text)
    return Line((*terms, *_limit(evaluate(text, numbers), result)), result)


def _limit(inner: float, result: Amount) -> tuple[Amount | str, ...]:
    """Show what comes out before a limit of the formula takes hold."""
    if not isfinite(inner) or same(inner, result.value):
        return ()
    return ("=", Amount(inner, result.unit, result.kind), LIMITED)


def summed(parts: Sequence[Part], result: Amount) -> Line | None:
    """Write a sum of few parts; nothing where there are too many, or one only."""
    adding = [part for part in parts if part.weight]
    least = LEAST_SHARE * abs(result.value)
    if not 1 < len(adding) <= MOST_TERMS or any(abs(p.weight or 0.0) < least for p in adding):
        return None
    terms: list[Amount | str] = []
    for part in adding:
        weight = part.weight or 0.0
        if terms or weight < 0:
            terms.append("−" if weight < 0 else "+")
        terms.append(Amount(abs(weight), result.unit))
    return Line(tuple(terms), result, adds_up=True)


def times(one: Amount, other: Amount, result: Amount) -> Line:
    """Write a product of two amounts."""
    return Line((one, "×", other), result)
