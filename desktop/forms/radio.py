"""One of several answers of which exactly one holds: said as a radio button, seen as a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.forms.choice_cards import STEPS, WISHES
from desktop.theme import Theme
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box

RING = 16
"""The side of the ring of a radio button (pixels at 100 %)."""


class Radio(Pressable):
    """Subclasses paint it; the group decides which one is chosen."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, clear, next, left, right."""

    moved = Signal()
    """The focus came or went."""

    def __init__(self, look: Look, key: str, name: str) -> None:
        super().__init__(look, name)
        self.key = key
        self.is_reference = False
        self.setObjectName(key)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def show_chosen(self, chosen: bool, *, is_reference: bool) -> None:
        """Show whether this is the answer, or the reference used without one."""
        # Qt keeps one of a group of radio buttons chosen; an open question has none.
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)
        self.is_reference = is_reference
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to the group which one is chosen."""

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
        """Tell the group that the focus came."""
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the group that the focus went."""
        super().focusOutEvent(event)
        self.moved.emit()

    def paint_card(self, painter: QPainter, box: QRectF, *, soft: bool = False) -> None:
        """Paint the ground and the border of the card; a soft one is near, but not the answer."""
        theme, colours = self.look.theme, self.look.theme.colours
        if self.isChecked():
            edge = Edge(colours.primary, 1.5 * theme.line)
            paint_box(painter, box, colours.complete_tint, edge, theme.radius)
            return
        fill = colours.surface if self.underMouse() else colours.background
        ink = colours.primary if soft else colours.border
        edge = Edge(ink, theme.line, dashed=self.is_reference or soft)
        paint_box(painter, box, fill, edge, theme.radius)

    def paint_ring(self, painter: QPainter, box: QRectF) -> None:
        """Paint the ring of a radio button, filled where chosen, dashed for a reference."""
        paint_radio(
            painter, self.look.theme, box, chosen=self.isChecked(), dashed=self.is_reference
        )


def paint_radio(
    painter: QPainter, theme: Theme, box: QRectF, *, chosen: bool, dashed: bool
) -> None:
    """Paint the sign of a radio button in a square box."""
    colours, width = theme.colours, 1.5 * theme.scale
    pen = QPen(colours.primary if chosen else colours.border, width)
    if dashed:
        pen.setDashPattern([2.4, 2.0])
    painter.setPen(pen)
    painter.setBrush(colours.background)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    if chosen:
        inset = box.width() * 0.28
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.primary)
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


class RadioGroup(QObject):
    """Keeps one stop for Tab among several radio buttons, and moves the focus between them."""

    picked = Signal(str)
    """The user chooses the one with this key."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, clear, next."""

    left = Signal()
    """The focus went away from all of them."""

    def __init__(self, radios: Sequence[Radio], parent: QWidget) -> None:
        super().__init__(parent)
        self.radios = tuple(radios)
        self._had_focus = False
        for radio in self.radios:
            radio.clicked.connect(self._on_clicked)
            radio.wished.connect(self._on_wished)
            radio.moved.connect(self._on_moved)
        self._one_stop()

    def show_chosen(self, key: str, reference: str = "") -> None:
        """Show the answer, or the reference used without one."""
        for radio in self.radios:
            radio.show_chosen(radio.key == key, is_reference=not key and radio.key == reference)
        self._one_stop()

    @property
    def stop(self) -> Radio:
        """Where Tab stops: the chosen one, or the first."""
        return next((radio for radio in self.radios if radio.isChecked()), self.radios[0])

    @property
    def focused(self) -> Radio | None:
        """The one that has the focus."""
        return next((radio for radio in self.radios if radio.hasFocus()), None)

    def _one_stop(self) -> None:
        stop = self.stop
        for radio in self.radios:
            tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            radio.setFocusPolicy(tab if radio is stop else click)

    @Slot()
    def _on_clicked(self) -> None:
        radio = self.sender()
        assert isinstance(radio, Radio)
        self.picked.emit(radio.key)

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        step = {"right": 1, "left": -1}.get(wish)
        here = self.focused
        if step is None or here is None:
            self.wished.emit(wish)
            return
        place = (self.radios.index(here) + step) % len(self.radios)
        self.radios[place].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_moved(self) -> None:
        has_focus = self.focused is not None
        if self._had_focus and not has_focus:
            self.left.emit()
        self._had_focus = has_focus
