"""The one door to the database file: `writing()` is all or nothing, `reading()` cannot write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from desktop.storage.troubles import unavailable

# FULL: one flush per edit; NORMAL loses acknowledged edits in a power cut (reliability figures).
WRITING_PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "secure_delete=ON",
)
READING_PRAGMAS = (
    "query_only=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
)


class Store:
    """The writing connection of the writer thread, and read-only ones for everybody else."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        self.path = path
        self._reading_engine = reading_engine(path)
        self._read = sessionmaker(self._reading_engine, expire_on_commit=False)
        self._writing_engine = None if read_only else writing_engine(path)
        self._write = sessionmaker(self._writing_engine, expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """All or nothing, and on the disk when the block has ended."""
        with _troubles_named(), self._write.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """What the last finished edit left behind; nothing can be written here."""
        with _troubles_named(), self._read() as session:
            yield session

    def reconnect(self) -> None:
        """Let go of a connection whose disk did not respond; the next edit opens a fresh one."""
        if self._writing_engine is not None:
            self._writing_engine.dispose()

    def scrub(self) -> None:
        """Fold the write-ahead log into the file and empty it: what was deleted is not in it."""
        if self._writing_engine is not None:
            with _troubles_named(), self._writing_engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, sqlite3.Connection)
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._reading_engine.dispose()
        if self._writing_engine is not None:
            self._writing_engine.dispose()


def writing_engine(path: Path, pragmas: tuple[str, ...] = WRITING_PRAGMAS) -> Engine:
    """One connection whose every transaction takes the right to write at its beginning."""
    engine = create_engine(
        f"sqlite+pysqlite:///{path}",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # what a farmer typed never reaches a log
    )

    def on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver would begin late, and deferred
        apply_pragmas(connection, pragmas)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def reading_engine(path: Path) -> Engine:
    """Connections that cannot change the file."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
        apply_pragmas(connection, READING_PRAGMAS)
        return connection

    return create_engine("sqlite+pysqlite://", creator=connect, hide_parameters=True)


def apply_pragmas(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> None:
    """Set up one connection."""
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _troubles_named() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        trouble = unavailable(error.orig if isinstance(error, DBAPIError) else error)
        if trouble is None:
            raise
        raise trouble from error
