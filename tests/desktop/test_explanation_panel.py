"""The panel explains with the keyboard alone, keeps its place, and cuts nothing at 200 %."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.explanation.chip_button import ChipButton
from desktop.explanation.panel import ExplanationPanel
from desktop.explanation.places import Place
from desktop.explanation.rows_below import EffectLine, Line, TreeLine, key_of
from desktop.widgets.buttons import PaintedButton, Pressable
from desktop.widgets.scroll import ScrollPage
from desktop.widgets.text import Text
from diagnostics import FarmRecord, diagnose
from diagnostics.diagnosis import Diagnosis
from diagnostics.record import Entry
from tests.desktop.fitting import cut, overlapping
from tests.desktop.looks import heard, make_look, put_on_screen
from tests.desktop.stories import diagnosis
from tests.farms import dairy_farm, factors, row

NET, GROSS = Place("net_footprint_milk", "DAIRY"), Place("gross_footprint_milk", "DAIRY")
DIGESTION = GROSS.part_named("enteric")
COWS = Place("enteric_methane", "DAIRY/DC")
WINDOW_HEIGHT = 752


def panel_on(
    qtbot: QtBot, place: Place = GROSS, *, farm: str = "1", scale: float = 1.0, window: int = 1280
) -> ExplanationPanel:
    """Show the panel in a window of some width."""
    panel = ExplanationPanel(make_look(scale=scale))
    panel.resize(panel.width_in(window), WINDOW_HEIGHT)
    panel.explain(diagnosis(farm), place.name, place.row)
    put_on_screen(qtbot, panel)
    return panel


def press(key: Qt.Key, times: int = 1) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        QTest.keyClick(QGuiApplication.focusObject(), key)


def focused() -> str:
    """Name what has the focus."""
    widget = QGuiApplication.focusObject()
    assert isinstance(widget, QWidget)
    return widget.objectName()


def changed(record: FarmRecord) -> Diagnosis:
    """Diagnose the dairy farm after an answer."""
    return diagnose(record, factors())


def test_that_down_and_right_lead_to_an_answer_and_left_back(qtbot: QtBot) -> None:
    panel = panel_on(qtbot)
    assert focused() == key_of(DIGESTION)
    press(Qt.Key.Key_Right, 2)
    assert panel.place == COWS
    press(Qt.Key.Key_Left)
    assert (panel.place, focused()) == (DIGESTION, key_of(COWS))
    press(Qt.Key.Key_Backspace, 2)

    assert panel.place == NET


def test_that_up_and_down_walk_through_all_lines_and_round(qtbot: QtBot) -> None:
    panel = panel_on(qtbot)
    lines = panel.findChildren(Line)
    walked = []
    for _ in lines:
        walked.append(focused())
        press(Qt.Key.Key_Down)

    assert sorted(walked) == sorted(line.objectName() for line in lines)
    assert focused() == walked[0]
    press(Qt.Key.Key_Up)
    assert focused() == walked[-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_and_space_open_a_line(key: Qt.Key, qtbot: QtBot) -> None:
    panel = panel_on(qtbot)
    press(key)

    assert panel.place == DIGESTION


def test_that_left_at_the_top_changes_nothing(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, NET)
    before = panel.story
    press(Qt.Key.Key_Left, 3)

    assert panel.story is before


@pytest.mark.parametrize("place", [GROSS, Place("head_years", "DAIRY/DC"), Place("climate")])
def test_that_escape_closes_from_every_level(place: Place, qtbot: QtBot) -> None:
    panel = panel_on(qtbot, place)
    with qtbot.waitSignal(panel.closed):
        press(Qt.Key.Key_Escape)


def test_that_a_chip_leads_to_its_field(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, COWS)
    chip = panel.findChild(ChipButton, "chip/head_years@DAIRY/DC")
    assert isinstance(chip, ChipButton)
    with qtbot.waitSignal(panel.field_wished) as wished:
        QTest.keyClick(chip, Qt.Key.Key_Return)

    assert wished.args == ["DAIRY/DC", "head_years"]


def test_that_an_effect_leads_to_the_answer_it_would_change(qtbot: QtBot) -> None:
    panel = panel_on(qtbot)
    line = panel.findChild(EffectLine)
    assert isinstance(line, EffectLine)
    with qtbot.waitSignal(panel.field_wished) as wished:
        line.click()

    assert wished.args == ["DAIRY/DC", "digestibility"]


def test_that_a_crumb_leads_back_to_its_number(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, DIGESTION)
    link = next(one for one in panel.findChildren(PaintedButton) if one.face.text == "Net 0,84")
    link.click()

    assert (panel.place, focused()) == (NET, key_of(GROSS))


def test_that_a_link_behind_dots_says_where_it_leads(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Place("net_energy_lactation", "DAIRY/DC"))
    dots = next(one for one in panel.findChildren(PaintedButton) if one.face.text == "…")
    assert dots.accessibleName() == "Methane from digestion per head"
    dots.click()

    assert panel.place == Place("enteric_methane_per_head", "DAIRY/DC")


def test_that_new_results_keep_the_level_and_the_focus(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, DIGESTION)
    press(Qt.Key.Key_Down)
    before = focused()
    panel.follow(changed(dairy_farm().but("DAIRY/DC", "head_years", Entry(100.0))))

    assert (panel.place, focused()) == (DIGESTION, before)
    assert panel.story is not None
    assert panel.story.title == "Why 0,53 kg per litre?"


def test_that_a_row_that_is_gone_gives_way_to_the_number_above(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Place("purchase_emissions", "purchase/5"))
    record = dairy_farm()
    rows = tuple(one for one in record.rows if one.key != "purchase/5")
    panel.follow(changed(FarmRecord(record.name, record.year, rows)))

    assert panel.place == GROSS.part_named("other")


def test_that_results_before_any_question_are_taken_calmly(qtbot: QtBot) -> None:
    panel = ExplanationPanel(make_look())
    qtbot.addWidget(panel)
    panel.follow(diagnosis("1"))

    assert panel.place is None
    assert panel.copied_text() == ""


def test_that_showing_without_a_number_only_comes_into_sight(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, DIGESTION)
    panel.hide()
    panel.show()
    assert (panel.isVisible(), panel.place) == (True, DIGESTION)
    panel.show(diagnosis("2"), "net_emissions")

    assert panel.place == Place("net_emissions")


def test_that_copy_puts_text_and_table_on_the_clipboard(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, COWS)
    button = next(b for b in panel.findChildren(Pressable) if b.accessibleName() == "Copy")
    button.click()
    text = QGuiApplication.clipboard().text()

    assert text.startswith("Why 10\u202f647\u00a0kg\u00a0CH₄?")
    assert "\tenteric_methane_per_head\tDAIRY/DC\t" in text
    assert button.accessibleName() == "Copied"
    assert heard(panel.look)[-1] == "Copied"


def test_that_a_level_is_spoken_when_it_opens(qtbot: QtBot) -> None:
    panel = panel_on(qtbot)
    press(Qt.Key.Key_Right)

    assert heard(panel.look)[-1].startswith("Why 0,49 kg per litre? Methane")


def test_that_small_parts_are_shown_when_asked(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Place("manure_methane_emissions"))
    before = len(panel.findChildren(TreeLine))
    more = panel.findChild(PaintedButton, "more")
    assert isinstance(more, PaintedButton)
    more.click()

    assert (before, len(panel.findChildren(TreeLine))) == (4, 8)
    assert more.isHidden()
    assert isinstance(QGuiApplication.focusObject(), TreeLine)


def test_that_thousands_of_parts_are_laid_out_as_they_are_asked_for(qtbot: QtBot) -> None:
    record = dairy_farm()
    hedges = tuple(row("Hedge", f"hedge/{n}", hedge_length=10.0) for n in range(2, 2_000))
    panel = ExplanationPanel(make_look())
    qtbot.addWidget(panel)
    panel.explain(changed(FarmRecord("Many", 2025, record.rows + hedges)), "hedge_storage")
    few = len(panel.findChildren(TreeLine))
    more = panel.findChild(PaintedButton, "more")
    assert isinstance(more, PaintedButton)
    more.click()

    assert few <= 7
    assert len(panel.findChildren(TreeLine)) == few + 50


def test_that_everything_has_a_name_for_those_who_hear_the_screen(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Place("manure_methane", "DAIRY/DC/slurry_crust"))
    for widget in panel.findChildren(Pressable):
        about = QAccessible.queryAccessibleInterface(widget)
        assert about.text(QAccessible.Text.Name), widget
        assert about.role() == QAccessible.Role.Button
    names = [widget.accessibleName() for widget in panel.findChildren(ChipButton)]

    assert "Go to the answer: Average number present, 80 animals" in names
    assert any("reference value" in name for name in names)


def test_that_a_rise_and_a_fall_look_the_same(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, NET)
    tones = {
        (text.ink.name(), text.font().weight(), text.font().pixelSize())
        for line in panel.findChildren(EffectLine)
        for text in line.findChildren(Text)
        if text.shown[:1] in "+−" and "·" not in text.shown
    }

    assert len(tones) == 1
    assert next(iter(tones))[0] == panel.look.theme.colours.info.name()


@pytest.mark.parametrize(
    ("window", "scale", "width"),
    [(1280, 1.0, 512), (1100, 1.0, 512), (1099, 1.0, 1099), (1280, 2.0, 1280), (2400, 2.0, 1024)],
)
def test_that_a_narrow_window_is_taken_whole(window: int, scale: float, width: int) -> None:
    assert ExplanationPanel(make_look(scale=scale)).width_in(window) == width


LEVELS = [
    NET, GROSS, DIGESTION, COWS, NET.part_named("storage"), Place("soil_direct_n2o"),
    Place("manure_methane", "DAIRY/DC/slurry_crust"), Place("manure_methane_emissions"),
    Place("enteric_methane_per_head", "DAIRY/DC"), Place("gross_footprint_beef"),
    Place("methane_conversion_factor", "DAIRY/DC"), Place("head_years", "DAIRY/DC"),
]  # fmt: skip


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("place", LEVELS, ids=key_of)
def test_that_no_word_is_cut_or_covered(place: Place, scale: float, qtbot: QtBot) -> None:
    panel = panel_on(qtbot, place, scale=scale)
    page = panel.findChild(ScrollPage)
    assert isinstance(page, ScrollPage)
    page.verticalScrollBar().setValue(0)

    assert [*cut(panel), *overlapping(panel)] == []


@pytest.mark.parametrize("place", LEVELS, ids=key_of)
def test_that_most_levels_fit_without_scrolling(place: Place, qtbot: QtBot) -> None:
    panel = panel_on(qtbot, place)
    page = panel.findChild(ScrollPage)
    assert isinstance(page, ScrollPage)

    # The soils have long names and five parts: that level is the one that may be higher.
    hidden = 60 if place.name == "soil_direct_n2o" else 0
    assert page.verticalScrollBar().maximum() <= hidden


def test_that_a_long_way_can_be_walked_down_and_up_again(qtbot: QtBot) -> None:
    panel = panel_on(qtbot, Place("net_energy_lactation", "DAIRY/DC"))
    for _ in range(7):
        panel.go_up()
    assert panel.place == NET
    panel.explain(diagnosis("1"), "net_energy_lactation", "DAIRY/DC")

    assert panel.place == Place("net_energy_lactation", "DAIRY/DC")
