"""The real thing, in minutes: build the program, start it where nothing is, pack it, start that."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.scripts import FOLDER, script

pytestmark = [pytest.mark.long, pytest.mark.timeout(3_600)]


def run(name: str, *arguments: str | Path) -> str:
    """Runs a script of packaging/ to its end, and prints what it told."""
    command = [sys.executable, str(FOLDER / name), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen program, built from this checkout."""
    output = tmp_path_factory.mktemp("frozen")
    run("freeze.py", "--output", output)
    return output / "bocage"


def test_that_the_frozen_program_does_what_the_source_does(program: Path) -> None:
    told = run("smoke.py", program)

    assert told.count("agree") == 2
    assert "handed its file over" in told


def test_that_the_folder_carries_the_licences_of_all_it_holds(program: Path) -> None:
    given = {path.name for path in (program / "licences").iterdir()}

    assert {"LICENSE", "THIRD_PARTY.md", "Qt", "Python", "numpy", "pyinstaller"} <= given


def test_that_the_installed_package_does_what_the_source_does(
    program: Path, tmp_path: Path
) -> None:
    if not shutil.which("dpkg-deb"):
        pytest.skip(reason="packages are made on Debian and Ubuntu only")
    run("deb.py", program)
    (package,) = program.parent.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", str(package), str(tmp_path)], check=True)

    assert script("deb_checks").offences(package) == []
    assert run("smoke.py", tmp_path / "usr/lib/bocage").count("agree") == 2
