"""The farm list is there at once, without the database layer, and never falsely empty."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.storage.cards import read_farm_cards
from desktop.storage.facts import Headline
from desktop.storage.library import Library
from desktop.storage.troubles import StoreUnavailable
from tests.storage.farmyard import conditions, record, settle

LIGHT = ("cards", "facts", "files", "lock", "opening", "plain_text", "troubles")


def test_that_no_library_is_an_empty_list(path: Path) -> None:
    assert read_farm_cards(path) == ()
    assert not path.exists()


def test_that_an_empty_library_is_an_empty_list(library: Library) -> None:
    assert read_farm_cards(library.path) == ()


def test_that_a_card_shows_the_dossier_opened_last(library: Library, dossier: int) -> None:
    farm = library.dossier(dossier).farm
    library.add(record(year=2024), farm)
    library.add(record("EARL du Vallon"))
    library.writer.set_place(dossier, "herd")
    library.writer.save_headline(Headline(dossier, "0.1", "f00d", 0, {"net": -0.5}))
    settle(library)

    first, second = read_farm_cards(library.path)
    assert (first.name, first.year, first.place) == (record().name, 2025, "herd")
    assert first.headline is not None
    assert first.headline.figures == {"net": -0.5}
    assert (second.name, second.headline, second.fresh) == ("EARL du Vallon", None, False)


def test_that_the_list_is_read_while_another_writes(library: Library, dossier: int) -> None:
    library.writer.set_fact(dossier, "name", "EARL du Vallon")
    settle(library)

    assert [card.name for card in read_farm_cards(library.path)] == ["EARL du Vallon"]


@pytest.mark.parametrize("content", [b"", b"not a library at all" * 200])
def test_that_a_damaged_file_is_never_an_empty_list(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="E05"):
        read_farm_cards(path)

    assert path.read_bytes() == content


@pytest.mark.parametrize("module", LIGHT)
def test_that_the_first_paint_needs_no_database_layer(module: str) -> None:
    heavy = "{'sqlalchemy', 'alembic', 'PySide6', 'numpy'} & set(sys.modules)"
    code = f"import sys, desktop.storage.{module}; print({heavy} or 'light')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "light"


def test_that_alembic_stays_out_while_the_library_is_of_today(path: Path) -> None:
    Library.open(path, conditions()).close()
    code = (
        "import sys; from pathlib import Path; from desktop.storage.library import Library; "
        f"Library.open(Path({str(path)!r})).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
