"""What we stand on is named with its licence, and each licence lets a cooperative use Bocage."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.utils import canonicalize_name

from desktop import paths
from tests.architecture.reading import ROOT, text

# Qt is the one work under a licence that asks for more than its own text (THIRD_PARTY.md says how
# it is met); no other may come in unnoticed.
ASKING_FOR_MORE = re.compile(r"GPL|MPL|EUPL|CDDL|SSPL|Commons Clause", re.IGNORECASE)
QT = {"PySide6_Essentials", "shiboken6"}


@pytest.fixture(scope="module")
def notices() -> ModuleType:
    """The script that writes THIRD_PARTY.md."""
    place = importlib.util.spec_from_file_location("notices", ROOT / "packaging/notices.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    # A dataclass looks for its module by name.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "notices", module)
        place.loader.exec_module(module)
    return module


def rows(page: str) -> dict[str, str]:
    """Name and licence of everything in the tables of THIRD_PARTY.md."""
    cells = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    return {cell[0]: cell[2] for cell in cells if cell[0] not in {"package", "work"}}


def test_that_bocage_is_under_the_apache_licence() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]

    assert project["license"] == "Apache-2.0"
    assert "Apache License" in text("LICENSE")
    assert "END OF TERMS AND CONDITIONS" in text("LICENSE")


def test_that_every_package_needed_at_run_time_is_named(notices: ModuleType) -> None:
    needed = {notice.name for notice in notices.notices()}

    assert needed <= set(rows(text("THIRD_PARTY.md")))
    assert {"numpy", "PySide6_Essentials", "Mako"} <= needed


def test_that_nothing_is_named_which_is_not_needed(notices: ModuleType) -> None:
    named = set(rows(text("THIRD_PARTY.md"))) - {work for work, *_ in notices.ASSETS}
    lock = text("requirements-dev.lock")
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.M))

    # Another system may need one package more, so the lock is asked and not this machine.
    assert {name for name in named if canonicalize_name(name) not in locked} == set()


def test_that_every_licence_is_declared_and_only_qt_asks_for_more(notices: ModuleType) -> None:
    licences = {notice.name: notice.licence for notice in notices.notices()}

    assert {name for name, licence in licences.items() if licence == "not declared"} == set()
    assert {name for name, licence in licences.items() if ASKING_FOR_MORE.search(licence)} == QT


def test_that_typefaces_and_icons_carry_their_licence(notices: ModuleType) -> None:
    page = text("THIRD_PARTY.md")

    for work, licence, place, _ in notices.ASSETS:
        assert f"| {work} | {licence} | {place} |" in page
        assert len(text(place)) > 500
    families = {path.name.split("-")[0].removesuffix(".ttf") for path in paths.fonts()}
    assert {f"{family}-LICENSE.txt" for family in families} == {
        Path(place).name for _, _, place, _ in notices.ASSETS if "fonts" in place
    }


def test_that_an_installer_is_given_the_texts_themselves(
    notices: ModuleType, tmp_path: Path
) -> None:
    notices.copy_texts(tmp_path)
    given = {path.name for path in tmp_path.iterdir()}

    assert {"Qt", "Python", "numpy", "pandas", "reportlab", "SQLAlchemy"} <= given
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "Qt/LGPL-3.0.txt").read_text()


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "GNU General Public License v2 (GPLv2)"])
def test_that_a_licence_asking_for_more_is_seen(licence: str) -> None:
    assert ASKING_FOR_MORE.search(licence)
    assert rows(f"| package | version |\n| farm | 1 | {licence} | x |") == {"farm": licence}
