"""./run sets everything up once and then stays out of the way, whatever surrounds it.

The script is run in a small checkout with a real Python and stand-ins for uv, apt-get and id, so
that nothing is downloaded and nothing is installed on this machine.
"""

import _ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the script is for systems with a bash"
)

SAYS_WHAT_IT_SEES = """
import os, sys
print(__name__ == "__main__", *sys.argv[1:], sep="|")
print("in", os.getcwd())
print("path", os.environ.get("PYTHONPATH"), "long", os.environ.get("BOCAGE_LONG"))
"""
UV = """#!/usr/bin/env bash
echo "uv $*" >>"$STANDIN_LOG"
case $1 in
  venv) exec "$STANDIN_PYTHON" -m venv --clear --without-pip "${@: -1}" ;;
  *) sleep "${STANDIN_SECONDS:-0}"; exit "${STANDIN_FAILS:-0}" ;;
esac
"""
APT = '#!/usr/bin/env bash\necho "apt-get $*" >>"$STANDIN_LOG"\nexit 1\n'
COMPILES = """
import pathlib, sys
for text in pathlib.Path(sys.argv[0]).parent.glob("*/LC_MESSAGES/*.po"):
    text.with_suffix(".mo").write_text("compiled")
print("catalogues compiled")
"""


@dataclass
class Checkout:
    """A small checkout, and a user who starts ./run in it."""

    folder: Path
    log: Path
    caller: Path
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
        """Starts ./run from the caller's folder, with nothing in the environment but this."""
        environment = {**self.environment, **changes}
        return subprocess.run(
            [str(self.folder / "run"), *arguments],
            cwd=self.caller,
            env={name: value for name, value in environment.items() if value is not None},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def calls(self, tool: str) -> int:
        """How often a stand-in was called."""
        return self.log.read_text().count(f"{tool} ") if self.log.exists() else 0

    @property
    def stamp(self) -> Path:
        """The mark of a finished installation."""
        return self.folder / ".venv/.complete"

    def with_qt(self) -> None:
        """Gives the environment libraries that load, in the places where Qt keeps its own."""
        site = next((self.folder / ".venv/lib").iterdir()) / "site-packages/PySide6/Qt"
        for name in ("plugins/platforms/libqxcb.so", "plugins/platforms/libqoffscreen.so",
                     "lib/libQt6Network.so.6"):  # fmt: skip
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).symlink_to(_ctypes.__file__)


def write_tool(path: Path, text: str) -> None:
    """Writes an executable stand-in."""
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def fresh(tmp_path: Path) -> Checkout:
    """A checkout that was never started, in a folder with spaces and an accent in its name."""
    folder, tools = tmp_path / "ma ferme é/the checkout", tmp_path / "tools"
    for inner in ("desktop", "diagnostics", "translations", "resources/examples"):
        (folder / inner).mkdir(parents=True)
    tools.mkdir()
    shutil.copy(ROOT / "run", folder / "run")
    (folder / "requirements-dev.lock").write_text("numpy==2.4.6\n")
    for name in ("desktop/__init__.py", "diagnostics/__init__.py"):
        (folder / name).write_text("")
    for name in ("desktop/cli.py", "desktop/__main__.py", "pytest.py"):
        (folder / name).write_text(SAYS_WHAT_IT_SEES)
    write_tool(tools / "uv", UV)
    write_tool(tools / "apt-get", APT)
    write_tool(tools / "id", "#!/usr/bin/env bash\necho 1000\n")
    write_tool(tools / "python3", f'#!/usr/bin/env bash\nexec "{sys.executable}" "$@"\n')
    caller = tmp_path / "caller"
    caller.mkdir()
    environment = {
        "PATH": f"{tools}:{os.defpath}",
        "HOME": str(tmp_path / "home"),
        "STANDIN_LOG": str(tmp_path / "log"),
        "STANDIN_PYTHON": sys.executable,
    }
    return Checkout(folder, tmp_path / "log", caller, environment)


@pytest.fixture
def finished(fresh: Checkout) -> Checkout:
    """A checkout that was started once."""
    fresh.start("formulas")
    fresh.log.unlink()
    return fresh


def test_that_the_first_start_installs_and_the_second_does_not(fresh: Checkout) -> None:
    first, second = fresh.start("formulas"), fresh.start("formulas")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert fresh.calls("uv") == 2  # the environment, then its packages
    assert "Setting up" in first.stderr
    assert second.stderr == ""


def test_that_an_interrupted_installation_is_begun_again(fresh: Checkout) -> None:
    broken = fresh.start("formulas", STANDIN_FAILS="1")
    has_stamp = fresh.stamp.exists()
    again = fresh.start("formulas")

    assert broken.returncode != 0
    assert not has_stamp
    assert again.returncode == 0
    assert fresh.log.read_text().count("uv venv") == 2


def test_that_a_new_lock_is_followed_in_the_same_environment(finished: Checkout) -> None:
    (finished.folder / "requirements-dev.lock").write_text("numpy==2.4.7\n")

    assert finished.start("formulas", STANDIN_FAILS="1").returncode != 0
    assert not finished.stamp.exists()
    assert finished.log.read_text().count("uv venv") == 0
    assert finished.start("formulas").returncode == 0
    # The interrupted update may have left halves behind, so that one is made anew.
    assert finished.log.read_text().count("uv venv") == 1


def test_that_two_starts_at_once_install_once(fresh: Checkout) -> None:
    environment = {**fresh.environment, "STANDIN_SECONDS": "0.5"}
    both = [
        subprocess.Popen(
            [fresh.folder / "run", "formulas"], env=environment, stdout=subprocess.DEVNULL
        )
        for _ in range(2)
    ]

    assert [start.wait(timeout=30) for start in both] == [0, 0]
    assert fresh.calls("uv") == 2


def test_that_paths_stay_those_of_the_caller(finished: Checkout) -> None:
    run = finished.start("diagnose", "a farm.json", "--json", "out/é.json", "")

    assert run.stdout.splitlines()[:2] == [
        "True|diagnose|a farm.json|--json|out/é.json|",
        f"in {finished.caller}",
    ]


@pytest.mark.parametrize(
    "surroundings",
    [
        {"HOME": None},
        {"HOME": ""},
        {"PYTHONPATH": "/nonsense"},
        {"PYTHONHOME": "/nonsense"},
        {"VIRTUAL_ENV": "/nonsense"},
        {"CDPATH": "/usr"},
        {"LC_ALL": "C"},
    ],
    ids="-".join,
)
def test_that_strange_surroundings_change_nothing(
    fresh: Checkout, surroundings: dict[str, str | None]
) -> None:
    run = fresh.start("levers", "farm.json", **surroundings)

    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[0] == "True|levers|farm.json"
    assert "path None" in run.stdout


def test_that_a_package_in_the_callers_folder_is_not_taken_for_ours(finished: Checkout) -> None:
    stranger = finished.caller / "desktop"
    stranger.mkdir()
    (stranger / "__init__.py").write_text("raise SystemExit('the wrong package')")

    assert finished.start("formulas").returncode == 0


def test_that_a_moved_checkout_still_starts_and_installs_nothing(finished: Checkout) -> None:
    finished.folder = finished.folder.rename(finished.folder.parent / "elsewhere")
    run = finished.start("formulas")

    assert run.returncode == 0, run.stderr
    assert finished.calls("uv") == 0


def test_that_a_subcommand_asks_for_no_library_of_qt(finished: Checkout) -> None:
    assert finished.start("diagnose", "farm.json").returncode == 0
    assert finished.calls("apt-get") == 0


def test_that_a_user_who_may_not_install_is_told_the_one_line(finished: Checkout) -> None:
    run = finished.start(DISPLAY=":99")

    assert run.returncode == 3
    assert "sudo apt-get install -y --no-install-recommends libegl1" in run.stderr
    assert finished.calls("apt-get") == 0


def test_that_root_is_told_the_line_when_the_installation_fails(finished: Checkout) -> None:
    write_tool(Path(finished.environment["PATH"].split(":")[0]) / "id", "#!/bin/sh\necho 0\n")
    run = finished.start("test")

    assert run.returncode == 3
    assert "sudo apt-get install" in run.stderr
    assert finished.calls("apt-get") == 1


def test_that_the_window_opens_where_there_is_a_display(finished: Checkout) -> None:
    finished.with_qt()

    assert finished.start(DISPLAY=":99").stdout.splitlines()[0] == "True"
    assert finished.start(QT_QPA_PLATFORM="offscreen").stdout.splitlines()[0] == "True"
    opened = finished.start("farm.bocage", WAYLAND_DISPLAY=None, DISPLAY=":99")
    assert opened.stdout.splitlines()[0] == "True|farm.bocage"


def test_that_without_a_display_the_example_farm_is_diagnosed(finished: Checkout) -> None:
    run = finished.start(BOCAGE_OUT="my results")
    folder = finished.caller / "my results"

    assert run.returncode == 0, run.stderr
    assert "resources/examples/lowland_maize_dairy.json|--pdf|" in run.stdout
    assert f"The report:  {folder}/lowland_maize_dairy.pdf" in run.stdout
    assert "no display" in run.stderr
    assert finished.calls("apt-get") == 0


def test_that_the_example_goes_into_a_folder_of_its_own(finished: Checkout) -> None:
    run = finished.start()

    assert f"{finished.caller}/bocage-example/lowland_maize_dairy.json" in run.stdout
    assert (finished.caller / "bocage-example").is_dir()


@pytest.mark.parametrize("mistake", ["diagnos", "install", "rm -rf"])
def test_that_an_unknown_subcommand_is_refused_with_the_list(
    finished: Checkout, mistake: str
) -> None:
    run = finished.start(mistake)

    assert run.returncode == 2
    assert f'no subcommand "{mistake}"' in run.stderr
    assert "explain levers" in run.stderr


def test_that_help_needs_no_installation(fresh: Checkout) -> None:
    run = fresh.start("--help")

    assert run.returncode == 0
    assert "./run test" in run.stdout
    assert fresh.calls("uv") == 0


def test_that_tests_run_in_the_checkout_with_paths_of_the_caller(finished: Checkout) -> None:
    finished.with_qt()
    (finished.caller / "test_mine.py").write_text("")
    run = finished.start("test", "test_mine.py::test_that_it_rains", "tests/absent", "-k", "a b")

    assert run.stdout.splitlines()[0].endswith(
        f"|{finished.caller}/test_mine.py::test_that_it_rains|tests/absent|-k|a b"
    )
    assert f"in {finished.folder}" in run.stdout
    assert "long None" in run.stdout


def test_that_long_asks_for_the_long_tests(finished: Checkout) -> None:
    finished.with_qt()
    run = finished.start("test", "--long")

    assert "long 1" in run.stdout
    assert run.stdout.splitlines()[0].endswith("|--timeout=3600")


def test_that_bytecode_is_made_whatever_the_environment_says(fresh: Checkout) -> None:
    fresh.start("formulas", PYTHONDONTWRITEBYTECODE="1")
    compiled = fresh.folder / "desktop/__pycache__"
    shutil.rmtree(compiled)
    later = (fresh.folder / ".venv/.compiled").stat().st_mtime + 5
    os.utime(fresh.folder / "desktop/cli.py", (later, later))
    fresh.start("formulas", PYTHONDONTWRITEBYTECODE="1")

    assert list(compiled.glob("cli.*.pyc")) != []


def test_that_catalogues_are_compiled_when_their_text_is_newer(finished: Checkout) -> None:
    messages = finished.folder / "translations/fr/LC_MESSAGES"
    messages.mkdir(parents=True)
    (messages / "bocage.po").write_text("")
    (finished.folder / "translations/compile.py").write_text(COMPILES)

    assert "catalogues compiled" in finished.start("formulas").stdout
    assert "catalogues compiled" not in finished.start("formulas").stdout
