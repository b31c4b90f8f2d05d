"""What goes into the frozen program: everything of ours, and of others only what is used."""

import importlib.util
import os
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from diagnostics import ENGINE_VERSION
from tests.architecture.reading import ROOT, files, imports, modules, text, tree
from tests.packaging.scripts import FOLDER, script
from translations.catalogues import LANGUAGES

contents = script("contents")


def packed() -> set[str]:
    """The places of all files that are no code."""
    return {(folder / path.name).as_posix() for path, folder in contents.data_files()}


def test_that_every_resource_goes_in() -> None:
    resources = {name for name in files() if name.startswith("resources/")}

    assert resources <= packed()
    assert {name.split("/")[1] for name in resources} == {
        path.name for path in (ROOT / "resources").iterdir() if path.is_dir()
    }


def test_that_every_language_goes_in_compiled() -> None:
    assert {f"translations/{code}/LC_MESSAGES/bocage.mo" for code in LANGUAGES} <= packed()
    assert {name for name in packed() if name.endswith((".po", ".pot"))} == set()
    assert set(LANGUAGES) <= set(contents.LANGUAGES)


def test_that_every_module_of_ours_goes_in_and_exists() -> None:
    named = contents.modules()

    assert {"desktop.cli", "desktop.application", "diagnostics", "diagnostics.land"} <= set(named)
    assert [name for name in named if importlib.util.find_spec(name) is None] == []
    assert len(named) > 250


def test_that_the_steps_of_the_database_lie_there_as_files_with_what_they_import() -> None:
    steps = {name for name in modules(contents.MIGRATIONS) if not name.endswith("__init__.py")}
    imported = {each for name in steps for _, each in imports(name, tree(name))}

    assert steps <= packed()
    assert {each.split(".")[0] for each in imported} <= {
        each.split(".")[0] for each in contents.step_imports()
    }


def test_that_nothing_of_ours_imports_what_is_left_out() -> None:
    left_out = set(contents.UNUSED_MODULES)
    found = [
        f"{name}:{line} imports {imported}"
        for name in modules("desktop", "diagnostics")
        for line, imported in imports(name, tree(name))
        if left_out & {imported, imported.split(".")[0]}
    ]

    assert found == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", False),
        ("PySide6\\Qt\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qt_help_fr.qm", False),
        ("resources/fonts/Inter-Regular.ttf", True),
    ],
)
def test_that_of_qt_only_the_parts_in_use_go_in(name: str, wanted: bool) -> None:
    assert contents.is_wanted(name) is wanted


def test_that_a_library_goes_when_nothing_kept_asks_for_it() -> None:
    needs = {
        "PySide6/QtGui.so": ["libQt6Gui.so.6", "libc.so.6"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libicu.so"],
        "PySide6/Qt/plugins/platforms/libqxcb.so": ["libxcb.so.1"],
        "libxcb.so.1": [],
        "libicu.so": ["libQt6Gui.so.6"],
        "libpython3.11.so.1.0": [],
        "libcairo.so.2": ["libpixman.so"],
        "libpixman.so": ["libcairo.so.2"],
    }

    assert contents.unreached(needs) == {"libcairo.so.2", "libpixman.so"}


def test_that_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]

    assert contents.version() == project["version"] == ENGINE_VERSION
    assert contents.apple_information()["CFBundleShortVersionString"] == ENGINE_VERSION


def test_that_the_build_says_what_it_would_take_without_any_package() -> None:
    run = subprocess.run(
        [sys.executable, "-S", "-E", str(FOLDER / "freeze.py"), "--list"],
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    lines = run.stdout.splitlines()

    assert lines[0] == f"bocage {ENGINE_VERSION}"
    assert "module  desktop.storage.library" in lines
    assert "file    resources/application/bocage-256.png" in lines


@pytest.mark.parametrize("former", [None, "/usr/local/lib"])
def test_that_other_programs_find_their_own_libraries(
    former: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/bocage/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if former:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", former)
    runpy.run_path(str(Path(FOLDER, "linux/own_libraries.py")))

    assert os.environ.get("LD_LIBRARY_PATH") == former
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
