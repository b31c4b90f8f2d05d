"""One landscape to choose: its drawing, its name, and how many metres of hedge it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.forms.landscape_drawing import HIGH, WIDE, Landscape, paint_landscape
from desktop.forms.radio import RING, Radio
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, paint_text, painter_of, text_width

PADDING, RING_GAP = 12, 10
LYING = 190
"""How wide the drawing of a lying card is at most (pixels at 100 %)."""


@dataclass(frozen=True)
class LandscapeOption:
    """A landscape, its name, and the metres per hectare (stored unit) it stands for.

    `line` says the density in words, such as "about 50 m per ha".
    """

    landscape: Landscape
    label: str
    density: float
    line: str

    @property
    def key(self) -> str:
        """What the card is called inside the program."""
        return self.landscape.value


class LandscapeCard(Radio):
    """A drawing with a ring, the name, the density and the metres it makes here.

    The words stand below the drawing, or beside it where cards stand one under the other.
    """

    def __init__(self, look: Look, option: LandscapeOption) -> None:
        super().__init__(look, option.key, option.label)
        self.option = option
        self._echo = ""
        self._near = False
        self._lies = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def show_echo(self, echo: str) -> None:
        """Show what the density makes on this farm, such as "4,050 m on 81 ha"."""
        self._echo = echo
        self._describe()
        self.update()

    def show_near(self, near: bool) -> None:
        """Show that the number lies nearest to this landscape without being its own."""
        self._near = near
        self._describe()
        self.update()

    def lie(self, lies: bool) -> None:
        """Put the words beside the drawing, or below it."""
        self._lies = lies
        self.update()

    @property
    def is_near(self) -> bool:
        """Whether the number lies nearest to this landscape without being its own."""
        return self._near

    @property
    def narrowest(self) -> int:
        """The least width of a standing card in which every word can be read."""
        theme = self.look.theme
        label = text_width(theme.font(Role.STRONG), self.option.label)
        small = theme.font(Role.SECONDARY)
        lines = max(text_width(small, self.option.line), text_width(small, self._echo))
        inset = 2 * PADDING + RING + RING_GAP
        return max(theme.px(160), ceil(max(label, lines)) + theme.px(inset)) + 2 * theme.halo

    def sizeHint(self) -> QSize:
        """Ask for a drawing of a comfortable size."""
        width = max(self.narrowest, self.look.theme.px(240))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return QSize(self.narrowest, self.heightForWidth(self.narrowest))

    def heightForWidth(self, width: int) -> int:
        """Give the height of the drawing and of the words, or of the higher one of them."""
        theme = self.look.theme
        drawn, words = self._drawn(width).height(), self._words_height
        inner = max(drawn, words) if self._lies else drawn + theme.px(PADDING) + words
        return ceil(inner) + 2 * theme.px(PADDING) + 2 * theme.halo

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the drawing, the words and the focus ring."""
        painter, theme, box = painter_of(self), self.look.theme, self.box
        self.paint_card(painter, box, soft=self._near)
        padding = theme.px(PADDING)
        inner = box.adjusted(padding, padding, -padding, -padding)
        drawing = QRectF(inner.topLeft(), self._drawn(self.width()))
        paint_landscape(painter, theme, drawing, self.option.landscape)
        aside, down = drawing.width() + padding, drawing.height() + padding
        spare = (inner.height() - self._words_height) / 2
        words = inner.adjusted(*((aside, spare, 0, 0) if self._lies else (0, down, 0, 0)))
        self._paint_words(painter, words)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        theme, colours = self.look.theme, self.look.theme.colours
        line, small = theme.line_height(Role.STRONG), theme.line_height(Role.SECONDARY)
        side = theme.px(RING)
        ring = QRectF(box.left(), box.top() + (line - side) / 2, side, side)
        self.paint_ring(painter, ring)
        words = box.adjusted(theme.px(RING + RING_GAP), 0, 0, 0)
        words.setHeight(line)
        letters = theme.font(Role.STRONG)
        letters.setItalic(self.is_reference)
        paint_text(painter, words, self.option.label, letters, colours.text)
        words = QRectF(words.left(), words.bottom() + theme.px(2), words.width(), small)
        quiet = theme.font(Role.SECONDARY)
        paint_text(painter, words, self.option.line, quiet, colours.text_muted)
        ink = colours.text if self.isChecked() else colours.text_muted
        paint_text(painter, words.translated(0, small), self._echo, quiet, ink)

    def _drawn(self, width: int) -> QSizeF:
        """Give the size of the drawing in a card of a width."""
        theme = self.look.theme
        inner = width - 2 * theme.halo - 2 * theme.px(PADDING)
        room = self.narrowest - 2 * theme.halo - theme.px(PADDING)
        across = min(inner - room, theme.px(LYING)) if self._lies else inner
        wide = max(0, across)
        return QSizeF(wide, round(wide * HIGH / WIDE))

    @property
    def _words_height(self) -> int:
        theme = self.look.theme
        lines = 1 + bool(self._echo)
        small = theme.line_height(Role.SECONDARY)
        return theme.line_height(Role.STRONG) + theme.px(2) + lines * small

    def _describe(self) -> None:
        near = self.look.words.say("nearest to your number") if self._near else ""
        said = (self.option.line, self._echo, near)
        self.setAccessibleDescription(", ".join(part for part in said if part))
