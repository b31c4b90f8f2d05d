"""Bringing an older library to the present form: all steps in one transaction, after a copy.

Alembic is imported here and nowhere else, and only when a library is old.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from desktop.storage.backup import back_up
from desktop.storage.cards import read_only
from desktop.storage.facts import Clock
from desktop.storage.schema import VERSION_TABLE
from desktop.storage.store import writing_engine
from desktop.storage.troubles import NOT_UPGRADED, StoreUnavailable, unavailable

MIGRATIONS = Path(__file__).with_name("migrations")
# Rebuilding a table drops it first: with foreign keys on, its rows would take others along.
_PRAGMAS = (
    "foreign_keys=OFF",
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
)


@dataclass(frozen=True, slots=True)
class Steps:
    """The folders with the steps, and the number of the last one."""

    schema: int
    folders: tuple[Path, ...] = (MIGRATIONS / "versions",)


def upgrade(path: Path, backups: Path, steps: Steps, clock: Clock) -> None:
    """Copy a library that holds a farm, then bring it to the newest form or leave it as it is."""
    if _has_farms(path):
        back_up(path, backups, "before-upgrade", clock)
    engine = writing_engine(path, _PRAGMAS)
    try:
        with engine.begin() as connection:
            _migrate(connection, steps)
    except DBAPIError as error:
        raise unavailable(error.orig) or StoreUnavailable(NOT_UPGRADED) from error
    finally:
        engine.dispose()


def run_steps(connection: Connection, steps: Steps) -> None:
    """Run every step the library has not had yet, inside the transaction of the connection."""
    # Alembic costs a third of a second; only an old library pays for it.
    from alembic import command
    from alembic.config import Config

    connection.exec_driver_sql(VERSION_TABLE)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, steps.folders)))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version={steps.schema}")


def _migrate(connection: Connection, steps: Steps) -> None:
    before = _counts(connection)
    run_steps(connection, steps)
    _refuse_damage(connection, before)


def _has_farms(path: Path) -> bool:
    with closing(read_only(path)) as connection:
        return connection.execute("SELECT 1 FROM farm LIMIT 1").fetchone() is not None


def _refuse_damage(connection: Connection, before: tuple[int, ...]) -> None:
    """Nothing lost, nothing left hanging: otherwise the whole transaction is taken back."""
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if loose is not None or verdict != "ok" or _counts(connection) != before:
        raise StoreUnavailable(NOT_UPGRADED)


def _counts(connection: Connection) -> tuple[int, ...]:
    tables = ("farm", "dossier", "row", "answer", "edit_log")
    counts = (connection.exec_driver_sql(f"SELECT count(*) FROM {table}") for table in tables)
    return tuple(count.scalar_one() for count in counts)
