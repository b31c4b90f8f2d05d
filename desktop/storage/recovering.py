"""The three ways out of a damaged library; the damaged file itself is kept under a dated name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.storage.backup import portable_copy
from desktop.storage.facts import Clock
from desktop.storage.files import flush_folder, put_in_place
from desktop.storage.opening import examine
from desktop.storage.rebuilding import Salvaged, salvage
from desktop.storage.troubles import unavailable

SIDE_FILES = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Aside:
    """Where the damaged file is now; None where there was no file at all."""

    path: Path | None


def from_backup(library: Path, backup: Path, clock: Clock) -> Aside:
    """Put a checked copy of a backup into the place of the damaged library."""
    unfinished = _unfinished(library)
    try:
        portable_copy(backup, unfinished)
        return _exchange(library, unfinished, clock)
    finally:
        unfinished.unlink(missing_ok=True)


def from_what_is_left(
    library: Path, name: str, program: str, clock: Clock
) -> tuple[Aside, Salvaged]:
    """Put what can be read of the damaged library into its place."""
    unfinished = _unfinished(library)
    try:
        salvaged = salvage(library, unfinished, name, program, clock)
        examine(unfinished)
        return _exchange(library, unfinished, clock), salvaged
    finally:
        unfinished.unlink(missing_ok=True)


def set_aside(library: Path, clock: Clock) -> Aside:
    """Give the damaged library a dated name, with the log that belongs to it."""
    aside = _free_name(library, clock)
    try:
        # The file first: a log left alone is never taken for an empty library.
        moved = [_moved(library, aside, suffix) for suffix in ("", *SIDE_FILES)]
        flush_folder(library.parent)
    except OSError as error:
        raise unavailable(error) or error from error
    return Aside(aside if any(moved) else None)


def _exchange(library: Path, finished: Path, clock: Clock) -> Aside:
    try:
        aside = set_aside(library, clock)
        put_in_place(finished, library)
    except OSError as error:
        raise unavailable(error) or error from error
    return aside


def _moved(library: Path, aside: Path, suffix: str) -> bool:
    part = library.with_name(library.name + suffix)
    if not part.exists():
        return False
    part.rename(aside.with_name(aside.name + suffix))
    return True


def _unfinished(library: Path) -> Path:
    return library.with_name(f"{library.stem}-recovered.new")


def _free_name(library: Path, clock: Clock) -> Path:
    stem, number = f"{library.stem}-{clock():%Y%m%dT%H%M%SZ}-damaged", 1
    path = library.with_name(f"{stem}{library.suffix}")
    while any(path.with_name(path.name + suffix).exists() for suffix in ("", *SIDE_FILES)):
        number += 1
        path = library.with_name(f"{stem}-{number}{library.suffix}")
    return path
