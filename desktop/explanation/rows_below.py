"""The lines of an explanation that can be opened: parts, published numbers, what could change."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.explanation.places import Place
from desktop.explanation.story import Effect, FactorNote, Row
from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, paint_focus, painter_of
from desktop.widgets.precision import Track
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text

WALKED = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Backspace,
)
"""Keys by which one walks through the tree: the panel answers them, not the single line."""

BAR = 64
SHARE = 44


def key_of(place: Place) -> str:
    """Give the name by which the line of a place is found again."""
    return f"{place.name}@{place.row}"


class Line(Pressable):
    """A line as wide as the panel; it leaves the arrow keys to the panel."""

    def __init__(self, look: Look, name: str, key: str) -> None:
        super().__init__(look, name)
        self.setObjectName(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """Follow what stands in the line."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow what stands in the line."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the panel walk; Enter and Space press."""
        if event.key() in WALKED:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground while pointed at, the line below, and the focus ring inside."""
        theme, painter = self.look.theme, painter_of(self)
        box = QRectF(self.rect())
        if self.underMouse():
            paint_box(painter, box, theme.colours.surface, None, theme.px(4))
        foot = QRectF(
            theme.px(4), self.height() - theme.line, self.width() - theme.px(8), theme.line
        )
        painter.fillRect(foot, theme.colours.hairline)
        if self.hasFocus():
            inside = box.adjusted(*(theme.px(n) for n in (4, 4, -4, -4)))
            paint_focus(painter, theme, inside, radius=6)
        painter.end()

    def _row(self, down: int) -> QHBoxLayout:
        px = self.look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(down), px(4), px(down))
        row.setSpacing(px(8))
        return row


class TreeLine(Line):
    """A number below: its name, its amount and, where it is a part, a bar and its share."""

    opened = Signal(object)
    """The user wants to know why this number is what it is; gives its place."""

    def __init__(self, look: Look, row: Row) -> None:
        said = ", ".join(text for text in (row.label, row.amount, row.shown_share) if text)
        super().__init__(look, said, key_of(row.place))
        self._place = row.place
        line = self._row(5)
        line.addWidget(Symbol(look, "caret-right", 12))
        line.addWidget(Text(look, row.label, Role.LABEL, wraps=True), 1)
        line.addWidget(Text(look, row.amount, Role.BODY, "text_muted", stand="end"))
        if row.share is not None:
            self._add_bar(row, line)
        self.clicked.connect(self._on_clicked)

    def _add_bar(self, row: Row, line: QBoxLayout) -> None:
        px = self.look.theme.px
        track = Track(self.look, row.colour)
        track.setFixedWidth(px(BAR))
        track.show_share(row.share or 0.0)
        line.addWidget(track, 0, Qt.AlignmentFlag.AlignVCenter)
        if row.shown_share:
            share = Text(self.look, row.shown_share, Role.STRONG, stand="end")
            share.setMinimumWidth(px(SHARE))
            line.addWidget(share)

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self._place)


class FactorLine(Line):
    """A published number with its source; it opens like any other number."""

    opened = Signal(object)
    """The user wants to know more about this number; gives its place."""

    def __init__(self, look: Look, factor: FactorNote) -> None:
        said = ", ".join(text for text in (factor.label, factor.value, factor.source) if text)
        super().__init__(look, said, key_of(factor.place))
        self._place = factor.place
        row = self._row(5)
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(look.theme.px(8))
        head.addWidget(Text(look, factor.label, Role.BODY, wraps=True), 1)
        head.addWidget(Text(look, factor.value, Role.LABEL, stand="end"))
        column.addLayout(head)
        column.addWidget(Text(look, factor.source, Role.CAPTION, "text_muted", wraps=True))
        row.addWidget(Symbol(look, "caret-right", 12), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self._place)


class EffectLine(Line):
    """What another answer would do; a click goes to that answer."""

    wished = Signal(str, str)
    """The user wants to go to the field of this row and name."""

    def __init__(self, look: Look, effect: Effect) -> None:
        say = look.words.say
        said = say(
            "{step}: {change}. The answer is {value}.",
            step=effect.label,
            change=effect.change,
            value=effect.value,
        )
        super().__init__(look, said, f"effect/{effect.field}@{effect.subject}")
        self._effect = effect
        row = self._row(4)
        row.addWidget(Text(look, effect.label, Role.BODY, wraps=True), 1)
        # A rise and a fall look the same: neither is good or bad by itself.
        row.addWidget(Text(look, effect.change, Role.STRONG, "info", stand="end"))
        row.addWidget(Symbol(look, "pencil-simple", 16, "link"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self._effect.subject, self._effect.field)
