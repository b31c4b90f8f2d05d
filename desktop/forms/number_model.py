"""What a number field is told: its label, its units, what is usual, what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

Range = tuple[float, float]


class State(Enum):
    """How a field stands; its shape and its words say it before its colour does."""

    EMPTY = "empty"
    REFERENCE = "reference"
    TYPED = "typed"
    GIVEN = "given"
    IMPORTED = "imported"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"
    UNUSUAL = "unusual"
    IMPOSSIBLE = "impossible"
    OUT_OF_DATE = "out of date"
    READ_ONLY = "read only"


UNUSED = frozenset({State.AMBIGUOUS, State.UNREADABLE, State.IMPOSSIBLE})
"""States in which the text is kept but not used in the result."""


class Finding(Enum):
    """What is thought of a value; the value is discussed, never the person."""

    FINE = "fine"
    UNUSUAL = "unusual"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Verdict:
    """A finding and the sentence that gives its reason; an empty one leaves it to the field."""

    finding: Finding = Finding.FINE
    message: str = ""


@dataclass(frozen=True)
class FieldUnit:
    """A unit a field can show: `factor` stored units make one of it; `label` as people say it."""

    code: str = ""
    factor: float = 1.0
    label: str = ""


@dataclass(frozen=True)
class Reference:
    """The value used as long as nothing is given, in the stored unit, and where it comes from."""

    value: float
    origin: str = ""


@dataclass(frozen=True)
class NumberFieldModel:
    """Everything a number field needs to know, without an engine behind it.

    Ranges, the reference value and the judge are in the stored unit, the step in the shown one.
    """

    key: str
    label: str
    help: str = ""
    units: tuple[FieldUnit, ...] = (FieldUnit(),)
    preferred: str = ""
    """The code of the unit to begin with; a kept number without a unit is in the first one."""
    density: float | None = None
    possible: Range | None = None
    usual: Range | None = None
    judge: Callable[[float], Verdict] | None = None
    reference: Reference | None = None
    hint: str = ""
    optional: bool = False
    read_only: bool = False
    digits: int = 4
    step: float = 1.0

    def unit(self, code: str) -> FieldUnit:
        """Give the unit with a code, or the first one."""
        return next((unit for unit in self.units if unit.code == code), self.units[0])


@dataclass(frozen=True)
class NumberContents:
    """What stands in a field: the text as typed, and the last value that could be used.

    `value` is in the stored unit; None is "not given", which is not zero.
    """

    text: str = ""
    value: float | None = None
    origin: str = "answer"
    source: str = ""
    confirmed: bool = False
    out_of_date: bool = False


@dataclass(frozen=True)
class NumberAnswer:
    """What a field hands over when an answer takes effect.

    `value` is what counts from now on: the last good one while the text cannot be used.
    """

    key: str
    text: str
    value: float | None
    state: State
    unit: str = ""
    confirmed: bool = False

    @property
    def used(self) -> bool:
        """Whether the text itself is what counts."""
        return self.state not in UNUSED


@dataclass(frozen=True)
class Reckoning:
    """What a text means in a field: its state, its value in the stored unit, what to say."""

    state: State
    value: float | None = None
    message: str = ""
    echo: str = ""
    unit: str = ""
    sign: str = ""
    choices: tuple[float, ...] = field(default=())
