"""The command line as a process of its own: its start, its pipes, its last words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT
from tests.cli.asking import DAIRY

BOCAGE = [sys.executable, "-m", "desktop.cli"]
SCREEN_AND_STORE = {
    "PySide6", "sqlalchemy", "alembic", "pandas", "reportlab", "babel", "xlsxwriter", "openpyxl",
}  # fmt: skip


def run(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of a shell, where `bocage` is this checkout's command."""
    bocage = f'bocage() {{ "{BOCAGE[0]}" -m desktop.cli "$@"; }}; '
    return subprocess.run(
        ["bash", "-c", bocage + command],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def loaded(*arguments: str) -> set[str]:
    """The packages a command has loaded when it is done."""
    code = (
        "import sys; from desktop.cli import main; main(sys.argv[1:]); "
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(asked.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("diagnose", DAIRY, "--json", "-"),
        ("diagnose", DAIRY),
        ("explain", DAIRY, "gross_emissions"),
        ("formulas",),
        ("new", "--schema"),
        ("levers", DAIRY),
    ],
)
def test_that_no_command_waits_for_what_it_does_not_use(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) & SCREEN_AND_STORE == set()


def test_that_help_waits_for_no_engine() -> None:
    assert loaded("diagnose", "--help") & (SCREEN_AND_STORE | {"numpy", "diagnostics"}) == set()


def test_that_a_reader_who_stops_reading_is_no_trouble() -> None:
    said = run('set -o pipefail; bocage formulas --json | head -c 20; echo "${PIPESTATUS[0]}"')

    assert said.stdout.endswith("0\n")
    assert said.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("command", ["formulas", "formulas --json", "diagnose " + DAIRY])
def test_that_an_output_without_room_is_told(command: str) -> None:
    said = run(f"bocage {command} > /dev/full")

    assert said.returncode == 1
    assert said.stderr == "The result could not be shown.\n"


def test_that_closed_outputs_and_inputs_are_told() -> None:
    told = run("bocage formulas >&-")

    assert (told.returncode, told.stderr) == (1, "There is no standard output to write to.\n")
    assert run("bocage evaluate <&-").stderr == "standard input: the file is empty.\n"
    assert run("bocage diagnose absent.json 2>&-").returncode == 1


def test_that_a_terminal_of_few_signs_still_shows_the_figures() -> None:
    said = run(f"bocage diagnose '{DAIRY}'", PYTHONIOENCODING="ascii")

    assert said.returncode == 0
    assert "GAEC des Ch?nes" in said.stdout


def test_that_results_are_utf8_whatever_the_terminal() -> None:
    said = run(f"bocage diagnose '{DAIRY}' --json -", PYTHONIOENCODING="ascii")

    assert "GAEC des Chênes" in said.stdout


def test_that_an_odd_file_name_is_told_and_written(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/ferme \xe9.json"
    place = os.fsdecode(odd)
    Path(place).write_bytes(Path(DAIRY).read_bytes())
    command = [*BOCAGE, "diagnose", place, "--pdf", place + ".pdf", "--draws", "0"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)

    assert said.returncode == 0, said.stderr
    assert Path(place + ".pdf").read_bytes().startswith(b"%PDF")
