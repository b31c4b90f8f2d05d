"""A table of figures that a screen reader walks through cell by cell."""

from __future__ import annotations

import re

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from desktop.charts.scene import Table
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, painter_of

Index = QModelIndex | QPersistentModelIndex
ROW = 32


class TableModel(QAbstractTableModel):
    """The rows of a table as Qt asks for them; words at the left, figures at the right."""

    def __init__(self, table: Table, look: Look) -> None:
        super().__init__()
        self.table = table
        self._look = look

    def rowCount(self, parent: Index | None = None) -> int:
        """Give the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Give the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.table.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the text of a cell, and how it stands."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.table.rows[index.row()][index.column()]
        return self._alignment(index.column(), role)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the heading of a column."""
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.header[section]
        if role == Qt.ItemDataRole.FontRole:
            return self._look.theme.font(Role.LABEL)
        return self._alignment(section, role)

    def _alignment(self, column: int, role: int) -> object:
        if role != Qt.ItemDataRole.TextAlignmentRole:
            return None
        cells = [row[column] for row in self.table.rows]
        figures = column and all(not cell or re.search(r"\d", cell) for cell in cells)
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class FigureTable(QTableView):
    """Shows a whole table without scrolling; Tab leaves it, C copies it, T closes it."""

    copy_asked = Signal()
    """The user wants the table on the clipboard."""

    closed = Signal()
    """The user wants to go back to the chart."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFont(look.theme.font(Role.BODY))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(look.theme.table_sheet())
        self.setWordWrap(True)
        self._model: TableModel | None = None
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setFixedHeight(look.theme.px(ROW))

    def show_table(self, name: str, table: Table) -> None:
        """Show other figures under a name."""
        self.setAccessibleName(name)
        before, self._model = self._model, TableModel(table, self.look)
        self.setModel(self._model)
        if before is not None:
            before.deleteLater()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(self.look.theme.px(ROW))
        self.clearSpans()
        for row, cells in enumerate(table.rows):
            if len(cells) > 1 and not any(cells[1:]):
                self.setSpan(row, 0, 1, len(cells))
        self._fit()

    def _fit(self) -> None:
        """Give each row the lines that it needs."""
        self.resizeRowsToContents()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break long cells anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Ask for all rows."""
        rows = 0 if self._model is None else self._model.rowCount()
        high = sum(self.rowHeight(row) for row in range(rows))
        return QSize(self.look.theme.px(360), high + self.look.theme.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Never hide a row."""
        return QSize(self.look.theme.px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with C, go back to the chart with T or Escape."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_C:
            self.copy_asked.emit()
        elif plain and event.key() in (Qt.Key.Key_T, Qt.Key.Key_Escape):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first cell, so that a reader has something to say."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model is not None:
            self.setCurrentIndex(self._model.index(0, 0))

    def viewportEvent(self, event: QEvent) -> bool:
        """Leave the wheel to the page: all rows are seen."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the ring around the one that has the focus."""
        super().paintEvent(event)
        if not self.hasFocus() or not self.currentIndex().isValid():
            return
        painter = painter_of(self.viewport())
        theme = self.look.theme
        cell = self.visualRect(self.currentIndex()).toRectF()
        inside = cell.adjusted(*(theme.px(n) for n in (5, 5, -5, -5)))
        paint_focus(painter, theme, inside, radius=6)
        painter.end()
