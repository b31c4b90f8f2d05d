"""A choice is made with the keyboard, among a few cards or by typing a few letters."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.choice_field import ChoiceField
from desktop.forms.choice_model import ChoiceAnswer, ChoiceContents, ChoiceModel, Option, found
from desktop.forms.number_model import State
from tests.desktop.looks import heard, make_look, put_on_screen

Key = Qt.Key
SYSTEMS = (Option("M", "Milk", "dairy cows"), Option("B", "Beef"), Option("MB", "Milk and beef"))
PLACES = tuple(
    Option(code, name, also=(code,))
    for code, name in (
        ("22", "Côtes-d’Armor"), ("29", "Finistère"), ("35", "Ille-et-Vilaine"),
        ("50", "Manche"), ("53", "Mayenne"), ("56", "Morbihan"), ("72", "Sarthe"),
    )
)  # fmt: skip


@dataclass
class Page:
    """A choice and the one after it."""

    window: QWidget
    field: ChoiceField
    after: ChoiceField
    answers: list[ChoiceAnswer] = field(default_factory=list)

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def page_of(qtbot: QtBot, options: tuple[Option, ...], reference: str = "") -> Page:
    """Put a choice on the screen with the focus in it."""
    look, window = make_look(), QWidget()
    model = ChoiceModel("question", "Question", options, "why", reference, "2024")
    page = Page(window, ChoiceField(model, look), ChoiceField(model, look))
    column = QVBoxLayout(window)
    column.addWidget(page.field)
    column.addWidget(page.after)
    page.field.committed.connect(page.answers.append)
    put_on_screen(qtbot, window, 800)
    page.field.setFocus()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    return page


def type_in(page: Page, letters: str) -> None:
    """Type letters into the list field."""
    assert page.field.list is not None
    QTest.keyClicks(page.field.list, letters)


def test_that_arrows_move_and_only_space_chooses(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS)
    page.key(Key.Key_Right)
    assert page.answers == []
    page.key(Key.Key_Space)

    assert page.answers == [ChoiceAnswer("question", "B")]


def test_that_enter_chooses_and_goes_on(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS)
    with qtbot.waitSignal(page.field.left):
        page.key(Key.Key_Return)

    assert [answer.code for answer in page.answers] == ["M"]
    assert page.after.isAncestorOf(page.window.focusWidget())


def test_that_tab_stops_once_at_the_cards(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS)
    page.key(Key.Key_Tab)

    assert page.after.isAncestorOf(page.window.focusWidget())


def test_that_a_reference_is_shown_apart_and_taken_with_f4(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS, "B")
    assert (page.field.state, page.field.hint_row.shown) == (
        State.REFERENCE,
        "Reference value · 2024",
    )
    page.key(Key.Key_F4)

    assert [answer.code for answer in page.answers] == ["B"]


def test_that_delete_goes_back_to_the_reference(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS, "B")
    page.field.show_contents(ChoiceContents("M"))
    page.key(Key.Key_Delete)

    assert (page.answers[-1].code, page.field.state) == ("", State.REFERENCE)


def test_that_choosing_the_same_again_is_no_change(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS)
    page.field.show_contents(ChoiceContents("M"))
    page.key(Key.Key_Space)

    assert page.answers == []


def test_that_cards_are_named_for_the_screen_reader(qtbot: QtBot) -> None:
    page = page_of(qtbot, SYSTEMS)
    cards = page.field.cards
    assert cards is not None

    assert [card.accessibleName() for card in cards.cards] == ["Milk", "Beef", "Milk and beef"]
    assert cards.cards[0].accessibleDescription() == "dairy cows"


def test_that_f1_asks_why_from_a_card_and_from_the_list(qtbot: QtBot) -> None:
    for options in (SYSTEMS, PLACES):
        page = page_of(qtbot, options)
        with qtbot.waitSignal(page.field.why_asked):
            page.key(Key.Key_F1)


@pytest.mark.parametrize(
    ("letters", "codes"),
    [
        ("mor", ["56", "22"]), ("COTES", ["22"]), ("vilaine", ["35"]), ("29", ["29"]), ("zz", []),
        ("ma", ["50", "53"]), ("ar", ["22", "72"]),
    ],
)  # fmt: skip
def test_that_letters_find_options_without_accents(letters: str, codes: list[str]) -> None:
    assert [option.code for option in found(PLACES, letters)] == codes


def test_that_the_list_follows_the_letters_and_enter_takes_the_marked_one(qtbot: QtBot) -> None:
    page = page_of(qtbot, PLACES)
    type_in(page, "ma")
    assert page.field.list is not None
    assert [one.label for one in page.field.list.popup.offered] == ["Manche", "Mayenne"]
    page.key(Key.Key_Down)
    page.key(Key.Key_Return)

    assert page.answers == [ChoiceAnswer("question", "53")]
    assert page.after.isAncestorOf(page.window.focusWidget())


def test_that_tab_takes_what_the_letters_surely_mean(qtbot: QtBot) -> None:
    page = page_of(qtbot, PLACES)
    type_in(page, "finistere")
    page.key(Key.Key_Tab)

    assert [answer.code for answer in page.answers] == ["29"]


@pytest.mark.parametrize("letters", ["ma", "atlantis", "%%%"])
def test_that_tab_guesses_nothing_and_keeps_the_text(letters: str, qtbot: QtBot) -> None:
    page = page_of(qtbot, PLACES)
    type_in(page, letters)
    page.key(Key.Key_Tab)

    assert page.answers == [ChoiceAnswer("question", "", letters)]
    assert page.field.list is not None
    assert (page.field.list.text(), page.field.state) == (letters, State.UNREADABLE)
    assert heard(page.field.look)[-1] == f'"{letters}" is not in the list. It is not used.'


def test_that_escape_returns_to_the_answer(qtbot: QtBot) -> None:
    page = page_of(qtbot, PLACES)
    page.field.show_contents(ChoiceContents("35"))
    type_in(page, "ma")
    page.key(Key.Key_Escape)

    assert page.field.list is not None
    assert (page.field.list.text(), page.answers) == ("Ille-et-Vilaine", [])
    assert not page.field.list.popup.isVisible()


def test_that_down_opens_the_whole_list_at_the_answer(qtbot: QtBot) -> None:
    page = page_of(qtbot, PLACES)
    page.field.show_contents(ChoiceContents("53"))
    page.key(Key.Key_Down)

    assert page.field.list is not None
    popup = page.field.list.popup
    assert len(popup.offered) == len(PLACES)
    assert popup.marked == PLACES[4]


def test_that_an_emptied_list_is_not_given(qtbot: QtBot) -> None:
    page = page_of(qtbot, PLACES)
    page.field.show_contents(ChoiceContents("35"))
    page.field.setFocus()
    assert page.field.list is not None
    page.field.list.selectAll()
    page.key(Key.Key_Delete)
    page.key(Key.Key_Tab)

    assert page.answers == [ChoiceAnswer("question", "")]
