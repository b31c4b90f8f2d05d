"""Asks Debian's package system which package a library comes from, and what it may be used for."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

DOCUMENTATION = Path("/usr/share/doc")
# A file may be known under its place before /lib became a part of /usr, or after.
MERGED = "/usr"
FOUND = re.compile(r"^\s+(lib\S+) => (/\S+)", re.MULTILINE)
NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
C_LIBRARY = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


def package_of(file: Path) -> str | None:
    """The package that a file of the system belongs to."""
    whole = str(file.resolve())
    for place in dict.fromkeys((whole, whole.removeprefix(MERGED), str(file))):
        told = subprocess.run(
            ["dpkg", "-S", place], capture_output=True, text=True, check=False
        ).stdout
        if told:
            return told.partition(":")[0]
    return None


def system_libraries(work: Path) -> list[Path]:
    """The libraries that PyInstaller took from the system; read from the list that it leaves."""
    listed = ast.literal_eval((work / "bocage" / "COLLECT-00.toc").read_text(encoding="utf-8"))
    sources = {source for _, source, kind in listed[-1] if kind == "BINARY"}
    return sorted(Path(source) for source in sources if source.startswith(("/lib", "/usr/lib")))


def copy_licences(libraries: Iterable[Path], folder: Path) -> None:
    """Copies the licence of every package that lent a library."""
    for package in sorted({name for file in libraries if (name := package_of(file))}):
        target = folder / "system" / package / "copyright"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DOCUMENTATION / package / "copyright", target)


def depends(folder: Path) -> list[str]:
    """The packages that the program needs from the system, with the oldest C library it bears."""
    binaries = [path for path in sorted(folder.rglob("*")) if is_binary(path)]
    heads = [_output("objdump", "-p", str(path)) for path in binaries]
    asked = {name for head in heads for name in NEEDED.findall(head)}
    outside = {
        Path(place)
        for path in binaries
        for name, place in FOUND.findall(_output("ldd", str(path), folder=folder))
        if name in asked and not Path(place).is_relative_to(folder)
    }
    names = {name for file in outside if (name := package_of(file))} - {"libc6"}
    major, minor = oldest_c_library(heads)
    return [f"libc6 (>= {major}.{minor})", *sorted(names)]


def oldest_c_library(heads: Iterable[str]) -> tuple[int, int]:
    """The version of the C library that the most demanding file asks for in its head."""
    return max(
        (int(major), int(minor)) for head in heads for major, minor in C_LIBRARY.findall(head)
    )


def is_binary(path: Path) -> bool:
    """Whether a file is a program or a library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _output(*command: str, folder: Path | None = None) -> str:
    # The program finds its own libraries by this path; here they are to be found the same way.
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    if folder is not None:
        environment["LD_LIBRARY_PATH"] = str(folder / "_internal")
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False
    ).stdout
