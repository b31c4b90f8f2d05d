"""The list of farms: empty, searched, ordered, copied, put into the bin and brought back."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import paths
from desktop.application import Program
from desktop.opening import add_dossier, open_library
from desktop.presenting.examples import example_record
from desktop.storage.lock import LibraryLock
from desktop.widgets.buttons import PaintedButton
from desktop.windows.bin_page import BinPage
from desktop.windows.farm_row import FarmRow
from desktop.windows.farms_page import FarmsPage
from tests.desk import PATIENCE, Desk, PageRobot, said, type_signs

EXAMPLES = ("typical/d1.json", "typical/b1.json", "typical/d4.json", "typical/b6.json")


@pytest.fixture
def program(desk: Desk) -> Program:
    """A library with four farms on the home page."""
    started = desk.start(with_example=False)
    assert started.services is not None
    for name in EXAMPLES:
        add_dossier(started.services, example_record(name))
    started.show_home()
    QTest.qWait(20)
    return started


def names(program: Program) -> list[str]:
    """The farms on the page, from top to bottom."""
    rows = [row for row in program.window.home.findChildren(FarmRow) if row.isVisible()]
    rows.sort(key=lambda row: row.mapTo(program.window, row.rect().topLeft()).y())
    return [row.line.name for row in rows]


def row(program: Program, start: str) -> FarmRow:
    """The row of the farm whose name begins so."""
    rows = [one for one in program.window.home.findChildren(FarmRow) if one.isVisible()]
    return next(one for one in rows if one.line.name.startswith(start))


def press(widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    """Press a key in a widget."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(widget, key, keys)
    QTest.qWait(20)


NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_that_an_empty_library_offers_to_begin_or_to_look(desk: Desk) -> None:
    home = desk.start(with_example=False).window.home

    assert "Quick diagnosis (10 minutes)" in said(home)
    assert "See an example farm" in said(home)
    assert not home.search.isVisible()
    assert home.beginning.first.hasFocus()


def test_that_enter_in_an_empty_library_begins_a_farm(desk: Desk) -> None:
    program = desk.start(with_example=False)
    with desk.bot.waitSignal(program.opened, timeout=PATIENCE):
        QTest.keyClick(program.window.home.beginning.first, Qt.Key.Key_Return)
    page = PageRobot(desk.bot, program)

    assert page.document.name == "New farm"
    assert page.desk.view.here == "farm"
    assert QApplication.activeModalWidget() is None


def test_that_another_farm_is_begun_from_an_open_one(desk: Desk) -> None:
    page = desk.open_page()
    with desk.bot.waitSignal(page.program.opened, timeout=PATIENCE):
        page.press(Qt.Key.Key_N, CONTROL)

    assert page.document.name == "New farm"
    assert page.program.services is not None
    assert len(page.program.services.library.farms()) == 2


def test_that_an_example_is_added_and_opened(desk: Desk) -> None:
    program = desk.start(with_example=False)
    program.window.home.beginning.examples.click()
    page = program.window.asides.page
    assert isinstance(page, FarmsPage)
    assert len(page.buttons) == 14

    with desk.bot.waitSignal(program.opened, timeout=PATIENCE):
        page.findChild(PaintedButton, "typical/b5.json").click()
    assert program.document is not None
    assert program.document.name == "B5 Veneto finisher"


def test_that_an_example_says_so_in_the_list(desk: Desk) -> None:
    program = desk.start(with_example=False)
    with desk.bot.waitSignal(program.opened, timeout=PATIENCE):
        program.shelf.add_example("typical/d1.json")
    program.window.home_wished.emit()
    QTest.qWait(20)

    assert "Example farm" in said(program.window.home)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BURG", ["B1 Charolais breeder, Burgundy"]),
        ("  jura ", ["D4 Mountain grass, Jura"]),
        ("saone", ["B1 Charolais breeder, Burgundy"]),
        ("b suckler", ["B6 Dehesa breeder, Extremadura", "B1 Charolais breeder, Burgundy"]),
        ("nobody 🐄 é", []),
        ("\\.*( nobody", []),
    ],
)
def test_that_the_search_finds_by_name_and_place(
    program: Program, text: str, found: list[str]
) -> None:
    search = program.window.home.search
    search.setFocus()
    type_signs(search, text)
    QTest.qWait(20)

    assert names(program) == found


def test_that_escape_shows_all_farms_again(program: Program) -> None:
    search = program.window.home.search
    search.setFocus()
    type_signs(search, "jura")
    assert "1 of 4 farms" in said(program.window.home)
    press(search, Qt.Key.Key_Escape, NONE)

    assert len(names(program)) == 4


@pytest.mark.parametrize(
    ("order", "first"),
    [("opened", "B6"), ("name", "B1"), ("footprint", "D1"), ("year", "B6")],
)
def test_that_the_order_is_as_wished_and_kept(
    desk: Desk, program: Program, order: str, first: str
) -> None:
    home = program.window.home
    home.sort.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(action for action in menu.actions() if action.data() == order).trigger()
    menu.close()
    QTest.qWait(20)

    assert names(program)[0].startswith(first) or order == "footprint"
    assert program.settings.order == order


def test_that_the_arrow_keys_go_through_the_list(program: Program) -> None:
    home = program.window.home
    press(home.search, Qt.Key.Key_Down, NONE)
    first = row(program, names(program)[0][:2])
    assert first.hasFocus()

    press(first, Qt.Key.Key_Down, NONE)
    assert row(program, names(program)[1][:2]).hasFocus()
    press(first, Qt.Key.Key_Up, NONE)
    assert home.search.hasFocus()


def test_that_a_copy_has_the_answers_and_a_name_of_its_own(program: Program) -> None:
    press(row(program, "D1"), Qt.Key.Key_D, CONTROL)

    assert "Copy of D1 Lowland maize, West" in names(program)
    assert program.services is not None
    copies = [card for card in program.services.library.farms() if "D1" in card.name]
    records = [program.services.library.record(card.dossier or 0) for card in copies]
    assert records[0].rows == records[1].rows
    assert copies[0].headline is not None


def test_that_a_farm_goes_into_the_bin_and_undo_brings_it_back(program: Program) -> None:
    press(row(program, "D4"), Qt.Key.Key_Delete, NONE)
    assert "D4 Mountain grass, Jura is in the bin" in said(program.window)
    assert not any(name.startswith("D4") for name in names(program))

    buttons = program.window.findChildren(PaintedButton)
    next(one for one in buttons if one.accessibleName() == "Undo" and one.isVisible()).click()
    QTest.qWait(20)
    assert any(name.startswith("D4") for name in names(program))


def bin_page(program: Program) -> BinPage:
    """The page of the farms in the bin."""
    program.window.home.bin.click()
    page = program.window.asides.page
    assert isinstance(page, BinPage)
    QTest.qWait(20)
    return page


def test_that_a_farm_comes_back_from_the_bin_another_day(program: Program) -> None:
    press(row(program, "D4"), Qt.Key.Key_Delete, NONE)
    page = bin_page(program)
    assert "D4 Mountain grass, Jura" in said(page)
    page.rows[0].restore.click()
    QTest.qWait(20)

    assert any(name.startswith("D4") for name in names(program))
    assert not program.window.home.bin.isVisible()


def test_that_a_farm_goes_for_ever_only_after_a_question_in_its_row(program: Program) -> None:
    press(row(program, "D4"), Qt.Key.Key_Delete, NONE)
    first = bin_page(program).rows[0]
    press(first.delete, Qt.Key.Key_Return, NONE)
    assert "Nothing brings D4 Mountain grass, Jura back" in said(first)
    assert first.keep.hasFocus()
    press(first.keep, Qt.Key.Key_Return, NONE)
    assert first.restore.hasFocus()

    press(first.delete, Qt.Key.Key_Return, NONE)
    press(first.sure, Qt.Key.Key_Return, NONE)
    assert program.services is not None
    assert program.services.library.farms(binned=True) == ()
    assert len(names(program)) == 3
    assert QApplication.activeModalWidget() is None


def test_that_the_bin_stays_open_while_farms_are_in_it(program: Program) -> None:
    for start in ("D4", "D1"):
        press(row(program, start), Qt.Key.Key_Delete, NONE)
    first = bin_page(program).rows[0]
    first.delete.click()
    first.sure.click()
    QTest.qWait(20)
    page = program.window.asides.page

    assert isinstance(page, BinPage)
    assert len(page.rows) == 1


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_that_a_start_after_a_month_empties_the_bin(
    desk: Desk, program: Program, days: int, left: int
) -> None:
    press(row(program, "D4"), Qt.Key.Key_Delete, NONE)
    desk.close()
    opened = open_library(
        LibraryLock.take(paths.library()), lambda: datetime.now(UTC) + timedelta(days=days)
    )
    opened.library.writer.flush()
    found = len(opened.library.farms()), len(opened.library.farms(binned=True))
    opened.library.close()

    assert found == (3, left)


@pytest.fixture
def crowded(desk: Desk) -> Program:
    """A library of fifty farms on the home page."""
    program = desk.start(with_example=False)
    assert program.services is not None
    record = example_record("typical/d1.json")
    for number in range(50):
        program.services.library.add(type(record)(f"Farm {number:03}", 2024, record.rows))
    program.show_home()
    QTest.qWait(20)
    return program


def test_that_many_farms_are_shown_in_part_and_found_by_a_word(crowded: Program) -> None:
    assert "20 of 50 farms" in said(crowded.window.home)
    type_signs(crowded.window.home.search, "049")
    QTest.qWait(20)

    assert names(crowded) == ["Farm 049"]
    assert not crowded.window.home.more.isVisible()


def test_that_every_farm_is_reached_with_the_keys(crowded: Program) -> None:
    home = crowded.window.home
    for _ in range(2):
        press(home.more, Qt.Key.Key_Return, NONE)
    assert len(names(crowded)) == 50
    assert not home.more.isVisible()
    assert row(crowded, names(crowded)[40]).hasFocus()


def test_that_the_down_key_goes_on_behind_the_last_row_shown(crowded: Program) -> None:
    last, behind = row(crowded, names(crowded)[19]), "Farm 029"
    press(last, Qt.Key.Key_Down, NONE)

    assert row(crowded, behind).hasFocus()
    assert len(names(crowded)) == 40


def test_that_a_search_that_finds_the_same_farms_makes_no_row_anew(crowded: Program) -> None:
    before = row(crowded, "Farm 049")
    type_signs(crowded.window.home.search, "farm 0")
    QTest.qWait(20)

    assert row(crowded, "Farm 049") is before
