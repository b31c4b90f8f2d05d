"""Backups, the history panel, settings, and the ways out of a damaged library, as a person."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import paths
from desktop.application import Program
from desktop.presenting.recoveries import EMPTY, SALVAGE
from desktop.settings import NO_MOTION
from desktop.storage.backup import back_up
from desktop.widgets.backup_row import BackupRow
from desktop.widgets.difference_table import DifferenceTable
from desktop.windows.about_page import AboutPage, works_in
from desktop.windows.backups_page import BackupsPage
from desktop.windows.damaged_page import DamagedPage
from desktop.windows.restore_page import RestorePage
from desktop.windows.settings_page import SettingsPage
from tests.desk import COWS, MILK, PATIENCE, Desk, PageRobot, said
from tests.storage.farmyard import bytes_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def aside(desk: Desk, kind: type) -> object:
    """The page aside, once it is there."""
    assert desk.program is not None
    asides = desk.program.window.asides
    desk.bot.waitUntil(lambda: isinstance(asides.page, kind), timeout=PATIENCE)
    return asides.page


def typed(page: PageRobot) -> None:
    """Three steps: 65 cows, 500,000 litres, 70 cows."""
    for key, text in ((COWS, "65"), (MILK, "500000"), (COWS, "70")):
        page.type(key, text)
        page.settled()


def test_that_the_history_goes_back_to_a_point_and_forward_again(desk: Desk) -> None:
    page = desk.open_page()
    typed(page)
    page.press(Qt.Key.Key_H, CONTROL)
    panel = page.desk.remembering.panel
    assert panel is not None
    steps = panel.steps
    assert steps.hasFocus()
    heard = [str(steps.model().index(row, 0).data()) for row in range(steps.model().rowCount())]
    assert [word in heard[0] for word in ("from 65", "to 70")] == [True, True]
    assert heard[-1] == "Before the first change"

    steps.setCurrentIndex(steps.model().index(2, 0))
    page.press_return()
    page.settled()
    assert (page.value(COWS), page.line(COWS).text()) == (65, "65")
    assert "undone" in str(steps.model().index(0, 0).data())
    page.press(Qt.Key.Key_Home)
    page.press_return()
    page.settled()
    assert page.value(COWS) == 70


def test_that_the_history_is_searched_and_closed_by_escape(desk: Desk) -> None:
    page = desk.open_page()
    typed(page)
    page.go_to(COWS)
    page.press(Qt.Key.Key_H, CONTROL)
    panel = page.desk.remembering.panel
    assert panel is not None
    panel.search.setText("milk")
    desk.bot.waitUntil(lambda: panel.steps.model().rowCount() == 1, timeout=PATIENCE)
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_Escape)

    assert page.desk.remembering.panel is None


def test_that_a_backup_is_made_verified_and_restored(desk: Desk) -> None:
    page = desk.open_page()
    program = page.program
    program.window.actions_.backups.trigger()
    listed = aside(desk, BackupsPage)
    QTest.keyClick(listed.make, Qt.Key.Key_Return)
    desk.bot.waitUntil(lambda: "verified" in said(program.window.asides.page), timeout=PATIENCE)
    QTest.keyClick(program.window.asides.page, Qt.Key.Key_Escape)
    page.type(COWS, "65")
    page.settled()

    program.window.actions_.backups.trigger()
    row = aside(desk, BackupsPage).findChild(BackupRow)
    row.restore.click()
    compared = aside(desk, RestorePage)
    table = compared.findChild(DifferenceTable)
    cells = [str(table.model().index(0, column).data()) for column in range(3)]
    assert "65" in cells[1]
    assert "80" in cells[2]
    with desk.bot.waitSignal(program.care.backups.restored, timeout=PATIENCE):
        QTest.keyClick(compared.first, Qt.Key.Key_Return)
    QTest.qWait(20)
    assert "Restored" in said(program.window)
    page = desk.open_page()
    assert page.value(COWS) == 80
    program.window.actions_.undo.trigger()
    page.settled()
    assert page.value(COWS) == 65


def test_that_a_setting_takes_effect_at_once_and_the_page_stays(desk: Desk) -> None:
    program = desk.start()
    program.window.actions_.settings.trigger()
    page = aside(desk, SettingsPage)
    page.choosers["theme"].chosen.emit("dark")
    page = aside(desk, SettingsPage)
    assert program.settings.theme == "dark"
    assert page.choosers["theme"].hasFocus()
    page.choosers["text_size"].chosen.emit("1.5")
    page = aside(desk, SettingsPage)
    page.choosers["motion"].chosen.emit(NO_MOTION)
    QTest.keyClick(aside(desk, SettingsPage), Qt.Key.Key_Escape)

    assert (program.settings.text_size, program.settings.motion) == (1.5, False)
    assert program.window.asides.page is None


def test_that_settings_are_reached_and_left_by_keys_from_a_dossier(desk: Desk) -> None:
    page = desk.open_page()
    page.press(Qt.Key.Key_Comma, CONTROL)
    shown = aside(desk, SettingsPage)
    assert str(paths.user_folder()) in said(shown)
    shown.choosers["language"].chosen.emit("fr")
    QTest.keyClick(aside(desk, SettingsPage), Qt.Key.Key_Escape)
    desk.bot.waitUntil(page.line(COWS).isVisible, timeout=PATIENCE)

    assert page.program.settings.language == "fr"


def test_that_the_page_about_the_program_shows_its_factors_and_licences(desk: Desk) -> None:
    program = desk.start()
    program.window.actions_.program.trigger()
    told = said(aside(desk, AboutPage))

    assert program.services is not None
    assert program.services.factors.hash in told
    assert "SQLAlchemy" in told
    assert len(works_in(paths.notices())) > 15
    assert works_in("") == []


def harmed(seed: int) -> bytes:
    """Harm the library in one of several ways; gives what it is now."""
    file, dice = paths.library(), random.Random(seed)
    content = file.read_bytes()
    page = dice.randrange(2, len(content) // 4096) * 4096
    ways = (
        content[:page],
        content[:page] + bytes(4096) + content[page + 4096 :],
        content[:page] + dice.randbytes(4096) + content[page + 4096 :],
        b"<html>" * 500,
        b"",
    )
    file.write_bytes(ways[seed % len(ways)])
    return file.read_bytes()


def refused(desk: Desk, seed: int) -> tuple[Program, bytes]:
    """A program that starts on a damaged library of two farms with one backup."""
    page = desk.open_page()
    page.type(COWS, "65")
    page.settled()
    desk.close()
    back_up(paths.library(), paths.backups(), "daily")
    damaged = harmed(seed)
    return desk.start_refused(), damaged


@pytest.mark.parametrize("seed", range(10))
def test_that_a_damaged_library_waits_untouched_until_one_chooses(desk: Desk, seed: int) -> None:
    _, damaged = refused(desk, seed)
    before = bytes_of(paths.user_folder())
    page = aside(desk, DamagedPage)
    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert aside(desk, DamagedPage) is page
    assert "The file of your farms is damaged" in said(page)
    assert "Read back just now: it is whole." in said(page)
    assert bytes_of(paths.user_folder()) == before
    assert before["library.db"] == damaged


def test_that_the_backup_is_one_key_away(desk: Desk) -> None:
    program, damaged = refused(desk, 3)
    page = aside(desk, DamagedPage)
    assert program.window.focusWidget() is page.first
    with desk.bot.waitSignal(program.ready, timeout=PATIENCE):
        QTest.keyClick(page.first, Qt.Key.Key_Return)
    QTest.qWait(20)
    kept = list(paths.user_folder().glob("*-damaged.db"))

    assert [file.read_bytes() for file in kept] == [damaged]
    assert kept[0].name in said(program.window)
    assert desk.open_page().value(COWS) == 65


@pytest.mark.parametrize(("key", "farms"), [(SALVAGE, 1), (EMPTY, 0)])
def test_that_the_other_ways_out_open_the_library_too(desk: Desk, key: str, farms: int) -> None:
    desk.start()
    desk.close()
    content = paths.library().read_bytes()
    paths.library().write_bytes(content[:-4096] + bytes(4096))
    program = desk.start_refused()
    page = aside(desk, DamagedPage)
    with desk.bot.waitSignal(program.ready, timeout=PATIENCE):
        page.recovery_asked.emit(key)

    assert program.services is not None
    assert len(program.services.library.farms()) == farms
    assert len(list(paths.user_folder().glob("*-damaged.db"))) == 1
