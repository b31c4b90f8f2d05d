"""The package for Debian: it holds what it promises, and the same folder gives the same bytes."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.scripts import script

contents, deb, deb_checks, debian = (
    script(name) for name in ("contents", "deb", "deb_checks", "debian")
)
pytestmark = pytest.mark.skipif(
    not shutil.which("dpkg-deb"), reason="packages are made on Debian and Ubuntu only"
)
PROGRAM = '#!/bin/sh\necho "started with $#: $1"\n'


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small stand-in for the frozen folder."""
    folder = tmp_path / "dist/bocage"
    for name in ("_internal/libfarm.so", "licences/Qt/LGPL-3.0.txt", "licences/THIRD_PARTY.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"stand-in for {name}")
    (folder / "_internal/libfarm.so.1").symlink_to("libfarm.so")
    (folder / "bocage").write_text(PROGRAM)
    monkeypatch.setattr(debian, "depends", lambda folder: ["libc6 (>= 2.36)", "libgl1"])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773532800")
    return folder


def test_that_a_package_is_without_offence(program: Path, tmp_path: Path) -> None:
    package = deb.pack(program, tmp_path)
    fields = subprocess.run(
        ["dpkg-deb", "--field", str(package)], capture_output=True, text=True, check=True
    ).stdout

    assert package.name.startswith(f"bocage_{contents.version()}_")
    assert deb_checks.offences(package) == []
    assert "Depends: libc6 (>= 2.36), libgl1\n" in fields
    assert "@" not in fields.replace("@localhost", "")


def test_that_the_same_folder_gives_the_same_package(program: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = deb.pack(program, tmp_path)
    (program / "bocage").touch()

    assert first.read_bytes() == deb.pack(program, tmp_path / "again").read_bytes()


def test_that_the_program_starts_from_where_it_is_installed(program: Path, tmp_path: Path) -> None:
    root = tmp_path / "the system"
    subprocess.run(["dpkg-deb", "-x", str(deb.pack(program, tmp_path)), str(root)], check=True)
    run = subprocess.run(
        [root / "usr/bin/bocage", "a farm.bocage"], capture_output=True, text=True, check=True
    )

    assert run.stdout == "started with 1: a farm.bocage\n"
    assert "2026-03-15" in next((root / "usr/share/metainfo").iterdir()).read_text()


def open_to_all(root: Path) -> None:
    (root / "usr/lib/bocage/bocage").chmod(0o777)


def without_licence(root: Path) -> None:
    (root / "usr/lib/bocage/licences/Qt/LGPL-3.0.txt").unlink()


def changed(root: Path) -> None:
    (root / "usr/lib/bocage/bocage").write_text("another")


def leading_nowhere(root: Path) -> None:
    (root / "usr/lib/bocage/_internal/libfarm.so").unlink()


def elsewhere(root: Path) -> None:
    (root / "opt").mkdir()
    (root / "opt/bocage").write_text("")


def broken_xml(root: Path) -> None:
    (root / "usr/share/mime/packages/bocage.xml").write_text("<mime-info>")


def starting_nothing(root: Path) -> None:
    (root / "usr/bin/bocage").unlink()


def without_words(root: Path) -> None:
    control = root / "DEBIAN/control"
    control.write_text(control.read_text().replace("Version: ", "Version: @VERSION@"))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (open_to_all, "has the rights -rwxrwxrwx"),
        (without_licence, "missing: usr/lib/bocage/licences/Qt/LGPL-3.0.txt"),
        (changed, "md5sums: usr/lib/bocage/bocage"),
        (leading_nowhere, "leads to libfarm.so"),
        (elsewhere, "opt/bocage: lies outside"),
        (broken_xml, "bocage.xml: no element found"),
        (starting_nothing, "starts bocage %f"),
    ],
)
def test_that_a_spoilt_package_is_seen(
    program: Path, tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "-R", str(deb.pack(program, tmp_path)), str(root)], check=True)
    spoil(root)
    spoilt = tmp_path / "spoilt.deb"
    command = ["dpkg-deb", "--root-owner-group", "-b", str(root), str(spoilt)]
    subprocess.run(command, check=True, capture_output=True)

    assert any(told in offence for offence in deb_checks.offences(spoilt))


def test_that_an_open_place_of_the_control_file_is_seen(program: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "-R", str(deb.pack(program, tmp_path)), str(root)], check=True)
    assert list(deb_checks.wrong_fields(root)) == []
    without_words(root)

    assert list(deb_checks.wrong_fields(root)) == ["control: a place is not filled"]


def test_that_the_system_says_whose_a_file_is() -> None:
    assert debian.package_of(Path(shutil.which("dpkg-deb") or "")) == "dpkg"
    assert debian.package_of(Path("/nowhere/libfarm.so")) is None


def test_that_the_most_demanding_file_sets_the_c_library() -> None:
    heads = ["  GLIBC_2.4\n  GLIBC_2.34", "  0x0 GLIBC_2.9\n GLIBC_PRIVATE", ""]

    assert debian.oldest_c_library(heads) == (2, 34)
