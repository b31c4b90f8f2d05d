"""A page aside with a title, a sentence and one column of things, and the button that goes back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.asides import AsidePage

WIDEST = 760


class ColumnPage(AsidePage):
    """The frame of every page aside; whoever makes one adds what it is about."""

    def __init__(
        self, look: Look, title: str, sentence: str = "", *, leads_back: bool = True
    ) -> None:
        super().__init__()
        self.look = look
        px = look.theme.px
        face = Face(look.words.say("Back"), Kind.OUTLINE, icon="arrow-left")
        self.back = PaintedButton(look, face)
        self.back.clicked.connect(self.back_asked)
        self.back.setVisible(leads_back)
        self.sentence = Text(look, sentence, Role.BODY, "text_muted", wraps=True)
        self.sentence.setVisible(bool(sentence))
        self.column = QVBoxLayout()
        self.column.setSpacing(px(16))
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(12))
        whole.addLayout(self._head(title))
        whole.addWidget(self.sentence)
        whole.addLayout(self.column)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(32), px(24), px(32), px(24))
        around.addWidget(inside)
        around.addStretch(1)

    @property
    def first(self) -> QWidget:
        """The way back, until a page has something better."""
        return self.back

    def say(self, sentence: str) -> None:
        """Say another sentence below the title."""
        self.sentence.show_text(sentence)
        self.sentence.setVisible(bool(sentence))
        self.look.announcer.speak(self, sentence)

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.theme.px(16))
        row.addWidget(Text(self.look, title, Role.TITLE, wraps=True), 1)
        row.addWidget(self.back)
        return row
