"""The line above a part of a page: its title, a link beside it, a quiet word at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.look import Look
from desktop.widgets.text import Text


class SectionHeader(QWidget):
    """The word at the right goes below where there is no room beside."""

    asked = Signal()
    """The user presses the link."""

    def __init__(self, look: Look, title: str, link: str = "", note: str = "") -> None:
        super().__init__()
        self.look = look
        self.title = Text(look, title, Role.SECTION, wraps=True)
        self._link = PaintedButton(look, Face(link, Kind.LINK))
        self._note = Text(look, note, Role.SECONDARY, "text_muted")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(look.theme.halo, 0, look.theme.halo, 0)
        self._row.setSpacing(look.theme.px(4))
        head = QHBoxLayout()
        head.setSpacing(look.theme.px(12))
        head.addWidget(self.title)
        head.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self._row.addLayout(head, 1)
        self._row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._link.setVisible(bool(link))
        self._note.setVisible(bool(note))
        self._link.clicked.connect(self.asked)

    def show_title(self, title: str, note: str = "") -> None:
        """Show another title and another word at the right."""
        self.title.show_text(title)
        self._note.show_text(note)
        self._note.setVisible(bool(note))
        self._choose_direction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width where the word at the right stands."""
        super().resizeEvent(event)
        self._choose_direction()

    def _choose_direction(self) -> None:
        link = self._link.sizeHint().width() if self._link.face.text else 0
        gaps = self.look.theme.px(48)
        wanted = self.title.sizeHint().width() + link + self._note.sizeHint().width() + gaps
        beside = wanted <= self.width() or not self._note.shown
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
