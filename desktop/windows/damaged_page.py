"""The page of a damaged library: what can be saved, in three ways; nothing is written before."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.presenting.recoveries import Recoveries, Recovery
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import TitledCard
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.column_page import ColumnPage


class DamagedPage(ColumnPage):
    """Offers the ways out, the best one first; the damaged file is kept in each of them."""

    recovery_asked = Signal(str)
    """The user chooses this way out."""

    def __init__(self, look: Look, recoveries: Recoveries) -> None:
        say = look.words.say
        super().__init__(look, recoveries.title, recoveries.sentence, leads_back=False)
        self.buttons: list[PaintedButton] = []
        for place, recovery in enumerate(recoveries.ways):
            self.column.addWidget(self._card(recovery, best=place == 0))
        kept = say("Whatever you choose, the file is kept unchanged beside the new one.")
        self.column.addWidget(Text(look, kept, tone="text_muted", wraps=True))

    @property
    def first(self) -> QWidget:
        """The best way out."""
        return self.buttons[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay: behind this page there is nothing to work on yet."""
        event.ignore()

    def keep_the_keys(self) -> None:
        """Take no second wish while the first one is done."""
        for button in self.buttons:
            button.setEnabled(False)
        self.say(self.look.words.say("Recovering…"))

    def show_refused(self, sentence: str) -> None:
        """Say what stood in the way; another way can be chosen."""
        for button in self.buttons:
            button.setEnabled(True)
        self.say(sentence)

    def _card(self, recovery: Recovery, *, best: bool) -> TitledCard:
        card = TitledCard(self.look, recovery.title, recovery.about)
        for line in recovery.lines:
            card.add(Text(self.look, line, tone="text_muted", wraps=True))
        kind = Kind.PRIMARY if best else Kind.OUTLINE
        button = PaintedButton(self.look, Face(recovery.act, kind))
        button.setObjectName(recovery.key)
        button.clicked.connect(self._on_clicked)
        self.buttons.append(button)
        row = Flow(self.look.theme.px(8))
        row.addWidget(button)
        card.column.addLayout(row)
        return card

    @Slot()
    def _on_clicked(self) -> None:
        self.recovery_asked.emit(self.sender().objectName())
