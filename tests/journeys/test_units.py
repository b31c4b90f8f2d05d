"""The unit chosen in a menu is a preference: it outlives the session, no value moves."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desktop import paths
from desktop.presenting.examples import example_record
from desktop.settings import Settings, read_settings, write_settings
from tests.desk import COWS, MILK, Desk, PageRobot, said

THIN = "\u202f"
LITRES = 453_000 * 1.03


@pytest.fixture
def page(desk: Desk) -> PageRobot:
    """A lowland dairy farm with all its answers."""
    return desk.open_new(example_record("typical/d1.json"))


def choose_tonnes(page: PageRobot) -> None:
    """Choose tonnes in the menu of the milk."""
    page.number(MILK).extras.unit_chosen.emit("t")
    page.settled()


def shown(page: PageRobot) -> tuple[str, str]:
    """What stands in the milk field, and its unit."""
    return page.line(MILK).text().replace(THIN, ""), page.number(MILK).unit.code


def test_that_the_unit_is_there_again_after_a_restart(page: PageRobot, desk: Desk) -> None:
    choose_tonnes(page)
    again = desk.restart()

    assert shown(again) == ("466.59", "t")
    assert again.value(MILK) == LITRES


def test_that_what_follows_is_told_in_the_unit_shown(page: PageRobot) -> None:
    page.settled()
    assert "≈ 7,310\u00a0L per cow" in said(page.number(MILK))
    choose_tonnes(page)

    assert "≈ 7.53\u00a0t per cow" in said(page.number(MILK))


def test_that_choosing_a_unit_is_no_step_of_the_history(page: PageRobot) -> None:
    page.type(COWS, "61")
    choose_tonnes(page)
    page.undo()
    page.settled()

    assert page.value(COWS) == 62
    assert (shown(page), page.value(MILK)) == (("466.59", "t"), LITRES)


def test_that_an_undo_of_a_value_keeps_the_unit(page: PageRobot) -> None:
    choose_tonnes(page)
    page.type(MILK, "500")
    page.settled()
    assert page.value(MILK) == 500_000

    page.undo()
    page.settled()
    assert (shown(page), page.value(MILK)) == (("466.59", "t"), LITRES)


def test_that_a_sum_counts_the_same_in_another_unit(page: PageRobot) -> None:
    page.type(MILK, "400000+53000")
    page.settled()
    page.number(MILK).extras.unit_chosen.emit("t")
    page.settled()

    assert page.value(MILK) == LITRES


def test_that_a_half_typed_number_keeps_the_unit_it_was_typed_in(
    page: PageRobot, desk: Desk
) -> None:
    choose_tonnes(page)
    page.type(MILK, "50", end=None)
    page.document.flush()
    again = desk.crash()

    assert again.document.answer("DAIRY", "milk_delivered").text == "50 t"
    assert again.value(MILK) == LITRES


def test_that_a_unit_no_field_knows_shows_the_usual_one(desk: Desk) -> None:
    desk.prefer(Settings("en", units={"milk_delivered": "furlong", "head_years": "t"}))
    page = desk.open_new(example_record("typical/d1.json"))

    assert shown(page) == ("453000", "L")
    assert page.line(COWS).text() == "62"


@pytest.mark.parametrize("units", [{}, {"milk_delivered": "t"}, {"a": "g/L", "b": "%"}])
def test_that_units_are_kept_with_the_preferences(units: dict[str, str]) -> None:
    paths.private(paths.user_folder())
    write_settings(paths.preferences(), Settings(units={"former": "kg"}))
    write_settings(paths.preferences(), Settings(units=units))

    assert read_settings(paths.preferences()).units == units


def test_that_the_unit_stays_while_the_window_is_built_anew(page: PageRobot) -> None:
    choose_tonnes(page)
    page.program.window.actions_.preferred.emit("theme", "dark")
    QTest.qWait(30)

    assert shown(page) == ("466.59", "t")
