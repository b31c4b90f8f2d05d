"""Which rows of which quantities a result rests on: an answer hides what it replaces."""

from collections.abc import Iterable

import numpy as np

from diagnostics.core.choices import Choice
from diagnostics.core.model import Quantity, rule_of
from diagnostics.core.run import Run
from diagnostics.core.values import BoolArray


class Reached:
    """Walks the graph of formulas backwards from the results, all rows of a quantity at once."""

    def __init__(self, run: Run, results: Iterable[str]) -> None:
        self.run, self.model = run, run.model
        self._rows = {q.name: self._none(q) for q in self.model.quantities.values()}
        self._choices: dict[str, BoolArray] = {}
        for name in results:
            self._rows[name][:] = True
        for name in reversed(self.model.order):
            self._open_up(self.model[name])

    def rows(self, name: str) -> BoolArray:
        """The rows of a quantity that a result rests on."""
        return self._rows[name]

    def answers(self, choice: Choice) -> BoolArray:
        """The rows of a choice by which a value in use is looked up."""
        nowhere = np.zeros(self.run.rows(choice.entity), dtype=bool)
        return self._choices.get(choice.name, nowhere)

    def _none(self, quantity: Quantity) -> BoolArray:
        return np.zeros(self.run.rows(quantity.on), dtype=bool)

    def _open_up(self, quantity: Quantity) -> None:
        """Pass the rows that nobody stated on to what they are computed from."""
        stated = self.run.farm.table(quantity.on).given.get(quantity.name)
        computed = self._rows[quantity.name]
        if stated is not None:
            computed = computed & np.isnan(stated)
        if not computed.any():
            return
        for need in quantity.needs:
            giver = self.model[need]
            self._rows[need] = self._rows[need] | self._taken(quantity, giver, computed)
        for choice in quantity.grid.choices if quantity.grid else ():
            self._look_up(choice, quantity, computed)

    def _taken(self, taker: Quantity, giver: Quantity, computed: BoolArray) -> BoolArray:
        """The rows of a need that the computed rows take in."""
        formula = taker.formula
        if formula is not None and giver.name in formula.via:
            link = self.run.link(giver.on, taker.on)
            return np.where(link >= 0, computed[np.maximum(link, 0)], False)
        if formula is not None and giver.name in formula.along:
            found = self._none(giver)
            link = self.run.link(taker.on, giver.on)[computed]
            found[link[link >= 0]] = True
            return found
        carried = self.run.carried(computed.astype(float), taker.on, giver.on) > 0
        if formula is not None and formula.selects(giver.name):
            carried = carried & self.run.selected(formula, giver.name)
        return carried

    def _look_up(self, choice: Choice, quantity: Quantity, computed: BoolArray) -> None:
        """Mark the answers a table is looked up by, and those an open one follows from."""
        rows = self.run.carried(computed.astype(float), quantity.on, choice.entity) > 0
        self._choices[choice.name] = self.answers(choice) | rows
        answered = self.run.farm.table(choice.entity).codes.get(choice.name)
        left_open = rows if answered is None else rows & (answered < 0)
        rule = rule_of(choice)
        for source in rule.sources if rule is not None and left_open.any() else ():
            above = self.run.carried(left_open.astype(float), choice.entity, source.entity) > 0
            self._choices[source.name] = self.answers(source) | above
