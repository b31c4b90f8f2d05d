"""The tables refuse what does not belong, and two ways of making them give the same ones."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine

from desktop.storage.cards import read_only
from desktop.storage.facts import SCHEMA
from desktop.storage.library import Library
from desktop.storage.schema import Stored
from desktop.storage.store import writing_engine
from desktop.storage.upgrade import MIGRATIONS, Steps, run_steps
from tests.storage.farmyard import conditions

TYPES = [
    (table.name, column.name, str(column.type))
    for table in Stored.metadata.sorted_tables
    for column in table.columns
]
VALID = {"TEXT": "x", "INTEGER": 1, "REAL": 1.0}
FOREIGN = {"TEXT": b"\x00", "INTEGER": "sixty", "REAL": "4,1"}


def definitions(path: Path) -> dict[str, str]:
    """Every table and index of a file as SQL, spaces and the order of constraints aside."""
    with closing(read_only(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {name: "\n".join(sorted(_parts(_spaced(sql)))) for name, sql in rows}


def _parts(sql: str) -> list[str]:
    """The columns and constraints; SQLite writes a column that came later behind a bare comma."""
    return [part.strip() for part in re.split(r",(?![^()]*\))", sql)]


def _spaced(sql: str) -> str:
    return re.sub(r"\s*\n\)\s*", "\n)\n", re.sub(r"[ \t]+", " ", sql)).strip()


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite3.Connection]:
    """The tables alone, in memory, with every check but that of the types switched off."""
    engine = create_engine("sqlite://")
    Stored.metadata.create_all(engine)
    connection = engine.raw_connection().dbapi_connection
    connection.execute("PRAGMA ignore_check_constraints=ON")
    yield connection
    engine.dispose()


@pytest.mark.parametrize(("table", "column", "kind"), TYPES)
def test_that_a_column_refuses_another_type(
    tables: sqlite3.Connection, table: str, column: str, kind: str
) -> None:
    values = {name: VALID[type_] for owner, name, type_ in TYPES if owner == table}
    statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})"
    tables.execute(statement, list(values.values()))
    tables.rollback()

    values[column] = FOREIGN[kind]
    with pytest.raises(sqlite3.IntegrityError, match=r"cannot store|datatype mismatch"):
        tables.execute(statement, list(values.values()))


def test_that_every_table_is_strict(library: Library) -> None:
    with closing(read_only(library.path)) as connection:
        listed = connection.execute("PRAGMA table_list").fetchall()

    tables = {row[1]: row[5] for row in listed if not row[1].startswith("sqlite_")}
    assert set(tables) == {*Stored.metadata.tables, "alembic_version"}
    assert set(tables.values()) == {1}


def test_that_the_first_step_makes_the_tables_of_a_new_library(
    library: Library, tmp_path: Path
) -> None:
    stepped = tmp_path / "stepped.db"
    engine = writing_engine(stepped)
    with engine.begin() as connection:
        run_steps(connection, Steps(SCHEMA))
    engine.dispose()

    assert definitions(stepped) == definitions(library.path)


def test_that_the_newest_step_is_the_schema_this_program_writes() -> None:
    steps = sorted(path.name for path in (MIGRATIONS / "versions").glob("step_*.py"))

    assert steps[-1].startswith(f"step_{SCHEMA:04d}_")
    assert len(steps) == SCHEMA


def test_that_the_connection_waits_for_the_disk(path: Path) -> None:
    seen: dict[str, object] = {}

    def on_connect(connection: Connection) -> None:
        raw = connection.connection.dbapi_connection
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "mmap_size"):
            (seen[name],) = raw.execute(f"PRAGMA {name}").fetchone()

    event.listen(Engine, "engine_connect", on_connect)
    try:
        Library.open(path, conditions()).close()
    finally:
        event.remove(Engine, "engine_connect", on_connect)

    assert seen == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
    }


def test_that_the_file_says_whose_it_is(library: Library) -> None:
    header = library.path.read_bytes()[:100]

    assert header.startswith(b"SQLite format 3\x00")
    assert header[68:72] == b"BOCG"
    assert int.from_bytes(header[60:64], "big") == SCHEMA


def test_that_only_its_owner_may_read_the_library(library: Library) -> None:
    assert library.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET number = 9e999 WHERE number IS NOT NULL",
        "UPDATE answer SET option = 'both' WHERE number IS NOT NULL",
        "UPDATE answer SET origin = 'guessed'",
        "UPDATE answer SET committed = 2",
        "UPDATE dossier SET year = 20255",
        "UPDATE dossier SET version = 0",
        "UPDATE row SET parent = NULL WHERE subject = 'DAIRY'",
        "UPDATE farm SET name = printf('%.*c', 201, 'x')",
        "INSERT INTO dossier SELECT id + 1, 'u', farm_id, year, version, '', 0, 0, '', '' "
        "FROM dossier",
    ],
)
def test_that_a_state_without_meaning_is_refused(
    library: Library, dossier: int, statement: str
) -> None:
    assert library.dossier(dossier).revision == 0
    connection = sqlite3.connect(library.path)
    with closing(connection), pytest.raises(sqlite3.IntegrityError, match="constraint failed"):
        connection.execute(statement)


def test_that_an_answer_needs_its_row(library: Library, dossier: int) -> None:
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM row WHERE dossier_id = ? AND subject = 'DAIRY'", (dossier,))
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.commit()
