"""Why a number is what it is: the graph of formulas is the trace, nothing is recorded."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from diagnostics.core.entities import Entity, is_above
from diagnostics.core.errors import DiagnosticsError, Message, sentence
from diagnostics.core.formula import Formula
from diagnostics.core.model import Quantity
from diagnostics.core.naming import row_words
from diagnostics.core.run import Run
from diagnostics.core.values import IntArray

EntityType = type[Entity]
NOT_ENTERED = sentence("“{label}” is not entered")
NOT_ENTERED_THERE = sentence("“{label}” ({row}) is not entered")


@dataclass(frozen=True)
class Node:
    """One number with its equation, where it comes from, and the numbers it is made of."""

    name: str
    row: str
    label: str
    symbol: str
    equation: str
    value: float | None
    unit: str
    origin: str
    source: str
    locator: str
    mark: str
    needs: tuple[str, ...] = ()
    parts: tuple["Node", ...] = ()


class Trace:
    """Explains the values of a finished run of one farm."""

    def __init__(self, run: Run, origins: dict[tuple[str, str], str]) -> None:
        self.run, self.model = run, run.model
        self.origins = origins

    def explain(self, name: str, row: str | None = None, depth: int = 1) -> Node:
        """The node of a quantity on a row; the farm's sum where no row is named.

        DiagnosticsError for an unknown name or row, and for a quantity that cannot be summed.
        """
        quantity = self._quantity(name)
        keys = self.keys(quantity.on)
        if row is not None:
            return self.node(quantity, self._place(quantity, row, keys), depth)
        if len(keys) == 1:
            return self.node(quantity, 0, depth)
        if quantity.adds:
            return self._sum(quantity, depth)
        raise DiagnosticsError(
            "“{name}” has one value for each row; name one of {rows}",
            name=name,
            rows=", ".join(keys) or "none: the farm has no such row",
        )

    def keys(self, entity: EntityType) -> tuple[str, ...]:
        """The keys of an entity's rows."""
        table = self.run.farm.table(entity)
        return table.keys or tuple(str(i) for i in range(len(table)))

    def _quantity(self, name: str) -> Quantity:
        if name not in self.model:
            raise DiagnosticsError("there is no quantity named “{name}”", name=name)
        return self.model[name]

    def _place(self, quantity: Quantity, row: str, keys: tuple[str, ...]) -> int:
        if row in keys:
            return keys.index(row)
        raise DiagnosticsError(
            "“{name}” has no row “{row}”; expected one of {rows}",
            name=quantity.name,
            row=row,
            rows=", ".join(keys) or "none: the farm has no such row",
        )

    def node(self, quantity: Quantity, place: int, depth: int) -> Node:
        """The node of one row, with its parts down to ``depth``."""
        value = self._value(quantity, place)
        key = self.keys(quantity.on)[place]
        origin = self.origin(quantity, place)
        opened = depth > 0 and origin in ("formula", "factor")
        parts = tuple(self._parts(quantity, place, depth - 1)) if opened else ()
        words = self._words(quantity, place, origin)
        return Node(
            name=quantity.name,
            row=key,
            label=quantity.label,
            symbol=quantity.symbol,
            equation=words["equation"],
            value=value,
            unit=quantity.unit,
            origin=origin,
            source=words["source"],
            locator=words["locator"],
            mark=words["mark"],
            needs=quantity.needs if origin in ("formula", "factor") else (),
            parts=parts,
        )

    def _value(self, quantity: Quantity, place: int) -> float | None:
        value = float(self.run.values[quantity.name][place])
        return value if np.isfinite(value) else None

    def origin(self, quantity: Quantity, place: int) -> str:
        """answer, given, imported, default, factor or formula."""
        name = quantity.name if quantity.stated is None else quantity.stated.of.name
        stated = self.run.farm.table(quantity.on).given.get(name)
        if stated is not None and not np.isnan(stated[place]):
            key = self.keys(quantity.on)[place]
            usual = "given" if self.model[name].field is None else "answer"
            return self.origins.get((key, name), usual)
        if quantity.formula is not None:
            return "formula"
        is_default = quantity.field is not None or quantity.passport is None
        return "default" if is_default else "factor"

    def hands_on(self, quantity: Quantity, place: int) -> bool:
        """Whether a rule gives the row nothing but another answer under its own name."""
        formula = quantity.formula
        if formula is None or self.origin(quantity, place) != "formula":
            return False
        used = [self.model[need] for need in self._used(quantity, place)]
        is_same = formula.equation.partition(" = ")[2] == used[0].symbol
        return is_same and len(used) == 1 and len(self.places(quantity, used[0], place)) == 1

    def _words(self, quantity: Quantity, place: int, origin: str) -> dict[str, str]:
        nothing = {"equation": "", "source": "", "locator": "", "mark": ""}
        formula, passport = quantity.formula, quantity.passport
        if origin == "formula" and formula is not None:
            source = formula.source
            place_in = {"source": source.title, "locator": source.locator, "mark": formula.mark}
            return {"equation": formula.equation, **place_in}
        if origin == "default" and quantity.field is not None:
            nothing = {**nothing, "source": quantity.field.default_note, "mark": "A"}
        if origin not in ("factor", "default") or passport is None:
            return nothing
        words = {"source": passport.source, "locator": passport.locator, "mark": passport.mark}
        codes = self._codes(quantity, place)
        if quantity.grid is not None and codes:
            cell = quantity.grid.cell(codes)
            words = {"source": cell.source, "locator": cell.locator, "mark": cell.mark}
        return {"equation": "", **words}

    def _codes(self, quantity: Quantity, place: int) -> tuple[str, ...]:
        """The codes by which a table is looked up on a row; empty where one is not answered."""
        codes = []
        for choice in quantity.grid.choices if quantity.grid else ():
            index = int(self.run.codes_on(choice, quantity.on)[place])
            if index < 0:
                return ()
            codes.append(choice.options[index].code)
        return tuple(codes)

    def _parts(self, quantity: Quantity, place: int, depth: int) -> Iterator[Node]:
        for need in self._used(quantity, place):
            giver = self.model[need]
            nodes = [self.node(giver, p, depth) for p in self.places(quantity, giver, place)]
            yield from sorted(nodes, key=lambda node: -abs(node.value or 0.0))

    def _used(self, quantity: Quantity, place: int) -> tuple[str, ...]:
        """What the row was computed from: the formula's needs, or the branch that took over."""
        formula = quantity.formula
        if formula is None or formula.branches is None:
            return quantity.needs
        code = int(self.run.codes_on(formula.branches.choice, formula.on)[place])
        chosen = formula.branches.choice.options[code].code if code >= 0 else ""
        branch = formula.branches.formulas.get(chosen)
        return formula.needs if branch is None else (branch,)

    def places(self, taker: Quantity, giver: Quantity, place: int) -> list[int]:
        """The rows of a need that one row of the taker is made of."""
        if taker.formula is not None and giver.name in taker.formula.along:
            linked = int(self.run.link(taker.on, giver.on)[place])
            return [linked] if linked >= 0 else []
        if giver.on is taker.on:
            return [place]
        if is_above(giver.on, taker.on):
            return [int(self.run.owners(taker.on, giver.on)[place])]
        inside = self._owned(taker, giver) == place
        if taker.formula is not None:
            inside = inside & self.run.selected(taker.formula, giver.name)
        return [int(p) for p in np.flatnonzero(inside)]

    def _owned(self, taker: Quantity, giver: Quantity) -> IntArray:
        formula = taker.formula
        if formula is not None and (giver.name in formula.via or formula.passes(giver.name)):
            return self.run.link(giver.on, taker.on)
        return self.run.owners(giver.on, taker.on)

    def _sum(self, quantity: Quantity, depth: int) -> Node:
        places = range(self.run.rows(quantity.on))
        rows = [self.node(quantity, p, depth - 1) for p in places]
        total = self.run.values[quantity.name].sum()
        return Node(
            name=quantity.name,
            row="",
            label=quantity.label,
            symbol=quantity.symbol,
            equation=f"Σ {quantity.symbol}",
            value=float(total) if np.isfinite(total) else None,
            unit=quantity.unit,
            origin="formula",
            source="",
            locator="",
            mark="",
            needs=(quantity.name,),
            parts=tuple(sorted(rows, key=lambda n: -abs(n.value or 0.0))) if depth > 0 else (),
        )

    def missing(self, name: str, place: int) -> Message:
        """Why a value is missing or does not apply, as a sentence."""
        quantity = self.model[name]
        formula = quantity.formula
        if formula is None:
            return self._not_entered(quantity, place)
        if formula.applies is not None:
            among, reason = formula.applies
            if not self.run.mask(among, formula.on)[place]:
                return Message(reason)
        return self._missing_need(quantity, formula, place)

    def _missing_need(self, quantity: Quantity, formula: Formula, place: int) -> Message:
        for need in self._used(quantity, place):
            giver = self.model[need]
            for row in self.places(quantity, giver, place):
                if np.isnan(self.run.values[need][row]):
                    return self.missing(need, row)
        for need, reason in formula.positive.items():
            if not self.run.argument(formula, need)[place] > 0:
                # A rule that does not apply leaves its question open, and nothing else.
                return self._not_entered(quantity, place) if formula.rule else Message(reason)
        return self._not_entered(quantity, place)

    def _not_entered(self, quantity: Quantity, place: int) -> Message:
        """That an answer is missing, and of which row where the farm has several."""
        row = row_words(self.run, quantity.on, place)
        if row is None:
            return Message(NOT_ENTERED, {"label": quantity.label})
        return Message(NOT_ENTERED_THERE, {"label": quantity.label, "row": row})
