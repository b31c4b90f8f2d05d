"""kill -9 while a robot types: what was said to be saved is there, and a lie about it is found."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage.library import Library
from desktop.storage.lock import LibraryLock
from tests.kill_harness import (
    FAULT,
    ROOT,
    Receipt,
    announce,
    judge,
    judged_by_a_command,
    ready,
    receipts_in,
    spawned,
    typed_until_killed,
)
from tests.storage.farmyard import COWS, MILK, conditions, litres, record, settle


def killed(kills: int, seed: int, longest: float, fault: str = "0") -> subprocess.Popen[str]:
    """A run of the typist under the hand of the killer."""
    command = [sys.executable, "-m", "tests.storage.typist"]
    wanted = ["--kills", str(kills), "--seed", str(seed), "--longest", str(longest)]
    environment = {**os.environ, FAULT: fault}
    return subprocess.Popen(
        [*command, *wanted], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )


def figures(run: subprocess.Popen[str]) -> dict[str, int]:
    """The line of figures of a run, printed for the note."""
    said, _ = run.communicate()
    print(said)
    return {**json.loads(said), "exit": run.returncode}


@pytest.mark.slow
def test_that_thirty_kills_lose_nothing() -> None:
    found = figures(killed(30, seed=7, longest=0.4))

    assert (found["kills"], found["faults"], found["exit"]) == (30, 0, 0)
    assert found["edits"] >= 500
    assert found["half_typed"] >= 1
    assert found["undone"] >= 20


@pytest.mark.slow
def test_that_the_harness_finds_what_is_said_before_it_is_true() -> None:
    found = figures(killed(12, seed=7, longest=0.8, fault="1"))

    assert found["exit"] == 1
    assert found["lost"] >= 1
    assert found["corrupt"] == 0


@pytest.mark.long
@pytest.mark.timeout(2_400)
def test_that_two_thousand_kills_lose_nothing() -> None:
    lanes = [killed(1_000, seed, longest=1.0) for seed in (11, 12)]
    found = [figures(lane) for lane in lanes]

    assert [(lane["kills"], lane["faults"]) for lane in found] == [(1_000, 0), (1_000, 0)]
    assert sum(lane["edits"] for lane in found) >= 100_000


@pytest.fixture
def receipts(path: Path) -> list[Receipt]:
    """Three edits of a closed library, the last one a half-typed text, as the pipe had them."""
    library = Library.open(path, conditions())
    dossier = library.add(record())
    reading, writing = os.pipe()
    library.writer.on_saved = lambda saved: announce(writing, saved)
    for text in ("7500", "7600"):
        library.writer.commit(dossier, litres(text, float(text)))
        library.writer.leave(dossier, COWS, MILK)
    library.writer.keep_text(dossier, COWS, MILK, "7600x")
    settle(library)
    library.close()
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        return receipts_in(pipe.read())


def spoilt(path: Path, statement: str) -> None:
    """A library in which something is not as it was promised."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
        connection.commit()


def test_that_a_sound_library_is_found_sound(path: Path, receipts: list[Receipt]) -> None:
    verdict = judge(path, receipts)

    assert (verdict.edits, verdict.faults, verdict.notes) == (3, 0, [])
    assert (verdict.half_typed, verdict.undone) == (1, 1)


def test_that_a_judge_of_its_own_interpreter_says_the_same(
    path: Path, receipts: list[Receipt]
) -> None:
    verdict = judged_by_a_command(path, receipts)

    assert (verdict.edits, verdict.faults, verdict.half_typed) == (3, 0, 1)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM edit_log WHERE id = 3", "lost"),
        ("DELETE FROM edit_log WHERE id = 2", "gaps"),
        ("UPDATE edit_log SET new = replace(new, '7500', '7501') WHERE id = 1", "lost"),
        ("UPDATE dossier SET revision = 1", "lost"),
        ("UPDATE dossier SET cursor = 1", "lost"),
        ("DELETE FROM dossier", "lost"),
        ("UPDATE answer SET number = 1 WHERE field = 'milk_per_head'", "torn"),
        ("DELETE FROM answer WHERE field = 'milk_per_head'", "torn"),
        ("DELETE FROM row WHERE subject = 'DAIRY/F0'", "corrupt"),
        ("UPDATE edit_log SET old = replace(old, '7600', '7601') WHERE id = 3", "none"),
    ],
)
def test_that_the_judge_sees_what_is_missing(
    path: Path, receipts: list[Receipt], statement: str, fault: str
) -> None:
    spoilt(path, statement)
    verdict = judge(path, receipts)

    assert (getattr(verdict, fault, 0) > 0) == (fault != "none")


def emptied(path: Path) -> None:
    """Nothing is left of the library but its name."""
    path.write_bytes(b"")


def scribbled(path: Path) -> None:
    """A stretch of every page but the first was overwritten."""
    content = bytearray(path.read_bytes())
    for page in range(4_096, len(content), 4_096):
        content[page : page + 64] = b"\xa5" * 64
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "fault"), [(emptied, "corrupt"), (scribbled, "corrupt"), (Path.unlink, "lost")]
)
def test_that_the_judge_sees_a_ruined_file(
    path: Path, receipts: list[Receipt], harm: Callable[[Path], None], fault: str
) -> None:
    harm(path)

    assert getattr(judge(path, receipts), fault) > 0


def test_that_the_judge_sees_a_lock_left_behind(path: Path, receipts: list[Receipt]) -> None:
    with LibraryLock.take(path):
        assert judge(path, receipts).locked == 1


def test_that_a_line_without_its_end_was_not_received() -> None:
    whole = b'ready\n[[1], 1, 1, 1, "done", []]\n'

    assert receipts_in(whole + b'[[2], 1, 2, 2, "done", []]') == receipts_in(whole)
    assert [receipt.tickets for receipt in receipts_in(whole)] == [(1,)]


TALKER = """
import os, sys, time
os.write(int(sys.argv[1]), b'ready\\n[[1], 1, 1, 1, "done", []]\\n')
time.sleep(float(sys.argv[2]))
"""


def test_that_any_command_can_be_killed() -> None:
    start = spawned([sys.executable, "-c", TALKER, "{pipe}", "60"])

    assert [r.edit for r in typed_until_killed(start, 0.05, after_ready=True)] == [1]


def test_that_a_program_that_ends_by_itself_is_no_kill() -> None:
    start = spawned([sys.executable, "-c", TALKER, "{pipe}", "0"])
    with pytest.raises(RuntimeError, match="ended by itself with 0"):
        typed_until_killed(start, 5.0, after_ready=True)


def test_that_ready_is_not_a_receipt() -> None:
    reading, writing = os.pipe()
    ready(writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert receipts_in(pipe.read()) == []
