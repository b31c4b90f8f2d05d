"""A link to one question, with the part of the range that its answer would take away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.live_figures import NextAnswer
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, paint_focus, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text


class AnswerLink(Pressable):
    """The label wraps, so that a long question stays whole in a narrow panel."""

    wished = Signal(str)
    """The user wants to go to the question with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self._label = Text(look, "", Role.BODY, "link", wraps=True)
        self._effect = Text(look, "", Role.BODY, "text_muted")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        px, top = look.theme.px, Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(3), px(4), px(3))
        row.setSpacing(px(8))
        caret = Symbol(look, "caret-right", 12, "link")
        caret.setFixedHeight(look.theme.line_height(Role.BODY))
        row.addWidget(caret, 0, top)
        row.addWidget(self._label, 1)
        row.addWidget(self._effect, 0, top)
        self.clicked.connect(self._on_clicked)

    def show_answer(self, answer: NextAnswer) -> None:
        """Show another question in the same place."""
        self.setObjectName(answer.key)
        self._label.show_text(answer.label)
        self._effect.show_text(answer.effect)
        self.call_it(", ".join(part for part in (answer.label, answer.effect) if part))

    def sizeHint(self) -> QSize:
        """Follow the words."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Follow the words."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground while pointed at, and the focus ring, both inside the row."""
        theme, painter = self.look.theme, painter_of(self)
        box = QRectF(self.rect())
        if self.underMouse():
            paint_box(painter, box, theme.colours.track, None, theme.px(4))
        if self.hasFocus():
            inside = box.adjusted(*(theme.px(n) for n in (4, 4, -4, -4)))
            paint_focus(painter, theme, inside, radius=6)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self.objectName())
