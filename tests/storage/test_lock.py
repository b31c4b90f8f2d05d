"""One process writes a library; the system takes the lock back when that process dies."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from desktop.storage.library import Library
from desktop.storage.lock import LibraryLock, holder, lock_path
from desktop.storage.troubles import LibraryInUse
from desktop.words import load_words
from tests.storage.farmyard import COWS, MILK, conditions, milk, record

HOLD = """
import sys
from pathlib import Path
from desktop.storage.lock import LibraryLock
lock = LibraryLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another start of the program that holds the library."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=-1, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_that_a_second_start_is_told_who_has_the_library(path: Path) -> None:
    with another_process(path) as process, pytest.raises(LibraryInUse) as refused:
        Library.open(path, conditions())

    assert refused.value.pid == process.pid
    assert refused.value.host == os.uname().nodename
    assert datetime.fromisoformat(refused.value.since).tzinfo is not None
    said = load_words("en").say(refused.value.sentence, **refused.value.values)
    assert said.startswith(f"This file is open on {os.uname().nodename} since ")
    assert refused.value.trouble.readable


def test_that_a_killed_process_leaves_the_library_free(path: Path) -> None:
    with another_process(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert lock_path(path).exists()
        Library.open(path, conditions()).close()

    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()


def test_that_a_library_in_use_can_still_be_looked_at(library: Library, dossier: int) -> None:
    library.writer.keep_text(dossier, COWS, MILK, "31x")
    library.writer.flush()

    looking = Library.look(library.path)
    assert looking.read_only
    assert milk(looking, dossier) == ("31x", None)
    looking.close()


def test_that_one_process_cannot_hold_a_library_twice(library: Library) -> None:
    with pytest.raises(LibraryInUse):
        Library.open(library.path, conditions())


def test_that_closing_frees_the_library(path: Path) -> None:
    Library.open(path, conditions()).close()
    library = Library.open(path, conditions())

    assert library.add(record()) == 1
    library.close()


def test_that_a_lock_taken_at_the_start_is_used_by_the_library(path: Path) -> None:
    lock = LibraryLock.take(path)
    library = Library.open(path, conditions(), lock)
    library.close()

    with LibraryLock.take(path) as again:
        assert again.library == path


def test_that_a_library_that_does_not_open_gives_the_lock_back(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(Exception, match="E05"):
        Library.open(path, conditions())

    with LibraryLock.take(path) as lock:
        assert lock.library == path


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "x"}', "[" * 900, "\x00", "é" * 5_000])
def test_that_an_unreadable_signature_is_no_obstacle(path: Path, content: str) -> None:
    lock_path(path).write_text(content, encoding="utf-8")
    unknown = holder(path)
    assert (unknown.pid, unknown.values) == (None, {"host": "—", "time": "—"})

    with LibraryLock.take(path):
        assert holder(path).pid == os.getpid()
