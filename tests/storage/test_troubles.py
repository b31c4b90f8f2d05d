"""A full, silent, locked or damaged disk: a sentence, and nothing lost."""

import errno
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

from desktop.storage import troubles
from desktop.storage.cards import read_farm_cards
from desktop.storage.facts import SCHEMA
from desktop.storage.library import Library
from desktop.storage.opening import examine
from desktop.storage.plain_text import NOTE_LENGTH
from desktop.storage.records import dossier_from
from desktop.storage.troubles import StoreUnavailable, Trouble, trouble_of
from desktop.words import load_words
from tests.storage.conftest import NOBODY
from tests.storage.farmyard import (
    COWS,
    MILK,
    News,
    bytes_of,
    conditions,
    litres,
    milk,
    record,
    settle,
)

with closing(sqlite3.connect(":memory:")) as other:
    other.execute("CREATE TABLE farm (id INTEGER, name TEXT)")
    OTHER = other.serialize()
READING_FAILED = StoreUnavailable(troubles.DISK_SILENT)
SENTENCES = [value for value in vars(troubles).values() if isinstance(value, Trouble)]


@pytest.fixture
def raw(path: Path) -> Iterator[list[sqlite3.Connection]]:
    """The connections of the database layer, to take away the room under them."""
    seen: list[sqlite3.Connection] = []

    def on_connect(connection: Connection) -> None:
        seen.append(connection.connection.dbapi_connection)

    event.listen(Engine, "engine_connect", on_connect)
    yield seen
    event.remove(Engine, "engine_connect", on_connect)


def fill(connection: sqlite3.Connection, pages: int = 0) -> None:
    """No page more than the file has, or as many as given."""
    (count,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages or count}").fetchone()


def test_that_a_full_disk_loses_nothing_and_recovers_by_itself(
    raw: list[sqlite3.Connection], library: Library, dossier: int, news: News
) -> None:
    fill(raw[-1])
    notes = [library.writer.annotate(dossier, COWS, MILK, str(n) * 9_000) for n in range(4)]
    library.writer.commit(dossier, litres("31", 31.0))
    assert not library.writer.flush(0.5)
    assert [trouble.key for trouble in news.troubles] == ["E01"]
    assert library.writer.trouble is news.troubles[0]
    held = library.writer.unsaved

    fill(raw[-1], 100_000)
    settle(library)
    assert held > 0
    assert news.tickets() == [*notes, notes[-1] + 1]
    assert (news.recovered, library.writer.trouble) == (1, None)
    assert milk(library, dossier) == ("31", 31.0)


def test_that_closing_on_a_full_disk_says_what_was_not_saved(
    raw: list[sqlite3.Connection], path: Path
) -> None:
    library = Library.open(path, conditions())
    dossier = library.add(record())
    fill(raw[-1])
    library.writer.annotate(dossier, COWS, MILK, "x" * NOTE_LENGTH)
    library.writer.commit(dossier, litres("31", 31.0))

    assert library.close() == 2
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_that_whoever_waits_for_an_answer_is_told_of_a_full_disk(
    raw: list[sqlite3.Connection], library: Library, dossier: int
) -> None:
    fill(raw[-1])
    library.writer.annotate(dossier, COWS, MILK, "x" * NOTE_LENGTH)
    with pytest.raises(StoreUnavailable) as told:
        library.add(record("x" * 200))

    assert told.value.key == "E01"
    fill(raw[-1], 100_000)
    settle(library)
    assert len(library.farms()) == 1


def test_that_an_answer_that_does_not_come_is_no_farm_later(
    raw: list[sqlite3.Connection], library: Library, dossier: int, news: News
) -> None:
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept = library.writer.commit(dossier, litres("31", 31.0))
        with pytest.raises(StoreUnavailable) as told:
            library.writer.ask(dossier_from(record("EARL du Vallon")), timeout=0.1)
        other.execute("ROLLBACK")
    settle(library)

    assert told.value.key == "E02"
    assert news.tickets() == [kept]
    assert len(library.farms()) == 1


def test_that_the_reserve_is_given_up_before_anybody_is_alarmed(path: Path, tmp_path: Path) -> None:
    reserve = tmp_path / "library.db.reserve"
    library = Library.open(path)
    library.add(record())
    assert reserve.stat().st_size == 4 * 1024 * 1024

    library.close()
    assert reserve.exists()


def test_that_another_program_writing_is_waited_for(
    raw: list[sqlite3.Connection], library: Library, dossier: int, news: News
) -> None:
    raw[-1].execute("PRAGMA busy_timeout=10").fetchone()
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        library.writer.commit(dossier, litres("31", 31.0))
        assert not library.writer.flush(0.5)
        assert [trouble.key for trouble in news.troubles] == ["E04"]
        other.execute("ROLLBACK")
    settle(library)

    assert milk(library, dossier) == ("31", 31.0)
    assert news.recovered == 1


def failing(error: sqlite3.Error, times: int) -> Callable[..., None]:
    """A disk that refuses so many commits."""
    left = [times]

    def on_commit(_connection: Connection) -> None:
        if left[0] > 0:
            left[0] -= 1
            raise error

    return on_commit


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "E02"),
        (sqlite3.SQLITE_IOERR_WRITE, "E02"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "E03"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "E06"),
    ],
)
def test_that_a_silent_disk_is_tried_again(
    library: Library, dossier: int, news: News, code: int, key: str
) -> None:
    error = sqlite3.OperationalError("planted")
    error.sqlite_errorcode = code
    on_commit = failing(error, 3)
    event.listen(Engine, "commit", on_commit)
    try:
        library.writer.commit(dossier, litres("31", 31.0))
        library.writer.keep_text(dossier, COWS, MILK, "31x")
        while library.writer.unsaved:
            library.writer.retry()
            time.sleep(0.005)
    finally:
        event.remove(Engine, "commit", on_commit)

    assert [trouble.key for trouble in news.troubles] == [key]
    assert news.recovered == 1
    assert milk(library, dossier) == ("31x", 31.0)
    assert library.dossier(dossier).revision == 2


def test_that_a_file_found_damaged_while_writing_is_written_no_more(
    library: Library, dossier: int, news: News
) -> None:
    error = sqlite3.DatabaseError("planted")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    attempts: list[Connection] = []

    def on_commit(connection: Connection) -> None:
        attempts.append(connection)
        raise error

    event.listen(Engine, "commit", on_commit)
    try:
        library.writer.commit(dossier, litres("31", 31.0))
        for _ in range(3):
            assert not library.writer.flush(5.0)
        library.writer.keep_text(dossier, COWS, MILK, "31x")
        assert library.close() == 2
    finally:
        event.remove(Engine, "commit", on_commit)

    assert len(attempts) == 1
    assert [trouble.key for trouble in news.troubles] == ["E05"]


@pytest.mark.parametrize("mistake", [ZeroDivisionError, LookupError, READING_FAILED])
def test_that_a_mistake_in_the_window_stops_no_saving(
    library: Library, dossier: int, monkeypatch: pytest.MonkeyPatch, mistake: Exception
) -> None:
    crashes: list[type[BaseException]] = []
    monkeypatch.setattr("threading.excepthook", lambda hook: crashes.append(hook.exc_type))

    def on_saved(_saved: object) -> None:
        raise mistake

    library.writer.on_saved = on_saved
    library.writer.commit(dossier, litres("1", 1.0))
    library.writer.commit(dossier, litres("2", 2.0))
    settle(library)
    for _ in range(500):
        if len(crashes) < 2:  # the dying thread may still be on its way to the crash dialog
            time.sleep(0.01)

    assert milk(library, dossier) == ("2", 2.0)
    assert len(crashes) == 2
    assert library.dossier(dossier).revision == 2


def damaged(content: bytes, seed: int) -> bytes:
    """The same bytes with a stretch of one page overwritten, the header left alone."""
    dice = random.Random(seed)
    page = dice.randrange(1, len(content) // 4096) * 4096
    return content[:page] + dice.randbytes(200) + content[page + 200 :]


@pytest.mark.parametrize("seed", range(12))
def test_that_a_damaged_library_is_not_touched(path: Path, tmp_path: Path, seed: int) -> None:
    library = Library.open(path, conditions())
    for number in range(30):
        library.add(record(f"farm {number}"))
    library.close()
    path.write_bytes(damaged(path.read_bytes(), seed))
    before = bytes_of(tmp_path)

    for way in (lambda: Library.open(path, conditions()), lambda: Library.look(path)):
        with pytest.raises(StoreUnavailable) as told:
            way()
        assert told.value.key == "E05"
        assert not told.value.trouble.readable
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "E05"),
        (b"SQLite format 3\x00", "E05"),
        (b"<html>" * 100, "E05"),
        (b"SQLite format 3\x00" + bytes(84), "E05"),
        (b"SQLite format 3\x00" + bytes(52) + b"BOCG" + bytes(4_024), "E05"),
        (OTHER, "E07"),
    ],
)
def test_that_another_file_is_not_taken_for_a_library(
    path: Path, tmp_path: Path, content: bytes, key: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreUnavailable) as told:
        Library.open(path, conditions())

    assert told.value.key == key
    assert bytes_of(tmp_path) == {"library.db": content}


def test_that_a_log_without_its_library_is_left_alone(path: Path, tmp_path: Path) -> None:
    (tmp_path / "library.db-wal").write_bytes(b"the work of a morning")
    with pytest.raises(StoreUnavailable) as told:
        Library.open(path, conditions())

    assert told.value.key == "E05"
    assert bytes_of(tmp_path) == {"library.db-wal": b"the work of a morning"}


def newer(path: Path, min_reader: int) -> None:
    """A library as a later program would leave it."""
    library = Library.open(path, conditions())
    library.add(record())
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE answer ADD COLUMN later TEXT")
        connection.execute("UPDATE meta SET value = ? WHERE key = 'min_reader'", (min_reader,))
        connection.execute("UPDATE meta SET value = '3.2' WHERE key = 'written_by'")
        connection.execute("PRAGMA user_version=9")
        connection.commit()


def test_that_a_newer_library_is_looked_at_and_not_written(path: Path, tmp_path: Path) -> None:
    newer(path, min_reader=1)
    before = bytes_of(tmp_path)
    with pytest.raises(StoreUnavailable) as told:
        Library.open(path, conditions())
    assert (told.value.key, told.value.trouble.readable) == ("E35", True)

    looking = Library.look(path)
    assert looking.record(1) == record()
    with pytest.raises(StoreUnavailable, match="E03"):
        looking.writer.undo(1)
    looking.close()
    assert bytes_of(tmp_path)["library.db"] == before["library.db"]


def test_that_a_library_only_newer_programs_read_names_the_version(path: Path) -> None:
    newer(path, min_reader=SCHEMA + 1)
    with pytest.raises(StoreUnavailable) as told:
        Library.open(path, conditions())

    said = load_words("en").say(told.value.sentence, **told.value.values)
    assert said == "Made with version 3.2, you have 1.0. Install 3.2 to open it."
    with pytest.raises(StoreUnavailable, match="E35"):
        Library.look(path)


@pytest.mark.parametrize("cut", [False, True])
def test_that_a_locked_folder_can_be_looked_at(locked_folder: Path, cut: bool) -> None:
    path = locked_folder / "library.db"
    library = Library.open(path, conditions())
    dossier = library.add(record())
    library.writer.commit(dossier, litres("31", 31.0))
    settle(library)
    if cut:  # what a crash leaves: the newest edits are in the log only
        copies = {name: data for name, data in bytes_of(locked_folder).items() if "shm" not in name}
    library.close()
    if cut:
        for name, data in copies.items():
            (locked_folder / name).write_bytes(data)
    for file in locked_folder.iterdir():
        file.chmod(0o444)
    locked_folder.chmod(0o555)
    os.seteuid(NOBODY if os.geteuid() == 0 else os.geteuid())

    with pytest.raises(StoreUnavailable) as told:
        Library.open(path, conditions())
    assert (told.value.key, told.value.trouble.readable) == ("E03", True)
    looking = Library.look(path)
    assert milk(looking, dossier) == ("31", 31.0)
    looking.close()


def test_that_a_library_file_nobody_may_write_is_said_at_the_start(locked_folder: Path) -> None:
    path = locked_folder / "library.db"
    Library.open(path, conditions()).close()
    path.chmod(0o444)
    locked_folder.chmod(0o777)
    (locked_folder / "library.db.lock").chmod(0o666)
    os.seteuid(NOBODY if os.geteuid() == 0 else os.geteuid())

    with pytest.raises(StoreUnavailable) as told:
        Library.open(path, conditions())
    assert told.value.key == "E03"


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (OSError(errno.ENOSPC, ""), "E01"),
        (OSError(errno.EIO, ""), "E02"),
        (OSError(errno.EROFS, ""), "E03"),
        (OSError(errno.ENOENT, ""), "E06"),
        (OSError(), "E06"),
    ],
)
def test_that_an_error_of_the_system_has_its_sentence(error: OSError, key: str) -> None:
    trouble = trouble_of(error)
    assert trouble is not None
    assert trouble.key == key


@pytest.mark.parametrize("error", [None, ValueError(), sqlite3.Error(), sqlite3.IntegrityError()])
def test_that_a_mistake_of_ours_is_no_trouble(error: BaseException | None) -> None:
    assert trouble_of(error) is None


@pytest.mark.parametrize("trouble", SENTENCES, ids=lambda t: t.sentence[:20])
def test_that_every_sentence_can_be_said(trouble: Trouble) -> None:
    values = dict.fromkeys(("time", "host", "theirs", "yours", "needed"), "4")
    said = load_words("en").say(trouble.sentence, **values)

    assert said.endswith(".")
    assert "{" not in said


def test_that_an_old_sqlite_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library.open(path, conditions()).close()
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 1))
    with pytest.raises(StoreUnavailable, match="E08"):
        examine(path)

    assert read_farm_cards(path) == ()
