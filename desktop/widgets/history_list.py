"""What was changed, newest first: thousands of steps scroll as easily as ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import Side, paint_box, paint_focus, paint_text, text_width
from desktop.widgets.wrapped import paint_wrapped, wrapped_height

Index = QModelIndex | QPersistentModelIndex
INSET = 24
"""From the side of the panel to the words."""


@dataclass(frozen=True)
class HistoryLine:
    """One step: when, what, from what to what; `undone` says that it was taken back.

    `key` is handed back when the user wants to go to what was changed; empty leads nowhere.
    """

    key: str
    time: str
    what: str
    before: str = ""
    after: str = ""
    undone: bool = False

    @property
    def change(self) -> str:
        """The old and the new value in one line."""
        return f"{self.before} → {self.after}" if self.before or self.after else ""


class HistoryModel(QAbstractListModel):
    """Gives the steps to the list, and their words to those who hear the screen."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[HistoryLine, ...] = ()

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Hold other steps."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> HistoryLine:
        """Give one step."""
        return self._lines[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Count the steps."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what is read aloud and found by typing."""
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.said(self.line(index)) if role in spoken else None

    def said(self, line: HistoryLine) -> str:
        """Say a step in a sentence."""
        say = self._look.words.say
        change = ""
        if line.change:
            change = say("from {before} to {after}", before=line.before, after=line.after)
        undone = say("undone") if line.undone else ""
        return ", ".join(part for part in (line.time, line.what, change, undone) if part)


class HistoryPainter(QStyledItemDelegate):
    """Paints one step: what, the change below it, the time at the right."""

    def __init__(self, look: Look, model: HistoryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._heights: dict[tuple[HistoryLine, int], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of the words in the width of the list."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 0
        return QSize(width, self._height(self._model.line(index), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the step, its ground while it is the current one, and the focus ring."""
        theme, line = self._look.theme, self._model.line(index)
        colours, px = theme.colours, theme.px
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(px(8), px(2), -px(8), -px(2))
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint_box(painter, inner, colours.surface, None, theme.radius)
        self._paint_words(painter, line, box)
        if state & QStyle.StateFlag.State_HasFocus:
            ring = inner.adjusted(*(px(n) for n in (4, 4, -4, -4)))
            paint_focus(painter, theme, ring, radius=6)
        painter.restore()

    def _paint_words(self, painter: QPainter, line: HistoryLine, box: QRectF) -> None:
        theme, colours, px = self._look.theme, self._look.theme.colours, self._look.theme.px
        words = box.adjusted(px(INSET), px(10), -px(INSET), -px(10))
        clock = QRectF(words.left(), words.top(), words.width(), theme.line_height(Role.LABEL))
        small = theme.font(Role.SECONDARY)
        paint_text(painter, clock, line.time, small, colours.text_muted, Side.END)
        beside = words.adjusted(0, 0, -self._time_width(line), 0)
        ink = colours.text_muted if line.undone else colours.text
        paint_wrapped(painter, theme, Role.LABEL, line.what, beside, ink)
        high = wrapped_height(theme, Role.LABEL, line.what, beside.width())
        below = words.adjusted(0, high + px(2), 0, 0)
        if line.change:
            paint_wrapped(painter, theme, Role.BODY, line.change, below, colours.text_muted)
            high = wrapped_height(theme, Role.BODY, line.change, below.width())
            below = below.adjusted(0, high + px(2), 0, 0)
        if line.undone:
            self._paint_undone(painter, below)

    def _paint_undone(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._look.theme, self._look.theme.px
        row = QRectF(box.left(), box.top(), box.width(), theme.line_height(Role.SECONDARY))
        sign = QRectF(row.left(), row.top(), px(16), row.height())
        self._look.icons.paint(painter, "arrow-u-up-left", sign, theme.colours.info)
        words = row.adjusted(px(22), 0, 0, 0)
        said, letters = self._look.words.say("undone"), theme.font(Role.SECONDARY_STRONG)
        paint_text(painter, words, said, letters, theme.colours.info)

    def _height(self, line: HistoryLine, width: int) -> int:
        """Measure a step once for each width; Qt asks for all of them again and again."""
        if (line, width) not in self._heights:
            self._heights[(line, width)] = self._measured(line, width)
        return self._heights[(line, width)]

    def _measured(self, line: HistoryLine, width: int) -> int:
        theme, px = self._look.theme, self._look.theme.px
        room = width - 2 * px(INSET)
        high = wrapped_height(theme, Role.LABEL, line.what, room - self._time_width(line))
        if line.change:
            high += px(2) + wrapped_height(theme, Role.BODY, line.change, room)
        if line.undone:
            high += px(2) + theme.line_height(Role.SECONDARY)
        return high + px(20)

    def _time_width(self, line: HistoryLine) -> float:
        theme = self._look.theme
        return text_width(theme.font(Role.SECONDARY), line.time) + theme.px(12)


class HistoryList(QListView):
    """One list, one painter: no widget for each step."""

    wished = Signal(str)
    """The user wants to go to what the step with this key changed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._steps = HistoryModel(look, self)
        self.setModel(self._steps)
        self.setItemDelegate(HistoryPainter(look, self._steps, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(look.theme.scroll_bar_sheet())
        self.setAccessibleName(look.words.say("History"))
        self.activated.connect(self._on_activated)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show other steps, the newest first, from the top."""
        self._steps.show_lines(lines)
        self.setCurrentIndex(self._steps.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to what was changed with Enter, whatever the system does with that key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the steps again for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def visualRect(self, index: Index) -> QRect:
        """Let the steps fill the width."""
        place = super().visualRect(index)
        place.setWidth(self.viewport().width())
        return place

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid() and (key := self._steps.line(index).key):
            self.wished.emit(key)
