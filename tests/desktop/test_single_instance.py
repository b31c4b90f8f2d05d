"""A second start brings the first window forward and ends, also after the first one was killed."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.single_instance import LONGEST_WISH, Doorbell, bell_name, read_wish, ring

SECOND_START = """
import sys
from pathlib import Path
from desktop.single_instance import ring
sys.exit(0 if ring(Path(sys.argv[1]), sys.argv[2], 5.0) else 1)
"""
FIRST_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.single_instance import Doorbell
application = QCoreApplication([])
bell = Doorbell(Path(sys.argv[1]))
print(bell.listen(), flush=True)
application.exec()
"""

NOISE = """
import sys
from pathlib import Path
from PySide6.QtNetwork import QLocalSocket
from desktop.single_instance import bell_name
caller = QLocalSocket()
caller.connectToServer(bell_name(Path(sys.argv[1])))
assert caller.waitForConnected(5000)
caller.write(bytes.fromhex(sys.argv[2]) * int(sys.argv[3]))
caller.waitForBytesWritten(5000)
caller.waitForDisconnected(500)
"""


@pytest.fixture
def bell(qtbot: QtBot, tmp_path: Path) -> Iterator[Doorbell]:
    """The first window, listening."""
    first = Doorbell(tmp_path / "library.db")
    assert first.listen()
    yield first
    first.close()


def started(program: str, *words: str) -> subprocess.Popen[str]:
    """Another start of the program."""
    command = [sys.executable, "-c", program, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("file", ["", "/tmp/GAEC des Chênes 🐄.bocage", "--help", "a\nb"])
def test_that_a_second_start_hands_over_its_file_and_ends(
    qtbot: QtBot, bell: Doorbell, tmp_path: Path, file: str
) -> None:
    with qtbot.waitSignal(bell.rung, timeout=10_000) as heard:
        second = started(SECOND_START, str(tmp_path / "library.db"), file)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)

    assert heard.args == [file]
    assert second.wait() == 0
    assert second.communicate() == ("", None)


def test_that_nobody_answers_for_another_library(bell: Doorbell, tmp_path: Path) -> None:
    assert not ring(tmp_path / "other.db", patience=0.2)


def test_that_a_socket_left_by_a_killed_window_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    first = started(FIRST_START, str(library))
    assert first.stdout is not None
    assert first.stdout.readline() == "True\n"
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert not ring(library, patience=0.0)

    bell = Doorbell(library)
    assert bell.listen()
    with qtbot.waitSignal(bell.rung, timeout=10_000):
        second = started(SECOND_START, str(library), "")
    qtbot.waitUntil(lambda: second.poll() == 0, timeout=10_000)
    second.communicate()
    bell.close()


@pytest.mark.parametrize(
    "line",
    [b"", b"[]\n", b"{}\n", b'{"open": 1}\n', b"\xff\n", b'"raise"\n', b"[" * 5_000 + b"\n",
     json.dumps({"open": "a\0b"}).encode()],
)  # fmt: skip
def test_that_a_line_we_would_not_send_is_no_wish(line: bytes) -> None:
    assert read_wish(line) is None


@pytest.mark.parametrize(
    ("noise", "times"), [(b"GET / HTTP/1.1\n", 1), (b"x", LONGEST_WISH + 1), (b"{}\n", 50)]
)
def test_that_noise_on_the_socket_disturbs_nobody(
    qtbot: QtBot, bell: Doorbell, tmp_path: Path, noise: bytes, times: int
) -> None:
    with qtbot.assertNotEmitted(bell.rung):
        noisy = started(NOISE, str(tmp_path / "library.db"), noise.hex(), str(times))
        qtbot.waitUntil(lambda: noisy.poll() == 0, timeout=10_000)
        noisy.communicate()

    with qtbot.waitSignal(bell.rung, timeout=10_000):
        second = started(SECOND_START, str(tmp_path / "library.db"), "")
    qtbot.waitUntil(lambda: second.poll() == 0, timeout=10_000)
    second.communicate()


def test_that_the_name_of_the_socket_tells_nothing_of_the_user(tmp_path: Path) -> None:
    names = {bell_name(tmp_path / "library.db"), bell_name(tmp_path / "other.db")}

    assert len(names) == 2
    assert all(len(name) == len("bocage-") + 16 for name in names)
