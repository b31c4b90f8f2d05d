"""Which rows of which quantities a result rests on: an answer hides what it replaces."""

from collections.abc import Iterable

import numpy as np

from diagnostics.core.choices import Choice, CodeRule
from diagnostics.core.formula import Formula
from diagnostics.core.model import Quantity, rule_of
from diagnostics.core.nudges import each_option, moved_along, moved_by_choice, moved_by_needs
from diagnostics.core.run import Run
from diagnostics.core.values import BoolArray


class Reached:
    """Walks the graph of formulas backwards from the results, all rows of a quantity at once.

    A need is reached where a small change of it moves the formula: a weight of animals that are
    not there, or the share of a purchase of nothing, is not.
    """

    def __init__(self, run: Run, results: Iterable[str]) -> None:
        self.run, self.model = run, run.model
        self._rows = {q.name: self._none(q) for q in self.model.quantities.values()}
        self._choices: dict[str, BoolArray] = {}
        for name in results:
            self._rows[name][:] = True
        for name in reversed(self.model.order):
            self._open_up(self.model[name])
        for choice in [self.model.choices[name] for name in self._choices]:
            self._follow(choice)

    def rows(self, name: str) -> BoolArray:
        """The rows of a quantity that a result rests on."""
        return self._rows[name]

    def answers(self, choice: Choice) -> BoolArray:
        """The rows of a choice where another answer would change a value in use."""
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
        if quantity.formula is not None:
            self._open_formula(quantity, quantity.formula, computed)
        elif quantity.grid is not None:
            self._open_table(quantity, computed)

    def _open_formula(self, quantity: Quantity, formula: Formula, computed: BoolArray) -> None:
        if formula.flow is not None:
            computed = np.ones_like(computed)  # what one row has may come from any other
            self._pass_on(quantity, formula.flow.share, computed)
        for name in formula.needs:
            if self.model[name].factor is not None:
                self._pass_on(quantity, name, computed)
        for name, moved in moved_by_needs(self.run, formula).items():
            self._pass_on(quantity, name, computed & moved)
        if formula.branches is not None:
            codes = self.run.codes_on(formula.branches.choice, formula.on)
            for code, name in formula.branches.formulas.items():
                chosen = codes == formula.branches.choice.index(code)
                self._pass_on(quantity, name, computed & chosen)

    def _open_table(self, quantity: Quantity, computed: BoolArray) -> None:
        grid = quantity.grid
        assert grid is not None
        if grid.table.along:
            moved = moved_along(self.run, quantity)
            self._pass_on(quantity, grid.table.along, computed & moved)
        for choice in grid.choices:
            self._look_up(choice, quantity, computed)

    def _pass_on(self, taker: Quantity, need: str, computed: BoolArray) -> None:
        if computed.any():
            self._rows[need] = self._rows[need] | self._taken(taker, self.model[need], computed)

    def _taken(self, taker: Quantity, giver: Quantity, computed: BoolArray) -> BoolArray:
        """The rows of a need that the computed rows take in."""
        formula = taker.formula
        if formula is not None and giver.name in formula.via:
            link = self.run.link(giver.on, taker.on)
            linked = np.where(link >= 0, computed[np.maximum(link, 0)], False)
            return linked & self.run.selected(formula, giver.name)
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
        """Mark the open answers that a value in use would change with, and what they follow."""
        left_open = self._open(choice)
        on_rows = self.run.carried(left_open.astype(float), choice.entity, quantity.on) > 0
        if not (computed & on_rows).any():
            return
        moved = computed & on_rows & moved_by_choice(self.run, quantity, choice)
        rows = self.run.carried(moved.astype(float), quantity.on, choice.entity) > 0
        self._choices[choice.name] = self.answers(choice) | (rows & left_open)

    def _follow(self, choice: Choice) -> None:
        """Mark the open choices that the rule of a marked one reads."""
        rule, rows = rule_of(choice), self.answers(choice)
        for source in rule.sources if rule is not None else ():
            telling = rows & self._is_telling(choice, rule, source)
            above = self.run.carried(telling.astype(float), choice.entity, source.entity) > 0
            marked = above & self._open(source)
            if marked.any():
                self._choices[source.name] = self.answers(source) | marked
                self._follow(source)

    def _is_telling(self, choice: Choice, rule: CodeRule | None, source: Choice) -> BoolArray:
        """The rows on which another answer to a source would lead a rule elsewhere."""
        assert rule is not None
        codes = {s: self.run.codes_on(s, choice.entity) for s in rule.sources}
        before = choice.by_rule(rule.place(tuple(codes.values())))
        others = choice.by_rule(rule.place(tuple({**codes, source: each_option(source)}.values())))
        return np.asarray((others != before).any(axis=0))

    def _open(self, choice: Choice) -> BoolArray:
        answered = self.run.farm.table(choice.entity).codes.get(choice.name)
        if answered is None:
            return np.ones(self.run.rows(choice.entity), dtype=bool)
        return np.asarray(answered < 0)
