"""The list of steps as one button that drops down, for large text and narrow windows."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import (
    Edge,
    paint_box,
    paint_focus,
    paint_text,
    painter_of,
    text_width,
)
from desktop.widgets.scroll import menu_of
from desktop.widgets.status import StepStatus, paint_progress
from desktop.widgets.step_list import Step


class StepMenu(Pressable):
    """Shows the open step and how far it is; pressing it offers all steps."""

    chosen = Signal(str)
    """The user wants to go to the step with this key."""

    def __init__(self, look: Look, steps: Sequence[Step]) -> None:
        super().__init__(look, look.words.say("Steps"))
        self._steps = {step.key: step for step in steps}
        self._status: dict[str, StepStatus | None] = dict.fromkeys(self._steps)
        self._here = next(iter(self._steps), "")
        self.menu = menu_of(look, self)
        self._actions = {key: self._action(key) for key in self._steps}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)

    def show_here(self, key: str) -> None:
        """Show the open step on the button."""
        self._here = key
        self._refresh()

    def show_status(self, key: str, status: StepStatus | None) -> None:
        """Show how far one step is, on the button or in the menu."""
        self._status[key] = status
        self._actions[key].setText(self._said(key).replace("&", "&&"))
        self._refresh()

    def sizeHint(self) -> QSize:
        """Ask for the widest step, so that nothing moves."""
        theme = self.look.theme
        letters = theme.font(Role.LABEL)
        widest = max((text_width(letters, self._title(key)) for key in self._steps), default=0)
        width = max(theme.px(260), ceil(widest) + theme.px(88))
        return QSize(width + 2 * theme.halo, theme.control + 2 * theme.halo)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign of the step, its title and the mark of a menu."""
        painter, theme, box = painter_of(self), self.look.theme, self.box
        edge = Edge(theme.colours.border, theme.line)
        paint_box(painter, box, theme.colours.background, edge, theme.radius)
        side, status = theme.px(16), self._status.get(self._here)
        sign = QRectF(box.left() + theme.px(12), box.center().y() - side / 2, side, side)
        if status is not None:
            paint_progress(painter, theme, sign, status.progress)
        words = box.adjusted(theme.px(40 if status is not None else 12), 0, 0, 0)
        letters = theme.font(Role.LABEL)
        paint_text(painter, words, self._title(self._here), letters, theme.colours.text)
        caret = theme.px(12)
        mark = QRectF(box.right() - 2 * caret, box.center().y() - caret / 2, caret, caret)
        self.look.icons.paint(painter, "caret-down", mark, theme.colours.text)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()

    def _refresh(self) -> None:
        self.call_it(self.look.words.say("Step: {step}", step=self._said(self._here)))
        self.update()

    def _action(self, key: str) -> QAction:
        action = self.menu.addAction(self._title(key).replace("&", "&&"))
        action.setData(key)
        return action

    def _title(self, key: str) -> str:
        step = self._steps.get(key, Step("", ""))
        return f"{step.number}\u2002{step.label}" if step.number else step.label

    def _said(self, key: str) -> str:
        status = self._status.get(key)
        title = self._title(key)
        return f"{title}, {status.said(self.look.words)}" if status is not None else title

    @Slot()
    def _on_clicked(self) -> None:
        self.menu.popup(self.mapToGlobal(self.box.bottomLeft().toPoint()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
