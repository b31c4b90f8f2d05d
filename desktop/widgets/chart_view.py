"""A chart on the screen: seen, heard, and walked through with the arrow keys."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop.charts.on_screen import measure_with, paint
from desktop.charts.scene import Bounds, Mark, Scene
from desktop.widgets.live_figures import DrawScene
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, painter_of
from desktop.widgets.roles import Spoken

NARROWEST = 40.0
"""No chart is laid out for less room than this."""

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChartView(Spoken):
    """Shows a scene laid out for its own width; larger text enlarges the whole drawing."""

    spoken_role = QAccessible.Role.Chart

    why_asked = Signal(str)
    """The user wants the explanation of the mark with this key."""

    table_asked = Signal()
    """The user wants the same figures as a table."""

    copy_asked = Signal()
    """The user wants the chart on the clipboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._draw: DrawScene | None = None
        self._scene: Scene | None = None
        self._by_width: dict[int, Scene] = {}
        self._marked = -1
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_scene(self, draw: DrawScene) -> None:
        """Show a chart; `draw` lays it out for a width, again whenever the width changes."""
        self._draw = draw
        self._by_width.clear()
        self._scene = self._laid_out(self.width())
        self._marked = min(self._marked, len(self._scene.marks) - 1)
        self.setAccessibleName(self._scene.title)
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def scene(self) -> Scene | None:
        """The chart as it is laid out now."""
        return self._scene

    @property
    def mark(self) -> Mark | None:
        """The mark that has the focus, if one has."""
        if self._scene is None or not 0 <= self._marked < len(self._scene.marks):
            return None
        return self._scene.marks[self._marked]

    def sizeHint(self) -> QSize:
        """Ask for a middling width and the height that goes with it."""
        width = self.look.theme.px(200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow place; the chart is laid out for it."""
        return QSize(self.look.theme.px(120), 0)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the chart in a width, with the room of the focus ring."""
        if self._draw is None:
            return 0
        return ceil(self._laid_out(width).height * self._scale) + 2 * self.look.theme.halo

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out again for another width."""
        super().resizeEvent(event)
        if self._draw is not None and event.size().width() != event.oldSize().width():
            self._scene = self._laid_out(event.size().width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and the ring around the mark or around the whole."""
        if self._scene is None:
            return
        painter, theme = painter_of(self), self.look.theme
        halo = theme.halo
        painter.save()
        painter.translate(halo, halo)
        painter.scale(self._scale, self._scale)
        paint(self._scene, painter, theme)
        painter.restore()
        if self.hasFocus() or self._hovered:
            mark = self.mark
            whole = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
            paint_focus(painter, theme, self._on_widget(mark.bounds) if mark else whole, radius=6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk between the marks; Enter or F1 asks why, T asks for the table, C for a copy."""
        key = Qt.Key(event.key())
        if key in STEPS and self._scene is not None and self._scene.marks:
            self._go_to((self._marked + STEPS[key]) % len(self._scene.marks))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1):
            self._ask_why()
        elif key == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.table_asked.emit()
        elif key == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the ring around the mark under the pointer, as the arrows do, and say it."""
        mark = self._mark_under(event)
        self._show_hovered(mark)
        if mark is None:
            QToolTip.hideText()
            self.unsetCursor()
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        QToolTip.showText(event.globalPosition().toPoint(), mark.sentence, self)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the ring of the pointer away."""
        super().leaveEvent(event)
        self._show_hovered(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask why about the mark that was clicked."""
        mark = self._mark_under(event)
        if mark is not None and self._scene is not None:
            self._go_to(self._scene.marks.index(mark))
            self._ask_why()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop showing where the focus was."""
        super().focusOutEvent(event)
        self.update()

    @property
    def _scale(self) -> float:
        return self.look.theme.scale

    def _laid_out(self, width: int) -> Scene:
        """Lay the chart out; Qt asks for the same few widths again and again."""
        assert self._draw is not None
        if width not in self._by_width:
            room = max(NARROWEST, (width - 2 * self.look.theme.halo) / self._scale)
            self._by_width[width] = self._draw(room, measure_with(self.look.theme))
        return self._by_width[width]

    def _on_widget(self, bounds: Bounds) -> QRectF:
        scale, halo = self._scale, self.look.theme.halo
        corner = QRectF(bounds.x * scale, bounds.y * scale, 0, 0).topLeft()
        box = QRectF(corner.x(), corner.y(), bounds.width * scale, bounds.height * scale)
        return box.translated(halo, halo)

    def _mark_under(self, event: QMouseEvent) -> Mark | None:
        if self._scene is None:
            return None
        at, halo = event.position(), self.look.theme.halo
        return self._scene.mark_at((at.x() - halo) / self._scale, (at.y() - halo) / self._scale)

    def _show_hovered(self, mark: Mark | None) -> None:
        """The arrows go on from the mark that was pointed at."""
        self._hovered = mark is not None
        if mark is not None and self._scene is not None:
            self._marked = self._scene.marks.index(mark)
        self.update()

    def _go_to(self, number: int) -> None:
        self._marked = number
        self._describe()
        if self.mark is not None:
            self.look.announcer.speak(self, self.mark.sentence)
        self.update()

    def _ask_why(self) -> None:
        scene = self._scene
        if scene is None or not scene.marks:
            return
        self.why_asked.emit((self.mark or scene.marks[0]).key)

    def _describe(self) -> None:
        say = self.look.words.say
        help_text = say(
            "Left and right go through the marks, Enter explains, T shows a table, C copies."
        )
        self.setAccessibleDescription(self.mark.sentence if self.mark else help_text)
