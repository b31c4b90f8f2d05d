"""How a number field shows what stands in it, and what it hands over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.forms.number_model import (
    Finding,
    NumberAnswer,
    NumberContents,
    NumberFieldModel,
    State,
    Verdict,
)
from tests.desktop.number_fields import (
    CONCENTRATE,
    MILK,
    WEIGHT,
    Page,
    page_of,
    press,
    shown_buttons,
)

THIN, NO_BREAK = "\u202f", "\u00a0"


def enter(page: Page, text: str) -> NumberAnswer:
    """Type a text and leave the field."""
    QTest.keyClicks(page.field.box, text)
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)
    return page.answers[-1]


def year_of_days(days: float) -> Verdict:
    """Judge a number of days as the calendar does."""
    return Verdict(Finding.IMPOSSIBLE, "A year has 365 days.") if days > 365 else Verdict()


GRAZING = NumberFieldModel("grazing", "Days at grass", judge=year_of_days)


def test_that_an_empty_field_is_not_zero(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("1250", 1250))
    QTest.keyClick(page.field.box, Qt.Key.Key_Delete)

    assert (page.answers[0].value, page.field.state) == (None, State.EMPTY)
    assert enter(page, "0").value == 0.0


def test_that_a_reference_value_stands_in_with_its_origin(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT)

    assert (page.text, page.field.box.standing_in) == ("", "680")
    assert page.beside == "Reference value · Holstein, 2024"
    assert shown_buttons(page) == ["Accept"]


def test_that_accepting_makes_the_reference_value_an_answer(qtbot: QtBot) -> None:
    page = page_of(qtbot, WEIGHT)
    press(page, "Accept")

    assert (page.answers[0].value, page.text) == (680, "680")
    assert shown_buttons(page) == []


def test_that_an_unusual_value_counts_and_can_be_confirmed(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    answer = enter(page, "2600")

    assert (answer.value, answer.used, page.field.state) == (2600, True, State.UNUSUAL)
    assert page.hint == f"Rare, not impossible. Usual: 700 to 1{THIN}900{NO_BREAK}kg"
    press(page, "It is right")
    assert page.answers[-1].confirmed
    assert (page.field.state, shown_buttons(page)) == (State.TYPED, [])


def test_that_a_confirmed_value_is_not_asked_about_again(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("2600", 2600, confirmed=True))

    assert (page.field.state, page.hint) == (State.TYPED, "Unusual, confirmed by you.")


def test_that_another_value_has_to_be_confirmed_anew(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("2600", 2600, confirmed=True))
    enter(page, "2700")

    assert page.field.state is State.UNUSUAL


def test_that_an_impossible_value_is_kept_but_not_used(qtbot: QtBot) -> None:
    page = page_of(qtbot, GRAZING, NumberContents("180", 180))
    answer = enter(page, "380")

    assert (answer.text, answer.value, answer.used) == ("380", 180, False)
    assert page.hint == "A year has 365 days. Value kept for the calculation: 180"
    assert (page.text, page.field.state) == ("380", State.IMPOSSIBLE)


def test_that_an_impossible_value_without_a_former_one_says_so(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    answer = enter(page, "-5")

    assert answer.value is None
    assert page.hint == (
        f"Only values from 0 to 20{THIN}000{NO_BREAK}kg are possible. "
        "This value is not used in the result."
    )


def test_that_an_unreadable_text_stays_as_it_is(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("900", 900))
    answer = enter(page, "abt 60")

    assert (page.text, answer.value, page.field.state) == ("abt 60", 900, State.UNREADABLE)
    assert f"Value kept for the calculation: 900{NO_BREAK}kg" in page.hint


def test_that_two_readings_are_asked_about_and_never_guessed(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("900", 900))
    answer = enter(page, "1.250")

    assert (answer.value, answer.used, page.text) == (900, False, "1.250")
    assert shown_buttons(page) == [f"1{THIN}250{NO_BREAK}kg", f"1,25{NO_BREAK}kg"]
    assert page.hint.startswith("The point can be read in two ways.")


@pytest.mark.parametrize(("words", "value"), [(f"1{THIN}250", 1250), ("1,25", 1.25)])
def test_that_a_press_chooses_a_reading(words: str, value: float, qtbot: QtBot) -> None:
    page = page_of(qtbot)
    enter(page, "1.250")
    press(page, f"{words}{NO_BREAK}kg")

    assert (page.answers[-1].value, page.answers[-1].used, page.text) == (value, True, words)
    assert page.field.box.hasFocus()


def test_that_tab_reaches_the_two_readings_and_enter_passes_them(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("1.250"))
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)
    assert page.after.box.hasFocus()

    page.field.box.setFocus()
    QTest.keyClick(page.field.box, Qt.Key.Key_Tab)
    focused = page.field.extras.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert page.answers[-1].value == 1250


def test_that_a_calculation_shows_its_result_and_comes_back(qtbot: QtBot) -> None:
    page = page_of(qtbot)
    QTest.keyClicks(page.field.box, "12*42+180")
    assert page.beside == f"={NO_BREAK}684"
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)

    assert (page.text, page.answers[0].text, page.answers[0].value) == ("684", "12*42+180", 684)
    page.field.box.setFocus()
    assert page.text == "12*42+180"


def test_that_a_number_is_grouped_only_when_it_is_left(qtbot: QtBot) -> None:
    page = page_of(qtbot, MILK)
    QTest.keyClicks(page.field.box, "465000")
    assert page.text == "465000"
    QTest.keyClick(page.field.box, Qt.Key.Key_Return)

    assert (page.text, page.answers[0].text) == (f"465{THIN}000", "465000")


def test_that_questions_wait_until_typing_ends(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("2600", 2600))
    QTest.keyClicks(page.field.box, "26")

    assert (page.field.state, shown_buttons(page)) == (State.TYPED, [])


def test_that_where_a_value_comes_from_is_said(qtbot: QtBot) -> None:
    source = "Imported: dairy statement 2025, row 14"
    page = page_of(qtbot, MILK, NumberContents("465000", 465000, "imported", source))

    assert (page.field.state, page.hint) == (State.IMPORTED, source)
    enter(page, "466000")
    assert (page.field.state, page.hint) == (
        State.TYPED,
        f"Usual: 300{THIN}000 to 620{THIN}000",
    )


def test_that_a_changed_source_asks_for_another_look(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("1250", 1250, out_of_date=True))

    assert page.field.state is State.OUT_OF_DATE
    assert page.hint == "The source has changed: look at this value again."


def test_that_showing_what_is_kept_tells_nobody_anything(qtbot: QtBot) -> None:
    page = page_of(qtbot, contents=NumberContents("1250", 1250))
    for text in ("", "31x", "1.250", "99999"):
        page.field.show_contents(NumberContents(text))

    assert (page.texts, page.answers) == ([], [])


def test_that_a_half_typed_text_comes_back_as_it_was(qtbot: QtBot) -> None:
    page = page_of(qtbot, CONCENTRATE, NumberContents("31x", 900))

    assert (page.text, page.field.state) == ("31x", State.UNREADABLE)


def test_that_a_confirmation_is_not_told_of_a_value_that_is_usual_by_now(qtbot: QtBot) -> None:
    rare = NumberContents("2500", 2500, confirmed=True)
    page = page_of(qtbot, CONCENTRATE, rare)
    assert page.hint == "Unusual, confirmed by you."
    assert "confirmed by you" in page.field.box.accessibleDescription()

    page.field.show_reference(None, (700, 3000))
    assert page.hint.startswith("Usual: 700 to 3")
