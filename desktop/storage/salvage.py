"""What can still be read of a damaged library, row by row, so that it can begin a new one.

Only a private copy is opened: reading itself must not change what may be the last good bytes.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from desktop.storage.creating import create_library
from desktop.storage.facts import Clock
from desktop.storage.opening import copy_aside
from desktop.storage.schema import Stored
from desktop.storage.troubles import unavailable

Key = tuple[object, ...]
Row = dict[str, Any]
WANTED = ("farm", "dossier", "row", "answer", "edit_log", "headline")
PAGE = 4096
MOST_PROBES = 200_000
"""So many rows are asked for one by one where a table cannot be read through."""


@dataclass
class Found:
    """The rows of every table that could be read, and the tables that could not be read whole."""

    rows: dict[str, dict[Key, Row]] = field(default_factory=dict)
    torn: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))


def read_what_is_left(damaged: Path, program: str, clock: Clock) -> Found:
    """Every row that can be read; where the first page is gone, with that of a new library."""
    try:
        with tempfile.TemporaryDirectory(prefix="bocage-") as place:
            folder = Path(place)
            copy = copy_aside(damaged, folder)
            found = _read(copy)
            if not found.rows.get("dossier") and copy.exists():
                _give_first_page(copy, folder / "fresh.db", program, clock)
                found = max(found, _read(copy), key=_count)
            return found
    except OSError as error:
        raise unavailable(error) or error from error


def _count(found: Found) -> int:
    return found.count


def _give_first_page(copy: Path, fresh: Path, program: str, clock: Clock) -> None:
    """A library of this program begins like every other one: the same tables at the same pages."""
    create_library(fresh, program, clock)
    first = bytearray(fresh.read_bytes()[:PAGE])
    content = copy.read_bytes()
    first[28:32] = (len(content) // PAGE).to_bytes(4, "big")
    copy.write_bytes(bytes(first) + content[PAGE:])


def _read(path: Path) -> Found:
    found = Found()
    if not path.exists():
        return found
    for name in WANTED:
        table = Stored.metadata.tables[name]
        # One connection for each: what breaks over one table must not spoil the next.
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = _as_text
            rows, whole = _rows(connection, table, found)
        found.rows[name] = rows
        if not whole:
            found.torn.append(name)
    return found


def _rows(
    connection: sqlite3.Connection, table: Table, known: Found
) -> tuple[dict[Key, Row], bool]:
    """The rows of one table by their key, and whether it could be read from end to end."""
    columns = _columns(connection, table)
    keys = [column.name for column in table.primary_key]
    if not set(keys) <= set(columns):
        return {}, False
    rows: dict[Key, Row] = {}
    for number, (where, values) in enumerate(_ways(keys, rows, known)):
        whole = True
        for direction in ("ASC", "DESC"):
            order = ", ".join(f'"{key}" {direction}' for key in keys)
            sql = f'SELECT {_listed(columns)} FROM "{table.name}" {where} ORDER BY {order}'
            whole = _gather(connection, sql, values, columns, table, rows)
            if whole:
                break
        if number == 0 and whole:
            return rows, True
    return rows, False


def _ways(keys: list[str], rows: dict[Key, Row], known: Found) -> Iterator[tuple[str, Key]]:
    """First all at once; then, where that stops on the way, piece by piece around the damage."""
    yield "", ()
    if len(keys) == 1:
        highest = max((int(str(key[0])) for key in rows), default=0)
        for one in range(1, min(highest + 1_000, MOST_PROBES)):
            if (one,) not in rows:
                yield f'WHERE "{keys[0]}" = ?', (one,)
        return
    dossiers = {key[0] for key in (*rows, *known.rows.get("dossier", {}))}
    for dossier in sorted(dossiers, key=str):
        yield "WHERE dossier_id = ?", (dossier,)
    subjects = {key[:2] for key in (*rows, *known.rows.get("row", {}))}
    for dossier, subject in sorted(subjects, key=str):
        yield "WHERE dossier_id = ? AND subject = ?", (dossier, subject)


def _gather(
    connection: sqlite3.Connection,
    sql: str,
    values: Key,
    columns: list[str],
    table: Table,
    into: dict[Key, Row],
) -> bool:
    """Read until the end or until the damage; gives whether the end was reached."""
    try:
        for values_read in connection.execute(sql, values):
            row = dict(zip(columns, values_read, strict=True))
            if _fits(row, table):
                into.setdefault(tuple(row[key.name] for key in table.primary_key), row)
    except (sqlite3.Error, MemoryError, OverflowError):
        return False
    return True


def _fits(row: Row, table: Table) -> bool:
    """Whether each value is of the kind its column holds; a page of another table is not ours."""
    for name, value in row.items():
        column = table.columns[name]
        wanted = _KINDS[str(column.type)]
        if not (isinstance(value, wanted) or (value is None and column.nullable)):
            return False
    return True


_KINDS: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}


def _columns(connection: sqlite3.Connection, table: Table) -> list[str]:
    """The columns that the file and this program both know; none where the file has no such."""
    try:
        there = [row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')]
    except sqlite3.Error:
        return []
    return [name for name in there if name in table.columns]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _as_text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
