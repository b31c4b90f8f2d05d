"""Where files lie: in the checkout, in an installed package, and in the user's own folder."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import paths
from tests.architecture.reading import ROOT

INSTALLED = """
from desktop import paths
print(paths.resource("icons", "cow.svg"), paths.translations(), sep="\\n")
"""


def test_that_resources_are_found_in_the_checkout() -> None:
    assert paths.resource("fonts", "Inter-Regular.ttf").is_file()
    assert paths.translations() == ROOT / "translations"


def test_that_resources_are_found_in_an_installed_package(tmp_path: Path) -> None:
    package = tmp_path / "désktop site/desktop"
    for folder in ("_resources/icons", "_translations"):
        (package / folder).mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(ROOT / "desktop" / name, package / name)
    asked = subprocess.run(
        [sys.executable, "-c", INSTALLED],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    assert asked.stdout.splitlines() == [
        str(package / "_resources/icons/cow.svg"),
        str(package / "_translations"),
    ]


@pytest.mark.parametrize(
    ("name", "place"), [("cow", "icons/cow.svg"), ("cow-fill", "icons/fill/cow-fill.svg")]
)
def test_that_a_filled_icon_has_a_folder_of_its_own(name: str, place: str) -> None:
    assert paths.icon(name) == paths.resource(*place.split("/"))
    assert paths.icon(name).is_file()


def test_that_the_environment_moves_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOCAGE_HOME", str(tmp_path / "clé USB"))

    assert paths.user_folder() == tmp_path / "clé USB"
    assert paths.library().parent == paths.user_folder()
    assert not paths.user_folder().exists()


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [("relative/folder", Path.cwd() / "relative/folder"), ("~/farms", Path.home() / "farms")],
)
def test_that_a_short_name_for_the_users_folder_is_made_whole(
    chosen: str, expected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOCAGE_HOME", chosen)

    assert paths.user_folder() == expected


@pytest.mark.parametrize("unset", ["", None])
def test_that_without_a_choice_the_system_says_where(
    unset: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOCAGE_HOME")
    if unset is not None:
        monkeypatch.setenv("BOCAGE_HOME", unset)

    assert paths.user_folder().is_absolute()
    assert paths.user_folder().name == "Bocage"


def test_that_everything_of_the_user_lies_in_one_folder(user_folder: Path) -> None:
    places = {paths.library(), paths.backups(), paths.preferences(), paths.log()}

    assert len(places) == 4
    assert {place.parent for place in places} == {user_folder}


@pytest.mark.skipif(os.name == "nt", reason="folders have no such mode there")
def test_that_the_users_folder_is_closed_to_others(user_folder: Path) -> None:
    made = paths.private(user_folder)

    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert paths.private(user_folder) == made
