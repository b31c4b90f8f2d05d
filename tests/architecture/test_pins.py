"""The versions we rely on: the one that kills the process stays out, and the lock says it all."""

import re
import sys
import tomllib
from importlib.metadata import version

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.architecture.reading import text

PROJECT = tomllib.loads(text("pyproject.toml"))
LOCK = text("requirements-dev.lock")


def declared() -> list[Requirement]:
    """Everything that pyproject.toml asks for, the tools of the tests included."""
    groups = [
        PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    ]
    return [Requirement(line) for group in groups for line in group]


def locked() -> dict[str, set[str]]:
    """The versions that the lock names, by package."""
    found: dict[str, set[str]] = {}
    for name, number in re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, re.M):
        found.setdefault(canonicalize_name(name), set()).add(number)
    return found


def unmet(requirements: list[Requirement], versions: dict[str, set[str]]) -> list[str]:
    """Requirements that the lock does not fulfil."""
    return [
        str(requirement)
        for requirement in requirements
        if not any(
            requirement.specifier.contains(number)
            for number in versions.get(canonicalize_name(requirement.name), set())
        )
    ]


def test_that_qt_does_not_lose_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(200):
        label.setText("x")

    # 6.12.0 loses one at each call, and the process dies a few hundred thousand calls later.
    assert abs(sys.getrefcount(None) - before) < 20


def test_that_the_qt_which_loses_references_can_not_be_installed() -> None:
    qt = [each for each in declared() if each.name == "PySide6-Essentials"]

    assert len(qt) == 1
    assert not qt[0].specifier.contains("6.12.0")
    assert qt[0].specifier.contains(version("PySide6-Essentials"))


def test_that_the_lock_fulfils_everything_declared() -> None:
    assert unmet(declared(), locked()) == []
    assert unmet([Requirement("numpy>99"), Requirement("absent")], locked()) == [
        "numpy>99",
        "absent",
    ]


def test_that_every_locked_package_is_known_by_its_hash() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_that_the_engine_asks_for_numpy_only() -> None:
    names = [Requirement(line).name for line in PROJECT["project"]["dependencies"]]

    assert names == ["numpy"]
