"""The results: the number that leads, the sum behind it, and its sources."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.charts.scene import Table
from desktop.presenting.overview import Overview
from desktop.theme import Role
from desktop.widgets.cards import TitledCard
from desktop.widgets.chart_view import ChartView
from desktop.widgets.headline import Headline
from desktop.widgets.look import Look
from desktop.widgets.share_rows import SourceRow
from desktop.widgets.text import Text
from desktop.windows.sum_row import SumRow


class ResultsPage(QWidget):
    """Shows one overview after the other; every figure answers "why"."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    def __init__(self, look: Look, year: int) -> None:
        super().__init__()
        self._look = look
        say = look.words.say
        self._title = Text(look, say("Results {year}", year=year), Role.TITLE, wraps=True)
        self._headline = Headline(look, "headline", Role.RESULT)
        self._lead = Text(look, "", Role.SECTION, wraps=True)
        self._between = Text(look, "", Role.BODY, wraps=True)
        self._also = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._sum = SumRow(look)
        self._chart = ChartView(look)
        self._chart_card = TitledCard(look, "", " ")
        self._table_place = QWidget()
        self._sources = TitledCard(look, "", " ")
        self._rows: list[SourceRow] = []
        self._arrange()
        self._headline.why_asked.connect(self.why_asked)
        self._sum.why_asked.connect(self.why_asked)
        self._chart.why_asked.connect(self.why_asked)
        self._chart.table_asked.connect(self._on_table_asked)

    @property
    def first(self) -> QWidget:
        """Where the focus begins."""
        return self._headline

    def show_overview(self, overview: Overview) -> None:
        """Show new results; without a headline only what is missing."""
        self._headline.show_figure(overview.value, "")
        self._lead.show_text(overview.lead)
        self._between.show_text(overview.between)
        self._also.show_text(overview.also)
        for text, shown in ((self._between, overview.between), (self._also, overview.also)):
            text.setVisible(bool(shown))
        self._sum.setVisible(bool(overview.net))
        self._sum.show_sum(overview.gross, overview.storage, overview.net)
        self._chart_card.setVisible(overview.bar is not None)
        self._sources.setVisible(bool(overview.sources))
        if overview.bar is not None:
            self._chart.show_scene(overview.bar)
            self._chart_card.show_title(overview.chart_title, overview.chart_subtitle)
            self._fill_table()
        self._show_sources(overview)

    def _show_sources(self, overview: Overview) -> None:
        for row in self._rows:
            self._sources.column.removeWidget(row)
            row.deleteLater()
        self._rows = [SourceRow(self._look, part) for part in overview.sources]
        self._sources.show_title(overview.sources_title, overview.sources_subtitle)
        for row in self._rows:
            row.why_asked.connect(self.why_asked)
            self._sources.add(row)

    @Slot()
    def _on_table_asked(self) -> None:
        self._table_place.setVisible(self._table_place.isHidden())

    def _fill_table(self) -> None:
        """Write the twin table of the chart anew; T shows and hides it."""
        scene = self._chart.scene
        grid = self._table_place.layout()
        while grid is not None and (item := grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if scene is not None and isinstance(grid, QGridLayout):
            _write_table(self._look, grid, scene.table)

    def _arrange(self) -> None:
        px = self._look.theme.px
        lines = QVBoxLayout()
        lines.setSpacing(px(2))
        for text in (self._lead, self._between, self._also):
            lines.addWidget(text)
        lines.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._headline, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(lines, 1)
        self._chart_card.add(self._chart, self._table_place)
        QGridLayout(self._table_place).setHorizontalSpacing(px(24))
        self._table_place.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(24), px(28), px(24))
        column.setSpacing(px(16))
        self._title.setContentsMargins(self._look.theme.halo, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self._sum)
        column.addWidget(self._chart_card)
        column.addWidget(self._sources)
        column.addStretch(1)


def _write_table(look: Look, grid: QGridLayout, table: Table) -> None:
    for row, cells in enumerate((table.header, *table.rows)):
        for column, cell in enumerate(cells):
            role = Role.LABEL if row == 0 else Role.BODY
            text = Text(look, cell, role, stand="start" if column == 0 else "end")
            grid.addWidget(text, row, column)
