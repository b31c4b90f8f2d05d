"""What follows from the answers of a page, told back quietly: "7,500 L per cow"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.rows import WhyButton
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text

NARROWEST = 112


@dataclass(frozen=True)
class Echo:
    """A figure and what it is; `why` names the quantity that can be explained, if one can.

    `to_check` marks a figure that does not fit the others, such as three animals missing.
    """

    key: str
    value: str
    label: str
    why: str = ""
    to_check: bool = False


class EchoFigure(WhyButton):
    """The figure above its label; a sign before it where there is something to check."""

    def __init__(self, look: Look, echo: Echo) -> None:
        super().__init__(look, echo.why)
        self.setEnabled(bool(echo.why))
        self._sign = Symbol(look, "warning", 16, "unusual")
        self._value = Text(look, "", Role.FIGURE)
        self._label = Text(look, "", Role.BODY, "text_muted", wraps=True)
        px = look.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._value)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(6), px(8), px(6))
        column.setSpacing(px(2))
        column.addLayout(head)
        column.addWidget(self._label)
        self.show_echo(echo)

    def show_echo(self, echo: Echo) -> None:
        """Show another figure in the same place."""
        self._sign.setVisible(echo.to_check)
        self._value.show_text(echo.value, "unusual" if echo.to_check else "text")
        self._label.show_text(echo.label)
        self.call_it(f"{echo.value}, {echo.label}")
        status = self.look.words.say("to check") if echo.to_check else ""
        self.setAccessibleDescription(status)

    def sizeHint(self) -> QSize:
        """Ask for the widest line, so that figures stand apart."""
        natural = super().sizeHint()
        return QSize(max(natural.width(), self.look.theme.px(NARROWEST)), natural.height())


class EchoRow(QWidget):
    """The figures side by side on a quiet ground; they change in place, without flicker."""

    why_asked = Signal(str)
    """The user wants the explanation of the quantity with this name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._figures: list[EchoFigure] = []
        self._shape: list[tuple[str, str]] = []
        px = look.theme.px
        self._flow = Flow(px(16), px(4), parent=self)
        self._flow.setContentsMargins(px(12), px(10), px(12), px(10))
        self.setAccessibleName(look.words.say("What follows from your answers"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_echoes(self, echoes: Sequence[Echo]) -> None:
        """Show the figures; those already there keep their place and the focus."""
        shape = [(echo.key, echo.why) for echo in echoes]
        if shape != self._shape:
            self._make_figures(echoes)
            self._shape = shape
        for figure, echo in zip(self._figures, echoes, strict=True):
            figure.show_echo(echo)
        self.setVisible(bool(echoes))
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the thin lines between figures of the same line."""
        painter, theme = painter_of(self), self.look.theme
        paint_box(painter, QRectF(self.rect()), theme.colours.surface, None, theme.radius)
        for before, after in pairwise(self._figures):
            if before.y() == after.y():
                middle = (before.geometry().right() + after.x()) / 2
                high = before.height() - 2 * theme.px(10)
                line = QRectF(middle, before.y() + theme.px(10), theme.line, high)
                painter.fillRect(line, theme.colours.hairline)
        painter.end()

    def _make_figures(self, echoes: Sequence[Echo]) -> None:
        for figure in self._figures:
            self._flow.removeWidget(figure)
            figure.hide()
            figure.deleteLater()
        self._figures = [EchoFigure(self.look, echo) for echo in echoes]
        for figure in self._figures:
            figure.why_asked.connect(self.why_asked)
            self._flow.addWidget(figure)
