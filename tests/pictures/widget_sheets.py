"""Sheets with one example of each widget in its states, to be looked at and checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.landscape_card import LandscapeOption
from desktop.forms.landscape_cards import LandscapeCards
from desktop.forms.landscape_drawing import Landscape
from desktop.forms.month_strip import MonthStrip
from desktop.forms.number_model import FieldUnit, NumberContents, NumberFieldModel, Reference
from desktop.forms.search_field import SearchField
from desktop.widgets.backup_row import Backup, BackupRow, BackupState
from desktop.widgets.cards import Card
from desktop.widgets.difference_table import Difference, DifferenceTable
from desktop.widgets.echo_row import Echo, EchoRow
from desktop.widgets.history_list import HistoryLine, HistoryList
from desktop.widgets.lines import Hairline
from desktop.widgets.live_figures import NextAnswer
from desktop.widgets.look import Look
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.pair import Pair
from desktop.widgets.precision import NextAnswers, PrecisionMeter
from desktop.widgets.side_panel import SidePanel

LONG = "Concentrés achetés dans l’année pour les vaches, minéraux et poudre de lait compris"


def column_of(look: Look, widgets: Sequence[QWidget]) -> QWidget:
    """Widgets one under the other, with the margins of a page."""
    sheet, px = QWidget(), look.theme.px
    column = QVBoxLayout(sheet)
    column.setContentsMargins(px(28), px(20), px(28), px(20))
    column.setSpacing(px(16))
    for widget in widgets:
        column.addWidget(widget)
    return sheet


def months_sheet(look: Look) -> QWidget:
    """A strip with a reference value, one answered, one with too many days."""
    model = NumberFieldModel(
        "grazing", "Jours de pâturage des vaches", "?", (FieldUnit("d"),), None, (0, 365), (0, 300),
        reference=Reference(160, "lait de plaine, maïs"),
    )  # fmt: skip
    strips = [MonthStrip(model, look) for _ in range(3)]
    strips[1].show_contents(NumberContents("200", 200))
    strips[2].show_contents(NumberContents("380", 183))
    return column_of(look, strips)


def hedges_sheet(look: Look) -> QWidget:
    """Landscapes: one chosen, a number between two of them, a reference value."""
    model = NumberFieldModel(
        "hedges", "Haies par hectare", "?", (FieldUnit("m/ha"),), None, (0, 500), (0, 200),
        reference=Reference(100),
    )  # fmt: skip
    options = (
        LandscapeOption(Landscape.OPEN, "Plaine ouverte", 15, "environ 15 m par ha"),
        LandscapeOption(Landscape.HALF, "Semi-bocage", 50, "environ 50 m par ha"),
        LandscapeOption(Landscape.BOCAGE, "Bocage", 100, "environ 100 m par ha"),
    )
    cards = [LandscapeCards(model, options, look) for _ in range(3)]
    for one in cards:
        one.show_echoes(
            ("soit 1 215 m sur 81 ha", "soit 4 050 m sur 81 ha", "soit 8 100 m sur 81 ha")
        )
    cards[0].show_contents(NumberContents("50", 50))
    cards[1].show_contents(NumberContents("62", 62))
    return column_of(look, cards)


def gate_sheet(look: Look) -> QWidget:
    """What follows from the answers of a page."""
    echoes = EchoRow(look)
    echoes.show_echoes(
        (
            Echo("milk", "7 500 L", "par vache", "milk"),
            Echo("rate", "28 %", "taux de renouvellement", "rate"),
            Echo("heads", "3 animaux", "manquent en fin d’année", to_check=True),
        )
    )
    return column_of(look, [echoes])


def search_sheet(look: Look) -> QWidget:
    """Searching and ordering."""
    empty = SearchField(look, "Rechercher", "Une ferme, une commune", "Ctrl K")
    full = SearchField(look, "Rechercher", "Une ferme, une commune")
    full.setText("GAEC des Chênes & fils")
    order = MenuButton(look, "Tri", (("opened", "Dernière ouverture"), ("name", "Nom")))
    return column_of(look, [Pair(look, (empty, full)), order])


def backups_sheet(look: Look) -> QWidget:
    """Backups in each state, and what restoring one would change."""
    card = Card(look, padding=4, gap=0)
    for place, state in enumerate(BackupState):
        if place:
            card.add(Hairline(look, margin=8))
        about = "Sauvegarde du jour · 3 fermes · 1,2 Mo"
        card.add(BackupRow(look, Backup(state.value, "15/03/2026 14:32", about, state)))
    table = DifferenceTable(look, ("Donnée", "Maintenant", "Après"), "Ce qui changerait")
    table.show_rows(
        [Difference("Vaches laitières", "65", "62"), Difference(LONG, "", "1 250 kg par vache")]
    )
    table.setMinimumHeight(look.theme.px(180))
    return column_of(look, [card, table])


def panel_sheet(look: Look) -> QWidget:
    """The history in its panel."""
    panel, steps = (
        SidePanel(look, "Historique", "Ctrl+Z annule le dernier changement."),
        HistoryList(look),
    )
    lines = [
        HistoryLine("a", "14:32", "Vaches laitières présentes en moyenne", "65", "62"),
        HistoryLine("b", "14:31", "Lait livré", "460 000 L", "465 000 L", undone=True),
        HistoryLine("c", "hier 09:12", LONG, "—", "GAEC <b>É & Ç</b> " + "mot " * 30),
    ]
    steps.show_lines(lines)
    panel.show_content(steps, scrolls_itself=True)
    panel.setMinimumHeight(look.theme.px(420))
    return panel


def precision_sheet(look: Look) -> QWidget:
    """How sure the result is and what to enter next, as wide as the live panel leaves room."""
    meter, answers = PrecisionMeter(look), NextAnswers(look)
    meter.show_share(0.68)
    answers.show_answers(
        (
            NextAnswer("feed", LONG, "±6 %"),
            NextAnswer("grass", "Temps de pâturage", "±4 %"),
            NextAnswer("age", "Âge des haies", "±3 %"),
        )
    )
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.addWidget(meter)
    column.addWidget(answers)
    return sheet


SHEETS = {
    "months": (months_sheet, 744),
    "hedges": (hedges_sheet, 744),
    "gate-questions": (gate_sheet, 744),
    "search": (search_sheet, 744),
    "backups": (backups_sheet, 744),
    "history": (panel_sheet, 432),
    "precision": (precision_sheet, 248),
}
"""Each sheet, and its width in pixels at 100 % text."""

WIDEST = 960
"""What is left for a page in the smallest window; larger text has to fit it as well."""
