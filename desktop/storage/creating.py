"""A new library: built in one piece beside its final place, then named."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.engine import Connection

from desktop.storage.facts import APPLICATION_ID, MIN_READER, SCHEMA, Clock
from desktop.storage.files import put_in_place
from desktop.storage.schema import VERSION_TABLE, Stored, StoredMeta
from desktop.storage.store import writing_engine
from desktop.storage.troubles import unavailable

# The file has no readers yet and is flushed as a whole before it gets its name.
_PRAGMAS = ("foreign_keys=ON", "journal_mode=MEMORY", "synchronous=OFF", "trusted_schema=OFF")


def create_library(path: Path, program: str, clock: Clock) -> None:
    """Make an empty library; a process that dies on the way leaves no half of one."""
    unfinished = path.with_name(path.name + ".new")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        engine = writing_engine(unfinished, _PRAGMAS)
        with engine.begin() as connection:
            _build(connection)
            describe(connection, program, clock)
        engine.dispose()
        put_in_place(unfinished, path)
    except OSError as error:
        raise unavailable(error) or error from error


def describe(connection: Connection, program: str, clock: Clock) -> None:
    """Write what a new library says about itself."""
    facts = {
        "min_reader": str(MIN_READER),
        "written_by": program,
        "created": clock().isoformat(),
    }
    rows = [{"key": key, "value": value} for key, value in facts.items()]
    connection.execute(insert(StoredMeta), rows)


def revision_name(schema: int) -> str:
    """The name Alembic gives to a step, four digits of the schema number."""
    return f"{schema:04d}"


def _build(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    connection.exec_driver_sql(VERSION_TABLE)
    connection.exec_driver_sql(
        "INSERT INTO alembic_version (version_num) VALUES (?)", (revision_name(SCHEMA),)
    )
    Stored.metadata.create_all(connection, checkfirst=False)
