"""The pieces of pages and panels: figures told back, headers, backups, menus, the panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.answer_link import AnswerLink
from desktop.widgets.backup_row import Backup, BackupRow, BackupState
from desktop.widgets.echo_row import Echo, EchoFigure, EchoRow
from desktop.widgets.live_figures import NextAnswer
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.precision import NextAnswers
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import Text
from tests.desktop.looks import make_look, put_on_screen

Key = Qt.Key
MILK = Echo("milk", "≈ 7,500 L", "per cow", why="milk_sold_per_animal")
MISSING = Echo("heads", "3 animals", "missing at the end of the year", to_check=True)
THREE = (
    NextAnswer("feed", "Concentrates bought for the cows over the whole year", "±6 %"),
    NextAnswer("grass", "Time at grass", "±4 %"),
    NextAnswer("hedges", "Hedges", "±3 %"),
)


def shown(widget: QWidget) -> list[str]:
    """What is read on a widget."""
    return [text.shown for text in widget.findChildren(Text) if text.isVisible()]


def test_that_a_figure_changes_in_place_and_keeps_the_focus(qtbot: QtBot) -> None:
    row = EchoRow(make_look())
    row.show_echoes((MILK, MISSING))
    put_on_screen(qtbot, row, 700)
    figure = row.findChildren(EchoFigure)[0]
    figure.setFocus()
    row.show_echoes((Echo("milk", "≈ 7,600 L", "per cow", why="milk_sold_per_animal"), MISSING))

    assert row.findChildren(EchoFigure)[0] is figure
    assert figure.hasFocus()
    assert shown(figure) == ["≈ 7,600 L", "per cow"]


def test_that_a_figure_answers_why_only_where_it_can(qtbot: QtBot) -> None:
    row = EchoRow(make_look())
    row.show_echoes((MILK, MISSING))
    put_on_screen(qtbot, row, 700)
    milk, missing = row.findChildren(EchoFigure)
    with qtbot.waitSignal(row.why_asked) as asked:
        QTest.keyClick(milk, Key.Key_F1)

    assert asked.args == ["milk_sold_per_animal"]
    assert not missing.isEnabled()


def test_that_a_figure_to_check_says_so_in_words(qtbot: QtBot) -> None:
    figure = EchoFigure(make_look(), MISSING)

    assert figure.accessibleName() == "3 animals, missing at the end of the year"
    assert figure.accessibleDescription() == "to check"


def test_that_a_page_without_figures_shows_no_ground(qtbot: QtBot) -> None:
    row = EchoRow(make_look())
    row.show_echoes((MILK,))
    row.show_echoes(())

    assert row.isHidden()


def test_that_a_backup_says_its_state_and_what_it_can_do(qtbot: QtBot) -> None:
    row = BackupRow(make_look(), Backup("b1", "Today 14:32", "3 farms, 1.2 MB"))
    put_on_screen(qtbot, row, 700)
    with qtbot.waitSignal(row.verify_asked) as verify:
        QTest.keyClick(row.verify, Key.Key_Return)
    row.show_state(BackupState.VERIFIED)
    with qtbot.waitSignal(row.restore_asked) as restore:
        row.restore.click()

    assert (verify.args, restore.args) == (["b1"], ["b1"])
    assert row.accessibleName() == "Today 14:32, 3 farms, 1.2 MB, verified"
    assert row.restore.accessibleName() == "Restore…: Today 14:32"


def test_that_a_damaged_backup_cannot_be_restored(qtbot: QtBot) -> None:
    row = BackupRow(make_look(), Backup("b1", "Today", "", BackupState.DAMAGED))
    put_on_screen(qtbot, row, 300)
    with qtbot.assertNotEmitted(row.restore_asked):
        row.restore.click()

    assert "damaged, cannot be restored" in shown(row)
    assert row.restore.y() > row.findChildren(Text)[0].y()


def test_that_a_menu_shows_what_holds_and_tells_a_change(qtbot: QtBot) -> None:
    order = MenuButton(make_look(), "Order", [("opened", "Last opened"), ("name", "Name & place")])
    put_on_screen(qtbot, order)
    QTest.keyClick(order, Key.Key_Down)
    qtbot.waitUntil(order.menu.isVisible)
    with qtbot.waitSignal(order.chosen) as chosen:
        order.menu.actions()[1].trigger()
    order.menu.hide()
    with qtbot.assertNotEmitted(order.chosen):
        order.menu.actions()[1].trigger()

    assert (chosen.args, order.accessibleName()) == (["name"], "Order: Name & place")


def test_that_the_next_answers_change_in_place(qtbot: QtBot) -> None:
    answers = NextAnswers(make_look())
    answers.show_answers(THREE)
    put_on_screen(qtbot, answers, 248)
    links = answers.findChildren(AnswerLink)
    links[0].setFocus()
    answers.show_answers(THREE[1:])
    with qtbot.waitSignal(answers.wished) as wished:
        QTest.keyClick(links[0], Key.Key_Return)

    assert wished.args == ["grass"]
    assert links[0].accessibleName() == "Time at grass, ±4 %"
    answers.show_answers(())
    assert answers.isHidden()


def test_that_a_long_question_wraps_in_the_panel(qtbot: QtBot) -> None:
    answers = NextAnswers(make_look())
    answers.show_answers(THREE)
    put_on_screen(qtbot, answers, 248)
    first, second, _ = answers.findChildren(AnswerLink)

    assert first.height() > second.height() >= 24
    assert answers.minimumSizeHint().width() <= 248


def test_that_escape_and_the_cross_close_the_panel(qtbot: QtBot) -> None:
    panel = SidePanel(make_look(), "History", "Ctrl+Z takes back the last change.")
    panel.show_content(QLabel("nothing yet"))
    put_on_screen(qtbot, panel)
    panel.take_focus()
    assert panel.close_button.hasFocus()
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.close_button, Key.Key_Escape)
    with qtbot.waitSignal(panel.closed):
        panel.close_button.click()

    assert panel.accessibleName() == "History"


def test_that_the_panel_holds_one_thing_at_a_time(qtbot: QtBot) -> None:
    panel, first, second = SidePanel(make_look(), "Notes"), QLabel("one"), QPushButton("two")
    panel.show_content(first)
    put_on_screen(qtbot, panel)
    panel.show_content(second, scrolls_itself=True)
    panel.take_focus()

    assert panel.content is second
    assert second.hasFocus()
    assert not first.isVisible()


@pytest.mark.parametrize(("window", "width"), [(1024, 1024), (1280, 432), (1920, 432)])
def test_that_the_panel_takes_the_whole_of_a_narrow_window(
    window: int, width: int, qtbot: QtBot
) -> None:
    assert SidePanel(make_look(), "History").width_in(window) == width
