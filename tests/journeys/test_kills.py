"""The window killed while a robot types: nothing saved is lost, and a lie is found out."""

import pytest

from tests.long.window_kills import kill_windows

# Each kill starts the window three times over: to type, to be judged, to be looked at.
pytestmark = pytest.mark.timeout(300)


@pytest.mark.slow
def test_that_a_killed_window_loses_nothing_it_called_saved() -> None:
    report = kill_windows(4, seed=3, longest=1.0)
    print(report.line())

    assert report.faults == 0
    assert report.library.total.edits > 0


@pytest.mark.slow
def test_that_saying_saved_before_the_disk_has_it_is_found_out() -> None:
    report = kill_windows(25, seed=5, longest=1.0, planted=True)
    print(report.line())

    assert report.library.total.lost > 0


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_that_two_hundred_kills_lose_nothing() -> None:
    report = kill_windows(200, seed=1, longest=1.5)
    print(report.line())

    assert report.faults == 0
    assert report.library.total.edits >= 2_000
