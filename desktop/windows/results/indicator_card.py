"""What is known beside the footprint: each figure by itself, each with its why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.presenting.indicators import Indicator
from desktop.theme import Role
from desktop.widgets.cards import Card
from desktop.widgets.look import Look
from desktop.widgets.rows import WhyButton
from desktop.widgets.text import Text

NARROWEST = 168
"""No figure gets less room than this (pixels at 100 % text)."""


class IndicatorTile(WhyButton):
    """A label, its figure, and what the figure is of."""

    def __init__(self, look: Look, shown: Indicator) -> None:
        key = f"{shown.row}:{shown.name}"
        super().__init__(look, key, f"{shown.label}, {shown.value}, {shown.note}")
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(4), px(4), px(4))
        column.setSpacing(0)
        column.addWidget(Text(look, shown.label, Role.BODY, wraps=True))
        column.addWidget(Text(look, shown.value, Role.VALUE))
        column.addWidget(Text(look, shown.note, Role.CAPTION, "text_muted", wraps=True))
        column.addStretch(1)


class IndicatorCard(Card):
    """Puts the figures side by side, as many in a row as there is room for."""

    why_asked = Signal(str)
    """The user wants the explanation behind this key, "row:name"."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 16, 8)
        title = look.words.say("Also known of your farm")
        self.add(Text(look, title, Role.SECTION, wraps=True))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.theme.px(8))
        self._shown: tuple[Indicator, ...] = ()
        self._tiles: list[QWidget] = []
        self._columns = 1
        self._wide = 0
        self.column.addLayout(self._grid)

    def show_indicators(self, shown: Sequence[Indicator]) -> None:
        """Show other figures; the same ones stay as they are."""
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        self.setVisible(bool(shown))
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        tiles = [IndicatorTile(self.look, one) for one in shown]
        for tile in tiles:
            tile.why_asked.connect(self.why_asked)
        self._tiles = list(tiles)
        self._columns = self._room()
        self._place()

    def fit(self, width: int) -> None:
        """Choose the number of columns for a width of the card."""
        self._wide = width
        columns = self._room()
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _room(self) -> int:
        """Count the columns that hold the widest tile."""
        px = self.look.theme.px
        least = max([px(NARROWEST), *(tile.minimumSizeHint().width() for tile in self._tiles)])
        return max(1, (self._wide - 2 * px(16) + px(8)) // (least + px(8)))

    def _place(self) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        columns = self._columns
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        for n, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, n // columns, n % columns)
