"""The state of one thing in a dossier: read it, put another in its place, write it down as JSON.

Typing, importing, undo and redo all go through `put`: whatever it can write can be taken back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import assert_never, cast

from sqlalchemy.orm import Session

from desktop.storage.facts import Answer, Change, FarmRow, Kind, Origin, State
from desktop.storage.schema import StoredAnswer, StoredDossier, StoredFarm, StoredRow

DOSSIER_FACTS = ("profile", "year", "version")
FARM_FACTS = ("name",)


def put(session: Session, dossier: int, change: Change, state: State) -> None:
    """Give the thing a change speaks of the state wanted, whatever it was before."""
    match change.kind:
        case "answer":
            _put_answer(session, dossier, change, cast("Answer | None", state))
        case "row":
            _put_row(session, dossier, change, cast("FarmRow | None", state))
        case "dossier":
            setattr(the_dossier(session, dossier), _known(change.field, DOSSIER_FACTS), state)
        case "farm":
            setattr(the_farm(session, dossier), _known(change.field, FARM_FACTS), state)
        case _:
            assert_never(change.kind)
    # Two states of one thing may follow each other in a single transaction.
    session.flush()


def the_dossier(session: Session, dossier: int) -> StoredDossier:
    """The dossier of that number; a number nobody gave is a LookupError."""
    found = session.get(StoredDossier, dossier)
    if found is None:
        raise LookupError(f"no dossier {dossier}")
    return found


def the_farm(session: Session, dossier: int) -> StoredFarm:
    """The farm a dossier belongs to."""
    return session.get_one(StoredFarm, the_dossier(session, dossier).farm_id)


def answer_at(session: Session, dossier: int, subject: str, field: str) -> Answer | None:
    """One field as it stands, None when nobody touched it."""
    stored = session.get(StoredAnswer, (dossier, subject, field))
    return None if stored is None else answer_of(stored)


def answer_of(stored: StoredAnswer) -> Answer:
    """The fact behind a stored answer."""
    return Answer(
        subject=stored.subject,
        field=stored.field,
        text=stored.text,
        number=stored.number,
        option=stored.option,
        origin=cast("Origin", stored.origin),
        note=stored.note,
        committed=bool(stored.committed),
        confirmed=bool(stored.confirmed),
    )


def row_of(stored: StoredRow) -> FarmRow:
    """The fact behind a stored row."""
    return FarmRow(stored.subject, stored.entity, stored.parent, stored.position, stored.workshop)


def written(state: State) -> str | None:
    """A state as JSON, the same state always the same text, so that two can be compared."""
    if state is None:
        return None
    plain = asdict(state) if isinstance(state, Answer | FarmRow) else state
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def read(kind: Kind, text: str | None) -> State:
    """The state behind such a JSON text."""
    if text is None:
        return None
    plain = json.loads(text)
    if kind == "answer":
        return Answer(**plain)
    if kind == "row":
        return FarmRow(**plain)
    return cast("str | int", plain)


def _put_answer(session: Session, dossier: int, change: Change, state: Answer | None) -> None:
    stored = session.get(StoredAnswer, (dossier, change.subject, change.field))
    if state is None:
        if stored is not None:
            session.delete(stored)
        return
    values = asdict(replace(state, subject=change.subject, field=change.field))
    values |= {"committed": int(state.committed), "confirmed": int(state.confirmed)}
    session.merge(StoredAnswer(dossier_id=dossier, **values))


def _put_row(session: Session, dossier: int, change: Change, state: FarmRow | None) -> None:
    stored = session.get(StoredRow, (dossier, change.subject))
    if state is None:
        if stored is not None:
            session.delete(stored)
        return
    session.merge(StoredRow(dossier_id=dossier, **asdict(state)))


def _known(field: str, fields: tuple[str, ...]) -> str:
    if field not in fields:
        raise LookupError(f"no such fact: {field}")
    return field
