"""An answer as a small button: what stands in it, and a pencil that leads to its field."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop.explanation.rows_below import WALKED
from desktop.explanation.story import Chip
from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, paint_focus, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text


class ChipButton(Pressable):
    """A value and its name; a value that nobody gave is in italics and in a dashed box."""

    wished = Signal(str, str)
    """The user wants to go to the field of this row and name."""

    def __init__(self, look: Look, chip: Chip) -> None:
        super().__init__(look, _said(look, chip))
        self._chip = chip
        self.setObjectName(f"chip/{chip.field}@{chip.subject}")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        px, halo = look.theme.px, look.theme.halo
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10) + halo, px(4) + halo, px(8) + halo, px(4) + halo)
        row.setSpacing(px(6))
        row.addWidget(_value(look, chip))
        row.addWidget(Text(look, chip.label, Role.SECONDARY, "text_muted", wraps=True), 1)
        row.addWidget(Symbol(look, _sign(chip), 16, "link"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        """Follow what stands in the chip."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow what stands in the chip."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the panel walk; Enter and Space press."""
        if event.key() in WALKED:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and the focus ring around it."""
        theme, painter = self.look.theme, painter_of(self)
        fill = theme.colours.surface if self.underMouse() else None
        edge = Edge(theme.colours.border, theme.line, dashed=self._chip.kind == "reference")
        paint_box(painter, self.box, fill, edge, theme.radius)
        if self.hasFocus():
            paint_focus(painter, theme, self.box)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self._chip.subject, self._chip.field)


def _value(look: Look, chip: Chip) -> Text:
    value = Text(look, chip.value, Role.LABEL)
    if chip.kind == "reference":
        font = look.theme.font(Role.BODY)
        font.setItalic(True)
        value.setFont(font)
    return value


def _sign(chip: Chip) -> str:
    return "link-simple" if chip.kind == "imported" else "pencil-simple"


def _said(look: Look, chip: Chip) -> str:
    """Say what a chip holds, where it comes from, and that it leads to its field."""
    say = look.words.say
    origins = {
        "answer": "",
        "imported": say("imported"),
        "reference": say("reference value"),
        "given": say("given in the file instead of the rule"),
    }
    told = (chip.label, chip.value, origins[chip.kind], chip.note)
    return say("Go to the answer: {what}", what=", ".join(text for text in told if text))
