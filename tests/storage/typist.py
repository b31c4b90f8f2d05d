"""A robot at full speed on the real library and its writer, to be killed (kill_harness).

    python -m tests.storage.typist --kills 30 --seed 1 --longest 0.3

prints one line of figures; exit 0 only when nothing promised is missing.
"""

import argparse
import itertools
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.storage.facts import Reading
from desktop.storage.library import Library
from tests.kill_harness import (
    Receipt,
    Report,
    announce,
    fault_wanted,
    forked,
    judged_in_a_fork,
    plant_early_acknowledgement,
    ready,
    typed_until_killed,
)
from tests.storage.farmyard import COWS, DAIRY, record

FIELDS = [(COWS, "milk_per_head"), (COWS, "head_years"), (DAIRY, "milk_fat"), ("", "area")]
# How far the hands may be ahead of the disk; a person is never more than a few keys ahead.
AHEAD = 6
# A new library now and then: the moments of its making are hit too, and the receipts stay few.
KILLS_PER_LIBRARY = 25


def type_for_ever(path: Path, seed: int, pipe: int) -> None:
    """Open the library and type until somebody kills the process."""
    if fault_wanted():
        plant_early_acknowledgement()
    library = Library.open(path)
    library.writer.on_saved = partial(announce, pipe)
    dice = random.Random(seed)
    cards = library.farms()
    dossier = cards[0].dossier if cards else library.add(record())
    ready(pipe)
    for count in itertools.count(seed * 100_000):
        visit(library, dossier or 0, count, dice)


def visit(library: Library, dossier: int, count: int, dice: random.Random) -> None:
    """One field: its keys, most often its value, and sometimes a change of mind."""
    subject, field = dice.choice(FIELDS)
    text = str(count)
    for length in range(1, len(text) + 1):
        library.writer.keep_text(dossier, subject, field, text[:length])
        wait_for_the_disk(library)
    if dice.random() < 0.8:
        library.writer.commit(dossier, Reading(subject, field, text, float(count)), "typed")
        library.writer.leave(dossier, subject, field)
    if dice.random() < 0.1:
        library.writer.undo(dossier)
        if dice.random() < 0.5:
            library.writer.redo(dossier)


def wait_for_the_disk(library: Library) -> None:
    """Keep the hands from running far ahead."""
    while library.writer.unsaved > AHEAD:
        time.sleep(0.001)


def kill_many(kills: int, seed: int, longest: float, folder: Path) -> Report:
    """Kill so many typists, each after its own while, and judge after every one."""
    dice, report = random.Random(seed), Report()
    known: list[Receipt] = []
    for number in range(kills):
        library = folder / str(number // KILLS_PER_LIBRARY) / "library.db"
        if number % KILLS_PER_LIBRARY == 0:
            known = []
        program: Callable[[int], None] = partial(type_for_ever, library, number + 1)
        fresh = typed_until_killed(forked(program), dice.uniform(0.03, longest))
        known += fresh
        verdict = judged_in_a_fork(library, known)
        report.add(verdict, sum(len(receipt.tickets) for receipt in fresh))
    return report


def main() -> int:
    """Kill, print the figures, and say by the exit whether the promise holds."""
    parser = argparse.ArgumentParser(description="Kill a typing program and look what is left.")
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=1.0)
    wanted = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bocage-kills-"))
    report = kill_many(wanted.kills, wanted.seed, wanted.longest, folder)
    shutil.rmtree(folder)
    sys.stdout.write(report.line() + "\n")
    return 1 if report.total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
