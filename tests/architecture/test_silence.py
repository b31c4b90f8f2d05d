"""Noise fails a test: warnings of Python, of Qt and in the log, all planted here and seen."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

PLANTED = """
import logging, os, time, warnings
import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QPushButton

def test_that_silence_passes(user_folder):
    assert os.environ["BOCAGE_HOME"] == str(user_folder)

def test_that_a_warning_fails():
    warnings.warn("old", DeprecationWarning)

def test_that_a_line_in_the_log_fails():
    logging.getLogger("desktop.storage").warning("strange")

@pytest.mark.expects_log
def test_that_a_provoked_line_passes():
    logging.getLogger("desktop.storage").warning("provoked")

def test_that_a_word_of_qt_fails(qtbot):
    qWarning("strange")

def test_that_an_error_in_a_slot_fails(qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(slot)
    button.click()

def slot():
    raise ValueError

@pytest.mark.long
def test_that_minutes_pass():
    assert os.environ["BOCAGE_LONG"] == "1"

@pytest.mark.xfail(strict=False, reason="planted")
def test_that_a_weak_excuse_passes():
    assert True

@pytest.mark.xfail(reason="planted")
def test_that_an_outdated_excuse_fails():
    assert True
"""


def outcomes(folder: Path, **environment: str) -> dict[str, str]:
    """What became of each planted test, run with the settings of this project."""
    (folder / "test_planted.py").write_text(PLANTED)
    run = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-rA", "-c", ROOT / "pyproject.toml",
            "--rootdir", ROOT, "-p", "tests.conftest", "test_planted.py",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    found = re.findall(r"^([A-Z]+) .*::test_that_(\w+)", run.stdout, re.M)
    return {name: outcome for outcome, name in found}


@pytest.mark.slow
def test_that_every_planted_noise_fails_its_test(tmp_path: Path) -> None:
    found = outcomes(tmp_path, BOCAGE_LONG="0")

    assert found == {
        name: "XPASS" if "weak" in name else "FAILED" if name.endswith("_fails") else "PASSED"
        for name in found
    } | {"a_line_in_the_log_fails": "ERROR"}
    assert len(found) == 8


@pytest.mark.slow
def test_that_long_tests_run_when_they_are_asked_for(tmp_path: Path) -> None:
    assert outcomes(tmp_path, BOCAGE_LONG="1")["minutes_pass"] == "PASSED"
