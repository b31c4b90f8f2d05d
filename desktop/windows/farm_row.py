"""One farm in the list: what it is, how far its diagnosis is, its footprint, when it was open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.presenting.farm_cards import FarmLine
from desktop.theme import Role
from desktop.widgets.buttons import IconButton, Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, paint_focus, painter_of
from desktop.widgets.scroll import menu_of
from desktop.widgets.symbol import ProgressSign, Symbol
from desktop.widgets.text import Text
from desktop.words import mark

DUPLICATE, BIN, GIVE = "duplicate", "bin", "give"
ACTS = {
    DUPLICATE: mark("Make a copy"),
    GIVE: mark("Save the farm as a file…"),
    BIN: mark("Move to the bin"),
}
CONTROL = Qt.KeyboardModifier.ControlModifier


class Tinted(QWidget):
    """A ground in one of the tints, with rounded corners."""

    def __init__(self, look: Look, colour: str, *, edge: bool = False) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self._edge = edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter, theme = painter_of(self), self._look.theme
        edge = Edge(theme.colours.hairline, theme.line) if self._edge else None
        paint_box(painter, QRectF(self.rect()), theme.named(self._colour), edge, theme.radius)
        painter.end()


class FarmRow(Pressable):
    """One farm; the arrow keys go to the next one, Enter opens it."""

    wished = Signal(int)
    """The user wants to open the dossier of this number."""

    moved = Signal(int)
    """The user wants the next farm, or the one before."""

    acted = Signal(str, object)
    """The user wants a copy of the farm or to put it into the bin: which, and its `FarmLine`."""

    def __init__(self, look: Look, line: FarmLine, *, narrow: bool) -> None:
        super().__init__(look, line.said(look.words))
        self.line = line
        name = look.words.say("More for {farm}", farm=line.name)
        self.more = IconButton(look, "dots-three", name)
        self.more.clicked.connect(self._on_more)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.clicked.connect(self._on_clicked)
        grid = QGridLayout(self)
        px = look.theme.px
        grid.setContentsMargins(px(20), px(20), px(20), px(20))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        for place, column in enumerate(self._columns(look, line)):
            row, at = (place, 0) if narrow else (0, place)
            grid.addLayout(column, row, at, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.more, 0, 5, Qt.AlignmentFlag.AlignTop)
        if not narrow:
            for place, share in enumerate((41, 21, 34, 12)):
                grid.setColumnStretch(place, share)

    def sizeHint(self) -> QSize:
        """Follow what stands in the row."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow what stands in the row."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the farms with the arrow keys; Delete puts this one into the bin."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Delete:
            self.acted.emit(BIN, self.line)
        elif event.key() == Qt.Key.Key_D and event.modifiers() == CONTROL:
            self.acted.emit(DUPLICATE, self.line)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the bar of the farm one is on, and the focus ring."""
        painter, theme = painter_of(self), self.look.theme
        box = QRectF(self.rect()).adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
        if self.hasFocus() or self.underMouse():
            paint_box(painter, box, theme.colours.surface, None, theme.px(4))
        if self.hasFocus():
            bar = QRectF(
                box.left(), box.top() + theme.px(16), theme.px(3), box.height() - theme.px(32)
            )
            paint_box(painter, bar, theme.colours.primary, None, theme.px(1.5))
            inside = box.adjusted(theme.px(3), theme.px(3), -theme.px(3), -theme.px(3))
            paint_focus(painter, theme, inside, radius=6)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self.line.dossier)

    @Slot()
    def _on_more(self) -> None:
        say = self.look.words.say
        menu = menu_of(self.look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act, text in ACTS.items():
            menu.addAction(say(text).replace("&", "&&")).setData(act)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.acted.emit(action.data(), self.line)

    def _columns(self, look: Look, line: FarmLine) -> tuple[QHBoxLayout | QVBoxLayout, ...]:
        return (
            _farm_column(look, line),
            _diagnosis_column(look, line),
            _figure_column(look, line),
            stacked(look, (Text(look, line.opened, Role.BODY, "text_muted", wraps=True),)),
        )


def stacked(look: Look, texts: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(look.theme.px(6))
    for text in texts:
        column.addWidget(text)
    column.addStretch(1)
    return column


def _farm_column(look: Look, line: FarmLine) -> QHBoxLayout:
    px = look.theme.px
    tile = Tinted(look, "track")
    tile.setFixedSize(px(48), px(48))
    inside = QVBoxLayout(tile)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(Symbol(look, line.icon, 28), 0, Qt.AlignmentFlag.AlignCenter)
    texts: list[QWidget] = [Text(look, line.name, Role.SECTION, wraps=True)]
    if line.about:
        texts.append(Text(look, line.about, Role.BODY, "text_muted", wraps=True))
    if line.example:
        texts.append(Text(look, look.words.say("Example farm"), Role.BODY, "info", wraps=True))
    row = QHBoxLayout()
    row.setSpacing(px(16))
    row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(stacked(look, texts), 1)
    return row


def _diagnosis_column(look: Look, line: FarmLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.px(8))
    sign = ProgressSign(look, line.progress)
    texts: list[QWidget] = [Text(look, line.diagnosis, Role.LABEL, wraps=True)]
    if line.answers:
        texts.append(Text(look, line.answers, Role.BODY, "text_muted", wraps=True))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(stacked(look, texts), 1)
    return row


def _figure_column(look: Look, line: FarmLine) -> QVBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(look.theme.px(8))
    head.addWidget(Text(look, line.value, Role.FIGURE_STRONG), 0, Qt.AlignmentFlag.AlignBottom)
    if line.unit:
        head.addWidget(Text(look, line.unit, Role.BODY, wraps=True), 1)
    else:
        head.addStretch(1)
    below = [text for text in (line.between, line.detail) if text]
    column = stacked(look, [Text(look, t, Role.BODY, "text_muted", wraps=True) for t in below])
    column.insertLayout(0, head)
    return column
