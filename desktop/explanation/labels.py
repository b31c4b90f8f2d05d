"""Names places in words: quantities, animal classes, covers, stores, things bought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.charts.posts import POST_BY_KEY
from desktop.explanation.places import Place
from desktop.explanation.posts import GROSS_OF, STOCK_BY_CODE, STORAGE, TOTALS, WHOLE_OF
from desktop.explanation.reading import Reading
from desktop.words import mark
from diagnostics.core import Choice, Entity
from diagnostics.core.model import Quantity
from diagnostics.entities import Fertiliser, Field, Group, Hedge, ManureShare, Purchase, Workshop

if TYPE_CHECKING:
    from desktop.words import Words

BETWEEN = " · "
NAMING: dict[type[Entity], Choice] = {
    Workshop: Workshop.workshop_kind,
    Group: Group.animal_class,
    ManureShare: ManureShare.manure_system,
    Field: Field.cover,
    Hedge: Hedge.hedge_type,
    Fertiliser: Fertiliser.fertiliser_type,
    Purchase: Purchase.item,
}
"""The answer by which people call a row."""

WITH_OWNER: dict[type[Entity], type[Entity]] = {ManureShare: Group}
"""Rows that are called together with the row above: the store of which animals."""

SHORT = {
    **dict.fromkeys(GROSS_OF, mark("Net")),
    **dict.fromkeys(WHOLE_OF, mark("Gross")),
    **dict.fromkeys(TOTALS.values(), mark("Carbon storage")),
}


class Labels:
    """Calls the rows and quantities of one farm by their names in one language."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._words = words

    def of(self, place: Place) -> str:
        """Name what a place is: "Methane of digestion"."""
        if place.part == STORAGE:
            return self._words.say("Carbon storage")
        if place.part in STOCK_BY_CODE:
            return self._words.say(STOCK_BY_CODE[place.part].label)
        if place.part:
            return self._words.say(POST_BY_KEY[place.part].name)
        return self._words.say(self._reading.model[place.name].label)

    def short(self, place: Place) -> str:
        """Name a place in the way down: "Net", "Gross", "Digestion"."""
        if place.part in POST_BY_KEY:
            return self._words.say(POST_BY_KEY[place.part].short)
        short = SHORT.get(place.name)
        return self._words.say(short) if short else self.of(place)

    def row(self, place: Place) -> str:
        """Name the row of a place: "Dairy cows", "Rape meal"; empty for the farm and for sums."""
        if place.part:
            return ""
        quantity = self._reading.model[place.name]
        rows = self._reading.rows(place)
        if len(rows) != 1 or place.row not in self._reading.keys(quantity.on):
            return ""
        return self._row(quantity, rows[0])

    def among(self, places: Sequence[Place], above: Place) -> dict[Place, str]:
        """Name what lies below a place: by quantity, and by row where that tells them apart."""
        names = Counter(place.name for place in places)
        alike = len(names) == 1
        called = {}
        for place in places:
            below = not f"{above.row}/".startswith(f"{place.row}/")
            by_row = names[place.name] > 1 or (alike and below)
            called[place] = self._called(place, by_row, alike)
        return _told_apart(called)

    def full(self, place: Place, seen_from: Place) -> str:
        """Name a quantity, and its row where the farm has several and one stands elsewhere."""
        name, row = self.of(place), self.row(place)
        on = self._reading.model[place.name].on
        elsewhere = not f"{seen_from.row}/".startswith(f"{place.row}/")
        several = len(self._reading.keys(on)) > 1
        return f"{name}{BETWEEN}{row}" if row and elsewhere and several else name

    def counted(self, place: Place, seen_from: Place) -> str:
        """Name an answer beside a change of it: animals by their class, which is shorter."""
        is_heads = self._reading.model[place.name].unit == "head"
        return (self.row(place) if is_heads else "") or self.full(place, seen_from)

    def option(self, choice: Choice, code: str) -> str:
        """Name an answer to a choice; proper nouns stay as they are."""
        if not code:
            return self._words.number(None)
        label = choice.option(code).label
        return self._words.say(label) if choice.names else label

    def _called(self, place: Place, by_row: bool, alike: bool) -> str:
        row = self.row(place) if by_row else ""
        if not row:
            return self.of(place)
        return row if alike else f"{self.of(place)}{BETWEEN}{row}"

    def _row(self, quantity: Quantity, row: int) -> str:
        choice = NAMING.get(quantity.on)
        if choice is None:
            return ""
        name = self.option(choice, self._reading.code(choice, quantity, row))
        owner = WITH_OWNER.get(quantity.on)
        if owner is None:
            return name
        above = NAMING[owner]
        return f"{self.option(above, self._reading.code(above, quantity, row))}{BETWEEN}{name}"


def _told_apart(called: dict[Place, str]) -> dict[Place, str]:
    """Number the names that are the same: two groups of heifers are kept apart."""
    names, seen = Counter(called.values()), Counter[str]()
    for place, name in called.items():
        if names[name] > 1:
            seen[name] += 1
            called[place] = f"{name} ({seen[name]})"
    return called
