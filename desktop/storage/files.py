"""Files put in place whole or not at all, and the spare room kept for a full disk."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path

from desktop.storage.troubles import DISK_FULL, StoreUnavailable, unavailable

MEBIBYTE = 1024 * 1024
RESERVE_BYTES = 4 * MEBIBYTE
SMALLEST_FREE = 50 * MEBIBYTE
# Antivirus, indexers and synchronisation hold a new file for some milliseconds on Windows.
_HELD_FOR_A_MOMENT = {5, 32, 33}
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


def put_in_place(finished: Path, target: Path) -> None:
    """Give a finished file its final name: afterwards the old or the new one is there, whole."""
    flush_file(finished)
    for pause in (*_PAUSES, None):
        try:
            finished.replace(target)
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _HELD_FOR_A_MOMENT:
                raise
            time.sleep(pause)
        else:
            break
    flush_folder(target.parent)


def flush_file(path: Path) -> None:
    """Wait until the bytes of a file are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows does it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def need_room(folder: Path, size: int) -> None:
    """Refuse to begin a copy that the disk could not hold twice."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise unavailable(error) or error from error
    if free < max(2 * size, SMALLEST_FREE):
        raise StoreUnavailable(DISK_FULL)


class Reserve:
    """Some megabytes beside the library, given up when the disk is full so that entries fit."""

    def __init__(self, library: Path, size: int = RESERVE_BYTES) -> None:
        self._size = size
        self._path = library.with_name(library.name + ".reserve")

    def keep(self) -> None:
        """Set the room aside, unless the disk is nearly full already."""
        with contextlib.suppress(OSError):
            if self._size == 0 or self._path.exists() or self._is_tight():
                return
            self._path.write_bytes(bytes(self._size))

    def release(self) -> bool:
        """Give the room back; False when it was given before."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _is_tight(self) -> bool:
        return shutil.disk_usage(self._path.parent).free < SMALLEST_FREE
