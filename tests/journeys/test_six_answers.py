"""From the first start to the first number, with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.forms.number_model import State
from desktop.storage.facts import Reading
from diagnostics.entities import FarmEntity
from tests.desk import AREA, COWS, DEPARTMENT, GATE, GRASSLAND, MILK, SYSTEM, Desk, PageRobot, said

OTHER_FARM = {
    SYSTEM: FarmEntity.system.option("mountain_grass").label,
    DEPARTMENT: "Cantal",
    COWS: "55",
    MILK: "330000",
    AREA: "90",
    GRASSLAND: "35",
}


def with_crops_of_thirty_hectares(desk: Desk) -> PageRobot:
    """The open farm with every cover but the grassland given: there is one rest."""
    page = desk.open_page()
    page.document.commit(Reading("field/crops", "field_area", "30", 30.0))
    page.settled()
    return page


def test_that_the_first_start_offers_the_example_farm(desk: Desk) -> None:
    program = desk.start()
    shown = said(program.window.home)

    assert "GAEC des Chênes" in shown
    assert "Example farm" in shown
    assert "6 of 6 answers" in shown
    assert "kg CO₂e per litre" in shown


def test_that_six_answers_give_another_number_by_keyboard_alone(desk: Desk) -> None:
    page = desk.open_page()
    before = page.headline()
    for key in GATE:
        QTest.keyClicks(page.go_to(key), OTHER_FARM[key])
        assert QApplication.activeModalWidget() is None
        page.press(Qt.Key.Key_Return)
    page.settled()

    assert page.headline() != before
    assert page.value(SYSTEM) == "mountain_grass"
    assert page.value(DEPARTMENT) == "15"
    assert page.value(MILK) == 330_000 * 1.03
    assert "since opening" in page.panel()


def test_that_enter_goes_from_one_question_to_the_next(desk: Desk) -> None:
    page = desk.open_page()
    page.go_to(COWS)
    page.press(Qt.Key.Key_Return)
    assert page.line(MILK).hasFocus()

    page.press(Qt.Key.Key_Tab)
    assert page.line(AREA).hasFocus()


def test_that_milk_per_cow_is_shown_beside_the_milk(desk: Desk) -> None:
    page = desk.open_page()
    assert "≈ 7,770\u00a0L per cow" in said(page.number(MILK))

    page.type(COWS, "100")
    page.settled()
    assert "≈ 6,210\u00a0L per cow" in said(page.number(MILK))


def test_that_gross_storage_and_net_are_never_apart(desk: Desk) -> None:
    shown = desk.open_page().panel()

    assert all(word in shown for word in ("Gross", "Carbon storage", "Net"))


def test_that_the_range_follows_after_a_pause(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "70")
    page.bot.waitUntil(lambda: "between" in page.panel(), timeout=5_000)

    assert "9 chances in 10" in said(page.desk.questions.first)


def test_that_milk_not_given_is_no_milk_of_zero_litres(desk: Desk) -> None:
    page = desk.open_page()
    page.clear(MILK)
    page.settled()

    assert page.headline() == "—"
    assert "“Milk sold over the year” is not entered" in page.panel()
    assert page.value(MILK) is None


def test_that_grassland_not_given_takes_the_rest_in_italic_with_its_origin(desk: Desk) -> None:
    page = with_crops_of_thirty_hectares(desk)
    page.clear(GRASSLAND)
    page.settled()
    field = page.number(GRASSLAND)

    assert field.state is State.REFERENCE
    assert field.box.standing_in == "30"
    assert "Reference value · " in said(field)
    assert "Area left for crops" in said(field)
    assert page.headline() != "—"


def test_that_the_reference_follows_the_other_answers(desk: Desk) -> None:
    page = with_crops_of_thirty_hectares(desk)
    page.clear(GRASSLAND)
    page.type(AREA, "95")
    page.settled()

    assert page.number(GRASSLAND).box.standing_in == "40"


def test_that_f4_takes_the_reference_as_the_farms_own(desk: Desk) -> None:
    page = with_crops_of_thirty_hectares(desk)
    page.clear(GRASSLAND)
    page.settled()
    page.go_to(GRASSLAND)
    page.press(Qt.Key.Key_F4)
    page.settled()

    assert page.value(GRASSLAND) == 30
    assert page.number(GRASSLAND).state is State.TYPED
