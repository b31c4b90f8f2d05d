"""Rows that show a part of a whole: its name, its amount, a bar and its share."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.precision import Track
from desktop.widgets.rows import WhyButton
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text


@dataclass(frozen=True)
class Part:
    """One part: `colour` names its series, `note` says what drives it on this farm."""

    key: str
    name: str
    share: float
    shown_share: str
    amount: str = ""
    note: str = ""
    colour: str = "text_muted"
    opens: bool = True


class TreeRow(WhyButton):
    """One line of an explanation: mark of opening, name, amount, small bar, share."""

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__(look, part.key, ", ".join((part.name, part.amount, part.shown_share)))
        px = look.theme.px
        self.setEnabled(part.opens)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(8), px(4), px(8))
        row.setSpacing(px(8))
        row.addWidget(Symbol(look, "caret-right" if part.opens else "", 12))
        row.addWidget(Text(look, part.name, Role.LABEL, wraps=True), 1)
        row.addWidget(Text(look, part.amount, Role.BODY, "text_muted"))
        track = Track(look, part.colour)
        track.setFixedWidth(px(64))
        track.show_share(part.share)
        row.addWidget(track, 0, Qt.AlignmentFlag.AlignVCenter)
        share = Text(look, part.shown_share, Role.STRONG, stand="end")
        share.setMinimumWidth(px(44))
        row.addWidget(share)


class SourceRow(WhyButton):
    """One of the largest sources: name and share, a bar below, then what drives it here."""

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__(look, part.key, ", ".join((part.name, part.shown_share, part.note)))
        px = look.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Text(look, part.name, Role.STRONG, wraps=True), 1)
        head.addWidget(Text(look, part.shown_share, Role.STRONG))
        head.addWidget(Symbol(look, "caret-right", 12))
        self._track = Track(look, part.colour, 6)
        self._track.show_share(part.share)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(6), px(4), px(6))
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(self._track)
        if part.note:
            column.addWidget(Text(look, part.note, Role.BODY, "text_muted", wraps=True))
