"""The check page: what to look at, the way there and back, reference values taken as one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.widgets.buttons import PaintedButton
from desktop.widgets.issue_card import IssueCard
from desktop.widgets.stand_in_row import StandInRow
from desktop.widgets.status import Progress
from diagnostics.questionnaire.enterprises import with_system
from diagnostics.questionnaire.quick_farm import opened_farm
from diagnostics.record import Entry
from tests.desk import COWS, GRASSLAND, MILK, Desk, PageRobot, said

GRAZING = "DAIRY:grazing_days"


@pytest.fixture
def page(desk: Desk) -> PageRobot:
    """A dairy farm with its first answers, on the check page."""
    begun = with_system(opened_farm("Les Chênes", 2025), "lowland_maize").record
    for row, name, value in (
        ("", "system", "lowland_maize"),
        ("", "department", "35"),
        ("DAIRY/DC", "head_years", 62.0),
        ("DAIRY", "milk_delivered", 478_950.0),
        ("", "agricultural_area", 81.0),
        ("field/permanent_grassland", "field_area", 20.0),
    ):
        begun = begun.but(row, name, Entry(value))
    robot = desk.open_new(begun)
    robot.desk.go_to_step("check")
    robot.bot.waitUntil(lambda: "±" in robot.panel(), timeout=5_000)
    return robot


def checks(page: PageRobot) -> str:
    """Everything the check page says."""
    return said(page.desk.checking.page)


def rows(page: PageRobot) -> list[StandInRow]:
    """The reference values listed on the page."""
    return [row for row in page.desk.checking.page.findChildren(StandInRow) if row.isVisible()]


def cards(page: PageRobot) -> list[IssueCard]:
    """The points listed on the page; those that go are hidden first."""
    found = page.desk.checking.page.findChildren(IssueCard)
    return [card for card in found if card.isVisible()]


def press(row: StandInRow | IssueCard, act: str) -> None:
    """Press a button of a row."""
    button = row.findChild(PaintedButton, act)
    assert button is not None
    button.click()


def test_that_a_sound_dossier_says_so_and_lists_its_reference_values(page: PageRobot) -> None:
    assert "Nothing unusual: the result can be used" in checks(page)
    assert len(rows(page)) == 22
    assert "how far the result may move" in checks(page)


def test_that_the_reference_value_that_moves_most_comes_first(page: PageRobot) -> None:
    first = said(rows(page)[0])

    assert page.desk.view.live is not None
    assert "±" in first
    assert first.startswith(("Live weight sold", "Manure of the housed cows"))


def test_that_accepting_makes_it_an_answer_and_undo_takes_it_back(page: PageRobot) -> None:
    before = len(rows(page))
    row = next(one for one in rows(page) if said(one).startswith("Grazing days"))
    press(row, "accept")
    page.settled()
    assert page.value(GRAZING) is not None
    page.bot.waitUntil(lambda: len(rows(page)) == before - 1, timeout=5_000)

    page.undo()
    page.settled()
    assert page.value(GRAZING) is None
    page.bot.waitUntil(lambda: len(rows(page)) == before, timeout=5_000)


def test_that_entering_goes_to_the_question(page: PageRobot) -> None:
    row = next(one for one in rows(page) if said(one).startswith("Grazing days"))
    press(row, "go")

    assert page.desk.view.here == "grassland"
    assert page.desk.questions.here("grassland") == GRAZING


def test_that_impossible_and_rare_values_are_listed_with_the_words_of_their_field(
    page: PageRobot,
) -> None:
    page.type(GRAZING, "380")
    page.type("DAIRY:age_at_first_calving", "41")
    page.settled()
    page.desk.go_to_step("check")

    page.bot.waitUntil(lambda: len(cards(page)) == 2, timeout=5_000)
    assert "2 points to look at, the result can be used already" in checks(page)
    assert "Only values from" in said(cards(page)[0])
    assert page.desk.checking.status.progress is Progress.TO_CHECK


def test_that_a_point_that_was_put_right_goes(page: PageRobot) -> None:
    page.type(GRAZING, "380")
    page.settled()
    page.desk.go_to_step("check")
    press(cards(page)[0], "go")
    page.type(GRAZING, "200")
    page.settled()
    page.desk.go_to_step("check")

    assert not cards(page)


def test_that_areas_that_do_not_add_up_are_told_with_both_numbers(page: PageRobot) -> None:
    page.type(GRASSLAND, "100")
    page.settled()
    page.desk.go_to_step("check")

    page.bot.waitUntil(lambda: "the farmed area is 81 ha" in checks(page), timeout=5_000)
    assert "100" in checks(page)


def test_that_f8_goes_from_point_to_point_from_anywhere(page: PageRobot) -> None:
    page.type(GRAZING, "380")
    page.type(COWS, "31x")
    page.settled()
    page.desk.go_to_step("results")

    seen = []
    for _ in range(2):
        page.press(Qt.Key.Key_F8)
        QTest.qWait(5)
        seen.append(page.desk.place.partition("/")[2])
    page.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert set(seen) == {COWS, GRAZING}
    assert page.desk.place.endswith(seen[0])


def test_that_f8_without_a_point_says_so(page: PageRobot) -> None:
    page.press(Qt.Key.Key_F8)

    assert page.desk.view.here == "check"
    assert "Nothing to look at." in said(page.desk.view.bottom)


def test_that_the_check_waits_for_the_first_answers(page: PageRobot) -> None:
    page.clear(MILK)
    page.type(COWS, "0")
    page.clear(COWS)
    page.settled()
    page.desk.go_to_step("check")

    assert "The first answers are still missing" in checks(page)
    assert page.desk.checking.status.progress is Progress.UNTOUCHED
