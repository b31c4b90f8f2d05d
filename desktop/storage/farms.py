"""Farms and their dossiers: adding one with all its answers, binning one, figures for the list."""

from __future__ import annotations

import json
from dataclasses import asdict
from uuid import uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop.storage.commands import AddDossier
from desktop.storage.facts import Dossier, Headline
from desktop.storage.schema import (
    StoredAnswer,
    StoredDossier,
    StoredFarm,
    StoredHeadline,
    StoredRow,
)


def add_dossier(session: Session, command: AddDossier, now: str) -> int:
    """Write a whole dossier; it is the beginning of its history, not a step of it."""
    farm = command.farm if command.farm is not None else _add_farm(session, command, now)
    dossier = StoredDossier(
        uuid=str(uuid4()),
        farm_id=farm,
        year=command.year,
        version=command.version,
        profile=command.profile,
        revision=0,
        cursor=0,
        opened_at=now,
        place="",
    )
    session.add(dossier)
    session.flush()
    _add_rows(session, dossier.id, command)
    return dossier.id


def bin_farm(session: Session, farm: int, binned_at: str | None) -> None:
    """Put a farm into the bin at that moment, or take it out with None."""
    stored = session.get(StoredFarm, farm)
    if stored is None:
        raise LookupError(f"no farm {farm}")
    stored.binned_at = binned_at


def delete_farm(session: Session, farm: int) -> None:
    """Take a farm out of every table; the tables that hang on it follow by themselves."""
    # By a statement and not object by object: a farm has thousands of rows.
    session.execute(delete(StoredFarm).where(StoredFarm.id == farm))


def save_headline(session: Session, headline: Headline) -> None:
    """Keep the figures of a dossier in the place of the former ones."""
    session.merge(
        StoredHeadline(
            dossier_id=headline.dossier,
            engine=headline.engine,
            factor_hash=headline.factor_hash,
            revision=headline.revision,
            figures=json.dumps(dict(headline.figures), ensure_ascii=False, allow_nan=False),
        )
    )


def dossier_of(stored: StoredDossier, farm_name: str) -> Dossier:
    """The fact behind a stored dossier."""
    return Dossier(
        id=stored.id,
        uuid=stored.uuid,
        farm=stored.farm_id,
        farm_name=farm_name,
        year=stored.year,
        version=stored.version,
        profile=stored.profile,
        revision=stored.revision,
        cursor=stored.cursor,
        opened_at=stored.opened_at,
        place=stored.place,
    )


def dossiers_of(session: Session, farm: int) -> tuple[Dossier, ...]:
    """Every year and version of a farm, the newest year first."""
    statement = (
        select(StoredDossier, StoredFarm.name)
        .join(StoredFarm, StoredFarm.id == StoredDossier.farm_id)
        .where(StoredFarm.id == farm)
        .order_by(StoredDossier.year.desc(), StoredDossier.version.desc())
    )
    return tuple(dossier_of(stored, name) for stored, name in session.execute(statement))


def _add_farm(session: Session, command: AddDossier, now: str) -> int:
    taken = session.scalar(select(StoredFarm.id).where(StoredFarm.uuid == command.uuid))
    uuid = command.uuid if command.uuid and taken is None else str(uuid4())
    farm = StoredFarm(uuid=uuid, name=command.name, created=now, binned_at=None)
    session.add(farm)
    session.flush()
    return farm.id


def _add_rows(session: Session, dossier: int, command: AddDossier) -> None:
    rows = [{"dossier_id": dossier, **asdict(row)} for row in command.rows]
    answers = [
        {"dossier_id": dossier, **asdict(reading), "note": note, "committed": 1}
        for reading, note in zip(command.readings, command.notes, strict=True)
    ]
    session.execute(insert(StoredRow), rows)
    if answers:
        session.execute(insert(StoredAnswer), answers)
