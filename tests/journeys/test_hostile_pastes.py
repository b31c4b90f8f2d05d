"""Whatever is pasted into a field is kept as plain text, uses nothing and opens nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.presenting.examples import example_record
from tests.desk import COWS, DEPARTMENT, MILK, SYSTEM, Desk, PageRobot

PASTES = {
    "long": "9x" * 5_000,
    "digits": "9" * 10_000,
    "endless": "\u0958" * 32_000,
    "controls": "6\x002\x1b[31m\x07\x7f\u2028\u2029\r\n",
    "right to left": "\u202e62\u202c نص ٦٢",
    "emoji": "🐄🐄 📎",
    "markup": "<img src=x onerror=1>&amp;%s{n}",
    "formula": '=HYPERLINK("http://x")',
    "surrogate": "6\ud800z",
}
FIELDS = (COWS, MILK, SYSTEM, DEPARTMENT)


@pytest.fixture
def page(desk: Desk) -> PageRobot:
    """A lowland dairy farm with all its answers."""
    return desk.open_new(example_record("typical/d1.json"))


def paste(page: PageRobot, key: str, text: str) -> None:
    """Replace an answer by what is on the clipboard, and go on."""
    QGuiApplication.clipboard().setText(text)
    line = page.go_to(key)
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    page.settled()


@pytest.mark.parametrize("name", PASTES)
def test_that_a_paste_changes_no_value_and_opens_nothing(page: PageRobot, name: str) -> None:
    before = {key: page.value(key) for key in FIELDS}
    for key in FIELDS:
        paste(page, key, PASTES[name])
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None

    assert {key: page.value(key) for key in FIELDS} == before


@pytest.mark.parametrize("name", PASTES)
def test_that_the_sentence_about_a_paste_stays_short(page: PageRobot, name: str) -> None:
    for key in (COWS, DEPARTMENT):
        paste(page, key, PASTES[name])

    said = [page.number(COWS).hint_row.shown, page.choice(DEPARTMENT).hint_row.shown]
    assert all(len(sentence) < 300 for sentence in said)


@pytest.mark.parametrize("name", PASTES)
def test_that_a_name_and_a_year_stay_what_they_may_be(page: PageRobot, name: str) -> None:
    for key in ("farm_name", "year"):
        paste(page, key, PASTES[name])

    assert page.document.year == 2025
    assert 1 <= len(page.document.name) <= 200


def test_that_a_long_half_typed_text_comes_back_after_a_crash(page: PageRobot, desk: Desk) -> None:
    paste(page, COWS, PASTES["long"])
    again = desk.crash()

    assert again.line(COWS).text() == PASTES["long"]
    assert again.value(COWS) == 62
