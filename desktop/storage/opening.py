"""Before the first write: is this file ours, whole, and of an age we understand?

Nothing in this module writes to a file that exists.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.storage.cards import read_only
from desktop.storage.facts import APPLICATION_ID, SCHEMA
from desktop.storage.troubles import (
    DAMAGED,
    FOREIGN,
    NEWER,
    NEWER_READABLE,
    OLD_SQLITE,
    StoreUnavailable,
    unavailable,
)

# STRICT tables came with it; older ones would read them as damaged.
OLDEST_SQLITE = (3, 37, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """What a library says about itself."""

    schema: int
    min_reader: int
    written_by: str


def examine(path: Path) -> Found:
    """What the file is, once it proved to be a whole library; else the trouble with it."""
    _refuse_old_sqlite(sqlite3.sqlite_version_info)
    try:
        with closing(read_only(path)) as connection:
            _check_owner(path, connection)
            _check_pages(connection)
            return _read_versions(connection)
    except (sqlite3.Error, OSError, ValueError) as error:
        raise unavailable(error) or StoreUnavailable(DAMAGED) from error


def refuse_newer(found: Found, program: str) -> None:
    """A file of a later program is looked at where its writer allowed it, and never written."""
    if found.schema <= SCHEMA:
        return
    trouble = NEWER_READABLE if found.min_reader <= SCHEMA else NEWER
    raise StoreUnavailable(trouble, theirs=found.written_by, yours=program)


def refuse_unreadable(found: Found, program: str) -> None:
    """A file of a later program that earlier ones may not even read."""
    if found.min_reader > SCHEMA:
        raise StoreUnavailable(NEWER, theirs=found.written_by, yours=program)


def refuse_orphan_log(path: Path) -> None:
    """A log without its library: a new library beside it would be mixed with the old one."""
    if path.with_name(path.name + "-wal").exists():
        raise StoreUnavailable(DAMAGED)


def copy_aside(path: Path, folder: Path) -> Path:
    """A private copy with the edits still in its log, to look at what lies in a locked folder."""
    for suffix in ("", "-wal"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            shutil.copyfile(part, folder / part.name)
    return folder / path.name


def _refuse_old_sqlite(version: tuple[int, int, int]) -> None:
    if version < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise StoreUnavailable(OLD_SQLITE, theirs=sqlite3.sqlite_version, needed=needed)


def _check_owner(path: Path, connection: sqlite3.Connection) -> None:
    """Asked of SQLite: opening and closing the file ourselves would cancel its locks on Linux."""
    # An empty file is a valid database to SQLite, but a library was never empty.
    if path.stat().st_size == 0:
        raise StoreUnavailable(DAMAGED)
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    if owner != APPLICATION_ID:
        raise StoreUnavailable(FOREIGN)


def _check_pages(connection: sqlite3.Connection) -> None:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise StoreUnavailable(DAMAGED)


def _read_versions(connection: sqlite3.Connection) -> Found:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    if schema < 1:
        raise StoreUnavailable(DAMAGED)
    return Found(schema, int(meta.get("min_reader", schema)), meta.get("written_by", ""))
