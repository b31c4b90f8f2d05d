"""A restore shows what differs, brings one farm or all of them back, and can itself be undone."""

from pathlib import Path

import pytest

from desktop.storage.backup import back_up
from desktop.storage.backup_folder import kept_backups
from desktop.storage.differences import FarmDifference, differences
from desktop.storage.facts import FarmRow
from desktop.storage.library import Library
from desktop.storage.restoring import restore_everything, restore_farm
from tests.storage.farmyard import COWS, MILK, Clock, litres, milk, record, settle


@pytest.fixture
def backup(library: Library, dossier: int, tmp_path: Path) -> Path:
    """A backup of one farm with 31 litres, as typed, and a note."""
    library.writer.commit(dossier, litres("31,0", 31.0))
    library.writer.annotate(dossier, COWS, MILK, "from the dairy")
    settle(library)
    return back_up(library.path, tmp_path / "kept", "daily", Clock()).path


def difference(library: Library, backup: Path, place: int = 0) -> FarmDifference:
    """What differs for one farm."""
    return differences(library.path, backup)[place]


def put_back(library: Library, backup: Path) -> None:
    """Restore the first farm that differs."""
    folder = library.path.parent / "backups"
    restore_farm(library, difference(library, backup), folder, "Restored", Clock())


def test_that_nothing_differs_right_after_a_backup(library: Library, backup: Path) -> None:
    one = difference(library, backup)

    assert (one.fate, one.answers, one.rows) == ("same", (), 0)


def test_that_a_changed_answer_is_shown_as_it_was(
    library: Library, dossier: int, backup: Path
) -> None:
    library.writer.commit(dossier, litres("40", 40.0))
    settle(library)
    (answer,) = difference(library, backup).answers

    assert (answer.subject, answer.field, answer.year) == (COWS, MILK, 2025)
    assert answer.now is not None
    assert answer.then is not None
    assert (answer.now.text, answer.then.text) == ("40", "31,0")


def test_that_one_farm_comes_back_to_the_letter_and_can_be_undone(
    library: Library, dossier: int, backup: Path
) -> None:
    library.writer.commit(dossier, litres("40", 40.0))
    library.writer.set_fact(dossier, "name", "Another")
    library.writer.remove_row(dossier, "field/permanent_grassland")
    library.writer.add_row(dossier, FarmRow("purchase/2", "Purchase", ""))
    settle(library)
    put_back(library, backup)
    assert difference(library, backup).fate == "same"
    assert milk(library, dossier) == ("31,0", 31.0)

    library.writer.undo(dossier)
    settle(library)
    assert milk(library, dossier) == ("40", 40.0)
    assert library.dossier(dossier).farm_name == "Another"


def test_that_a_farm_in_the_bin_comes_out_of_it(
    library: Library, dossier: int, backup: Path
) -> None:
    library.writer.bin_farm(library.dossier(dossier).farm)
    settle(library)
    assert difference(library, backup).fate == "changed"
    put_back(library, backup)

    assert len(library.farms()) == 1


def test_that_a_farm_that_is_gone_comes_back(
    library: Library, dossier: int, backup: Path, tmp_path: Path
) -> None:
    assert dossier
    other = Library.open(tmp_path / "other" / "library.db")
    one = difference(other, backup)
    assert (one.fate, one.now) == ("comes back", None)
    restore_farm(other, one, tmp_path / "b", "Restored", Clock())
    (card,) = other.farms()

    assert other.answers(card.dossier or 0) == library.answers(dossier)
    assert other.rows(card.dossier or 0) == library.rows(dossier)
    other.close()


def test_that_everything_comes_back_and_the_present_is_kept(
    library: Library, dossier: int, backup: Path, tmp_path: Path
) -> None:
    library.writer.commit(dossier, litres("40", 40.0))
    library.add(record("EARL du Vallon"))
    settle(library)
    assert [one.fate for one in differences(library.path, backup)] == ["changed", "goes away"]
    restore_everything(library, backup, tmp_path / "backups", Clock())

    assert [card.name for card in library.farms()] == ["GAEC des Chênes"]
    assert milk(library, dossier) == ("31,0", 31.0)
    (before,) = kept_backups(tmp_path / "backups")
    restore_everything(library, before.path, tmp_path / "backups", Clock())
    assert {card.name for card in library.farms()} == {"GAEC des Chênes", "EARL du Vallon"}
    assert milk(library, dossier) == ("40", 40.0)


def test_that_typing_goes_on_after_everything_came_back(
    library: Library, dossier: int, backup: Path, tmp_path: Path
) -> None:
    restore_everything(library, backup, tmp_path / "backups", Clock())
    library.writer.commit(dossier, litres("50", 50.0))
    settle(library)

    assert milk(library, dossier) == ("50", 50.0)
    assert len(library.history(dossier)) == 3
