"""A new library from the rows that could be read of a damaged one.

What hangs in the air is given a hold where that is possible, and is counted where it is not.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from desktop.storage.creating import create_library
from desktop.storage.facts import Clock, Kind
from desktop.storage.records import FARM_ENTITY, parent_of
from desktop.storage.salvage import Found, Row, read_what_is_left
from desktop.storage.states import read
from desktop.storage.troubles import DAMAGED, StoreUnavailable, unavailable
from diagnostics.record import FarmRecord


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What stands in the new library, and what is known to be missing from it."""

    farms: int
    answers: int
    steps: int
    lost_steps: int
    left_out: int
    torn: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether everything that was there could be read."""
        return not self.torn and not self.lost_steps and not self.left_out


def salvage(damaged: Path, target: Path, name: str, program: str, clock: Clock) -> Salvaged:
    """Build a library of what is left; a farm whose name is lost gets the one given."""
    found = read_what_is_left(damaged, program, clock)
    lost = _lost_steps(found)
    _hold_up(found, name, clock)
    create_library(target, program, clock)
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            left_out = _write(connection, found)
            _refuse_flaws(connection)
            connection.execute("COMMIT")
            farms, answers, steps = _counts(connection)
    except sqlite3.Error as error:
        raise unavailable(error) or StoreUnavailable(DAMAGED) from error
    return Salvaged(farms, answers, steps, lost, left_out, tuple(found.torn))


def _lost_steps(found: Found) -> int:
    """The steps have no gap in their numbers: what is missing can be counted."""
    numbers = [int(row["id"]) for row in found.rows.get("edit_log", {}).values()]
    return max(numbers, default=0) - len(numbers)


def _hold_up(found: Found, name: str, clock: Clock) -> None:
    """Give dossiers without a farm, answers without a dossier and rows without a row a hold."""
    for table in ("farm", "dossier", "row", "answer", "edit_log", "headline"):
        found.rows.setdefault(table, {})
    now = clock()
    for dossier in sorted({key[0] for key in found.rows["row"]}, key=str):
        if (dossier,) not in found.rows["dossier"] and isinstance(dossier, int):
            found.rows["dossier"][(dossier,)] = _dossier(dossier, now.year - 1, now.isoformat())
    _pair_off(found)
    for row in found.rows["dossier"].values():
        row["farm_id"] = row.get("farm_id") or _free_farm(found)
        if (row["farm_id"],) not in found.rows["farm"]:
            found.rows["farm"][(row["farm_id"],)] = _farm(row["farm_id"], name, now.isoformat())
        _hold_rows(found, row["id"])
    if "answer" in found.torn:
        _remember_answers(found)


def _pair_off(found: Found) -> None:
    """As many farms without a dossier as dossiers without a farm belong together by their age.

    That is likely and not certain: the name says so.
    """
    owned = {row["farm_id"] for row in found.rows["dossier"].values()}
    farms = [row for key, row in sorted(found.rows["farm"].items()) if key[0] not in owned]
    loose = [row for _, row in sorted(found.rows["dossier"].items()) if not row["farm_id"]]
    if len(farms) == len(loose):
        for farm, dossier in zip(farms, loose, strict=True):
            dossier["farm_id"], farm["name"] = farm["id"], f"{farm['name']} ?"


def _free_farm(found: Found) -> int:
    return max((int(str(key[0])) for key in found.rows["farm"]), default=0) + 1


def _farm(number: int, name: str, now: str) -> Row:
    return {"id": number, "uuid": str(uuid4()), "name": name, "created": now, "binned_at": None}


def _dossier(number: int, year: int, now: str) -> Row:
    profile = FarmRecord("", year, ()).profile
    return {
        "id": number, "uuid": str(uuid4()), "farm_id": 0, "year": year, "version": 1,
        "profile": profile, "revision": 0, "cursor": 0, "opened_at": now, "place": "",
    }  # fmt: skip


def _hold_rows(found: Found, dossier: int) -> None:
    """Let every row hang on the nearest one that is there, in the end on the farm itself."""
    rows = found.rows["row"]
    subjects = {str(key[1]) for key in rows if key[0] == dossier} | {""}
    rows.setdefault((dossier, ""), {
        "dossier_id": dossier, "subject": "", "entity": FARM_ENTITY, "parent": None,
        "position": 0, "workshop": "",
    })  # fmt: skip
    for key, row in rows.items():
        if key[0] == dossier and row["parent"] not in subjects:
            row["parent"] = parent_of(str(key[1]), subjects)


def _remember_answers(found: Found) -> None:
    """Where an answer itself is lost, the newest step that made it what it was still knows it."""
    for step in sorted(found.rows["edit_log"].values(), key=_number):
        dossier = found.rows["dossier"].get((step["dossier_id"],))
        if step["kind"] != "answer" or step["dropped"] or dossier is None:
            continue
        key = (step["dossier_id"], step["subject"], step["field"])
        behind = step["id"] <= dossier["cursor"] or not dossier["cursor"]
        if key[:2] in found.rows["row"] and behind and (state := _state(step)):
            known = found.rows["answer"].get(key)
            if known is None or known.get("remembered"):
                found.rows["answer"][key] = {"dossier_id": key[0], **state, "remembered": True}


def _number(step: Row) -> int:
    return int(step["id"])


def _state(step: Row) -> Row | None:
    try:
        state = json.loads(step["new"] or "null")
    except ValueError:
        return None
    flags = (
        {name: int(state.get(name, False)) for name in ("committed", "confirmed")} if state else {}
    )
    return {**state, **flags} if state else None


def _write(connection: sqlite3.Connection, found: Found) -> int:
    """Put the rows in, each by itself; gives how many the library would not take."""
    left_out = 0
    for table in ("farm", "dossier", "row", "answer", "edit_log", "headline"):
        for row in _usable(table, found):
            fields = {name: value for name, value in row.items() if name != "remembered"}
            names = ", ".join(f'"{name}"' for name in fields)
            places = ", ".join("?" * len(fields))
            try:
                connection.execute(
                    f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(fields.values())
                )
            except sqlite3.Error:
                left_out += 1
    return left_out + _drop_loose(connection)


def _usable(table: str, found: Found) -> Iterator[Row]:
    """The rows in an order that can be written; steps that cannot be read are left out."""
    rows = found.rows[table].values()
    if table != "edit_log":
        yield from rows
        return
    for row in sorted(rows, key=_number):
        # No visit is open in a library nobody has worked in yet.
        if _is_readable(row):
            yield {**row, "open": 0}


def _is_readable(step: Row) -> bool:
    kind: Kind = step["kind"]
    try:
        for state in (step["old"], step["new"]):
            read(kind, state)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _drop_loose(connection: sqlite3.Connection) -> int:
    """Take out what still hangs on nothing, until nothing does."""
    dropped = 0
    while loose := connection.execute("PRAGMA foreign_key_check").fetchall():
        before = connection.total_changes
        for table in {row[0] for row in loose}:
            dropped += _drop_from(connection, table)
        if connection.total_changes == before:
            break
    return dropped


def _drop_from(connection: sqlite3.Connection, table: str) -> int:
    hangs = {
        "dossier": "farm_id NOT IN (SELECT id FROM farm)",
        "row": "dossier_id NOT IN (SELECT id FROM dossier) OR (parent IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM row AS r WHERE r.dossier_id = row.dossier_id AND r.subject = row.parent))",
        "answer": "dossier_id NOT IN (SELECT id FROM dossier) OR NOT EXISTS (SELECT 1 FROM row "
        "WHERE row.dossier_id = answer.dossier_id AND row.subject = answer.subject)",
    }
    condition = hangs.get(table, "dossier_id NOT IN (SELECT id FROM dossier)")
    return connection.execute(f'DELETE FROM "{table}" WHERE {condition}').rowcount


def _refuse_flaws(connection: sqlite3.Connection) -> None:
    loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if loose is not None or verdict != "ok":
        raise StoreUnavailable(DAMAGED)


def _counts(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Farms that can be opened, answers and steps."""
    tables = ("(SELECT DISTINCT farm_id FROM dossier)", "answer", "edit_log")
    farms, answers, steps = (
        int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables
    )
    return farms, answers, steps
