"""The live panel as a strip below the page, for large text and narrow windows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.headline import Headline
from desktop.widgets.live_figures import LiveFigures
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.text import Text


class LiveStrip(QWidget):
    """The headline with gross and carbon storage beside it, then back and continue."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    back_asked = Signal()
    """The user wants the page before."""

    continue_asked = Signal()
    """The user wants the next page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        say, px = look.words.say, look.theme.px
        self._headline = Headline(look, "headline", Role.PAGE)
        self._first = Text(look, "", Role.BODY, wraps=True)
        self._second = Text(look, "", Role.SECONDARY, "text_muted", wraps=True)
        self.back = PaintedButton(look, Face("", icon="arrow-left", padding=10))
        self.back.call_it(say("Back"))
        self.forward = PaintedButton(
            look, Face(say("Continue"), Kind.PRIMARY, icon_after="arrow-elbow-down-left")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(8))
        row.addWidget(self._headline, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._first)
        lines.addWidget(self._second)
        row.addLayout(lines, 1)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        self._headline.why_asked.connect(self.why_asked)
        self.back.clicked.connect(self.back_asked)
        self.forward.clicked.connect(self.continue_asked)

    def show_figures(self, figures: LiveFigures) -> None:
        """Show the headline, its range, gross and carbon storage; they are never shown apart."""
        say = self.look.words.say
        self._headline.show_figure(figures.value, "")
        unit, between = figures.unit, figures.between
        first = say("{unit} net, {between}", unit=unit, between=between) if between else unit
        self._first.show_text(first or figures.title)
        gross, storage = figures.gross, figures.storage
        together = say("gross {gross}, carbon storage {storage}", gross=gross, storage=storage)
        self._second.show_text(together if figures.net else figures.missing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter, theme = painter_of(self), self.look.theme
        painter.fillRect(self.rect(), theme.colours.surface)
        painter.fillRect(QRectF(0, 0, self.width(), theme.line), theme.colours.border)
        painter.end()
