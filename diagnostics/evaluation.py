"""One formula worked out by itself, row by row, for who wants to check the method by hand."""

from collections.abc import Mapping
from math import isfinite
from typing import Any, TypeAlias

import numpy as np

from diagnostics.core.choices import Choice, CodeRule
from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.factors import FactorSet
from diagnostics.core.formula import Formula
from diagnostics.core.model import Model, Quantity
from diagnostics.core.tables import Grid
from diagnostics.core.values import FloatArray
from diagnostics.library import model_of

Missing: TypeAlias = tuple[str, ...]  # the names for want of which there is no value

KEYS = ("formula", "inputs")
NOT_FINITE = "“{name}” has no finite value for these inputs"


def evaluate(requests: list[Any], factors: FactorSet) -> list[dict[str, Any]]:
    """The answers to requests such as {"formula": name, "inputs": {name: number or list}}.

    Lists are taken element by element, single numbers repeat, nothing is summed. A request that
    cannot be answered has the value null and an error that names what is amiss.
    """
    if not isinstance(requests, list):
        raise DiagnosticsError("expected a list of requests in brackets")
    model = model_of(factors)
    return [_answer(model, request) for request in requests]


def _answer(model: Model, request: Any) -> dict[str, Any]:
    asked = request.get("formula") if isinstance(request, dict) else None
    name = asked if isinstance(asked, str) else None
    unit = model[name].unit if name is not None and name in model else None
    try:
        value, error = _answered(model, request)
    except DiagnosticsError as refusal:
        value, error = None, str(refusal)
    return {"formula": name, "value": value, "unit": unit} | ({"error": error} if error else {})


def _answered(model: Model, request: Any) -> tuple[float | list[float | None] | None, str]:
    name, given = _asked(model, request)
    length = next((len(value) for value in given.values() if value.ndim), None)
    evaluation = _Evaluation(model, name, given)
    found = evaluation.value(name)
    if isinstance(found, tuple):
        return None, evaluation.lacks()
    error = "" if np.isfinite(found).all() else evaluation.why(name)
    if length is None:
        return _plain(float(found)), error
    return [_plain(float(v)) for v in np.broadcast_to(found, (length,))], error


def _plain(value: float) -> float | None:
    return value if isfinite(value) else None


def _asked(model: Model, request: Any) -> tuple[str, dict[str, FloatArray]]:
    """The name of the formula and what is given; a request of another form is refused."""
    if not isinstance(request, dict):
        raise DiagnosticsError("expected a request such as {form}", form=_form())
    name, inputs = request.get("formula"), request.get("inputs", {})
    unknown = [str(key) for key in request if key not in KEYS]
    if unknown or not isinstance(name, str) or not isinstance(inputs, dict):
        raise DiagnosticsError("expected a request such as {form}", form=_form())
    if name not in model or model[name].formula is None:
        raise DiagnosticsError("there is no formula named “{name}”", name=name)
    strangers = [key for key in inputs if key not in model]
    if strangers:
        raise DiagnosticsError("there is no quantity named “{name}”", name=strangers[0])
    given = {key: _values(key, value) for key, value in inputs.items()}
    _check_lengths(given)
    return name, given


def _form() -> str:
    return '{"formula": "name", "inputs": {"name": 1.5}}'


def _values(name: str, value: Any) -> FloatArray:
    """What was given as floats: one number, or a list of numbers."""
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(_is_number(part) for part in parts):
        raise DiagnosticsError(
            "“{name}”: expected a finite number, or a list of at least one", name=name
        )
    return np.asarray(value, dtype=float)


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return isfinite(value)
    except OverflowError:  # a whole number beyond the largest float
        return False


def _check_lengths(given: Mapping[str, FloatArray]) -> None:
    lengths = {name: len(value) for name, value in given.items() if value.ndim}
    if len(set(lengths.values())) > 1:
        raise DiagnosticsError(
            "the lists differ in length: {lengths}; expected one length",
            lengths=", ".join(f"{name} {length}" for name, length in lengths.items()),
        )


class _Evaluation:
    """The values of one request: what is given, and what follows from it."""

    def __init__(self, model: Model, asked: str, given: Mapping[str, FloatArray]) -> None:
        self.model, self.asked = model, asked
        self.known: dict[str, FloatArray | Missing] = dict(given)
        self.reasons: dict[str, str] = {}

    def value(self, name: str) -> FloatArray | Missing:
        """The value of a quantity, or the names of what it lacks."""
        if name not in self.known:
            self.known[name] = self._found(self.model[name])
        return self.known[name]

    def lacks(self) -> str:
        """What was not given, and which needs of the formula have no value for want of it."""
        missing = self.known[self.asked]
        assert isinstance(missing, tuple)
        formula = self.model[self.asked].formula
        needs = () if formula is None or self.asked in missing else formula.needs
        idle = [n for n in needs if n not in missing and isinstance(self.known[n], tuple)]
        told = f"not given: {', '.join(map(self._told, missing))}"
        return f"{told}; needed for {', '.join(idle)}" if idle else told

    def _told(self, name: str) -> str:
        formula = self.model[name].formula
        summed = formula is not None and formula.sums_selected_rows
        return f"{name} (a sum of chosen rows, which has no value row by row)" if summed else name

    def why(self, name: str) -> str:
        """Why a value is not finite: the reason of the first need that has none, or its own."""
        formula = self.model[name].formula
        if name in self.reasons or formula is None:
            return self.reasons.get(name, NOT_FINITE.format(name=name))
        for need in formula.needs:
            value = self.known[need]
            if not isinstance(value, tuple) and not np.isfinite(value).all():
                return self.why(need)
        return NOT_FINITE.format(name=name)

    def _found(self, quantity: Quantity) -> FloatArray | Missing:
        if quantity.formula is not None:
            return self._of_formula(quantity, quantity.formula)
        if quantity.factor is not None:
            return np.asarray(quantity.factor.value)
        if quantity.field is not None and quantity.field.extra:
            return np.asarray(quantity.field.default)
        if quantity.field is not None:
            return (quantity.name,)
        found = None if quantity.grid is None else self._of_table(quantity.grid)
        return (quantity.name,) if found is None else found

    def _of_formula(self, quantity: Quantity, formula: Formula) -> FloatArray | Missing:
        if formula.sums_selected_rows:
            return (formula.name,)
        found = {need: self.value(need) for need in formula.needs}
        missing = [name for part in found.values() if isinstance(part, tuple) for name in part]
        if missing and formula.alone is not None and formula.name != self.asked:
            return np.asarray(formula.alone)
        if missing:
            # A question with a rule is what a person would answer: it is named itself.
            question = quantity.field is not None and quantity.name != self.asked
            return (quantity.name,) if question else tuple(dict.fromkeys(missing))
        return self._computed(formula, {n: v for n, v in found.items() if not isinstance(v, tuple)})

    def _computed(self, formula: Formula, arguments: Mapping[str, FloatArray]) -> FloatArray:
        with np.errstate(all="ignore"):
            value = np.asarray(formula.body(**arguments), dtype=float)
        for need, reason in formula.positive.items():
            applies = arguments[need] > 0
            if not np.all(applies):
                self.reasons.setdefault(formula.name, reason)
                value = np.where(applies, value, np.nan)
        return value

    def _of_table(self, grid: Grid) -> FloatArray | None:
        """The cell of the usual answers, or what holds where nothing is answered; else None."""
        codes = [standing_code(choice) for choice in grid.choices]
        if any(code is None for code in codes):
            otherwise = grid.table.otherwise
            return None if otherwise is None else np.asarray(otherwise)
        along = self.value(grid.table.along) if grid.table.along else None
        if isinstance(along, tuple):
            return None
        places = tuple(
            np.asarray(choice.index(str(code)), dtype=np.int16)
            for choice, code in zip(grid.choices, codes, strict=True)
        )
        return grid.look_up(grid.values, places, along)


def standing_code(choice: Choice) -> str | None:
    """The answer that stands for a choice where there is no farm; None where none does.

    A rule that reads an answer about the farm's place has one. A rule that reads another answer
    of the same row, such as the class of the animals, has none: no class stands for all.
    """
    if choice.alone:
        return choice.alone
    rule = choice.default
    if not isinstance(rule, CodeRule):
        return rule
    if any(source.entity.parent is not None for source in rule.sources):
        return None
    return rule.code(*(standing_code(source) or "" for source in rule.sources))
