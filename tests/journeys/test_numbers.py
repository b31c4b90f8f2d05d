"""What may be typed into the numbers of the page, and what counts of it."""

import pytest
from PySide6.QtTest import QTest

from desktop.forms.number_model import State
from desktop.settings import Settings
from desktop.widgets.buttons import PaintedButton
from tests.desk import AREA, COWS, GRASSLAND, MILK, Desk, said


@pytest.mark.parametrize(
    ("style", "typed"),
    [
        ("fr", "85,5"),
        ("en", "85.5"),
        ("es", "85,5"),
        ("it", "85,5"),
        ("fr", "85.5"),
        ("en", "85,5"),
    ],
)
def test_that_a_decimal_is_read_in_each_number_style(desk: Desk, style: str, typed: str) -> None:
    desk.prefer(Settings("en", style, "light"))
    page = desk.open_page()
    page.type(AREA, typed)
    page.settled()

    assert page.value(AREA) == 85.5


@pytest.mark.parametrize("style", ["fr", "es", "it"])
def test_that_two_readings_are_asked_in_place_and_nothing_counts_before(
    desk: Desk, style: str
) -> None:
    desk.prefer(Settings("en", style, "light"))
    page = desk.open_page()
    before = page.headline()
    page.type(MILK, "465.000")
    page.settled()
    field = page.number(MILK)
    assert field.state is State.AMBIGUOUS
    assert page.headline() == before

    asked = [b for b in field.findChildren(PaintedButton) if "465" in b.face.text]
    assert len(asked) == 2
    next(b for b in asked if "465\u202f000" in b.face.text).click()
    page.settled()
    assert page.value(MILK) == 465_000 * 1.03


def test_that_a_sum_is_reckoned(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "12*4+20", end=None)
    assert "= 68" in said(page.number(COWS)).replace("\xa0", " ")

    page.settled()
    assert page.value(COWS) == 68


@pytest.mark.parametrize(
    ("typed", "kilograms"), [("500 t", 500_000), ("500000 kg", 500_000), ("400 000 L", 412_000)]
)
def test_that_another_unit_may_be_typed(desk: Desk, typed: str, kilograms: float) -> None:
    page = desk.open_page()
    page.type(MILK, typed)
    page.settled()

    assert page.value(MILK) == pytest.approx(kilograms)


def test_that_an_impossible_value_is_kept_and_the_last_possible_one_counts(desk: Desk) -> None:
    page = desk.open_page()
    before = page.headline()
    page.type(AREA, "-4")
    page.settled()

    assert page.number(AREA).state is State.IMPOSSIBLE
    assert page.value(AREA) == 85
    assert page.headline() == before
    assert "Value kept for the calculation: 85" in said(page.number(AREA))


def test_that_words_are_kept_and_not_used(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "about sixty")
    page.settled()

    assert page.document.answer("DAIRY/DC", "head_years").text == "about sixty"
    assert page.value(COWS) == 80
    assert page.desk.questions.first.status.to_check == 1


def test_that_a_value_takes_effect_after_a_silence(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "61", end=None)
    page.bot.waitUntil(lambda: page.value(COWS) == 61, timeout=2_000)

    assert page.line(COWS).hasFocus()


def test_that_more_grassland_than_land_is_told(desk: Desk) -> None:
    page = desk.open_page()
    page.type(GRASSLAND, "6000")
    page.settled()
    QTest.qWait(10)

    assert page.number(GRASSLAND).state is State.IMPOSSIBLE


def test_that_another_number_style_writes_a_value_anew_and_never_reads_it_otherwise(
    desk: Desk,
) -> None:
    desk.prefer(Settings("en", "fr", "light"))
    page = desk.open_page()
    page.type(AREA, "85,125")
    page.settled()
    page.program.window.actions_.preferred.emit("number_style", "en")
    QTest.qWait(30)

    assert page.line(AREA).text() == "85.125"
    assert page.value(AREA) == 85.125
