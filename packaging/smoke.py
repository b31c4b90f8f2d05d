"""Starts the frozen program where nothing else is at hand, and compares it with this checkout.

Run as `PYTHON packaging/smoke.py [FOLDER]` with the Python of the development environment. The
folder is copied to a place with spaces and accents in its name, and started with an empty
environment: no Python, no path, no home but an empty one. Ends with 1 at the first disagreement.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "resources" / "examples"
FARMS = (EXAMPLES / "lowland_maize_dairy.json", EXAMPLES / "suckler_breeder_finisher.json")
WARM_STARTS = 7
PATIENCE = 60.0
MEGABYTE = 1_000_000
# A library from here would mean that the program leans on somebody's Python.
PYTHON = ("python", "site-packages", "PySide6", ".venv")
# What Qt says where there is no screen on which a window could come forward.
WITHOUT_SCREEN = "This plugin does not support"
ALWAYS = {"bocage.mo", "qtbase_en.qm", "qtbase_fr.qm", "Inter-Regular.ttf", "THIRD_PARTY.md"}
NEVER = ("libreadline",)  # under the GPL, which our own licence is not


class Disagreement(Exception):
    """The frozen program does not do what this checkout does."""


@dataclass(frozen=True)
class Frozen:
    """The program in its folder, and the bare world it is started in."""

    folder: Path
    home: Path

    @property
    def program(self) -> Path:
        """The file that is started."""
        return self.folder / ("bocage.exe" if os.name == "nt" else "bocage")

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing but where the user's folder is and that there is no screen."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        bare = {"HOME": str(self.home), "BOCAGE_HOME": str(self.home / "Bocage"), "LANG": "C.UTF-8"}
        return {**kept, **bare, "QT_QPA_PLATFORM": "offscreen", **more}

    def run(self, *arguments: str | Path, **more: str) -> str:
        """Runs the program to its end; gives what it printed."""
        done = subprocess.run(
            [str(self.program), *map(str, arguments)],
            env=self.environment(**more),
            cwd=self.home,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        told = done.stderr.decode("utf-8", "replace")
        expect(done.returncode == 0, f"{arguments}: ended with {done.returncode}: {told}")
        return done.stdout.decode("utf-8")

    @contextmanager
    def window(self) -> Iterator[subprocess.Popen[bytes]]:
        """The open window, closed at the end."""
        process = subprocess.Popen(
            [str(self.program)], env=self.environment(), cwd=self.home, stderr=subprocess.PIPE
        )
        try:
            yield process
        finally:
            process.terminate()
            process.communicate()


def expect(holds: bool, sentence: str) -> None:
    """Ends the examination with a sentence when something does not hold."""
    if not holds:
        raise Disagreement(sentence)


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def forget(folder: Path) -> None:
    """Asks the system to drop the files from its memory, so that the next start is a cold one."""
    if not hasattr(os, "posix_fadvise"):
        return
    os.sync()
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def diagnose_here(farm: Path, target: Path) -> None:
    """Diagnoses a farm with the source of this checkout."""
    command = [sys.executable, "-P", "-m", "desktop.cli", *orders(farm, target)]
    # This checkout, whichever one the environment of the tests was made for.
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)


def orders(farm: Path, target: Path) -> list[str]:
    """The command that diagnoses a farm into three files."""
    files = ["--pdf", f"{target}.pdf", "--json", f"{target}.json", "--xlsx", f"{target}.xlsx"]
    return ["diagnose", str(farm), *files, "--lang", "fr"]


def compare_results(frozen: Frozen) -> Iterator[str]:
    """The same farm gives the same figures to the last digit, the same report and workbook."""
    for farm in FARMS:
        ours, theirs = frozen.home / "source" / farm.stem, frozen.home / "l’été" / farm.stem
        for target in (ours, theirs):
            target.parent.mkdir(exist_ok=True)
        source = seconds(partial(diagnose_here, farm, ours))
        taken = seconds(partial(frozen.run, *orders(farm, theirs)))
        results = [json.loads(Path(f"{each}.json").read_bytes()) for each in (ours, theirs)]
        expect(results[0] == results[1], f"{farm.name}: other figures than the source program")
        report = same_bytes(ours, theirs, "pdf", b"%PDF-")
        workbook = same_bytes(ours, theirs, "xlsx", b"PK")
        yield (
            f"{farm.name}: {len(results[1]['values'])} figures, a report of {report} kB and a "
            f"workbook of {workbook} kB agree; {taken:.2f} s (source {source:.2f} s)"
        )


def same_bytes(ours: Path, theirs: Path, kind: str, beginning: bytes) -> int:
    """Compares two files to the byte, and gives their kilobytes."""
    ours, theirs = (Path(f"{each}.{kind}") for each in (ours, theirs))
    expect(theirs.is_file(), f"{theirs.name} was not written")
    content = theirs.read_bytes()
    expect(content.startswith(beginning), f"{theirs.name} is no {kind} file")
    expect(content == ours.read_bytes(), f"{theirs.name} is not that of the source program")
    return round(len(content) / 1000)


def time_windows(frozen: Frozen) -> Iterator[str]:
    """The window shows, the first time and later."""
    forget(frozen.folder)
    cold = seconds(partial(frozen.run, "--smoke"))
    warm = [seconds(partial(frozen.run, "--smoke")) for _ in range(WARM_STARTS)]
    yield f"window shown and closed: cold {cold:.2f} s, warm {statistics.median(warm):.2f} s"
    if shutil.which("xvfb-run"):
        screen = ["xvfb-run", "--auto-servernum", str(frozen.program), "--smoke"]
        environment = frozen.environment(PATH=os.defpath, QT_QPA_PLATFORM="xcb")
        done = subprocess.run(
            screen, env=environment, capture_output=True, timeout=PATIENCE, check=False
        )
        expect(done.returncode == 0, f"no window on a real screen: {done.stderr.decode()}")
        yield "window shown on a screen of X11"


def use_window(frozen: Frozen) -> Iterator[str]:
    """The window makes a library, and takes the file of a second start."""
    library = frozen.home / "Bocage" / "library.db"
    with frozen.window() as window:
        opened = seconds(partial(wait_until, partial(is_made, library), window))
        yield f"library made {opened:.2f} s after the start"
        handed = seconds(partial(frozen.run, FARMS[0]))
        expect(window.poll() is None, "the window closed when a second one was started")
        yield f"second start handed its file over and ended in {handed:.2f} s"
        yield from foreign_files(window.pid, frozen.folder)
    log = (frozen.home / "Bocage" / "bocage.log").read_text(encoding="utf-8").splitlines()
    complaints = [line for line in log if WITHOUT_SCREEN not in line]
    expect(complaints == [], f"the journal says: {complaints}")


def wait_until(holds: Callable[[], bool], window: subprocess.Popen[bytes]) -> None:
    """Waits for something that the window does, as long as the window lives."""
    end = time.monotonic() + PATIENCE
    while not holds():
        expect(
            window.poll() is None and time.monotonic() < end, "the window did not open a library"
        )
        time.sleep(0.02)


def is_made(library: Path) -> bool:
    """Whether a library lies there that can be read."""
    with suppress(sqlite3.Error):
        address = f"{library.as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return connection.execute("SELECT 1 FROM meta").fetchone() is not None
    return False


def foreign_files(process: int, folder: Path) -> Iterator[str]:
    """The libraries in use that do not lie in the folder; none may be of some Python."""
    maps = Path(f"/proc/{process}/maps")
    if not maps.exists():
        return
    lines = maps.read_text(encoding="utf-8").splitlines()
    used = {line.split(maxsplit=5)[-1] for line in lines if "/" in line}
    libraries = {path for path in used if ".so" in path}
    foreign = sorted(path for path in libraries if not Path(path).is_relative_to(folder))
    wrong = [path for path in foreign if any(part in path for part in PYTHON)]
    expect(wrong == [], f"libraries of another Python are in use: {wrong}")
    names = sorted(Path(path).name for path in foreign)
    yield f"{len(libraries)} libraries in use, of the system: {', '.join(names)}"


def weigh(frozen: Frozen) -> Iterator[str]:
    """The size of the folder, what must be in it and what must not."""
    paths = [path for path in frozen.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in paths)
    lacking = ALWAYS - {path.name for path in paths}
    expect(lacking == set(), f"the folder lacks {', '.join(sorted(lacking))}")
    never = [path.name for path in paths if path.name.startswith(NEVER)]
    expect(never == [], f"the folder must not carry {never}")
    yield f"{size / MEGABYTE:.1f} MB in {len(paths)} files"


def examine(folder: Path) -> Iterator[str]:
    """Everything, step by step; each step says what it found."""
    with tempfile.TemporaryDirectory(prefix="Bocage, essai à froid ") as place:
        frozen = Frozen(Path(place, "à part", "bocage"), Path(place, "home"))
        shutil.copytree(folder, frozen.folder, symlinks=True)
        frozen.home.mkdir()
        for step in (weigh, time_windows, compare_results, use_window):
            yield from step(frozen)


def main() -> int:
    """Prints each finding; ends with 1 at the first disagreement."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "dist" / "bocage")
    try:
        for finding in examine(parser.parse_args().folder.resolve()):
            print(finding, flush=True)
    except Disagreement as sentence:
        print(f"FAILED: {sentence}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
