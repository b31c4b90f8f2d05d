"""The check: what is impossible, rare or not given, with the way to each; it blocks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.presenting.checks import Checks, Point, StandIn
from desktop.theme import Role
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import Card
from desktop.widgets.count_tile import CountTile
from desktop.widgets.issue_card import IssueCard
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.stand_in_row import StandInRow
from desktop.widgets.text import Text

WIDEST = 760
GO, ACCEPT = "go", "accept"


class Counts(QWidget):
    """How much there is of each, side by side."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._impossible = CountTile(look, "impossible", "impossible", "impossible_tint")
        self._unusual = CountTile(look, "warning", "unusual", "unusual_tint")
        self._stand_ins = CountTile(look, "", "text", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.halo, 0, look.theme.halo, 0)
        row.setSpacing(look.theme.px(12))
        for tile in (self._impossible, self._unusual, self._stand_ins):
            row.addWidget(tile)

    def show_counts(self, checks: Checks) -> None:
        """Show other counts."""
        words = self._look.words
        impossible, unusual, stand_ins = checks.impossible, checks.unusual, len(checks.stand_ins)
        said = words.count("impossible value", "impossible values", impossible)
        self._impossible.show_count(words.exact(impossible), said)
        said = words.count("unusual value", "unusual values", unusual)
        self._unusual.show_count(words.exact(unusual), said)
        said = words.count("value nobody gave", "values nobody gave", stand_ins)
        self._stand_ins.show_count(words.exact(stand_ins), said)


class CheckPage(QWidget):
    """Lists what to look at, the most telling first; the page is filled when it is shown."""

    acted = Signal(str, str)
    """The user wants something done with the answer of a key: "go" or "accept", and the key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._checks: Checks | None = None
        self._title = Text(look, "", Role.TITLE, wraps=True)
        self._counts = Counts(look)
        self._list = QVBoxLayout()
        self._arrange()

    @property
    def first(self) -> QWidget:
        """The first thing that can be done, or the page itself."""
        buttons = self.findChildren(PaintedButton)
        return buttons[0] if buttons else self

    def show_checks(self, checks: Checks, *, usable: bool) -> None:
        """Show other things to look at; the page keeps its place while nothing changes."""
        self._title.show_text(self._conclusion(checks, usable=usable))
        if checks == self._checks:
            return
        self._checks = checks
        self._counts.show_counts(checks)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fill(checks)

    def _conclusion(self, checks: Checks, *, usable: bool) -> str:
        words = self._look.words
        if not usable:
            return words.say("The first answers are still missing")
        count = len(checks.points) + len(checks.sums)
        if not count:
            return words.say("Nothing unusual: the result can be used")
        return words.count(
            "{n} point to look at, the result can be used already",
            "{n} points to look at, the result can be used already",
            count,
        )

    def _fill(self, checks: Checks) -> None:
        for point in checks.points:
            self._list.addWidget(self._point(point))
        for sentence in checks.sums:
            self._list.addWidget(IssueCard(self._look, "", ("", sentence)))
        if checks.stand_ins:
            self._list.addWidget(self._heading(len(checks.stand_ins)))
            self._list.addWidget(self._stand_ins(checks.stand_ins))

    def _point(self, point: Point) -> IssueCard:
        actions = ((GO, self._look.words.say("Go to the answer")),)
        texts = (point.label, point.sentence)
        card = IssueCard(self._look, point.key, texts, actions, impossible=point.impossible)
        card.acted.connect(self.acted)
        return card

    def _heading(self, count: int) -> QWidget:
        look, words = self._look, self._look.words
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(look.theme.halo, look.theme.px(12), look.theme.halo, 0)
        title = words.count("{n} reference value", "{n} reference values", count)
        row.addWidget(Text(look, title, Role.SECTION, wraps=True), 1)
        effect = Text(look, words.say("how far the result may move"), Role.SECONDARY, "text_muted")
        row.addWidget(effect, 0, Qt.AlignmentFlag.AlignBottom)
        return heading

    def _stand_ins(self, stand_ins: Sequence[StandIn]) -> Card:
        card, say = Card(self._look, padding=4, gap=0), self._look.words.say
        actions = ((GO, say("Enter")), (ACCEPT, say("Accept")))
        for place, one in enumerate(stand_ins):
            if place:
                card.add(Hairline(self._look, margin=8))
            row = StandInRow(self._look, one.key, (one.label, one.value, one.effect), actions)
            row.acted.connect(self.acted)
            card.add(row)
        return card

    def _arrange(self) -> None:
        look, px, say = self._look, self._look.theme.px, self._look.words.say
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        step = Text(look, say("Check"), Role.BODY, "text_muted")
        for text in (step, self._title):
            text.setContentsMargins(look.theme.halo, 0, 0, 0)
            column.addWidget(text)
        column.addSpacing(px(6))
        column.addWidget(self._counts)
        self._list.setSpacing(px(12))
        self._list.setContentsMargins(look.theme.halo, px(12), look.theme.halo, 0)
        column.addLayout(self._list)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(28), px(20), px(28), px(10))
        around.addWidget(inside)
        around.addStretch(1)
