"""The results: the number in each of its views, its charts, and the same figures as tables."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import paths
from desktop.charts.headline import View
from desktop.charts.scene import Table
from desktop.computing import Outcome
from desktop.presenting.indicators import OWN
from desktop.presenting.live import Leading, explained_place, leading_of
from desktop.presenting.overview import Known, Overview, overview_of
from desktop.presenting.places import parted
from desktop.presenting.views import view_choices
from desktop.theme import Role
from desktop.widgets.chart_copy import copied, copied_table
from desktop.widgets.flow import Flow
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.tabs import TabRow
from desktop.widgets.text import Text
from desktop.windows.results.board import BAR, FALL, PLACE, Board
from desktop.windows.results.head import Head
from desktop.windows.results.tables_board import TablesBoard
from desktop.windows.results.view_switch import ViewSwitch
from diagnostics.references import References, load_references

OVERVIEW, TABLES = "overview", "tables"
INDICATORS = "indicators"
OF_THE_FARM = ("net", "gross")


class ResultsPage(QWidget):
    """Shows one outcome after the other; the page is written when it is seen."""

    explanation_wished = Signal(str, str)
    """The user wants the explanation of this row and quantity."""

    check_wished = Signal()
    """The user wants to see which figures are the farm's own."""

    noted = Signal(str)
    """Something was done that is said at the foot of the window."""

    def __init__(self, look: Look, year: int) -> None:
        super().__init__()
        self._look = look
        self._outcome: Outcome | None = None
        self._precision: float | None = None
        self._leading = Leading()
        self._view: View | None = None
        self._overview = Overview("", "")
        self._references: References | None = None
        self._stale = False
        say = look.words.say
        self._title = Text(look, "", Role.TITLE)
        self.views = ViewSwitch(look)
        self.tabs = TabRow(
            look, ((OVERVIEW, say("Overview")), (TABLES, say("Tables"))), lined=False
        )
        self.head = Head(look)
        self.board = Board(look)
        self.tables = TablesBoard(look, (BAR, FALL, PLACE, INDICATORS))
        self.tables.hide()
        self._arrange()
        self._connect()
        self.show_year(year)

    def show_year(self, year: int) -> None:
        """Follow another year of the dossier."""
        self._title.show_text(self._look.words.say("Results {year}", year=year))

    @property
    def first(self) -> QWidget:
        """Where the focus begins."""
        return self.head.headline

    def show_outcome(self, outcome: Outcome, precision: float | None = None) -> None:
        """Take new results; they are written at once where one sees them, else later.

        `precision` is the share of the result that rests on the farm's own data.
        """
        self._outcome = outcome
        self._precision = precision
        self._stale = True
        if self.isVisible():
            self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Write the newest results before they are seen."""
        super().showEvent(event)
        self._write()

    def _write(self) -> None:
        if self._outcome is None or not self._stale:
            return
        self._stale = False
        if self._references is None:
            self._references = load_references(paths.resource("reference"))
        words = self._look.words
        choices = view_choices(self._outcome, words)
        if self._view not in [view for view, _ in choices]:
            self._view = choices[0][0] if choices else None
        self._leading = leading_of(self._outcome, self._view)
        known = Known(self._outcome, self._references, self._precision)
        self._overview = overview_of(self._leading, known, words)
        has_figure = self._leading.headline is not None
        shown = [(_key(view), label) for view, label in choices] if has_figure else []
        self.views.show_choices(shown, _key(self._view) if self._view else "")
        self.head.show_overview(self._overview)
        self.tabs.setVisible(has_figure)
        self._show_board()

    def _show_board(self) -> None:
        """Write the board or the tables, whichever is open."""
        has_figure = self._leading.headline is not None
        shows_tables = self.tabs.here == TABLES
        self.board.setVisible(has_figure and not shows_tables)
        self.tables.setVisible(has_figure and shows_tables)
        if shows_tables and has_figure:
            overview = self._overview
            charts = {BAR: overview.bar, FALL: overview.fall, PLACE: overview.strip}
            self.tables.show_tables(charts, {INDICATORS: self._indicator_table()})
        elif has_figure:
            self.board.show_overview(self._overview)

    def _copy_of(self, key: str) -> QMimeData | None:
        """Give the chart with this key, or the table that has no chart, for other programs."""
        if key == INDICATORS:
            return copied_table(self._indicator_table()[1])
        farm = "" if self._outcome is None else self._outcome.record.name
        chart = {BAR: self._overview.bar, FALL: self._overview.fall, PLACE: self._overview.strip}
        shown = chart[key]
        width = self.board.charts[key].chart.width() / self._look.theme.scale
        year = "" if self._outcome is None else self._outcome.record.year
        about = f"{farm} {year}".strip()
        return None if shown is None else copied(shown.draw, width, self._look.theme, about)

    def _indicator_table(self) -> tuple[str, Table]:
        say = self._look.words.say
        rows = tuple((one.label, one.value, one.note) for one in self._overview.indicators)
        title = say("Also known of your farm")
        return title, Table((say("Figure"), say("Value"), say("What it is")), rows)

    @Slot(str)
    def _on_view_chosen(self, key: str) -> None:
        self._tell_in(key)

    def _tell_in(self, key: str) -> None:
        """Tell the result in another view, and say it."""
        choices = () if self._outcome is None else view_choices(self._outcome, self._look.words)
        found = [view for view, _ in choices if _key(view) == key]
        if not found or found[0] == self._view:
            return
        self._view = found[0]
        self._stale = True
        self._write()
        self._look.announcer.speak(self, f"{self._overview.value} {self._overview.lead}")

    @Slot(str)
    def _on_tab_chosen(self, key: str) -> None:
        self.tabs.show_here(key)
        self._show_board()

    @Slot(str)
    def _on_table_asked(self, key: str) -> None:
        """Go to the table of a chart, and stand on it."""
        self._on_tab_chosen(TABLES)
        self.tables.cards[key].table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_table_closed(self, key: str) -> None:
        """Go back to the chart of a table; what has no chart goes back to the number."""
        self._on_tab_chosen(OVERVIEW)
        card = self.board.charts.get(key)
        back = self.first if card is None else card.chart
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_copy_asked(self, key: str) -> None:
        """Put a chart or a table on the clipboard and say so."""
        copy = self._copy_of(key)
        if copy is not None:
            QGuiApplication.clipboard().setMimeData(copy)
            said = self._look.words.say("Copied: picture and table")
            self.noted.emit(said)
            self._look.announcer.speak(self, said)

    @Slot(str)
    def _on_why_asked(self, key: str) -> None:
        name, row = explained_place(key, self._leading)
        self.explanation_wished.emit(row, name)

    @Slot(str)
    def _on_place_asked(self, key: str) -> None:
        """Explain the farm's own figure; of the group say where it was published."""
        if key in OF_THE_FARM:
            self._on_why_asked(key)
            return
        self.noted.emit(self._overview.peers.source)
        self._look.announcer.speak(self, self._overview.peers.source)

    @Slot(str)
    def _on_indicator_asked(self, key: str) -> None:
        row, name = parted(key)
        if name == OWN:
            self.check_wished.emit()
        else:
            self.explanation_wished.emit(row, name)

    def _arrange(self) -> None:
        px, halo = self._look.theme.px, self._look.theme.halo
        self._title.setContentsMargins(halo, 0, 0, 0)
        left = Flow(px(24), px(4), first=px(44))
        left.addWidget(self._title)
        left.addWidget(self.tabs)
        line = QHBoxLayout()
        line.addLayout(left, 1)
        line.addWidget(self.views, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(8), px(28), px(16))
        column.setSpacing(px(8))
        column.addLayout(line)
        for widget in (Hairline(self._look, margin=4), self.head, self.board, self.tables):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._on_view_chosen)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self.head.why_asked.connect(self._on_why_asked)
        self.board.why_asked.connect(self._on_why_asked)
        self.board.place_asked.connect(self._on_place_asked)
        self.board.indicator_asked.connect(self._on_indicator_asked)
        for card in self.board.charts.values():
            card.table_asked.connect(self._on_table_asked)
            card.copy_asked.connect(self._on_copy_asked)
        self.tables.copy_asked.connect(self._on_copy_asked)
        self.tables.closed.connect(self._on_table_closed)


def _key(view: View) -> str:
    return f"{view.kind}/{view.workshop}"
