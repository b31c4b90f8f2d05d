"""The explanation of one number in words, ready to be shown, read aloud or copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.explanation.lines import Span
from desktop.explanation.places import Place

ChipKind = Literal["answer", "imported", "reference", "given"]


@dataclass(frozen=True)
class Crumb:
    """A number on the way from the headline down to here."""

    label: str
    place: Place


@dataclass(frozen=True)
class Row:
    """A number below: `share` fills the bar, nothing where it is no part of a sum."""

    place: Place
    label: str
    amount: str
    share: float | None = None
    shown_share: str = ""
    colour: str = "text_muted"


@dataclass(frozen=True)
class Chip:
    """An answer, a reference value or a given one, and the field where it can be changed."""

    subject: str
    field: str
    value: str
    label: str
    kind: ChipKind = "answer"
    note: str = ""


@dataclass(frozen=True)
class FactorNote:
    """A published number with its source, and how sure it is in words."""

    place: Place
    label: str
    value: str
    source: str
    note: str = ""


@dataclass(frozen=True)
class Effect:
    """What another answer would do to the number, and the field of that answer."""

    subject: str
    field: str
    value: str
    label: str
    change: str


@dataclass(frozen=True)
class Story:
    """One level of the explanation; what is empty is not shown."""

    place: Place
    title: str
    sentence: str
    crumbs: tuple[Crumb, ...] = ()
    lines: tuple[tuple[Span, ...], ...] = ()
    equation: str = ""
    source: str = ""
    reason: str = ""
    rows: tuple[Row, ...] = ()
    operands: tuple[Row, ...] = ()
    chips: tuple[Chip, ...] = ()
    references: tuple[Chip, ...] = ()
    factors: tuple[FactorNote, ...] = ()
    effects: tuple[Effect, ...] = ()
    between: str = ""

    @property
    def below(self) -> tuple[Row, ...]:
        """All lines of the tree, in the order in which they stand."""
        return (*self.rows, *self.operands)
