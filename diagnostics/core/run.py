"""One run of the model over one farm or many: every wanted quantity, computed once."""

from collections.abc import Iterable, Mapping
from functools import reduce

import numpy as np

from diagnostics.core.chance import NOTHING_DRAWN, Drawn, Spread
from diagnostics.core.choices import Among, Choice, CodeRule
from diagnostics.core.entities import Entity, is_above, lineage
from diagnostics.core.farm import Farm
from diagnostics.core.fields import Number, Stated, Unanswered
from diagnostics.core.flows import linked, settled
from diagnostics.core.formula import Formula
from diagnostics.core.model import Model, Quantity, rule_of
from diagnostics.core.reach import Way
from diagnostics.core.rows import Ladder, ladder
from diagnostics.core.tables import combination
from diagnostics.core.values import BoolArray, CodeArray, FloatArray, IntArray

EntityType = type[Entity]


class Run:
    """The values of a model on a farm; what is missing or does not apply is NaN."""

    def __init__(self, model: Model, farm: Farm, drawn: Drawn = NOTHING_DRAWN) -> None:
        self.model, self.farm, self.drawn = model, farm, drawn
        self.values: dict[str, FloatArray] = {}
        self._counts = {entity: len(table) for entity, table in farm.tables.items()}
        self._ladders: dict[tuple[EntityType, EntityType], Ladder] = {}
        self._links: dict[tuple[EntityType, EntityType], Ladder] = {}
        self._codes: dict[str, CodeArray] = {}
        self._masks: dict[tuple[Among, EntityType], BoolArray] = {}
        self._places: dict[tuple[tuple[Choice, ...], EntityType], IntArray] = {}

    def compute(self, wanted: Iterable[str] | None = None) -> "Run":
        """Compute what is wanted (everything by default); the rest is dropped on the way."""
        names, drops = self.model.plan(wanted)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
            for name in names:
                self.values[name] = self._value(self.model[name])
                if wanted is not None:
                    for done in drops.get(name, ()):
                        del self.values[done]
        return self

    def rows(self, entity: EntityType) -> int:
        """How many rows of an entity take part."""
        return self._counts.get(entity, 0)

    def _value(self, quantity: Quantity) -> FloatArray:
        stated = self._stated(quantity)
        if stated is None:
            return self._on_rows(self._found(quantity), quantity)
        missing = np.isnan(stated)
        if not missing.any():
            return stated
        return self._on_rows(np.where(missing, self._found(quantity), stated), quantity)

    def _on_rows(self, values: FloatArray, quantity: Quantity) -> FloatArray:
        """One value for each row, where one number holds for all of them."""
        rows = self.rows(quantity.on)
        if values.shape[-1] == rows:
            return values
        if values.ndim == 1:
            return np.full(rows, values[0])
        return np.broadcast_to(values, (*values.shape[:-1], rows))

    def _stated(self, quantity: Quantity) -> FloatArray | None:
        stated = self.farm.table(quantity.on).given.get(quantity.name)
        if stated is None or quantity.field is None:
            return stated
        return self._drawn_input(quantity.field, quantity.field.spread, stated)

    def _drawn_input(self, asked: Number, spread: Spread, value: FloatArray) -> FloatArray:
        drawn = self.drawn.of(asked.name, spread, value)
        return value if drawn is value else np.clip(drawn, *asked.bounds)

    def _found(self, quantity: Quantity) -> FloatArray:
        if quantity.formula is not None:
            return self._of_formula(quantity.formula)
        if quantity.stated is not None:
            return self._what_was_stated(quantity, quantity.stated)
        if quantity.factor is not None:
            value = np.asarray([quantity.factor.value])
            return self.drawn.of(quantity.name, quantity.factor.passport.spread, value)
        if quantity.field is not None:
            return self._default(quantity, quantity.field)
        return self._of_table(quantity)

    def _what_was_stated(self, quantity: Quantity, stated: Stated) -> FloatArray:
        values = self._stated(self.model[stated.of.name])
        if values is None:
            values = np.full(self.rows(quantity.on), np.nan)
        if isinstance(stated, Unanswered):
            return np.isnan(values).astype(float)
        return np.nan_to_num(values)

    def _default(self, quantity: Quantity, asked: Number) -> FloatArray:
        """The default of a field: the cell of its table, or one number for all rows."""
        if quantity.grid is not None:
            value = self._of_table(quantity)
        elif asked.default is None:
            return np.asarray([np.nan])
        else:
            value = np.full(self.rows(quantity.on), asked.default)
        drawn = self._drawn_input(asked, asked.default_spread, value)
        if drawn is value:
            return value
        # A default on a hard limit is no estimate: a spread cut there would only shift it.
        return np.where(np.isin(value, asked.bounds), value, drawn)

    def _of_table(self, quantity: Quantity) -> FloatArray:
        grid = quantity.grid
        assert grid is not None
        place = self.place(grid.choices, quantity.on)
        name = grid.table.along
        along = self.carried(self.values[name], self.model[name].on, quantity.on) if name else None
        value = grid.at(grid.values, place, along)
        spread = grid.table.passport.spread
        if spread.is_fixed or quantity.field is not None or quantity.name not in self.drawn.uniform:
            return value if value.ndim else value[None]
        ends = (grid.at(grid.lows, place, along), grid.at(grid.highs, place, along))
        gsd = grid.gsd_at(place) if spread.kind == "lognormal" else None
        return self.drawn.of(quantity.name, spread, value, ends, gsd)

    def place(self, choices: tuple[Choice, ...], on: EntityType) -> IntArray:
        """The combination of answers on each row; tables by the same choices share it."""
        if (choices, on) not in self._places:
            codes = tuple(self.codes_on(choice, on) for choice in choices)
            self._places[choices, on] = combination(choices, codes)
        return self._places[choices, on]

    def _of_formula(self, formula: Formula) -> FloatArray:
        return self.worked_out(formula, self.arguments(formula))

    def arguments(self, formula: Formula) -> dict[str, FloatArray]:
        """The values of all needs of a formula, on its own rows."""
        return {
            need: self.values[need] if way is Way.SAME else self.argument(formula, need)
            for need, way in self.model.ways[formula.name]
        }

    def worked_out(self, formula: Formula, arguments: Mapping[str, FloatArray]) -> FloatArray:
        """A formula on these arguments: its arithmetic, its branches, and where it applies."""
        value = np.asarray(formula.body(**arguments), dtype=float)
        if formula.flow is not None:
            value = self._settled(formula.on, self.model[formula.flow.share], value)
        if formula.branches is not None:
            value = self._branched(formula, value)
        for need in formula.positive:
            value = np.where(arguments[need] > 0, value, np.nan)
        if formula.applies is not None:
            value = np.where(self.mask(formula.applies[0], formula.on), value, np.nan)
        return value if value.ndim else value[None]

    def _branched(self, formula: Formula, value: FloatArray) -> FloatArray:
        branches = formula.branches
        assert branches is not None
        codes = self.codes_on(branches.choice, formula.on)
        for code, name in branches.formulas.items():
            chosen = codes == branches.choice.index(code)
            if chosen.any():
                value = np.where(chosen, self.values[name], value)
        return value

    def argument(self, formula: Formula, need: str) -> FloatArray:
        """The values of a need, carried to the rows of the formula."""
        source, values = self.model[need].on, self.values[need]
        if need in formula.along:
            return linked(values, self.link(formula.on, source))
        if formula.selects(need):
            values = np.where(self.selected(formula, need), values, 0.0)
            if need in formula.via:
                return self._link(source, formula.on).up(values)
        return self.carried(values, source, formula.on)

    def _settled(self, on: EntityType, share: Quantity, own: FloatArray) -> FloatArray:
        """What rows have in all, once each has passed on what it owes to others."""
        assert on.parent is not None
        giver, receiver = self.owners(share.on, on), self.link(share.on, on)
        return settled(own, self.values[share.name], giver, receiver, self.owners(on, on.parent))

    def selected(self, formula: Formula, need: str) -> BoolArray:
        """The rows of a need that the formula takes in."""
        on = self.model[need].on
        chosen = [self.mask(filtered, on) for filtered in formula.where.get(need, ())]
        if need in formula.unlinked:
            chosen.append(self.link(on, formula.unlinked[need]) < 0)
        return reduce(np.logical_and, chosen, np.ones(self.rows(on), dtype=bool))

    def carried(self, values: FloatArray, source: EntityType, target: EntityType) -> FloatArray:
        """Values of one entity on the rows of another: repeated downward, summed upward."""
        if source is target:
            return values
        if is_above(source, target):
            return self._ladder(target, source).down(values)
        return self._ladder(source, target).up(values)

    def link(self, entity: EntityType, target: EntityType) -> IntArray:
        """The row of ``target`` that each row of an entity points to, -1 where none."""
        table = self.farm.table(entity)
        return table.links.get(target.name, np.full(len(table), -1, dtype=np.int64))

    def _link(self, entity: EntityType, target: EntityType) -> Ladder:
        key = (entity, target)
        if key not in self._links:
            self._links[key] = ladder(self.link(entity, target), self.rows(target))
        return self._links[key]

    def _ladder(self, low: EntityType, high: EntityType) -> Ladder:
        key = (low, high)
        if key not in self._ladders:
            owner = self.farm.table(low).owner
            for entity in lineage(low)[1 : lineage(low).index(high)]:
                owner = self.farm.table(entity).owner[owner]
            self._ladders[key] = ladder(owner, self.rows(high))
        return self._ladders[key]

    def codes(self, choice: Choice) -> CodeArray:
        """The answer to a choice on each row of its entity, its default where none was given."""
        if choice.name not in self._codes:
            answered = self.farm.table(choice.entity).codes.get(choice.name)
            if answered is None or (answered < 0).any():
                answered = self._answered(choice, answered)
            self._codes[choice.name] = answered
        return self._codes[choice.name]

    def _answered(self, choice: Choice, answered: CodeArray | None) -> CodeArray:
        rule = rule_of(choice)
        places = None if rule is None else rule.place(self._sources(rule, choice.entity))
        fallback = choice.fallback(places, self.rows(choice.entity))
        return fallback if answered is None else np.where(answered < 0, fallback, answered)

    def _sources(self, rule: CodeRule, on: EntityType) -> tuple[CodeArray, ...]:
        return tuple(self.codes_on(source, on) for source in rule.sources)

    def owners(self, low: EntityType, high: EntityType) -> IntArray:
        """The row of ``high`` that owns each row of ``low``."""
        return self._ladder(low, high).owner

    def codes_on(self, choice: Choice, on: EntityType) -> CodeArray:
        """The answer to a choice on each row of an entity at or below its own."""
        codes = self.codes(choice)
        if choice.entity is on:
            return codes
        owner = self._ladder(on, choice.entity).owner
        taken: CodeArray = codes[owner]
        return taken

    def mask(self, among: Among, on: EntityType) -> BoolArray:
        """The rows of ``on`` whose answer is among the codes."""
        if (among, on) not in self._masks:
            self._masks[among, on] = among.inside[self.codes_on(among.choice, on)]
        return self._masks[among, on]
