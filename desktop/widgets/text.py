"""Plain text in the letters of the theme, with its own distance between lines."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of

Tone = Literal["text", "text_muted", "link", "primary", "impossible", "unusual", "complete", "info"]
Stand = Literal["start", "middle", "end"]
ENDLESS = 1_000_000.0


class Text(QLabel):
    """A text that is never read as markup; it wraps when told so."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Role = Role.BODY,
        tone: Tone = "text",
        *,
        wraps: bool = False,
        stand: Stand = "start",
    ) -> None:
        super().__init__()
        self.look = look
        self._role = role
        self._tone: Tone = tone
        self._stand = stand
        self._shown = ""
        # Qt asks for the same heights over and over while it lays out a page.
        self._heights: dict[float, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setFont(look.theme.font(role))
        across = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum
        # A fixed height would be that of one line: Qt then cuts what wraps.
        down = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.show_text(text)

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Show another text, in another colour if one is named."""
        self._tone = tone or self._tone
        self._shown = text
        self._heights.clear()
        # An ampersand would become a shortcut as soon as the label has a field for a buddy.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> str:
        """The text as it is read."""
        return self._shown

    @property
    def ink(self) -> QColor:
        """The colour of the letters."""
        return self.look.theme.named(self._tone)

    def sizeHint(self) -> QSize:
        """Ask for one line, or for a comfortable width when the text wraps."""
        whole = ceil(self._laid_out(ENDLESS)[1]) + self._beside
        if not self.wordWrap():
            return QSize(whole, self.heightForWidth(whole))
        width = min(whole, self.look.theme.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never get narrower than the longest word, nor than the line if it does not wrap."""
        if not self.wordWrap():
            return self.sizeHint()
        metrics = QFontMetricsF(self.font())
        words = self._shown.split(" ") or [""]
        width = ceil(max(metrics.horizontalAdvance(word) for word in words))
        return QSize(width + self._beside, self.look.theme.line_height(self._role))

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped text."""
        room = self._room(width)
        height = self._heights.get(room)
        if height is None:
            height = self._heights[room] = self._laid_out(room)[2]
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines at the distance of the theme."""
        painter = painter_of(self)
        painter.setPen(self.ink)
        layout, natural, height = self._laid_out(self._room(self.width()))
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[self._stand]
        spare = self.width() - self._beside - natural
        left = self.contentsMargins().left() + (0.0 if self.wordWrap() else spare * share)
        layout.draw(painter, QPointF(left, (self.height() - height) / 2))
        painter.end()

    @property
    def _beside(self) -> int:
        """The air kept at the left and at the right."""
        return self.contentsMargins().left() + self.contentsMargins().right()

    def _room(self, width: int) -> float:
        return float(width - self._beside) if self.wordWrap() else ENDLESS

    def _laid_out(self, width: float) -> tuple[QTextLayout, float, int]:
        """Break the text into lines; give the layout, its natural width and its height."""
        layout = QTextLayout(self._shown, self.font())
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option = QTextOption(_ALIGNMENT[self._stand if self.wordWrap() else "start"])
        option.setWrapMode(wrap if self.wordWrap() else QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        step = self.look.theme.line_height(self._role)
        layout.beginLayout()
        count, widest = 0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            count, widest = count + 1, max(widest, line.naturalTextWidth())
        layout.endLayout()
        return layout, widest, max(1, count) * step


_ALIGNMENT = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}
