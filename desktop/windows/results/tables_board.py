"""The same figures as tables, in full precision: one under the other, each with a copy."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.charts.on_screen import measure_with
from desktop.charts.scene import Table
from desktop.presenting.overview import ChartWords
from desktop.theme import Role
from desktop.widgets.buttons import IconButton
from desktop.widgets.cards import Card
from desktop.widgets.figure_table import FigureTable
from desktop.widgets.look import Look
from desktop.widgets.text import Text

WIDTH = 480.0
"""The width for which a chart is laid out to read its table: figures do not depend on it."""


class TableCard(Card):
    """One table under the conclusion of its chart."""

    copy_asked = Signal(str)
    """The user wants the chart and the table with this key on the clipboard."""

    closed = Signal(str)
    """The user wants to go back to the chart with this key."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(look, 16, 8)
        self._key = key
        self._title = Text(look, "", Role.SECTION, wraps=True)
        self.table = FigureTable(look)
        self.table.setObjectName(key)
        copy = IconButton(look, "copy", look.words.say("Copy picture and table (C)"), 24, 16)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.add(self.table)
        copy.clicked.connect(self._on_copy)
        self.table.copy_asked.connect(self._on_copy)
        self.table.closed.connect(self._on_closed)

    def show_table(self, chart: ChartWords | None) -> None:
        """Show the table of a chart."""
        self.setVisible(chart is not None)
        if chart is not None:
            scene = chart.draw(WIDTH, measure_with(self.look.theme))
            self._title.show_text(chart.title)
            self.table.show_table(chart.title, scene.table)

    def show_figures(self, title: str, table: Table) -> None:
        """Show figures that have no chart."""
        self.setVisible(bool(table.rows))
        self._title.show_text(title)
        self.table.show_table(title, table)

    @Slot()
    def _on_copy(self) -> None:
        self.copy_asked.emit(self._key)

    @Slot()
    def _on_closed(self) -> None:
        self.closed.emit(self._key)


class TablesBoard(QWidget):
    """All tables of the page."""

    copy_asked = Signal(str)
    """The user wants the chart and the table with this key on the clipboard."""

    closed = Signal(str)
    """The user wants to go back to the chart with this key."""

    def __init__(self, look: Look, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.cards = {key: TableCard(look, key) for key in keys}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(12))
        for card in self.cards.values():
            column.addWidget(card)
            card.copy_asked.connect(self.copy_asked)
            card.closed.connect(self.closed)
        column.addStretch(1)

    def show_tables(
        self, charts: Mapping[str, ChartWords | None], figures: Mapping[str, tuple[str, Table]]
    ) -> None:
        """Show the tables of the charts, and those that have none."""
        for key, chart in charts.items():
            self.cards[key].show_table(chart)
        for key, (title, table) in figures.items():
            self.cards[key].show_figures(title, table)
