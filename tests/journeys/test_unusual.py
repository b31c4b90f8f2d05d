"""A rare value: asked about once, confirmed for good, asked about again when it changes."""

import pytest

from desktop.forms.number_model import State
from desktop.presenting.examples import example_record
from desktop.widgets.buttons import PaintedButton
from tests.desk import MILK, Desk, PageRobot, said

FAT = "DAIRY:milk_fat"


@pytest.fixture
def page(desk: Desk) -> PageRobot:
    """A lowland dairy farm with all its answers."""
    return desk.open_new(example_record("typical/d1.json"))


def confirm(page: PageRobot, key: str) -> None:
    """Press "It is right" beside a field."""
    buttons = page.number(key).findChildren(PaintedButton)
    next(one for one in buttons if one.face.text == "It is right").click()
    page.settled()


def test_that_the_usual_range_is_that_of_the_system(page: PageRobot) -> None:
    page.desk.go_to_step("herd")
    page.settled()
    assert "Usual: 38 to 46" in said(page.number(FAT))

    page.type(":system", "Dairy, upland and hill, maize")
    page.settled()
    page.desk.go_to_step("herd")
    assert "Usual: 36.5 to 43" in said(page.number(FAT))


def test_that_a_range_counted_per_cow_is_told_for_the_herd(page: PageRobot) -> None:
    page.settled()
    assert "Usual: 366000 to 651000" in said(page.number(MILK)).replace("\u202f", "").replace(
        "\u2009", ""
    )

    page.type(MILK, "20000")
    page.settled()
    assert page.number(MILK).state is State.UNUSUAL


def test_that_a_confirmed_value_is_asked_about_no_more_even_after_a_restart(
    page: PageRobot, desk: Desk
) -> None:
    page.type(FAT, "48")
    page.settled()
    assert page.number(FAT).state is State.UNUSUAL

    confirm(page, FAT)
    assert page.number(FAT).state is State.TYPED
    page.document.flush()
    again = desk.restart()
    again.settled()
    assert again.number(FAT).state is State.TYPED
    assert not again.desk.questions.points


def test_that_another_rare_value_is_asked_about_again(page: PageRobot) -> None:
    page.type(FAT, "48")
    page.settled()
    confirm(page, FAT)
    page.type(FAT, "49")
    page.settled()

    assert page.number(FAT).state is State.UNUSUAL


def test_that_undo_takes_the_confirmation_back(page: PageRobot) -> None:
    page.type(FAT, "48")
    page.settled()
    page.document.leave("DAIRY", "milk_fat")
    confirm(page, FAT)
    page.undo()
    page.settled()

    assert not page.document.answer("DAIRY", "milk_fat").confirmed
