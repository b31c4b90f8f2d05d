"""A farm file that is opened from outside reaches the window, whether it runs already or not."""

import subprocess
import sys
from pathlib import Path

from desktop.application import Program
from tests.architecture.reading import ROOT
from tests.desk import PATIENCE, Desk


def received_by(program: Program) -> list[Path]:
    """A list that fills with the files that the program is handed."""
    found: list[Path] = []
    program.arrivals.received.connect(found.append)
    return found


def start_again(file: str, folder: Path) -> subprocess.Popen[bytes]:
    """A later start of the program, from another folder, with a file to open."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from desktop.__main__ import main; "
    return subprocess.Popen([sys.executable, "-c", code + "sys.exit(main())", file], cwd=folder)


def test_that_a_later_start_hands_its_file_to_the_open_window(desk: Desk, tmp_path: Path) -> None:
    found = received_by(desk.start())
    later = start_again("GAEC des Chênes é.bocage", tmp_path)
    desk.bot.waitUntil(lambda: later.poll() is not None, timeout=3 * PATIENCE)

    assert later.wait() == 0
    desk.bot.waitUntil(lambda: found != [], timeout=PATIENCE)
    assert found == [tmp_path / "GAEC des Chênes é.bocage"]


def test_that_a_later_start_without_a_file_hands_over_nothing(desk: Desk, tmp_path: Path) -> None:
    found = received_by(desk.start())
    later = start_again("", tmp_path)
    desk.bot.waitUntil(lambda: later.poll() is not None, timeout=3 * PATIENCE)

    assert later.wait() == 0
    assert found == []
