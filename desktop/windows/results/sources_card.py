"""The few sources that make most of the gross; each opens its explanation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.presenting.largest_sources import LargestSources
from desktop.theme import Role
from desktop.widgets.cards import Card
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.rows import FigureRow
from desktop.widgets.share_rows import SourceRow
from desktop.widgets.text import Text

GROSS = "gross"


class SourcesCard(Card):
    """Lists the largest sources, then all others in one line."""

    why_asked = Signal(str)
    """The user wants the explanation of the source with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 16, 4)
        say = look.words.say
        self._title = Text(look, "", Role.SECTION, wraps=True)
        note = say("share of the gross, and what drives it here")
        self._note = Text(look, note, Role.SECONDARY, "text_muted", wraps=True)
        self._places = QVBoxLayout()
        self._places.setSpacing(0)
        self._rows: list[SourceRow] = []
        self._line = Hairline(look)
        self._rest = FigureRow(look, GROSS)
        self.add(self._title, self._note)
        self.column.addLayout(self._places)
        self.add(self._line, self._rest)
        self.column.addStretch(1)
        self._rest.why_asked.connect(self.why_asked)

    def show_sources(self, sources: LargestSources) -> None:
        """Show other sources; the rows are made anew only when there are others."""
        self.setVisible(bool(sources.parts))
        self._title.show_text(sources.title)
        for row in self._rows:
            self._places.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [SourceRow(self.look, part) for part in sources.parts]
        for row in self._rows:
            row.why_asked.connect(self.why_asked)
            self._places.addWidget(row)
        for widget in (self._line, self._rest):
            widget.setVisible(bool(sources.rest))
        self._rest.show_figure(sources.rest, sources.rest_share, "text_muted")
