"""What adds nothing is left out of a line of arithmetic, and the line still gives its result."""

from __future__ import annotations

import pytest

from desktop.explanation.equation import evaluate, tokens
from desktop.explanation.zero_terms import symbols_counting, without_zero_terms

NUMBERS = {"a": 2.0, "b": 3.0, "none": 0.0, "nil": 0.0, "gap": float("nan")}


def shortened(text: str) -> str:
    """Write a formula again without what adds nothing."""
    return " ".join(token.text for token in without_zero_terms(tokens(text), NUMBERS))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("(a + none) × b", "a × b"),
        ("(none + a) × b", "a × b"),
        ("(a + none − b − nil) × b", "( a − b ) × b"),
        ("a − none", "a"),
        ("none + nil", "nil"),
        ("(a + none) × (1 − b)", "a × ( 1 − b )"),
        ("max(0, a + none)", "max ( 0 , a )"),
    ],
)
def test_that_a_zero_that_is_added_is_left_out(text: str, left: str) -> None:
    assert shortened(text) == left
    assert evaluate(left, NUMBERS) == evaluate(text, NUMBERS)


@pytest.mark.parametrize(
    "text",
    ["a × none", "none × a + b", "a + none × b", "none − a", "a + none / b", "none", "1 − gap"],
)
def test_that_a_zero_that_decides_stays(text: str) -> None:
    assert shortened(text) == " ".join(token.text for token in tokens(text))


def test_that_a_number_nobody_knows_is_no_zero() -> None:
    assert symbols_counting("(gap + none) × a", NUMBERS) == {"gap", "a"}
