"""The live panel never shows the net without gross and carbon storage, nor zero for unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.chart_view import ChartView
from desktop.widgets.difference import DifferenceLine
from desktop.widgets.live_figures import LiveFigures
from desktop.widgets.live_panel import LivePanel
from desktop.widgets.live_strip import LiveStrip
from desktop.widgets.rows import WhyButton
from desktop.widgets.text import Text
from tests.desktop.figures import FIGURES, NOTHING_YET
from tests.desktop.looks import heard, make_look, put_on_screen


def panel_of(qtbot: QtBot, figures: LiveFigures) -> LivePanel:
    """Show the panel."""
    panel = LivePanel(make_look())
    panel.show_figures(figures)
    put_on_screen(qtbot, panel, panel.width())
    return panel


def read(widget: QWidget) -> list[str]:
    """Give the visible texts in reading order."""
    texts = [text for text in widget.findChildren(Text) if text.isVisible() and text.shown]
    return [text.shown for text in sorted(texts, key=lambda one: one.mapTo(widget, one.pos()).y())]


def test_that_gross_storage_and_net_stand_together_in_that_order(qtbot: QtBot) -> None:
    words = read(panel_of(qtbot, FIGURES))

    places = [words.index(word) for word in ("Gross", "Carbon storage", "Net")]
    assert places == sorted(places)
    assert {"0.98", "−0.11", "0.87"} <= set(words)


def test_that_the_interval_is_hidden_without_draws(qtbot: QtBot) -> None:
    assert "between 0.76 and 0.99" in read(panel_of(qtbot, FIGURES))
    assert "between" not in " ".join(read(panel_of(qtbot, replace(FIGURES, between=""))))


def test_that_without_a_figure_the_panel_says_what_to_enter(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, NOTHING_YET)
    words = read(panel)

    assert "Enter cows and milk: the result appears here." in words
    assert not {"0", "Gross", "Net", "Precision", "Enter next"} & set(words)


@pytest.mark.parametrize("key", ["headline", "gross", "storage", "net", "enteric", "others"])
def test_that_every_figure_answers_why(key: str, qtbot: QtBot) -> None:
    panel = panel_of(qtbot, FIGURES)
    row = panel.findChild(WhyButton, key)
    assert isinstance(row, WhyButton)
    with qtbot.waitSignal(panel.why_asked) as asked:
        QTest.keyClick(row, Qt.Key.Key_F1)

    assert asked.args == [key]


def test_that_a_mark_of_the_bar_answers_why(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, FIGURES)
    view = panel.findChild(ChartView)
    assert isinstance(view, ChartView)
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(panel.why_asked) as asked:
        QTest.keyClick(view, Qt.Key.Key_Return)

    assert asked.args == ["enteric"]


def test_that_a_next_answer_leads_to_its_question(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, FIGURES)
    button = panel.findChild(QWidget, "time")
    assert button is not None
    with qtbot.waitSignal(panel.answer_wished) as wished:
        QTest.keyClick(button, Qt.Key.Key_Space)

    assert wished.args == ["time"]


def test_that_new_figures_keep_the_focus_on_their_row(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, FIGURES)
    row = panel.findChild(WhyButton, "enteric")
    assert isinstance(row, WhyButton)
    row.setFocus()
    panel.show_figures(replace(FIGURES, value="0.88", net="0.88"))

    assert panel.focusWidget() is row


def test_that_a_result_is_spoken_once_and_the_newest_wins(qtbot: QtBot) -> None:
    panel = panel_of(qtbot, FIGURES)
    for figure in ("0.88", "0.89", "0.90"):
        panel.show_figures(replace(FIGURES, spoken=f"Net {figure}"))
    spoken = heard(panel.look)
    qtbot.waitUntil(lambda: len(spoken) == 2)

    assert spoken == ["Net 0.87, down 0.02", "Net 0.90"]


def test_that_a_difference_lights_up_once_and_stays(qtbot: QtBot) -> None:
    line = DifferenceLine(make_look(), tinted=30)
    put_on_screen(qtbot, line, 220)
    line.show_difference("−0.02 since this morning", -1)
    assert line.is_tinted
    qtbot.waitUntil(lambda: not line.is_tinted)
    line.show_difference("−0.02 since this morning", -1)

    assert (line.is_tinted, line.isVisible()) == (False, True)


def test_that_nothing_lights_up_for_those_who_want_no_motion(qtbot: QtBot) -> None:
    line = DifferenceLine(replace(make_look(), motion=False))
    put_on_screen(qtbot, line, 220)
    line.show_difference("−0.02 since this morning", -1)

    assert (line.is_tinted, line.shown) == (False, "−0.02 since this morning")


def test_that_no_change_shows_no_difference(qtbot: QtBot) -> None:
    line = DifferenceLine(make_look())
    line.show_difference("", 0)

    assert line.isHidden()


def test_that_the_strip_shows_gross_and_storage_beside_the_net(qtbot: QtBot) -> None:
    strip = LiveStrip(make_look())
    strip.show_figures(FIGURES)
    put_on_screen(qtbot, strip, 1024)

    assert "gross 0.98, carbon storage −0.11" in read(strip)
