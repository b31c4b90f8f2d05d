"""What a text means in a field, without a window."""

from __future__ import annotations

import pytest

from desktop.forms.number_model import (
    FieldUnit,
    Finding,
    NumberContents,
    NumberFieldModel,
    Reference,
    State,
    Verdict,
)
from desktop.forms.number_reckoning import Reckoner
from desktop.words import load_words

KG = FieldUnit("kg")
MODEL = NumberFieldModel("x", "X", units=(KG,), usual=(10, 20), possible=(0, 100))
WORDS = load_words("en", "fr")


def reckoned(text: str, model: NumberFieldModel = MODEL, **contents: object) -> tuple:
    """Give the state and the value of a text."""
    kept = NumberContents(text, **contents)  # type: ignore[arg-type]
    found = Reckoner(model, WORDS).reckon(kept, model.units[0])
    return found.state, found.value


@pytest.mark.parametrize(
    ("text", "state", "value"),
    [
        ("", State.EMPTY, None),
        ("  ", State.EMPTY, None),
        ("0", State.UNUSUAL, 0.0),
        ("15", State.TYPED, 15),
        ("10", State.TYPED, 10),
        ("20", State.TYPED, 20),
        ("20,5", State.UNUSUAL, 20.5),
        ("100", State.UNUSUAL, 100),
        ("100,01", State.IMPOSSIBLE, None),
        ("-1", State.IMPOSSIBLE, None),
        ("1.234", State.AMBIGUOUS, None),
        ("douze", State.UNREADABLE, None),
        ("inf", State.UNREADABLE, None),
    ],
)
def test_that_a_text_has_one_state(text: str, state: State, value: float | None) -> None:
    assert reckoned(text) == (state, value)


@pytest.mark.parametrize(
    ("origin", "state"),
    [("answer", State.TYPED), ("given", State.GIVEN), ("imported", State.IMPORTED)],
)
def test_that_the_origin_of_a_plain_value_is_its_state(origin: str, state: State) -> None:
    assert reckoned("15", origin=origin) == (state, 15)


def test_that_a_question_comes_before_the_origin() -> None:
    assert reckoned("50", origin="imported") == (State.UNUSUAL, 50)


def test_that_confirming_does_not_make_the_impossible_possible() -> None:
    assert reckoned("500", confirmed=True) == (State.IMPOSSIBLE, None)


def test_that_a_reference_value_is_never_the_answer() -> None:
    model = NumberFieldModel("x", "X", reference=Reference(680))

    assert reckoned("", model) == (State.REFERENCE, None)


def test_that_a_judge_may_know_more_than_the_ranges() -> None:
    def judge(value: float) -> Verdict:
        return Verdict(Finding.UNUSUAL, "Half as much again as the milk sold.")

    model = NumberFieldModel("x", "X", usual=(0, 100), judge=judge)
    found = Reckoner(model, WORDS).reckon(NumberContents("15"), model.units[0])

    assert (found.state, found.message) == (State.UNUSUAL, "Half as much again as the milk sold.")


def test_that_the_comma_is_named_where_it_is_the_doubt() -> None:
    english = load_words("en", "en")
    found = Reckoner(MODEL, english).reckon(NumberContents("1,234"), KG)

    assert found.message == "The comma can be read in two ways. The number is not used yet."
    assert sorted(found.choices) == [1.234, 1234]


def test_that_without_a_usual_range_nothing_is_said_to_be_usual() -> None:
    assert Reckoner(NumberFieldModel("x", "X"), WORDS).usual_line() == ""
