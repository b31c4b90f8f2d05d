"""The quiet line that says where the data stay."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text


class PrivacyLine(QWidget):
    """A small lock and "Nothing leaves this computer."."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(4), px(4), px(4))
        row.setSpacing(px(6))
        row.addWidget(Symbol(look, "lock-simple", 16, "text_muted"))
        sentence = look.words.say("Nothing leaves this computer.")
        row.addWidget(Text(look, sentence, Role.CAPTION, "text_muted", wraps=True), 1)
