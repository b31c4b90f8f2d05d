"""The equations of the method can be read, and give the numbers of the engine."""

from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.explanation.equation import (
    NotReadable,
    chosen,
    evaluate,
    pretty,
    right_side,
    same,
    unlimited,
)
from diagnostics.core.model import Quantity
from tests.desktop.stories import tree

NUMBERS = {"a": 2.0, "b": 3.0, "none": 0.0}


def formulas(farm: str) -> list[tuple[Quantity, int]]:
    """Every formula of a farm with each row that it was worked out on."""
    reading = tree(farm).reading
    return [
        (quantity, row)
        for quantity in reading.model.quantities.values()
        if quantity.formula is not None
        for row in range(len(reading.keys(quantity.on)))
        if reading.origin(quantity, row) == "formula"
    ]


@pytest.mark.parametrize("farm", ["1", "2", "both"])
def test_that_each_equation_gives_the_number_of_the_engine(farm: str) -> None:
    reading, read = tree(farm).reading, 0
    for quantity, row in formulas(farm):
        formula = reading.branch(quantity, row).formula
        numbers = reading.named(reading.arguments(formula, row))
        value = float(reading.run.values[quantity.name][row])
        found = evaluate(right_side(formula.equation), numbers)
        read += not isnan(value)
        assert isnan(value) or same(found, value), (quantity.name, row)
    assert read > 250


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b × 2", 8.0),
        ("(a + b) × 2", 10.0),
        ("a^2 / b", 4 / 3),
        ("1 − a − b", -4.0),
        ("12 / a / b", 2.0),
        ("clip(1 − a, 0, 1)", 0.0),
        ("max(0, a − b)", 0.0),
        ("min(a, b)", 2.0),
        ("a / b if b > 0, else 7", 2 / 3),
        ("a / none if none > 0, else 7", 7.0),
        ("0.5", 0.5),
    ],
)
def test_that_a_formula_is_worked_out_in_the_usual_order(text: str, value: float) -> None:
    assert evaluate(text, NUMBERS) == pytest.approx(value)


@pytest.mark.parametrize("text", ["a / none", "unknown + 1", "(a − b)^0.5", "a / (b − b)"])
def test_that_what_cannot_be_worked_out_is_no_number(text: str) -> None:
    assert isnan(evaluate(text, NUMBERS))


@pytest.mark.parametrize(
    "text", ["", "a +", "(a", "a b", "a ? b", ")", "max", "clip(a", "+ a", "1;2"]
)
def test_that_what_is_no_equation_is_refused(text: str) -> None:
    with pytest.raises(NotReadable):
        evaluate(text, NUMBERS)


@given(st.text(max_size=40))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    refused = False
    try:
        value = evaluate(text, NUMBERS)
    except NotReadable:
        refused = True

    assert refused or isinstance(value, float)


def test_that_the_branch_that_holds_is_shown() -> None:
    assert chosen("a / b if b > 0, else a", NUMBERS) == "a / b"
    assert chosen("a / none if none > 0, else a", NUMBERS) == "a"
    assert chosen("a + b", NUMBERS) == "a + b"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("clip(1 − 6.04 × BMR, 0, 1)", "1 − 6.04 × BMR"),
        ("max(0, UAA − A)", "UAA − A"),
        ("max(a, b)", "max(a, b)"),
        ("max(0, a) × b", "max(0, a) × b"),
        ("a", "a"),
    ],
)
def test_that_the_limits_around_a_formula_are_taken_off(text: str, inside: str) -> None:
    assert unlimited(text) == inside


def test_that_powers_are_raised() -> None:
    assert pretty("NEg = LW^0.75 × WG^1.097") == "NEg = LW⁰·⁷⁵ × WG¹·⁰⁹⁷"
