"""The changes that lead from a dossier as it stands to the one a backup remembers."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.storage.commands import RestoreStates
from desktop.storage.facts import Change
from desktop.storage.schema import StoredAnswer, StoredRow
from desktop.storage.states import FARM_FACTS, answer_of, row_of, the_dossier, the_farm


def changes_to(session: Session, dossier: int, wanted: RestoreStates) -> list[Change]:
    """What goes leaves from the leaves inwards; what comes follows in the order of its rows."""
    answers, rows = _answers(session, dossier, wanted), _rows(session, dossier, wanted)
    gone = sorted((c for c in rows if c.new is None), key=lambda c: (-len(c.subject), c.subject))
    return [
        *(change for change in answers if change.new is None),
        *gone,
        *(change for change in rows if change.new is not None),
        *(change for change in answers if change.new is not None),
        *_facts(session, dossier, wanted),
    ]


def _answers(session: Session, dossier: int, wanted: RestoreStates) -> list[Change]:
    statement = select(StoredAnswer).where(StoredAnswer.dossier_id == dossier)
    now = {(a.subject, a.field): answer_of(a) for a in session.scalars(statement)}
    then = {(answer.subject, answer.field): answer for answer in wanted.answers}
    changes = [
        Change("answer", *place, now.get(place), then.get(place)) for place in {**then, **now}
    ]
    return [change for change in changes if change.old != change.new]


def _rows(session: Session, dossier: int, wanted: RestoreStates) -> list[Change]:
    statement = select(StoredRow).where(StoredRow.dossier_id == dossier)
    now = {row.subject: row_of(row) for row in session.scalars(statement)}
    then = {row.subject: row for row in wanted.rows}
    changes = [Change("row", key, "", now.get(key), then.get(key)) for key in {**then, **now}]
    return [change for change in changes if change.old != change.new]


def _facts(session: Session, dossier: int, wanted: RestoreStates) -> list[Change]:
    farm, stored = the_farm(session, dossier), the_dossier(session, dossier)
    changes = []
    for fact, then in wanted.facts:
        of_farm = fact in FARM_FACTS
        old = getattr(farm if of_farm else stored, fact)
        if old != then:
            changes.append(Change("farm" if of_farm else "dossier", "", fact, old, then))
    return changes
