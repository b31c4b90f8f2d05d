"""The arithmetic of a level on a quiet ground: the farm's numbers, the equation, its source."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.explanation.span_text import SpanText
from desktop.explanation.story import Story
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.text import Text


class ArithmeticCard(QWidget):
    """One line of arithmetic, and small below it the equation with its place in a work."""

    def __init__(self, look: Look, story: Story) -> None:
        super().__init__()
        self.look = look
        px = look.theme.px
        self.setAccessibleName(look.words.say("Arithmetic"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(2))
        for spans in story.lines:
            column.addWidget(SpanText(look, spans))
        small = [text for text in (story.equation, story.source) if text]
        if small and story.lines:
            column.addSpacing(px(4))
        for text in small:
            column.addWidget(Text(look, text, Role.CAPTION, "text_muted", wraps=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter, theme = painter_of(self), self.look.theme
        paint_box(painter, QRectF(self.rect()), theme.colours.surface, None, theme.radius)
        painter.end()
