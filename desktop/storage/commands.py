"""What can be asked of the writer: immutable orders, checked before they enter the queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Literal, TypeAlias

from desktop.storage.facts import Answer, FarmRow, Headline, Reading
from desktop.storage.plain_text import KEY_LENGTH, NAME_LENGTH, Unstorable, finite, plain, plain_key

FactName: TypeAlias = Literal["name", "profile", "year", "version"]


@dataclass(frozen=True, slots=True)
class KeepText:
    """Keep the text of a field as it stands, readable or not; its value stays as it was."""

    dossier: int
    subject: str
    field: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """Let a value take effect, with the text it was read from."""

    dossier: int
    reading: Reading
    label: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """The user left the field: what follows is another step of the history."""

    dossier: int
    subject: str
    field: str


@dataclass(frozen=True, slots=True)
class Annotate:
    """Keep a note beside an answer."""

    dossier: int
    subject: str
    field: str
    note: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Several changes that are one step: rows with their answers, an import, a paste."""

    dossier: int
    label: str = ""
    removed: tuple[str, ...] = ()
    rows: tuple[FarmRow, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class SetFact:
    """Change the name of the farm, or the profile, year or version of the dossier.

    What follows within one visit, key by key, is one step of the history.
    """

    dossier: int
    fact: FactName
    value: str | int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the newest step."""

    dossier: int


@dataclass(frozen=True, slots=True)
class Redo:
    """Do the step again that was taken back last."""

    dossier: int


@dataclass(frozen=True, slots=True)
class GoToStep:
    """Undo or redo until the step of this number is the newest one done; 0 undoes them all."""

    dossier: int
    step: int


@dataclass(frozen=True, slots=True)
class RestoreStates:
    """Let a dossier stand as a backup has it, to the letter, as one step of its history."""

    dossier: int
    rows: tuple[FarmRow, ...]
    answers: tuple[Answer, ...]
    facts: tuple[tuple[str, str], ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Remember where the user was, to go on there another day."""

    dossier: int
    place: str


@dataclass(frozen=True, slots=True)
class BinFarm:
    """Put a farm into the bin, or take it out again."""

    farm: int
    binned: bool


@dataclass(frozen=True, slots=True)
class DeleteFarm:
    """Take a farm away for ever, with every year and its history; what it wrote is overwritten."""

    farm: int


@dataclass(frozen=True, slots=True)
class SaveHeadline:
    """Keep the figures of the last calculation for the farm list."""

    headline: Headline


@dataclass(frozen=True, slots=True)
class AddDossier:
    """A new dossier with its rows and notes, of a new farm when `farm` is None.

    A farm that came in a file keeps its `uuid`, so that the next file of it is recognised.
    """

    name: str
    year: int
    profile: str
    rows: tuple[FarmRow, ...]
    readings: tuple[Reading, ...]
    notes: tuple[str, ...]
    farm: int | None = None
    version: int = 1
    uuid: str = ""


Command: TypeAlias = (
    KeepText
    | Commit
    | Leave
    | Annotate
    | Group
    | SetFact
    | Undo
    | Redo
    | GoToStep
    | RestoreStates
    | SetPlace
    | BinFarm
    | DeleteFarm
    | SaveHeadline
    | AddDossier
)


@singledispatch
def checked(command: Command) -> Command:
    """The command as the library may hold it; what it may not hold is an Unstorable at once."""
    return command


@checked.register
def _checked_text(command: KeepText) -> KeepText:
    _place(command.subject, command.field)
    return replace(command, text=plain(command.text), label=_line(command.label))


@checked.register
def _checked_commit(command: Commit) -> Commit:
    reading = checked_reading(command.reading)
    return replace(command, reading=reading, label=_line(command.label))


@checked.register
def _checked_note(command: Annotate) -> Annotate:
    _place(command.subject, command.field)
    return replace(command, note=plain(command.note), label=_line(command.label))


@checked.register
def _checked_group(command: Group) -> Group:
    if "" in command.removed:
        raise Unstorable("the farm itself is not a row to take away")
    _rows(command.rows)
    readings = tuple(checked_reading(reading) for reading in command.readings)
    return replace(command, readings=readings, label=_line(command.label))


@checked.register
def _checked_fact(command: SetFact) -> SetFact:
    value = _line(command.value) if isinstance(command.value, str) else command.value
    return replace(command, value=value, label=_line(command.label))


@checked.register
def _checked_dossier(command: AddDossier) -> AddDossier:
    _rows(command.rows)
    return replace(
        command,
        name=_line(command.name),
        readings=tuple(checked_reading(reading) for reading in command.readings),
        notes=tuple(plain(note) for note in command.notes),
    )


def checked_reading(reading: Reading) -> Reading:
    """A reading with plain text and a finite number."""
    _place(reading.subject, reading.field)
    return replace(
        reading,
        text=None if reading.text is None else plain(reading.text),
        number=finite(reading.number),
        option=None if reading.option is None else plain(reading.option, KEY_LENGTH),
    )


def _place(subject: str, field: str) -> None:
    plain_key(subject)
    if not plain_key(field):
        raise Unstorable("a field needs a name")


def _rows(rows: tuple[FarmRow, ...]) -> None:
    for row in rows:
        _place(row.subject, row.entity)
        plain_key(row.workshop)


def _line(text: str) -> str:
    """A name or a label: one line, of the length of a name."""
    return " ".join(plain(text, NAME_LENGTH).split("\n"))
