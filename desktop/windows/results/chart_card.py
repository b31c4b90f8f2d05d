"""A chart under its conclusion, with its table and its copy a key away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from desktop.presenting.overview import ChartWords
from desktop.theme import Role
from desktop.widgets.buttons import IconButton
from desktop.widgets.cards import Card
from desktop.widgets.chart_view import ChartView
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text

PADDING = 16
BUTTON, SIGN = 24, 16


class ChartCard(Card):
    """Shows one chart; `key` tells it from the others of the page."""

    why_asked = Signal(str)
    """The user wants the explanation of the mark with this key."""

    table_asked = Signal(str)
    """The user wants the table of the chart with this key."""

    copy_asked = Signal(str)
    """The user wants the chart with this key on the clipboard."""

    def __init__(self, look: Look, key: str, *, beside: bool = False) -> None:
        super().__init__(look, PADDING, 4)
        self._key = key
        self.title = Text(look, "", Role.SECTION, wraps=True)
        self.subtitle = Text(look, "", Role.SECONDARY, "text_muted", wraps=True)
        self.chart = ChartView(look)
        self.chart.setObjectName(key)
        say = look.words.say
        self._table = IconButton(look, "table", say("Show as a table (T)"), BUTTON, SIGN)
        self._copy = IconButton(look, "copy", say("Copy picture and table (C)"), BUTTON, SIGN)
        self._arrange(beside)
        self.add(self.chart)
        self.column.addStretch(1)
        self._table.clicked.connect(self._on_table)
        self._copy.clicked.connect(self._on_copy)
        self.chart.table_asked.connect(self._on_table)
        self.chart.copy_asked.connect(self._on_copy)
        self.chart.why_asked.connect(self.why_asked)

    def show_chart(self, chart: ChartWords | None) -> None:
        """Show another chart; without one the card goes away."""
        self.setVisible(chart is not None)
        if chart is not None:
            self.chart.show_scene(chart.draw)
            self.title.show_text(chart.title)
            self.subtitle.show_text(chart.subtitle)

    def _arrange(self, beside: bool) -> None:
        """Set the buttons beside the title and subtitle, or beside the subtitle alone."""
        px = self.look.theme.px
        line = QHBoxLayout()
        line.setSpacing(px(4))
        if beside:
            words = Flow(px(12), 0)
            words.addWidget(self.title)
            words.addWidget(self.subtitle)
            line.addLayout(words, 1)
        else:
            self.column.addWidget(self.title)
            line.addWidget(self.subtitle, 1)
        for button in (self._table, self._copy):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    @Slot()
    def _on_table(self) -> None:
        self.table_asked.emit(self._key)

    @Slot()
    def _on_copy(self) -> None:
        self.copy_asked.emit(self._key)
