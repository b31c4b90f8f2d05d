"""The pages of a step or of the results, side by side above a thin line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.flow import Flow
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, paint_text, painter_of, text_width
from desktop.widgets.text import Text


class Tab(Pressable):
    """One page; the open one is in strong letters over a thick line."""

    wished = Signal(str)
    """The user wants the page with this key."""

    def __init__(self, look: Look, key: str, label: str) -> None:
        super().__init__(look, label)
        self._key = key
        self._label = label
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Ask for the room of the strong letters, so that nothing moves when chosen."""
        theme = self.look.theme
        width = text_width(theme.font(Role.STRONG), self._label) + 2 * theme.halo
        return QSize(ceil(width), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the label, the thick line of the open page, and the focus ring."""
        theme, painter = self.look.theme, painter_of(self)
        colours, halo = theme.colours, theme.halo
        box = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
        letters = theme.font(Role.STRONG if self.isChecked() else Role.BODY)
        strong = self.isChecked() or self.underMouse()
        paint_text(
            painter, box, self._label, letters, colours.text if strong else colours.text_muted
        )
        if self.isChecked():
            foot = QRectF(box.left(), self.height() - theme.px(2), box.width(), theme.px(2))
            painter.fillRect(foot, colours.primary)
        if self.hasFocus():
            paint_focus(painter, theme, box.adjusted(0, 0, 0, -theme.px(1)), radius=6)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self._key)


class TabRow(QWidget):
    """All pages of a step; Left and Right go to the neighbour."""

    chosen = Signal(str)
    """The user wants the page with this key."""

    def __init__(self, look: Look, pages: Sequence[tuple[str, str]], *, lined: bool = True) -> None:
        super().__init__()
        self._note = Text(look, "", Role.BODY, "text_muted")
        self._tabs = {key: Tab(look, key, label) for key, label in pages}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        flow = Flow(look.theme.px(24), 0)
        for tab in self._tabs.values():
            flow.addWidget(tab)
            tab.wished.connect(self.chosen)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, look.theme.halo, 0)
        row.addLayout(flow, 1)
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        if lined:
            column.addWidget(Hairline(look, margin=4))
        if self._tabs:
            next(iter(self._tabs.values())).setChecked(True)

    @property
    def here(self) -> str:
        """The key of the open page."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def show_here(self, key: str) -> None:
        """Mark the open page."""
        self._tabs[key].setChecked(True)

    def show_note(self, sentence: str) -> None:
        """Show at the right which page of how many this is."""
        self._note.show_text(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page at the left or at the right."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        tabs = list(self._tabs.values())
        here = next((n for n, tab in enumerate(tabs) if tab.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        following = tabs[(here + step) % len(tabs)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()
