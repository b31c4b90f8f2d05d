"""A note beside an answer: opened with F2, kept key by key, undone like everything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.forms.note_box import LONGEST, NoteLines
from desktop.forms.noted_frame import NotedFrame
from desktop.presenting.examples import example_record
from desktop.presenting.steps import step_words
from desktop.widgets.buttons import IconButton
from desktop.words import load_words
from tests.desk import COWS, SYSTEM, Desk, PageRobot, child, type_signs

Key = Qt.Key
SUBJECT, FIELD = COWS.split(":")
HOSTILE = '<b>GAEC</b> & Ç\n=HYPERLINK("x")\n\u202eevil\u202c نص 🐄\x00\x1b%s {name}'


@pytest.fixture
def page(desk: Desk) -> PageRobot:
    """A lowland dairy farm with all its answers."""
    return desk.open_new(example_record("typical/d1.json"))


def open_note(page: PageRobot, key: str = COWS) -> NoteLines:
    """Press F2 in a field."""
    page.go_to(key)
    page.press(Key.Key_F2)
    lines = QApplication.focusWidget()
    assert isinstance(lines, NoteLines)
    return lines


def note(page: PageRobot) -> str:
    """The note as the dossier has it."""
    return page.document.answer(SUBJECT, FIELD).note


def pencil(page: PageRobot, key: str = COWS) -> IconButton:
    """The pencil beside the label of a field."""
    return child(page.desk, NotedFrame, key).label_row.pencil


def paste(lines: NoteLines, text: str) -> None:
    """Put a text on the clipboard and paste it."""
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(lines, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_that_f2_opens_a_note_and_escape_keeps_it(page: PageRobot) -> None:
    type_signs(open_note(page), "Two cows sold in March")
    page.press(Key.Key_Escape)

    assert page.line(COWS).hasFocus()
    assert note(page) == "Two cows sold in March"
    assert QApplication.activeModalWidget() is None


def test_that_a_crash_while_typing_loses_no_word(page: PageRobot, desk: Desk) -> None:
    type_signs(open_note(page), "Drought from June")
    page.settled()
    again = desk.crash()

    assert note(again) == "Drought from June"
    assert pencil(again).isVisible()


def test_that_a_note_is_one_step_apart_from_its_answer(page: PageRobot) -> None:
    page.type(COWS, "61", end=None)
    type_signs(open_note(page), "counted twice")
    page.settled()
    page.undo()
    page.settled()
    assert (note(page), page.value(COWS)) == ("", 61)

    page.undo()
    page.settled()
    assert page.value(COWS) == 62


def test_that_an_undo_is_seen_in_the_open_note_and_named(page: PageRobot) -> None:
    lines = open_note(page)
    type_signs(lines, "one")
    page.settled()
    with page.bot.waitSignal(page.document.step_taken) as step:
        page.undo()

    assert lines.toPlainText() == ""
    told = step_words(step.args[0], page.desk.questions.asked, load_words("en"))
    assert told == "Note: Cows, average number"


def test_that_a_note_changes_no_figure(page: PageRobot) -> None:
    page.settled()
    before = page.headline()
    with page.bot.assertNotEmitted(page.document.record_changed):
        type_signs(open_note(page), "31")
        page.settled()

    assert page.headline() == before
    assert page.document.record.row(SUBJECT).entries[FIELD].note == "31"


def test_that_the_pencil_shows_where_a_note_is(page: PageRobot) -> None:
    page.go_to(":agricultural_area")
    assert not pencil(page).isVisible()

    type_signs(open_note(page), "Two <b>sold</b>")
    page.press(Key.Key_Escape)
    page.go_to(":agricultural_area")
    assert pencil(page).isVisible()
    assert pencil(page).accessibleDescription() == "Two <b>sold</b>"
    assert "&lt;b&gt;" in pencil(page).toolTip()
    assert "Note: Two <b>sold</b>" in page.line(COWS).accessibleDescription()


def test_that_the_pencil_opens_and_closes_with_the_mouse(page: PageRobot) -> None:
    page.go_to(COWS)
    QTest.mouseClick(pencil(page), Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.focusWidget(), NoteLines)

    QTest.mouseClick(pencil(page), Qt.MouseButton.LeftButton)
    assert page.line(COWS).hasFocus()


def test_that_tab_goes_from_the_answer_to_its_note_and_on(page: PageRobot) -> None:
    lines = open_note(page)
    page.press(Key.Key_Backtab)
    assert child(page.desk, NotedFrame, COWS).isAncestorOf(QApplication.focusWidget())

    lines.setFocus()
    page.press(Key.Key_Tab)
    assert page.line("DAIRY:milk_delivered").hasFocus()


def test_that_enter_in_the_answer_passes_its_note(page: PageRobot) -> None:
    open_note(page)
    page.line(COWS).setFocus()
    page.press_return()

    assert page.line("DAIRY:milk_delivered").hasFocus()


def test_that_a_choice_has_a_note_too(page: PageRobot) -> None:
    type_signs(open_note(page, SYSTEM), "since 2020")
    page.press(Key.Key_Escape)

    assert page.document.answer("", "system").note == "since 2020"
    assert page.line(SYSTEM).hasFocus()


def test_that_another_system_keeps_the_note(page: PageRobot) -> None:
    type_signs(open_note(page, SYSTEM), "since 2020")
    page.press(Key.Key_Escape)
    page.type(SYSTEM, "Dairy, upland and hill, maize")
    page.settled()

    assert page.document.answer("", "system").note == "since 2020"


@pytest.mark.parametrize("text", [HOSTILE, "x" * 10_000, "é\n" * 5_000, "🐄" * 9_000])
def test_that_any_pasted_text_comes_back_as_plain_text(
    page: PageRobot, desk: Desk, text: str
) -> None:
    paste(open_note(page), text)
    page.settled()
    again = desk.restart()

    kept = "".join(sign for sign in text if sign not in "\x00\x1b")
    assert note(again) == kept
    assert open_note(again).toPlainText() == kept


def test_that_a_note_without_end_is_cut_and_says_so(page: PageRobot) -> None:
    lines = open_note(page)
    paste(lines, "x" * (2 * LONGEST))
    page.settled()

    assert len(note(page)) == LONGEST
    field = child(page.desk, NotedFrame, COWS)
    assert field.note_box is not None
    assert field.note_box.help.startswith("A note has 20")


def test_that_an_emptied_note_leaves_nothing(page: PageRobot) -> None:
    lines = open_note(page)
    type_signs(lines, "a")
    QTest.keyClick(lines, Key.Key_Backspace)
    page.press(Key.Key_Escape)
    page.go_to(":agricultural_area")

    assert note(page) == ""
    assert not pencil(page).isVisible()
