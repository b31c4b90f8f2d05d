"""The equation beside each formula says what its code does, symbol by symbol."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator

import numpy as np
import pytest

from diagnostics.core import Constant, Formula
from diagnostics.library import formulas
from tests.diagnostics.equations import read
from tests.plausible import model, plausible

FORMULAS = pytest.mark.parametrize("formula", formulas(), ids=lambda formula: formula.name)
# Regressions whose coefficients carry no units of their own: the publications they come from.
EMPIRICAL = {
    "net_energy_maintenance": "metabolic weight, Kleiber's exponent",
    "net_energy_growth": "IPCC 2019 eq. 10.6",
    "maintenance_energy_ratio": "IPCC 2019 eq. 10.14",
    "growth_energy_ratio": "IPCC 2019 eq. 10.15",
    "corrected_milk": "IDF 2015",
    "milk_allocation": "IDF 2015",
    "milk_allocation_2010": "IDF 2010",
}
PLAIN = {0.0, 1.0}  # numbers that are no measure of anything


def constants_of(formula: Formula) -> set[float]:
    """The constants with units that the formula's module knows."""
    module = vars(sys.modules[formula.body.__module__])
    return {float(value) for value in module.values() if isinstance(value, Constant)}


def bare_numbers(formula: Formula) -> Iterator[float]:
    """Numbers written in the body itself, where no unit stands beside them."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(formula.body)))):
        if isinstance(node, ast.FunctionDef):
            for inner in (one for statement in node.body for one in ast.walk(statement)):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, int | float):
                    yield float(inner.value)


@FORMULAS
def test_that_the_equation_is_of_the_formula_and_names_its_arguments(formula: Formula) -> None:
    equation = read(formula.equation)

    assert equation.left == formula.symbol
    assert equation.symbols == {model()[need].symbol for need in formula.needs}


@FORMULAS
def test_that_every_number_of_an_equation_is_a_constant_with_a_unit(formula: Formula) -> None:
    if not formula.empirical:
        assert set(read(formula.equation).numbers) - constants_of(formula) <= PLAIN


@FORMULAS
def test_that_no_number_without_a_unit_is_written_into_a_body(formula: Formula) -> None:
    if not formula.empirical:
        assert set(bare_numbers(formula)) <= PLAIN


@FORMULAS
def test_that_the_equation_worked_out_gives_what_the_code_gives(formula: Formula) -> None:
    rng, rows = np.random.default_rng(5), 20
    columns = {need: plausible(need, rows, rng) for need in formula.needs}
    columns |= {need: np.maximum(columns[need], 1e-3) for need in formula.positive}
    found, equation = np.broadcast_to(formula(**columns), rows), read(formula.equation)

    for i in range(rows):
        symbols = {model()[need].symbol: float(column[i]) for need, column in columns.items()}
        assert found[i] == pytest.approx(equation.value(symbols), rel=1e-9, abs=1e-9)


@FORMULAS
def test_that_arrays_give_row_by_row_what_numbers_give(formula: Formula) -> None:
    rng, rows = np.random.default_rng(6), 12
    columns = {need: plausible(need, rows, rng) for need in formula.needs}
    columns |= {need: np.maximum(columns[need], 1e-3) for need in formula.positive}
    whole = np.broadcast_to(formula(**columns), rows)
    drawn = formula(**{need: np.stack([column, column]) for need, column in columns.items()})

    singles = [formula(**{n: float(c[i]) for n, c in columns.items()}) for i in range(rows)]
    np.testing.assert_allclose(whole, [float(one) for one in singles], rtol=1e-12)
    np.testing.assert_array_equal(np.broadcast_to(drawn, (2, rows))[1], whole)


def test_that_only_published_regressions_go_without_units() -> None:
    assert {f.name: f.empirical for f in formulas() if f.empirical} == EMPIRICAL


@pytest.mark.parametrize(
    "text",
    ["E = a ÷ b", "E = a × b or c", "E + a = b", "E = (a × b", "E = a = b", "E = a without b"],
)
def test_that_what_is_no_equation_is_refused(text: str) -> None:
    with pytest.raises((ValueError, SyntaxError)):
        read(text)


def test_that_a_condition_chooses_between_two_sides() -> None:
    equation = read("w = a / b if b > 0, else 1 − c ^ 2")

    assert equation.symbols == {"a", "b", "c"}
    assert equation.value({"a": 3.0, "b": 2.0, "c": 0.5}) == 1.5
    assert equation.value({"a": 3.0, "b": 0.0, "c": 0.5}) == 0.75
