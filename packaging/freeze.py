"""Builds the program as one folder, dist/bocage, that needs no Python and no other installation.

Run it with any Python from 3.11 to 3.13 of the system it is built for; it makes an environment of
its own from `requirements.lock`. `--list` only says what would go in. Standard library only.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import contents

ROOT = contents.ROOT
HERE = ROOT / "packaging"
LOCK = HERE / "requirements.lock"
WORK = ROOT / "build"
# Without these two a second build of the same commit would give other bytes.
STEADY = {"PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"}
# Their makers have moved sections about in these; stripped, they no longer load.
NOT_STRIPPED = ("numpy.libs", "pillow.libs", "PySide6", "shiboken6")
MEGABYTE = 1_000_000


def environment() -> Path:
    """The Python of a clean environment with exactly what the lock names."""
    folder, wanted = WORK / "environment", _sum(LOCK)
    stamp = folder / ".complete"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return python
    if shutil.which("uv"):
        _run("uv", "venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, folder)
        install: list[str | Path] = ["uv", "pip", "install", "--quiet", "--python", python]
    else:
        _run(sys.executable, "-m", "venv", "--clear", folder)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*install, "--require-hashes", "-r", LOCK)
    stamp.write_text(wanted, encoding="ascii")
    return python


def moment() -> int:
    """The time that all files bear: that of the commit, so that a build can be made again."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],
        capture_output=True,
        text=True,
        check=False,
    )
    return int(asked.stdout) if asked.returncode == 0 else int((ROOT / "run").stat().st_mtime)


def run_pyinstaller(python: Path, output: Path) -> Path:
    """Runs PyInstaller, and gives the folder of the program."""
    _run(python, "-P", ROOT / "translations" / "compile.py")
    _run(python, "-P", HERE / "draw_icons.py", "--installers", WORK / "icons")
    told = ["--noconfirm", "--clean", "--log-level=WARN"]
    places: list[str | Path] = ["--distpath", output, "--workpath", WORK / "pyinstaller"]
    _run(python, "-m", "PyInstaller", *told, *places, HERE / "bocage.spec")
    return output / "bocage"


def strip(folder: Path) -> None:
    """Takes the names for debuggers out of the libraries of Python; nothing else is touched."""
    if sys.platform == "linux" and shutil.which("strip"):
        found = [path for path in files(folder) if ".so" in path.name and not path.is_symlink()]
        inner = {path: path.relative_to(folder).parts for path in found}
        ours = [path for path in found if not set(inner[path]) & set(NOT_STRIPPED)]
        _run("strip", "--strip-unneeded", "--preserve-dates", *ours)


def add_licences(python: Path, folder: Path) -> None:
    """Puts our licence and those of all that the folder carries into it."""
    texts = folder / "licences"
    _run(python, "-P", HERE / "notices.py", "--texts", texts)
    for name in ("LICENSE", "THIRD_PARTY.md"):
        shutil.copyfile(ROOT / name, texts / name)
    if sys.platform == "linux" and shutil.which("dpkg"):
        import debian

        debian.copy_licences(debian.system_libraries(WORK / "pyinstaller"), texts)
    bundle = folder.with_name("Bocage.app")  # made on macOS only
    if bundle.is_dir():
        shutil.copytree(texts, bundle / "Contents/Resources/licences")


def files(folder: Path) -> Iterator[Path]:
    """Every file and link of a folder, in a steady order."""
    yield from sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def write_sums(folder: Path) -> Path:
    """Writes the SHA-256 of every file beside the folder; two builds are compared by it."""
    lines = [
        f"{_sum(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in files(folder)
        if not path.is_symlink()
    ]
    sums = folder.with_name(f"bocage-{contents.version()}.sha256")
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sums


def sizes(folder: Path) -> dict[str, int]:
    """The bytes of the largest parts of the folder, and of the rest."""
    found: dict[str, int] = {}
    for path in files(folder):
        if not path.is_symlink():
            parts = path.relative_to(folder).parts
            part = parts[1] if parts[0] == "_internal" else parts[0]
            found[part] = found.get(part, 0) + path.stat().st_size
    largest = sorted(found, key=found.__getitem__, reverse=True)[:12]
    return {part: found[part] for part in largest} | {
        "the rest": sum(size for part, size in found.items() if part not in largest)
    }


def build(output: Path) -> None:
    """Everything from the lock to the finished folder, with its times and sizes."""
    start = time.monotonic()
    os.environ.update(STEADY, SOURCE_DATE_EPOCH=str(moment()))
    python = environment()
    made = time.monotonic()
    folder = run_pyinstaller(python, output)
    strip(folder)
    add_licences(python, folder)
    sums = write_sums(folder)
    for part, size in sizes(folder).items():
        print(f"{size / MEGABYTE:8.1f} MB  {part}")
    whole = sum(sizes(folder).values())
    print(f"{whole / MEGABYTE:8.1f} MB  in {sum(1 for _ in files(folder))} files: {folder}")
    print(f"{_sum(sums)}  {sums.name}")
    now = time.monotonic()
    print(f"environment {made - start:.0f} s, program {now - made:.0f} s")


def show() -> None:
    """Says what would go in: the version, the modules, and the files with their folders."""
    print(f"bocage {contents.version()}")
    for name in [*contents.modules(), *contents.step_imports()]:
        print(f"module  {name}")
    for path, folder in contents.data_files():
        print(f"file    {folder / path.name}")


def main() -> None:
    """Builds, or lists."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--list", action="store_true", help="say what would go in; build nothing")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.list:
        show()
    else:
        build(arguments.output.absolute())


def _run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT)


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
