"""What each command does to the library, inside the one transaction of its edit."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import singledispatch

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.storage import farms, history
from desktop.storage.commands import (
    AddDossier,
    Annotate,
    BinFarm,
    Command,
    Commit,
    DeleteFarm,
    GoToStep,
    Group,
    KeepText,
    Leave,
    Redo,
    RestoreStates,
    SaveHeadline,
    SetFact,
    SetPlace,
    Undo,
)
from desktop.storage.facts import LAST, Answer, Change, Edit, FarmRow, Reading
from desktop.storage.history import Moment
from desktop.storage.putting_back import changes_to
from desktop.storage.schema import StoredAnswer, StoredRow
from desktop.storage.states import (
    FARM_FACTS,
    answer_at,
    answer_of,
    row_of,
    the_dossier,
    the_farm,
)

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind in its transaction, not yet on the disk."""

    dossier: int | None
    revision: int
    edit: Edit | None = None


def carry_out(command: Command, session: Session, moment: Moment) -> Outcome:
    """Do what a command says inside the transaction of the session; nothing here commits."""
    if isinstance(command, AddDossier):
        return Outcome(farms.add_dossier(session, command, moment.at), 0)
    edit = _do(command, session, moment)
    dossier: int | None = getattr(command, "dossier", None)
    revision = 0 if dossier is None else the_dossier(session, dossier).revision
    return Outcome(dossier, revision, edit)


@singledispatch
def _do(command: object, _session: Session, _moment: Moment) -> Edit | None:
    raise TypeError(f"not a command: {type(command).__name__}")


@_do.register
def _keep_text(command: KeepText, session: Session, moment: Moment) -> Edit | None:
    old = answer_at(session, command.dossier, command.subject, command.field)
    if command.text == ("" if old is None else old.text):
        return None
    new = replace(old or Answer(command.subject, command.field), text=command.text, committed=False)
    change = Change("answer", command.subject, command.field, old, new)
    return history.visit(session, moment, command.dossier, change, command.label)


@_do.register
def _commit(command: Commit, session: Session, moment: Moment) -> Edit | None:
    change = _reading_change(session, command.dossier, command.reading)
    if change.old == change.new:
        return None
    return history.visit(session, moment, command.dossier, change, command.label)


@_do.register
def _leave(command: Leave, session: Session, _moment: Moment) -> Edit | None:
    history.close_visit(session, command.dossier, command.subject, command.field)
    return None


@_do.register
def _annotate(command: Annotate, session: Session, moment: Moment) -> Edit | None:
    old = answer_at(session, command.dossier, command.subject, command.field)
    new = replace(old or Answer(command.subject, command.field), note=command.note)
    if command.note == ("" if old is None else old.note):
        return None
    change = Change("answer", command.subject, command.field, old, new)
    return history.visit(session, moment, command.dossier, change, command.label)


@_do.register
def _group(command: Group, session: Session, moment: Moment) -> Edit | None:
    dossier = command.dossier
    removed = [c for subject in command.removed for c in _removal(session, dossier, subject)]
    gone = {_key(change) for change in removed}
    changes = [
        *removed,
        *(
            _row_change(session, dossier, row, gone)
            for row in _placed(session, dossier, command.rows)
        ),
        *(_reading_change(session, dossier, reading, gone) for reading in command.readings),
    ]
    real = [change for change in changes if change.old != change.new]
    return history.act(session, moment, dossier, real, command.label)


@_do.register
def _set_fact(command: SetFact, session: Session, moment: Moment) -> Edit | None:
    dossier = the_dossier(session, command.dossier)
    of_farm = command.fact in FARM_FACTS
    owner = the_farm(session, command.dossier) if of_farm else dossier
    old = getattr(owner, command.fact)
    if old == command.value:
        return None
    change = Change("farm" if of_farm else "dossier", "", command.fact, old, command.value)
    return history.visit(session, moment, command.dossier, change, command.label)


@_do.register
def _undo(command: Undo, session: Session, moment: Moment) -> Edit | None:
    return history.undo(session, moment, command.dossier)


@_do.register
def _redo(command: Redo, session: Session, moment: Moment) -> Edit | None:
    return history.redo(session, moment, command.dossier)


@_do.register
def _go_to_step(command: GoToStep, session: Session, moment: Moment) -> Edit | None:
    return history.go_to(session, moment, command.dossier, command.step)


@_do.register
def _restore(command: RestoreStates, session: Session, moment: Moment) -> Edit | None:
    changes = changes_to(session, command.dossier, command)
    return history.act(session, moment, command.dossier, changes, command.label)


@_do.register
def _set_place(command: SetPlace, session: Session, moment: Moment) -> Edit | None:
    dossier = the_dossier(session, command.dossier)
    dossier.place = command.place
    dossier.opened_at = moment.at
    return None


@_do.register
def _bin_farm(command: BinFarm, session: Session, moment: Moment) -> Edit | None:
    farms.bin_farm(session, command.farm, moment.at if command.binned else None)
    return None


@_do.register
def _delete_farm(command: DeleteFarm, session: Session, _moment: Moment) -> Edit | None:
    farms.delete_farm(session, command.farm)
    return None


@_do.register
def _save_headline(command: SaveHeadline, session: Session, _moment: Moment) -> Edit | None:
    farms.save_headline(session, command.headline)
    return None


def _reading_change(
    session: Session, dossier: int, reading: Reading, gone: Container[Key] = ()
) -> Change:
    subject, field = reading.subject, reading.field
    away = ("answer", subject, field) in gone
    old = None if away else answer_at(session, dossier, subject, field)
    new = Answer(
        subject,
        field,
        text=reading.text,
        number=reading.number,
        option=reading.option,
        origin=reading.origin,
        confirmed=reading.confirmed,
        note="" if old is None else old.note,
    )
    return Change("answer", subject, field, old, new)


def _row_change(session: Session, dossier: int, row: FarmRow, gone: Container[Key]) -> Change:
    stored = session.get(StoredRow, (dossier, row.subject))
    away = stored is None or ("row", row.subject, "") in gone
    old = None if stored is None or away else row_of(stored)
    return Change("row", row.subject, "", old, row)


def _placed(session: Session, dossier: int, rows: Iterable[FarmRow]) -> Iterator[FarmRow]:
    """The rows with their place in the order; new ones without one go behind the others."""
    newest = select(func.max(StoredRow.position)).where(StoredRow.dossier_id == dossier)
    behind = (session.scalar(newest) or 0) + 1
    for step, row in enumerate(rows):
        yield replace(row, position=behind + step) if row.position == LAST else row


def _removal(session: Session, dossier: int, subject: str) -> list[Change]:
    """A row leaves with all that hangs on it: answers first, then rows from the leaves inwards."""
    answers = select(StoredAnswer).where(
        StoredAnswer.dossier_id == dossier, _within(StoredAnswer.subject, subject)
    )
    rows = select(StoredRow).where(
        StoredRow.dossier_id == dossier, _within(StoredRow.subject, subject)
    )
    deepest_first = sorted(session.scalars(rows), key=lambda r: (-len(r.subject), r.subject))
    return [
        *(
            Change("answer", a.subject, a.field, answer_of(a), None)
            for a in session.scalars(answers)
        ),
        *(Change("row", r.subject, "", row_of(r), None) for r in deepest_first),
    ]


def _within(column: InstrumentedAttribute[str], subject: str) -> ColumnElement[bool]:
    """The row itself and every row whose path goes through it; no wildcard can slip in."""
    return or_(column == subject, func.substr(column, 1, len(subject) + 1) == f"{subject}/")


def _key(change: Change) -> Key:
    return change.kind, change.subject, change.field
