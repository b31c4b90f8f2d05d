"""What came in a file, before anything is written: the farm, what differs, and three ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.presenting.received import Received
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import Card, TitledCard
from desktop.widgets.difference_table import DifferenceTable
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text
from desktop.windows.asides import AsidePage

WIDEST = 760
ADD, REPLACE, BOTH = "add", "replace", "both"


class ReceivedPage(AsidePage):
    """Shows a received farm beside one's own; each way on is one button, Escape changes nothing."""

    chosen = Signal(str)
    """The user wants to add it, to replace the farm at hand, or to keep both."""

    def __init__(self, look: Look, shown: Received) -> None:
        super().__init__()
        self._look = look
        self._is_older = shown.is_older
        self.buttons = self._ways(shown)
        self.cancel = PaintedButton(
            look, Face(look.words.say("Change nothing"), Kind.OUTLINE, key="Esc")
        )
        self.cancel.clicked.connect(self.back_asked)
        self._arrange(shown)

    @property
    def first(self) -> QWidget:
        """The way on that suits most; the way back where nothing is new, or mine is."""
        return self.buttons[0] if self.buttons and not self._is_older else self.cancel

    def _ways(self, shown: Received) -> list[PaintedButton]:
        say = self._look.words.say
        ways: tuple[tuple[str, str], ...] = ((ADD, say("Add to my farms")),)
        if shown.is_known:
            ways = ((REPLACE, say("Replace mine")), (BOTH, say("Keep both")))
        if shown.is_same:
            ways = ()
        kinds = (Kind.OUTLINE if shown.is_older else Kind.PRIMARY, Kind.OUTLINE)
        return [self._way(way, kind) for way, kind in zip(ways, kinds, strict=False)]

    def _way(self, way: tuple[str, str], kind: Kind) -> PaintedButton:
        key, text = way
        button = PaintedButton(self._look, Face(text, kind))
        button.setObjectName(key)
        button.clicked.connect(self._on_chosen)
        return button

    @Slot()
    def _on_chosen(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _arrange(self, shown: Received) -> None:
        look, px, say = self._look, self._look.theme.px, self._look.words.say
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        about = say("From the file “{file}”. Nothing is written yet.", file=shown.file)
        column.addWidget(Text(look, say("A received farm"), Role.TITLE, wraps=True))
        column.addWidget(Text(look, about, Role.BODY, "text_muted", wraps=True))
        column.addWidget(_farm(look, shown))
        if shown.is_known:
            column.addWidget(_comparison(look, shown))
        if not shown.is_same and shown.is_known:
            kept = say("Replacing keeps your former answers: you can go back to them.")
            column.addWidget(Text(look, kept, Role.BODY, "text_muted", wraps=True))
        buttons = Flow(px(8))
        for button in (*self.buttons, self.cancel):
            buttons.addWidget(button)
        column.addLayout(buttons)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(32), px(24), px(32), px(24))
        around.addWidget(inside)
        around.addStretch(1)


def _farm(look: Look, shown: Received) -> Card:
    """The farm as the list will show it."""
    line, px = shown.line, look.theme.px
    card = Card(look, gap=6)
    card.add(Text(look, line.name, Role.SECTION, wraps=True))
    facts = " · ".join(part for part in (shown.system, line.about) if part)
    state = " · ".join(part for part in (line.diagnosis, line.answers) if part)
    for text in (facts, state):
        if text:
            card.add(Text(look, text, Role.BODY, "text_muted", wraps=True))
    head = QHBoxLayout()
    head.setSpacing(px(8))
    head.addWidget(Text(look, line.value, Role.FIGURE_STRONG))
    head.addWidget(Text(look, line.unit, Role.BODY, wraps=True), 1)
    card.column.addSpacing(px(6))
    card.column.addLayout(head)
    card.add(Text(look, line.detail, Role.BODY, "text_muted", wraps=True))
    return card


def _comparison(look: Look, shown: Received) -> TitledCard:
    """What differs, mine beside theirs."""
    say = look.words.say
    card = TitledCard(look, shown.compared, shown.moments)
    if shown.rows:
        headers = (say("Answer"), say("Mine"), say("In the file"))
        table = DifferenceTable(look, headers, say("What differs"))
        table.show_rows(shown.rows)
        card.add(table)
    else:
        row = QHBoxLayout()
        row.addWidget(Symbol(look, "done", 20, "complete"))
        row.addWidget(Text(look, say("There is nothing to do."), wraps=True), 1)
        card.column.addLayout(row)
    if shown.more:
        card.add(Text(look, shown.more, Role.BODY, "text_muted", wraps=True))
    return card
