"""The first window waits for nothing heavy, and the command line starts without a screen."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

HEAVY = {
    "pandas",
    "pyqtgraph",
    "reportlab",
    "xlsxwriter",
    "sqlalchemy",
    "alembic",
    "babel",
    "scipy",
}
WINDOW, COMMAND_LINE = ROOT / "desktop/__main__.py", ROOT / "desktop/cli.py"


def start(arguments: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Starts a new Python as a user's shell would, with a user's folder of its own."""
    return subprocess.run(
        arguments,
        cwd=ROOT,
        env={**os.environ, "BOCAGE_HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def imported(report: str) -> set[str]:
    """The top-level packages in what `python -X importtime` reports."""
    return {name.split(".")[0] for name in re.findall(r"^import time:.*\|\s+(\S+)$", report, re.M)}


def loaded_before_the_window(printed: str) -> set[str]:
    """The top-level packages in the list that `--smoke` prints when the window is shown."""
    return {name.split(".")[0] for name in printed.split()}


@pytest.mark.slow
def test_that_the_window_shows_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    if WINDOW.exists():
        run = start(
            [sys.executable, "-m", "desktop", "--smoke"], tmp_path, QT_QPA_PLATFORM="offscreen"
        )
        loaded = loaded_before_the_window(run.stdout)

        assert run.returncode == 0, run.stderr
        assert "PySide6" in loaded
        assert loaded & HEAVY == set()


@pytest.mark.slow
def test_that_the_window_opens_on_a_real_screen(tmp_path: Path) -> None:
    if WINDOW.exists():
        if not shutil.which("xvfb-run"):
            pytest.skip(reason="this system has no virtual screen (package xvfb)")
        screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24"]
        command = [*screen, sys.executable, "-m", "desktop", "--smoke"]
        run = start(command, tmp_path, QT_QPA_PLATFORM="xcb")

        assert run.returncode == 0, run.stderr
        assert "PySide6" in loaded_before_the_window(run.stdout)


def test_that_the_command_line_starts_with_nothing_heavy_and_no_screen(tmp_path: Path) -> None:
    if COMMAND_LINE.exists():
        run = start([sys.executable, "-X", "importtime", "-m", "desktop.cli", "--help"], tmp_path)
        loaded = imported(run.stderr)

        assert run.returncode == 0, run.stderr
        assert "argparse" in loaded
        assert loaded & (HEAVY | {"PySide6", "numpy"}) == set()


def test_that_a_heavy_import_is_seen(tmp_path: Path) -> None:
    run = start([sys.executable, "-X", "importtime", "-c", "import babel.core"], tmp_path)

    assert imported(run.stderr) & HEAVY == {"babel"}
    assert loaded_before_the_window("sys pandas.core.frame PySide6.QtGui") & HEAVY == {"pandas"}
