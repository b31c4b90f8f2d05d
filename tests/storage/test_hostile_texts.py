"""Whatever a name or a note holds, it comes back as text and does nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.library import Library
from desktop.storage.plain_text import (
    NAME_LENGTH,
    NOTE_LENGTH,
    Unstorable,
    plain,
    plain_key,
    same_text,
)
from tests.storage.farmyard import COWS, MILK, litres, record, settle

NAMES = [
    "",
    "'; DROP TABLE farm; --",
    '"farm"',
    "GAEC <Les Chênes> de Haut",
    "=cmd|' /C calc'!A0",
    "%s %(name)s {name} {0}",
    "..\\..\\COM1/nul",
    "日本 農場 🐄",
    "\u202eevil\u202c",
    "مزرعة",
    "ﬁ Å",
    "x" * NAME_LENGTH,
    "é" * NAME_LENGTH,
    "🐄" * NAME_LENGTH,
]


@pytest.mark.parametrize("name", NAMES)
def test_that_a_name_comes_back_as_it_was(library: Library, name: str) -> None:
    dossier = library.add(record(name))

    assert library.dossier(dossier).farm_name == unicodedata.normalize("NFC", name)
    assert library.farms()[0].name == library.dossier(dossier).farm_name


@pytest.mark.parametrize("text", [*NAMES, "a\tb\nc", "0" * NOTE_LENGTH])
def test_that_a_text_survives_the_history(library: Library, dossier: int, text: str) -> None:
    library.writer.commit(dossier, litres("1", 1.0), text[:NAME_LENGTH])
    library.writer.annotate(dossier, COWS, MILK, text)
    library.writer.undo(dossier)
    library.writer.redo(dossier)
    settle(library)

    notes = [a.note for a in library.answers(dossier) if a.field == MILK]
    assert notes == [unicodedata.normalize("NFC", text)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x1b[31mb", "a[31mb"),
        ("a\r\nb", "a\nb"),
        ("e\u0301", "é"),
        ("\ud800x", "?x"),
        ("\x85\x9f", ""),
    ],
)
def test_that_invisible_characters_do_not_enter(text: str, kept: str) -> None:
    assert plain(text) == kept


@pytest.mark.parametrize("text", ["x" * (NOTE_LENGTH + 1), "\U0001f404" * (NOTE_LENGTH + 1)])
def test_that_an_endless_text_is_refused_at_once(library: Library, dossier: int, text: str) -> None:
    with pytest.raises(Unstorable):
        library.writer.annotate(dossier, COWS, MILK, text)
    with pytest.raises(Unstorable):
        library.writer.keep_text(dossier, COWS, MILK, text)

    assert library.writer.unsaved == 0


@pytest.mark.parametrize("key", ["/", "a/", "/a", "a\x00b", "e\u0301", "x" * 201, "\ud800"])
def test_that_a_path_is_refused_rather_than_changed(key: str) -> None:
    with pytest.raises(Unstorable):
        plain_key(key)


@pytest.mark.parametrize("field", ["", "a\x00"])
def test_that_a_field_has_a_name(library: Library, dossier: int, field: str) -> None:
    with pytest.raises(Unstorable):
        library.writer.keep_text(dossier, COWS, field, "1")

    assert library.dossier(dossier).revision == 0


@given(st.text(max_size=300))
def test_that_a_text_once_plain_stays_as_it_is(text: str) -> None:
    once = plain(text)

    assert plain(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


def test_that_names_are_compared_as_people_read_them() -> None:
    assert same_text("GAEC DES CHE\u0302NES", "gaec des chênes")
    assert not same_text("GAEC des Chênes", "GAEC des Chenes")
