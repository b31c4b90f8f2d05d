"""A copy counts only after it was read back, and travels as one file."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage.backup import Backup, back_up
from desktop.storage.files import put_in_place
from desktop.storage.library import Library
from desktop.storage.troubles import StoreUnavailable
from tests.storage.farmyard import Clock, conditions, litres, milk, settle


def test_that_a_copy_has_what_is_only_in_the_log(
    library: Library, dossier: int, tmp_path: Path
) -> None:
    library.writer.commit(dossier, litres("31", 31.0))
    settle(library)
    backup = back_up(library.path, tmp_path / "backups", "daily", Clock())

    assert backup == Backup(backup.path, farms=1, answers=6)
    assert backup.path.name == "library-20250301T080001Z-daily.bocage-backup"
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]
    copy = Library.look(backup.path)
    assert milk(copy, dossier) == ("31", 31.0)
    copy.close()


def test_that_two_copies_of_one_second_both_stay(
    library: Library, dossier: int, tmp_path: Path
) -> None:
    assert dossier
    clock = Clock()
    clock.step *= 0
    names = {back_up(library.path, tmp_path / "b", "daily", clock).path.name for _ in range(3)}

    assert len(names) == 3


def test_that_a_copy_opens_as_a_library(library: Library, dossier: int, tmp_path: Path) -> None:
    backup = back_up(library.path, tmp_path / "backups", "daily")
    restored = Library.open(backup.path, conditions())

    assert restored.record(dossier) == library.record(dossier)
    restored.close()


def test_that_a_bad_copy_never_gets_its_name(
    library: Library, dossier: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dossier
    real = sqlite3.Connection

    class Losing(real):
        """A disk that loses an answer on the way."""

        def backup(self, target: sqlite3.Connection, **options: int) -> None:
            super().backup(target, **options)
            target.execute("DELETE FROM answer WHERE field = 'share'")
            target.commit()

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Losing, **k))
    with pytest.raises(StoreUnavailable, match="E05"):
        back_up(library.path, tmp_path / "backups", "daily")

    assert not list((tmp_path / "backups").glob("*.bocage-backup"))


def test_that_a_file_is_named_only_when_the_antivirus_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished, target = tmp_path / "new", tmp_path / "old"
    finished.write_text("new")
    target.write_text("old")
    refusals = [32, 5, 33]
    replace = Path.replace

    def held(path: Path, wanted: Path) -> Path:
        if refusals:
            error = OSError(errno.EACCES, "held")
            error.winerror = refusals.pop()
            raise error
        return replace(path, wanted)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    put_in_place(finished, target)

    assert target.read_text() == "new"
    assert not refusals


def test_that_another_refusal_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "new").write_text("new")
    (tmp_path / "old").mkdir()
    with pytest.raises(OSError, match="directory"):
        put_in_place(tmp_path / "new", tmp_path / "old")

    assert (tmp_path / "new").read_text() == "new"


def test_that_a_copy_of_nothing_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE farm (id)")
    for name, key in (("gone.db", "E06"), ("other.db", "E07")):
        with pytest.raises(StoreUnavailable, match=key):
            back_up(tmp_path / name, tmp_path / "backups", "daily")

    assert not list(tmp_path.glob("backups/*"))
