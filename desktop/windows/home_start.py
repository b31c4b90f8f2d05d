"""How to begin when there is no farm yet: a quick diagnosis, or a look at an example."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, paint_focus, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text


class StartCard(Pressable):
    """A large card to press: a pictogram, what it does, and a line that explains it."""

    def __init__(self, look: Look, icon: str, title: str, line: str, *, first: bool) -> None:
        super().__init__(look, f"{title}. {line}")
        self._first = first
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(20), px(24), px(20))
        row.setSpacing(px(16))
        row.addWidget(Symbol(look, icon, 32, "primary"), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(Text(look, title, Role.SECTION, wraps=True))
        column.addWidget(Text(look, line, Role.BODY, "text_muted", wraps=True))
        row.addLayout(column, 1)

    def sizeHint(self) -> QSize:
        """Follow what stands in the card."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow what stands in the card."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the edge and the focus ring."""
        painter, theme = painter_of(self), self.look.theme
        box = QRectF(self.rect()).adjusted(theme.halo, theme.halo, -theme.halo, -theme.halo)
        colours = theme.colours
        fill = colours.complete_tint if self._first else colours.background
        if self.underMouse() and not self._first:
            fill = colours.surface
        edge = Edge(colours.primary if self._first else colours.border, theme.line)
        paint_box(painter, box, fill, edge, theme.radius)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()


class Beginning(QWidget):
    """The cards of an empty library."""

    new_wished = Signal()
    """The user wants to begin the diagnosis of a farm."""

    examples_wished = Signal()
    """The user wants to see the example farms."""

    open_wished = Signal()
    """The user wants to open a farm that came as a file."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.words.say
        self.first = StartCard(
            look,
            "plant",
            say("Quick diagnosis (10 minutes)"),
            say("Six answers give a first number; thirty make it precise."),
            first=True,
        )
        self.examples = StartCard(
            look,
            "barn",
            say("See an example farm"),
            say("Dairy, suckler and finishing farms, with every answer filled in."),
            first=False,
        )
        self.open = StartCard(
            look,
            "folder-open",
            say("Open a received file"),
            say("From your adviser or another computer; you can also drop it on this window."),
            first=False,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(12))
        for card in (self.first, self.examples, self.open):
            column.addWidget(card)
        self.open.clicked.connect(self.open_wished)
        self.first.clicked.connect(self.new_wished)
        self.examples.clicked.connect(self.examples_wished)
