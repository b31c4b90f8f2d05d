"""A choice among a few: one card each, with a pictogram and one line."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.forms.choice_model import Option
from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.painting import (
    Edge,
    paint_box,
    paint_focus,
    paint_text,
    painter_of,
    text_width,
)
from desktop.widgets.status import paint_tick_disc

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
WISHES = {Qt.Key.Key_F1: "why", Qt.Key.Key_F2: "note", Qt.Key.Key_F4: "reference"}


class ChoiceCard(Pressable):
    """One option; the chosen one has a strong border, a tint and a tick."""

    picked = Signal(str)
    """The user chooses the option with this code."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, clear, next, left, right."""

    moved = Signal()
    """The focus came or went."""

    def __init__(self, look: Look, option: Option) -> None:
        super().__init__(look, option.label)
        self._option = option
        self._is_reference = False
        self.setObjectName(option.code)
        self.setAccessibleDescription(option.line)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    @property
    def option(self) -> Option:
        """The option of the card."""
        return self._option

    def show_chosen(self, chosen: bool, *, is_reference: bool) -> None:
        """Show whether this is the answer, or the reference used without one."""
        self.setChecked(chosen)
        self._is_reference = is_reference
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words, the pictogram and the room of the tick."""
        theme = self.look.theme
        label = text_width(theme.font(Role.STRONG), self._option.label)
        line = text_width(theme.font(Role.SECONDARY), self._option.line)
        icon = theme.px(24 + 12) if self._option.icon else 0
        width = max(theme.px(140), ceil(max(label + theme.px(28), line)) + icon + theme.px(32))
        high = theme.px(64 if self._option.line else 48)
        return QSize(width + 2 * theme.halo, high + 2 * theme.halo)

    def nextCheckState(self) -> None:
        """Leave it to the field which card is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys move, Space and Enter choose, and the keys of fields ask."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.wished.emit("right" if STEPS[key] > 0 else "left")
        elif key in WISHES:
            self.wished.emit(WISHES[key])
        elif key == Qt.Key.Key_Delete:
            self.wished.emit("clear")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.wished.emit("next")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the field that the focus came."""
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the field that the focus went."""
        super().focusOutEvent(event)
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its words, the tick and the focus ring."""
        painter, theme, box = painter_of(self), self.look.theme, self.box
        self._paint_ground(painter, box)
        self._paint_words(painter, box.adjusted(theme.px(16), 0, -theme.px(16), 0))
        if self.isChecked():
            side = theme.px(16)
            tick = QRectF(box.right() - side - theme.px(10), box.top() + theme.px(10), side, side)
            paint_tick_disc(painter, theme, tick)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        theme, colours = self.look.theme, self.look.theme.colours
        if self.isChecked():
            edge = Edge(colours.primary, 1.5 * theme.line)
            paint_box(painter, box, colours.complete_tint, edge, theme.radius)
            return
        fill = colours.surface if self.underMouse() else colours.background
        edge = Edge(colours.border, theme.line, dashed=self._is_reference)
        paint_box(painter, box, fill, edge, theme.radius)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme, colours, option = self.look.theme, self.look.theme.colours, self._option
        if option.icon:
            side = theme.px(24)
            sign = QRectF(box.left(), box.center().y() - side / 2, side, side)
            self.look.icons.paint(painter, option.icon, sign, colours.text)
            box = box.adjusted(side + theme.px(12), 0, 0, 0)
        letters = theme.font(Role.STRONG if self.isChecked() else Role.LABEL)
        letters.setItalic(self._is_reference)
        if not option.line:
            paint_text(painter, box, option.label, letters, colours.text)
            return
        half = box.height() / 2
        upper = QRectF(box.left(), box.top() + theme.px(10), box.width(), half - theme.px(8))
        lower = upper.translated(0, theme.px(22))
        paint_text(painter, upper, option.label, letters, colours.text)
        small = theme.font(Role.SECONDARY)
        paint_text(painter, lower, option.line, small, colours.text_muted)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self._option.code)


class CardRow(QWidget):
    """All cards; one stop for Tab, the arrow keys go between them."""

    picked = Signal(str)
    """The user chooses the option with this code."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, clear, next."""

    entered = Signal()
    """The focus came to one of the cards."""

    left = Signal()
    """The focus went away from all cards."""

    def __init__(self, look: Look, options: tuple[Option, ...]) -> None:
        super().__init__()
        self.cards = [ChoiceCard(look, option) for option in options]
        self._had_focus = False
        flow = Flow(look.theme.px(4), 0, parent=self)
        for card in self.cards:
            flow.addWidget(card)
            card.picked.connect(self.picked)
            card.wished.connect(self._on_wished)
            card.moved.connect(self._on_moved)
        self._one_stop()

    def show_chosen(self, code: str, reference: str) -> None:
        """Show the answer, or the reference used without one."""
        for card in self.cards:
            own = card.option.code
            card.show_chosen(own == code, is_reference=not code and own == reference)
        self._one_stop()

    @property
    def stop(self) -> ChoiceCard:
        """The card where Tab stops: the chosen one, or the first."""
        return next((card for card in self.cards if card.isChecked()), self.cards[0])

    def _one_stop(self) -> None:
        """Let Tab stop once: on the chosen card, or on the first."""
        stop = self.stop
        for card in self.cards:
            tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(tab if card is stop else click)

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        step = {"right": 1, "left": -1}.get(wish)
        if step is None:
            self.wished.emit(wish)
            return
        here = next((n for n, card in enumerate(self.cards) if card.hasFocus()), 0)
        self.cards[(here + step) % len(self.cards)].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_moved(self) -> None:
        has_focus = any(card.hasFocus() for card in self.cards)
        if has_focus and not self._had_focus:
            self.entered.emit()
        if self._had_focus and not has_focus:
            self.left.emit()
        self._had_focus = has_focus
