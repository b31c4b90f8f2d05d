"""How much of the result rests on the farm's own data, and what to answer next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.answer_link import AnswerLink
from desktop.widgets.live_figures import NextAnswer
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.text import Text


class Track(QWidget):
    """A bar that fills a track; the figure beside it says the same in words."""

    def __init__(self, look: Look, colour: str = "primary", height: int = 8) -> None:
        super().__init__()
        self.look = look
        self._colour = colour
        self._high = look.theme.px(height)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill the track up to a share between 0 and 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the bar; the width comes from the layout."""
        return QSize(self.look.theme.px(60), self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the bar in it."""
        painter, theme = painter_of(self), self.look.theme
        box, radius = QRectF(self.rect()), self.height() / 2
        paint_box(painter, box, theme.colours.track, None, radius)
        filled = QRectF(0, 0, self.width() * self._share, self.height())
        if filled.width() > 0:
            radius = min(radius, filled.width() / 2)
            paint_box(painter, filled, theme.named(self._colour), None, radius)
        painter.end()


class PrecisionMeter(QWidget):
    """The share of the result that rests on the farm's own data."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        say = look.words.say
        self._figure = Text(look, "", Role.STRONG)
        self._track = Track(look)
        px = look.theme.px
        head = QHBoxLayout()
        head.addWidget(Text(look, say("Precision"), Role.STRONG, wraps=True), 1)
        head.addWidget(self._figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._track)
        note = say("share of the result resting on your data")
        column.addWidget(Text(look, note, Role.CAPTION, "text_muted", wraps=True))

    def show_share(self, share: float | None) -> None:
        """Show a share, or nothing while it is not known."""
        self.setVisible(share is not None)
        self._figure.show_text(self.look.words.percent(share))
        self._track.show_share(share or 0.0)


class NextAnswers(QWidget):
    """The answers that would narrow the range most."""

    wished = Signal(str)
    """The user wants to go to the question with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._links: list[AnswerLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        title = Text(look, look.words.say("Enter next"), Role.STRONG, wraps=True)
        title.setContentsMargins(look.theme.halo, 0, look.theme.halo, look.theme.px(2))
        self._column.addWidget(title)

    def show_answers(self, answers: tuple[NextAnswer, ...]) -> None:
        """Show the most useful answers in place; nothing when there is none to give."""
        while len(self._links) > len(answers):
            spare = self._links.pop()
            self._column.removeWidget(spare)
            spare.hide()
            spare.deleteLater()
        while len(self._links) < len(answers):
            link = AnswerLink(self.look)
            link.wished.connect(self.wished)
            self._links.append(link)
            self._column.addWidget(link)
        for link, answer in zip(self._links, answers, strict=True):
            link.show_answer(answer)
        self.setVisible(bool(answers))
