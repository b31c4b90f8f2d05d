"""The farms in the bin: each can be brought back, or taken away for ever in two steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.presenting.offers import BIN_DAYS, Offer
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import Card
from desktop.widgets.flow import Flow
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.asides import AsidePage

WIDEST = 760


class BinRow(QWidget):
    """One farm of the bin; before it goes for ever a question stands in its row, not over it."""

    restored = Signal(str)
    """The user wants the farm of this key back."""

    deleted = Signal(str)
    """The user has said twice that the farm of this key goes for ever."""

    def __init__(self, look: Look, offer: Offer) -> None:
        super().__init__()
        self._look = look
        self._offer = offer
        say = look.words.say
        self.restore = self._button(say("Restore"))
        self.delete = self._button(say("Delete for ever"))
        self.sure = self._button(say("Yes, delete for ever"), Kind.UNUSUAL)
        self.keep = self._button(say("Keep it"))
        sentence = say("Nothing brings {farm} back afterwards.", farm=offer.name)
        self._question = Text(look, sentence, Role.BODY, "unusual", wraps=True)
        self._arrange()
        self._ask(False)
        self.restore.clicked.connect(self._on_restore)
        self.delete.clicked.connect(self._on_delete)
        self.sure.clicked.connect(self._on_sure)
        self.keep.clicked.connect(self._on_keep)

    def _button(self, text: str, kind: Kind = Kind.OUTLINE) -> PaintedButton:
        button = PaintedButton(self._look, Face(text, kind, height=32))
        name = self._look.words.say("{act}: {label}", act=text, label=self._offer.name)
        button.call_it(name)
        return button

    def _ask(self, asked: bool) -> None:
        for widget in (self._question, self.sure, self.keep):
            widget.setVisible(asked)
        for widget in (self.restore, self.delete):
            widget.setVisible(not asked)

    def _arrange(self) -> None:
        look, px = self._look, self._look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(4))
        texts = [Text(look, self._offer.name, Role.STRONG, wraps=True)]
        if self._offer.about:
            texts.append(Text(look, self._offer.about, Role.BODY, "text_muted", wraps=True))
        for text in (*texts, self._question):
            # The buttons keep room for their focus ring; the texts line up with their edge.
            text.setContentsMargins(look.theme.halo, 0, 0, 0)
            column.addWidget(text)
        buttons = Flow(px(4), px(4))
        for button in (self.restore, self.delete, self.keep, self.sure):
            buttons.addWidget(button)
        column.addLayout(buttons)

    @Slot()
    def _on_restore(self) -> None:
        self.restored.emit(self._offer.key)

    @Slot()
    def _on_delete(self) -> None:
        self._ask(True)
        # The harmless answer has the focus: Enter twice by mistake takes nothing away.
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look.announcer.speak(self, self._question.shown)

    @Slot()
    def _on_keep(self) -> None:
        self._ask(False)
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_sure(self) -> None:
        self.deleted.emit(self._offer.key)


class BinPage(AsidePage):
    """Lists the farms in the bin, the one put there last first."""

    restored = Signal(str)
    """The user wants the farm of this key back."""

    deleted = Signal(str)
    """The farm of this key goes for ever."""

    def __init__(self, look: Look, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._look = look
        px, say = look.theme.px, look.words.say
        self.back = PaintedButton(look, Face(say("Back"), Kind.OUTLINE, icon="arrow-left"))
        self.back.clicked.connect(self.back_asked)
        self.rows = [BinRow(look, offer) for offer in offers]
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Text(look, say("Bin"), Role.TITLE, wraps=True))
        for sentence in self._sentences():
            column.addWidget(Text(look, sentence, Role.BODY, "text_muted", wraps=True))
        if self.rows:
            column.addWidget(self._list())
        column.addWidget(self.back)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(32), px(24), px(32), px(24))
        around.addWidget(inside)
        around.addStretch(1)

    @property
    def first(self) -> QWidget:
        """The button that brings the first farm back, or the way back."""
        return self.rows[0].restore if self.rows else self.back

    def _sentences(self) -> tuple[str, str]:
        words = self._look.words
        kept = words.count(
            "A farm is kept here for {n} day, then it is deleted for ever.",
            "A farm is kept here for {n} days, then it is deleted for ever.",
            BIN_DAYS,
        )
        return kept, words.say("Backups made before still hold it until they expire.")

    def _list(self) -> Card:
        card = Card(self._look, padding=8, gap=0)
        for place, row in enumerate(self.rows):
            if place:
                card.add(Hairline(self._look, margin=8))
            row.restored.connect(self.restored)
            row.deleted.connect(self.deleted)
            card.add(row)
        return card
