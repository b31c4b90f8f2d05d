"""Kills the real window while a robot types, and lets the next start judge what is left.

    python -m tests.long.window_kills --kills 200 --seed 1 --longest 2.0

prints one line of figures; exit 0 only when nothing promised is missing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.kill_harness import (
    FAULT,
    ROOT,
    Receipt,
    Report,
    judged_by_a_command,
    spawned,
    typed_until_killed,
)

KILLS_PER_LIBRARY = 25


@dataclass
class WindowReport:
    """What all kills together showed: in the library, and in the window started again."""

    library: Report = field(default_factory=Report)
    half_typed: int = 0
    back_in_field: int = 0
    undo_refused: int = 0

    @property
    def faults(self) -> int:
        """How many things are not as promised."""
        lost_texts = self.half_typed - self.back_in_field
        return self.library.total.faults + lost_texts + self.undo_refused

    def add(self, seen: dict[str, int]) -> None:
        """Count what the window showed after one kill."""
        self.half_typed += seen["half_typed"]
        self.back_in_field += seen["back_in_field"]
        self.undo_refused += 1 - seen["undone"]

    def line(self) -> str:
        """One line of figures, as JSON."""
        window = {
            "half_typed_in_window": self.half_typed,
            "back_in_field": self.back_in_field,
            "undo_refused_in_window": self.undo_refused,
            "window_faults": self.faults,
        }
        return json.dumps({**json.loads(self.library.line()), **window})


def kill_windows(kills: int, seed: int, longest: float, *, planted: bool = False) -> WindowReport:
    """Kill so many windows, each after its own while, and judge after every one.

    With the planted fault the first loss ends the run: one lie found is all it is asked for.
    """
    dice, report = random.Random(seed), WindowReport()
    known: list[Receipt] = []
    with tempfile.TemporaryDirectory(prefix="bocage-kills-") as place:
        for number in range(kills):
            folder = Path(place) / str(number // KILLS_PER_LIBRARY)
            if number % KILLS_PER_LIBRARY == 0:
                known = []
            fresh = _killed(folder, seed + number, dice.uniform(0.03, longest), planted)
            known += fresh
            verdict = judged_by_a_command(folder / "library.db", known)
            report.library.add(verdict, sum(len(receipt.tickets) for receipt in fresh))
            if planted and verdict.lost:
                break
            if not verdict.corrupt:
                report.add(_looked_at(folder))
    return report


def _killed(folder: Path, seed: int, seconds: float, planted: bool) -> list[Receipt]:
    robot = [sys.executable, "-m", "tests.window_typist"]
    command = [*robot, "type", str(folder), str(seed), "{pipe}"]
    environment = {"QT_QPA_PLATFORM": "offscreen", FAULT: "1" if planted else "0"}
    return typed_until_killed(spawned(command, environment), seconds, after_ready=True)


def _looked_at(folder: Path) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.window_typist", "look", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", FAULT: "0"}
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found


def main() -> int:
    """Kill, print the figures, and say by the exit whether the promise holds."""
    parser = argparse.ArgumentParser(description="Kill the typing window and look what is left.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=2.0)
    parser.add_argument("--planted", action="store_true", help="say saved before COMMIT")
    wanted = parser.parse_args()
    report = kill_windows(wanted.kills, wanted.seed, wanted.longest, planted=wanted.planted)
    sys.stdout.write(report.line() + "\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
