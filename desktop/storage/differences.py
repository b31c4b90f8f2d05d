"""What differs between the library as it stands and a backup, farm by farm and answer by answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from desktop.storage.cards import read_only
from desktop.storage.facts import Answer, FarmRow
from desktop.storage.troubles import DAMAGED, StoreUnavailable, unavailable

Fate = Literal["same", "changed", "comes back", "goes away"]
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DossierState:
    """A dossier with all that stands in it."""

    id: int
    uuid: str
    year: int
    version: int
    profile: str
    rows: dict[str, FarmRow] = field(default_factory=dict)
    answers: dict[Place, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FarmState:
    """A farm with its dossiers by their lasting name; `id` is only good in its own file."""

    id: int
    uuid: str
    name: str
    binned: bool
    dossiers: dict[str, DossierState]


@dataclass(frozen=True, slots=True)
class AnswerDifference:
    """One answer as it is now and as it was then; None is "not given"."""

    year: int
    subject: str
    field: str
    now: Answer | None
    then: Answer | None


@dataclass(frozen=True, slots=True)
class FarmDifference:
    """What restoring one farm would do to it."""

    uuid: str
    name: str
    fate: Fate
    now: FarmState | None
    then: FarmState | None
    answers: tuple[AnswerDifference, ...] = ()
    rows: int = 0


def differences(library: Path, backup: Path) -> tuple[FarmDifference, ...]:
    """Every farm of the library and of the backup; those that change come first."""
    now, then = farm_states(library), farm_states(backup)
    found = [_difference(now.get(uuid), then.get(uuid)) for uuid in {**then, **now}]
    order = ("changed", "comes back", "goes away", "same")
    return tuple(sorted(found, key=lambda one: (order.index(one.fate), one.name, one.uuid)))


def farm_states(path: Path) -> dict[str, FarmState]:
    """Every farm of a library or backup by its lasting name, those in the bin too."""
    try:
        with closing(read_only(path)) as connection:
            connection.execute("BEGIN")
            connection.row_factory = sqlite3.Row
            return {farm.uuid: farm for farm in _farms(connection)}
    except (sqlite3.Error, OSError, ValueError, TypeError) as error:
        raise unavailable(error) or StoreUnavailable(DAMAGED) from error


def _farms(connection: sqlite3.Connection) -> Iterator[FarmState]:
    dossiers = _dossiers(connection)
    for row in connection.execute("SELECT * FROM farm ORDER BY id").fetchall():
        own = {d.uuid: d for farm, d in dossiers if farm == row["id"]}
        yield FarmState(row["id"], row["uuid"], row["name"], row["binned_at"] is not None, own)


def _dossiers(connection: sqlite3.Connection) -> list[tuple[int, DossierState]]:
    found = {
        row["id"]: (
            row["farm_id"],
            DossierState(row["id"], row["uuid"], row["year"], row["version"], row["profile"]),
        )
        for row in connection.execute("SELECT * FROM dossier ORDER BY id")
    }
    for row in connection.execute("SELECT * FROM row ORDER BY dossier_id, position, subject"):
        _, dossier = found[row["dossier_id"]]
        dossier.rows[row["subject"]] = FarmRow(**_fields(row, FarmRow.__slots__))
    for row in connection.execute("SELECT * FROM answer"):
        _, dossier = found[row["dossier_id"]]
        dossier.answers[row["subject"], row["field"]] = _answer(row)
    return list(found.values())


def _answer(row: sqlite3.Row) -> Answer:
    fields = _fields(row, Answer.__slots__)
    flags = {name: bool(fields.get(name, False)) for name in ("committed", "confirmed")}
    return Answer(**{**fields, **flags})


def _fields(row: sqlite3.Row, names: tuple[str, ...]) -> dict[str, Any]:
    """The columns that this program knows and the file has; older files have fewer."""
    return {name: row[name] for name in row.keys() if name in names}  # noqa: SIM118


def _difference(now: FarmState | None, then: FarmState | None) -> FarmDifference:
    whose = then or now
    assert whose is not None
    if now is None or then is None:
        fate: Fate = "comes back" if now is None else "goes away"
        return FarmDifference(whose.uuid, whose.name, fate, now, then)
    answers = tuple(_answers(now, then))
    rows = sum(_rows(now.dossiers.get(uuid), one) for uuid, one in then.dossiers.items())
    facts = _facts(now) != _facts(then)
    fate = "changed" if answers or rows or facts else "same"
    return FarmDifference(whose.uuid, now.name, fate, now, then, answers, rows)


def _facts(farm: FarmState) -> object:
    told = {uuid: (d.year, d.version, d.profile) for uuid, d in farm.dossiers.items()}
    return farm.name, farm.binned, told


def _answers(now: FarmState, then: FarmState) -> Iterator[AnswerDifference]:
    for uuid, old in then.dossiers.items():
        present = now.dossiers.get(uuid)
        answers = present.answers if present is not None else {}
        for place in sorted({**old.answers, **answers}):
            pair = answers.get(place), old.answers.get(place)
            if pair[0] != pair[1]:
                yield AnswerDifference(old.year, *place, *pair)


def _rows(now: DossierState | None, then: DossierState) -> int:
    """How many rows come or go, or stand otherwise."""
    present = now.rows if now is not None else {}
    return sum(present.get(key) != then.rows.get(key) for key in {*present, *then.rows})
