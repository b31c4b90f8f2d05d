"""A copy of the whole library, made by the database itself and read back before it counts."""

from __future__ import annotations

import hashlib
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
DIGEST = "content_digest"
# What a farmer typed and did; figures for the list and the words about the file are left out.
CONTENT = {
    "farm": "id",
    "dossier": "id",
    "row": "dossier_id, subject",
    "answer": "dossier_id, subject, field",
    "edit_log": "id",
}


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened and counted."""

    path: Path
    farms: int
    answers: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read of a copy from end to end: names for the reader, a digest for the machine."""

    farms: tuple[str, ...]
    answers: int
    digest: str


def back_up(library: Path, folder: Path, reason: str, clock: Clock = utc_now) -> Backup:
    """Copy the library into the folder and check the copy; a bad copy never gets its name."""
    target = _free_name(folder, f"{library.stem}-{clock():%Y%m%dT%H%M%SZ}-{reason}")
    return copy_to(library, target)


def copy_to(library: Path, target: Path) -> Backup:
    """Copy the library to a place and check the copy; a file there is replaced whole or not."""
    unfinished = target.with_name(target.name + ".new")
    try:
        examine(library)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        need_room(target.parent, library.stat().st_size)
        unfinished.touch(mode=0o600)
        found = _checked_copy(library, unfinished)
        put_in_place(unfinished, target)
    except (OSError, sqlite3.Error) as error:
        raise unavailable(error) or error from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Backup(target, len(found.farms), found.answers)


def portable_copy(backup: Path, target: Path) -> Contents:
    """A checked copy of a backup as a library: without the digest, which edits would belie."""
    contents = checked(backup)
    try:
        target.unlink(missing_ok=True)
        target.touch(mode=0o600)
        _copy(backup, target)
        with closing(sqlite3.connect(target)) as copy, copy:
            copy.execute("DELETE FROM meta WHERE key = ?", (DIGEST,))
    except (OSError, sqlite3.Error) as error:
        raise unavailable(error) or error from error
    return contents


def checked(backup: Path) -> Contents:
    """What a copy holds, read from end to end; a copy that changed since it was made is damaged."""
    examine(backup)
    try:
        with closing(read_only(backup)) as connection:
            contents = _contents(connection)
            known = connection.execute("SELECT value FROM meta WHERE key = ?", (DIGEST,)).fetchone()
    except (OSError, sqlite3.Error, ValueError) as error:
        raise unavailable(error) or StoreUnavailable(DAMAGED) from error
    if known is not None and known[0] != contents.digest:
        raise StoreUnavailable(DAMAGED)
    return contents


def _checked_copy(library: Path, target: Path) -> Contents:
    expected = _copy(library, target)
    with closing(sqlite3.connect(target)) as copy, copy:
        statement = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"
        copy.execute(statement, (DIGEST, expected.digest))
    found = checked(target)
    if found != expected:
        raise StoreUnavailable(DAMAGED)
    return found


def _copy(library: Path, target: Path) -> Contents:
    with closing(read_only(library)) as source, closing(sqlite3.connect(target)) as copy:
        source.execute("BEGIN")
        expected = _contents(source)
        source.backup(copy, pages=PAGES_AT_A_TIME)
        # A copy travels alone: no side files, readable from a folder nobody may write to.
        copy.execute("PRAGMA journal_mode=DELETE").close()
        return expected


def _contents(connection: sqlite3.Connection) -> Contents:
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise StoreUnavailable(DAMAGED)
    names = connection.execute("SELECT name FROM farm WHERE binned_at IS NULL ORDER BY name")
    (answers,) = connection.execute("SELECT count(*) FROM answer").fetchone()
    return Contents(tuple(str(name) for (name,) in names), answers, _digest(connection))


def _digest(connection: sqlite3.Connection) -> str:
    digest = hashlib.sha256()
    for table, order in CONTENT.items():
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY {order}'):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _free_name(folder: Path, stem: str) -> Path:
    """Two copies of one second do not overwrite each other."""
    number = 1
    path = folder / f"{stem}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path
