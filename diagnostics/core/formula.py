"""A formula is a pure function whose argument names are its dependencies."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NotRequired, TypedDict, Unpack

from diagnostics.core.choices import Among, Choice
from diagnostics.core.entities import Entity
from diagnostics.core.sources import Citation
from diagnostics.core.values import Values

Body = Callable[..., Values]


@dataclass(frozen=True)
class Branches:
    """Other formulas that take over on rows where a method is chosen."""

    choice: Choice
    formulas: Mapping[str, str]


@dataclass(frozen=True)
class Flow:
    """What rows pass on to each other: ``share`` of each giver's whole goes to the receiver.

    ``share`` is a quantity of the rows that are owned by the giver and point to the receiver.
    """

    share: str


@dataclass(frozen=True)
class Formula:
    """A declared formula; it stays callable with floats or arrays.

    ``where`` filters the rows that are summed into an argument, ``via`` sums them along a link
    instead of the owner, ``along`` takes a value from the row a link points to (0 where there is
    none), ``assumes`` names the needs that make a rule's value a reference value rather than the
    farm's own data, ``positive`` and ``applies`` say when a ratio does not apply, and why.
    ``flow`` adds what other rows pass on. ``alone`` is its value by itself, where no farm is
    looked at and what it needs is not given.
    """

    name: str
    body: Body
    on: type[Entity]
    needs: tuple[str, ...]
    label: str
    symbol: str
    unit: str
    equation: str
    source: Citation
    mark: str
    adds: bool = False
    rule: bool = False
    empirical: str = ""
    assumes: tuple[str, ...] = ()
    where: Mapping[str, tuple[Among, ...]] = field(default_factory=dict)
    via: Mapping[str, type[Entity]] = field(default_factory=dict)
    unlinked: Mapping[str, type[Entity]] = field(default_factory=dict)
    positive: Mapping[str, str] = field(default_factory=dict)
    applies: tuple[Among, str] | None = None
    branches: Branches | None = None
    along: Mapping[str, type[Entity]] = field(default_factory=dict)
    flow: Flow | None = None
    alone: float | None = None

    def __call__(self, *arguments: Values, **named: Values) -> Values:
        return self.body(*arguments, **named)

    def passes(self, need: str) -> bool:
        """Whether a need is the share that rows pass on to each other."""
        return self.flow is not None and self.flow.share == need

    def selects(self, need: str) -> bool:
        """Whether it takes in chosen rows of a need only."""
        return need in self.where or need in self.via or need in self.unlinked

    @property
    def sums_selected_rows(self) -> bool:
        """Whether it adds up chosen rows only, so that it cannot be evaluated row by row."""
        return bool(self.where or self.via or self.unlinked or self.flow)


class Declaration(TypedDict):
    """What a formula says of itself; everything but its name and its body."""

    on: type[Entity]
    label: str
    symbol: str
    unit: str
    equation: str
    source: Citation
    mark: str
    adds: NotRequired[bool]
    rule: NotRequired[bool]
    empirical: NotRequired[str]
    assumes: NotRequired[tuple[str, ...]]
    where: NotRequired[Mapping[str, tuple[Among, ...]]]
    via: NotRequired[Mapping[str, type[Entity]]]
    unlinked: NotRequired[Mapping[str, type[Entity]]]
    positive: NotRequired[Mapping[str, str]]
    applies: NotRequired[tuple[Among, str]]
    branches: NotRequired[Branches]
    along: NotRequired[Mapping[str, type[Entity]]]
    flow: NotRequired[Flow]
    alone: NotRequired[float]


def formula(
    *, name: str | None = None, **declared: Unpack[Declaration]
) -> Callable[[Body], Formula]:
    """Declare the decorated function as a formula; its argument names are what it needs.

    ``rule=True`` declares the rule that fills a field nobody answered. ``empirical`` names the
    publication of a regression whose coefficients carry no units of their own.
    """

    def declare(body: Body) -> Formula:
        needs = tuple(inspect.signature(body).parameters)
        return Formula(name=name or body.__name__, body=body, needs=needs, **declared)

    return declare
