"""A message across the page that blocks nothing: it waits until it is read or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import IconButton, PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone


class Matter(Enum):
    """What a banner is about: its tone and its sign."""

    INFO = ("info", "info")
    DONE = ("complete", "done")
    UNUSUAL = ("unusual", "warning")
    IMPOSSIBLE = ("impossible", "impossible")

    def __init__(self, tone: Tone, sign: str) -> None:
        self.tone = tone
        self.sign = sign


class Banner(QWidget):
    """A title, a sentence and what can be done; Escape or the cross takes it away."""

    acted = Signal(str)
    """The user wants what the button with this key says."""

    closed = Signal()
    """The user has read the message."""

    def __init__(
        self,
        look: Look,
        matter: Matter,
        title: str,
        sentence: str = "",
        actions: Sequence[tuple[str, str]] = (),
        *,
        closable: bool = True,
    ) -> None:
        super().__init__()
        self.look = look
        self._matter = matter
        self._closable = closable
        self.setAccessibleName(f"{title} {sentence}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._arrange(title, sentence, actions)

    def speak(self) -> None:
        """Say the message to those who hear the screen."""
        self.look.announcer.speak(self, self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape take the message away."""
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self._on_closed()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tinted ground and a bar at the left, so that colour is not alone."""
        painter, theme = painter_of(self), self.look.theme
        box = QRectF(self.rect())
        paint_box(painter, box, theme.named(f"{self._matter.tone}_tint"), None, theme.radius)
        bar = QRectF(0, theme.px(8), theme.px(3), box.height() - theme.px(16))
        paint_box(painter, bar, theme.named(self._matter.tone), None, theme.px(1.5))
        painter.end()

    def _arrange(self, title: str, sentence: str, actions: Sequence[tuple[str, str]]) -> None:
        look, px = self.look, self.look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(12), px(12))
        row.setSpacing(px(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Symbol(look, self._matter.sign, 20, self._matter.tone), 0, top)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        texts = [Text(look, title, Role.STRONG, wraps=True)]
        texts += [Text(look, sentence, Role.BODY, wraps=True)] if sentence else []
        for text in texts:
            # The buttons below keep room for their focus ring; the text lines up with their edge.
            text.setContentsMargins(look.theme.halo, 0, 0, 0)
            column.addWidget(text)
        if actions:
            column.addLayout(self._buttons(actions))
        row.addLayout(column, 1)
        if self._closable:
            cross = IconButton(look, "x", look.words.say("Close"), 16, 16)
            cross.clicked.connect(self._on_closed)
            row.addWidget(cross, 0, top)

    def _buttons(self, actions: Sequence[tuple[str, str]]) -> Flow:
        flow = Flow(self.look.theme.px(4))
        for key, label in actions:
            button = PaintedButton(self.look, Face(label, Kind.OUTLINE, height=32))
            button.setObjectName(key)
            button.clicked.connect(self._on_acted)
            flow.addWidget(button)
        return flow

    @Slot()
    def _on_acted(self) -> None:
        self.acted.emit(self.sender().objectName())

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
