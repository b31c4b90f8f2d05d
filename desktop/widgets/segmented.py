"""A choice of two to four short words side by side, such as "per litre, total, per ha"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import (
    Edge,
    Side,
    paint_box,
    paint_focus,
    paint_text,
    painter_of,
    text_width,
)


class Segment(Pressable):
    """One of the words; the chosen one has a tint, a strong border and strong letters."""

    wished = Signal(str)
    """The user chooses the word with this key."""

    focus_moved = Signal()
    """The ring around the frame has to be painted or taken away."""

    def __init__(self, look: Look, key: str, label: str) -> None:
        super().__init__(look, label)
        self._key = key
        self._label = label
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the frame paint its focus ring."""
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the frame take its focus ring away."""
        super().focusOutEvent(event)
        self.focus_moved.emit()

    @property
    def key(self) -> str:
        """The key of the word."""
        return self._key

    def sizeHint(self) -> QSize:
        """Ask for the room of the strong letters, so that nothing moves when chosen."""
        theme = self.look.theme
        width = text_width(theme.font(Role.STRONG), self._label) + theme.px(28)
        return QSize(ceil(width), theme.control)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tint and the border of the chosen word, then the letters."""
        theme, painter = self.look.theme, painter_of(self)
        colours, box = theme.colours, QRectF(self.rect())
        if self.isChecked():
            edge = Edge(colours.primary, 1.5 * theme.line)
            paint_box(painter, box, colours.complete_tint, edge, theme.radius)
        letters = theme.font(Role.STRONG if self.isChecked() else Role.BODY)
        ink = colours.complete if self.isChecked() else colours.text
        paint_text(painter, box, self._label, letters, ink, Side.MIDDLE)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self._key)


class Segmented(QWidget):
    """The words in one frame; Left and Right choose."""

    chosen = Signal(str)
    """The user chooses the word with this key."""

    def __init__(self, look: Look, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.look = look
        self._segments = [Segment(look, key, label) for key, label in choices]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        halo = look.theme.halo
        row.setContentsMargins(halo, halo, halo, halo)
        row.setSpacing(0)
        for segment in self._segments:
            row.addWidget(segment)
            segment.wished.connect(self.chosen)
            segment.toggled.connect(self.update)
            segment.focus_moved.connect(self.update)
        self._segments[0].setChecked(True)

    def show_chosen(self, key: str) -> None:
        """Mark the chosen word."""
        for segment in self._segments:
            if segment.key == key:
                segment.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the word at the left or at the right."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        here = next((n for n, one in enumerate(self._segments) if one.isChecked()), 0)
        following = self._segments[(here + step) % len(self._segments)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, the lines between the words, and the focus ring."""
        theme, painter = self.look.theme, painter_of(self)
        halo = theme.halo
        box = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
        edge = Edge(theme.colours.border, theme.line)
        paint_box(painter, box, theme.colours.background, edge, theme.radius)
        for before, segment in pairwise(self._segments):
            if before.isChecked() or segment.isChecked():
                continue
            line = QRectF(segment.x(), box.top(), theme.line, box.height())
            painter.fillRect(line, theme.colours.border)
        if any(segment.hasFocus() for segment in self._segments):
            paint_focus(painter, theme, box)
        painter.end()
