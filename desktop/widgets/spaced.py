"""A widget with air around it; the air goes when the widget is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Spaced(QWidget):
    """Follows the thing inside: hidden with it, shown with it."""

    def __init__(self, inside: QWidget, margins: QMargins) -> None:
        super().__init__()
        self._inside = inside
        column = QVBoxLayout(self)
        column.setContentsMargins(margins)
        column.addWidget(inside)
        # Only hidden here: a widget shown before it has a parent would be a window of its own.
        if inside.isHidden():
            self.hide()
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide and show together with the thing inside."""
        if watched is self._inside and event.type() == QEvent.Type.HideToParent:
            self.hide()
        elif watched is self._inside and event.type() == QEvent.Type.ShowToParent:
            self.show()
        return False
