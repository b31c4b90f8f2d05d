"""Help: the keys, what the program is, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import TitledCard
from desktop.widgets.look import Look
from desktop.widgets.privacy import PrivacyLine
from desktop.widgets.text import Text
from desktop.windows.actions import KEYS
from desktop.windows.asides import AsidePage
from diagnostics import ENGINE_VERSION

WIDEST = 760


class HelpPage(AsidePage):
    """The sheet of keys, and a few words about the program."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        px, say = look.theme.px, look.words.say
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self.back = PaintedButton(look, Face(say("Back"), Kind.OUTLINE, icon="arrow-left"))
        self.back.clicked.connect(self.back_asked)
        column.addWidget(Text(look, say("Help and keys"), Role.TITLE, wraps=True))
        column.addWidget(_keys(look))
        column.addWidget(_about(look))
        column.addWidget(PrivacyLine(look))
        column.addWidget(self.back)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(32), px(24), px(32), px(24))
        around.addWidget(inside)
        around.addStretch(1)

    @property
    def first(self) -> QWidget:
        """The button that goes back."""
        return self.back


def _keys(look: Look) -> TitledCard:
    card = TitledCard(look, look.words.say("Keys"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.theme.px(16))
    grid.setVerticalSpacing(look.theme.px(8))
    grid.setColumnStretch(1, 1)
    for row, (keys, what) in enumerate(KEYS):
        grid.addWidget(Text(look, keys, Role.LABEL, wraps=True), row, 0)
        grid.addWidget(Text(look, look.words.say_in("key", what), wraps=True), row, 1)
    card.column.addLayout(grid)
    return card


def _about(look: Look) -> TitledCard:
    say = look.words.say
    card = TitledCard(look, f"Bocage {ENGINE_VERSION}", say("Carbon diagnosis of a livestock farm"))
    sentences = (
        say("An estimate for decisions on the farm. It certifies nothing."),
        say("Free software under the Apache licence 2.0. THIRD_PARTY.md names the works used."),
    )
    card.add(*(Text(look, sentence, wraps=True) for sentence in sentences))
    return card
