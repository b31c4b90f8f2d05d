"""A copy of the whole library, made by the database itself and read back before it counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.storage.cards import read_only
from desktop.storage.facts import Clock, utc_now
from desktop.storage.files import need_room, put_in_place
from desktop.storage.opening import examine
from desktop.storage.troubles import DAMAGED, StoreUnavailable, unavailable

SUFFIX = ".bocage-backup"
PAGES_AT_A_TIME = 1_000


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened and counted."""

    path: Path
    farms: int
    answers: int


def back_up(library: Path, folder: Path, reason: str, clock: Clock = utc_now) -> Backup:
    """Copy the library into the folder and check the copy; a bad copy never gets its name."""
    target = _free_name(folder, f"{library.stem}-{clock():%Y%m%dT%H%M%SZ}-{reason}")
    unfinished = target.with_name(target.name + ".new")
    try:
        examine(library)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        need_room(folder, library.stat().st_size)
        unfinished.touch(mode=0o600)
        found = _checked_copy(library, unfinished)
        put_in_place(unfinished, target)
    except (OSError, sqlite3.Error) as error:
        raise unavailable(error) or error from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(target, *found)


def _checked_copy(library: Path, target: Path) -> tuple[int, int]:
    expected = _copy(library, target)
    examine(target)
    found = _counts(target)
    if found != expected:
        raise StoreUnavailable(DAMAGED)
    return found


def _copy(library: Path, target: Path) -> tuple[int, int]:
    with closing(read_only(library)) as source, closing(sqlite3.connect(target)) as copy:
        source.execute("BEGIN")
        expected = _count(source)
        source.backup(copy, pages=PAGES_AT_A_TIME)
        # A copy travels alone: no side files, readable from a folder nobody may write to.
        copy.execute("PRAGMA journal_mode=DELETE").close()
        return expected


def _counts(path: Path) -> tuple[int, int]:
    with closing(read_only(path)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise StoreUnavailable(DAMAGED)
        return _count(connection)


def _count(connection: sqlite3.Connection) -> tuple[int, int]:
    (farms,) = connection.execute("SELECT count(*) FROM farm").fetchone()
    (answers,) = connection.execute("SELECT count(*) FROM answer").fetchone()
    return farms, answers


def _free_name(folder: Path, stem: str) -> Path:
    """Two copies of one second do not overwrite each other."""
    number = 1
    path = folder / f"{stem}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path
