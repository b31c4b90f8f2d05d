"""One level of an explanation as a column: arithmetic, tree, answers, factors, changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.explanation.arithmetic_card import ArithmeticCard
from desktop.explanation.chip_button import ChipButton
from desktop.explanation.rows_below import WALKED, EffectLine, FactorLine, Line, TreeLine
from desktop.explanation.story import Chip, Row, Story
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text, Tone

MOST_ROWS = 7
SMALL = 0.01
"""Of more parts than these the small ones are put away, and shown on request."""

MOST_AT_ONCE = 50
MARGIN = 20


class StoryView(QWidget):
    """Shows a story; everything in it that is a number can be opened or changed."""

    opened = Signal(object)
    """The user wants to go down to the number of this place."""

    field_wished = Signal(str, str)
    """The user wants to go to the field of this row and name."""

    walked = Signal(int)
    """A key that walks through the tree was pressed on a line or on a chip."""

    def __init__(self, look: Look, story: Story) -> None:
        super().__init__()
        self.look = look
        self._folded: list[Row] = []
        self._column, self._tree, self._beside = QVBoxLayout(self), _tight(), _tight()
        px = look.theme.px
        self._column.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(8))
        self._column.setSpacing(0)
        self._add_head(story)
        self._add_tree(story.rows, story.operands)
        self._add_chips(look.words.say("Your data"), story.chips)
        self._add_chips(look.words.say("Reference values"), story.references)
        self._add_factors(story)
        self._add_effects(story)
        self._add_between(story)
        self._column.addStretch(1)

    @property
    def lines(self) -> list[Line]:
        """The lines through which the arrow keys walk, in their order."""
        found = self.findChildren(Line)
        return sorted((line for line in found if not line.isHidden()), key=self._height_of)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the arrows from the page around, which would scroll."""
        if event.key() in WALKED:
            self.walked.emit(event.key())
            return
        super().keyPressEvent(event)

    def _height_of(self, line: Line) -> int:
        return line.mapTo(self, QPoint(0, 0)).y()

    def _add_head(self, story: Story) -> None:
        self._text(story.title, Role.TITLE)
        self._text(story.sentence, Role.BODY)
        if story.reason:
            self._column.addSpacing(self.look.theme.px(4))
            self._text(story.reason, Role.LABEL)
        self._column.addSpacing(self.look.theme.px(12))
        if story.lines or story.equation or story.source:
            self._inset(ArithmeticCard(self.look, story))
            self._column.addSpacing(self.look.theme.px(8))

    def _add_tree(self, rows: Sequence[Row], operands: Sequence[Row]) -> None:
        least = SMALL if len(rows) > MOST_ROWS else 0.0
        large = [row for row in rows if (row.share or 0.0) > least]
        shown = large[:MOST_ROWS] or list(rows[:1])
        seen = {row.place for row in shown}
        self._folded = [row for row in rows if row.place not in seen]
        self._add_to(self._tree, shown)
        self._column.addLayout(self._tree)
        self._more = PaintedButton(self.look, Face("", Kind.LINK, height=28, role=Role.BODY))
        self._more.setObjectName("more")
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more)
        self._name_more()
        self._add_to(self._beside, operands)
        self._column.addLayout(self._beside)

    def _add_to(self, column: QVBoxLayout, rows: Sequence[Row]) -> None:
        for row in rows:
            line = TreeLine(self.look, row)
            line.opened.connect(self.opened)
            column.addWidget(line)

    def _name_more(self) -> None:
        """Say how many small parts are put away; they are laid out when asked for."""
        count = min(MOST_AT_ONCE, len(self._folded))
        self._more.show_text(
            self.look.words.count("Show {n} more line", "Show {n} more lines", count)
        )
        self._more.setVisible(count > 0)

    def _add_chips(self, title: str, chips: Sequence[Chip]) -> None:
        if not chips:
            return
        self._heading(title)
        place = QWidget()
        flow = Flow(0, 0, parent=place)
        for chip in chips:
            button = ChipButton(self.look, chip)
            button.wished.connect(self.field_wished)
            flow.addWidget(button)
        self._column.addWidget(place)

    def _add_factors(self, story: Story) -> None:
        if not story.factors:
            return
        say = self.look.words.say
        self._heading(say("Factor") if len(story.factors) == 1 else say("Factors"))
        for factor in story.factors:
            line = FactorLine(self.look, factor)
            line.opened.connect(self.opened)
            self._column.addWidget(line)

    def _add_effects(self, story: Story) -> None:
        if not story.effects:
            return
        self._heading(self.look.words.say("If you change"))
        for effect in story.effects:
            line = EffectLine(self.look, effect)
            line.wished.connect(self.field_wished)
            self._column.addWidget(line)

    def _add_between(self, story: Story) -> None:
        if story.between:
            self._heading(self.look.words.say("Uncertainty"))
            self._text(story.between, Role.LABEL)

    def _heading(self, title: str) -> None:
        self._column.addSpacing(self.look.theme.px(12))
        self._text(title, Role.SECONDARY_STRONG, muted=True)
        self._column.addSpacing(self.look.theme.px(2))

    def _text(self, words: str, role: Role, *, muted: bool = False) -> None:
        tone: Tone = "text_muted" if muted else "text"
        self._inset(Text(self.look, words, role, tone, wraps=True))

    def _inset(self, widget: QWidget) -> None:
        """Lines and chips keep room for their focus ring; texts line up with their edge."""
        halo = self.look.theme.halo
        row = QHBoxLayout()
        row.setContentsMargins(halo, 0, halo, 0)
        row.addWidget(widget)
        self._column.addLayout(row)

    @Slot()
    def _on_more(self) -> None:
        before = self._tree.count()
        self._add_to(self._tree, self._folded[:MOST_AT_ONCE])
        self._folded = self._folded[MOST_AT_ONCE:]
        self._name_more()
        first = self._tree.itemAt(before)
        if first is not None and (line := first.widget()) is not None:
            line.setFocus()


def _tight() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column
