"""Reads the equations of the engine, so that a farm's own numbers can be put into them.

An equation is a line such as "ENT = CH4_ent × GWP_CH4"; the symbols are those of the method.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isclose, nan
from typing import Literal

Kind = Literal["number", "symbol", "sign", "open", "close", "comma", "function"]
Numbers = Mapping[str, float]

FUNCTIONS = ("clip", "max", "min")
SUPERSCRIPTS = str.maketrans("0123456789.−", "⁰¹²³⁴⁵⁶⁷⁸⁹·⁻")
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z]\w*)|([+−×/^])|(\()|(\))|(,))")
_BRANCHES = re.compile(r"(.+) if (.+) > 0, else (.+)")
_POWER = re.compile(r"\^([\d.]+)")


@dataclass(frozen=True)
class Token:
    """One piece of an equation."""

    kind: Kind
    text: str


class NotReadable(ValueError):
    """An equation that this grammar does not know."""


def right_side(equation: str) -> str:
    """Give what stands behind the equals sign."""
    return equation.partition(" = ")[2]


def tokens(text: str) -> list[Token]:
    """Cut a formula into its pieces."""
    found, place = [], 0
    kinds: tuple[Kind, ...] = ("number", "symbol", "sign", "open", "close", "comma")
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None:
            raise NotReadable(text)
        kind = kinds[(match.lastindex or 1) - 1]
        piece = match.group(match.lastindex or 0)
        found.append(Token("function" if piece in FUNCTIONS else kind, piece))
        place = match.end()
    return found


def evaluate(text: str, numbers: Numbers) -> float:
    """Work a formula out; NaN where it divides by zero or a number is not known."""
    return _Reader(tokens(chosen(text, numbers)), numbers).whole()


def chosen(text: str, numbers: Numbers) -> str:
    """Give the branch that holds: "X if Y > 0, else Z" is X or Z."""
    branches = _BRANCHES.fullmatch(text)
    if branches is None:
        return text
    first, condition, otherwise = branches.groups()
    return str(first if evaluate(condition, numbers) > 0 else otherwise)


def unlimited(text: str) -> str:
    """Give what stands inside "max(0, …)" or "clip(…, 0, 1)", where it spans the whole formula."""
    pieces = tokens(text)
    if not pieces or pieces[0].kind != "function" or not text.endswith(")"):
        return text
    arguments = _arguments(text[text.index("(") + 1 : -1])
    named = [one for one in arguments if any(t.kind == "symbol" for t in tokens(one))]
    return named[0] if len(named) == 1 else text


def _arguments(inside: str) -> list[str]:
    found, depth = [""], 0
    for letter in inside:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return [argument.strip() for argument in found]


def symbols(text: str) -> Iterator[str]:
    """Give the symbols of a formula in reading order."""
    yield from (token.text for token in tokens(text) if token.kind == "symbol")


def pretty(equation: str) -> str:
    """Write an equation with raised powers, as in a book."""
    return _POWER.sub(_raised, equation)


def _raised(power: re.Match[str]) -> str:
    return power.group(1).translate(SUPERSCRIPTS)


def same(one: float, other: float) -> bool:
    """Tell whether two numbers differ by no more than the rounding of a computer."""
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


class _Reader:
    """Works out a formula from left to right, powers before products before sums."""

    def __init__(self, pieces: list[Token], numbers: Numbers) -> None:
        self._pieces = pieces
        self._numbers = numbers
        self._place = 0

    def whole(self) -> float:
        """Read everything."""
        value = self._sum()
        if self._place < len(self._pieces):
            raise NotReadable(self._pieces[self._place].text)
        return value

    def _next_is(self, *texts: str) -> str:
        """Take the next piece if it is one of the texts."""
        here = self._pieces[self._place].text if self._place < len(self._pieces) else ""
        if here not in texts:
            return ""
        self._place += 1
        return here

    def _sum(self) -> float:
        value = self._product()
        while sign := self._next_is("+", "−"):
            term = self._product()
            value = value + term if sign == "+" else value - term
        return value

    def _product(self) -> float:
        value = self._power()
        while sign := self._next_is("×", "/"):
            factor = self._power()
            value = value * factor if sign == "×" else _divided(value, factor)
        return value

    def _power(self) -> float:
        value = self._single()
        if self._next_is("^"):
            exponent = self._single()
            return float(value**exponent) if value >= 0 else nan
        return value

    def _single(self) -> float:
        if self._place >= len(self._pieces):
            raise NotReadable("")
        token = self._pieces[self._place]
        self._place += 1
        if token.kind == "number":
            return float(token.text)
        if token.kind == "symbol":
            return self._numbers.get(token.text, nan)
        if token.kind == "function":
            return self._limited(token.text)
        if token.kind != "open":
            raise NotReadable(token.text)
        value = self._sum()
        self._close()
        return value

    def _close(self) -> None:
        if not self._next_is(")"):
            raise NotReadable(")")

    def _limited(self, function: str) -> float:
        if not self._next_is("("):
            raise NotReadable(function)
        values = [self._sum()]
        while self._next_is(","):
            values.append(self._sum())
        self._close()
        if function == "clip":
            return min(max(values[0], values[1]), values[2])
        return max(values) if function == "max" else min(values)


def _divided(value: float, divisor: float) -> float:
    return value / divisor if divisor else nan
