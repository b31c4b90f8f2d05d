"""One thing to look at: its sign, what it is about, what is said of it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import Card
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone


class IssueCard(Card):
    """A card in the colour of its matter; each button says what it does with which answer."""

    acted = Signal(str, str)
    """The user wants what a button says, for the answer of this key: the act, and the key."""

    def __init__(
        self,
        look: Look,
        key: str,
        texts: tuple[str, str],
        actions: Sequence[tuple[str, str]] = (),
        *,
        impossible: bool = False,
    ) -> None:
        super().__init__(look, padding=16, gap=4)
        self._key = key
        self._tone: Tone = "impossible" if impossible else "unusual"
        title, sentence = texts
        px = look.theme.px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        sign = Symbol(look, "impossible" if impossible else "warning", 20, self._tone)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        if title:
            column.addWidget(Text(look, title, Role.STRONG, wraps=True))
        column.addWidget(Text(look, sentence, Role.BODY, "text_muted", wraps=True))
        self.buttons = [self._button(act, text, title) for act, text in actions]
        if self.buttons:
            flow = Flow(px(4))
            for button in self.buttons:
                flow.addWidget(button)
            column.addLayout(flow)
        row.addLayout(column, 1)
        self.column.addLayout(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame in the colour of the matter."""
        painter, theme = painter_of(self), self.look.theme
        edge = Edge(theme.named(self._tone), 1.5 * theme.line)
        paint_box(painter, QRectF(self.rect()), theme.colours.background, edge, theme.radius)
        painter.end()

    def _button(self, act: str, text: str, title: str) -> PaintedButton:
        button = PaintedButton(self.look, Face(text, Kind.OUTLINE, height=32))
        button.call_it(self.look.words.say("{act}: {label}", act=text, label=title))
        button.setObjectName(act)
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        self.acted.emit(self.sender().objectName(), self._key)
