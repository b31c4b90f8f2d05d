"""The history of a dossier in a panel over its right side: Enter goes back to a point."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.document import Document
from desktop.forms.choice_model import folded
from desktop.forms.search_field import SearchField
from desktop.presenting.answer_words import AnswerWords
from desktop.presenting.past import Past
from desktop.widgets.history_list import HistoryLine, HistoryList
from desktop.widgets.look import Look
from desktop.widgets.side_panel import SidePanel
from desktop.windows.dossier_view import DossierView

NEWEST = 300
"""So many steps are shown at once; older ones when they are asked for or looked for."""
ALL = 100_000
MORE, BEGINNING = "more", "0"


class HistoryPanel(QWidget):
    """A field to look for a question, and the steps below it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        say = look.words.say
        self.search = SearchField(look, say("Search"), say("A question"))
        self.steps = HistoryList(look)
        column = QVBoxLayout(self)
        px = look.theme.px
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        around = QVBoxLayout()
        around.setContentsMargins(px(20), 0, px(20), 0)
        around.addWidget(self.search)
        column.addLayout(around)
        column.addWidget(self.steps, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.steps)


class Remembering(QObject):
    """Opens the panel, keeps it in step with the dossier, and takes the user back in time."""

    def __init__(self, look: Look, view: DossierView, document: Document) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._document = document
        self._limit = NEWEST
        self._side: SidePanel | None = None
        self.panel: HistoryPanel | None = None
        document.history_changed.connect(self._on_history_changed)

    @Slot()
    def toggle(self) -> None:
        """Show the history, or put it away."""
        if not self.close():
            self._open()

    def close(self) -> bool:
        """Take the panel away; False when none was seen."""
        side, self._side, self.panel = self._side, None, None
        if side is None:
            return False
        seen = side.isVisible()
        if seen:
            self._view.show_side(None)
        side.deleteLater()
        return seen

    def _open(self) -> None:
        say = self._look.words.say
        sentence = say("Enter goes back to a point; what comes after it can be done again.")
        self._side = SidePanel(self._look, say("History"), sentence)
        self.panel = HistoryPanel(self._look)
        self._limit = NEWEST
        self.panel.search.textChanged.connect(self._on_searched)
        self.panel.steps.wished.connect(self._on_wished)
        self._side.show_content(self.panel, scrolls_itself=True)
        self._side.closed.connect(self._on_closed)
        self._view.show_side(self._side, self._side.width_in)
        self._show()
        self.panel.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Show the steps that fit what is looked for."""
        assert self.panel is not None
        sought = folded(self.panel.search.text()).split()
        lines = self._lines(ALL if sought else self._limit)
        found = [line for line in lines if all(word in folded(line.what) for word in sought)]
        self.panel.steps.show_lines(found)

    def _lines(self, limit: int) -> list[HistoryLine]:
        words, document = self._look.words, self._document
        naming = AnswerWords(words, document.record)
        past = Past(naming, words, document.sitting, datetime.now().astimezone())
        lines = list(past.lines(document.history(limit)))
        if len(lines) >= limit:
            return [*lines, HistoryLine(MORE, "", words.say("Older steps"))]
        return [*lines, HistoryLine(BEGINNING, "", words.say("Before the first change"))]

    @Slot(str)
    def _on_wished(self, key: str) -> None:
        if key == MORE:
            self._limit = ALL
            self._show()
        else:
            self._document.go_to_step(int(key))

    @Slot()
    def _on_searched(self) -> None:
        self._show()

    @Slot()
    def _on_history_changed(self) -> None:
        if self.panel is not None and self._side is not None and self._side.isVisible():
            self._show()

    @Slot()
    def _on_closed(self) -> None:
        self.close()
