"""Grazing is answered by painting months or by typing days; the days are what is kept."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.month_strip import MonthStrip
from desktop.forms.number_field import NumberField
from desktop.forms.number_model import (
    FieldUnit,
    NumberAnswer,
    NumberContents,
    NumberFieldModel,
    Reference,
    State,
)
from tests.desktop.looks import heard, make_look, put_on_screen

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
GRAZING = NumberFieldModel(
    "grazing_days",
    "Grazing days",
    help="Even for part of the day.",
    units=(FieldUnit("d"),),
    possible=(0, 365),
    usual=(0, 300),
    reference=Reference(160, "lowland, maize"),
)


@dataclass
class Page:
    """A strip, the fields around it, and what the strip told."""

    window: QWidget
    before: NumberField
    strip: MonthStrip
    after: NumberField
    answers: list[NumberAnswer] = field(default_factory=list)

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        focused = self.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, *modifiers)

    def go_to(self, month: int) -> None:
        """Put the focus on a month, January being 0."""
        self.strip.months.cells[month].setFocus()

    @property
    def days(self) -> list[str]:
        """What stands in the months."""
        return [cell.figure for cell in self.strip.months.cells]

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.strip.box.text()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """A strip with 200 days, the focus on April."""
    look, window = make_look(), QWidget()
    before, after = NumberField(GRAZING, look), NumberField(GRAZING, look)
    page = Page(window, before, MonthStrip(GRAZING, look, 10_000), after)
    column = QVBoxLayout(window)
    for field_ in (before, page.strip, after):
        column.addWidget(field_)
    page.strip.show_contents(NumberContents("200", 200))
    page.strip.committed.connect(page.answers.append)
    put_on_screen(qtbot, window, 760)
    page.go_to(3)
    return page


def test_that_a_number_is_shown_as_months(page: Page) -> None:
    assert page.days == ["0", "0", "8", "30", "31", "30", "31", "31", "30", "9", "0", "0"]
    assert "counts only the days" in page.strip.caption


def test_that_space_paints_a_month_out_and_in(page: Page) -> None:
    page.key(Key.Key_Space)
    assert (page.text, page.days[3]) == ("170", "0")
    page.key(Key.Key_Space)

    assert [answer.value for answer in page.answers] == [170, 200]
    assert page.days[2:4] == ["8", "30"]


def test_that_a_part_month_is_first_painted_whole(page: Page) -> None:
    page.go_to(2)
    page.key(Key.Key_Space)

    assert (page.days[2], page.answers[-1].text) == ("31", "223")


def test_that_arrows_move_and_change_nothing(page: Page) -> None:
    page.key(Key.Key_Right)
    assert page.window.focusWidget() is page.strip.months.cells[4]
    page.key(Key.Key_Home)
    page.key(Key.Key_Left)

    assert page.window.focusWidget() is page.strip.months.cells[0]
    assert page.answers == []


def test_that_shift_and_an_arrow_paint_on(page: Page) -> None:
    page.go_to(8)
    for _ in range(2):
        page.key(Key.Key_Right, SHIFT)
    assert page.days[8:11] == ["30", "31", "30"]

    page.go_to(0)
    page.key(Key.Key_Right, SHIFT)
    assert page.days[1] == "0"


def test_that_the_mouse_paints_and_commits_once(page: Page) -> None:
    cells = page.strip.months.cells
    centre = cells[9].rect().center()
    QTest.mousePress(cells[9], Qt.MouseButton.LeftButton, pos=centre)
    for month in (10, 11):
        there = cells[month].mapToGlobal(QPoint(10, 10))
        cells[9].dragged.emit(there)
    QTest.mouseRelease(cells[9], Qt.MouseButton.LeftButton)

    assert page.days[9:] == ["31", "30", "31"]
    assert [answer.value for answer in page.answers] == [200 - 9 + 92]


def test_that_typing_days_wins_over_what_was_painted(page: Page) -> None:
    page.key(Key.Key_Space)
    page.strip.box.setFocus()
    QTest.keyClicks(page.strip.box, "183")
    page.key(Key.Key_Return)

    assert page.answers[-1].value == 183
    assert page.days == ["0", "0", "0", "30", "31", "30", "31", "31", "30", "0", "0", "0"]


def test_that_a_figure_typed_on_the_months_goes_into_the_box(page: Page) -> None:
    page.key(Key.Key_9)
    page.key(Key.Key_5)
    page.key(Key.Key_Return)

    assert (page.answers[-1].text, page.answers[-1].value) == ("95", 95)
    assert page.after.isAncestorOf(page.window.focusWidget())


def test_that_an_impossible_number_leaves_the_months_as_they_were(page: Page) -> None:
    before = page.days
    page.strip.box.setFocus()
    QTest.keyClicks(page.strip.box, "380")
    page.key(Key.Key_Return)

    assert page.strip.state is State.IMPOSSIBLE
    assert page.days == before


def test_that_delete_shows_the_reference_apart(page: Page) -> None:
    page.key(Key.Key_Delete)
    assert (page.strip.state, page.days[3]) == (State.REFERENCE, "18")
    page.strip.show_reference(Reference(0, "none"))
    assert set(page.days) == {"0"}

    page.strip.show_reference(GRAZING.reference)
    page.key(Key.Key_F4)
    assert page.answers[-1].value == 160


def test_that_painting_begins_from_the_reference(page: Page) -> None:
    page.key(Key.Key_Delete)
    page.go_to(9)
    page.key(Key.Key_Space)

    assert page.answers[-1].value == 160 + 31


def test_that_tab_stops_once_at_the_months(page: Page, qtbot: QtBot) -> None:
    page.key(Key.Key_Tab)
    assert page.window.focusWidget() is page.strip.box
    with qtbot.waitSignal(page.strip.left):
        page.key(Key.Key_Backtab, SHIFT)

    assert page.window.focusWidget() is page.strip.months.cells[3]


def test_that_one_comes_to_the_months_before_the_box(page: Page) -> None:
    page.before.box.setFocus()
    page.key(Key.Key_Tab)
    assert page.window.focusWidget() is page.strip.months.cells[3]
    page.go_to(6)
    page.key(Key.Key_Right)
    page.before.box.setFocus()
    page.key(Key.Key_Return)

    assert page.window.focusWidget() is page.strip.months.cells[7]


def test_that_a_half_typed_number_is_continued(page: Page) -> None:
    page.strip.take_up(NumberContents("", None), "9")
    page.go_to(3)
    page.key(Key.Key_5)
    page.key(Key.Key_Return)

    assert (page.answers[-1].text, page.answers[-1].value) == ("95", 95)


def test_that_enter_on_the_months_goes_to_the_next_question(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.strip.left):
        page.key(Key.Key_Return)

    assert page.after.isAncestorOf(QApplication.focusWidget())


def test_that_keys_ask_why_and_for_a_note(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.strip.why_asked, page.strip.note_asked]):
        page.key(Key.Key_F1)
        page.key(Key.Key_F2)


def test_that_each_month_is_heard_with_its_days(page: Page) -> None:
    april = QAccessible.queryAccessibleInterface(page.strip.months.cells[3])
    assert april.text(QAccessible.Text.Name) == "April, 30 of 30 days"
    assert april.state().checked
    page.key(Key.Key_Space)

    assert page.strip.months.cells[3].accessibleName() == "April, 0 of 30 days"
    assert heard(page.strip.look) == ["170 days in the year"]


def test_that_a_calculated_number_can_only_be_seen(qtbot: QtBot) -> None:
    model = NumberFieldModel("days", "Days", units=(FieldUnit("d"),), read_only=True)
    strip = MonthStrip(model, make_look())
    strip.show_contents(NumberContents("31", 31))
    put_on_screen(qtbot, strip, 700)
    with qtbot.assertNotEmitted(strip.committed):
        QTest.keyClick(strip.months.cells[0], Key.Key_Space)

    assert strip.box.text() == "31"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_months_are_large_enough_to_hit(scale: float, qtbot: QtBot) -> None:
    strip = MonthStrip(GRAZING, make_look(scale=scale))
    put_on_screen(qtbot, strip, 500)

    assert min(min(cell.size().toTuple()) for cell in strip.months.cells) >= 36
