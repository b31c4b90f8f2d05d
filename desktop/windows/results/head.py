"""The number that leads: what it is, how sure it is, and the sum behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.presenting.overview import Overview
from desktop.theme import Role
from desktop.widgets.headline import Headline
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.sum_row import SumRow

BESIDE_FROM = 840
"""From so many pixels of 100 % text on the sum stands beside the number."""


class Head(QWidget):
    """Number, words and sum; in a narrow place one under the other."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.headline = Headline(look, "headline", Role.RESULT)
        self._lead = Text(look, "", Role.SECTION, wraps=True)
        self._between = Text(look, "", Role.BODY, wraps=True)
        self._also = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._notes = Text(look, "", Role.SECONDARY_STRONG, "info", wraps=True)
        self._sum = SumRow(look)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrange()
        self.headline.why_asked.connect(self.why_asked)
        self._sum.why_asked.connect(self.why_asked)

    def show_overview(self, overview: Overview) -> None:
        """Show another result; without one only what is missing."""
        self.headline.show_figure(overview.value, "")
        self._lead.show_text(overview.lead)
        self._between.show_text(overview.between)
        self._also.show_text(overview.also)
        self._notes.show_text(" ".join(overview.notes))
        for text in (self._between, self._also, self._notes):
            text.setVisible(bool(text.shown))
        self._sum.setVisible(bool(overview.net))
        self._sum.show_sum(overview.gross, overview.storage, overview.net)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sum beside the number, or under it."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._look.theme.px(BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _arrange(self) -> None:
        px = self._look.theme.px
        lines = QVBoxLayout()
        lines.setSpacing(px(2))
        for text in (self._lead, self._between, self._also, self._notes):
            lines.addWidget(text)
        lines.addStretch(1)
        number = QHBoxLayout()
        number.setSpacing(px(12))
        number.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignTop)
        number.addLayout(lines, 1)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(8))
        self._box.addLayout(number, 1)
        self._box.addWidget(self._sum, 0, Qt.AlignmentFlag.AlignTop)
