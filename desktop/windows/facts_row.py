"""What the dossier is about: the name of the farm and the year, above the first questions."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.document import Document
from desktop.forms.text_field import TextField
from desktop.widgets.look import Look
from desktop.widgets.pair import Pair
from diagnostics.farm_limits import LONGEST_NAME, YEARS

YEAR_DIGITS = 4
NAME, YEAR = "farm_name", "year"


class FactsRow(QWidget):
    """Two lines, prefilled, that take effect key by key; they are no questions to be counted."""

    def __init__(self, look: Look, document: Document) -> None:
        super().__init__()
        self._look = look
        self._document = document
        say = look.words.say
        self.name = TextField(look, NAME, say("Name of the farm"), 360, self._name_reason)
        self.year = TextField(look, YEAR, say("Year of the diagnosis"), 96, self._year_reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Pair(look, (self.name, self.year)))
        self.name.typed.connect(self._on_name)
        self.year.typed.connect(self._on_year)
        self.name.left.connect(self._on_name_left)
        self.year.left.connect(self._on_year_left)
        document.facts_changed.connect(self._show)
        self._show()

    def _name_reason(self, text: str) -> str:
        say = self._look.words.say
        if len(text) > LONGEST_NAME:
            return say("A name has {most} characters at most.", most=LONGEST_NAME)
        return "" if text.strip() else say("A farm needs a name.")

    def _year_reason(self, text: str) -> str:
        digits = text.strip()
        known = digits.isdecimal() and len(digits) <= YEAR_DIGITS and _is_year(int(digits))
        low, high = YEARS
        say = self._look.words.say
        return "" if known else say("A year from {low} to {high}.", low=low, high=high)

    @Slot()
    def _show(self) -> None:
        self.name.show_kept(self._document.name)
        self.year.show_kept(str(self._document.year))

    @Slot(str)
    def _on_name(self, text: str) -> None:
        self._document.name_it("name", text.strip())

    @Slot(str)
    def _on_year(self, text: str) -> None:
        self._document.name_it("year", int(text))

    @Slot()
    def _on_name_left(self) -> None:
        self._document.leave("", "name")

    @Slot()
    def _on_year_left(self) -> None:
        self._document.leave("", "year")


def _is_year(year: int) -> bool:
    return YEARS[0] <= year <= YEARS[1]
