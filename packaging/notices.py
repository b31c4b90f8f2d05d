"""Writes THIRD_PARTY.md: what Bocage stands on, under which licence, from the installed packages.

Run as `python packaging/notices.py`; with `--texts FOLDER` it copies every licence text into a
folder instead, for an installer.
"""

import argparse
import re
import shutil
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUN_TIME_EXTRA = "desktop"
LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|copyright", re.IGNORECASE)

# Assets come without package metadata: what they are is said here, once.
ASSETS = (
    (
        "Inter 4.1 (Regular, Medium, SemiBold, Italic)",
        "OFL-1.1",
        "resources/fonts/Inter-LICENSE.txt",
        "The Inter Project Authors; as published for the web, repacked as plain TrueType",
    ),
    (
        "Source Sans 3, version 3.052 (Regular, SemiBold, Bold, Italic)",
        "OFL-1.1",
        "resources/fonts/SourceSans3-LICENSE.txt",
        "Adobe, with Reserved Font Name 'Source'; unmodified",
    ),
    (
        "DejaVu Sans 2.37",
        "Bitstream-Vera",
        "resources/fonts/DejaVuSans-LICENSE.txt",
        "Bitstream, Inc.; DejaVu changes are in the public domain; unmodified",
    ),
    (
        "Phosphor Icons 2.1.1",
        "MIT",
        "resources/icons/LICENSE.txt",
        "Phosphor Icons; unmodified",
    ),
)

INTRODUCTION = """\
# Third-party notices

Bocage itself is under the Apache License 2.0 (`LICENSE`). It stands on the work below.
This page is written by `packaging/notices.py` from the installed packages; change it there.

An installed copy of each package carries its full licence text; an installer of Bocage
carries them in its folder `licences` (`python packaging/notices.py --texts FOLDER`).

Qt, PySide6 and shiboken6 are used under the GNU Lesser General Public License, version 3:
they are separate shared libraries, which you may replace by your own build of the same version.
Their source is published by the Qt Project with each release; the texts of the licence are
in `packaging/licences`. An installer also carries Python, under the PSF License 2.0.
"""


@dataclass(frozen=True)
class Notice:
    """One package: its name, version, licence and home."""

    name: str
    version: str
    licence: str
    home: str

    def row(self) -> str:
        """The package as a row of the table."""
        return f"| {self.name} | {self.version} | {self.licence} | {self.home} |"


def asked() -> list[Requirement]:
    """What pyproject.toml asks for at run time, engine and application."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"][RUN_TIME_EXTRA]]
    return [Requirement(line) for line in lines]


def applies(requirement: Requirement, extras: set[str]) -> bool:
    """Whether a requirement holds on this system, with one of the extras asked for."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""})


def run_time() -> list[Distribution]:
    """Every package that the application needs on this system, found through the metadata."""
    found: dict[str, Distribution] = {}
    waiting = asked()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found:
            found[name] = distribution(requirement.name)
            inner = [Requirement(line) for line in found[name].requires or []]
            waiting += [each for each in inner if applies(each, requirement.extras)]
    return [found[name] for name in sorted(found)]


def said(package: Distribution, field: str) -> list[str]:
    """What the metadata of a package says in a field; nothing where it leaves it out."""
    return [str(line) for line in package.metadata.get_all(field) or [] if str(line).strip()]


def licence(package: Distribution) -> str:
    """The licence a package declares, in the words of its metadata."""
    classified = [
        line.rpartition(" :: ")[2]
        for line in said(package, "Classifier")
        if line.startswith("License :: ") and line.count("::") > 1
    ]
    # Old packages put the whole text in the field meant for the name.
    short = [line.split(" (")[0] for line in said(package, "License") if "\n" not in line]
    found = [*said(package, "License-Expression"), *short, *classified]
    return found[0] if found else "not declared"


def home(package: Distribution) -> str:
    """The address where a package lives, as it says itself."""
    links = [line.partition(", ") for line in said(package, "Project-URL")]
    by_label = {label.lower(): address for label, _, address in links}
    wanted = ("homepage", "home", "repository", "source", "source code", "code", "documentation")
    found = [by_label[label] for label in wanted if label in by_label]
    return [*said(package, "Home-page"), *found, ""][0]


def notices() -> list[Notice]:
    """One notice for each package needed at run time."""
    return [
        Notice(package.name, package.version, licence(package).replace("|", "/"), home(package))
        for package in run_time()
    ]


def page() -> str:
    """The whole of THIRD_PARTY.md."""
    packages = [
        "## Packages",
        "",
        "| package | version | licence | home |",
        "|---|---|---|---|",
        *[notice.row() for notice in notices()],
    ]
    assets = [
        "## Typefaces and icons",
        "",
        "| work | licence | its text | by |",
        "|---|---|---|---|",
        *[f"| {' | '.join(asset)} |" for asset in ASSETS],
    ]
    return "\n".join([INTRODUCTION, *packages, "", *assets, ""])


def licence_texts(package: Distribution) -> Iterator[tuple[Path, Path]]:
    """The licence texts that an installed package carries, and what each is called inside it."""
    for file in package.files or []:
        if file.parts[0].endswith(".dist-info") and LICENCE_FILE.search(file.name):
            yield Path(str(file.locate())), Path(*file.parts[1:])


def python_licence() -> Path:
    """The licence of the Python that runs: beside its library, on Windows beside its program."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    return next(place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file())


def copy_texts(folder: Path) -> None:
    """Copies the licence texts of Python, Qt and all packages, one folder for each."""
    texts = [(path, Path("Qt", path.name)) for path in (ROOT / "packaging/licences").iterdir()]
    texts.append((python_licence(), Path("Python", "LICENSE.txt")))
    # The frozen program is started by a piece of PyInstaller, whose licence frees what it starts.
    starters = [each for each in distributions() if canonicalize_name(each.name) == "pyinstaller"]
    for package in [*run_time(), *starters]:
        texts += [(path, Path(package.name, name)) for path, name in licence_texts(package)]
    for path, name in texts:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)


def main() -> None:
    """Writes the page, or the texts where they are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.texts:
        copy_texts(arguments.texts)
    else:
        (ROOT / "THIRD_PARTY.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
