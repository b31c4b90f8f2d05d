"""The papers of a dossier from the window: report, print, workbook, tables, and where they lie."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from desktop import paths
from desktop.printing import Paper, Wish
from desktop.widgets.buttons import PaintedButton
from tests.desk import Desk, PageRobot, reports, said

NAME = "Bocage_GAEC_des_Chênes_2025"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given to the system to open."""
    places: list[str] = []

    def keep(url: QUrl) -> bool:
        places.append(Path(url.toLocalFile()).name)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    return places


def at_the_report(desk: Desk) -> PageRobot:
    """The page of the report of the example."""
    page = desk.open_page()
    page.settled()
    page.desk.go_to_step("report")
    return page


def saved(page: PageRobot, button: PaintedButton, told: str) -> None:
    """Presses a button and waits until the page says so."""
    button.click()
    page.bot.waitUntil(lambda: told in said(page.desk.report), timeout=20_000)


def test_that_the_same_report_is_replaced_and_a_foreign_file_is_not(desk: Desk) -> None:
    page = at_the_report(desk)
    paths.reports().mkdir(parents=True)
    (paths.reports() / f"{NAME}.pdf").write_bytes(b"a scan")
    for _ in range(2):
        saved(page, page.desk.report.save, "Report saved")
        page.bot.waitUntil(page.desk.report.save.isEnabled)

    assert [path.name for path in reports()] == [f"{NAME}.pdf", f"{NAME}_(2).pdf"]
    assert reports()[0].read_bytes() == b"a scan"


def test_that_print_saves_the_report_and_opens_it(desk: Desk, opened: list[str]) -> None:
    page = at_the_report(desk)
    saved(page, page.desk.report.print, "Print it from the window that opens")

    assert opened == [f"{NAME}.pdf"]


def test_that_the_folder_of_a_report_is_shown(desk: Desk, opened: list[str]) -> None:
    page = at_the_report(desk)
    saved(page, page.desk.report.save, "Report saved")
    for key in ("open", "folder"):
        button = page.desk.report.findChild(PaintedButton, key)
        assert button is not None
        button.click()

    assert opened == [f"{NAME}.pdf", paths.reports().name]


def test_that_a_workbook_holds_the_headline_of_the_window(desk: Desk) -> None:
    page = at_the_report(desk)
    saved(page, page.desk.report.workbook, "File saved")
    book = openpyxl.load_workbook(paths.reports() / f"{NAME}.xlsx")
    rows = {row[1]: row[2] for row in book.worksheets[0].iter_rows(values_only=True)}

    assert f"{rows['net_footprint_milk']:.2f}" == page.headline().split()[0]


def test_that_tables_come_in_two_and_are_never_written_over(desk: Desk) -> None:
    page = at_the_report(desk)
    for _ in range(2):
        saved(page, page.desk.report.tables, "File saved")
        page.bot.waitUntil(page.desk.report.tables.isEnabled)

    assert sorted(path.name for path in paths.reports().glob("*.csv")) == [
        f"{NAME}.csv", f"{NAME}_(2).csv", f"{NAME}_(2)_factors.csv", f"{NAME}_factors.csv",
    ]  # fmt: skip


def test_that_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    page = at_the_report(desk)
    wish = Wish(Paper.REPORT, tmp_path / "gone" / "r.pdf", is_chosen=True)
    page.desk.report.report_wished.emit(wish)
    page.bot.waitUntil(lambda: "The file is not saved" in said(page.desk.report), timeout=20_000)

    assert "This folder does not exist." in said(page.desk.report)
    assert page.desk.report.save.isEnabled()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.expects_log
def test_that_an_accident_while_printing_leaves_no_page_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_the_report(desk)
    monkeypatch.setattr("desktop.report.writer.pdf_bytes", lambda _issue: 1 / 0)
    saved(page, page.desk.report.save, "The file could not be made.")

    assert page.desk.report.save.isEnabled()
    assert reports() == []


def test_that_a_wait_is_told_after_a_second_and_not_before(desk: Desk) -> None:
    page = at_the_report(desk)
    page.desk.report.show_writing()
    QTest.qWait(100)
    assert "being written" not in said(page.desk.report)
    page.bot.waitUntil(lambda: "being written" in said(page.desk.report), timeout=5_000)
    page.desk.report.show_ready("")
    assert not page.desk.report.save.isEnabled()
    page.desk.report.show_written(paths.reports() / "x.pdf")
    assert "being written" not in said(page.desk.report)
    assert page.desk.report.save.isEnabled()
