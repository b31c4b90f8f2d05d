"""What the keys, the wheel and silence do in a number field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.number_model import NumberContents, NumberFieldModel, State
from tests.desktop.number_fields import CONCENTRATE, SOON, WEIGHT, page_of

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
KEPT = NumberContents("1250", 1250)


def test_that_every_sign_is_accepted_and_told_at_once(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    QTest.keyClicks(page.field.box, "31x*;,")

    assert page.text == "31x*;,"
    assert page.texts == ["3", "31", "31x", "31x*", "31x*;", "31x*;,"]


def test_that_silence_lets_the_value_take_effect(qtbot: QtBot) -> None:
    page = page_of(qtbot, silence=SOON)
    QTest.keyClicks(page.field.box, "1250")
    qtbot.waitUntil(lambda: len(page.answers) == 1)

    assert (page.answers[0].value, page.text) == (1250, "1250")


def test_that_nothing_takes_effect_before_the_silence(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    QTest.keyClicks(page.field.box, "1250")

    assert page.answers == []
    page.field.settle()
    assert [answer.value for answer in page.answers] == [1250]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Tab])
def test_that_enter_and_tab_answer_and_go_on(key: Qt.Key, qtbot: QtBot) -> None:
    page = page_of(qtbot)
    QTest.keyClicks(page.field.box, "1250")
    with qtbot.waitSignal(page.field.left):
        QTest.keyClick(page.field.box, key)

    assert page.after.box.hasFocus()
    assert (page.answers[0].value, page.text) == (1250, "1\u202f250")


def test_that_shift_and_tab_go_back(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    page.after.box.setFocus()
    QTest.keyClick(page.after.box, Key.Key_Backtab)

    assert page.field.box.hasFocus()


def test_that_escape_returns_to_the_text_that_counts(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=KEPT)
    QTest.keyClicks(page.field.box, "99")
    QTest.keyClick(page.field.box, Key.Key_Escape)

    assert (page.text, page.texts[-1], page.answers) == ("1250", "1250", [])


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down])
def test_that_the_arrow_keys_change_nothing(key: Qt.Key, qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=KEPT)
    QTest.keyClick(page.field.box, key)

    assert (page.text, page.texts) == ("1\u202f250", [])


@pytest.mark.parametrize(
    ("key", "expected"), [(Key.Key_Up, "1\u202f251"), (Key.Key_Down, "1\u202f249")]
)
def test_that_control_and_an_arrow_go_one_step(key: Qt.Key, expected: str, qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=KEPT, silence=SOON)
    QTest.keyClick(page.field.box, key, CONTROL)

    assert page.text == expected
    qtbot.waitUntil(lambda: len(page.answers) == 1)


def test_that_a_step_starts_from_the_reference_value(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT)
    QTest.keyClick(page.field.box, Key.Key_Up, CONTROL)

    assert page.text == "681"


def test_that_a_step_leaves_an_unreadable_text_alone(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("31x"))
    QTest.keyClick(page.field.box, Key.Key_Up, CONTROL)

    assert page.text == "31x"


def test_that_the_wheel_is_left_to_the_page(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=KEPT)
    middle = QPointF(page.field.box.rect().center())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    down, phase = QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(middle, middle, QPoint(), down, buttons, keys, phase, False)
    QApplication.sendEvent(page.field.box, wheel)

    assert (wheel.isAccepted(), page.text) == (False, "1\u202f250")


def test_that_f1_and_f2_ask_for_the_reason_and_for_a_note(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    with qtbot.waitSignals([page.field.why_asked, page.field.note_asked]):
        QTest.keyClick(page.field.box, Key.Key_F1)
        QTest.keyClick(page.field.box, Key.Key_F2)

    assert page.texts == []


def test_that_f4_takes_the_reference_value_as_the_answer(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT)
    QTest.keyClick(page.field.box, Key.Key_F4)

    assert (page.text, page.answers[0].value, page.field.state) == ("680", 680, State.TYPED)


def test_that_f4_does_nothing_without_a_reference_value(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=KEPT)
    QTest.keyClick(page.field.box, Key.Key_F4)

    assert (page.text, page.answers) == ("1\u202f250", [])


def test_that_delete_goes_back_to_the_reference_value(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT, NumberContents("700", 700))
    QTest.keyClick(page.field.box, Key.Key_Delete)

    assert (page.text, page.answers[0].value) == ("", None)
    assert (page.field.state, page.field.box.standing_in) == (State.REFERENCE, "680")


def test_that_delete_inside_a_text_takes_away_one_sign(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT, NumberContents("700", 700))
    page.field.box.setCursorPosition(0)
    QTest.keyClick(page.field.box, Key.Key_Delete)

    assert (page.text, page.answers) == ("00", [])


def test_that_copying_gives_the_plain_number(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("465000", 465000))
    QTest.keyClick(page.field.box, Key.Key_C, CONTROL)

    assert (page.text, QGuiApplication.clipboard().text()) == ("465\u202f000", "465000")


def test_that_undo_is_left_to_the_whole_application(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    QTest.keyClicks(page.field.box, "12")
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CONTROL)
    override.ignore()
    QApplication.sendEvent(page.field.box, override)
    QTest.keyClick(page.field.box, Key.Key_Z, CONTROL)

    assert (override.isAccepted(), page.text) == (False, "12")


def test_that_a_read_only_value_withstands_all_keys(qtbot: QtBot) -> None:
    model = NumberFieldModel("rest", "The rest", read_only=True, reference=WEIGHT.reference)
    page = page_of(qtbot, model, NumberContents("35", 35))
    QTest.keyClicks(page.field.box, "7")
    for key in (Key.Key_F4, Key.Key_Delete):
        QTest.keyClick(page.field.box, key)
    QTest.keyClick(page.field.box, Key.Key_Up, CONTROL)

    assert (page.text, page.texts, page.answers) == ("35", [], [])


@pytest.mark.parametrize("text", ["=1/0", "9" * 500, "\u202e12", "نص", "--5", "1e999", "nan", "🐄"])
def test_that_hostile_text_opens_no_dialog_and_is_kept(text: str, qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=KEPT)
    page.field.box.insert(text)
    page.field.box.textEdited.emit(page.field.box.text())
    QTest.keyClick(page.field.box, Key.Key_Return)

    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert (page.text, page.answers[0].value) == (page.texts[-1], 1250)


def test_that_the_focus_selects_everything(qtbot: QtBot) -> None:
    page = page_of(qtbot, CONCENTRATE, KEPT)
    QTest.keyClicks(page.field.box, "7")

    assert page.text == "7"
