"""Files on the disk: whole or absent, under a name that every system takes, over nobody's work."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.keeping import NotKept, keep, kept_name, write_over
from desktop.words import load_words

WORDS = load_words("en")
NAME = "Bocage_GAEC_2025.pdf"


def ours(content: bytes) -> bool:
    """Files of this test begin with a sign."""
    return content.startswith(b"ours")


def kept(folder: Path, content: bytes = b"ours: new", name: str = NAME) -> str:
    """Keeps a file; gives the name it got."""
    return keep(content, folder / name, WORDS, ours=ours).name


def listed(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their content."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("farm", "name"),
    [
        ("GAEC des Chênes", "Bocage_GAEC_des_Chênes_2025"),
        ('=HYPERLINK("x")', "Bocage_HYPERLINK_x_2025"),
        ("GAEC <b>É & Ç</b>", "Bocage_GAEC_b_É_Ç_b_2025"),
        ("../../etc/passwd", "Bocage_etc_passwd_2025"),
        ("CON", "Bocage_CON_2025"),
        ("مزرعة 🐄", "Bocage_مزرعة_2025"),
        ("", "Bocage_2025"),
        ("\u202e...\x00", "Bocage_2025"),
        ("e\u0301", "Bocage_é_2025"),
    ],
)
def test_that_a_farm_gives_a_name_that_every_system_takes(farm: str, name: str) -> None:
    assert kept_name(farm, 2025) == name


@given(st.text(max_size=300))
def test_that_no_farm_gives_a_long_name_or_leaves_the_folder(farm: str) -> None:
    name = kept_name(farm, 2025)

    assert len(name.encode()) <= 100
    assert not set(name) & set('/\\:*?"<>|. \x00')


def test_that_an_earlier_form_is_replaced_and_nothing_left_beside(tmp_path: Path) -> None:
    assert [kept(tmp_path), kept(tmp_path, b"ours: newer")] == [NAME, NAME]
    assert listed(tmp_path) == {NAME: b"ours: newer"}


def test_that_a_file_of_somebody_else_gets_a_number_beside_it(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"foreign")
    (tmp_path / "Bocage_GAEC_2025_(2).pdf").mkdir()

    assert kept(tmp_path) == "Bocage_GAEC_2025_(3).pdf"
    assert listed(tmp_path)[NAME] == b"foreign"


def test_that_another_spelling_of_the_name_is_another_file(tmp_path: Path) -> None:
    (tmp_path / "bocage_gaec_2025.PDF").write_bytes(b"ours: of another farm")

    assert kept(tmp_path) == "Bocage_GAEC_2025_(2).pdf"
    assert listed(tmp_path)["bocage_gaec_2025.PDF"] == b"ours: of another farm"


def test_that_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(b"ours by chance")
    (tmp_path / NAME).symlink_to(tmp_path / "other.txt")

    assert kept(tmp_path) == "Bocage_GAEC_2025_(2).pdf"
    assert (tmp_path / "other.txt").read_bytes() == b"ours by chance"


def test_that_a_file_held_by_another_program_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / NAME).write_bytes(b"ours: open in a viewer")
    free = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target.name == NAME:
            raise PermissionError(13, "held by another program")
        return free(path, target)

    monkeypatch.setattr(Path, "replace", held)
    assert kept(tmp_path) == "Bocage_GAEC_2025_(2).pdf"
    assert listed(tmp_path)[NAME] == b"ours: open in a viewer"


def over(folder: Path) -> None:
    """Writes over the file that is there."""
    write_over(b"new", folder / NAME, WORDS)


@pytest.mark.parametrize("write", [kept, over])
def test_that_a_full_disk_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path], object]
) -> None:
    (tmp_path / NAME).write_bytes(b"ours: older")

    def no_room(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(NotKept, match="There is no room left on the disk"):
        write(tmp_path)
    assert listed(tmp_path) == {NAME: b"ours: older"}


def test_that_what_cannot_be_read_back_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"something else")

    with pytest.raises(NotKept, match="The computer refused to write it"):
        kept(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("missing/report.pdf", "This folder does not exist."),
        ("folder", "A folder has this name."),
        ("n" * 300 + ".pdf", "This name is too long."),
        ("file/report.pdf", "This folder does not exist."),
    ],
)
def test_that_a_refused_place_is_told_in_a_sentence(
    tmp_path: Path, target: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(NotKept) as refusal:
        write_over(b"new", tmp_path / target, WORDS)

    assert str(refusal.value).endswith(reason)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_that_a_chosen_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"older")
    write_over(b"new", tmp_path / "mine.pdf", WORDS)

    assert listed(tmp_path) == {"mine.pdf": b"new"}
