"""One level of an explanation, before any words: the arithmetic and what the number is made of."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.explanation.places import Place


@dataclass(frozen=True)
class Amount:
    """A number with its unit as it stands in an arithmetic line; `kind` says how it is written."""

    value: float
    unit: str
    kind: str = "number"  # "number", "share", "factor"


@dataclass(frozen=True)
class Line:
    """One line of arithmetic: amounts, signs and constants, then the result.

    A sum is written in the unit of its total, and so that what is shown adds up.
    """

    terms: tuple[Amount | str, ...]
    result: Amount
    adds_up: bool = False


@dataclass(frozen=True)
class Part:
    """A number below: `weight` is what it adds to the number above, nothing where it multiplies."""

    place: Place
    value: float | None
    unit: str
    weight: float | None = None


@dataclass(frozen=True)
class Picked:
    """An answer to a choice that decides which factor is taken."""

    choice: str
    row: str


@dataclass(frozen=True)
class Level:
    """A number, its arithmetic, and what lies below it."""

    place: Place
    value: float | None
    unit: str
    origin: str
    lines: tuple[Line, ...] = ()
    equation: str = ""
    source: str = ""
    locator: str = ""
    mark: str = ""
    parts: tuple[Part, ...] = ()
    operands: tuple[Part, ...] = ()
    answers: tuple[Place, ...] = ()
    references: tuple[Place, ...] = ()
    factors: tuple[Place, ...] = ()
    picked: tuple[Picked, ...] = ()

    @property
    def below(self) -> tuple[Part, ...]:
        """All numbers that can be opened from here."""
        return (*self.parts, *self.operands)


def by_size(parts: list[Part]) -> tuple[Part, ...]:
    """Sort parts, the largest first; equal ones keep their order."""
    return tuple(sorted(parts, key=_size))


def _size(part: Part) -> float:
    shown = part.value if part.weight is None else part.weight
    return -abs(shown or 0.0)
