"""The bar below the page: back, what remains to look at, continue."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.text import Text

HEIGHT = 64


class BottomBar(QWidget):
    """The frame's lower edge, with the one filled button of the page."""

    back_asked = Signal()
    """The user wants the page before."""

    continue_asked = Signal()
    """The user wants the next page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        say = look.words.say
        self.back = PaintedButton(look, Face(say("Back"), Kind.OUTLINE, icon="arrow-left"))
        self.forward = PaintedButton(
            look, Face(say("Continue"), Kind.PRIMARY, key_icon="arrow-elbow-down-left")
        )
        self._note = Text(look, "", Role.BODY, "text_muted", wraps=True, stand="middle")
        self.setMinimumHeight(look.theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(28), px(10), px(28), px(10))
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._note, 1)
        row.addWidget(self.forward, 0, Qt.AlignmentFlag.AlignVCenter)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.continue_asked)

    def show_note(self, sentence: str) -> None:
        """Show what remains to look at on this page."""
        self._note.show_text(sentence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter, theme = painter_of(self), self.look.theme
        painter.fillRect(self.rect(), theme.colours.background)
        painter.fillRect(QRectF(0, 0, self.width(), theme.line), theme.colours.hairline)
        painter.end()
