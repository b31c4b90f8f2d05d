"""A line of arithmetic on the screen: numbers in stronger letters, wrapped where it is long."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.explanation.lines import Span, plain
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.text import ENDLESS, Text

LOUD = 600


class SpanText(Text):
    """A text with louder stretches; it is read as one sentence."""

    def __init__(self, look: Look, spans: tuple[Span, ...], role: Role = Role.VALUE) -> None:
        self._spans = spans
        super().__init__(look, plain(spans), role, wraps=True)
        quiet = look.theme.letters(role.size * look.theme.scale, 400)
        self.setFont(quiet)

    def sizeHint(self) -> QSize:
        """Ask for one line, as far as there is room."""
        width = min(ceil(self._wrapped(ENDLESS)[1]), self.look.theme.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never get narrower than the longest number with its unit."""
        metrics = QFontMetricsF(self._loud())
        words = self.shown.split(" ") or [""]
        width = ceil(max(metrics.horizontalAdvance(word) for word in words))
        return QSize(width, self.look.theme.line_height(self._role))

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped line."""
        return self._wrapped(float(width))[2]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = painter_of(self)
        painter.setPen(self.ink)
        layout, _, height = self._wrapped(float(self.width()))
        layout.draw(painter, QPointF(0, (self.height() - height) / 2))
        painter.end()

    def _loud(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight(LOUD))
        return font

    def _wrapped(self, width: float) -> tuple[QTextLayout, float, int]:
        """Break the line where it must; give the layout, its natural width and its height."""
        layout = QTextLayout(self.shown, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        step, count, widest = self.look.theme.line_height(self._role), 0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            count, widest = count + 1, max(widest, line.naturalTextWidth())
        layout.endLayout()
        return layout, widest, max(1, count) * step

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for span in self._spans:
            if span.loud:
                stretch = QTextLayout.FormatRange()
                stretch.start, stretch.length = start, len(span.text)
                form = QTextCharFormat()
                form.setFont(self._loud())
                stretch.format = form
                ranges.append(stretch)
            start += len(span.text)
        return ranges
