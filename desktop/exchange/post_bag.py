"""Files from strangers as text: a plain file of a bearable size, or the one file of an archive."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from desktop.words import mark
from diagnostics.core.errors import FarmFileError

MOST_BYTES = 4 * 1024 * 1024
MOST_MEMBERS = 20
ENDINGS = (".bocage", ".json")
ARCHIVE = b"PK\x03\x04"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ENCRYPTED = 0x1


def content_of(path: Path) -> bytes:
    """The bytes of a file; a folder, a pipe or a giant is refused before it is read."""
    try:
        # A pipe that nobody writes to would otherwise hold the window for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FarmFileError("this is not a file")
            return _bearable(file.read(MOST_BYTES + 1))
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        if isinstance(problem, FarmFileError):
            raise
        raise FarmFileError(_why(problem)) from problem


def text_of(content: bytes) -> str:
    """The text of a file, out of the archive that a mail program may have put around it."""
    plain = _only_member(content) if content.startswith(ARCHIVE) else content
    if not plain.strip():
        raise FarmFileError("the file is empty")
    try:
        text = plain.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise FarmFileError("this is not a farm file: expected a text in UTF-8") from problem
    # Mail programs change the ends of lines; no text inside the file can hold one.
    return text.replace("\r\n", "\n")


def _only_member(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            farms = [m for m in members if m.filename.lower().endswith(ENDINGS)]
            if len(members) > MOST_MEMBERS or len(farms) != 1:
                raise FarmFileError("the archive holds no farm file, or several; expected one")
            if farms[0].flag_bits & ENCRYPTED:
                raise FarmFileError("the archive is locked with a password")
            with archive.open(farms[0]) as member:
                return _bearable(member.read(MOST_BYTES + 1))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as problem:
        raise FarmFileError("the archive cannot be unpacked; it may be cut short") from problem


def _bearable(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise FarmFileError("the file is larger than 4 MB; a farm file holds a few kilobytes")
    return content


def _why(problem: Exception) -> str:
    match problem:
        case FileNotFoundError() | NotADirectoryError():
            return mark("there is no such file")
        case IsADirectoryError():
            return mark("this is a folder; expected a file")
        case PermissionError():
            return mark("reading this file is not allowed")
        case _:
            return mark("the computer could not read this file")
