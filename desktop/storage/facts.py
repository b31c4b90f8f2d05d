"""What leaves the library: plain facts that outlive every session of the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal, TypeAlias

SCHEMA = 2
MIN_READER = 1
# The position of a row that goes behind those that are there.
LAST = -1
APPLICATION_ID = int.from_bytes(b"BOCG", "big")

Clock: TypeAlias = Callable[[], datetime]
Kind: TypeAlias = Literal["answer", "row", "dossier", "farm"]
Origin: TypeAlias = Literal["answer", "given", "imported"]
Act: TypeAlias = Literal["done", "undone", "redone", "paused"]


def utc_now() -> datetime:
    """The time of this computer, with its offset, so that it never means two moments."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text together with the value read from it, in the unit of the engine."""

    subject: str
    field: str
    text: str | None
    number: float | None = None
    option: str | None = None
    origin: Origin = "answer"
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One field as it stands: the text on the screen beside the last value that took effect.

    `committed` tells whether the value is the one of the text; "31x" over a value of 31 is not.
    A text of None means that nobody typed it: the value came from a file or a reference.
    `confirmed` tells that the farm said of a rare value that it is right.
    """

    subject: str
    field: str
    text: str | None = None
    number: float | None = None
    option: str | None = None
    origin: Origin = "answer"
    note: str = ""
    committed: bool = True
    confirmed: bool = False

    @property
    def given(self) -> bool:
        """Whether a number or an option is known; a blank field is not a zero."""
        return self.number is not None or self.option is not None


@dataclass(frozen=True, slots=True)
class FarmRow:
    """One repeated thing of a farm: a workshop, a class of animals, a field, a purchase.

    `workshop` is the row a purchase is entered for, an empty text for the whole farm.
    """

    subject: str
    entity: str
    parent: str | None
    position: int = LAST
    workshop: str = ""


State: TypeAlias = Answer | FarmRow | str | int | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that went from a state to another; None stands for "was not there"."""

    kind: Kind
    subject: str
    field: str
    old: State
    new: State

    @property
    def is_note(self) -> bool:
        """Whether only the note beside an answer changes."""
        if not isinstance(self.new, Answer):
            return False
        old = self.old if isinstance(self.old, Answer) else Answer(self.subject, self.field)
        return old != self.new and replace(old, note=self.new.note) == self.new


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of the history: what a single undo takes back."""

    id: int
    dossier: int
    at: str
    label: str
    session: str
    changes: tuple[Change, ...]
    act: Act = "done"
    crosses_session: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """The receipt of commands that are on the disk; it exists only after the disk said so."""

    tickets: tuple[int, ...]
    dossier: int | None
    revision: int
    edit: Edit | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """Commands that can never be saved, such as an answer to a row that is not there."""

    tickets: tuple[int, ...]
    reason: Exception


@dataclass(frozen=True, slots=True)
class Headline:
    """Figures of the last calculation, for lists only; never a result to print."""

    dossier: int
    engine: str
    factor_hash: str
    revision: int
    figures: Mapping[str, float | str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One farm in one year in one version: what a person opens and works on."""

    id: int
    uuid: str
    farm: int
    farm_name: str
    year: int
    version: int
    profile: str
    revision: int
    cursor: int
    opened_at: str
    place: str


@dataclass(frozen=True, slots=True)
class FarmCard:
    """One line of the farm list: the farm and the dossier that was opened last."""

    farm: int
    uuid: str
    name: str
    binned_at: str | None
    dossier: int | None
    year: int | None
    version: int | None
    profile: str
    revision: int
    opened_at: str
    place: str
    headline: Headline | None

    @property
    def fresh(self) -> bool:
        """Whether the figures shown belong to the answers as they stand."""
        return self.headline is not None and self.headline.revision == self.revision
