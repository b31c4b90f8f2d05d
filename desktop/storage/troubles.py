"""What can come between the library and the disk, each with the sentence a person reads.

A trouble is not a bug: the data are unharmed, the sentence says what it means and what to do.
"""

from __future__ import annotations

import errno
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from desktop.words import mark


@dataclass(frozen=True, slots=True)
class Trouble:
    """One sentence of the catalogue: `passing` is tried again, `readable` can be looked at."""

    key: str
    sentence: str
    passing: bool = False
    readable: bool = False


DISK_FULL = Trouble(
    "E01",
    mark(
        "The disk is full. Your entries are kept in memory: "
        "nothing is lost while the program stays open. Free 50 MB on this disk."
    ),
    passing=True,
    readable=True,
)
DISK_SILENT = Trouble(
    "E02",
    mark(
        "The disk does not respond properly. Last saved entry: {time}. "
        "Your entries are kept in memory. We try again every few seconds."
    ),
    passing=True,
)
READ_ONLY = Trouble(
    "E03",
    mark("Read-only folder. You can look but not change."),
    passing=True,
    readable=True,
)
IN_USE = Trouble(
    "E04", mark("This file is open on {host} since {time}. You see it read-only."), readable=True
)
BUSY = Trouble(
    "E04",
    mark(
        "Another program is using this file. Your entries are kept in memory. "
        "Close the other program."
    ),
    passing=True,
    readable=True,
)
DAMAGED = Trouble("E05", mark("Part of the file cannot be read. Nothing was changed."))
NOT_REACHED = Trouble(
    "E06",
    mark("This file cannot be reached. Check that its disk is connected."),
    passing=True,
)
FOREIGN = Trouble("E07", mark("This file was not made by Bocage. Nothing was changed."))
OLD_SQLITE = Trouble(
    "E08", mark("SQLite {theirs} of this computer is too old. Bocage needs {needed}.")
)
NOT_UPGRADED = Trouble(
    "E09",
    mark("This file could not be brought to the present version. It is unchanged."),
    readable=False,
)
NEWER_READABLE = Trouble(
    "E35",
    mark("This file comes from a newer version. It opens read-only."),
    readable=True,
)
NEWER = Trouble(
    "E35",
    mark("Made with version {theirs}, you have {yours}. Install {theirs} to open it."),
)


NOT_KNOWN = "—"


class StoreUnavailable(Exception):
    """The library cannot be written, or not be opened, and the person can do something about it."""

    def __init__(self, trouble: Trouble, **values: str) -> None:
        super().__init__(f"{trouble.key}: {trouble.sentence}")
        self.trouble = trouble
        self.values = values

    @property
    def key(self) -> str:
        """The number in the catalogue of messages, such as E01."""
        return self.trouble.key

    @property
    def sentence(self) -> str:
        """The English source sentence, to be said with `values`."""
        return self.trouble.sentence


class LibraryInUse(StoreUnavailable):
    """Another process holds the library; what it wrote about itself is only for the message."""

    def __init__(self, pid: int | None, host: str, since: str) -> None:
        super().__init__(IN_USE, host=host or NOT_KNOWN, time=hour(since))
        self.pid = pid
        self.host = host
        self.since = since


# Primary result codes of SQLite; the extended code carries them in its low byte.
_BY_CODE = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: DISK_SILENT,
    sqlite3.SQLITE_PROTOCOL: DISK_SILENT,
    sqlite3.SQLITE_NOMEM: DISK_SILENT,
    sqlite3.SQLITE_INTERRUPT: DISK_SILENT,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CANTOPEN: NOT_REACHED,
}
_BY_ERRNO = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EIO: DISK_SILENT,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
}


def trouble_of(error: BaseException | None) -> Trouble | None:
    """The trouble behind an error of SQLite or of the system; None when it is a bug of ours."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        return None if code is None else _BY_CODE.get(code & 0xFF)
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, NOT_REACHED)
    return None


def unavailable(
    error: BaseException | None, last_saved: str = NOT_KNOWN
) -> StoreUnavailable | None:
    """The same as an exception to raise, ready with the values its sentence needs."""
    trouble = trouble_of(error)
    return None if trouble is None else StoreUnavailable(trouble, time=last_saved)


def hour(moment: str) -> str:
    """The hour of a stored moment on this computer, or a dash when it is unreadable."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%H:%M")
    except (ValueError, OverflowError, OSError):
        return NOT_KNOWN
