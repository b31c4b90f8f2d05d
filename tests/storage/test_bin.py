"""The bin: what is in it comes back whole, and what leaves it for ever leaves no letter."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from desktop.storage.facts import Headline, Reading
from desktop.storage.library import Library
from desktop.storage.schema import Stored
from tests.storage.farmyard import COWS, record, settle

SECRET = "EARL des Chataigniers"
TABLES = ("farm", "dossier", "row", "answer", "edit_log", "headline")


@pytest.fixture
def doomed(library: Library) -> int:
    """A farm with answers, a history, a note and figures, beside another farm."""
    library.add(record("GAEC du Val"))
    dossier = library.add(record(SECRET))
    library.writer.commit(dossier, Reading(COWS, "head_years", "61", 61.0), SECRET)
    library.writer.annotate(dossier, COWS, "head_years", f"asked {SECRET}")
    library.writer.save_headline(Headline(dossier, "0.1", "f00d", 0, {"place": SECRET}))
    settle(library)
    return library.dossier(dossier).farm


def bytes_on_disk(library: Library) -> bytes:
    """Everything that lies on the disk beside and in the library."""
    folder = library.path.parent
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def counted(library: Library) -> dict[str, int]:
    """How many rows each table holds."""
    with library._store.reading() as session:
        tables = {name: Stored.metadata.tables[name] for name in TABLES}
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in tables.items()
        }


def test_that_a_deleted_farm_leaves_no_letter_on_the_disk(library: Library, doomed: int) -> None:
    assert SECRET.encode() in bytes_on_disk(library)
    library.writer.delete_farm(doomed)
    settle(library)

    assert SECRET.encode() not in bytes_on_disk(library)
    assert [card.name for card in library.farms()] == ["GAEC du Val"]


def test_that_the_other_farms_are_not_touched(library: Library, doomed: int) -> None:
    (other,) = (card for card in library.farms() if card.farm != doomed)
    before = library.record(other.dossier or 0)
    library.writer.delete_farm(doomed)
    settle(library)

    assert library.record(other.dossier or 0) == before
    answers = sum(len(row.entries) for row in before.rows)
    assert tuple(counted(library).values()) == (1, 1, len(before.rows), answers, 0, 0)


def test_that_deleting_a_farm_twice_or_none_changes_nothing(library: Library, doomed: int) -> None:
    for farm in (doomed, doomed, 4711):
        library.writer.delete_farm(farm)
    settle(library)

    assert len(library.farms()) == 1


def test_that_the_bin_empties_itself_of_what_lay_in_it_long(library: Library, doomed: int) -> None:
    library.writer.bin_farm(doomed)
    settle(library)
    (binned,) = library.farms(binned=True)
    moment = datetime.fromisoformat(binned.binned_at or "")

    assert library.empty_bin(moment - timedelta(days=30)) == 0
    assert library.empty_bin(moment) == 0
    assert library.empty_bin(moment + timedelta(seconds=1)) == 1
    settle(library)
    assert library.farms(binned=True) == ()
    assert len(library.farms()) == 1


def test_that_a_farm_in_the_list_is_never_taken_for_one_of_the_bin(library: Library) -> None:
    library.add(record())
    assert library.empty_bin(datetime(9999, 1, 1, tzinfo=UTC)) == 0
    settle(library)

    assert len(library.farms()) == 1


def test_that_a_farm_keeps_the_name_without_meaning_it_came_with(library: Library) -> None:
    uuid = "8f6a3a0e-6f0a-4b0c-9c53-0f5f5f1f7a11"
    library.add(record(), uuid=uuid)
    library.add(record(), uuid=uuid)
    newest, first = library.farms()

    assert first.uuid == uuid
    assert newest.uuid not in ("", uuid)
