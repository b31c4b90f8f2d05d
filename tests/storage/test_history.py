"""Undo and redo: of everything, through a restart, with the name of what is taken back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.storage.cards import read_only
from desktop.storage.commands import Group
from desktop.storage.facts import Answer, FarmRow, Headline, Reading
from desktop.storage.library import Library
from desktop.storage.schema import Stored
from desktop.storage.writer import Writer
from tests.storage.farmyard import COWS, DAIRY, MILK, News, conditions, litres, milk, record, settle

Act = Callable[[Writer, int], object]

# What a user can do, and the columns it is bound to change.
ACTS: dict[str, Act] = {
    "keep": lambda writer, d: writer.keep_text(d, COWS, MILK, "31x"),
    "commit": lambda writer, d: writer.commit(d, Reading(COWS, "head_years", "61", 61.0), "cows"),
    "option": lambda writer, d: writer.commit(
        d, Reading("field/permanent_grassland", "cover", "clover", None, "clover", "imported")
    ),
    "given": lambda writer, d: writer.commit(
        d, Reading(DAIRY, "milk_fat", None, 0.04, None, "given")
    ),
    "note": lambda writer, d: writer.annotate(d, COWS, "head_years", "counted twice"),
    "add": lambda writer, d: writer.add_row(d, FarmRow("hedge/1", "Hedge", "")),
    "remove": lambda writer, d: writer.remove_row(d, COWS),
    "move": lambda writer, d: writer.add_row(
        d, FarmRow("DAIRY/F0/deep_litter", "Slurry", DAIRY, 9, DAIRY)
    ),
    "name": lambda writer, d: writer.set_fact(d, "name", "EARL du Vallon"),
    "profile": lambda writer, d: writer.set_fact(d, "profile", "europe"),
    "year": lambda writer, d: writer.set_fact(d, "year", 2019),
    "version": lambda writer, d: writer.set_fact(d, "version", 3),
    "together": lambda writer, d: writer.together(
        Group(d, "a file", (COWS,), (FarmRow(COWS, "Group", DAIRY),), (litres("8", 8.0),))
    ),
}
# Columns outside the history, each for a reason.
IDENTITY = {
    ("farm", "id"), ("farm", "uuid"), ("farm", "created"),
    ("dossier", "id"), ("dossier", "uuid"), ("dossier", "farm_id"),
    ("row", "dossier_id"), ("answer", "dossier_id"),
}  # fmt: skip
BY_ANOTHER_WAY = {
    ("farm", "binned_at"): "a farm is taken out of the bin, there is no dossier open to undo in",
    ("dossier", "revision"): "it counts the steps, the undone ones too",
    ("dossier", "cursor"): "it is the history itself",
    ("dossier", "opened_at"): "looking at a page is no edit",
    ("dossier", "place"): "looking at a page is no edit",
}
NO_ANSWERS = {"edit_log", "headline", "meta"}


def content(path: Path) -> dict[str, dict[tuple[object, ...], dict[str, object]]]:
    """All that a user can change, by table and key, column by column."""
    found = {}
    with closing(read_only(path)) as connection:
        connection.row_factory = sqlite3.Row
        for table in Stored.metadata.sorted_tables:
            if table.name in NO_ANSWERS:
                continue
            keys = [column.name for column in table.primary_key]
            rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table.name}")]
            for row in rows:
                for owner, column in BY_ANOTHER_WAY:
                    if owner == table.name:
                        del row[column]
            found[table.name] = {tuple(row[key] for key in keys): row for row in rows}
    return found


def changed(before: dict, after: dict) -> set[tuple[str, str]]:
    """The columns in which two contents differ."""
    columns = set()
    for table, rows in before.items():
        for key in {*rows, *after[table]}:
            old, new = rows.get(key), after[table].get(key)
            for column in {*(old or {}), *(new or {})}:
                if old is None or new is None or old[column] != new[column]:
                    columns.add((table, column))
    return columns


def undone(library: Library, dossier: int) -> None:
    """Undo, twice when the first one stops at the session line."""
    edit = library.next_undo(dossier)
    library.writer.undo(dossier)
    if edit is not None and edit.crosses_session:
        library.writer.undo(dossier)
    settle(library)


def test_that_every_column_a_user_can_change_is_changed_by_an_act_below(path: Path) -> None:
    reached: set[tuple[str, str]] = set()
    library = Library.open(path, conditions())
    for number, act in enumerate(ACTS.values()):
        dossier = library.add(record(f"farm {number}"))
        before = content(path)
        act(library.writer, dossier)
        settle(library)
        reached |= changed(before, content(path))
    library.close()

    every = {
        (table.name, column.name)
        for table in Stored.metadata.sorted_tables
        for column in table.columns
        if table.name not in NO_ANSWERS
    }
    assert every - reached - IDENTITY == set(BY_ANOTHER_WAY)


@pytest.mark.parametrize("name", ACTS)
def test_that_an_act_is_undone_and_redone_through_restarts(path: Path, name: str) -> None:
    library = Library.open(path, conditions())
    dossier = library.add(record())
    before = content(path)
    ACTS[name](library.writer, dossier)
    settle(library)
    after = content(path)
    assert before != after

    for restart in (False, True):
        if restart:
            library.close()
            library = Library.open(path, conditions())
        undone(library, dossier)
        assert content(path) == before
        library.writer.redo(dossier)
        settle(library)
        assert content(path) == after
    library.close()


def test_that_a_binned_farm_comes_back(library: Library, dossier: int) -> None:
    farm = library.dossier(dossier).farm
    library.writer.bin_farm(farm)
    settle(library)
    assert library.farms() == ()
    assert library.farms(binned=True)[0].binned_at is not None

    library.writer.restore_farm(farm)
    settle(library)
    assert [card.binned_at for card in library.farms()] == [None]


def test_that_one_undo_takes_back_the_whole_visit(library: Library, dossier: int) -> None:
    for text in ("7", "75", "750", "7500"):
        library.writer.keep_text(dossier, COWS, MILK, text)
    library.writer.commit(dossier, litres("7500", 7500.0), "milk per cow")
    library.writer.leave(dossier, COWS, MILK)
    library.writer.undo(dossier)
    settle(library)

    assert milk(library, dossier) == (None, None)
    assert library.next_undo(dossier) is None
    edit = library.next_redo(dossier)
    assert edit is not None
    assert edit.label == "milk per cow"


def test_that_leaving_a_field_and_coming_back_are_two_steps(library: Library, dossier: int) -> None:
    library.writer.commit(dossier, litres("60", 60.0))
    library.writer.leave(dossier, COWS, MILK)
    library.writer.commit(dossier, litres("65", 65.0))
    library.writer.undo(dossier)
    settle(library)

    assert milk(library, dossier) == ("60", 60.0)


def test_that_another_field_ends_a_visit_by_itself(library: Library, dossier: int) -> None:
    library.writer.commit(dossier, litres("60", 60.0))
    library.writer.commit(dossier, Reading(COWS, "head_years", "61", 61.0))
    library.writer.commit(dossier, litres("65", 65.0))
    library.writer.undo(dossier)
    library.writer.undo(dossier)
    settle(library)

    assert milk(library, dossier) == ("60", 60.0)
    assert len(library.history(dossier)) == 3


def test_that_a_visit_that_changed_nothing_is_no_step(library: Library, dossier: int) -> None:
    library.writer.commit(dossier, litres("60", 60.0), "real")
    library.writer.leave(dossier, COWS, MILK)
    library.writer.keep_text(dossier, DAIRY, "milk_fat", "4")
    library.writer.commit(dossier, Reading(DAIRY, "milk_fat", None, 0.041, None, "imported"))
    library.writer.leave(dossier, DAIRY, "milk_fat")
    settle(library)

    edit = library.next_undo(dossier)
    assert edit is not None
    assert edit.label == "real"
    assert [step.label for step in library.history(dossier)] == ["real"]


def test_that_an_edit_after_an_undo_ends_the_redo(library: Library, dossier: int) -> None:
    for number in (1.0, 2.0):
        library.writer.commit(dossier, litres(str(number), number), f"step {number}")
        library.writer.leave(dossier, COWS, MILK)
    library.writer.undo(dossier)
    library.writer.commit(dossier, litres("9", 9.0), "step 9")
    library.writer.redo(dossier)
    settle(library)

    assert milk(library, dossier) == ("9", 9.0)
    assert [edit.label for edit in library.history(dossier)] == ["step 9", "step 1.0"]


def test_that_undo_pauses_once_where_today_began(path: Path) -> None:
    library = Library.open(path, conditions())
    dossier = library.add(record())
    library.writer.commit(dossier, litres("1", 1.0), "yesterday")
    library.close()

    library = Library.open(path, conditions())
    news = News().listen_to(library)
    for _ in range(2):
        library.writer.undo(dossier)
    library.writer.undo(dossier)
    settle(library)

    acts = [saved.edit and (saved.edit.act, saved.edit.crosses_session) for saved in news.saved]
    assert acts == [("paused", True), ("undone", True), None]
    assert milk(library, dossier) == (None, None)
    library.close()


def test_that_a_visit_cut_off_by_a_crash_is_one_step_of_its_own(path: Path) -> None:
    library = Library.open(path, conditions())
    dossier = library.add(record())
    library.writer.keep_text(dossier, COWS, MILK, "31x")
    library.close()

    library = Library.open(path, conditions())
    library.writer.commit(dossier, litres("310", 310.0))
    library.writer.undo(dossier)
    settle(library)
    assert milk(library, dossier) == ("31x", None)
    undone(library, dossier)
    assert milk(library, dossier) == (None, None)
    library.close()


def test_that_undo_of_one_farm_leaves_the_other(library: Library, dossier: int) -> None:
    other = library.add(record("EARL du Vallon"))
    library.writer.commit(dossier, litres("1", 1.0))
    library.writer.commit(other, litres("2", 2.0))
    library.writer.undo(dossier)
    library.writer.undo(dossier)
    settle(library)

    assert milk(library, dossier) == (None, None)
    assert milk(library, other) == ("2", 2.0)


def test_that_an_undo_with_nothing_behind_it_is_answered(
    library: Library, dossier: int, news: News
) -> None:
    library.writer.undo(dossier)
    library.writer.redo(dossier)
    settle(library)

    assert [saved.edit for saved in news.saved] == [None, None]
    assert library.dossier(dossier).revision == 0


def test_that_a_year_taken_meanwhile_stops_its_undo_and_nothing_else(
    library: Library, dossier: int, news: News
) -> None:
    farm = library.dossier(dossier).farm
    library.writer.set_fact(dossier, "year", 2019)
    settle(library)
    library.add(record(), farm)
    library.writer.undo(dossier)
    settle(library)

    assert len(news.refused) == 1
    assert library.dossier(dossier).year == 2019


def test_that_figures_for_the_list_are_known_to_be_old(library: Library, dossier: int) -> None:
    figures = {"net_per_litre": 0.87, "own_data": None}
    library.writer.save_headline(Headline(dossier, "0.1", "f00d", 0, figures))
    settle(library)
    (card,) = library.farms()
    assert card.fresh
    assert card.headline is not None
    assert card.headline.figures == figures

    library.writer.commit(dossier, litres("1", 1.0))
    settle(library)
    assert [card.fresh for card in library.farms()] == [False]


def test_that_an_edit_names_what_it_changed(library: Library, dossier: int, news: News) -> None:
    library.writer.commit(dossier, litres("60", 60.0), "cows")
    library.writer.commit(dossier, litres("65", 65.0), "cows")
    settle(library)

    edit = news.saved[-1].edit
    assert edit is not None
    (change,) = edit.changes
    assert change.old is None
    assert change.new == Answer(COWS, MILK, "65", 65.0)
    assert (edit.label, edit.act, edit.dossier) == ("cows", "done", dossier)
    assert replace(edit, changes=()) == replace(library.history(dossier)[0], changes=())
