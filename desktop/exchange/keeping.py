"""Puts a file where the user keeps such files: whole or not at all, and never over another one."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.words import mark

if TYPE_CHECKING:
    from desktop.words import Words

PRODUCT = "Bocage"
LONGEST = 80  # bytes of a farm's name inside a file's name; some systems take 143 for the whole
MOST_NUMBERS = 99
LARGEST = 20 * 1024 * 1024  # bytes of a file that may be one of ours
READABLE_BY_ALL = 0o644
OurOwn = Callable[[bytes], bool]
"""Tells from the content of a file whether it is an earlier form of the one to write."""

REASONS = {
    errno.ENOSPC: mark("There is no room left on the disk."),
    errno.EACCES: mark("Writing there is not allowed."),
    errno.EPERM: mark("Writing there is not allowed."),
    errno.EROFS: mark("Writing there is not allowed."),
    errno.ENOENT: mark("This folder does not exist."),
    errno.ENOTDIR: mark("This folder does not exist."),
    errno.EISDIR: mark("A folder has this name."),
    errno.ENAMETOOLONG: mark("This name is too long."),
}
UNNAMED_REASON = mark("The computer refused to write it.")


class NotKept(Exception):
    """The file could not be written; the sentence says what happened."""


def kept_name(farm: str, year: int) -> str:
    """A name that every system accepts, without its ending: Bocage_GAEC_des_Chênes_2025."""
    signs = (sign if sign.isalnum() else " " for sign in unicodedata.normalize("NFC", farm))
    words = "_".join("".join(signs).split())
    short = words.encode("utf-8")[:LONGEST].decode("utf-8", "ignore").rstrip("_")
    return "_".join(part for part in (PRODUCT, short, str(year)) if part)


def keep(content: bytes, wished: Path, words: Words, *, ours: OurOwn) -> Path:
    """Writes a file under its name or, where that is taken, under the next free number.

    An earlier form of the same file is replaced, unless another program holds it.
    """
    try:
        whole = _beside(wished.parent, content, wished.suffix)
        try:
            return _placed(whole, wished, ours)
        finally:
            whole.unlink(missing_ok=True)
    except OSError as problem:
        raise NotKept(not_kept(wished, problem, words)) from problem


def write_over(content: bytes, target: Path, words: Words) -> Path:
    """Writes a file where the user has chosen, over what is there; whole or not at all."""
    try:
        whole = _beside(target.parent, content, target.suffix)
        try:
            return whole.replace(target)
        finally:
            whole.unlink(missing_ok=True)
    except OSError as problem:
        raise NotKept(not_kept(target, problem, words)) from problem


def not_kept(path: Path, problem: OSError, words: Words) -> str:
    """What could not be saved, and why."""
    told = words.say("{path} was not saved.", path=path)
    return f"{told} {words.say(REASONS.get(problem.errno or 0, UNNAMED_REASON))}"


def _beside(folder: Path, content: bytes, suffix: str) -> Path:
    """A whole copy in the folder of its target, read back before it counts."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".bocage-", suffix=suffix)
    whole = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if whole.read_bytes() != content:
            raise OSError(errno.EIO, "another content was read back")
        whole.chmod(READABLE_BY_ALL)
    except OSError:
        with contextlib.suppress(OSError):
            whole.unlink()
        raise
    return whole


def _placed(whole: Path, wished: Path, ours: OurOwn) -> Path:
    taken = {path.name.casefold(): path for path in wished.parent.iterdir()}
    for candidate in _numbered(wished):
        there = taken.get(candidate.name.casefold())
        with contextlib.suppress(FileExistsError, PermissionError):
            if there is None:
                return _moved(whole, candidate)
            if there.name == candidate.name and _is_ours(there, ours):
                return whole.replace(candidate)
    raise OSError(errno.EEXIST, "all names are taken")


def _numbered(wished: Path) -> Iterator[Path]:
    yield wished
    for number in range(2, MOST_NUMBERS + 1):
        yield wished.with_name(f"{wished.stem}_({number}){wished.suffix}")


def _moved(whole: Path, target: Path) -> Path:
    """Takes a free name; one that was taken in the meantime is left alone."""
    with target.open("xb"):
        pass
    try:
        return whole.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _is_ours(path: Path, ours: OurOwn) -> bool:
    try:
        plain = path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST
        return plain and ours(path.read_bytes())
    except OSError:
        return False
