"""Nothing is cut or painted over, from 100 to 200 % text."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.choice_field import ChoiceField
from desktop.forms.choice_model import ChoiceModel, Option
from desktop.forms.number_field import NumberField
from desktop.forms.number_model import FieldUnit, NumberContents, NumberFieldModel, Reference
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.bottom_bar import BottomBar
from desktop.widgets.live_panel import LivePanel
from desktop.widgets.live_strip import LiveStrip
from desktop.widgets.look import Look
from desktop.widgets.scroll import ScrollPage
from desktop.widgets.share_rows import Part, SourceRow, TreeRow
from desktop.widgets.step_list import StepList
from desktop.widgets.step_menu import StepMenu
from desktop.widgets.tabs import TabRow
from desktop.widgets.text import Text
from desktop.widgets.top_bar import Keeping, TopBar
from tests.desktop.figures import FIGURES, STEPS
from tests.desktop.fitting import cut, overlapping
from tests.desktop.looks import make_look, put_on_screen

LONG = "Milk fed to the calves, sold on the farm or given to the neighbours during the whole year"
KG = (FieldUnit("kg"),)
SCALES = [1.0, 1.25, 1.5, 2.0]


def fields(look: Look) -> list[QWidget]:
    """Give one field of each state."""
    model = NumberFieldModel("a", LONG, "why", KG, usual=(700, 1900), optional=True, digits=9)
    referred = NumberFieldModel("b", LONG, units=KG, reference=Reference(680, "Holstein, 2024"))
    shown: list[QWidget] = [NumberField(referred, look)]
    for text in ("1250", "1.250", "26000000", "-1", "abt 60", "31x"):
        field = NumberField(model, look)
        field.show_contents(NumberContents(text, 900))
        field.show_derived("≈ 7,500 L per cow and year")
        shown.append(field)
    options = tuple(Option(f"{n}", f"Answer {n}", "in a few words", "cow") for n in range(5))
    return [*shown, ChoiceField(ChoiceModel("c", LONG, options, "why", "2"), look)]


def column_of(widgets: list[QWidget]) -> QWidget:
    """Put widgets one under the other."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return inside


def cut_after_showing(qtbot: QtBot, widget: QWidget, width: int) -> list[object]:
    """Show a widget in a width and name what does not fit."""
    put_on_screen(qtbot, widget, width)
    return [*cut(widget), *overlapping(widget)]


@pytest.mark.parametrize("scale", SCALES)
def test_that_fields_fit_a_narrow_page(scale: float, qtbot: QtBot) -> None:
    look = make_look(scale=scale)
    page = ScrollPage(look, column_of(fields(look)))

    assert cut_after_showing(qtbot, page, 960) == []


@pytest.mark.parametrize("scale", SCALES)
def test_that_the_live_panel_fits(scale: float, qtbot: QtBot) -> None:
    look = make_look(scale=scale)
    panel = LivePanel(look)
    panel.show_figures(FIGURES)

    assert cut_after_showing(qtbot, panel, panel.width()) == []


@pytest.mark.parametrize("scale", SCALES)
def test_that_the_live_strip_fits_the_smallest_window(scale: float, qtbot: QtBot) -> None:
    strip = LiveStrip(make_look(scale=scale))
    strip.show_figures(FIGURES)

    assert cut_after_showing(qtbot, strip, 1024) == []


@pytest.mark.parametrize("scale", SCALES)
def test_that_the_steps_fit_as_a_list_and_as_a_menu(scale: float, qtbot: QtBot) -> None:
    look = make_look(scale=scale)
    assert cut_after_showing(qtbot, StepList(look, STEPS), 0) == []
    assert cut_after_showing(qtbot, StepMenu(look, STEPS), 0) == []


@pytest.mark.parametrize("scale", SCALES)
def test_that_the_top_bar_fits_the_smallest_window(scale: float, qtbot: QtBot) -> None:
    bar = TopBar(make_look(scale=scale))
    bar.show_farm("GAEC des Chênes et du Vallon", "Assessment 2025")
    bar.show_kept(Keeping.NOT_SAVED)
    bar.show_compact(scale > 1.25)

    assert cut_after_showing(qtbot, bar, 1024) == []


@pytest.mark.parametrize("scale", SCALES)
def test_that_messages_and_rows_fit(scale: float, qtbot: QtBot) -> None:
    look = make_look(scale=scale)
    bar = BottomBar(look)
    bar.show_note("2 points to look at on this page")
    part = Part("feed", LONG, 0.18, "18 %", "1 250 kg CH₄", LONG, "series.feed")
    actions = (("a", "Save elsewhere…"), ("b", "Try again"))
    banner = Banner(look, Matter.IMPOSSIBLE, LONG, LONG, actions)
    tabs = TabRow(look, [(f"{n}", "Young stock and males") for n in range(5)])
    rows: list[QWidget] = [banner, TreeRow(look, part), SourceRow(look, part), tabs, bar]

    assert cut_after_showing(qtbot, ScrollPage(look, column_of(rows)), 960) == []


def test_that_a_cut_text_is_found(qtbot: QtBot) -> None:
    text = Text(make_look(), LONG)
    text.setFixedWidth(40)

    assert cut_after_showing(qtbot, column_of([text]), 300) == [f"text: {LONG}"]


def test_that_texts_on_each_other_are_found(qtbot: QtBot) -> None:
    window = column_of([Text(make_look(), "one")])
    Text(make_look(), "two").setParent(window)

    put_on_screen(qtbot, window, 200)
    window.findChildren(Text)[-1].setGeometry(window.findChildren(Text)[0].geometry())

    assert overlapping(window) == [("one", "two")]
