"""What differs between two states, value by value: now and after, or before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus
from desktop.widgets.wrapped import paint_wrapped, wrapped_height

Index = QModelIndex | QPersistentModelIndex
SHARES = (0.44, 0.28, 0.28)
"""How the width is shared between what, before and after."""

SIDE, ABOVE = 12, 10


@dataclass(frozen=True)
class Difference:
    """One value that differs; an empty one is shown as a dash: it is not given there."""

    what: str
    before: str
    after: str


class DifferenceModel(QAbstractTableModel):
    """Gives the values to the table; the headers name them for those who hear the screen."""

    def __init__(self, headers: tuple[str, str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._headers = headers
        self._rows: tuple[tuple[str, str, str], ...] = ()

    def show_rows(self, rows: Sequence[Difference]) -> None:
        """Hold other values."""
        self.beginResetModel()
        self._rows = tuple((row.what, row.before or "—", row.after or "—") for row in rows)
        self.endResetModel()

    def text(self, index: Index) -> str:
        """Give what stands in a cell."""
        return self._rows[index.row()][index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Count the values."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Count what, before and after."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what is shown and read aloud."""
        return self.text(index) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the name of a column, and of a row for those who hear the screen."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        is_column = orientation == Qt.Orientation.Horizontal
        return self._headers[section] if is_column else self._rows[section][0]


def role_of(column: int) -> Role:
    """Give the letters of a column: what is named, and the value that will be, are stronger."""
    return Role.BODY if column == 1 else Role.LABEL


class DifferencePainter(QStyledItemDelegate):
    """Paints a cell whose text wraps, and a thin line below it."""

    def __init__(self, look: Look, model: DifferenceModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._table = parent
        self._heights: dict[tuple[str, int, Role], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of the text in the width of its column."""
        width = self._table.columnWidth(index.column())
        text, role = self._model.text(index), role_of(index.column())
        if (text, width, role) not in self._heights:
            px = self._look.theme.px
            high = wrapped_height(self._look.theme, role, text, width - 2 * px(SIDE))
            self._heights[(text, width, role)] = high + 2 * px(ABOVE)
        return QSize(width, self._heights[(text, width, role)])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the text, the line below and the focus ring."""
        theme = self._look.theme
        colours, px = theme.colours, theme.px
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colours.text_muted if index.column() == 1 else colours.text
        inner = box.adjusted(px(SIDE), px(ABOVE), -px(SIDE), 0)
        text, role = self._model.text(index), role_of(index.column())
        paint_wrapped(painter, theme, role, text, inner, ink)
        foot = QRectF(box.left(), box.bottom() - theme.line, box.width(), theme.line)
        painter.fillRect(foot, colours.hairline)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring = box.adjusted(*(px(n) for n in (4, 4, -4, -5)))
            paint_focus(painter, theme, ring, radius=6)
        painter.restore()


class DifferenceHeader(QHeaderView):
    """The names of the columns, in quiet letters over a line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def name(self, section: int) -> str:
        """Give the name of a column."""
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))

    def fit(self) -> None:
        """Be as high as the name that wraps most."""
        theme = self._look.theme
        room = [self.sectionSize(n) - 2 * theme.px(SIDE) for n in range(self.count())]
        highs = [
            wrapped_height(theme, Role.SECONDARY, self.name(n), width)
            for n, width in enumerate(room)
        ]
        self.setFixedHeight(max(highs) + 2 * theme.px(ABOVE))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        """Paint one name."""
        theme = self._look.theme
        painter.fillRect(box, theme.colours.background)
        side, above = theme.px(SIDE), theme.px(ABOVE)
        place = QRectF(box).adjusted(side, above, -side, 0)
        ink = theme.colours.text_muted
        paint_wrapped(painter, theme, Role.SECONDARY, self.name(section), place, ink)
        foot = QRectF(box.left(), box.bottom() + 1 - theme.line, box.width(), theme.line)
        painter.fillRect(foot, theme.colours.border)


class DifferenceTable(QTableView):
    """A table for the eye, the keyboard and the screen reader; it scrolls, rows wrap."""

    def __init__(self, look: Look, headers: tuple[str, str, str], name: str) -> None:
        super().__init__()
        self.look = look
        self._values = DifferenceModel(headers, self)
        self.setModel(self._values)
        self.setItemDelegate(DifferencePainter(look, self._values, self))
        self._header = DifferenceHeader(look, self)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(look.theme.scroll_bar_sheet())
        self.setAccessibleName(name)

    def show_rows(self, rows: Sequence[Difference]) -> None:
        """Show other values, from the top."""
        self._values.show_rows(rows)
        self.setAccessibleDescription(
            self.look.words.count("{n} value differs", "{n} values differ", len(rows))
        )
        self.setCurrentIndex(self._values.index(0, 0))
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for all rows, so that a short table needs no bar; the page may give less."""
        rows = sum(self.rowHeight(row) for row in range(min(12, self._values.rowCount())))
        return QSize(self.look.theme.px(480), rows + self.horizontalHeader().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, ceil(width * share) if column else 0)
        rest = width - sum(self.columnWidth(column) for column in (1, 2))
        self.setColumnWidth(0, rest)
        self._header.fit()
        self.resizeRowsToContents()
