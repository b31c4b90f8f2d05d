"""A damaged library: three ways out, and the damaged file is kept as it was found."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage.backup import back_up
from desktop.storage.library import Library
from desktop.storage.rebuilding import salvage
from desktop.storage.recovering import from_backup, from_what_is_left, set_aside
from desktop.storage.troubles import StoreUnavailable
from tests.storage.farmyard import (
    COWS,
    MILK,
    Clock,
    bytes_of,
    conditions,
    litres,
    milk,
    record,
    settle,
)

FARMS = 12
NAME = "Recovered farm"


@pytest.fixture(scope="module")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library of a dozen farms with a history, closed."""
    path = tmp_path_factory.mktemp("dozen") / "library.db"
    library = Library.open(path, conditions())
    for number in range(FARMS):
        dossier = library.add(record(f"farm {number}"))
        for step in range(20):
            library.writer.commit(dossier, litres(str(step), float(step)))
            library.writer.leave(dossier, COWS, MILK)
    settle(library)
    library.close()
    return path.read_bytes()


@pytest.fixture
def sound(path: Path, dozen: bytes) -> bytes:
    """That library at its place, whole."""
    path.write_bytes(dozen)
    return dozen


def flipped(content: bytes, seed: int) -> bytes:
    """Some bytes of one page turned, anywhere but in the header."""
    dice, changed = random.Random(seed), bytearray(content)
    page = dice.randrange(1, len(content) // 4096) * 4096
    for _ in range(dice.choice((1, 40, 400))):
        changed[page + dice.randrange(4096)] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(content: bytes, seed: int) -> bytes:
    """The file ends early, as after a copy that was broken off."""
    return content[: random.Random(seed).randrange(100, len(content))]


def zeroed(content: bytes, seed: int) -> bytes:
    """A page of zeros, as a disk gives back that lost a block."""
    page = random.Random(seed).randrange(0, len(content) // 4096) * 4096
    return content[:page] + bytes(4096) + content[page + 4096 :]


def swapped(content: bytes, seed: int) -> bytes:
    """Two pages in each other's place."""
    dice, pages = random.Random(seed), len(content) // 4096
    one, two = sorted(dice.sample(range(1, pages), 2))
    parts = [content[n * 4096 : (n + 1) * 4096] for n in range(pages)]
    parts[one], parts[two] = parts[two], parts[one]
    return b"".join(parts)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("harm", [flipped, cut, zeroed, swapped])
def test_that_what_is_left_becomes_a_sound_library(path: Path, sound: bytes, harm, seed) -> None:
    damaged = harm(sound, seed)
    path.write_bytes(damaged)
    aside, salvaged = from_what_is_left(path, NAME, "1.0", Clock())

    assert aside.path is not None
    assert aside.path.read_bytes() == damaged
    library = Library.open(path, conditions())
    assert len([card for card in library.farms() if card.dossier]) == salvaged.farms
    for dossier in [card.dossier for card in library.farms() if card.dossier is not None]:
        assert library.record(dossier).rows
        library.history(dossier, 10_000)
    library.close()


def test_that_a_lost_page_costs_little(path: Path, sound: bytes) -> None:
    farms = []
    for page in range(1, len(sound) // 4096):
        path.write_bytes(sound[: page * 4096] + bytes(4096) + sound[(page + 1) * 4096 :])
        salvaged = salvage(path, path.with_name(f"{page}.new"), NAME, "1.0", Clock())
        farms.append(salvaged.farms)
    print(
        f"{len(farms)} pages lost one by one: {sum(farms) / len(farms):.1f} of {FARMS} farms left"
    )

    assert sum(farms) / len(farms) > FARMS * 0.9


@pytest.mark.parametrize("head", [16, 100, 4096])
def test_that_a_library_without_its_beginning_is_read_all_the_same(
    path: Path, sound: bytes, head: int
) -> None:
    path.write_bytes(b"\xff" * head + sound[head:])
    salvaged = salvage(path, path.with_name("new.db"), NAME, "1.0", Clock())

    assert (salvaged.farms, salvaged.answers) == (FARMS, FARMS * 6)


def test_that_farms_whose_names_are_lost_keep_their_answers(path: Path, sound: bytes) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DELETE FROM farm; DELETE FROM dossier")
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute("SELECT count(*) FROM answer").fetchone() == (FARMS * 6,)
    salvaged = salvage(path, path.with_name("new.db"), NAME, "1.0", Clock())
    library = Library.open(path.with_name("new.db"), conditions())

    assert {card.name for card in library.farms()} == {NAME}
    assert salvaged.answers == FARMS * 6
    assert sound
    library.close()


def test_that_farms_whose_dossiers_are_lost_keep_their_names_with_a_doubt(
    path: Path, sound: bytes
) -> None:
    assert sound
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM dossier WHERE id > 2")
    salvaged = salvage(path, path.with_name("new.db"), NAME, "1.0", Clock())
    library = Library.open(path.with_name("new.db"), conditions())
    names = {card.name for card in library.farms()}

    assert salvaged.farms == FARMS
    assert names == {"farm 0", "farm 1", *(f"farm {n} ?" for n in range(2, FARMS))}
    library.close()


def test_that_a_lost_answer_is_remembered_by_the_history(path: Path, sound: bytes) -> None:
    assert sound
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'answer'"
        ).fetchone()
    content = path.read_bytes()
    start = (root - 1) * 4096
    path.write_bytes(content[:start] + b"\x00" * 4096 + content[start + 4096 :])
    salvaged = salvage(path, path.with_name("new.db"), NAME, "1.0", Clock())
    library = Library.open(path.with_name("new.db"), conditions())

    assert "answer" in salvaged.torn
    assert {milk(library, card.dossier or 0) for card in library.farms()} == {("19", 19.0)}
    library.close()


@pytest.mark.parametrize("content", [b"", b"<html>" * 900, b"SQLite format 3\x00", b"\x00" * 9_000])
def test_that_nothing_to_read_gives_an_empty_library(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    aside, salvaged = from_what_is_left(path, NAME, "1.0", Clock())

    assert (salvaged.farms, salvaged.answers, salvaged.steps) == (0, 0, 0)
    assert aside.path is not None
    assert aside.path.read_bytes() == content
    Library.open(path, conditions()).close()


def test_that_the_newest_backup_takes_the_place(path: Path, sound: bytes, tmp_path: Path) -> None:
    backup = back_up(path, tmp_path / "backups", "daily", Clock())
    path.write_bytes(cut(sound, 1))
    damaged = path.read_bytes()
    aside = from_backup(path, backup.path, Clock())
    library = Library.open(path, conditions())

    assert len(library.farms()) == FARMS
    assert aside.path is not None
    assert aside.path.read_bytes() == damaged
    library.close()


def test_that_a_damaged_backup_changes_nothing(path: Path, sound: bytes, tmp_path: Path) -> None:
    backup = back_up(path, tmp_path / "backups", "daily", Clock())
    backup.path.write_bytes(cut(sound, 2))
    path.write_bytes(cut(sound, 1))
    before = bytes_of(tmp_path)
    with pytest.raises(StoreUnavailable, match="E05"):
        from_backup(path, backup.path, Clock())

    assert bytes_of(tmp_path) == before


def test_that_a_log_without_its_library_is_set_aside_with_a_name(path: Path) -> None:
    log = path.with_name("library.db-wal")
    log.write_bytes(b"the work of a morning")
    set_aside(path, Clock())
    Library.open(path, conditions()).close()

    kept = [one for one in path.parent.iterdir() if one.name.endswith("-damaged.db-wal")]
    assert [one.read_bytes() for one in kept] == [b"the work of a morning"]


def test_that_two_damaged_files_of_one_second_are_both_kept(path: Path) -> None:
    clock = Clock()
    clock.step *= 0
    names = set()
    for content in (b"one", b"two"):
        path.write_bytes(content)
        names.add(set_aside(path, clock).path)

    assert {one.read_bytes() for one in names if one} == {b"one", b"two"}


def test_that_reading_what_is_left_writes_nothing_beside_it(
    path: Path, sound: bytes, tmp_path: Path
) -> None:
    path.write_bytes(flipped(sound, 3))
    path.with_name("library.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(500))
    before = bytes_of(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    salvage(path, elsewhere / "new.db", NAME, "1.0", Clock())

    assert bytes_of(tmp_path) == before
