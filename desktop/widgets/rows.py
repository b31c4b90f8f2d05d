"""Rows that show a figure and answer "why": a click, Enter or F1 asks for the explanation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, paint_focus, painter_of
from desktop.widgets.text import Text, Tone


class WhyButton(Pressable):
    """Something that shows a figure; pressing it or F1 asks why it is so."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    def __init__(self, look: Look, key: str, name: str = "") -> None:
        super().__init__(look, name)
        self._key = key
        self.setObjectName(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F1 ask as well as Enter."""
        if event.key() == Qt.Key.Key_F1:
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Follow what stands in the row."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow what stands in the row."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground while pointed at, and the focus ring, both inside the row."""
        theme, painter = self.look.theme, painter_of(self)
        box = QRectF(self.rect())
        if self.underMouse() and self._key:
            paint_box(painter, box, theme.colours.surface, None, theme.px(4))
        if self.hasFocus():
            inside = box.adjusted(*(theme.px(n) for n in (4, 4, -4, -4)))
            paint_focus(painter, theme, inside, radius=6)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.why_asked.emit(self._key)


class FigureRow(WhyButton):
    """A label at the left and its figure at the right, with a colour key before them if given."""

    def __init__(
        self, look: Look, key: str, *, strong: bool = False, swatch: Sequence[str] = ()
    ) -> None:
        super().__init__(look, key)
        role = Role.STRONG if strong else Role.BODY
        self._label = Text(look, "", role, wraps=True)
        self._figure = Text(look, "", role)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(2), px(4), px(2))
        row.setSpacing(px(8))
        if swatch:
            row.addWidget(Swatch(look, swatch), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)

    def show_figure(self, label: str, figure: str, tone: Tone = "text") -> None:
        """Show a label and its figure."""
        self._label.show_text(label)
        self._figure.show_text(figure, tone)
        self.call_it(f"{label}, {figure}")


class Swatch(QWidget):
    """A small square in the colour of a source, or in stripes for several of them."""

    def __init__(self, look: Look, colours: Sequence[str]) -> None:
        super().__init__()
        self.look = look
        self._colours = tuple(colours)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square of 12."""
        side = self.look.theme.px(12)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colours side by side, with rounded corners when there is only one."""
        painter, theme = painter_of(self), self.look.theme
        width = self.width() / max(1, len(self._colours))
        radius = theme.px(3) if len(self._colours) == 1 else 0
        for n, name in enumerate(self._colours):
            stripe = QRectF(n * width, 0, width, self.height())
            paint_box(painter, stripe, theme.named(name), None, radius)
        painter.end()
