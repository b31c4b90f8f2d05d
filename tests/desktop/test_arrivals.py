"""Farm files that come from outside wait until they can be looked at, and none is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.__main__ import asks_for_window
from desktop.arrivals import Arrivals
from desktop.icons import program_icon


def arrived(arrivals: Arrivals) -> list[Path]:
    """A list that fills with what is passed on."""
    found: list[Path] = []
    arrivals.received.connect(found.append)
    return found


@pytest.mark.parametrize(
    "arguments",
    [(), ("",), ("farm.bocage",), ("/a b/GAEC é 🐄.BOCAGE",), ("received.json",), ("--smoke",),
     ("diagnose.json",), ("farm.json", "--smoke")],
)  # fmt: skip
def test_that_nothing_or_a_farm_file_opens_the_window(arguments: tuple[str, ...]) -> None:
    assert asks_for_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [("diagnose", "farm.json"), ("new",), ("--help",), ("-h",), ("farm.txt",), ("bocage",),
     ("--json=farm.json",), ("-farm.bocage",), ("levers", "farm.bocage")],
)  # fmt: skip
def test_that_everything_else_is_for_the_command_line(arguments: tuple[str, ...]) -> None:
    assert not asks_for_window(arguments)


def test_that_files_wait_until_farms_can_be_opened(qtbot: QtBot) -> None:
    arrivals = Arrivals()
    found = arrived(arrivals)
    for file in ("/tmp/a.bocage", "", "/tmp/b c.json"):
        arrivals.offer(file)
    assert found == []

    arrivals.begin()
    assert found == [Path("/tmp/a.bocage"), Path("/tmp/b c.json")]
    arrivals.offer("/tmp/later.bocage")
    arrivals.begin()
    assert found[2:] == [Path("/tmp/later.bocage")]


def test_that_a_file_is_named_as_seen_from_where_it_was_given(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrivals = Arrivals()
    found = arrived(arrivals)
    monkeypatch.chdir(tmp_path)
    arrivals.offer("é/farm.json")
    monkeypatch.chdir("/")
    arrivals.begin()

    assert found == [tmp_path / "é/farm.json"]


def test_that_a_file_of_the_finder_is_taken_like_any_other(qtbot: QtBot) -> None:
    arrivals = Arrivals()
    found = arrived(arrivals)
    arrivals.begin()

    assert arrivals.eventFilter(arrivals, QFileOpenEvent("/tmp/GAEC é.bocage"))
    assert not arrivals.eventFilter(arrivals, QEvent(QEvent.Type.User))
    assert found == [Path("/tmp/GAEC é.bocage")]


def test_that_the_icon_has_a_picture_for_every_usual_size(qtbot: QtBot) -> None:
    sizes = {size.width() for size in program_icon(paths.program_icons()).availableSizes()}

    assert QCoreApplication.instance() is not None
    assert {16, 24, 32, 48, 64, 128, 256} <= sizes
