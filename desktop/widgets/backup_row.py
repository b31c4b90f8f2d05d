"""One backup: when it was made, whether it was read back, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.count_tile import DashedRing
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_box, painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone

BESIDE_FROM = 560


class BackupState(Enum):
    """Whether a backup can be relied on."""

    VERIFIED = "verified"
    NOT_VERIFIED = "not verified"
    DAMAGED = "damaged"


@dataclass(frozen=True)
class Backup:
    """`made` says when, `about` why it was made, how large it is, how many farms it holds."""

    key: str
    made: str
    about: str
    state: BackupState = BackupState.NOT_VERIFIED


class BackupRow(QWidget):
    """Shape and words say the state; a damaged backup cannot be restored."""

    verify_asked = Signal(str)
    """The user wants the backup with this key to be read back."""

    restore_asked = Signal(str)
    """The user wants to see what restoring the backup with this key would change."""

    def __init__(self, look: Look, backup: Backup) -> None:
        super().__init__()
        self.look = look
        self._backup = backup
        say = look.words.say
        self._state = Text(look, "", Role.SECONDARY_STRONG, wraps=True)
        self._sign = QHBoxLayout()
        self.verify = PaintedButton(look, Face(say("Verify"), Kind.OUTLINE))
        self.restore = PaintedButton(look, Face(say("Restore…"), Kind.OUTLINE))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrange(backup)
        self._connect()
        self.show_state(backup.state)

    def show_state(self, state: BackupState) -> None:
        """Show what reading the backup back has found."""
        said, sign, tone = self._signs(state)
        self._state.show_text(said, tone)
        while (item := self._sign.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        ring = Symbol(self.look, sign, 16, tone) if sign else DashedRing(self.look, 16)
        self._sign.addWidget(ring)
        self.restore.setEnabled(state is not BackupState.DAMAGED)
        self._name_buttons(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground while pointed at."""
        if self.underMouse():
            painter, theme = painter_of(self), self.look.theme
            paint_box(painter, QRectF(self.rect()), theme.colours.surface, None, theme.radius)
            painter.end()

    def _signs(self, state: BackupState) -> tuple[str, str, Tone]:
        say = self.look.words.say
        signs: dict[BackupState, tuple[str, str, Tone]] = {
            BackupState.VERIFIED: (say("verified"), "done", "complete"),
            BackupState.NOT_VERIFIED: (say("not verified yet"), "", "text_muted"),
            BackupState.DAMAGED: (say("damaged, cannot be restored"), "impossible", "impossible"),
        }
        return signs[state]

    def _name_buttons(self, state: str) -> None:
        say, made = self.look.words.say, self._backup.made
        for button in (self.verify, self.restore):
            button.call_it(say("{act}: {label}", act=button.face.text, label=made))
            button.setAccessibleDescription(state)
        self.setAccessibleName(", ".join((made, self._backup.about, state)))

    def _arrange(self, backup: Backup) -> None:
        look, px = self.look, self.look.theme.px
        top = Qt.AlignmentFlag.AlignTop
        state = QHBoxLayout()
        state.setSpacing(px(6))
        state.addLayout(self._sign)
        state.addWidget(self._state, 1)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.setContentsMargins(look.theme.halo, 0, 0, 0)
        words.addWidget(Text(look, backup.made, Role.LABEL, wraps=True))
        words.addWidget(Text(look, backup.about, Role.SECONDARY, "text_muted", wraps=True))
        words.addLayout(state)
        buttons = Flow(px(4))
        buttons.addWidget(self.verify)
        buttons.addWidget(self.restore)
        self._row.setContentsMargins(px(12), px(10), px(12), px(10))
        self._row.setSpacing(px(8))
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)
        self._row.setAlignment(words, top)

    def _connect(self) -> None:
        self.verify.clicked.connect(self._on_verify)
        self.restore.clicked.connect(self._on_restore)

    @Slot()
    def _on_verify(self) -> None:
        self.verify_asked.emit(self._backup.key)

    @Slot()
    def _on_restore(self) -> None:
        self.restore_asked.emit(self._backup.key)
