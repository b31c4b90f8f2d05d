"""One process per library: a lock the system itself takes back when the process dies.

The file stays where it is and its existence means nothing; its content is only for the message.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from desktop.storage.facts import Clock, utc_now
from desktop.storage.troubles import LibraryInUse, unavailable

_LONGEST_SIGNATURE = 1_000

if sys.platform == "win32":
    import msvcrt

    # One byte far behind the content, so that others can still read who holds the library.
    _LOCKED_BYTE = 1 << 30

    def _hold(file: IO[str]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class LibraryLock:
    """The right to write one library, held until it is released or the process ends."""

    def __init__(self, file: IO[str], library: Path) -> None:
        self._file = file
        self.library = library

    @classmethod
    def take(cls, library: Path, clock: Clock = utc_now) -> LibraryLock:
        """Take the library for this process, or say who has it."""
        path = lock_path(library)
        try:
            library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8")
        except OSError as error:
            raise unavailable(error) or error from error
        try:
            _hold(file)
        except OSError as error:
            file.close()
            raise holder(library) from error
        _sign(file, clock)
        return cls(file, library)

    def release(self) -> None:
        """Let another process have the library; doing it twice is harmless."""
        self._file.close()

    def __enter__(self) -> LibraryLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def lock_path(library: Path) -> Path:
    """The file beside the library that carries the lock."""
    return library.with_name(library.name + ".lock")


def holder(library: Path) -> LibraryInUse:
    """Who says to hold the library; an unreadable signature is no obstacle."""
    try:
        with lock_path(library).open(encoding="utf-8") as file:
            signed = json.loads(file.read(_LONGEST_SIGNATURE))
        return LibraryInUse(int(signed["pid"]), str(signed["host"]), str(signed["since"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return LibraryInUse(None, "", "")


def _sign(file: IO[str], clock: Clock) -> None:
    signature = {
        "pid": os.getpid(),
        "host": platform.node(),
        "since": clock().isoformat(timespec="seconds"),
    }
    file.seek(0)
    file.truncate()
    file.write(json.dumps(signature))
    file.flush()
