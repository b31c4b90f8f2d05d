"""The frame of the window: top bar, steps, tabs, bottom bar, banners."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.widgets.banner import Banner, Matter
from desktop.widgets.bottom_bar import BottomBar
from desktop.widgets.status import Progress, StepStatus
from desktop.widgets.step_list import StepList, StepRow
from desktop.widgets.step_menu import StepMenu
from desktop.widgets.tabs import Tab, TabRow
from desktop.widgets.top_bar import Keeping, TopBar
from tests.desktop.figures import STEPS
from tests.desktop.looks import heard, make_look, put_on_screen

Key = Qt.Key
STATUSES = [
    (StepStatus(), "not started"),
    (StepStatus(Progress.STARTED), "started"),
    (StepStatus(Progress.STARTED, 4, 9), "started, 4 of 9 fields"),
    (StepStatus(Progress.COMPLETE), "complete"),
    (StepStatus(Progress.TO_CHECK, to_check=1), "1 point to check"),
    (StepStatus(Progress.TO_CHECK, to_check=2), "2 points to check"),
    (StepStatus(Progress.NOT_APPLICABLE), "not applicable"),
]


@pytest.mark.parametrize(("status", "said"), STATUSES)
def test_that_a_step_says_how_far_it_is(status: StepStatus, said: str, qtbot: QtBot) -> None:
    steps = StepList(make_look(), STEPS)
    steps.show_status("feeding", status)
    put_on_screen(qtbot, steps, 216)
    row = steps.findChild(StepRow, "feeding")

    assert isinstance(row, StepRow)
    assert row.accessibleName() == f"Feeding, {said}"
    assert not row.grab().isNull()


def test_that_arrows_move_between_steps_and_enter_opens(qtbot: QtBot) -> None:
    steps = StepList(make_look(), STEPS)
    put_on_screen(qtbot, steps, 216)
    first = steps.findChild(StepRow, "herd")
    assert isinstance(first, StepRow)
    first.setFocus()
    QTest.keyClick(first, Key.Key_Down)
    with qtbot.waitSignal(steps.chosen) as chosen:
        QTest.keyClick(steps.focusWidget(), Key.Key_Return)

    assert chosen.args == ["feeding"]


def test_that_the_open_step_is_said(qtbot: QtBot) -> None:
    steps = StepList(make_look(), STEPS)
    steps.show_here("crops")
    told = {row.objectName(): row.accessibleDescription() for row in steps.findChildren(StepRow)}

    assert [key for key, words in told.items() if words == "You are here"] == ["crops"]


def test_that_the_menu_of_steps_offers_them_all(qtbot: QtBot) -> None:
    menu = StepMenu(make_look(), STEPS)
    menu.show_status("herd", StepStatus(Progress.COMPLETE))
    menu.show_here("herd")
    put_on_screen(qtbot, menu)
    QTest.keyClick(menu, Key.Key_Return)
    assert menu.accessibleName() == "Step: 1\u2002Herd, complete"
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.menu.actions()[-1].trigger()

    assert chosen.args == ["results"]
    menu.menu.hide()


def test_that_undo_says_what_it_takes_back(qtbot: QtBot) -> None:
    bar = TopBar(make_look())
    put_on_screen(qtbot, bar, 1024)
    assert not bar.undo.isEnabled()
    bar.show_history("cows 65 → 62", "")
    with qtbot.waitSignal(bar.undo_asked):
        bar.undo.click()

    assert (bar.undo.accessibleName(), bar.undo.toolTip()) == ("Undo: cows 65 → 62",) * 2
    assert not bar.redo.isEnabled()


def test_that_what_is_not_saved_is_said_and_spoken(qtbot: QtBot) -> None:
    bar = TopBar(make_look())
    bar.show_kept(Keeping.SAVED, "14:32")
    assert (bar.kept, heard(bar.look)) == ("Saved 14:32", [])
    bar.show_kept(Keeping.NOT_SAVED)

    assert (bar.kept, heard(bar.look)) == ("Not saved yet", ["Not saved yet"])


def test_that_the_product_is_named_while_no_farm_is_open(qtbot: QtBot) -> None:
    bar = TopBar(make_look())
    put_on_screen(qtbot, bar, 1024)
    assert bar.product.isVisible()
    bar.show_farm("Smith & <Sons>", "Assessment 2025")

    assert (bar.product.isVisible(), bar.farm.accessibleName()) == (False, "Smith & <Sons>")


def test_that_left_and_right_turn_the_pages(qtbot: QtBot) -> None:
    tabs = TabRow(make_look(), [("cows", "The cows"), ("young", "Young stock")])
    put_on_screen(qtbot, tabs, 500)
    first, second = tabs.findChildren(Tab)
    first.setFocus()
    with qtbot.waitSignal(tabs.chosen) as chosen:
        QTest.keyClick(first, Key.Key_Right)

    assert (chosen.args, second.isChecked(), first.isChecked()) == (["young"], True, False)


def test_that_the_bottom_bar_goes_back_and_on(qtbot: QtBot) -> None:
    bar = BottomBar(make_look())
    put_on_screen(qtbot, bar, 800)
    with qtbot.waitSignals([bar.back_asked, bar.continue_asked]):
        QTest.keyClick(bar.back, Key.Key_Space)
        QTest.keyClick(bar.forward, Key.Key_Return)

    assert bar.forward.accessibleName() == "Continue"


@pytest.mark.parametrize("matter", list(Matter))
def test_that_a_banner_is_heard_acted_on_and_closed(matter: Matter, qtbot: QtBot) -> None:
    look = make_look()
    banner = Banner(look, matter, "Farm moved to the bin.", "", [("undo", "Undo")])
    put_on_screen(qtbot, banner, 600)
    banner.speak()
    with qtbot.waitSignals([banner.acted, banner.closed]):
        banner.findChild(type(BottomBar(look).back), "undo").click()
        QTest.keyClick(banner, Key.Key_Escape)

    assert (heard(look), banner.isVisible()) == (["Farm moved to the bin."], False)


def test_that_a_banner_that_must_stay_withstands_escape(qtbot: QtBot) -> None:
    banner = Banner(make_look(), Matter.IMPOSSIBLE, "The disk is full.", closable=False)
    put_on_screen(qtbot, banner, 600)
    QTest.keyClick(banner, Key.Key_Escape)

    assert banner.isVisible()
