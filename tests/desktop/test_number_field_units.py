"""A change of unit changes the shown number, never the value."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.forms.number_model import FieldUnit, NumberContents, NumberFieldModel
from tests.desktop.number_fields import CONCENTRATE, MILK, Page, page_of

THIN = "\u202f"
SHARE = NumberFieldModel("share", "Share in milk", units=(FieldUnit("%", 0.01),), possible=(0, 1))


def choose_unit(page: Page, code: str) -> None:
    """Choose a unit in the menu."""
    page.field.extras.unit_chosen.emit(code)


def enter(page: Page, text: str) -> None:
    """Type a text and leave the field."""
    QTest.keyClicks(page.field.box, text)
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)


def test_that_another_unit_keeps_the_value(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK, NumberContents("465000", 465_000))
    choose_unit(page, "m3")

    assert (page.text, page.field.unit.code, page.answers) == ("465", "m3", [])
    page.field.box.left.emit()
    assert (page.text, page.answers) == ("465", [])


def test_that_a_field_begins_in_the_unit_one_likes(qtbot: QtBot) -> None:
    page = page_of(qtbot, replace(MILK, preferred="m3"))
    enter(page, "470")

    assert (page.answers[-1].value, page.answers[-1].text) == (470_000, "470 m3")


def test_that_a_kept_number_without_a_unit_is_in_the_first_one(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK, NumberContents("465 m3", 465_000))
    page.field.show_contents(NumberContents("470000", 470_000))

    assert (page.text.replace(THIN, ""), page.field.unit.code) == ("470000", "L")
    page.after.box.setFocus()
    assert page.text == f"470{THIN}000"


def test_that_a_number_is_meant_in_the_unit_shown(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK)
    choose_unit(page, "m3")
    enter(page, "470")

    assert (page.answers[-1].value, page.answers[-1].text) == (470_000, "470 m3")


def test_that_a_kept_text_says_its_unit_after_a_restart(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK, NumberContents("465 m3", 465_000))

    assert (page.text, page.field.unit.code) == ("465", "m3")


def test_that_a_unit_typed_after_the_number_is_taken_up(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK)
    enter(page, "465 m3")

    assert (page.answers[0].value, page.field.unit.code, page.text) == (465_000, "m3", "465")


def test_that_a_unit_outside_the_menu_is_converted(qtbot: QtBot) -> None:
    page = page_of(qtbot, CONCENTRATE)
    QTest.keyClicks(page.field.box, "1,2 t")
    assert page.beside == f"1{THIN}200\u00a0kg"
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)

    assert (page.answers[0].value, page.text) == (1200, f"1{THIN}200")


def test_that_an_unknown_unit_is_named(qtbot: QtBot) -> None:
    page = page_of(qtbot, CONCENTRATE)
    enter(page, "12 bags")

    assert page.hint.startswith('The unit "bags" is not known here. Known: kg')
    assert page.answers[0].value is None


def test_that_an_unreadable_text_survives_a_change_of_unit(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK, NumberContents("31x", 300_000))
    choose_unit(page, "m3")

    assert (page.text, page.answers[-1].value) == ("31x", 300_000)


@pytest.mark.parametrize(("text", "value"), [("35", 0.35), ("35 %", 0.35), ("0", 0.0)])
def test_that_a_percentage_is_stored_as_a_share(text: str, value: float, qtbot: QtBot) -> None:
    page = page_of(qtbot, SHARE)
    enter(page, text)

    assert page.answers[0].value == pytest.approx(value)


def test_that_alt_and_down_open_the_units(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK)
    QTest.keyClick(page.field.box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = page.field.extras.menu

    assert [action.text() for action in menu.actions()] == ["L", "m³"]
    assert menu.isVisible()
    menu.hide()


def test_that_the_usual_range_follows_the_unit(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK)
    choose_unit(page, "m3")
    enter(page, "900")

    assert page.hint == "Rare, not impossible. Usual: 300 to 620\u00a0m³"
