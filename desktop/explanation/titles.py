"""The title, the sentence and the way down of an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.charts.figures import decimals_for, fixed
from desktop.explanation.amounts import Amounts, people_unit
from desktop.explanation.arithmetic import kind_of
from desktop.explanation.chips import ChipWriter
from desktop.explanation.labels import Labels
from desktop.explanation.levels import Amount, Level
from desktop.explanation.places import Place
from desktop.explanation.posts import GROSS_OF, STORAGE, WHOLE_OF
from desktop.explanation.sources import FactorWriter
from desktop.explanation.story import Crumb
from desktop.explanation.tree import Tree
from desktop.words import mark
from diagnostics.balance import SOURCES
from diagnostics.core.model import Quantity

if TYPE_CHECKING:
    from desktop.words import Words

TITLES = {
    "kg CO2e/(L FPCM)": mark("Why {value} kg per litre?"),
    "kg CO2e/(kg LW)": mark("Why {value} kg per kg live weight?"),
    "t CO2e/ha/yr": mark("Why {value} t per hectare?"),
}
SENTENCES = {
    "enteric": mark("Methane that forms when the animals digest their feed."),
    "manure": mark("Methane and nitrous oxide of manure, in housing and in store."),
    "soils": mark("Nitrous oxide of soils and dung at grass, and carbon dioxide of lime and urea."),
    "feed": mark("What the making and transport of purchased feed gave off."),
    "fertiliser": mark("What the making of fertiliser and lime gave off."),
    "energy": mark("Fuel burned on the farm, and electricity bought."),
    "other": mark("Animals, plastics and other things bought."),
    STORAGE: mark(
        "Carbon that grassland soils and hedges take up, as far as this figure bears it."
    ),
    "grassland": mark("Carbon that the soils of permanent and temporary grassland take up."),
    "hedges": mark("Carbon that hedges and trees take up in wood, roots and soil."),
    "arable": mark("Carbon that ploughed soils take up or, more often, lose."),
    "ploughing": mark("Carbon that old grassland gave back because it was ploughed up."),
}
ENTERED = ("answer", "imported", "default", "given")


class Titles:
    """Writes what stands above an explanation."""

    def __init__(self, tree: Tree, labels: Labels, chips: ChipWriter, words: Words) -> None:
        self._tree, self._labels, self._chips, self._words = tree, labels, chips, words
        self._amounts = Amounts(words)
        self._factors = FactorWriter(tree.reading, words)

    def title(self, level: Level) -> str:
        """Ask the question that the level answers, or name what was entered."""
        if level.origin in ENTERED:
            return self._named(level.place, self._chips.value(level.place))
        if level.origin == "factor":
            return self._named(level.place, self._factors.note(level.place).value)
        if level.value is None:
            apart = self._tree.why_not(level.place) is None
            question = self._words.say("Why is there no figure?")
            return self._labels.of(level.place) if apart else question
        unit, worth = people_unit(level.unit, level.value)
        if unit in TITLES:
            return self._words.say(TITLES[unit], value=self._footprint(level.place, worth))
        return self._words.say("Why {amount}?", amount=self.amount(level))

    def amount(self, level: Level) -> str:
        """Write the value of a level with its unit."""
        if level.value is None:
            return self._words.number(None)
        kind = "number" if level.place.part else kind_of(self._quantity(level.place))
        return str(self._amounts.of(Amount(level.value, level.unit, kind)))

    def sentence(self, level: Level) -> str:
        """Say in one sentence what the number is."""
        place = level.place
        if place.part:
            return self._words.say(SENTENCES[place.part])
        quantity = self._quantity(place)
        asked, entered = quantity.field, level.origin in ENTERED or self._tree.is_sum(place)
        if entered and asked is not None and asked.help:
            return self._words.say(asked.help)
        if level.origin == "factor":
            return self._about_factor(level)
        sentence = _docstring(self._tree.reading.model.quantities, quantity)
        return self._words.say(sentence) if sentence else self._labels.of(place)

    def _about_factor(self, level: Level) -> str:
        """Tell how a published number is chosen, and what its note says."""
        looked_up = self._words.say("A published number, looked up by the answers below.")
        for_all = self._words.say("A published number, the same for all farms.")
        note = self._factors.note(level.place).note
        return f"{looked_up if level.picked else for_all} {note}".strip()

    def crumbs(self, way: Sequence[Place]) -> tuple[Crumb, ...]:
        """Write the way down; a headline is told with its figure."""
        found = []
        for number, place in enumerate(way):
            above = way[number - 1] if number else None
            found.append(Crumb(self._crumb(place, above), place))
        return tuple(found)

    def _crumb(self, place: Place, above: Place | None) -> str:
        if place.name in GROSS_OF or place.name in WHOLE_OF:
            return f"{self._labels.short(place)} {self._bare(place)}"
        if above is None or place.part:
            return self._labels.short(place)
        level = self._tree.level(above)
        for parts in (level.parts, level.operands):
            names = self._labels.among([part.place for part in parts], above)
            if place in names:
                return names[place]
        return self._labels.of(place)

    def _bare(self, place: Place) -> str:
        """Write a headline for the way down: a footprint alone, a total with its unit."""
        level = self._tree.level(place)
        unit, worth = people_unit(level.unit, level.value or 0.0)
        known = level.value is not None and unit in TITLES
        return self._footprint(place, worth) if known else self.amount(level)

    def _footprint(self, place: Place, worth: float) -> str:
        """Write a footprint with the decimals that the charts give it: those of its gross."""
        value = (self._tree.value(place) or 0.0) / worth
        gross = GROSS_OF.get(place.name)
        largest = self._tree.value(Place(gross, place.row)) if gross else None
        decimals = decimals_for(value if largest is None else largest / worth)
        return fixed(self._words, value, decimals)

    def _named(self, place: Place, value: str) -> str:
        label, row = self._labels.of(place), self._labels.row(place)
        name = f"{label} · {row}" if row else label
        return self._words.say("{name}: {value}", name=name, value=value)

    def _quantity(self, place: Place) -> Quantity:
        return self._tree.reading.model[place.name]


def _docstring(quantities: dict[str, Quantity], quantity: Quantity) -> str:
    """The first sentence of a formula; the part of a workshop is told like the farm's line."""
    formula = quantity.formula
    doc = (formula.body.__doc__ or "").split("\n")[0] if formula is not None else ""
    if doc:
        return doc
    named = [s.formula for s in SOURCES if quantity.name.endswith(s.formula)]
    whole = quantities[named[0]] if named and named[0] != quantity.name else None
    return _docstring(quantities, whole) if whole is not None else ""
