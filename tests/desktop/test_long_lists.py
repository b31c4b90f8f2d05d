"""Histories and differences of thousands of lines: read, heard, walked, and fast."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Role
from desktop.widgets.difference_table import Difference, DifferenceTable
from desktop.widgets.history_list import HistoryLine, HistoryList
from desktop.widgets.look import Look
from desktop.widgets.wrapped import wrapped_height
from tests.desktop.looks import make_look, put_on_screen

COWS = HistoryLine("DAIRY/DC:head_years", "14:32", "Dairy cows", "65", "62")
UNDONE = HistoryLine("", "14:30", "Milk delivered", "460,000 L", "465,000 L", undone=True)
HOSTILE = HistoryLine("x", "14:29", "A" * 250, "", "GAEC <b>É & Ç</b> 🐄 " + "word " * 60)
MANY = 2000


def history(look: Look) -> HistoryList:
    """A list with a plain step, one taken back, and one with endless words."""
    steps = HistoryList(look)
    steps.show_lines((COWS, UNDONE, HOSTILE))
    return steps


def test_that_a_step_is_heard_as_a_sentence(qtbot: QtBot) -> None:
    steps = history(make_look())
    put_on_screen(qtbot, steps, 400)
    heard = QAccessible.queryAccessibleInterface(steps)

    assert heard.role() == QAccessible.Role.List
    assert heard.child(0).text(QAccessible.Text.Name) == "14:32, Dairy cows, from 65 to 62"
    undone = heard.child(1).text(QAccessible.Text.Name)
    assert undone == "14:30, Milk delivered, from 460,000 L to 465,000 L, undone"


def test_that_enter_goes_to_what_was_changed(qtbot: QtBot) -> None:
    steps = history(make_look())
    put_on_screen(qtbot, steps, 400)
    with qtbot.waitSignal(steps.wished) as wished:
        QTest.keyClick(steps, Qt.Key.Key_Return)
    assert wished.args == ["DAIRY/DC:head_years"]

    QTest.keyClick(steps, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(steps.wished):
        QTest.keyClick(steps, Qt.Key.Key_Return)


def test_that_an_empty_history_leads_nowhere(qtbot: QtBot) -> None:
    steps = HistoryList(make_look())
    steps.show_lines(())
    put_on_screen(qtbot, steps, 400)
    with qtbot.assertNotEmitted(steps.wished):
        QTest.keyClick(steps, Qt.Key.Key_Return)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_endless_words_wrap_instead_of_being_cut(scale: float, qtbot: QtBot) -> None:
    look = make_look(scale=scale)
    steps = history(look)
    put_on_screen(qtbot, steps, 420)
    heights = [steps.visualRect(steps.model().index(row, 0)).height() for row in range(3)]

    assert heights[0] < heights[1] < heights[2]
    one = look.theme.line_height(Role.LABEL)
    assert wrapped_height(look.theme, Role.LABEL, "A" * 250, 300.0) > 3 * one
    assert wrapped_height(look.theme, Role.LABEL, "", 0.0) == one


def test_that_thousands_of_steps_scroll_without_a_widget_each(qtbot: QtBot) -> None:
    steps = HistoryList(make_look())
    put_on_screen(qtbot, steps, 420)
    begin = perf_counter()
    steps.show_lines([HistoryLine(str(n), "14:32", f"Field {n}", "1", "2") for n in range(MANY)])
    laid_out = steps.visualRect(steps.model().index(MANY - 1, 0))
    ready = perf_counter() - begin
    bar, begin = steps.verticalScrollBar(), perf_counter()
    for place in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        bar.setValue(place)
        steps.viewport().repaint()
    each = (perf_counter() - begin) / 60
    print(f"{MANY} steps ready in {ready * 1e3:.0f} ms, {each * 1e3:.1f} ms for each frame")

    assert laid_out.height() > 0
    assert len(steps.findChildren(QWidget)) < 20


def test_that_differences_are_a_table_with_named_columns(qtbot: QtBot) -> None:
    table = DifferenceTable(make_look(), ("Value", "Now", "After"), "What restoring changes")
    table.show_rows([Difference("Dairy cows", "65", "62"), Difference("Concentrates", "", "0")])
    put_on_screen(qtbot, table, 600)
    heard = QAccessible.queryAccessibleInterface(table)
    cells = [heard.child(n).text(QAccessible.Text.Name) for n in range(heard.childCount())]

    assert heard.role() == QAccessible.Role.Table
    assert cells[1:8] == ["Value", "Now", "After", "Dairy cows", "Dairy cows", "65", "62"]
    assert cells[-2:] == ["—", "0"]
    assert (table.accessibleName(), table.accessibleDescription()) == (
        "What restoring changes",
        "2 values differ",
    )


def test_that_arrows_walk_the_cells_and_tab_leaves(qtbot: QtBot) -> None:
    table = DifferenceTable(make_look(), ("Value", "Now", "After"), "Differences")
    table.show_rows([Difference("Dairy cows", "65", "62"), Difference("Milk", "1", "2")])
    put_on_screen(qtbot, table, 600)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)

    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    assert not table.tabKeyNavigation()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 420), (2.0, 960)])
def test_that_every_cell_has_the_room_of_its_words(scale: float, width: int, qtbot: QtBot) -> None:
    table = DifferenceTable(make_look(scale=scale), ("Value", "Now", "After restoring"), "x")
    long = "Concentrates bought for the cows over the whole year"
    table.show_rows([Difference(long, "1,250 kg", "W" * 120), Difference("Milk", "1", "2")])
    put_on_screen(qtbot, table, width)
    header = table.horizontalHeader()

    assert table.rowHeight(0) > 2 * table.rowHeight(1)
    assert sum(header.sectionSize(n) for n in range(3)) == table.viewport().width()


def test_that_no_difference_is_an_empty_table(qtbot: QtBot) -> None:
    table = DifferenceTable(make_look(), ("Value", "Now", "After"), "Differences")
    table.show_rows([])
    put_on_screen(qtbot, table, 300)

    assert table.accessibleDescription() == "0 values differ"
