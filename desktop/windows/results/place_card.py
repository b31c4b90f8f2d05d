"""The place among farms of the same kind, or why no group can be shown."""

from __future__ import annotations

from desktop.presenting.overview import ChartWords
from desktop.presenting.peers import Peers
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.results.chart_card import ChartCard


class PlaceCard(ChartCard):
    """The strip of a group, with what one must know of it; empty, it says why."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(look, key)
        self._notes = Text(look, "", Role.SECONDARY, "text_muted", wraps=True)
        self.column.insertWidget(self.column.count() - 1, self._notes)

    def show_place(self, strip: ChartWords | None, peers: Peers) -> None:
        """Show the strip and its notes, or the reason why there is none."""
        if strip is not None:
            self.show_chart(strip)
            self._notes.show_text(" ".join(peers.notes))
        else:
            self.title.show_text(self.look.words.say("No group to stand beside yet"))
            self._notes.show_text(peers.reason)
        for widget in (self.chart, self.subtitle, self._table, self._copy):
            widget.setVisible(strip is not None)
        self.setVisible(bool(peers.standing or peers.reason))
