"""The settings: each takes effect at once, there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.settings import NO_MOTION, TEXT_SIZES, Settings
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import TitledCard
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.privacy import PrivacyLine
from desktop.widgets.segmented import Segment, Segmented
from desktop.widgets.text import Text
from desktop.windows.actions import LANGUAGES, STYLES, THEMES
from desktop.windows.column_page import ColumnPage

Choices = Sequence[tuple[str, str]]
Chooser = Segmented | MenuButton


class SettingsPage(ColumnPage):
    """Language, numbers, look, and where the data are."""

    preferred = Signal(str, str)
    """The user prefers something else: which preference, and its code."""

    backups_asked = Signal()
    """The user wants to see the backups."""

    folder_asked = Signal()
    """The user wants to see the folder of the data."""

    def __init__(self, look: Look, settings: Settings, folder: str) -> None:
        super().__init__(look, look.words.say("Settings"))
        self.choosers: dict[str, Chooser] = {}
        self._grid = QGridLayout()
        self._settings = settings
        self.column.addWidget(self._language())
        self.column.addWidget(self._appearance())
        self.column.addWidget(self._data(folder))
        self.column.addWidget(PrivacyLine(look))

    @property
    def first(self) -> QWidget:
        """The language."""
        return self.choosers["language"].findChild(Segment) or self.back

    def take_focus(self, what: str) -> None:
        """Go back to the setting that was just changed."""
        chooser = self.choosers.get(what, self.back)
        target = chooser.findChild(Segment) if isinstance(chooser, Segmented) else chooser
        (target or chooser).setFocus(Qt.FocusReason.OtherFocusReason)

    def _language(self) -> TitledCard:
        say = self.look.words.say
        card = self._titled(say("Language and numbers"))
        language = self.look.words.language
        self._row("language", say("Language"), LANGUAGES, language, few=True)
        styles = [(code, say(text) if not code else text) for code, text in STYLES]
        self._row("number_style", say("Numbers"), styles, self._settings.number_style)
        return card

    def _appearance(self) -> TitledCard:
        say, settings = self.look.words.say, self._settings
        card = self._titled(say("Appearance"))
        themes = [(code, say(text)) for code, text in THEMES]
        self._row("theme", say("Theme"), themes, settings.theme)
        sizes = [(str(size), self.look.words.percent(size)) for size in TEXT_SIZES]
        self._row("text_size", say("Text size"), sizes, str(settings.text_size))
        motions = (("", say("Yes")), (NO_MOTION, say("No")))
        now = "" if settings.motion else NO_MOTION
        self._row("motion", say("Let changed figures light up"), motions, now, few=True)
        return card

    def _data(self, folder: str) -> TitledCard:
        say = self.look.words.say
        card = TitledCard(self.look, say("Your data"), say("They are in this folder only:"))
        card.add(Text(self.look, folder, wraps=True))
        buttons = Flow(self.look.theme.px(8))
        self.folder = self._button(buttons, say("Show the folder"), "folder-open")
        self.folder.clicked.connect(self.folder_asked)
        self.backups = self._button(buttons, say("Backups"), "clock-counter-clockwise")
        self.backups.clicked.connect(self.backups_asked)
        card.column.addLayout(buttons)
        return card

    def _titled(self, title: str) -> TitledCard:
        card = TitledCard(self.look, title)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self.look.theme.px(16))
        self._grid.setVerticalSpacing(self.look.theme.px(8))
        self._grid.setColumnStretch(0, 1)
        card.column.addLayout(self._grid)
        return card

    def _row(self, what: str, label: str, choices: Choices, now: str, *, few: bool = False) -> None:
        """Put a label and its choice below the others; where it is narrow, under one another."""
        look, row = self.look, self._grid.rowCount()
        chooser: Chooser = (
            Segmented(look, label, choices) if few else MenuButton(look, label, choices)
        )
        chooser.show_chosen(now)
        chooser.setObjectName(what)
        chooser.chosen.connect(self._on_chosen)
        self.choosers[what] = chooser
        self._grid.addWidget(Text(look, label, Role.BODY, wraps=True), row, 0)
        self._grid.addWidget(chooser, row, 1, Qt.AlignmentFlag.AlignLeft)

    def _button(self, row: Flow, text: str, icon: str) -> PaintedButton:
        button = PaintedButton(self.look, Face(text, Kind.OUTLINE, icon=icon))
        row.addWidget(button)
        return button

    @Slot(str)
    def _on_chosen(self, code: str) -> None:
        self.preferred.emit(self.sender().objectName(), code)
