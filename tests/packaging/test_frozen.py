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


# One test, so that two workers never build in the same folder at the same time.
def test_that_what_is_built_and_what_is_packed_does_what_the_source_does(tmp_path: Path) -> None:
    run("freeze.py", "--output", tmp_path)
    program = tmp_path / "bocage"
    given = {path.name for path in (program / "licences").iterdir()}

    assert run("smoke.py", program).count("agree") == 2
    assert {"LICENSE", "THIRD_PARTY.md", "Qt", "Python", "numpy", "pyinstaller"} <= given
    if shutil.which("dpkg-deb"):
        run("deb.py", program)
        (package,) = tmp_path.glob("*.deb")
        subprocess.run(["dpkg-deb", "-x", str(package), str(tmp_path / "system")], check=True)

        assert script("deb_checks").offences(package) == []
        assert run("smoke.py", tmp_path / "system/usr/lib/bocage").count("agree") == 2
