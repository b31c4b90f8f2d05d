"""Undo, redo, crashes and restarts: nothing that was typed is lost."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.forms.number_model import State
from tests.desk import AREA, COWS, MILK, SYSTEM, Desk, said


def test_that_undo_and_redo_say_what_they_do(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "65")
    page.settled()
    tip = page.program.window.top.undo.toolTip()
    assert "80" in tip
    assert "65" in tip

    page.undo()
    page.settled()
    assert page.value(COWS) == 80
    assert page.line(COWS).text() == "80"
    assert "65" in page.program.window.top.redo.toolTip()


def test_that_redo_does_it_again(desk: Desk) -> None:
    page = desk.open_page()
    before = page.headline()
    page.type(COWS, "65")
    page.settled()
    after = page.headline()
    page.undo()
    page.settled()
    assert page.headline() == before

    page.redo()
    page.settled()
    assert page.value(COWS) == 65
    assert page.headline() == after


def test_that_an_undo_takes_back_what_is_still_being_typed(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "6", end=None)
    assert page.document.flush()
    QTest.qWait(5)
    page.undo()
    page.settled()

    assert page.value(COWS) == 80
    assert page.line(COWS).text() == "80"


def test_that_a_choice_is_undone_too(desk: Desk) -> None:
    page = desk.open_page()
    before = page.value(SYSTEM)
    page.type(SYSTEM, "organic")
    page.settled()
    assert page.value(SYSTEM) == "organic_grass"

    page.undo()
    page.settled()
    assert page.value(SYSTEM) == before


def test_that_undo_survives_a_restart_after_one_warning(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "65")
    page.type(MILK, "500000")
    page.settled()
    page = desk.restart()
    page.undo()
    page.settled()
    assert page.value(MILK) == 500_000 * 1.03
    # The banner comes with a later turn of the event loop than the receipt of the disk.
    desk.bot.waitUntil(lambda: "another day" in said(page.program.window))

    page.undo()
    page.undo()
    page.settled()
    assert page.value(COWS) == 80
    page.redo()
    page.settled()
    assert page.value(COWS) == 65


def test_that_a_half_typed_number_comes_back_after_a_crash(desk: Desk) -> None:
    page = desk.open_page()
    page.type(AREA, "97", end=None)
    assert page.document.flush()
    page = desk.crash()
    field = page.number(AREA)
    assert page.line(AREA).text() == "97"
    assert page.line(AREA).hasFocus()
    assert page.value(AREA) == 85
    assert "Not finished. Value kept for the calculation: 85" in said(field)

    page.press_return()
    page.settled()
    assert page.value(AREA) == 97


def test_that_a_text_that_is_no_number_comes_back_after_a_crash(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "31x")
    page.settled()
    page = desk.crash()

    assert page.line(COWS).text() == "31x"
    assert page.number(COWS).state is State.UNREADABLE
    assert page.value(COWS) == 80


def test_that_half_a_choice_comes_back_after_a_crash(desk: Desk) -> None:
    page = desk.open_page()
    page.type(SYSTEM, "moun", end=None)
    assert page.document.flush()
    page = desk.crash()

    assert page.line(SYSTEM).text() == "moun"


def test_that_an_acknowledged_answer_survives_a_crash(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "71")
    page.settled()
    shown = page.headline()
    page = desk.crash()

    assert page.value(COWS) == 71
    assert page.headline() == shown


def test_that_one_resumes_in_the_field_one_left(desk: Desk) -> None:
    page = desk.open_page()
    page.go_to(AREA)
    page.settled()
    page = desk.restart()

    assert QApplication.focusWidget() is page.line(AREA)


def test_that_the_list_of_farms_shows_the_figures_as_they_were_left(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "60")
    page.settled()
    shown = page.headline().split()[0]
    desk.close()
    program = desk.start()

    assert shown in said(program.window.home)
    assert "60 dairy cows" in said(program.window.home)
