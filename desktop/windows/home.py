"""The first page: the farms of the library, where one left off, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.forms.search_field import SearchField
from desktop.presenting.farm_cards import FarmLine, matching, ordered
from desktop.settings import ORDERS
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.privacy import PrivacyLine
from desktop.widgets.scroll import menu_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text
from desktop.windows.farm_row import FarmRow, Tinted, stacked
from desktop.windows.home_start import Beginning
from desktop.words import mark

WIDEST = 1088
NARROW = 840
"""Below so many pixels of 100 % text a line of the list is one column."""
AT_ONCE = 20
"""So many farms are shown at once, so that the page is there at once with thousands of them."""
NAMED_ORDERS = {
    "opened": mark("Opened last"),
    "name": mark("Name"),
    "footprint": mark("Footprint"),
    "year": mark("Year of the diagnosis"),
}


class HomePage(QWidget):
    """The farms, and one button that goes on where one left off."""

    dossier_wished = Signal(int)
    """The user wants to open the dossier of this number."""

    new_wished = Signal()
    """The user wants to begin the diagnosis of another farm."""

    examples_wished = Signal()
    """The user wants to see the example farms."""

    acted = Signal(str, object)
    """The user wants a copy of a farm or to put it into the bin: which, and its `FarmLine`."""

    order_wished = Signal(str)
    """The user wants the farms in another order."""

    bin_wished = Signal()
    """The user wants to see the farms in the bin."""

    def __init__(self, look: Look, order: str = "opened") -> None:
        super().__init__()
        self._look = look
        self._order = order
        self._lines: tuple[FarmLine, ...] = ()
        self._narrow = False
        self._rows: list[FarmRow] = []
        self._pieces: list[tuple[QWidget, ...]] = []
        self._most = AT_ONCE
        say = look.words.say
        self.search = SearchField(look, say("Search"), say("A farm, a place, a product"))
        self.new = PaintedButton(
            look, Face(say("New farm"), Kind.OUTLINE, icon="plus", key="Ctrl N")
        )
        self.sort = PaintedButton(look, Face("", Kind.QUIET, icon_after="caret-down"))
        self.bin = PaintedButton(look, Face(say("Bin"), Kind.QUIET, icon="trash"))
        self.beginning = Beginning(look)
        self._count = Text(look, "", Role.STRONG, wraps=True)
        self._resume = Tinted(look, "complete_tint")
        self._resume_what = Text(look, "", Role.BODY, "text_muted", wraps=True)
        face = Face(say("Resume"), Kind.PRIMARY, key_icon="arrow-elbow-down-left")
        self.resume = PaintedButton(look, face)
        self.more = PaintedButton(look, Face("", Kind.OUTLINE, icon_after="caret-down"))
        self._list = Tinted(look, "background", edge=True)
        self._list_column = QVBoxLayout(self._list)
        self._arrange()
        self._connect()

    def show_lines(
        self, lines: tuple[FarmLine, ...], *, ready: bool = True, binned: int = 0
    ) -> None:
        """Show the farms; `ready` tells whether the library is open already."""
        self._lines = lines
        for widget in (self._list, self._resume, self.search, self.sort, self.new, self._count):
            widget.setVisible(bool(lines))
        self.beginning.setVisible(not lines)
        self.beginning.setEnabled(ready)
        self.bin.setVisible(bool(binned))
        self.bin.show_text(self._look.words.count("Bin: {n} farm", "Bin: {n} farms", binned))
        if lines:
            newest = lines[0]
            self._resume_what.show_text(f"{newest.name} · {newest.diagnosis}")
        self._show_found()

    def take_focus(self) -> None:
        """Put the focus where Enter goes on."""
        first = self.resume if self._lines else self.beginning.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_narrow(self, narrow: bool) -> None:
        """Lay a farm out in one column where there is no room for four."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._make_rows(())
            self._show_found()

    @Slot()
    def _on_resume(self) -> None:
        if self._lines:
            self.dossier_wished.emit(self._lines[0].dossier)

    def _show_found(self) -> None:
        """Show the farms that the search finds, in the order that is wished."""
        words = self._look.words
        found = ordered(matching(self._lines, self.search.text()), self._order)
        self._count.show_text(self._counted(len(found)))
        self.sort.show_text(words.say("Order: {order}", order=words.say(NAMED_ORDERS[self._order])))
        self._make_rows(found[: self._most])
        self._list.setVisible(bool(found))
        left = min(AT_ONCE, len(found) - self._most)
        self.more.setVisible(left > 0)
        self.more.show_text(words.count("{n} farm more", "{n} farms more", max(1, left)))

    def _counted(self, found: int) -> str:
        words = self._look.words
        every = words.count("{n} farm", "{n} farms", len(self._lines))
        if found == len(self._lines) and found <= self._most:
            return every
        shown = min(found, self._most)
        return words.say("{shown} of {every}", shown=shown, every=every)

    def _make_rows(self, lines: tuple[FarmLine, ...]) -> None:
        """Show these farms; the rows that stay at the top of the list are not made anew."""
        pairs = zip(self._rows, lines, strict=False)
        kept = next((n for n, (row, line) in enumerate(pairs) if row.line != line), None)
        kept = min(len(self._rows), len(lines)) if kept is None else kept
        for piece in (piece for pieces in self._pieces[kept:] for piece in pieces):
            self._list_column.removeWidget(piece)
            piece.hide()
            piece.deleteLater()
        del self._rows[kept:], self._pieces[kept:]
        for line in lines[kept:]:
            self._add_row(line)

    def _add_row(self, line: FarmLine) -> None:
        row = FarmRow(self._look, line, narrow=self._narrow)
        row.wished.connect(self.dossier_wished)
        row.acted.connect(self.acted)
        row.moved.connect(self._on_moved)
        between = (Hairline(self._look, margin=20),) if self._rows else ()
        self._rows.append(row)
        self._pieces.append((*between, row))
        for piece in self._pieces[-1]:
            self._list_column.addWidget(piece)

    @Slot()
    def _on_more(self) -> None:
        first = len(self._rows)
        self._most += AT_ONCE
        self._show_found()
        self._rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_sought(self) -> None:
        self._most = AT_ONCE
        self._show_found()

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        here = next((n for n, row in enumerate(self._rows) if row.hasFocus()), 0)
        target = here + step
        if target < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif target < len(self._rows):
            self._rows[target].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.more.isVisible():
            self._on_more()

    @Slot()
    def _on_down(self) -> None:
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_sort(self) -> None:
        menu = menu_of(self._look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order in ORDERS:
            menu.addAction(self._ordering(order, menu))
        menu.triggered.connect(self._on_order)
        menu.popup(self.sort.mapToGlobal(self.sort.rect().bottomLeft()))

    def _ordering(self, order: str, menu: QMenu) -> QAction:
        action = QAction(self._look.words.say(NAMED_ORDERS[order]).replace("&", "&&"), menu)
        action.setData(order)
        action.setCheckable(True)
        action.setChecked(order == self._order)
        return action

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self._order = action.data()
        self._show_found()
        self.order_wished.emit(self._order)

    def _connect(self) -> None:
        self.resume.clicked.connect(self._on_resume)
        self.search.textChanged.connect(self._on_sought)
        self.more.clicked.connect(self._on_more)
        self.search.down.connect(self._on_down)
        self.sort.clicked.connect(self._on_sort)
        self.bin.clicked.connect(self.bin_wished)
        self.new.clicked.connect(self.new_wished)
        self.beginning.new_wished.connect(self.new_wished)
        self.beginning.examples_wished.connect(self.examples_wished)

    def _arrange(self) -> None:
        look, px = self._look, self._look.theme.px
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        column.addWidget(Text(look, look.words.say("My farms"), Role.PAGE, wraps=True))
        column.addSpacing(px(24))
        self._arrange_resume()
        column.addWidget(self._resume)
        column.addWidget(self.beginning)
        column.addSpacing(px(20))
        column.addLayout(self._tools())
        column.addSpacing(px(4))
        column.addWidget(self._count)
        column.addSpacing(px(12))
        column.addWidget(self._list)
        column.addSpacing(px(8))
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(24))
        column.addWidget(self.bin)
        column.addWidget(PrivacyLine(look))
        around = QHBoxLayout()
        around.addStretch(1)
        around.addWidget(inside, 100)
        around.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(32), px(32), px(32), px(24))
        outer.addLayout(around)
        outer.addStretch(1)

    def _tools(self) -> Flow:
        """The search, the order and the button for another farm, in a row that breaks."""
        tools = Flow(self._look.theme.px(8), self._look.theme.px(4))
        for widget in (self.search, self.sort, self.new):
            tools.addWidget(widget)
        return tools

    def _arrange_resume(self) -> None:
        look, px = self._look, self._look.theme.px
        row = QHBoxLayout(self._resume)
        row.setContentsMargins(px(24), px(12), px(20), px(12))
        row.setSpacing(px(16))
        row.addWidget(Symbol(look, "arrow-bend-down-right", 24, "primary"))
        title = Text(look, look.words.say("Resume where you left off"), Role.SECTION, wraps=True)
        row.addLayout(stacked(look, (title, self._resume_what)), 1)
        row.addWidget(self.resume)
