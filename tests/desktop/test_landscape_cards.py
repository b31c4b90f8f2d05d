"""Hedges are answered by a drawing or by metres per hectare; the metres are what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.forms.landscape_card import LandscapeOption
from desktop.forms.landscape_cards import LandscapeCards
from desktop.forms.landscape_drawing import Landscape, paint_landscape
from desktop.forms.number_model import (
    FieldUnit,
    NumberAnswer,
    NumberContents,
    NumberFieldModel,
    Reference,
)
from tests.desktop.looks import make_look, put_on_screen

HEDGES = NumberFieldModel(
    "hedge_density",
    "Hedges per hectare",
    units=(FieldUnit("m/ha"),),
    possible=(0, 500),
    usual=(0, 200),
    reference=Reference(70, "usual for the farm system"),
)
OPTIONS = (
    LandscapeOption(Landscape.OPEN, "Open fields", 15, "about 15 m per ha"),
    LandscapeOption(Landscape.HALF, "Some hedges", 50, "about 50 m per ha"),
    LandscapeOption(Landscape.BOCAGE, "Hedged landscape", 100, "about 100 m per ha"),
)


@pytest.fixture
def cards(qtbot: QtBot) -> LandscapeCards:
    """The three landscapes, nothing answered yet."""
    field = LandscapeCards(HEDGES, OPTIONS, make_look(), 10_000)
    put_on_screen(qtbot, field, 740)
    return field


def marks(cards: LandscapeCards) -> list[str]:
    """How each card is marked."""
    return [
        "chosen" if card.isChecked() else "near" if card.is_near else "" for card in cards.cards
    ]


def answers_of(cards: LandscapeCards) -> list[NumberAnswer]:
    """What the field hands over from now on."""
    answers: list[NumberAnswer] = []
    cards.committed.connect(answers.append)
    return answers


def test_that_choosing_a_drawing_commits_its_metres(cards: LandscapeCards) -> None:
    answers = answers_of(cards)
    QTest.mouseClick(cards.cards[1], Qt.MouseButton.LeftButton)

    assert [(one.text, one.value) for one in answers] == [("50", 50)]
    assert (marks(cards), cards.box.text()) == (["", "chosen", ""], "50")


def test_that_choosing_the_same_again_is_no_change(cards: LandscapeCards) -> None:
    cards.show_contents(NumberContents("50", 50))
    answers = answers_of(cards)
    cards.cards[1].click()

    assert answers == []


@pytest.mark.parametrize(
    ("metres", "marked", "note"),
    [
        (100, ["", "", "chosen"], "Choose the drawing"),
        (60, ["", "near", ""], 'Between "Some hedges" and "Hedged landscape".'),
        (0, ["near", "", ""], 'Fewer hedges than "Open fields".'),
        (180, ["", "", "near"], 'More hedges than "Hedged landscape".'),
    ],
)
def test_that_a_number_shows_the_nearest_landscape(
    cards: LandscapeCards, metres: float, marked: list[str], note: str
) -> None:
    cards.show_contents(NumberContents(str(metres), metres))

    assert marks(cards) == marked
    assert cards.caption.startswith(note)


def test_that_the_reference_is_no_answer(cards: LandscapeCards) -> None:
    assert marks(cards) == ["", "near", ""]
    cards.show_reference(Reference(100))

    assert marks(cards) == ["", "", ""]
    assert cards.cards[2].is_reference
    answers = answers_of(cards)
    cards.cards[2].click()
    assert [one.value for one in answers] == [100]


def test_that_nothing_is_marked_while_nothing_is_known(qtbot: QtBot) -> None:
    model = NumberFieldModel("hedges", "Hedges", units=(FieldUnit("m/ha"),))

    assert marks(LandscapeCards(model, OPTIONS, make_look())) == ["", "", ""]


def test_that_arrows_move_and_space_chooses(cards: LandscapeCards) -> None:
    answers = answers_of(cards)
    cards.cards[0].setFocus()
    QTest.keyClick(cards.cards[0], Qt.Key.Key_Right)
    assert (cards.cards[1].hasFocus(), answers) == (True, [])
    QTest.keyClick(cards.cards[1], Qt.Key.Key_Space)

    assert [one.value for one in answers] == [50]


def test_that_a_figure_typed_on_a_card_begins_the_number(cards: LandscapeCards) -> None:
    answers = answers_of(cards)
    cards.setFocus()
    QTest.keyClick(cards.cards[0], "8")
    QTest.keyClick(cards.box, "0")
    QTest.keyClick(cards.box, Qt.Key.Key_Return)

    assert [one.value for one in answers] == [80]


def test_that_a_card_is_heard_as_a_radio_button(cards: LandscapeCards) -> None:
    cards.show_contents(NumberContents("60", 60))
    cards.show_echoes(("1,215 m on 81 ha", "4,050 m on 81 ha", "8,100 m on 81 ha"))
    card = QAccessible.queryAccessibleInterface(cards.cards[1])

    assert card.role() == QAccessible.Role.RadioButton
    assert card.text(QAccessible.Text.Name) == "Some hedges"
    said = "about 50 m per ha, 4,050 m on 81 ha, nearest to your number"
    assert card.text(QAccessible.Text.Description) == said


def test_that_cards_lie_one_under_the_other_where_it_is_narrow(qtbot: QtBot) -> None:
    field = LandscapeCards(HEDGES, OPTIONS, make_look(scale=2.0))
    put_on_screen(qtbot, field, 900)
    first, second, _ = (card.geometry() for card in field.cards)

    assert (first.left(), first.width()) == (second.left(), second.width())
    assert second.top() >= first.bottom()
    assert first.height() < first.width() / 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_more_hedges_are_seen_in_the_bocage(theme: str, qtbot: QtBot) -> None:
    look = make_look(theme)
    ink = look.theme.named("series.storage").rgb()

    def green(landscape: Landscape) -> int:
        image = QImage(200, 92, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_landscape(painter, look.theme, QRectF(image.rect()), landscape)
        painter.end()
        return sum(image.pixel(x, y) == ink for x in range(200) for y in range(92))

    assert 0 < green(Landscape.OPEN) < green(Landscape.HALF) < green(Landscape.BOCAGE)
