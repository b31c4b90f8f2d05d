"""The environment of a build is the one that was tested, with the builder beside it."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.reading import text

ENTRY = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


def locked(name: str) -> dict[str, set[str]]:
    """The versions that a lock names, by package."""
    found: dict[str, set[str]] = {}
    for package, version in ENTRY.findall(text(name)):
        found.setdefault(canonicalize_name(package), set()).add(version)
    return found


def test_that_what_is_packed_is_what_was_tested() -> None:
    build, tested = locked("packaging/requirements.lock"), locked("requirements-dev.lock")
    shared = build.keys() & tested.keys()

    assert {"numpy", "pyside6-essentials", "sqlalchemy", "reportlab"} <= shared
    assert {name: build[name] for name in shared} == {name: tested[name] for name in shared}


def test_that_a_build_has_everything_that_the_program_asks_for() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["desktop"]]
    build = locked("packaging/requirements.lock")
    unmet = [
        line
        for line in asked
        if not any(
            Requirement(line).specifier.contains(version)
            for version in build.get(canonicalize_name(Requirement(line).name), set())
        )
    ]

    assert unmet == []


def test_that_the_builder_is_pinned_and_stays_out_of_the_development_environment() -> None:
    assert len(locked("packaging/requirements.lock")["pyinstaller"]) == 1
    assert "pyinstaller" not in locked("requirements-dev.lock")


def test_that_every_package_of_a_build_is_known_by_its_hash() -> None:
    entries = re.split(r"\n(?=\S)", text("packaging/requirements.lock").strip())

    assert len(entries) > 20
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
