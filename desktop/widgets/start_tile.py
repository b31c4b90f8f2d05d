"""A large card to begin with, on the first page while there is no farm yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, paint_focus, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone


class StartTile(Pressable):
    """A pictogram, what one begins, and one sentence about it; the first one is stronger."""

    wished = Signal(str)
    """The user wants to begin what the tile with this key says."""

    def __init__(
        self, look: Look, key: str, texts: tuple[str, str], icon: str, *, strong: bool = False
    ) -> None:
        title, sentence = texts
        super().__init__(look, title)
        self._key = key
        self._strong = strong
        self.setObjectName(key)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        px, halo = look.theme.px, look.theme.halo
        row = QHBoxLayout(self)
        row.setContentsMargins(halo + px(20), halo + px(20), halo + px(20), halo + px(20))
        row.setSpacing(px(16))
        tone: Tone = "primary" if strong else "text"
        row.addWidget(Symbol(look, icon, 32, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(Text(look, title, Role.SECTION, wraps=True))
        column.addWidget(Text(look, sentence, Role.BODY, "text_muted", wraps=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Follow what stands in the tile."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow what stands in the tile."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the border and the focus ring."""
        painter, theme, box = painter_of(self), self.look.theme, self.box
        colours = theme.colours
        fill = colours.surface if self.underMouse() else colours.background
        edge = Edge(colours.border, theme.line)
        if self._strong:
            fill, edge = colours.complete_tint, Edge(colours.primary, 1.5 * theme.line)
        paint_box(painter, QRectF(box), fill, edge, theme.radius)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self._key)
