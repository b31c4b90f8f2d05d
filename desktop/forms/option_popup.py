"""The list that drops below a line of text; it takes no focus and blocks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QWidget

from desktop.forms.choice_model import Option
from desktop.theme import Role
from desktop.widgets.look import Look

SHOWN = 8
"""So many lines of the list are seen at once."""

LINE = 32


class OptionPopup(QListView):
    """Shows the options that were found, one of them marked."""

    taken = Signal(str)
    """The user clicks the option with this code."""

    def __init__(self, look: Look, owner: QWidget) -> None:
        super().__init__(owner)
        self.look = look
        self._owner = owner
        self._options: list[Option] = []
        self._labels = QStringListModel(self)
        self.setModel(self._labels)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(look.theme.font(Role.BODY))
        self.setStyleSheet(look.theme.list_sheet())
        self.verticalScrollBar().setStyleSheet(look.theme.scroll_bar_sheet())
        self.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def marked(self) -> Option | None:
        """The option that is marked, if one is."""
        row = self.currentIndex().row()
        return self._options[row] if self.isVisible() and 0 <= row < len(self._options) else None

    @property
    def offered(self) -> list[Option]:
        """The options shown now."""
        return self._options if self.isVisible() else []

    def offer(self, options: Sequence[Option], marked: int = 0) -> None:
        """Show options below the owner, or above it when there is no room; none hides the list."""
        self._options = list(options)
        self._labels.setStringList([option.label for option in options])
        if not options:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()
        self._mark(marked)

    def move_mark(self, step: int) -> None:
        """Mark the next or the former option."""
        if self._options:
            self._mark((self.currentIndex().row() + step) % len(self._options))

    def _mark(self, row: int) -> None:
        self.setCurrentIndex(self._labels.index(row))
        if 0 <= row < len(self._options):
            self.look.announcer.speak_later(self._owner, self._options[row].label)

    def _place(self) -> None:
        window, halo = self._owner.window(), self.look.theme.halo
        self.setParent(window)
        high = min(SHOWN, len(self._options)) * self.look.theme.px(LINE)
        high += 2 * self.look.theme.line
        corner = self._owner.mapTo(window, QPoint(halo, self._owner.height()))
        if corner.y() + high > window.height() and corner.y() - self._owner.height() > high:
            corner = self._owner.mapTo(window, QPoint(halo, -high))
        self.setGeometry(corner.x(), corner.y(), self._owner.width() - 2 * halo, high)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self._options[index.row()].code)
