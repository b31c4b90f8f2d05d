"""The panel that always shows the headline, and under it gross, carbon storage and net."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.cards import Card
from desktop.widgets.chart_view import ChartView
from desktop.widgets.difference import DifferenceLine
from desktop.widgets.headline import Headline
from desktop.widgets.lines import Hairline
from desktop.widgets.live_figures import LiveFigures, Share
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.precision import NextAnswers, PrecisionMeter
from desktop.widgets.rows import FigureRow
from desktop.widgets.spaced import Spaced
from desktop.widgets.text import Text

WIDTH = 272


class BalanceCard(Card):
    """Gross, carbon storage, a line, net: the sum as one writes it, then its sources."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=8, gap=0)
        self._gross = FigureRow(look, "gross")
        self._storage = FigureRow(look, "storage")
        self._net = FigureRow(look, "net", strong=True)
        self._bar = ChartView(look)
        self._shares: list[FigureRow] = []
        px = look.theme.px
        self.column.setContentsMargins(px(8), px(8), px(8), px(12))
        self.add(self._gross, self._storage)
        self.column.addSpacing(px(2))
        self.add(Hairline(look, margin=4, strong=True))
        self.column.addSpacing(px(4))
        self.add(self._net)
        self.column.addSpacing(px(10))
        self.add(self._bar)
        self.column.addSpacing(px(4))
        for row in (self._gross, self._storage, self._net):
            row.why_asked.connect(self.why_asked)
        self._bar.why_asked.connect(self.why_asked)

    def show_figures(self, figures: LiveFigures) -> None:
        """Show the sum, the bar and the largest sources."""
        say = self.look.words.say
        self._gross.show_figure(say("Gross"), figures.gross)
        self._storage.show_figure(say("Carbon storage"), figures.storage)
        self._net.show_figure(say("Net"), figures.net)
        self._bar.setVisible(figures.bar is not None)
        if figures.bar is not None:
            self._bar.show_scene(figures.bar)
        self._show_shares(figures.shares)

    def _show_shares(self, shares: tuple[Share, ...]) -> None:
        """Keep the rows while their colours stay the same, so that the focus stays too."""
        if [row.objectName() for row in self._shares] != [share.key for share in shares]:
            self._make_rows(shares)
        for row, share in zip(self._shares, shares, strict=True):
            row.show_figure(share.label, share.share)

    def _make_rows(self, shares: tuple[Share, ...]) -> None:
        for row in self._shares:
            self.column.removeWidget(row)
            row.deleteLater()
        self._shares = [FigureRow(self.look, s.key, swatch=s.colours) for s in shares]
        for row in self._shares:
            row.why_asked.connect(self.why_asked)
            self.column.addWidget(row)


class LivePanel(QWidget):
    """The right side of the window while one answers."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    answer_wished = Signal(str)
    """The user wants to go to the question with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._title = Text(look, "", Role.STRONG, wraps=True)
        self._headline = Headline(look, "headline")
        self._between = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._difference = DifferenceLine(look)
        self._missing = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._card = BalanceCard(look)
        self._precision = PrecisionMeter(look)
        self._next = NextAnswers(look)
        self._spoken = ""
        self.setAccessibleName(look.words.say("Result"))
        self.setFixedWidth(look.theme.px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._arrange()
        self._headline.why_asked.connect(self.why_asked)
        self._card.why_asked.connect(self.why_asked)
        self._next.wished.connect(self.answer_wished)

    def show_figures(self, figures: LiveFigures) -> None:
        """Show new figures at once; what is not known yet is hidden, never shown as zero."""
        self._title.show_text(figures.title)
        self._headline.show_figure(figures.value, figures.unit)
        self._show_or_hide(self._between, figures.between)
        self._show_or_hide(self._missing, figures.missing)
        self._difference.show_difference(figures.difference, figures.direction)
        self._card.setVisible(bool(figures.net))
        self._card.show_figures(figures)
        self._precision.show_share(figures.precision)
        self._next.show_answers(figures.next_answers)
        self._speak(figures.spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at the left."""
        painter, colours = painter_of(self), self.look.theme.colours
        painter.fillRect(self.rect(), colours.surface)
        line = self.look.theme.line
        painter.fillRect(QRectF(0, 0, line, self.height()), colours.hairline)
        painter.end()

    def _show_or_hide(self, text: Text, sentence: str) -> None:
        text.show_text(sentence)
        text.setVisible(bool(sentence))

    def _speak(self, sentence: str) -> None:
        if sentence and sentence != self._spoken:
            self.look.announcer.speak_later(self, sentence)
        self._spoken = sentence

    def _arrange(self) -> None:
        px = self.look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(24), px(12), px(16))
        column.setSpacing(0)
        for widget, inset, gap in (
            (self._title, 12, 12),
            (self._headline, 8, 4),
            (self._between, 12, 8),
            (self._difference, 12, 12),
            (self._missing, 12, 12),
            (self._card, 0, 20),
            (self._precision, 12, 20),
            (self._next, 8, 0),
        ):
            column.addWidget(Spaced(widget, QMargins(px(inset), 0, px(inset), px(gap))))
        column.addStretch(1)
