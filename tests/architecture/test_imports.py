"""Imports point inwards: who may know whom, checked on the source and in a fresh process."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.architecture.reading import (
    ROOT,
    imports,
    is_inside,
    modules,
    offences,
    offences_in,
)

QT = ("PySide6", "shiboken6", "pyqtgraph")
DATABASE = ("sqlalchemy", "alembic")
SCREEN = ("desktop.forms", "desktop.pages", "desktop.results", "desktop.widgets", "desktop.windows")


@dataclass(frozen=True)
class Border:
    """What the files of one place may not import; `doors` are the files that may."""

    place: str
    strangers: tuple[str, ...]
    doors: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.place

    def __call__(self, name: str, parsed: ast.Module) -> Iterator[str]:
        """The forbidden imports of one file."""
        if not is_inside(name, self.place) or name in self.doors:
            return
        for line, imported in imports(name, parsed):
            if any(is_within(imported, stranger) for stranger in self.strangers):
                yield f"{line} imports {imported}"


BORDERS = (
    Border("diagnostics", ("desktop", "tests", "packaging")),
    Border("desktop/storage", (*QT, "reportlab", "desktop.document", *SCREEN)),
    Border("desktop/report", (*QT, *DATABASE, "desktop.storage", *SCREEN)),
    Border("desktop/exchange", (*QT, *DATABASE, "desktop.storage", *SCREEN)),
    Border("desktop/forms", (*DATABASE, "sqlite3", "desktop.storage")),
    Border("desktop/pages", (*DATABASE, "sqlite3", "desktop.storage")),
    Border("desktop/results", (*DATABASE, "sqlite3", "desktop.storage")),
    Border("desktop/windows", (*DATABASE, "sqlite3", "desktop.storage")),
    Border("desktop/widgets", (*DATABASE, "sqlite3", "desktop.storage", "desktop.document")),
    Border(
        "desktop/charts",
        (*QT, "reportlab"),
        ("desktop/charts/on_screen.py", "desktop/charts/on_page.py", "desktop/charts/explore.py"),
    ),
    Border("desktop/charts/on_page.py", QT),
    Border("desktop/charts/on_screen.py", ("reportlab",)),
    Border("desktop/words.py", (*QT, *DATABASE, "babel")),
    Border("desktop/paths.py", QT),
    Border("desktop/forms/number_text.py", QT),
    Border("desktop/explanation", (*DATABASE, "sqlite3", "desktop.storage", "desktop.windows")),
    Border("desktop/command_line", (*QT, *DATABASE, "desktop.storage", "desktop.windows")),
    Border("desktop/cli.py", (*QT, "desktop.application", "desktop.start", "desktop.windows")),
    Border("tests", ("tests.conftest",)),
)

# Phenomena are what nature does: they know neither the questions nor the levers.
ASKING = ("diagnostics.questionnaire", "diagnostics.levers")
DOORS = ("core", "questionnaire", "levers")
# What the migrations of old databases may use: they must still run when our classes have changed.
MIGRATIONS = "desktop/storage/migrations"


def is_within(imported: str, package: str) -> bool:
    """Whether a dotted name is the package or something inside it."""
    return imported == package or imported.startswith(f"{package}.")


def foreign_to_the_engine(name: str, parsed: ast.Module) -> Iterator[str]:
    """Imports of the engine that are neither numpy nor the standard library nor itself."""
    for line, imported in imports(name, parsed):
        top = imported.split(".")[0]
        if top not in {"numpy", "diagnostics", *sys.stdlib_module_names}:
            yield f"{line} imports {imported}"


def outside_the_core(name: str, parsed: ast.Module) -> Iterator[str]:
    """Imports of the grammar that reach a part of the engine other than the grammar."""
    for line, imported in imports(name, parsed):
        if is_within(imported, "diagnostics") and not is_within(imported, "diagnostics.core"):
            yield f"{line} imports {imported}"


def asking_in_a_phenomenon(name: str, parsed: ast.Module) -> Iterator[str]:
    """Imports of questions or levers in a folder that describes animals, land or supplies."""
    parts = name.split("/")
    if len(parts) > 2 and parts[1] not in DOORS:
        for line, imported in imports(name, parsed):
            if any(is_within(imported, asking) for asking in ASKING):
                yield f"{line} imports {imported}"


def our_own_in_a_migration(name: str, parsed: ast.Module) -> Iterator[str]:
    """Imports of live code in a database step, which must outlive that code."""
    if is_inside(name, f"{MIGRATIONS}/versions"):
        for line, imported in imports(name, parsed):
            if is_within(imported, "desktop") or is_within(imported, "diagnostics"):
                yield f"{line} imports {imported}"


def everything_of_a_module(name: str, parsed: ast.Module) -> Iterator[str]:
    """Imports that take every name of a module, so that no reader knows where one comes from."""
    for line, imported in imports(name, parsed):
        if imported.endswith(".*"):
            yield f"{line} imports {imported}"


@pytest.mark.parametrize("border", BORDERS, ids=str)
def test_that_no_file_imports_a_stranger_to_its_place(border: Border) -> None:
    assert offences(border, "desktop", "diagnostics", "tests") == []


def test_that_the_engine_needs_numpy_and_the_standard_library_only() -> None:
    assert offences(foreign_to_the_engine, "diagnostics") == []


def test_that_the_grammar_knows_no_animal_and_no_plant() -> None:
    assert offences(outside_the_core, "diagnostics/core") == []


def test_that_phenomena_know_neither_questions_nor_levers() -> None:
    assert offences(asking_in_a_phenomenon, "diagnostics") == []


def test_that_steps_of_the_database_outlive_the_code_around_them() -> None:
    assert offences(our_own_in_a_migration, MIGRATIONS) == []


def test_that_no_module_is_taken_with_a_star() -> None:
    assert offences(everything_of_a_module, "desktop", "diagnostics", "tests", "packaging") == []


PLANTED = [
    ("desktop/storage/farms.py", "from PySide6.QtCore import QObject"),
    ("desktop/storage/farms.py", "def f():\n    import desktop.forms.editors"),
    ("desktop/report/writer.py", "import sqlalchemy.orm"),
    ("desktop/exchange/csv.py", "from desktop.storage import farms"),
    ("desktop/windows/home.py", "from ..storage import farms"),
    ("desktop/charts/bars.py", "from PySide6 import QtGui"),
    ("desktop/words.py", "import babel.numbers"),
    ("diagnostics/animals/energy.py", "import desktop"),
]


@pytest.mark.parametrize(("name", "source"), PLANTED)
def test_that_a_planted_import_of_a_stranger_is_seen(name: str, source: str) -> None:
    found = [offence for border in BORDERS for offence in offences_in(border, source, name)]

    assert len(found) == 1


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (foreign_to_the_engine, "diagnostics/footprint.py", "import scipy.stats"),
        (foreign_to_the_engine, "diagnostics/footprint.py", "from pint import Unit"),
        (outside_the_core, "diagnostics/core/model.py", "from diagnostics import works"),
        (outside_the_core, "diagnostics/core/model.py", "from ..animals import energy"),
        (asking_in_a_phenomenon, "diagnostics/land/soils.py", "import diagnostics.levers.herd"),
        (our_own_in_a_migration, f"{MIGRATIONS}/versions/a1.py", "import desktop.storage.farms"),
        (everything_of_a_module, "desktop/theme.py", "from PySide6.QtGui import *"),
    ],
)
def test_that_each_other_import_rule_sees_a_planted_offence(rule, name, source) -> None:
    assert len(offences_in(rule, source, name)) == 1


def test_that_innocent_imports_are_left_alone() -> None:
    source = "import numpy as np\nfrom diagnostics.core.units import unit\nimport math"

    assert offences_in(foreign_to_the_engine, source, "diagnostics/core/model.py") == []
    assert offences_in(outside_the_core, source, "diagnostics/core/model.py") == []


# What a file imports may import in its turn: only a fresh process shows the whole.
LOADED = [
    ("diagnostics", (*QT, *DATABASE, "pandas", "reportlab", "desktop")),
    ("desktop/storage", (*QT, "reportlab")),
    ("desktop/report", (*QT, *DATABASE)),
    ("desktop/exchange", (*QT, *DATABASE)),
    ("desktop/words.py", (*QT, *DATABASE, "babel", "numpy")),
    ("desktop/paths.py", (*QT, "platformdirs")),
    ("desktop/forms/number_text.py", QT),
]


def loaded_with(names: list[str]) -> set[str]:
    """The top-level packages in memory after importing the given modules in a new process."""
    # The environment of a migration runs at import, with a database at hand; it is left out.
    dotted = [
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in names
        if MIGRATIONS not in name and not name.endswith("/__main__.py")
    ]
    code = (
        f"import importlib, sys\nfor name in {dotted!r}: importlib.import_module(name)\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 0, asked.stderr
    return set(asked.stdout.split())


@pytest.mark.parametrize(("place", "strangers"), LOADED)
def test_that_no_stranger_comes_in_by_a_side_door(place: str, strangers: tuple[str, ...]) -> None:
    loaded = loaded_with(list(modules(place)))

    assert loaded & set(strangers) == set()


def test_that_a_stranger_behind_another_module_is_seen() -> None:
    assert "sqlite3" in loaded_with(["sqlite3/dbapi2.py"])
