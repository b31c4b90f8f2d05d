"""Before anything is restored: which farms and answers would change, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.presenting.backups import FarmBefore
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import TitledCard
from desktop.widgets.difference_table import DifferenceTable
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.column_page import ColumnPage

EVERYTHING = ""


class RestorePage(ColumnPage):
    """One card for each farm that differs; the present state is kept whatever is chosen."""

    restore_asked = Signal(str)
    """The user wants the farm of this key back, or everything where the key is empty."""

    def __init__(self, look: Look, made: str, farms: Sequence[FarmBefore], going: int) -> None:
        """Show what differs from a backup; `going` farms would go away with everything."""
        say = look.words.say
        sentence = say("A backup of the present state is made first: you can come back to it.")
        super().__init__(look, say("Backup of {when}", when=made), sentence)
        self.buttons: list[PaintedButton] = []
        if not farms:
            self.column.addWidget(Text(look, say("Nothing differs: your farms are the same.")))
            return
        for farm in farms:
            self.column.addWidget(self._card(farm))
        self.column.addWidget(self._everything(going))

    @property
    def first(self) -> QWidget:
        """The first farm that can be restored."""
        return self.buttons[0] if self.buttons else self.back

    def show_busy(self) -> None:
        """Take no second wish while the first one is done."""
        for button in self.buttons:
            button.setEnabled(False)
        self.say(self.look.words.say("Restoring…"))

    def _card(self, farm: FarmBefore) -> TitledCard:
        say = self.look.words.say
        card = TitledCard(self.look, farm.name, farm.about)
        if farm.differences:
            headers = (say("Answer"), say("Now"), say("After restoring"))
            table = DifferenceTable(self.look, headers, say("What would change"))
            table.show_rows(farm.differences)
            table.setMinimumHeight(min(table.sizeHint().height(), self.look.theme.px(420)))
            card.add(table)
        if farm.act:
            card.column.addLayout(self._button(farm.key, farm.act, farm.name))
        return card

    def _everything(self, going: int) -> TitledCard:
        words = self.look.words
        about = words.say("All farms stand as they were then.")
        if going:
            about = words.count(
                "All farms stand as they were then; {n} farm of today goes away.",
                "All farms stand as they were then; {n} farms of today go away.",
                going,
            )
        card = TitledCard(self.look, words.say("Everything"), about)
        name = words.say("Restore everything")
        card.column.addLayout(self._button(EVERYTHING, name, ""))
        return card

    def _button(self, key: str, act: str, about: str) -> Flow:
        button = PaintedButton(self.look, Face(act, Kind.OUTLINE))
        button.setObjectName(key)
        if about:
            button.call_it(self.look.words.say("{act}: {label}", act=act, label=about))
        button.clicked.connect(self._on_clicked)
        self.buttons.append(button)
        row = Flow(self.look.theme.px(8))
        row.addWidget(button)
        return row

    @Slot()
    def _on_clicked(self) -> None:
        self.restore_asked.emit(self.sender().objectName())
