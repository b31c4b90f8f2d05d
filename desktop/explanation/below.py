"""Sorts what a formula takes in by what a reader can do with it: open, change, look up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from desktop.explanation.levels import Part, Picked
from desktop.explanation.places import Place
from desktop.explanation.reading import ENTERED, Need, Reading
from diagnostics.core.model import Quantity

POTENTIAL = "gwp_"


def shown_as(reading: Reading, quantity: Quantity) -> Quantity:
    """Give the gas behind a number of CO2 equivalents, or the quantity itself."""
    needs = () if quantity.formula is None else quantity.formula.needs
    is_weighed = len(needs) == len(("gas", "potential")) and needs[1].startswith(POTENTIAL)
    return reading.model[needs[0]] if is_weighed else quantity


def row_parts(
    reading: Reading, quantity: Quantity, shown: Quantity, rows: Sequence[int]
) -> list[Part]:
    """Give one part a row: weighed by the quantity, written as the gas where there is one."""
    return [
        Part(
            place=reading.at(shown, row),
            value=reading.value(reading.at(shown, row)),
            unit=reading.unit(shown, row),
            weight=reading.value(reading.at(quantity, row)),
        )
        for row in rows
    ]


@dataclass
class Below:
    """What lies below one number, gathered need by need."""

    reading: Reading
    place: Place
    parts: list[Part] = field(default_factory=list)
    operands: list[Part] = field(default_factory=list)
    answers: list[Place] = field(default_factory=list)
    references: list[Place] = field(default_factory=list)
    factors: list[Place] = field(default_factory=list)
    picked: list[Picked] = field(default_factory=list)

    def sort_in(self, need: Need, adds: Mapping[str, float]) -> None:
        """Put a need where it belongs; `adds` says what it adds to the number, if it is a sum."""
        weight = adds.get(need.quantity.name)
        if need.listed or (weight is not None and len(adds) == 1):
            self.parts += self._rows_of(need, weight)
        elif need.rows and not self._is_factor(need):
            self._add_number(need, weight)

    def add_keys(self, quantity: Quantity, row: int) -> None:
        """Note the answers by which a factor was looked up in its table."""
        for need in self.reading.needs(quantity, row):
            self._add_leaf(*self.reading.handed_on(need.quantity, need.rows[0]))
        for choice in self.reading.choices(quantity):
            key = self.reading.above(quantity, row, choice.entity)
            self.picked.append(Picked(choice.name, key))

    def keep_operands(self, symbols: Set[str]) -> None:
        """Leave out what adds nothing; an answer of zero stays, as it can be changed."""
        model = self.reading.model
        self.operands = [part for part in self.operands if model[part.place.name].symbol in symbols]

    def _is_factor(self, need: Need) -> bool:
        """Note a factor with its keys; one that the farm's file gives is an ordinary number."""
        quantity, row = need.quantity, need.rows[0]
        if self.reading.origin(quantity, row) != "factor":
            return False
        self.factors.append(self.reading.at(quantity, row))
        self.add_keys(quantity, row)
        return True

    def _add_number(self, need: Need, weight: float | None) -> None:
        reading, quantity = self.reading, need.quantity
        place = Place(quantity.name, self.place.row)
        is_leaf = False
        if len(need.rows) == 1:
            place = reading.at(quantity, need.rows[0])
            is_leaf = self._add_leaf(quantity, need.rows[0])
        part = Part(place, reading.value(place), reading.unit(quantity, need.rows[0]), weight)
        if weight is not None:
            self.parts.append(part)
        elif not is_leaf:
            self.operands.append(part)

    def _add_leaf(self, quantity: Quantity, row: int) -> bool:
        """Note an answer or a reference value; tell whether it was one."""
        origin, place = self.reading.origin(quantity, row), self.reading.at(quantity, row)
        if origin in ENTERED and quantity.field is not None:
            self.answers.append(place)
        elif origin == "default":
            self.references.append(place)
        else:
            return False
        return True

    def _rows_of(self, need: Need, weight: float | None) -> list[Part]:
        """Give the rows of a need, each with its part of what the need adds."""
        shown = shown_as(self.reading, need.quantity)
        parts = row_parts(self.reading, need.quantity, shown, need.rows)
        total = sum(part.weight or 0.0 for part in parts)
        scale = 1.0 if weight is None or not total else weight / total
        return [
            Part(part.place, part.value, part.unit, (part.weight or 0.0) * scale) for part in parts
        ]
