"""A card: a quiet frame around things that belong together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, painter_of
from desktop.widgets.text import Text


class Card(QWidget):
    """A white frame with a thin border; charts stand on it, never on the grey surface."""

    def __init__(self, look: Look, padding: int = 24, gap: int = 16) -> None:
        super().__init__()
        self.look = look
        inner = look.theme.px(padding)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(inner, inner, inner, inner)
        self.column.setSpacing(look.theme.px(gap))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add(self, *widgets: QWidget) -> None:
        """Put things into the card, one under the other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        painter, theme = painter_of(self), self.look.theme
        edge = Edge(theme.colours.hairline, theme.line)
        paint_box(painter, QRectF(self.rect()), theme.colours.background, edge, theme.radius)
        painter.end()


class TitledCard(Card):
    """A card whose title is a sentence with the conclusion, the rest in the subtitle."""

    def __init__(self, look: Look, title: str, subtitle: str = "", *, beside: bool = False) -> None:
        super().__init__(look)
        self.title = Text(look, title, Role.SECTION, wraps=not beside)
        self.subtitle = Text(look, subtitle, Role.SECONDARY, "text_muted", wraps=True)
        head = QHBoxLayout() if beside else QVBoxLayout()
        head.setSpacing(look.theme.px(12 if beside else 2))
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        self.column.addLayout(head)
        self.subtitle.setHidden(not subtitle)

    def show_title(self, title: str, subtitle: str = "") -> None:
        """Show another conclusion."""
        self.title.show_text(title)
        self.subtitle.show_text(subtitle)
        self.subtitle.setVisible(bool(subtitle))
