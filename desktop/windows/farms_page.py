"""Farms to choose from, aside from the list: the examples, or those in the bin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.presenting.offers import Offer
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import Card
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.asides import AsidePage

WIDEST = 760


class FarmsPage(AsidePage):
    """A titled list; each line has one button that takes the farm."""

    taken = Signal(str)
    """The user takes the farm of this key."""

    def __init__(self, look: Look, texts: tuple[str, str, str], offers: Sequence[Offer]) -> None:
        """Show the title, a sentence about the list, and the word of the buttons."""
        super().__init__()
        self._look = look
        title, sentence, act = texts
        px, say = look.theme.px, look.words.say
        self.back = PaintedButton(look, Face(say("Back"), Kind.OUTLINE, icon="arrow-left"))
        self.back.clicked.connect(self.back_asked)
        self.buttons: list[PaintedButton] = []
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Text(look, title, Role.TITLE, wraps=True))
        column.addWidget(Text(look, sentence, Role.BODY, "text_muted", wraps=True))
        if offers:
            column.addWidget(self._list(offers, act))
        column.addWidget(self.back)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(32), px(24), px(32), px(24))
        around.addWidget(inside)
        around.addStretch(1)

    @property
    def first(self) -> QWidget:
        """The button of the first farm, or the way back."""
        return self.buttons[0] if self.buttons else self.back

    def _list(self, offers: Sequence[Offer], act: str) -> Card:
        card = Card(self._look, padding=8, gap=0)
        for place, offer in enumerate(offers):
            if place:
                card.add(Hairline(self._look, margin=8))
            card.column.addLayout(self._row(offer, act))
        return card

    def _row(self, offer: Offer, act: str) -> QHBoxLayout:
        look, px = self._look, self._look.theme.px
        button = PaintedButton(look, Face(act, Kind.OUTLINE, height=32))
        button.call_it(look.words.say("{act}: {label}", act=act, label=offer.name))
        button.setObjectName(offer.key)
        button.clicked.connect(self._on_taken)
        self.buttons.append(button)
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        texts.addWidget(Text(look, offer.name, Role.STRONG, wraps=True))
        if offer.about:
            texts.addWidget(Text(look, offer.about, Role.BODY, "text_muted", wraps=True))
        row = QHBoxLayout()
        row.setContentsMargins(px(12), px(10), px(4), px(10))
        row.setSpacing(px(12))
        row.addLayout(texts, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    @Slot()
    def _on_taken(self) -> None:
        self.taken.emit(self.sender().objectName())
