"""Going back to a point of the history is one gesture, and so is coming forward again."""

import random
import sqlite3
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.storage.facts import Answer
from desktop.storage.library import Library
from desktop.storage.states import written
from tests.storage.farmyard import COWS, MILK, News, litres, milk, settle


@pytest.fixture
def steps(library: Library, dossier: int) -> list[int]:
    """The numbers of ten steps, the oldest first."""
    for value in range(10):
        library.writer.commit(dossier, litres(str(value), float(value)))
        library.writer.leave(dossier, COWS, MILK)
    settle(library)
    return [edit.id for edit in reversed(library.history(dossier))]


def go_to(library: Library, dossier: int, step: int) -> None:
    """Go to a step and wait."""
    library.writer.go_to_step(dossier, step)
    settle(library)


def test_that_one_goes_back_and_forward_in_one_gesture(
    library: Library, dossier: int, steps: list[int], news: News
) -> None:
    news.saved.clear()
    go_to(library, dossier, steps[3])
    assert milk(library, dossier) == ("3", 3.0)
    assert [one.undone for one in library.history(dossier)] == [True] * 6 + [False] * 4
    go_to(library, dossier, steps[-1])

    assert milk(library, dossier) == ("9", 9.0)
    acts = [saved.edit.act for saved in news.saved if saved.edit]
    assert acts == ["undone", "redone"]


def test_that_the_receipt_leads_to_where_one_is(
    library: Library, dossier: int, steps: list[int], news: News
) -> None:
    go_to(library, dossier, steps[2])
    edit = news.saved[-1].edit

    assert edit is not None
    old = edit.changes[-1].old
    assert old is not None
    assert getattr(old, "number", None) == 2.0


def test_that_going_nowhere_changes_nothing(
    library: Library, dossier: int, steps: list[int], news: News
) -> None:
    revision = library.dossier(dossier).revision
    go_to(library, dossier, steps[-1])
    go_to(library, dossier, 10**9)

    assert library.dossier(dossier).revision == revision
    assert news.saved[-1].edit is None


def test_that_zero_is_the_beginning(library: Library, dossier: int, steps: list[int]) -> None:
    assert steps
    go_to(library, dossier, 0)
    assert milk(library, dossier) == (None, None)


@pytest.mark.parametrize("seed", range(5))
def test_that_any_walk_ends_where_it_says(
    library: Library, dossier: int, steps: list[int], seed: int
) -> None:
    dice = random.Random(seed)
    for _ in range(12):
        place = dice.randrange(len(steps))
        go_to(library, dossier, steps[place])
        assert milk(library, dossier) == (str(place), float(place))


def plant_steps(path: Path, dossier: int) -> None:
    """Ten thousand steps as the writer leaves them, without the wait for the disk."""
    states = [written(Answer(COWS, MILK, str(n), float(n))) for n in range(10_001)]
    rows = [
        (dossier, "2025-03-01T08:00:00+00:00", COWS, MILK, old, new)
        for old, new in pairwise([None, *states[:10_000]])
    ]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO edit_log (dossier_id, ts_utc, kind, subject, field, old, new, label, open,"
            " dropped, session) VALUES (?, ?, 'answer', ?, ?, ?, ?, '', 0, 0, 'old')",
            rows,
        )
        connection.execute("UPDATE dossier SET cursor = 10000, revision = 10000")


def test_that_thousands_of_steps_are_listed_and_walked(library: Library, dossier: int) -> None:
    plant_steps(library.path, dossier)
    began = time.perf_counter()
    listed = library.history(dossier, 20_000)
    told = time.perf_counter() - began
    go_to(library, dossier, listed[-1].id)
    print(
        f"{len(listed)} steps listed in {told:.2f} s, undone in "
        f"{time.perf_counter() - began - told:.2f} s"
    )

    assert len(listed) == 10_000
    assert milk(library, dossier) == ("0", 0.0)
