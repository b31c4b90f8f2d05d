"""The window itself: languages, themes, text sizes, pages, messages, the report."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop import paths
from desktop.settings import Settings, read_settings
from desktop.storage.lock import LibraryLock
from desktop.storage.troubles import DISK_FULL, StoreUnavailable
from tests.desk import COWS, MILK, Desk, PageRobot, reports, said

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def choose(page: PageRobot, what: str, code: str) -> None:
    """Choose in the menu."""
    page.program.window.actions_.preferred.emit(what, code)
    QTest.qWait(30)


def test_that_no_second_window_ever_flashes_up(desk: Desk) -> None:
    windows = Windows()
    page = desk.open_page()
    for step in ("results", "report", "farm"):
        page.desk.go_to_step(step)
    choose(page, "language", "fr")

    assert windows.shown == ["MainWindow"]


def test_that_going_on_by_enter_ties_no_widget_to_another(desk: Desk) -> None:
    page = desk.open_page()
    actions = page.desk.view.step_menu.menu.actions()
    for heads in range(60, 70):
        page.type(COWS, str(heads))
        QTest.qWait(15)

    assert all(isValid(action) for action in actions)


def test_that_another_language_keeps_the_half_typed_text_and_the_focus(desk: Desk) -> None:
    page = desk.open_page()
    page.type(MILK, "4650", end=None)
    choose(page, "language", "fr")

    assert page.line(MILK).text() == "4650"
    assert QApplication.focusWidget() is page.line(MILK)
    assert "Empreinte nette du lait" in page.panel()
    assert read_settings(paths.preferences()).language == "fr"


def test_that_another_theme_keeps_the_answers(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "66")
    page.settled()
    shown = page.headline()
    choose(page, "theme", "dark")

    assert page.line(COWS).text() == "66"
    assert page.headline() == shown
    assert page.program.window.palette().window().color().lightnessF() < 0.2


def test_that_the_text_grows_with_a_key_up_to_twice_its_size(desk: Desk) -> None:
    page = desk.open_page()
    for _ in range(6):
        page.press(Qt.Key.Key_Plus, CONTROL)
        QTest.qWait(5)
    assert page.program.settings.text_size == 2.0

    page.press(Qt.Key.Key_0, CONTROL)
    assert page.program.settings.text_size == 1.0


def test_that_steps_and_farms_are_reached_by_keys(desk: Desk) -> None:
    page = desk.open_page()
    page.press(Qt.Key.Key_3, ALT)
    assert page.desk.view.here == "results"
    page.press(Qt.Key.Key_P, CONTROL)
    assert page.desk.view.here == "report"
    page.press(Qt.Key.Key_Left, ALT)
    QTest.qWait(10)

    assert page.program.document is None
    assert "My farms" in said(page.program.window)


def test_that_continue_shows_what_is_to_be_looked_at_once_and_never_blocks(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "a few")
    page.settled()
    page.press(Qt.Key.Key_Return, CONTROL)
    QTest.qWait(10)
    assert page.desk.view.here == "farm"
    assert "1 point to look at on this page" in said(page.desk.questions.first)

    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.desk.view.here == "check"


def test_that_the_points_to_look_at_go_once_they_are_put_right(desk: Desk) -> None:
    page = desk.open_page()
    page.type(COWS, "a few")
    page.settled()
    page.desk.go_on()
    page.type(COWS, "70")
    page.settled()

    assert "to look at" not in said(page.desk.questions.first)


def test_that_the_explanation_opens_with_f1_and_gives_the_focus_back(desk: Desk) -> None:
    page = desk.open_page()
    page.go_to(MILK)
    page.press(Qt.Key.Key_F1)
    QTest.qWait(10)
    assert "Milk sold over the year" in said(page.desk.explaining.panel)

    page.press(Qt.Key.Key_Escape)
    QTest.qWait(10)
    assert page.desk.explaining.panel is None
    assert QApplication.focusWidget() is page.line(MILK)


def test_that_a_click_on_the_headline_explains_it(desk: Desk) -> None:
    page = desk.open_page()
    page.desk.view.live.findChild(QWidget, "headline").click()
    QTest.qWait(10)

    assert "Why 0.84 kg per litre?" in said(page.desk.explaining.panel)


def test_that_an_explanation_leads_to_the_field_and_says_when_there_is_none(desk: Desk) -> None:
    page = desk.open_page()
    page.desk.explain("headline")
    page.desk.explaining.field_wished.emit("DAIRY/DC", "digestibility")
    QTest.qWait(10)
    assert "No page asks for this answer yet" in said(page.program.window)

    page.desk.explaining.field_wished.emit("DAIRY", "milk_delivered")
    assert page.line(MILK).hasFocus()
    assert page.desk.explaining.panel is None


def test_that_so_little_milk_that_it_bears_nothing_is_no_footprint_of_zero(desk: Desk) -> None:
    page = desk.open_page()
    page.type(MILK, "465")
    page.settled()

    assert page.headline() == "—"
    assert "bears none of the emissions" in page.panel()


def test_that_the_report_is_written_and_shown(desk: Desk) -> None:
    page = desk.open_page()
    page.desk.go_to_step("report")
    page.press(Qt.Key.Key_Return)
    page.bot.waitUntil(lambda: "Report saved" in said(page.desk.report), timeout=20_000)

    assert [path.name for path in reports()] == ["Bocage_GAEC_des_Chênes_2025.pdf"]
    assert reports()[0].read_bytes().startswith(b"%PDF")


def test_that_a_report_is_not_promised_while_an_answer_is_missing(desk: Desk) -> None:
    page = desk.open_page()
    page.clear(MILK)
    page.settled()
    page.desk.go_to_step("report")

    assert not page.desk.report.save.isEnabled()
    assert "is not entered" in said(page.desk.report)


def test_that_the_results_show_the_same_headline(desk: Desk) -> None:
    page = desk.open_page()
    figure = page.headline().split()[0]
    page.desk.go_to_step("results")
    QTest.qWait(20)
    shown = said(page.desk.results)

    assert page.desk.results.first.accessibleName() == figure
    assert "kg CO₂e net per litre of milk" in shown


def test_that_a_full_disk_is_told_until_it_is_over(desk: Desk) -> None:
    page = desk.open_page()
    page.settled()
    page.program.news.trouble.emit(StoreUnavailable(DISK_FULL))
    QTest.qWait(10)
    assert "The disk is full" in said(page.program.window)
    assert "Not saved yet" in said(page.program.window.top)

    page.program.news.recovered.emit()
    QTest.qWait(10)
    assert "The disk is full" not in said(page.program.window)


@pytest.mark.slow
def test_that_a_second_start_brings_the_first_window_forward_and_ends(desk: Desk) -> None:
    program = desk.start()
    program.window.showMinimized()
    second = subprocess.Popen([sys.executable, "-m", "desktop"], env=os.environ)
    desk.bot.waitUntil(lambda: second.poll() is not None, timeout=20_000)

    assert second.returncode == 0
    assert not program.window.isMinimized()


def test_that_the_preferences_of_yesterday_are_worn_today(desk: Desk) -> None:
    desk.prefer(Settings("fr", "es", "dark", 1.25))
    program = desk.start()

    assert program.settings.text_size == 1.25
    assert "Mes fermes" in said(program.window)


def test_that_a_damaged_file_of_preferences_does_no_harm(desk: Desk) -> None:
    paths.preferences().write_bytes(b"\x00\xff[General\nlanguage=@Invalid()\ntext_size=ten")
    program = desk.start()

    assert program.settings == Settings()


def test_that_a_library_that_is_no_library_is_left_alone_and_named(desk: Desk) -> None:
    paths.library().write_bytes(b"not a library at all" * 100)
    lock = LibraryLock.take(paths.library())
    lock.release()
    program = desk.start_refused()
    desk.bot.waitUntil(lambda: program.window.asides.page is not None)

    assert "The file of your farms is damaged" in said(program.window)
    assert paths.library().read_bytes().startswith(b"not a library")
