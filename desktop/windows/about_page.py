"""About the program: its version, the method and factors, the data, and whose work it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.cards import TitledCard
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.privacy import PrivacyLine
from desktop.widgets.text import Text
from desktop.windows.column_page import ColumnPage


@dataclass(frozen=True)
class Facts:
    """What the program says about itself; the notices are read from the file that names them."""

    version: str
    profile: str
    edition: str
    hash: str
    library: str
    notices: str


class AboutPage(ColumnPage):
    """Facts to read out on the telephone, and the licences of all works used."""

    def __init__(self, look: Look, facts: Facts) -> None:
        say = look.words.say
        super().__init__(look, say("About Bocage"), say("Carbon diagnosis of a livestock farm"))
        self._facts = facts
        self.column.addWidget(self._versions())
        self.column.addWidget(self._promises())
        self.column.addWidget(self._licences())

    def _versions(self) -> TitledCard:
        say, facts = self.look.words.say, self._facts
        card = TitledCard(self.look, f"Bocage {facts.version}")
        lines = [
            (say("Method"), facts.profile),
            (say("Edition of the factors"), facts.edition),
            (say("Fingerprint of the factors"), facts.hash),
            (say("Your farms"), facts.library),
        ]
        card.column.addLayout(self._grid([line for line in lines if line[1]]))
        face = Face(say("Copy"), Kind.OUTLINE, icon="copy")
        self.copy = PaintedButton(self.look, face)
        self.copy.clicked.connect(self._on_copy)
        row = Flow(self.look.theme.px(8))
        row.addWidget(self.copy)
        card.column.addLayout(row)
        return card

    def _promises(self) -> TitledCard:
        say = self.look.words.say
        card = TitledCard(self.look, say("What you can count on"))
        for sentence in (
            say("An estimate for decisions on the farm. It certifies nothing."),
            say("What you typed is saved at every key."),
            say("The program works without the internet and asks nothing of it."),
        ):
            card.add(Text(self.look, sentence, wraps=True))
        card.add(PrivacyLine(self.look))
        return card

    def _licences(self) -> TitledCard:
        say = self.look.words.say
        about = say("Free software under the Apache licence 2.0. It stands on these works:")
        card = TitledCard(self.look, say("Licences"), about)
        for line in works_in(self._facts.notices):
            if len(line) == 1:
                card.add(Text(self.look, line[0], Role.LABEL, wraps=True))
            else:
                said = " · ".join(part for part in line if part)
                card.add(Text(self.look, said, tone="text_muted", wraps=True))
        return card

    def _grid(self, lines: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.theme.px(16))
        grid.setVerticalSpacing(self.look.theme.px(8))
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(lines):
            grid.addWidget(Text(self.look, label, Role.LABEL, wraps=True), row, 0)
            grid.addWidget(Text(self.look, value, wraps=True), row, 1)
        return grid

    @property
    def first(self) -> QWidget:
        """The way back."""
        return self.back

    @Slot()
    def _on_copy(self) -> None:
        facts = self._facts
        lines = (f"Bocage {facts.version}", f"{facts.profile} {facts.edition}", facts.hash)
        QGuiApplication.clipboard().setText("\n".join(lines))


def works_in(notices: str) -> list[tuple[str, ...]]:
    """The headings and the lines of the tables in the notices, as they are read on the page."""
    found: list[tuple[str, ...]] = []
    for line in notices.splitlines():
        if line.startswith("## "):
            found.append((line.removeprefix("## "),))
        elif line.startswith("|") and not line.startswith(("|---", "| package", "| work")):
            found.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    return found
