"""A quick dossier from its first answer on: pages, herds that come and go, its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.widgets.answer_link import AnswerLink
from diagnostics.questionnaire.quick import QUICK_PAGES
from diagnostics.questionnaire.quick_farm import opened_farm
from tests.desk import AREA, COWS, DEPARTMENT, GRASSLAND, MILK, SYSTEM, Desk, PageRobot, child, said

SOLD = "DAIRY:live_weight_sold"
FIRST = {
    SYSTEM: "Dairy, lowland, maize",
    DEPARTMENT: "Ille-et-Vilaine",
    COWS: "62",
    MILK: "465000",
    AREA: "81",
    GRASSLAND: "20",
}


@pytest.fixture
def visit(desk: Desk) -> PageRobot:
    """A dossier that was just begun, open on its first page."""
    return desk.open_new(opened_farm("New farm", 2025))


def first_number(page: PageRobot) -> None:
    """Give the six answers."""
    for key, text in FIRST.items():
        page.type(key, text)
    page.settled()


def test_that_six_answers_give_the_first_number_of_a_new_farm(visit: PageRobot) -> None:
    assert visit.headline() == "—"
    assert "“Farm system” is not entered" in visit.panel()

    first_number(visit)

    assert visit.headline() != "—"
    assert visit.value(COWS) == 62


def test_that_each_page_has_its_step_and_its_questions(visit: PageRobot) -> None:
    first_number(visit)
    for page in QUICK_PAGES:
        visit.desk.go_to_step(page.key)
        assert visit.desk.view.here == page.key
        assert page.title in said(visit.desk.questions.by_key[page.key])
    assert len(visit.desk.questions.asked) == 29


def test_that_alt_and_a_digit_go_to_a_step(visit: PageRobot) -> None:
    visit.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert visit.desk.view.here == "feed"

    visit.press(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert visit.desk.view.here not in {page.key for page in QUICK_PAGES}


def test_that_enter_walks_through_all_answers_of_the_first_page(visit: PageRobot) -> None:
    visit.type(SYSTEM, FIRST[SYSTEM])
    visit.settled()
    visit.type(DEPARTMENT, FIRST[DEPARTMENT])
    assert visit.line(COWS).hasFocus()

    for key in (COWS, MILK, AREA):
        QTest.keyClicks(visit.line(key), FIRST[key])
        visit.press_return()
    assert visit.line(GRASSLAND).hasFocus()


def test_that_a_second_herd_comes_with_the_system_and_goes_with_undo(visit: PageRobot) -> None:
    first_number(visit)
    visit.type(SYSTEM, "Dairy and suckler")
    visit.settled()
    assert visit.value(COWS) == 62
    assert visit.number("BEEF_SUCKLER/SC:head_years").isVisible()

    visit.undo()
    visit.settled()
    assert not visit.document.record.of("Workshop")[1:]
    assert visit.value(SYSTEM) == "lowland_maize"


def test_that_another_herd_takes_its_answers_along_and_undo_brings_them_back(
    visit: PageRobot,
) -> None:
    first_number(visit)
    visit.type(SYSTEM, "Beef finisher")
    visit.settled()
    assert [row.key for row in visit.document.record.of("Workshop")] == ["BEEF_FATTEN"]

    visit.undo()
    visit.settled()
    assert visit.value(MILK) == 465_000 * 1.03
    assert visit.headline() != "—"


def test_that_labels_name_the_herd_where_there_are_two(visit: PageRobot) -> None:
    visit.type(SYSTEM, "Dairy and suckler")
    visit.settled()
    shown = said(visit.desk.questions.first)

    assert "Cows, average number (Dairy enterprise)" in shown
    assert "Cows, average number (Suckler enterprise)" in shown


def test_that_selling_crops_opens_a_question_and_closes_it(visit: PageRobot) -> None:
    first_number(visit)
    visit.desk.go_to_step("crops")
    field = visit.choice("enterprise:sells_crops")
    assert field.cards is not None
    field.cards.cards[0].click()
    visit.settled()
    assert "Share of the crops sold" in said(visit.desk.questions.by_key["crops"])

    visit.undo()
    visit.settled()
    assert "Share of the crops sold" not in said(visit.desk.questions.by_key["crops"])
    assert field.cards.cards[1].isChecked()


def test_that_another_country_asks_for_another_place(visit: PageRobot) -> None:
    visit.type(":country", "Spain")
    visit.settled()
    shown = said(visit.desk.questions.first)

    assert "Region" in shown
    assert "Department" not in shown


def test_that_the_name_is_kept_key_by_key_and_is_one_step(visit: PageRobot) -> None:
    visit.type("farm_name", "GAEC <b>É & Ç</b>", end=None)
    visit.settled()
    assert "GAEC <b>É & Ç</b>" in visit.program.window.windowTitle()

    visit.undo()
    visit.settled()
    assert visit.document.name == "New farm"


@pytest.mark.parametrize("text", ["", "   ", "x" * 201])
def test_that_a_name_that_is_none_leaves_the_former_one(visit: PageRobot, text: str) -> None:
    visit.type("farm_name", "Les Chênes")
    visit.clear("farm_name")
    visit.type("farm_name", text)

    assert visit.document.name == ("Les Chênes" if len(text) < 200 else "x" * 200)


@pytest.mark.parametrize("text", ["", "20", "1989", "2101", "deux mille", "2025.5", "٢٠٢٥x"])
def test_that_a_year_that_is_none_says_so_and_leaves_the_former_one(
    visit: PageRobot, text: str
) -> None:
    visit.type("year", "7", end=None)
    QTest.keyClick(visit.line("year"), Qt.Key.Key_Backspace)
    visit.type("year", text, end=None)

    assert visit.document.year == 2025
    assert "A year from 1990 to 2100." in said(visit.desk.questions.first)


def test_that_the_year_stands_in_the_title_and_on_the_page(visit: PageRobot) -> None:
    first_number(visit)
    visit.type("year", "2023")
    visit.settled()

    assert "2023" in visit.program.window.windowTitle()
    assert "Diagnosis 2023" in said(visit.desk.questions.first)
    visit.desk.go_to_step("results")
    assert "Results 2023" in said(visit.desk.results)
    visit.desk.go_to_step("report")
    assert "_2023.pdf" in said(visit.desk.report)


def links(page: PageRobot) -> list[str]:
    """The questions that the panel links to."""
    found = page.desk.view.live.findChildren(AnswerLink)
    return [one.objectName() for one in found if not one.isHidden()]


def test_that_the_panel_says_what_to_enter_next_and_goes_there(visit: PageRobot) -> None:
    first_number(visit)
    visit.bot.waitUntil(lambda: SOLD in links(visit), timeout=5_000)
    assert "±" in visit.panel()
    assert "Precision" in visit.panel()

    child(visit.desk.view.live, AnswerLink, SOLD).click()
    assert visit.desk.view.here == "herd"
    assert visit.line(SOLD).hasFocus()


def test_that_an_answer_given_is_no_longer_asked_for(visit: PageRobot) -> None:
    first_number(visit)
    visit.bot.waitUntil(lambda: SOLD in links(visit), timeout=5_000)
    visit.desk.go_to_step("herd")
    visit.type(SOLD, "9000")
    visit.settled()

    assert SOLD not in links(visit)
