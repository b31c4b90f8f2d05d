"""Buttons, texts, paths and pictograms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.icons import Icons
from desktop.widgets.breadcrumb import Breadcrumb
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import IconButton, PaintedButton
from desktop.widgets.language_switch import LanguageSwitch
from desktop.widgets.segmented import Segment, Segmented
from desktop.widgets.share_rows import Part, SourceRow, TreeRow
from desktop.widgets.spaced import Spaced
from desktop.widgets.text import Text
from tests.desktop.looks import Heard, make_look, put_on_screen

Key = Qt.Key


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
@pytest.mark.parametrize("kind", list(Kind))
def test_that_a_button_is_pressed_by_space_and_enter(kind: Kind, key: Qt.Key, qtbot: QtBot) -> None:
    button = PaintedButton(make_look(), Face("Continue", kind, "plus", "caret-down", "Ctrl N"))
    put_on_screen(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)

    assert button.accessibleName() == "Continue"


def test_that_a_greyed_button_cannot_be_pressed(qtbot: QtBot) -> None:
    button = IconButton(make_look(), "arrow-u-up-left", "Undo")
    button.setEnabled(False)
    put_on_screen(qtbot, button)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.toolTip() == "Undo"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_buttons_are_large_enough_to_hit(scale: float, qtbot: QtBot) -> None:
    look = make_look(scale=scale)

    assert PaintedButton(look, Face("OK")).sizeHint().height() >= 36 * scale
    assert min(IconButton(look, "info", "Why", 16, 16).sizeHint().toTuple()) >= 24 * scale


def test_that_an_ampersand_is_shown_and_makes_no_shortcut(qtbot: QtBot) -> None:
    look = make_look()
    button, label = PaintedButton(look, Face("Smith & Sons")), Text(look, "Feed & <b>litter</b>")
    label.setBuddy(button)

    assert button.shortcut().isEmpty()
    assert label.accessibleName() == label.shown == "Feed & <b>litter</b>"
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_that_a_wrapped_text_has_the_line_height_of_the_theme(qtbot: QtBot) -> None:
    text = Text(make_look(), "one two three four five six seven", wraps=True)
    lines = text.heightForWidth(60) / 20

    assert (lines, text.heightForWidth(1000)) == (round(lines), 20)
    assert lines > 2


def test_that_an_empty_text_keeps_its_line(qtbot: QtBot) -> None:
    assert Text(make_look(), "", wraps=True).heightForWidth(100) == 20


def test_that_a_path_leads_back_to_each_figure(qtbot: QtBot) -> None:
    path = Breadcrumb(make_look(), ["Net 0.87", "Gross 0.98", "Digestion"])
    put_on_screen(qtbot, path, 400)
    second = path.findChildren(PaintedButton)[1]
    with qtbot.waitSignal(path.chosen) as chosen:
        second.click()
    assert chosen.args == [1]

    path.show_steps(["Net 0.87"])
    qtbot.waitUntil(lambda: path.findChildren(PaintedButton) == [])


def test_that_arrows_choose_among_short_words(qtbot: QtBot) -> None:
    choice = Segmented(make_look(), "Show", [("litre", "Per litre"), ("ha", "Per ha")])
    put_on_screen(qtbot, choice)
    first, second = choice.findChildren(Segment)
    first.setFocus()
    with qtbot.waitSignal(choice.chosen) as chosen:
        QTest.keyClick(first, Key.Key_Right)

    assert (chosen.args, second.isChecked()) == (["ha"], True)


def test_that_languages_are_named_in_themselves(qtbot: QtBot) -> None:
    switch = LanguageSwitch(make_look())
    segments = switch.findChildren(Segment)

    assert [segment.accessibleName() for segment in segments] == ["Français", "English"]
    assert [segment.key for segment in segments if segment.isChecked()] == ["en"]


def test_that_a_part_of_the_whole_answers_why(qtbot: QtBot) -> None:
    look = make_look()
    part = Part("cows", "Dairy cows", 0.81, "81 %", "6 200 kg CH₄", "62 cows", "series.enteric")
    for row in (TreeRow(look, part), SourceRow(look, part)):
        put_on_screen(qtbot, row, 400)
        with qtbot.waitSignal(row.why_asked) as asked:
            QTest.keyClick(row, Key.Key_F1)
        assert asked.args == ["cows"]


def test_that_a_part_without_parts_does_not_open(qtbot: QtBot) -> None:
    row = TreeRow(make_look(), Part("calves", "Calves", 0.03, "3 %", opens=False))
    with qtbot.assertNotEmitted(row.why_asked):
        row.click()

    assert not row.isEnabled()


def test_that_a_pictogram_takes_the_colour_asked_for(qtbot: QtBot) -> None:
    ink = make_look().theme.colours.primary
    image = Icons(paths.icon).pixmap("cow", ink, 20, 2.0).toImage()
    solid = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    seen = {colour.name() for colour in solid if colour.alpha() == 255}

    assert seen == {ink.name()}
    assert (image.width(), image.devicePixelRatio()) == (40, 2.0)


def test_that_an_unknown_pictogram_is_an_error(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(paths.icon).pixmap("unicorn", QColor(), 20)


def test_that_the_gap_goes_with_the_hidden_thing(qtbot: QtBot) -> None:
    inside = QLabel("x")
    spaced = Spaced(inside, QMargins(0, 0, 0, 12))
    put_on_screen(qtbot, spaced)
    inside.hide()
    assert spaced.isHidden()

    inside.show()
    assert spaced.isVisible()


def test_that_the_voice_keeps_the_newest_figure_only(qtbot: QtBot) -> None:
    voice, about = Heard(), QLabel()
    for figure in ("1", "2", "3"):
        voice.speak_later(about, figure)
    qtbot.waitUntil(lambda: len(voice.sentences) == 2)

    assert voice.sentences == ["1", "3"]


def test_that_a_pressed_button_looks_different(qtbot: QtBot) -> None:
    button = PaintedButton(make_look(), Face("Open"))
    put_on_screen(qtbot, button)
    before = button.grab().toImage()
    button.setDown(True)

    assert button.grab().toImage() != before
