"""Looks a finished .deb over: what lies in it, whose it is, what it promises, what it would break.

Run as `python packaging/deb_checks.py PACKAGE.deb`; says nothing when all is well.
"""

import configparser
import hashlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIELDS = ("Package", "Version", "Architecture", "Maintainer", "Depends", "Description")
ALLOWED = ("usr/bin/", "usr/lib/bocage/", "usr/share/")
PROMISED = (
    "usr/bin/bocage",
    "usr/share/applications/bocage.desktop",
    "usr/share/mime/packages/bocage.xml",
    "usr/share/icons/hicolor/scalable/apps/bocage.svg",
    "usr/share/icons/hicolor/48x48/apps/bocage.png",
    "usr/share/doc/bocage/copyright",
    "usr/share/doc/bocage/changelog.gz",
    "usr/share/man/man1/bocage.1.gz",
    "usr/share/man/fr/man1/bocage.1.gz",
    "usr/lib/bocage/licences/Qt/LGPL-3.0.txt",
    "usr/lib/bocage/licences/THIRD_PARTY.md",
)


@dataclass(frozen=True)
class Member:
    """One line of the list of a package."""

    rights: str
    owner: str
    name: str


def offences(package: Path) -> list[str]:
    """Everything that is wrong with a package."""
    listed = members(package)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-R", str(package), folder], check=True)
        root = Path(folder)
        found = [*wrong_fields(root), *wrong_members(listed), *wrong_links(root)]
        return [*found, *wrong_sums(root), *wrong_texts(root)]


def members(package: Path) -> list[Member]:
    """The list of a package, as dpkg-deb prints it."""
    told = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True
    )
    rows = (line.split(maxsplit=5) for line in told.stdout.splitlines())
    return [Member(row[0], row[1], row[5].partition(" -> ")[0].removeprefix("./")) for row in rows]


def wrong_fields(root: Path) -> Iterator[str]:
    """Fields of the control file that are missing, or a place in it that was left open."""
    control = (root / "DEBIAN/control").read_text(encoding="utf-8")
    present = {line.partition(":")[0] for line in control.splitlines()}
    yield from (f"control: no {field}" for field in FIELDS if field not in present)
    if "@" in control.replace("@localhost", "").partition("Maintainer:")[0]:
        yield "control: a place is not filled"


def wrong_members(listed: list[Member]) -> Iterator[str]:
    """Files in wrong places, of wrong owners or with wrong rights; files that are missing."""
    names = {member.name for member in listed}
    yield from (f"missing: {name}" for name in PROMISED if name not in names)
    for member in listed:
        if member.owner != "root/root":
            yield f"{member.name}: belongs to {member.owner}"
        if set(member.rights) & set("sStT") or (
            member.rights[0] != "l" and member.rights[8] == "w"
        ):
            yield f"{member.name}: has the rights {member.rights}"
        is_folder = member.rights.startswith("d")
        if not is_folder and not member.name.startswith(ALLOWED):
            yield f"{member.name}: lies outside the places of a program"


def wrong_links(root: Path) -> Iterator[str]:
    """Links that lead nowhere, or out of the package."""
    for path in root.rglob("*"):
        if path.is_symlink():
            target = path.resolve()
            if not target.exists() or not target.is_relative_to(root.resolve()):
                yield f"{path.relative_to(root)}: leads to {path.readlink()}"


def wrong_sums(root: Path) -> Iterator[str]:
    """Files that are not what the list of sums says, and files that it forgets."""
    lines = (root / "DEBIAN/md5sums").read_text(encoding="utf-8").splitlines()
    noted = {name: md5 for md5, _, name in (line.partition("  ") for line in lines)}
    found = {
        path.relative_to(root).as_posix(): hashlib.md5(path.read_bytes()).hexdigest()
        for path in (root / "usr").rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    yield from (f"md5sums: {name}" for name, _ in sorted(noted.items() ^ found.items()))


def wrong_texts(root: Path) -> Iterator[str]:
    """A menu entry that starts nothing or shows nothing, and XML that cannot be read."""
    entry = configparser.RawConfigParser(strict=True)
    entry.read(root / "usr/share/applications/bocage.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    if not (root / "usr/bin" / told["Exec"].split()[0]).is_file():
        yield f"bocage.desktop: starts {told['Exec']}"
    if not list((root / "usr/share/icons").rglob(f"{told['Icon']}.svg")):
        yield f"bocage.desktop: shows {told['Icon']}"
    for path in sorted((root / "usr/share").rglob("*.xml")):
        try:
            xml.etree.ElementTree.parse(path)
        except xml.etree.ElementTree.ParseError as error:
            yield f"{path.relative_to(root)}: {error}"


if __name__ == "__main__":
    wrong = offences(Path(sys.argv[1]))
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(1 if wrong else 0)
