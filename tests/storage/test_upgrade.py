"""An older library is brought to the present form whole, or stays exactly as it was."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.storage.backup import SUFFIX
from desktop.storage.facts import SCHEMA
from desktop.storage.library import Conditions, Library
from desktop.storage.troubles import StoreUnavailable
from desktop.storage.upgrade import MIGRATIONS, Steps
from tests.storage.farmyard import bytes_of, conditions, milk, record, settle

SAMPLE = Path(__file__).with_name("library_schema_1.sql")
FIRST = MIGRATIONS / "versions"
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{number:04d}"
down_revision = "{before:04d}"


def upgrade():
    {body}
"""
ADD_COLUMN = 'op.add_column("farm", sa.Column("commune", sa.TEXT(), nullable=True))'
REBUILD = """with op.batch_alter_table("farm") as farm:
        farm.alter_column("created", new_column_name="made")"""
HALF = f"""{ADD_COLUMN}
    op.execute("UPDATE farm SET commune = 'Fougères'")
    op.execute("INSERT INTO nowhere VALUES (1)")"""
LOSS = "op.execute(\"DELETE FROM answer WHERE field = 'milk_fat'\")"
LOOSE = 'op.execute("UPDATE dossier SET farm_id = 99")'


@pytest.fixture
def old(path: Path) -> Path:
    """A library of one farm, made by this program before any later step was written."""
    library = Library.open(path, conditions())
    library.add(record())
    library.close()
    return path


def later(folder: Path, *bodies: str) -> Conditions:
    """A later program that has so many steps more."""
    folder.mkdir()
    for number, body in enumerate(bodies, start=SCHEMA + 1):
        step = STEP.format(number=number, before=number - 1, body=body)
        (folder / f"step_{number:04d}.py").write_text(step, encoding="utf-8")
    return replace(conditions(), program="2.0", steps=Steps(SCHEMA + len(bodies), (FIRST, folder)))


UPGRADE = """
import sys
from pathlib import Path
from desktop.storage.facts import SCHEMA
from desktop.storage.facts import SCHEMA
from desktop.storage.library import Conditions, Library
from desktop.storage.upgrade import Steps
path, folders = Path(sys.argv[1]), tuple(map(Path, sys.argv[2:]))
Library.open(path, Conditions(steps=Steps(SCHEMA + 1, folders)))
"""
KILL = """import os, signal
    os.kill(os.getpid(), signal.SIGKILL)"""


def value(path: Path, query: str) -> object:
    """The one value a question to the file yields."""
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute(query).fetchone()
        return found


def test_that_an_older_library_is_brought_forward_after_a_copy(old: Path, tmp_path: Path) -> None:
    library = Library.open(old, later(tmp_path / "steps", ADD_COLUMN, REBUILD))
    library.close()

    assert value(old, "PRAGMA user_version") == SCHEMA + 2
    assert value(old, "SELECT version_num FROM alembic_version") == f"{SCHEMA + 2:04d}"
    assert (
        value(old, "SELECT name FROM farm WHERE commune IS NULL AND made > '2025'") == record().name
    )
    assert value(old, "SELECT value FROM meta WHERE key = 'written_by'") == "2.0"
    assert value(old, "SELECT count(*) FROM answer") == 5
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name.endswith(f"before-upgrade{SUFFIX}")
    assert value(copy, "SELECT name FROM farm") == record().name


@pytest.mark.parametrize("body", [HALF, LOSS, LOOSE])
def test_that_a_failing_step_leaves_everything_as_it_was(
    old: Path, tmp_path: Path, body: str
) -> None:
    before = old.read_bytes()
    with pytest.raises(StoreUnavailable) as told:
        Library.open(old, later(tmp_path / "steps", ADD_COLUMN.replace("commune", "n"), body))

    assert told.value.key == "E09"
    assert old.read_bytes() == before
    library = Library.open(old, conditions())
    assert library.record(1) == record()
    library.close()


def test_that_a_mistake_in_a_step_leaves_everything_as_it_was(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ZeroDivisionError):
        Library.open(old, later(tmp_path / "steps", f"{ADD_COLUMN}\n    1 / 0"))

    assert old.read_bytes() == before
    Library.open(old, conditions()).close()


@pytest.mark.parametrize(
    "bodies",
    [
        (KILL, ADD_COLUMN),
        (f"{ADD_COLUMN}\n    {KILL}", REBUILD),
        (ADD_COLUMN, f"{REBUILD}\n    {KILL}"),
    ],
)
def test_that_a_process_killed_in_a_step_leaves_everything_as_it_was(
    old: Path, tmp_path: Path, bodies: tuple[str, str]
) -> None:
    folders = later(tmp_path / "steps", *bodies).steps.folders
    command = [sys.executable, "-c", UPGRADE, str(old), *map(str, folders)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL

    library = Library.open(old, conditions())
    assert library.record(1) == record()
    library.close()
    assert value(old, "PRAGMA user_version") == SCHEMA


def test_that_a_library_of_the_first_schema_still_opens(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SAMPLE.read_text(encoding="utf-8"))
    library = Library.open(path, conditions())
    assert [edit.label for edit in library.history(1)] == ["milk per cow"]
    assert milk(library, 1) == ("7500x", 7500.0)

    library.writer.undo(1)
    library.writer.undo(1)
    settle(library)
    assert library.record(1) == record()
    library.close()


def test_that_an_empty_library_is_brought_forward_without_a_copy(
    path: Path, tmp_path: Path
) -> None:
    Library.open(path, conditions()).close()
    Library.open(path, later(tmp_path / "steps", ADD_COLUMN)).close()

    assert value(path, "PRAGMA user_version") == SCHEMA + 1
    assert not (tmp_path / "backups").exists()


def test_that_no_step_runs_without_room_for_the_copy(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(tmp_path)
    monkeypatch.setattr("desktop.storage.files.SMALLEST_FREE", 1 << 62)
    with pytest.raises(StoreUnavailable) as told:
        Library.open(old, later(tmp_path / "steps", ADD_COLUMN))

    assert told.value.key == "E01"
    assert bytes_of(tmp_path) == before
