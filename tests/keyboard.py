"""A farmer with a keyboard alone: answers each question the focus comes to, and goes on."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.forms.choice_cards import ChoiceCard
from desktop.forms.choice_field import ChoiceField
from desktop.forms.number_field import NumberField
from desktop.number_style import THIN
from tests.desk import PageRobot, reports, type_signs

CONTROL = Qt.KeyboardModifier.ControlModifier
A_PAGE = 30
"""No page has so many questions."""


class Farmer:
    """Knows the answers of one farm in the engine's units, and counts what is typed."""

    def __init__(self, page: PageRobot, answers: Mapping[str, float | str]) -> None:
        self.page = page
        self.answers = dict(answers)
        self.typed: list[str] = []
        self.first_number_after = 0
        self.modal = False
        self._started = monotonic()

    @property
    def seconds(self) -> float:
        """How long the visit has taken."""
        return monotonic() - self._started

    def visit(self) -> None:
        """Answer page after page, up to the results."""
        while self.page.desk.view.here != "results":
            self._answer_page()
            self._go_on()

    def print_report(self) -> None:
        """Go from the results to the report, and save it with Enter."""
        self._go_on()
        before = len(reports())
        self.page.press_return()
        self.page.bot.waitUntil(lambda: len(reports()) > before, timeout=20_000)

    def _answer_page(self) -> None:
        """Answer what has the focus until Enter leads nowhere new."""
        seen: set[str] = set()
        for _ in range(A_PAGE):
            field = field_of(QApplication.focusWidget())
            if field is None or field.objectName() in seen:
                return
            seen.add(field.objectName())
            self._answer(field)
            self.page.settled()
            self.modal |= QApplication.activeModalWidget() is not None
            self._note_first_number()

    def _answer(self, field: NumberField | ChoiceField) -> None:
        key = field.objectName()
        if key not in self.answers:
            self.page.press_return()
            return
        self.typed.append(key)
        value = self.answers.pop(key)
        if isinstance(field, NumberField):
            assert isinstance(value, float)
            for sign in f"{value / field.unit.factor:.7g}":  # the first one leaves the picture
                type_signs(QApplication.focusWidget() or field.box, sign)
            self.page.press_return()
        elif field.list is not None:
            option = field.model.option(str(value))
            assert option is not None
            type_signs(field.list, option.label)
            self.page.press_return()
        else:
            self._choose(str(value))

    def _choose(self, code: str) -> None:
        """Go to a card by the arrow key, and take it."""
        for _ in range(A_PAGE):
            card = QApplication.focusWidget()
            if isinstance(card, ChoiceCard) and card.option.code == code:
                break
            self.page.press(Qt.Key.Key_Right)
        self.page.press_return()

    def _go_on(self) -> None:
        here = self.page.desk.view.here
        for _ in range(2):  # points to look at are shown once and hold nobody back twice
            self.page.press(Qt.Key.Key_Return, CONTROL)
            QTest.qWait(5)
            if self.page.desk.view.here != here:
                return
        raise AssertionError(f"the keyboard does not lead on from {here}")

    def _note_first_number(self) -> None:
        if not self.first_number_after and self.page.headline() != "—":
            self.first_number_after = len(self.typed)


def field_of(widget: QWidget | None) -> NumberField | ChoiceField | None:
    """The field that a widget stands in."""
    while widget is not None and not isinstance(widget, NumberField | ChoiceField):
        widget = widget.parentWidget()
    return widget


def plain(text: str) -> str:
    """A figure without the signs between its groups."""
    return text.replace(THIN, "").replace(",", "")
