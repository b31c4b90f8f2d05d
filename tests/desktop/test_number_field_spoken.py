"""A number field is named, described and heard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.forms.number_model import NumberContents
from tests.desktop.looks import heard, make_look
from tests.desktop.number_fields import CONCENTRATE, MILK, WEIGHT, Page, page_of, press


def said(page: Page, what: QAccessible.Text) -> str:
    """Give what a screen reader is told about the box."""
    interface = QAccessible.queryAccessibleInterface(page.field.box)
    return interface.text(what)


def test_that_the_name_is_the_label_and_the_unit(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK)
    assert said(page, QAccessible.Text.Name) == "Milk delivered, L"

    page.field.extras.unit_chosen.emit("m3")
    assert said(page, QAccessible.Text.Name) == "Milk delivered, m³"


def test_that_the_label_leads_to_the_box(qtbot: QtBot) -> None:
    page = page_of(qtbot)

    assert page.field.label_row.label.buddy() is page.field.box
    assert page.field.focusProxy() is page.field.box


def test_that_the_description_tells_the_state_and_the_message(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("2600", 2600))
    told = said(page, QAccessible.Text.Description)

    assert told.startswith("unusual. Rare, not impossible. Usual: 700 to")


def test_that_a_reference_value_is_told_with_its_origin(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT)
    told = said(page, QAccessible.Text.Description)

    assert told == "reference value used: 680. Reference value · Holstein, 2024"


def test_that_a_question_is_spoken_once_and_not_at_each_key(qtbot: QtBot) -> None:
    look = make_look()
    page = page_of(qtbot, look=look)
    QTest.keyClicks(page.field.box, "2600")
    assert heard(look) == []
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)

    assert len(heard(look)) == 1
    assert heard(look)[0].startswith("Concentrates per cow: Rare, not impossible.")


def test_that_a_settled_question_is_spoken(qtbot: QtBot) -> None:
    look = make_look()
    page = page_of(qtbot, CONCENTRATE, NumberContents("2600", 2600), look)
    press(page, "It is right")

    assert heard(look) == ["Concentrates per cow: looked at"]


def test_that_a_plain_answer_is_not_spoken(qtbot: QtBot) -> None:
    look = make_look()
    page = page_of(qtbot, look=look)
    QTest.keyClicks(page.field.box, "1250")
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)

    assert heard(look) == []


def test_that_the_button_beside_the_label_names_the_question(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    with qtbot.waitSignal(page.field.why_asked):
        page.field.label_row.info.click()

    assert page.field.label_row.info.accessibleName() == "Why: Concentrates per cow"
