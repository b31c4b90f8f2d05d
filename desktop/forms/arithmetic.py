"""Reckons what a person types into a field: "=12*50", "3x45+12", "(2+3)*4".

Only numbers, the four operations and brackets; there are no names, so a text can do nothing else.
"""

import re
from collections.abc import Callable
from enum import Enum

DEEPEST = 10
SIGNS = "+-*/()"
_TOKEN = re.compile(rf"[{re.escape(SIGNS)}]|[^{re.escape(SIGNS)}]+")
_CROSS = re.compile(r"(?<=[0-9)])\s*[xX]\s*(?=[0-9(])")
_HEXADECIMAL = re.compile(r"(?<![0-9.,])0+[xX][0-9]")


class Fault(Enum):
    """Why a calculation has no result."""

    UNREADABLE = "unreadable"
    BY_ZERO = "by zero"
    TOO_DEEP = "too deep"


class CalculationError(Exception):
    """Carries the reason out of the nested steps of a calculation."""

    def __init__(self, fault: Fault) -> None:
        """The reason is all a caller needs: it knows the text."""
        super().__init__(fault.value)
        self.fault = fault


def with_signs(text: str) -> str:
    """Turns the letter x between two numbers into the sign of multiplication.

    A programmer's 0x10 keeps its letter, and is then refused: read as 0 times 10 it would be zero.
    """
    return text if _HEXADECIMAL.search(text) else _CROSS.sub("*", text)


def calculate(text: str, operand: Callable[[str], float]) -> float:
    """The result; `operand` reads one number and raises a fault where it cannot."""
    tokens = [token.strip() for token in _TOKEN.findall(text)]
    calculation = _Calculation([token for token in tokens if token], operand)
    result = calculation.sum(depth=0)
    if calculation.next:
        raise CalculationError(Fault.UNREADABLE)
    return result


class _Calculation:
    """Sums hold products, products hold numbers or bracketed sums: one method for each."""

    def __init__(self, tokens: list[str], operand: Callable[[str], float]) -> None:
        self._tokens = tokens
        self._place = 0
        self._operand = operand

    @property
    def next(self) -> str:
        """The token to come, empty at the end."""
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def sum(self, depth: int) -> float:
        """One sign may stand in front: "-3+5"; a second one, as in "--5", is refused."""
        negative = self.next == "-"
        if self.next in ("-", "+"):
            self._take()
        result = self._product(depth)
        result = -result if negative else result
        while self.next in ("+", "-"):
            sign = self._take()
            term = self._product(depth)
            result = result + term if sign == "+" else result - term
        return result

    def _product(self, depth: int) -> float:
        result = self._number(depth)
        while self.next in ("*", "/"):
            sign = self._take()
            factor = self._number(depth)
            result = result * factor if sign == "*" else _divided(result, factor)
        return result

    def _number(self, depth: int) -> float:
        if self.next != "(":
            return self._operand(self._take())
        if depth == DEEPEST:
            raise CalculationError(Fault.TOO_DEEP)
        self._take()
        result = self.sum(depth + 1)
        if self._take() != ")":
            raise CalculationError(Fault.UNREADABLE)
        return result

    def _take(self) -> str:
        token = self.next
        self._place += 1
        return token


def _divided(number: float, divisor: float) -> float:
    if divisor == 0:
        raise CalculationError(Fault.BY_ZERO)
    return number / divisor
