"""A row that breaks: things stand beside each other, and go below when the room ends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass
class _Line:
    """What stands in one line, its natural width and its height."""

    items: list[QLayoutItem]
    width: int = 0
    height: int = 0


class Flow(QLayout):
    """Lays visible things from left to right, centred on their line, and wraps."""

    def __init__(
        self, gap: int = 0, line_gap: int = 0, first: int = 0, parent: QWidget | None = None
    ) -> None:
        """Keep a gap between things and between lines; the first line is at least so high."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self._first = first
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put a thing at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the things."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give one thing."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one thing out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow row is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines in a width."""
        lines = self._lines(width)
        return sum(line.height for line in lines) + self._line_gap * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max([self._first, *(size.height() for size in sizes)]))

    def minimumSize(self) -> QSize:
        """Never get narrower than the widest thing."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max([self._first, *(size.height() for size in sizes)]))

    def setGeometry(self, box: QRect) -> None:
        """Put every thing in its place."""
        super().setGeometry(box)
        top = box.top()
        for line in self._lines(box.width()):
            left = box.left()
            for item in line.items:
                size = self._size(item, box.width())
                down = top + (line.height - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, down), size))
                left += size.width() + self._gap
            top += line.height + self._line_gap

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size(item, width)
            if not lines or lines[-1].width + self._gap + size.width() > width:
                lines.append(_Line([], -self._gap, 0 if lines else self._first))
            line = lines[-1]
            line.items.append(item)
            line.width += self._gap + size.width()
            line.height = max(line.height, size.height())
        return lines

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        """Give a thing its natural width, or the whole line when it must wrap."""
        natural = item.sizeHint()
        if natural.width() <= width or not item.hasHeightForWidth():
            return QSize(
                min(natural.width(), max(width, item.minimumSize().width())), natural.height()
            )
        return QSize(width, item.heightForWidth(width))
