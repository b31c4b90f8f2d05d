"""A robot that types into the real window until somebody kills the process, and the next start.

python -m tests.window_typist type FOLDER SEED PIPE    types; says what is saved on the pipe
python -m tests.window_typist look FOLDER              starts again; prints what it sees
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.application import Program
from desktop.sitting import Pace
from desktop.start import make_qt
from desktop.storage.lock import LibraryLock
from tests.desk import AREA, COWS, GRASSLAND, MILK, PageRobot, put_example
from tests.kill_harness import announce, fault_wanted, plant_early_acknowledgement, ready

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.storage.facts import Answer, Saved

HASTY = Pace(silence=60, pause=50)
NUMBERS = {COWS: (20, 150), MILK: (100_000, 900_000), AREA: (70, 200), GRASSLAND: (5, 60)}
AHEAD = 6
"""So many keys the hands may be ahead of the disk; a person is never that fast."""
HOPELESS = 20.0


def opened(news: object = None) -> Program:
    """The program with the farm on the desk; `news` hears what is saved before the window does."""
    program = Program(LibraryLock.take(paths.library()), HASTY)
    program.show()
    program.window.activateWindow()
    program.begin()
    _until(program, "services")
    assert program.services is not None
    put_example(program)
    QTest.qWait(20)
    writer = program.services.library.writer
    if callable(news):
        writer.on_saved = partial(_both, news, writer.on_saved)
    QTest.keyClick(program.window.home.resume, Qt.Key.Key_Return)
    _until(program, "document")
    return program


def _both(first, second, saved: Saved) -> None:
    first(saved)
    second(saved)


def _until(program: Program, what: str) -> None:
    end = time.monotonic() + HOPELESS
    while getattr(program, what) is None and time.monotonic() < end:
        QTest.qWait(2)


def type_for_ever(seed: int, pipe: int) -> None:
    """Type number after number, most of them finished, some left half typed, some undone."""
    if fault_wanted():
        plant_early_acknowledgement()
    program = opened(partial(announce, pipe))
    robot = PageRobot(_no_bot(), program)
    dice = random.Random(seed)
    ready(pipe)
    while True:
        visit(robot, dice)


def visit(robot: PageRobot, dice: random.Random) -> None:
    """One field: its keys, most often Enter, and sometimes a change of mind."""
    key = dice.choice(list(NUMBERS))
    line = robot.go_to(key)
    for sign in dice.choice([str(dice.randint(*NUMBERS[key])), "31x", f"2*{dice.randint(20, 40)}"]):
        QTest.keyClick(line, sign)
        wait_for_the_disk(robot)
    if dice.random() < 0.8:
        QTest.keyClick(line, Qt.Key.Key_Return)
    if dice.random() < 0.15:
        robot.undo()
        QTest.qWait(3)
        if dice.random() < 0.5:
            robot.redo()


def wait_for_the_disk(robot: PageRobot) -> None:
    """Keep the hands from running far ahead."""
    services = robot.program.services
    assert services is not None
    while services.library.writer.unsaved > AHEAD:
        QTest.qWait(1)


def look() -> dict[str, int]:
    """Start again after a kill: half-typed texts stand in their fields, and undo takes one back."""
    kept = half_typed_on_disk()
    program = opened()
    robot = PageRobot(_no_bot(), program)
    shown = {key: robot.line(key).text() for key in kept}
    back = sum(shown[key] == text for key, text in kept.items())
    undone = undo_changes_something(robot)
    program.window.close()
    program.end()
    return {"half_typed": len(kept), "back_in_field": back, "undone": int(undone)}


def half_typed_on_disk() -> dict[str, str]:
    """The texts in the library that were never finished, by their editor."""
    with closing(sqlite3.connect(paths.library())) as connection:
        rows = connection.execute(
            "SELECT subject, field, text FROM answer WHERE committed = 0 AND text IS NOT NULL"
        ).fetchall()
    return {f"{subject}:{field}": text for subject, field, text in rows}


def undo_changes_something(robot: PageRobot) -> bool:
    """Whether an undo after the restart changes an answer, and a redo puts it back."""
    if robot.document.undo_step is None:
        return True
    before = answers(robot)
    for _ in range(2):
        robot.document.undo()  # the first one pauses where the sitting of today began
        robot.document.flush()
        QTest.qWait(5)
    after = answers(robot)
    robot.document.redo()
    robot.document.flush()
    QTest.qWait(5)
    return after != before and answers(robot) == before


def answers(robot: PageRobot) -> list[Answer]:
    """Every answer of the page as the open dossier has it: its text and its value."""
    return [
        robot.document.answer(one.subject, one.field) for one in robot.desk.questions.first.asked
    ]


def _no_bot() -> QtBot:
    return None  # type: ignore[return-value]  # the robot only waits with it in tests


def main(arguments: list[str]) -> int:
    """Type or look, as the first word says."""
    what, folder, *rest = arguments
    os.environ["BOCAGE_HOME"] = str(Path(folder).absolute())
    make_qt()
    if what == "look":
        sys.stdout.write(json.dumps(look()))
        return 0
    type_for_ever(int(rest[0]), int(rest[1]))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    code = main(sys.argv[1:])
    QApplication.processEvents()
    sys.exit(code)
