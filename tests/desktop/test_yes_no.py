"""A gate question is answered by yes or no, with one hand on the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.number_model import State
from desktop.forms.yes_no import YesNo, YesNoModel
from tests.desktop.looks import make_look, put_on_screen

Key = Qt.Key
FINISH = YesNoModel("finishes", "Do you finish calves?", help="Own or bought calves.")
SELLS = YesNoModel("sells", "Do you sell crops?", reference=False)


@dataclass
class Page:
    """Two questions and what the first one told."""

    window: QWidget
    first: YesNo
    second: YesNo
    chosen: list[bool] = field(default_factory=list)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """Both questions open, the focus in the first."""
    look, window = make_look(), QWidget()
    page = Page(window, YesNo(FINISH, look), YesNo(SELLS, look))
    column = QVBoxLayout(window)
    column.addWidget(page.first)
    column.addWidget(page.second)
    page.first.chosen.connect(page.chosen.append)
    put_on_screen(qtbot, window, 600)
    page.first.setFocus()
    return page


def test_that_an_open_question_has_no_answer(page: Page) -> None:
    assert (page.first.answer, page.first.state) == (None, State.EMPTY)
    assert not page.first.yes.isChecked()
    assert not page.first.no.isChecked()


def test_that_arrows_move_and_only_space_answers(page: Page) -> None:
    QTest.keyClick(page.first.yes, Key.Key_Right)
    assert (page.first.no.hasFocus(), page.chosen) == (True, [])
    QTest.keyClick(page.first.no, Key.Key_Space)
    QTest.keyClick(page.first.no, Key.Key_Space)

    assert page.chosen == [False]


def test_that_enter_answers_and_goes_on(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.first.left):
        QTest.keyClick(page.first.yes, Key.Key_Return)

    assert page.chosen == [True]
    assert page.second.isAncestorOf(QApplication.focusWidget())


def test_that_tab_stops_once(page: Page) -> None:
    page.first.show_answer(False)
    page.first.setFocus()
    assert page.first.no.hasFocus()
    QTest.keyClick(page.first.no, Key.Key_Tab)

    assert page.second.isAncestorOf(QApplication.focusWidget())


def test_that_the_reference_stands_in_without_being_an_answer(page: Page, qtbot: QtBot) -> None:
    assert (page.second.state, page.second.no.isChecked()) == (State.REFERENCE, False)
    with qtbot.waitSignal(page.second.chosen) as taken:
        QTest.keyClick(page.second.yes, Key.Key_F4)

    assert taken.args == [False]


def test_that_delete_takes_the_answer_back(page: Page, qtbot: QtBot) -> None:
    page.first.show_answer(True)
    with qtbot.waitSignal(page.first.cleared):
        QTest.keyClick(page.first.yes, Key.Key_Delete)
    with qtbot.assertNotEmitted(page.first.cleared):
        QTest.keyClick(page.first.yes, Key.Key_Delete)

    assert page.first.answer is None


def test_that_keys_ask_why_and_for_a_note(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.first.why_asked, page.first.note_asked]):
        QTest.keyClick(page.first.yes, Key.Key_F1)
        QTest.keyClick(page.first.yes, Key.Key_F2)


def test_that_yes_is_heard_as_a_radio_button_of_its_question(page: Page) -> None:
    page.first.show_answer(True)
    yes = QAccessible.queryAccessibleInterface(page.first.yes)

    assert (yes.role(), yes.state().checked) == (QAccessible.Role.RadioButton, 1)
    assert yes.text(QAccessible.Text.Name) == "Yes"
    assert yes.text(QAccessible.Text.Description) == "Do you finish calves?"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_yes_and_no_are_large_enough_to_hit(scale: float, qtbot: QtBot) -> None:
    question = YesNo(FINISH, make_look(scale=scale))

    assert question.no.sizeHint().height() >= 36 * scale
