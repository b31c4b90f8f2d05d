"""The backups: made without being asked, read back before they count, each one can be restored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.backup_row import Backup, BackupRow, BackupState
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import Card
from desktop.widgets.flow import Flow
from desktop.widgets.lines import Hairline
from desktop.widgets.look import Look
from desktop.widgets.text import Text
from desktop.windows.column_page import ColumnPage


class BackupsPage(ColumnPage):
    """Lists the backups, the newest first."""

    made_asked = Signal()
    """The user wants a backup now."""

    folder_asked = Signal()
    """The user wants to see the folder of the backups."""

    verify_asked = Signal(str)
    """The user wants the backup of this name to be read back."""

    restore_asked = Signal(str)
    """The user wants to see what restoring the backup of this name would change."""

    def __init__(self, look: Look, backups: Sequence[Backup]) -> None:
        say = look.words.say
        sentence = say(
            "Made by themselves every day and before anything risky, on this computer only. "
            "Restoring shows first what would change."
        )
        super().__init__(look, say("Backups"), sentence)
        self.rows: dict[str, BackupRow] = {}
        face = Face(say("Make a backup now"), Kind.OUTLINE, icon="floppy-disk")
        self.make = PaintedButton(look, face)
        self.make.clicked.connect(self.made_asked)
        face = Face(say("Show the folder"), Kind.QUIET, icon="folder-open")
        self.folder = PaintedButton(look, face)
        self.folder.clicked.connect(self.folder_asked)
        tools = Flow(look.theme.px(8))
        tools.addWidget(self.make)
        tools.addWidget(self.folder)
        self.column.addLayout(tools)
        self.column.addWidget(self._list(backups) if backups else Text(look, say("None yet.")))

    @property
    def first(self) -> QWidget:
        """The button that makes one."""
        return self.make

    def show_state(self, key: str, state: BackupState) -> None:
        """Show what reading a backup back has found."""
        if key in self.rows:
            self.rows[key].show_state(state)

    def _list(self, backups: Sequence[Backup]) -> Card:
        card = Card(self.look, padding=8, gap=0)
        for place, backup in enumerate(backups):
            if place:
                card.add(Hairline(self.look, margin=8))
            row = BackupRow(self.look, backup)
            row.verify_asked.connect(self.verify_asked)
            row.restore_asked.connect(self.restore_asked)
            self.rows[backup.key] = row
            card.add(row)
        return card
