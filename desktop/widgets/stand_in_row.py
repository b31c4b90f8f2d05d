"""A reference value in use: which question, which value, and the two ways to make it one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.count_tile import DashedRing
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text


class StandInRow(QWidget):
    """Label and value at the left, "enter" and "accept" beside them, the effect at the right."""

    acted = Signal(str, str)
    """The user wants what a button says, for the answer of this key: the act, and the key."""

    def __init__(
        self,
        look: Look,
        key: str,
        texts: tuple[str, str, str],
        actions: tuple[tuple[str, str], ...],
    ) -> None:
        super().__init__()
        self.look = look
        self._key = key
        label, value, effect = texts
        px = look.theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(12), px(6), px(12), px(6))
        grid.setHorizontalSpacing(px(12))
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(DashedRing(look), 0, 0, middle)
        grid.addWidget(Text(look, label, Role.LABEL, wraps=True), 0, 1, middle)
        grid.addWidget(Text(look, value, Role.REFERENCE, "text_muted", wraps=True), 0, 2, middle)
        flow = Flow(px(4))
        for act, text in actions:
            flow.addWidget(self._button(act, text, label))
        grid.addLayout(flow, 0, 3, middle)
        grid.addWidget(Text(look, effect, Role.BODY, "text_muted", stand="end"), 0, 4, middle)
        for column, share in ((1, 5), (2, 3), (3, 4), (4, 1)):
            grid.setColumnStretch(column, share)

    def _button(self, act: str, text: str, label: str) -> PaintedButton:
        button = PaintedButton(self.look, Face(text, Kind.LINK, height=32, padding=4))
        button.call_it(self.look.words.say("{act}: {label}", act=text, label=label))
        button.setObjectName(act)
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        self.acted.emit(self.sender().objectName(), self._key)
