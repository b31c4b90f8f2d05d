"""Searching waits for a short silence; Escape empties the line, then leaves it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.forms.search_field import SILENCE, SearchField
from tests.desktop.looks import make_look, put_on_screen

Key = Qt.Key


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    """A line on the screen, the focus in it."""
    line = SearchField(make_look(), "Search", "A farm, a place", "Ctrl K", silence=20)
    put_on_screen(qtbot, line, 376)
    line.setFocus()
    return line


def searches_of(field: SearchField) -> list[str]:
    """What is searched for from now on."""
    sought: list[str] = []
    field.searched.connect(sought.append)
    return sought


def test_that_letters_typed_fast_are_one_search(field: SearchField, qtbot: QtBot) -> None:
    sought = searches_of(field)
    QTest.keyClicks(field, "chenes")
    assert sought == []

    qtbot.waitUntil(lambda: sought == ["chenes"])
    assert SILENCE == 100


def test_that_escape_shows_everything_again(field: SearchField, qtbot: QtBot) -> None:
    sought = searches_of(field)
    QTest.keyClicks(field, "x")
    qtbot.waitUntil(lambda: sought == ["x"])
    QTest.keyClick(field, Key.Key_Escape)

    assert (sought, field.text()) == (["x", ""], "")


def test_that_escape_in_an_empty_line_goes_to_the_page(field: SearchField) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    press.accept()
    field.keyPressEvent(press)

    assert not press.isAccepted()


def test_that_the_cross_is_there_only_to_clear(field: SearchField) -> None:
    assert field.cross.isHidden()
    field.insert("GAEC <b>É & Ç</b> 🐄")
    assert field.cross.isVisible()
    QTest.mouseClick(field.cross, Qt.MouseButton.LeftButton)

    assert (field.text(), field.cross.isHidden(), field.hasFocus()) == ("", True, True)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return])
def test_that_a_key_leads_to_what_was_found(field: SearchField, key: Qt.Key, qtbot: QtBot) -> None:
    sought = searches_of(field)
    QTest.keyClicks(field, "creuse")
    with qtbot.waitSignal(field.down):
        QTest.keyClick(field, key)

    assert sought == ["creuse"]


def test_that_undo_is_left_to_the_application(field: SearchField) -> None:
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undo.accept()
    QApplication.sendEvent(field, undo)

    assert not undo.isAccepted()


def test_that_the_line_is_named_for_the_screen_reader(field: SearchField) -> None:
    assert field.accessibleName() == "Search"
    assert field.cross.accessibleName() == "Clear the search"
    assert field.accessibleDescription() == "A farm, a place"
