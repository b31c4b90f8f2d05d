"""Questions answered by a number: label, unit, limits, default and help in one declaration."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING

from diagnostics.core.chance import FIXED, Spread
from diagnostics.core.units import accepted

if TYPE_CHECKING:
    from diagnostics.core.choices import Among
    from diagnostics.core.entities import Entity

Limits = tuple[float, float]
NINE_IN_TEN = 3.29  # standard deviations of a normal law that hold 90 % of it
UNKNOWN_RELATIVE = 0.30


class Verdict(Enum):
    """What a field thinks of a value."""

    FINE = "fine"
    UNUSUAL = "unusual"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Judgement:
    """A verdict, and the limits it rests on, in the engine's unit."""

    verdict: Verdict
    limits: Limits | None = None


class Number:
    """A quantity a farm can state; all limits and the default are in the engine's unit."""

    def __init__(
        self,
        label: str,
        *,
        symbol: str,
        unit: str,
        bounds: Limits,
        usual: Limits | None = None,
        default: float | None = None,
        default_note: str = "",
        adds: bool = False,
        shown: str | None = None,
        units: Mapping[str, float] | None = None,
        spread: Spread = FIXED,
        informative: bool = False,
        extra: bool = False,
        only: "Among | None" = None,
        help: str = "",
    ) -> None:
        self.label, self.symbol, self.unit = label, symbol, unit
        self.bounds, self.usual = bounds, usual
        self.default, self.default_note = default, default_note
        self.adds = adds
        self.units = {**accepted(unit), **(units or {})}
        self.shown = shown or unit
        self.spread = spread
        self.informative = informative
        self.extra = extra  # adds to another question; a bare formula counts it as its default
        self.only = only  # the rows on which the field has an effect; None is all
        self.help = help
        self.name = ""
        self.entity: type[Entity]

    def __set_name__(self, owner: "type[Entity]", name: str) -> None:
        self.name, self.entity = name, owner

    @property
    def default_spread(self) -> Spread:
        """How unsure the default is: the usual range holds nine in ten, else 30 % (0.5-14).

        A default on a hard limit (all manure in one system, nothing entered) is no estimate: a
        spread cut at the limit would only shift it.
        """
        if self.default in self.bounds:
            return Spread(because="the default is a limit, not an estimate")
        if self.usual is None:
            return Spread("normal", relative=UNKNOWN_RELATIVE)
        return Spread("normal", sd=(self.usual[1] - self.usual[0]) / NINE_IN_TEN)

    def judge(self, value: float, usual: Limits | None = None) -> Judgement:
        """Whether a value is possible, and whether it is usual (``usual`` of a system wins)."""
        low, high = self.bounds
        if not (isfinite(value) and low <= value <= high):
            return Judgement(Verdict.IMPOSSIBLE, self.bounds)
        limits = usual or self.usual
        if limits is not None and not limits[0] <= value <= limits[1]:
            return Judgement(Verdict.UNUSUAL, limits)
        return Judgement(Verdict.FINE)


class Stated:
    """What was stated for a field, row by row, 0 where nothing was; its sum is what is entered."""

    def __init__(self, label: str, *, symbol: str, of: Number) -> None:
        self.label, self.symbol, self.of = label, symbol, of
        self.unit, self.adds = of.unit, True
        self.name = ""

    def __set_name__(self, owner: "type[Entity]", name: str) -> None:
        self.name = name


class Unanswered(Stated):
    """Whether a field was left open, row by row: 1 where nothing was stated for it, else 0."""

    def __init__(self, label: str, *, symbol: str, of: Number) -> None:
        super().__init__(label, symbol=symbol, of=of)
        self.unit, self.adds = "1", False
