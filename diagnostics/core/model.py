"""The model: declarations gathered, checked and put in order. Errors are found here, at start."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diagnostics.core.choices import Choice, CodeRule
from diagnostics.core.entities import Entity, choices_of, numbers_of, stated_of
from diagnostics.core.errors import DeclarationError
from diagnostics.core.factors import Factor, FactorSet
from diagnostics.core.fields import Number, Stated
from diagnostics.core.formula import Formula
from diagnostics.core.passports import Passport
from diagnostics.core.reach import (
    Way,
    check_branch,
    check_choices,
    check_filters,
    check_need,
    way_of,
)
from diagnostics.core.tables import Grid, lay_out

EntityType = type[Entity]


@dataclass(frozen=True)
class Quantity:
    """Everything the model knows under one name."""

    name: str
    on: EntityType
    symbol: str
    unit: str
    label: str
    adds: bool
    field: Number | None = None
    formula: Formula | None = None
    factor: Factor | None = None
    grid: Grid | None = None
    stated: Stated | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The names this quantity is computed from, interpolation and branches included."""
        names: tuple[str, ...] = ()
        if self.formula is not None:
            flow = self.formula.flow
            names = self.formula.needs + self.branches + ((flow.share,) if flow else ())
        if self.grid is not None and self.grid.table.along:
            names += (self.grid.table.along,)
        return names

    @property
    def branches(self) -> tuple[str, ...]:
        """The formulas that take over on rows where another method is chosen."""
        found = self.formula.branches if self.formula is not None else None
        return () if found is None else tuple(found.formulas.values())

    @property
    def passport(self) -> Passport | None:
        """The passport of a factor or table."""
        found = self.factor or (self.grid.table if self.grid else None)
        return found.passport if found else None


class Model:
    """All quantities of a profile, in an order in which each comes after what it needs."""

    def __init__(
        self, entities: Sequence[EntityType], formulas: Iterable[Formula], factors: FactorSet
    ) -> None:
        self.entities = tuple(entities)
        self.factors = factors
        self.choices = _choices(entities)
        by_name = {entity.name: entity for entity in entities}
        self.quantities: dict[str, Quantity] = {}
        for quantity in [
            *_fields(entities),
            *_factors(factors, by_name, self.choices),
            *(_of_formula(f) for f in formulas),
        ]:
            self._enter(quantity)
        self._check_names()
        self._check_reach()
        self.order = _ordered(self.quantities)
        self.ways = {f.name: self._ways(f) for f in self.formulas}
        self._plans: dict[
            frozenset[str], tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]
        ] = {}

    def __getitem__(self, name: str) -> Quantity:
        return self.quantities[name]

    def __contains__(self, name: str) -> bool:
        return name in self.quantities

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The formulas in the order in which they are computed."""
        found = (self.quantities[name].formula for name in self.order)
        return tuple(f for f in found if f is not None)

    def _ways(self, formula: Formula) -> tuple[tuple[str, Way], ...]:
        taker = self.quantities[formula.name]
        return tuple((need, way_of(taker, self.quantities[need])) for need in formula.needs)

    def plan(
        self, wanted: Iterable[str] | None
    ) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
        """The names to compute for what is wanted, and what may be dropped after each."""
        goal = frozenset(self.quantities if wanted is None else wanted)
        if goal not in self._plans:
            self._plans[goal] = self._planned(goal)
        return self._plans[goal]

    def _planned(
        self, goal: frozenset[str]
    ) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
        reached, open_names = set(goal), list(goal)
        while open_names:
            fresh = set(self.quantities[open_names.pop()].needs) - reached
            reached |= fresh
            open_names += fresh
        names = tuple(name for name in self.order if name in reached)
        last_use = {need: name for name in names for need in self.quantities[name].needs}
        drops: dict[str, tuple[str, ...]] = {}
        for need, name in last_use.items():
            if need not in goal:
                drops[name] = (*drops.get(name, ()), need)
        return names, drops

    def _enter(self, new: Quantity) -> None:
        old = self.quantities.get(new.name)
        rule = new.grid is not None if new.formula is None else new.formula.rule
        rule = rule and (old is not None or new.formula is not None)
        if old is None and not rule:
            self.quantities[new.name] = new
        elif old is not None and rule and old.field is not None and old.on is new.on:
            self.quantities[new.name] = _with_rule(old, new)
        else:
            raise DeclarationError(
                "“{name}” is declared {fault}",
                name=new.name,
                fault="twice" if old else "as the rule of a field that does not exist",
            )

    def _check_names(self) -> None:
        for quantity in self.quantities.values():
            for need in quantity.needs:
                if need not in self.quantities:
                    raise DeclarationError(
                        "{name} needs “{need}”, which is neither a field, a factor nor a formula",
                        name=quantity.name,
                        need=need,
                    )

    def _check_reach(self) -> None:
        for quantity in self.quantities.values():
            check_choices(quantity)
            for need in quantity.needs:
                check_need(quantity, self.quantities[need])
                check_filters(quantity, self.quantities[need])
            for branch in quantity.branches:
                check_branch(quantity, self.quantities[branch])


def _choices(entities: Sequence[EntityType]) -> dict[str, Choice]:
    found: dict[str, Choice] = {}
    for entity in entities:
        for name, choice in choices_of(entity).items():
            if name in found:
                raise DeclarationError("the choice “{name}” is declared twice", name=name)
            found[name] = choice
    return found


def _fields(entities: Sequence[EntityType]) -> list[Quantity]:
    return [
        Quantity(name, entity, f.symbol, f.unit, f.label, f.adds, field=f)
        for entity in entities
        for name, f in numbers_of(entity).items()
    ] + [
        Quantity(name, entity, s.symbol, s.unit, s.label, s.adds, stated=s)
        for entity in entities
        for name, s in stated_of(entity).items()
    ]


def _factors(
    factors: FactorSet, entities: Mapping[str, EntityType], choices: Mapping[str, Choice]
) -> list[Quantity]:
    scalars = [_of_passport(f.passport, entities, factor=f) for f in factors.factors.values()]
    grids = [lay_out(table, choices) for table in factors.tables.values()]
    return scalars + [_of_passport(g.table.passport, entities, grid=g) for g in grids]


def _of_passport(
    passport: Passport,
    entities: Mapping[str, EntityType],
    factor: Factor | None = None,
    grid: Grid | None = None,
) -> Quantity:
    if passport.on not in entities:
        raise DeclarationError(
            "the factor {name} is declared on “{on}”, which is no entity",
            name=passport.name,
            on=passport.on,
        )
    on = entities[passport.on]
    p = passport
    return Quantity(p.name, on, p.symbol, p.unit, p.label, adds=False, factor=factor, grid=grid)


def _of_formula(f: Formula) -> Quantity:
    return Quantity(f.name, f.on, f.symbol, f.unit, f.label, f.adds, formula=f)


def _with_rule(field: Quantity, rule: Quantity) -> Quantity:
    """A field that has a rule: the field's words and limits, the rule's arithmetic or table."""
    return Quantity(
        field.name,
        field.on,
        field.symbol,
        field.unit,
        field.label,
        field.adds,
        field=field.field,
        formula=rule.formula,
        grid=rule.grid,
    )


def _ordered(quantities: Mapping[str, Quantity]) -> tuple[str, ...]:
    order: list[str] = []
    state: dict[str, str] = {}
    for root in quantities:
        _visit(root, quantities, state, order, [])
    return tuple(order)


def _visit(
    name: str,
    quantities: Mapping[str, Quantity],
    state: dict[str, str],
    order: list[str],
    path: list[str],
) -> None:
    if state.get(name) == "done":
        return
    if state.get(name) == "open":
        raise DeclarationError("{cycle} is a cycle", cycle=" → ".join([*path, name]))
    state[name] = "open"
    for need in quantities[name].needs:
        _visit(need, quantities, state, order, [*path, name])
    state[name] = "done"
    order.append(name)


def rule_of(choice: Choice) -> CodeRule | None:
    """The rule that answers a choice nobody answered, if it has one."""
    return choice.default if isinstance(choice.default, CodeRule) else None
