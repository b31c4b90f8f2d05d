"""The list of steps at the left: what it is about, how far it is, where one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.lines import Hairline
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
from desktop.widgets.privacy import PrivacyLine
from desktop.widgets.status import Progress, StepStatus, paint_count, paint_progress

WIDTH = 216


@dataclass(frozen=True)
class Step:
    """A place one can go to: a numbered step, or a page with a pictogram after the line."""

    key: str
    label: str
    number: int = 0
    icon: str = ""


class StepRow(Pressable):
    """One step of the list; the arrow keys go to the next one."""

    wished = Signal(str)
    """The user wants to go to the step with this key."""

    def __init__(self, look: Look, step: Step) -> None:
        super().__init__(look, step.label)
        self._step = step
        self._status: StepStatus | None = None
        self._here = False
        self.setObjectName(step.key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_status(self, status: StepStatus | None) -> None:
        """Show how far the step is, and say it to those who hear the screen."""
        self._status = status
        said = status.said(self.look.words) if status is not None else ""
        self.call_it(f"{self._step.label}, {said}" if said else self._step.label)
        self.updateGeometry()
        self.update()

    def show_here(self, here: bool) -> None:
        """Show that the step is the open one."""
        self._here = here
        self.setAccessibleDescription(self.look.words.say("You are here") if here else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width of the label and the height of a row."""
        theme = self.look.theme
        letters = text_width(theme.font(Role.STRONG), self._step.label)
        return QSize(ceil(letters) + theme.px(36 + 34), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Never cut the label."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the open step, the number, the label and the status."""
        painter, theme = painter_of(self), self.look.theme
        box = QRectF(self.rect())
        if self._here:
            self._paint_here(painter, box)
        elif self.underMouse():
            paint_box(painter, box, theme.colours.track, None, theme.radius)
        self._paint_words(painter, box)
        self._paint_status(painter, box)
        if self.hasFocus():
            inside = box.adjusted(*(theme.px(n) for n in (4, 4, -4, -4)))
            paint_focus(painter, theme, inside, radius=6)
        painter.end()

    def _paint_here(self, painter: QPainter, box: QRectF) -> None:
        theme = self.look.theme
        edge = Edge(theme.colours.hairline, theme.line)
        paint_box(painter, box, theme.colours.background, edge, theme.radius)
        bar = QRectF(0, box.top() + theme.px(8), theme.px(3), box.height() - theme.px(16))
        paint_box(painter, bar, theme.colours.primary, None, theme.px(1.5))

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme, colours = self.look.theme, self.look.theme.colours
        sign = box.adjusted(theme.px(12), 0, 0, 0)
        sign.setWidth(theme.px(20))
        if self._step.number:
            digits = str(self._step.number)
            ink = colours.text_muted
            paint_text(painter, sign, digits, theme.font(Role.BODY), ink, Side.MIDDLE)
        elif self._step.icon:
            self.look.icons.paint(painter, self._step.icon, sign, colours.text_muted)
        words = box.adjusted(theme.px(36), 0, 0, 0)
        paint_text(painter, words, self._step.label, self._letters(), colours.text)

    def _letters(self) -> QFont:
        return self.look.theme.font(Role.STRONG if self._here else Role.BODY)

    def _paint_status(self, painter: QPainter, box: QRectF) -> None:
        if self._status is None:
            return
        theme = self.look.theme
        side = theme.px(16)
        right = box.right() - theme.px(12)
        if self._status.progress is Progress.TO_CHECK:
            count = QRectF(right - theme.px(24), box.top(), theme.px(24), box.height())
            paint_count(painter, theme, count, self._status.to_check)
            digits = len(str(self._status.to_check))
            right -= theme.px(4 + 9 * digits)
        sign = QRectF(right - side, box.center().y() - side / 2, side, side)
        paint_progress(painter, theme, sign, self._status.progress)

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self._step.key)


class StepList(QWidget):
    """All steps one under the other; Up and Down move, Enter opens."""

    chosen = Signal(str)
    """The user wants to go to the step with this key."""

    def __init__(self, look: Look, steps: Sequence[Step]) -> None:
        super().__init__()
        self.look = look
        self._rows = {step.key: StepRow(look, step) for step in steps}
        self.setAccessibleName(look.words.say("Steps"))
        self.setMinimumWidth(look.theme.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._arrange(steps)

    def show_here(self, key: str) -> None:
        """Mark the open step."""
        for own, row in self._rows.items():
            row.show_here(own == key)

    def show_status(self, key: str, status: StepStatus | None) -> None:
        """Show how far one step is."""
        self._rows[key].show_status(status)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the steps with the arrow keys."""
        forward = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in forward:
            self.focusNextPrevChild(forward[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at the right."""
        painter, colours = painter_of(self), self.look.theme.colours
        painter.fillRect(self.rect(), colours.surface)
        line = self.look.theme.line
        painter.fillRect(QRectF(self.width() - line, 0, line, self.height()), colours.hairline)
        painter.end()

    def _arrange(self, steps: Sequence[Step]) -> None:
        px = self.look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(16), px(8), px(12))
        column.setSpacing(0)
        numbered = True
        for step in steps:
            if numbered and not step.number:
                column.addSpacing(px(8))
                column.addWidget(Hairline(self.look, margin=8))
                column.addSpacing(px(8))
            numbered = bool(step.number)
            column.addWidget(self._rows[step.key])
            self._rows[step.key].wished.connect(self.chosen)
        column.addStretch(1)
        column.addWidget(PrivacyLine(self.look))
