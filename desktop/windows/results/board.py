"""The overview: the bar of sources above, then cards side by side as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.presenting.overview import Overview
from desktop.widgets.look import Look
from desktop.windows.results.chart_card import ChartCard
from desktop.windows.results.indicator_card import IndicatorCard
from desktop.windows.results.place_card import PlaceCard
from desktop.windows.results.sources_card import SourcesCard

BAR, FALL, PLACE = "bar", "fall", "place"
THREE_FROM, TWO_FROM = 840, 580
"""From so many pixels of 100 % text on there is room for three cards in a row, or for two."""

WIDTHS = (30, 35, 35)


class Board(QWidget):
    """Arranges the cards; each figure on them answers "why"."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    place_asked = Signal(str)
    """The user asks about a mark of the strip of the group."""

    indicator_asked = Signal(str)
    """The user wants the explanation of an indicator, "row:name"."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.bar = ChartCard(look, BAR, beside=True)
        self.fall = ChartCard(look, FALL)
        self.sources = SourcesCard(look)
        self.place = PlaceCard(look, PLACE)
        self.indicators = IndicatorCard(look)
        self.charts: dict[str, ChartCard] = {
            BAR: self.bar, FALL: self.fall, PLACE: self.place,
        }  # fmt: skip
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.px(10))
        self._lay_out(3)
        for card in (self.bar, self.fall, self.sources):
            card.why_asked.connect(self.why_asked)
        self.place.why_asked.connect(self.place_asked)
        self.indicators.why_asked.connect(self.indicator_asked)

    def show_overview(self, overview: Overview) -> None:
        """Show other results."""
        self.bar.show_chart(overview.bar)
        self.fall.show_chart(overview.fall)
        self.sources.show_sources(overview.sources)
        self.place.show_place(overview.strip, overview.peers)
        self.indicators.show_indicators(overview.indicators)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many cards stand side by side."""
        super().resizeEvent(event)
        px, width = self._look.theme.px, event.size().width()
        self._lay_out(3 if width >= px(THREE_FROM) else 2 if width >= px(TWO_FROM) else 1)
        self.indicators.fit(width)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        cards: tuple[QWidget, ...] = (self.fall, self.sources, self.place)
        for one in (self.bar, *cards, self.indicators):
            self._grid.removeWidget(one)
        for column in range(3):
            self._grid.setColumnStretch(column, WIDTHS[column] if column < columns else 0)
        self._grid.addWidget(self.bar, 0, 0, 1, columns)
        rows = (len(cards) + columns - 1) // columns
        for n, card in enumerate(cards):
            last_alone = n == len(cards) - 1 and n % columns == 0
            span = columns if last_alone else 1
            self._grid.addWidget(card, 1 + n // columns, n % columns, 1, span)
        self._grid.addWidget(self.indicators, 1 + rows, 0, 1, columns)
