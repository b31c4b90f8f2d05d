"""Files that a command reads: plain files of a bearable size, or the standard input."""

import os
import stat
import sys
from pathlib import Path
from typing import IO

from desktop.command_line.refusal import Refusal
from desktop.words import Words

MOST_BYTES = 50 * 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
STREAM = "-"


def read_text(path: str, words: Words) -> str:
    """The text of a file, or of the standard input for "-"."""
    content = _from_stream(words) if path == STREAM else _from_file(path, words)
    name = shown(path, words)
    if not content.strip():
        raise Refusal(words.say("{path}: the file is empty.", path=name))
    try:
        return content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Refusal(
            words.say("{path}: this is not a text in UTF-8; expected JSON.", path=name)
        ) from problem


def shown(path: str, words: Words) -> str:
    """The name of a source in a sentence."""
    return words.say("standard input") if path == STREAM else path


def stem(path: str) -> str:
    """The name of a file without its ending, in signs that any text can hold."""
    return Path(path).stem.encode("utf-8", "replace").decode("utf-8")


def resolved(path: str) -> Path:
    """The place a path leads to; the path itself where it leads nowhere."""
    try:
        return Path(path).resolve()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links in a circle
        return Path(path)


def _from_stream(words: Words) -> bytes:
    if sys.stdin is None:
        return b""
    return _at_most(sys.stdin.buffer, STREAM, words)


def _from_file(path: str, words: Words) -> bytes:
    try:
        # A pipe that nobody writes to would otherwise hold the command for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refusal(words.say("{path}: this is not a file.", path=path))
            return _at_most(file, path, words)
    except (OSError, ValueError) as problem:  # ValueError: a name that no file can have
        raise Refusal(_not_read(path, problem, words)) from problem


def _at_most(file: IO[bytes], path: str, words: Words) -> bytes:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        sentence = words.say(
            "{path}: the file is larger than 50 MB; expected a few kilobytes.",
            path=shown(path, words),
        )
        raise Refusal(sentence)
    return content


def _not_read(path: str, problem: Exception, words: Words) -> str:
    match problem:
        case FileNotFoundError() | NotADirectoryError():
            return words.say("{path}: there is no such file.", path=path)
        case IsADirectoryError():
            return words.say("{path}: this is a folder; expected a file.", path=path)
        case PermissionError():
            return words.say("{path}: reading this file is not allowed.", path=path)
        case _:
            return words.say("{path}: the computer could not read this file.", path=path)
