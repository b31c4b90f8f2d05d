"""Reads a finished diagnosis: the value of any place, what it was computed from, by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np

from desktop.explanation.places import Place
from diagnostics.core import Choice, Entity, Formula
from diagnostics.core.model import Model, Quantity
from diagnostics.core.run import Run
from diagnostics.diagnosis import Diagnosis

EntityType = type[Entity]
ENTERED = ("answer", "imported")


@dataclass(frozen=True)
class Need:
    """What a formula takes in on one row: its name and the rows it is summed from."""

    quantity: Quantity
    rows: tuple[int, ...]
    listed: bool = False  # chosen rows only, so that no sum of the farm stands for them


class Reading:
    """One diagnosis of one farm, as the explanation walks through it."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        assert diagnosis.run is not None, "only a diagnosis of one farm can be explained"
        self.diagnosis = diagnosis
        self.model: Model = diagnosis.model
        self.run: Run = diagnosis.run
        self.trace = diagnosis.trace
        self._keys: dict[EntityType, dict[str, int]] = {}
        self._names: dict[EntityType, tuple[str, ...]] = {}

    def knows(self, place: Place) -> bool:
        """Tell whether the farm has such a number."""
        return place.carrier in self.model and bool(self.rows(Place(place.carrier, place.row)))

    def keys(self, entity: EntityType) -> dict[str, int]:
        """Give the rows of an entity by their keys, in their order."""
        if entity not in self._keys:
            keys = self.trace.keys(entity)
            self._keys[entity] = {key: row for row, key in enumerate(keys)}
        return self._keys[entity]

    def _named(self, entity: EntityType) -> tuple[str, ...]:
        if entity not in self._names:
            self._names[entity] = tuple(self.keys(entity))
        return self._names[entity]

    def rows(self, place: Place) -> list[int]:
        """Give the rows of a place: one, or all those below the row that is named."""
        keys = self.keys(self.model[place.name].on)
        if place.row in keys:
            return [keys[place.row]]
        start = f"{place.row}/" if place.row else ""
        return [row for key, row in keys.items() if key.startswith(start)]

    def exact(self, place: Place) -> Place:
        """Name the row itself where a sum has one row only."""
        rows = self.rows(place)
        return self.at(self.model[place.name], rows[0]) if len(rows) == 1 else place

    def at(self, quantity: Quantity, row: int) -> Place:
        """Give the place of a quantity on a row."""
        return Place(quantity.name, self._named(quantity.on)[row])

    def value(self, place: Place) -> float | None:
        """Give the value of a quantity, summed over the rows of the place."""
        values = self.run.values[place.name][self.rows(place)]
        is_sum = len(values) != 1
        if not len(values) or (is_sum and not self.model[place.name].adds):
            return None
        return known(float(values.sum()))

    def unit(self, quantity: Quantity, row: int) -> str:
        """Give the unit of a quantity on a row; things bought are in the unit of their invoice."""
        return self.diagnosis.unit(quantity, row)

    def origin(self, quantity: Quantity, row: int) -> str:
        """Give where a value comes from: answer, imported, given, default, factor, formula."""
        return self.trace.origin(quantity, row)

    def entered(self, place: Place) -> bool:
        """Tell whether the value on a row was answered or imported."""
        quantity = self.model[place.name]
        return self.origin(quantity, self.rows(place)[0]) in ENTERED

    def branch(self, quantity: Quantity, row: int) -> Quantity:
        """Give the formula that took over by the method chosen, or the quantity itself."""
        formula = quantity.formula
        if formula is None or formula.branches is None:
            return quantity
        choice = formula.branches.choice
        code = int(self.run.codes_on(choice, formula.on)[row])
        name = formula.branches.formulas.get(choice.options[code].code) if code >= 0 else None
        return quantity if name is None else self.model[name]

    def needs(self, quantity: Quantity, row: int) -> Iterator[Need]:
        """Give what a row was computed from."""
        used = self.branch(quantity, row)
        formula = used.formula
        chosen = _chosen(formula)
        for name in used.needs if formula is None else formula.needs:
            giver = self.model[name]
            yield Need(giver, tuple(self.trace.places(used, giver, row)), name in chosen)

    def handed_on(self, quantity: Quantity, row: int) -> tuple[Quantity, int]:
        """Follow a rule that only hands on another answer, to the question that is asked."""
        while self.trace.hands_on(quantity, row):
            need = next(self.needs(quantity, row))
            quantity, row = need.quantity, need.rows[0]
        return quantity, row

    def arguments(self, formula: Formula, row: int) -> dict[str, float]:
        """Give the numbers a formula was worked out with on a row, by the names of its needs."""
        return {need: float(self.run.argument(formula, need)[row]) for need in formula.needs}

    def named(self, arguments: Mapping[str, float]) -> dict[str, float]:
        """Give the same numbers by their symbols."""
        return {self.model[need].symbol: value for need, value in arguments.items()}

    def worked_out(self, formula: Formula, arguments: Mapping[str, float]) -> float:
        """Work a formula out with other numbers; not finite where it cannot be."""
        with np.errstate(all="ignore"):
            numbers = {name: np.float64(value) for name, value in arguments.items()}
            return float(np.asarray(formula.body(**numbers)))

    def code(self, choice: Choice, quantity: Quantity, row: int) -> str:
        """Give the answer to a choice on the row of a quantity, its default where none; "" else."""
        index = int(self.run.codes_on(choice, quantity.on)[row])
        return choice.options[index].code if index >= 0 else ""

    def picked(self, choice: Choice, row: int) -> str:
        """Give the answer to a choice on a row of its own entity, its default where none."""
        index = int(self.run.codes(choice)[row])
        return choice.options[index].code if index >= 0 else ""

    def answered(self, choice: Choice, row: int) -> bool:
        """Tell whether a choice was answered on a row."""
        codes = self.run.farm.table(choice.entity).codes.get(choice.name)
        return codes is not None and int(codes[row]) >= 0

    def above(self, quantity: Quantity, row: int, entity: EntityType) -> str:
        """Give the key of the row of an entity that holds a row of a quantity."""
        place = row if entity is quantity.on else int(self.run.owners(quantity.on, entity)[row])
        return self._named(entity)[place]

    def choices(self, quantity: Quantity) -> tuple[Choice, ...]:
        """Give the choices by which a factor is looked up in its table."""
        return quantity.grid.choices if quantity.grid is not None else ()


def known(value: float) -> float | None:
    """Give a number, or nothing where it is missing or does not apply."""
    return value if isfinite(value) else None


def _chosen(formula: Formula | None) -> set[str]:
    """Give the needs of which a formula takes chosen rows only."""
    return set() if formula is None else {*formula.where, *formula.via, *formula.unlinked}
