"""Twelve months to paint: arrows move, Space paints, Shift and an arrow paint on, or the mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.forms import grazing_months
from desktop.forms.choice_cards import WISHES
from desktop.forms.grazing_months import LENGTHS, NONE, Months
from desktop.forms.month_cell import MonthCell
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, painter_of
from desktop.words import mark_in

MONTHS = (
    (mark_in("month", "Jan"), mark_in("month", "January")),
    (mark_in("month", "Feb"), mark_in("month", "February")),
    (mark_in("month", "Mar"), mark_in("month", "March")),
    (mark_in("month", "Apr"), mark_in("month", "April")),
    (mark_in("month", "May"), mark_in("month", "May")),
    (mark_in("month", "Jun"), mark_in("month", "June")),
    (mark_in("month", "Jul"), mark_in("month", "July")),
    (mark_in("month", "Aug"), mark_in("month", "August")),
    (mark_in("month", "Sep"), mark_in("month", "September")),
    (mark_in("month", "Oct"), mark_in("month", "October")),
    (mark_in("month", "Nov"), mark_in("month", "November")),
    (mark_in("month", "Dec"), mark_in("month", "December")),
)
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
EDGES = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(LENGTHS) - 1}
NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FOLDS = (12, 6, 4)
"""So many months stand side by side, fewer where the room is narrow."""


class MonthRow(QWidget):
    """One stop for Tab; each month is named with its days for those who hear the screen."""

    painted = Signal(object)
    """The months as the user has painted them: the days of each."""

    wished = Signal(str)
    """A key asks for something: why, note, reference, clear, next."""

    left = Signal()
    """The focus went away from all months."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        say = look.words.say_in
        self.names = [say("month", name) for _, name in MONTHS]
        self.cells = [MonthCell(look, say("month", short)) for short, _ in MONTHS]
        self._months: Months = NONE
        self._brush: bool | None = None
        self._dirty = False
        self._is_reference = False
        self._enabled = True
        self._had_focus = False
        self._connect()
        self._stop_at(3)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_months(NONE, is_reference=False)

    @property
    def months(self) -> Months:
        """The days shown in each month."""
        return self._months

    def show_months(self, months: Months, *, is_reference: bool) -> None:
        """Show the days of each month; those of a reference value are dashed and in italic."""
        self._months, self._is_reference = months, is_reference
        words = self.look.words
        for place, cell in enumerate(self.cells):
            days = months[place] if grazing_months.is_in(months, place) else 0.0
            figure = words.exact(round(days) or (1 if days else 0))
            late = grazing_months.starts_late(months, place)
            share = days / LENGTHS[place]
            cell.show_days(share, figure, late=late, is_reference=is_reference)
            cell.call_it(self._said(place, figure))

    def allow_painting(self, allowed: bool) -> None:
        """Let the months be painted, or only be seen."""
        self._enabled = allowed

    def sizeHint(self) -> QSize:
        """Ask for comfortable cells in one line."""
        width = len(self.cells) * self.look.theme.px(52) + self._between(len(self.cells))
        return QSize(width + 2 * self.look.theme.halo, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Fold to four months in a line where there is no room."""
        width = FOLDS[-1] * self._narrowest + self._between(FOLDS[-1])
        return QSize(width + 2 * self.look.theme.halo, self._high(len(self.cells) // FOLDS[0]))

    def heightForWidth(self, width: int) -> int:
        """Give the height of one line, two or three."""
        return self._high(len(self.cells) // self._in_line(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the months side by side, in as few lines as they need."""
        super().resizeEvent(event)
        halo, gap = self.look.theme.halo, self._gap
        in_line = self._in_line(self.width())
        room, high = self.width() - 2 * halo, self.cells[0].sizeHint().height()
        for place, cell in enumerate(self.cells):
            line, at = divmod(place, in_line)
            # Each edge is rounded, not each width: the cells fill the line exactly.
            begin = round(at * (room + gap) / in_line)
            end = round((at + 1) * (room + gap) / in_line) - gap
            top = halo + line * (high + self._line_gap)
            cell.setGeometry(QRect(halo + begin, top, end - begin, high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, paint, paint on, or ask; other keys are for the field around."""
        key = Qt.Key(event.key())
        spreads = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key in STEPS:
            self._step(STEPS[key], paints=spreads)
        elif key in EDGES:
            self._go_to(EDGES[key])
        elif key == Qt.Key.Key_Space:
            self._paint_here()
        elif key in NEXT:
            self.wished.emit("next")
        elif key == Qt.Key.Key_Delete:
            self.wished.emit("clear")
        elif key in WISHES:
            self.wished.emit(WISHES[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the focus ring in the gap around a month."""
        focused = [cell for cell in self.cells if cell.hasFocus()]
        if not focused:
            return
        painter = painter_of(self)
        frame = focused[0].frame.translated(focused[0].pos())
        paint_focus(painter, self.look.theme, frame)
        painter.end()

    # What the user does.

    def _here(self) -> int:
        return next((n for n, cell in enumerate(self.cells) if cell.hasFocus()), 0)

    def _place_of(self, cell: QObject) -> int:
        return next(place for place, one in enumerate(self.cells) if one is cell)

    def _step(self, step: int, *, paints: bool) -> None:
        """Go to the month beside; painting on gives it what the month left behind has."""
        here = self._here()
        there = here + step
        if not 0 <= there < len(self.cells):
            return
        whole = grazing_months.is_in(self._months, here)
        self._go_to(there)
        if paints:
            self._paint(there, whole=whole)
            self._hand_over()

    def _go_to(self, place: int) -> None:
        self._stop_at(place)
        self.cells[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint_here(self) -> None:
        here = self._here()
        self._paint(here, whole=not grazing_months.is_whole(self._months, here))
        self._hand_over()

    def _paint(self, place: int, *, whole: bool) -> None:
        if not self._enabled:
            return
        months = grazing_months.painted(self._months, (place,), whole=whole)
        self._dirty = self._dirty or months != self._months
        self.show_months(months, is_reference=False)

    def _hand_over(self) -> None:
        if self._dirty:
            self._dirty = False
            self.painted.emit(self._months)

    @Slot()
    def _on_pressed_down(self) -> None:
        place = self._place_of(self.sender())
        self._go_to(place)
        self._brush = not grazing_months.is_whole(self._months, place)
        self._paint(place, whole=self._brush)

    @Slot(QPoint)
    def _on_dragged(self, point: QPoint) -> None:
        under = self.childAt(self.mapFromGlobal(point))
        if self._brush is not None and isinstance(under, MonthCell):
            self._paint(self.cells.index(under), whole=self._brush)

    @Slot()
    def _on_let_go(self) -> None:
        self._brush = None
        self._hand_over()

    @Slot()
    def _on_clicked(self) -> None:
        """A screen reader presses without mouse or key."""
        self._go_to(self._place_of(self.sender()))
        self._paint_here()

    @Slot()
    def _on_moved(self) -> None:
        has_focus = any(cell.hasFocus() for cell in self.cells)
        if self._had_focus and not has_focus:
            self.left.emit()
        self._had_focus = has_focus
        self.update()

    # How it is laid out.

    def _said(self, place: int, figure: str) -> str:
        say = self.look.words.say
        name, whole = self.names[place], LENGTHS[place]
        return say("{month}, {days} of {whole} days", month=name, days=figure, whole=whole)

    def _stop_at(self, place: int) -> None:
        """Let Tab stop once, where one was last."""
        tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for number, cell in enumerate(self.cells):
            cell.setFocusPolicy(tab if number == place else click)
        self.setFocusProxy(self.cells[place])

    @property
    def _gap(self) -> int:
        return self.look.theme.px(4)

    @property
    def _line_gap(self) -> int:
        return self.look.theme.px(10)

    @property
    def _narrowest(self) -> int:
        return max(cell.narrowest for cell in self.cells)

    def _between(self, in_line: int) -> int:
        return (in_line - 1) * self._gap

    def _in_line(self, width: int) -> int:
        room = width - 2 * self.look.theme.halo
        fitting = (n for n in FOLDS if n * self._narrowest + self._between(n) <= room)
        return next(fitting, FOLDS[-1])

    def _high(self, lines: int) -> int:
        one = self.cells[0].sizeHint().height()
        return lines * one + (lines - 1) * self._line_gap + 2 * self.look.theme.halo

    def _connect(self) -> None:
        for cell in self.cells:
            cell.setParent(self)
            cell.pressed_down.connect(self._on_pressed_down)
            cell.dragged.connect(self._on_dragged)
            cell.let_go.connect(self._on_let_go)
            cell.clicked.connect(self._on_clicked)
            cell.moved.connect(self._on_moved)
