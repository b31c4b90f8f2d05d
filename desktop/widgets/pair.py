"""Widgets side by side where there is room, one above the other where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.widgets.look import Look

BESIDE_FROM = 620


class Pair(QWidget):
    """Two fields side by side, one above the other where it is narrow."""

    def __init__(self, look: Look, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.px(16))
        for field in fields:
            self._row.addWidget(field, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the width."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
