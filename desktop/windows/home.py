"""The first page: the farms of the library, and where one left off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.presenting.farm_cards import FarmLine
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton, Pressable
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, paint_focus, painter_of
from desktop.widgets.privacy import PrivacyLine
from desktop.widgets.symbol import ProgressSign, Symbol
from desktop.widgets.text import Text

WIDEST = 1088
NARROW = 840
"""Below so many pixels of 100 % text a line of the list is one column."""


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

    def __init__(self, look: Look, line: FarmLine, *, narrow: bool) -> None:
        super().__init__(look, line.said(look.words))
        self._line = line
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
        """Move between the farms with the arrow keys."""
        forward = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in forward:
            self.focusNextPrevChild(forward[Qt.Key(event.key())])
            return
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
        self.wished.emit(self._line.dossier)

    def _columns(self, look: Look, line: FarmLine) -> tuple[QHBoxLayout | QVBoxLayout, ...]:
        return (
            _farm_column(look, line),
            _diagnosis_column(look, line),
            _figure_column(look, line),
            _stacked(look, (Text(look, line.opened, Role.BODY, "text_muted", wraps=True),)),
        )


def _stacked(look: Look, texts: Sequence[QWidget]) -> QVBoxLayout:
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
    row.addLayout(_stacked(look, texts), 1)
    return row


def _diagnosis_column(look: Look, line: FarmLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.px(8))
    sign = ProgressSign(look, line.progress)
    texts: list[QWidget] = [Text(look, line.diagnosis, Role.LABEL, wraps=True)]
    if line.answers:
        texts.append(Text(look, line.answers, Role.BODY, "text_muted", wraps=True))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(_stacked(look, texts), 1)
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
    column = _stacked(look, [Text(look, t, Role.BODY, "text_muted", wraps=True) for t in below])
    column.insertLayout(0, head)
    return column


class HomePage(QWidget):
    """The farms, and one button that goes on where one left off."""

    dossier_wished = Signal(int)
    """The user wants to open the dossier of this number."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[FarmLine, ...] | None = None
        self._narrow = False
        self._rows: list[FarmRow] = []
        self._count = Text(look, "", Role.STRONG, wraps=True)
        self._waiting = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._resume = Tinted(look, "complete_tint")
        self._resume_what = Text(look, "", Role.BODY, "text_muted", wraps=True)
        resume = look.words.say("Resume")
        face = Face(resume, Kind.PRIMARY, key_icon="arrow-elbow-down-left")
        self.resume = PaintedButton(look, face)
        self._list = Tinted(look, "background", edge=True)
        self._list_column = QVBoxLayout(self._list)
        self.resume.clicked.connect(self._on_resume)
        self._arrange()

    def show_lines(self, lines: tuple[FarmLine, ...], *, ready: bool = True) -> None:
        """Show the farms; `ready` tells whether the library is open already."""
        self._lines = lines
        say = self._look.words.say
        waiting = "" if ready or lines else say("The example farm is being prepared.")
        self._waiting.show_text(waiting)
        self._waiting.setVisible(bool(waiting))
        self._count.show_text(self._look.words.count("{n} farm", "{n} farms", len(lines)))
        for widget in (self._count, self._list, self._resume):
            widget.setVisible(bool(lines))
        if lines:
            self._resume_what.show_text(f"{lines[0].name} · {lines[0].diagnosis}")
        self._make_rows()

    def take_focus(self) -> None:
        """Put the focus where Enter goes on."""
        self.resume.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_narrow(self, narrow: bool) -> None:
        """Lay a farm out in one column where there is no room for four."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._make_rows()

    @Slot()
    def _on_resume(self) -> None:
        if self._lines:
            self.dossier_wished.emit(self._lines[0].dossier)

    def _make_rows(self) -> None:
        while (item := self._list_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._rows = []
        for place, line in enumerate(self._lines or ()):
            if place:
                self._list_column.addWidget(Hairline(self._look, margin=20))
            row = FarmRow(self._look, line, narrow=self._narrow)
            row.wished.connect(self.dossier_wished)
            self._rows.append(row)
            self._list_column.addWidget(row)

    def _arrange(self) -> None:
        look, px = self._look, self._look.theme.px
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        column.addWidget(Text(look, look.words.say("My farms"), Role.PAGE, wraps=True))
        column.addSpacing(px(24))
        self._arrange_resume()
        column.addWidget(self._resume)
        column.addWidget(self._waiting)
        column.addSpacing(px(28))
        column.addWidget(self._count)
        column.addSpacing(px(12))
        column.addWidget(self._list)
        column.addSpacing(px(32))
        column.addWidget(PrivacyLine(look))
        around = QHBoxLayout()
        around.addStretch(1)
        around.addWidget(inside, 100)
        around.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(32), px(32), px(32), px(24))
        outer.addLayout(around)
        outer.addStretch(1)

    def _arrange_resume(self) -> None:
        look, px = self._look, self._look.theme.px
        row = QHBoxLayout(self._resume)
        row.setContentsMargins(px(24), px(12), px(20), px(12))
        row.setSpacing(px(16))
        row.addWidget(Symbol(look, "arrow-bend-down-right", 24, "primary"))
        title = Text(look, look.words.say("Resume where you left off"), Role.SECTION, wraps=True)
        row.addLayout(_stacked(look, (title, self._resume_what)), 1)
        row.addWidget(self.resume)
