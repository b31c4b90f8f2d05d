"""Number fields to test with, and a page of two of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.forms.number_field import NumberField
from desktop.forms.number_model import (
    FieldUnit,
    NumberAnswer,
    NumberContents,
    NumberFieldModel,
    Reference,
)
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.look import Look
from tests.desktop.looks import make_look, put_on_screen

SOON = 20
"""The silence of the tests, in milliseconds."""

CONCENTRATE = NumberFieldModel(
    "concentrate",
    "Concentrates per cow",
    help="Bought and home-grown.",
    units=(FieldUnit("kg"),),
    usual=(700, 1900),
    possible=(0, 20_000),
)
MILK = NumberFieldModel(
    "milk",
    "Milk delivered",
    units=(FieldUnit("L"), FieldUnit("m3", 1000)),
    usual=(300_000, 620_000),
    digits=9,
)
WEIGHT = NumberFieldModel(
    "weight",
    "Adult live weight",
    units=(FieldUnit("kg"),),
    reference=Reference(680, "Holstein, 2024"),
)


@dataclass
class Page:
    """A field, the one after it, and what the first one told."""

    window: QWidget
    field: NumberField
    after: NumberField
    texts: list[str] = field(default_factory=list)
    answers: list[NumberAnswer] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.field.box.text()

    @property
    def hint(self) -> str:
        """What stands under the box."""
        return self.field.hint_row.shown

    @property
    def beside(self) -> str:
        """What stands at the right of the box."""
        return self.field.extras.standing


def page_of(
    qtbot: QtBot,
    model: NumberFieldModel = CONCENTRATE,
    contents: NumberContents | None = None,
    look: Look | None = None,
    silence: int = 10_000,
) -> Page:
    """Put a field on the screen, the focus in it, another one below."""
    look = look or make_look()
    window = QWidget()
    column = QVBoxLayout(window)
    page = Page(window, NumberField(model, look, silence), NumberField(WEIGHT, look, silence))
    column.addWidget(page.field)
    column.addWidget(page.after)
    if contents is not None:
        page.field.show_contents(contents)
    page.field.typed.connect(page.texts.append)
    page.field.committed.connect(page.answers.append)
    put_on_screen(qtbot, window, 700)
    page.field.box.setFocus()
    qtbot.waitUntil(lambda: page.field.box.hasFocus() and _is_selected(page))
    return page


def _is_selected(page: Page) -> bool:
    return page.field.box.selectedText() == page.text


def shown_buttons(page: Page) -> list[str]:
    """Give the words of the buttons that can be seen beside the box."""
    buttons = page.field.extras.findChildren(PaintedButton)
    return [button.face.text for button in buttons if button.isVisible()]


def press(page: Page, words: str) -> None:
    """Press the button with these words beside the box."""
    buttons = page.field.extras.findChildren(PaintedButton)
    next(one for one in buttons if one.isVisible() and one.face.text == words).click()
