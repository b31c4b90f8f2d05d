"""A reference value is taken with F4, given back with Del, and both are undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.forms.number_model import State
from desktop.presenting.examples import example_record
from tests.desk import MILK, SYSTEM, Desk, PageRobot

Key = Qt.Key
SOLD, COUNTRY = "DAIRY:live_weight_sold", ":country"


@pytest.fixture
def page(desk: Desk) -> PageRobot:
    """A lowland dairy farm with all its answers, figures shown."""
    page = desk.open_new(example_record("typical/d1.json"))
    page.settled()
    return page


def press_in(page: PageRobot, key: str, stroke: Qt.Key) -> None:
    """Press a key in the line of an answer."""
    QTest.keyClick(page.go_to(key), stroke)
    page.settled()


def show_herd(page: PageRobot) -> None:
    """Go to the questions about the herd."""
    page.desk.go_to_step("herd")
    page.settled()


def test_that_f4_makes_a_reference_value_the_farm_s_own(page: PageRobot) -> None:
    show_herd(page)
    assert page.number(SOLD).state is State.REFERENCE
    press_in(page, SOLD, Key.Key_F4)
    assert page.value(SOLD) == 14_760

    page.undo()
    page.settled()
    assert page.value(SOLD) is None
    assert page.number(SOLD).state is State.REFERENCE


def test_that_delete_gives_an_answer_back_to_the_reference(page: PageRobot) -> None:
    show_herd(page)
    page.type(SOLD, "12000")
    page.settled()
    press_in(page, SOLD, Key.Key_Delete)
    assert (page.value(SOLD), page.number(SOLD).state) == (None, State.REFERENCE)

    page.undo()
    page.settled()
    assert page.value(SOLD) == 12_000


def test_that_delete_without_a_reference_is_unknown_and_not_zero(page: PageRobot) -> None:
    press_in(page, MILK, Key.Key_Delete)

    assert page.value(MILK) is None
    assert page.line(MILK).text() == ""
    assert page.number(MILK).state is State.EMPTY


def test_that_a_choice_is_taken_given_back_and_undone(page: PageRobot) -> None:
    press_in(page, COUNTRY, Key.Key_F4)
    assert page.value(COUNTRY) == "FR"
    page.go_to(MILK)
    press_in(page, COUNTRY, Key.Key_Delete)
    assert (page.value(COUNTRY), page.choice(COUNTRY).state) == (None, State.REFERENCE)

    page.undo()
    page.settled()
    assert (page.value(COUNTRY), page.choice(COUNTRY).state) == ("FR", State.TYPED)


def test_that_a_system_given_back_brings_no_accident(page: PageRobot) -> None:
    before = page.value(SYSTEM)
    press_in(page, SYSTEM, Key.Key_Delete)
    page.undo()
    page.settled()

    assert page.value(SYSTEM) == before


def test_that_a_choice_says_what_its_reference_follows_from(page: PageRobot) -> None:
    page.desk.go_to_step("manure")
    page.settled()
    manure = page.choice("DAIRY:main_manure")
    manure.return_focus()
    page.press(Key.Key_Delete)
    page.settled()

    assert manure.state is State.REFERENCE
    assert manure.hint_row.shown == "Reference value · Enterprise, Farm system"
