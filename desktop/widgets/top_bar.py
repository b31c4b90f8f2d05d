"""The bar at the top: which farm and year, undo and redo, whether all is kept, help."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import IconButton, PaintedButton
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.symbol import Symbol
from desktop.widgets.text import Text, Tone

HEIGHT = 48


class Keeping(Enum):
    """Whether what was typed is on the disk."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not saved"


class TopBar(QWidget):
    """The frame's upper edge; it only says what the user wishes."""

    menu_asked = Signal()
    """The user wants the menu."""

    farm_asked = Signal()
    """The user wants to go to another farm."""

    diagnosis_asked = Signal()
    """The user wants another year of the farm."""

    undo_asked = Signal()
    """The user wants to take back the last change."""

    redo_asked = Signal()
    """The user wants the last change taken back to be made again."""

    help_asked = Signal()
    """The user wants to know the keys."""

    def __init__(self, look: Look, product: str = "Bocage") -> None:
        super().__init__()
        self.look = look
        say = look.words.say
        self.menu = IconButton(look, "list", say("Menu"))
        self.product = Text(look, product, Role.STRONG)
        self.farm = PaintedButton(look, _name_face(Role.STRONG))
        self.diagnosis = PaintedButton(look, _name_face(Role.BODY))
        self.undo = IconButton(look, "arrow-u-up-left", say("Nothing to undo"))
        self.redo = IconButton(look, "arrow-u-up-right", say("Nothing to redo"))
        self.help = IconButton(look, "question", say("Help and keys"))
        self._kept_sign = Symbol(look, "", 16, "primary")
        self._kept = Text(look, "", Role.BODY, "text_muted")
        self._between = Hairline(look, standing=True, margin=16)
        self.history_line = Hairline(look, standing=True, margin=16)
        self.room = QHBoxLayout()
        self.setFixedHeight(look.theme.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()
        self._connect()
        self.show_farm("", "")
        self.show_history("", "")

    def show_farm(self, name: str, diagnosis: str) -> None:
        """Show the open farm and year, or the product's name when none is open."""
        for button, text in ((self.farm, name), (self.diagnosis, diagnosis)):
            button.show_text(text)
            button.setVisible(bool(text))
        self._between.setVisible(bool(name) and bool(diagnosis))
        self.product.setVisible(not name)

    def show_tools(self, shown: bool) -> None:
        """Show undo and redo, where there is something they could be about."""
        for widget in (self.undo, self.redo, self.history_line):
            widget.setVisible(shown)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what would be undone and made again; nothing to undo greys the button."""
        say = self.look.words.say
        self.undo.setEnabled(bool(undo))
        self.undo.call_it(say("Undo: {what}", what=undo) if undo else say("Nothing to undo"))
        self.redo.setEnabled(bool(redo))
        self.redo.call_it(say("Redo: {what}", what=redo) if redo else say("Nothing to redo"))

    def show_kept(self, keeping: Keeping, time: str = "") -> None:
        """Say whether everything is kept; the screen reader hears only a change of state."""
        say = self.look.words.say
        sentence = {
            Keeping.SAVED: say("Saved {time}", time=time),
            Keeping.SAVING: say("Saving"),
            Keeping.NOT_SAVED: say("Not saved yet"),
        }[keeping]
        sign = {Keeping.SAVED: "check", Keeping.NOT_SAVED: "impossible"}.get(keeping, "")
        tone: Tone = "impossible" if keeping is Keeping.NOT_SAVED else "text_muted"
        self._kept_sign.show_symbol(sign, "impossible" if sign == "impossible" else "primary")
        self._kept.show_text(sentence, tone)
        if keeping is Keeping.NOT_SAVED:
            self.look.announcer.speak_later(self, sentence)

    @property
    def kept(self) -> str:
        """What is said about the keeping."""
        return self._kept.shown

    def show_compact(self, compact: bool) -> None:
        """Leave out what large text has no room for: the year is shown on the page as well."""
        for widget in (self.diagnosis, self._between):
            widget.setVisible(not compact and bool(self.diagnosis.face.text))
        self.redo.setVisible(not compact)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter, theme = painter_of(self), self.look.theme
        painter.fillRect(self.rect(), theme.colours.background)
        foot = QRectF(0, self.height() - theme.line, self.width(), theme.line)
        painter.fillRect(foot, theme.colours.hairline)
        painter.end()

    def _arrange(self) -> None:
        px = self.look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, px(4), 0)
        row.setSpacing(0)
        row.addWidget(self.menu)
        self.product.setContentsMargins(px(12), 0, 0, 0)
        for widget in (self.product, self.farm, self._between, self.diagnosis):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addLayout(self.room)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(px(6))
        row.addWidget(self.history_line)
        row.addSpacing(px(12))
        row.addWidget(self._kept_sign)
        row.addSpacing(px(6))
        row.addWidget(self._kept)
        row.addSpacing(px(12))
        row.addWidget(self.help)
        self._between.setFixedHeight(px(HEIGHT))

    def _connect(self) -> None:
        self.menu.clicked.connect(self.menu_asked)
        self.farm.clicked.connect(self.farm_asked)
        self.diagnosis.clicked.connect(self.diagnosis_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.help.clicked.connect(self.help_asked)


def _name_face(role: Role) -> Face:
    return Face("", Kind.QUIET, icon_after="caret-down", role=role, padding=10)
