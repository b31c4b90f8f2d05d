"""Pages that stand in the place of what one works on until they are read: help, settings, backups.

Each is built when it is wished and dropped when it is left, so that it always shows what is true.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.widgets.look import Look
from desktop.widgets.scroll import ScrollPage


class AsidePage(QWidget):
    """A page beside the work: Escape or its button goes back."""

    back_asked = Signal()
    """The user has done with the page."""

    @property
    def first(self) -> QWidget:
        """The widget that takes the focus when the page is shown."""
        return self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back to the work."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)


class Asides(QObject):
    """Shows one such page at a time in the stack of the window."""

    left = Signal()
    """The page is gone: what one worked on is to be seen again."""

    def __init__(self, look: Look, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._look = look
        self._stack = stack
        self._place: ScrollPage | None = None
        self.page: AsidePage | None = None

    def show_page(self, page: AsidePage) -> None:
        """Show a page instead of the one that is there."""
        self.drop()
        self.page = page
        self._place = ScrollPage(self._look, page)
        self._stack.addWidget(self._place)
        self._stack.setCurrentWidget(self._place)
        page.back_asked.connect(self._on_back)
        page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Take the page away without a word, as when something else is shown."""
        if self._place is not None:
            self._stack.removeWidget(self._place)
            self._place.deleteLater()
            self._place = self.page = None

    @Slot()
    def _on_back(self) -> None:
        self.drop()
        self.left.emit()
