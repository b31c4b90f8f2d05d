"""What is typed is kept as it is typed; its value takes effect when it is committed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage.commands import Group
from desktop.storage.facts import LAST, FarmRow, Headline, Reading, Saved
from desktop.storage.library import Library
from desktop.storage.plain_text import Unstorable
from tests.storage.farmyard import (
    COWS,
    DAIRY,
    MILK,
    Clock,
    News,
    conditions,
    litres,
    milk,
    record,
    settle,
)


def test_that_a_text_is_kept_before_it_is_a_value(library: Library, dossier: int) -> None:
    library.writer.keep_text(dossier, COWS, MILK, "75")
    settle(library)

    assert milk(library, dossier) == ("75", None)


def test_that_typing_on_leaves_the_last_value_in_force(library: Library, dossier: int) -> None:
    library.writer.commit(dossier, litres("31", 31.0))
    library.writer.keep_text(dossier, COWS, MILK, "31x")
    settle(library)

    assert milk(library, dossier) == ("31x", 31.0)
    assert [a.committed for a in library.answers(dossier) if a.field == MILK] == [False]


def test_that_a_half_typed_text_is_there_after_reopening(path: Path) -> None:
    library = Library.open(path, conditions())
    dossier = library.add(record())
    library.writer.keep_text(dossier, COWS, MILK, " 12,")
    assert library.close() == 0

    reopened = Library.open(path, conditions())
    assert milk(reopened, dossier) == (" 12,", None)
    reopened.close()


def test_that_the_newest_text_wins_while_the_disk_is_busy(
    library: Library, dossier: int, news: News
) -> None:
    keys = [str(10**n) for n in range(50)]
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        tickets = [library.writer.keep_text(dossier, COWS, MILK, text) for text in keys]
        other.execute("ROLLBACK")
    settle(library)

    assert milk(library, dossier) == (keys[-1], None)
    assert news.tickets() == tickets
    assert len(news.saved) <= 2


def test_that_a_newer_text_never_overtakes_a_value(library: Library, dossier: int) -> None:
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        library.writer.keep_text(dossier, COWS, MILK, "3")
        library.writer.commit(dossier, litres("31", 31.0))
        library.writer.keep_text(dossier, COWS, MILK, "31x")
        other.execute("ROLLBACK")
    settle(library)

    assert milk(library, dossier) == ("31x", 31.0)


def test_that_saved_is_said_when_another_connection_sees_it(library: Library, dossier: int) -> None:
    seen: list[tuple[float, float]] = []

    def on_saved(saved: Saved) -> None:
        with closing(sqlite3.connect(library.path)) as other:
            query = "SELECT number FROM answer WHERE field = ?"
            (number,) = other.execute(query, (MILK,)).fetchone()
        assert saved.edit is not None
        seen.append((number, saved.edit.changes[0].new.number))

    library.writer.on_saved = on_saved
    for number in (1.0, 2.0, 3.0):
        library.writer.commit(dossier, litres(str(number), number))
        settle(library)

    assert seen == [(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]


def test_that_nothing_is_said_when_nothing_changed(
    library: Library, dossier: int, news: News
) -> None:
    library.writer.commit(dossier, litres("31", 31.0))
    settle(library)
    again = library.writer.commit(dossier, litres("31", 31.0))
    library.writer.keep_text(dossier, COWS, MILK, "31")
    settle(library)

    assert [saved.edit is None for saved in news.saved] == [False, True, True]
    assert news.saved[1].tickets == (again,)
    assert library.dossier(dossier).revision == 1


def test_that_an_emptied_field_is_not_a_zero(library: Library, dossier: int) -> None:
    library.writer.commit(dossier, litres("31", 31.0))
    library.writer.commit(dossier, litres("", None))
    settle(library)

    assert milk(library, dossier) == ("", None)
    assert [a.given for a in library.answers(dossier) if a.field == MILK] == [False]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_that_no_value_without_measure_enters(
    library: Library, dossier: int, number: float
) -> None:
    with pytest.raises(Unstorable):
        library.writer.commit(dossier, litres("?", number))

    assert milk(library, dossier) == (None, None)


@pytest.mark.parametrize("number", [0.0, 1e-308, 5e-324, 1.7976931348623157e308, -1e300, 0.1 + 0.2])
def test_that_a_number_comes_back_to_the_last_bit(
    library: Library, dossier: int, number: float
) -> None:
    library.writer.commit(dossier, litres("x", number))
    library.writer.undo(dossier)
    library.writer.redo(dossier)
    settle(library)

    assert milk(library, dossier) == ("x", number)


def test_that_minus_zero_is_zero(library: Library, dossier: int) -> None:
    library.writer.commit(dossier, litres("-0", -0.0))
    settle(library)

    assert str(milk(library, dossier)[1]) == "0.0"


def test_that_an_answer_to_no_row_is_refused_and_the_next_is_saved(
    library: Library, dossier: int, news: News
) -> None:
    lost = library.writer.commit(dossier, Reading("SHEEP", MILK, "5", 5.0))
    kept = library.writer.commit(dossier, litres("31", 31.0))
    settle(library)

    assert [refused.tickets for refused in news.refused] == [(lost,)]
    assert news.tickets() == [kept]
    assert milk(library, dossier) == ("31", 31.0)


@pytest.mark.expects_log
def test_that_a_refusal_nobody_hears_is_in_the_log_without_what_was_typed(
    library: Library, dossier: int, caplog: pytest.LogCaptureFixture
) -> None:
    library.writer.commit(dossier, Reading("SHEEP", MILK, "secret", 5.0))
    settle(library)

    assert "cannot be saved: IntegrityError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.expects_log
def test_that_a_clock_going_back_is_noted_and_changes_no_order(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    library = Library.open(path, conditions(clock))
    dossier = library.add(record())
    library.writer.commit(dossier, litres("1", 1.0), "first")
    library.writer.leave(dossier, COWS, MILK)
    settle(library)
    clock.now = clock.now.replace(year=2015)
    library.writer.commit(dossier, litres("2", 2.0), "second")
    settle(library)

    assert [edit.label for edit in library.history(dossier)] == ["second", "first"]
    assert "the clock went back" in caplog.text
    library.close()


def test_that_a_record_comes_back_whole(library: Library, dossier: int) -> None:
    assert library.record(dossier) == record()


def test_that_a_row_without_a_place_goes_behind_the_others(library: Library, dossier: int) -> None:
    for number in (2, 3):
        row = FarmRow(f"purchase/{number}", "Purchase", "", LAST, DAIRY)
        library.writer.add_row(dossier, row, [Reading(row.subject, "mass", "5", 5.0)])
    settle(library)

    subjects = [row.subject for row in library.rows(dossier)]
    assert subjects[-3:] == ["purchase/1", "purchase/2", "purchase/3"]
    assert library.rows(dossier)[-1].workshop == DAIRY


def test_that_a_row_leaves_with_what_hangs_on_it_and_nothing_else(
    library: Library, dossier: int
) -> None:
    twin = FarmRow("DAIRY/F01", "Group", DAIRY)
    library.writer.add_row(dossier, twin)
    library.writer.remove_row(dossier, COWS, "the cows")
    settle(library)

    subjects = {row.subject for row in library.rows(dossier)}
    assert subjects == {"", DAIRY, "DAIRY/F01", "field/permanent_grassland", "purchase/1"}
    assert not any(a.subject.startswith("DAIRY/F0/") for a in library.answers(dossier))


def test_that_the_farm_itself_cannot_be_taken_away(library: Library, dossier: int) -> None:
    with pytest.raises(Unstorable):
        library.writer.together(Group(dossier, removed=("",)))

    assert len(library.rows(dossier)) == 6


def test_that_the_place_where_the_user_was_is_kept(library: Library, dossier: int) -> None:
    before = library.dossier(dossier)
    library.writer.set_place(dossier, "herd/milk_per_head")
    settle(library)

    after = library.dossier(dossier)
    assert after.place == "herd/milk_per_head"
    assert after.opened_at > before.opened_at
    assert after.revision == before.revision


def test_that_a_farm_has_years_and_versions(library: Library, dossier: int) -> None:
    farm = library.dossier(dossier).farm
    library.add(record(year=2024), farm)
    library.add(record(), farm, version=2)

    years = [(d.year, d.version) for d in library.dossiers(farm)]
    assert years == [(2025, 2), (2025, 1), (2024, 1)]
    with pytest.raises(Exception, match="UNIQUE"):
        library.add(record(), farm, version=2)


def test_that_a_closed_library_takes_no_edit(path: Path) -> None:
    library = Library.open(path, conditions())
    dossier = library.add(record())
    library.close()

    with pytest.raises(RuntimeError, match="closed"):
        library.writer.keep_text(dossier, COWS, MILK, "1")


def test_that_an_unknown_dossier_is_said(library: Library, news: News) -> None:
    library.writer.undo(77)
    library.writer.save_headline(Headline(77, "1", "f", 0))
    library.writer.bin_farm(77)
    settle(library)

    assert len(news.refused) == 3
    with pytest.raises(LookupError):
        library.dossier(77)
