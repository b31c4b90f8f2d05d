"""Which answer comes next: as brute force finds it, and not the same for every farm."""

import random
from itertools import pairwise
from math import isinf
from pathlib import Path

import pytest

from diagnostics import diagnose, read_farm
from diagnostics.next_answers import (
    ESSENTIAL,
    PLACE,
    NextAnswer,
    advise,
    next_answers,
    with_answer,
)
from diagnostics.questionnaire.quick import asked, is_answered
from diagnostics.record import Entry, FarmRecord
from tests.quick_farms import answered, factors

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples" / "typical"
FIGURES = {
    "dairy": "gross_footprint_milk",
    "breeder": "gross_footprint_beef",
    "two herds": "gross_footprint_area",
    "dairy that finishes": "gross_footprint_area",
}


def by_force(farm: str, answer: NextAnswer) -> list[float]:
    """The figure with each of the values entered, one full diagnosis at a time."""
    record = answered(farm)
    found = [
        diagnose(with_answer(record, answer.asked, v), factors()).total(FIGURES[farm])
        for v in answer.values
    ]
    assert None not in found
    return [float(value or 0.0) for value in found]


@pytest.mark.parametrize("farm", FIGURES)
def test_that_one_stacked_run_finds_what_brute_force_finds(farm: str) -> None:
    for answer in next_answers(answered(farm), factors()):
        figures = by_force(farm, answer)
        assert answer.width == pytest.approx(max(figures) - min(figures), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("farm", FIGURES)
def test_that_the_most_telling_answer_comes_first_and_shares_add_up(farm: str) -> None:
    found = next_answers(answered(farm), factors())
    widths = [answer.width for answer in found]

    assert widths == sorted(widths, reverse=True)
    assert sum(answer.share for answer in found) == pytest.approx(1.0)


def test_that_what_was_answered_is_not_asked_next() -> None:
    record = answered("dairy")
    first = next_answers(record, factors())[0].asked
    then = with_answer(record, first, 9_000.0)

    assert first.field.name not in {a.asked.field.name for a in next_answers(then, factors())}


def test_that_farms_differ_in_what_tells_most() -> None:
    orders = {
        tuple(a.asked.field.name for a in next_answers(answered(farm), factors())[:4])
        for farm in ("dairy", "breeder", "finisher", "mountain dairy")
    }

    assert len(orders) == 4


def test_that_an_answer_without_which_there_is_no_figure_comes_first() -> None:
    record = answered("dairy").but("DAIRY/DC", "head_years", None)
    first = next_answers(record, factors())[0]

    assert (first.asked.field.name, first.values) == ("head_years", ())
    assert isinf(first.width)


def test_that_nothing_is_left_to_ask_where_all_is_answered() -> None:
    record = answered("breeder")
    found = diagnose(record, factors())
    for one in asked(record):
        if not is_answered(record, one):
            name, keys = one.field.name, found.trace.keys(one.field.entity)
            value = found.values.get(name)
            place = keys.index(one.row)
            option = "deep" if name == "main_manure" else "young_bull"
            choice = {"country": "FR", "department": "35"}.get(name, option)
            record = record.but(
                one.row, name, Entry(choice if value is None else float(value[place]))
            )

    assert next_answers(record, factors()) == ()


def test_that_the_usual_range_of_the_system_may_stand_in() -> None:
    record = answered("dairy")
    narrow = next_answers(record, factors(), usual=lambda one: (0.0, 1e-6))

    numbers = [a for a in narrow if not isinstance(a.values[0], str)]
    assert all(answer.width < 1e-3 for answer in numbers)


def answers_in_some_order(name: str, seed: int) -> list[tuple[str, str, Entry]]:
    """What a typical farm has answered beyond what a figure needs, shuffled."""
    record = example(name)
    given = [
        (one.row, one.field.name, record.row(one.row).entries[one.field.name])
        for one in asked(record)
        if is_answered(record, one) and one.field.name not in (*ESSENTIAL, *PLACE)
    ]
    random.Random(seed).shuffle(given)
    return given


def example(name: str) -> FarmRecord:
    """One of the typical farms that come with the program."""
    return read_farm((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["d1", "d2", "d3", "d4", "d5", "d6", "b1", "b2", "b3", "b4", "b6"])
def test_that_precision_grows_from_nothing_to_all_with_the_answers(name: str) -> None:
    record = example(name)
    given = answers_in_some_order(name, seed=len(name))
    for row, field, _ in given:
        record = record.but(row, field, None)
    reached = [advise(record, factors()).precision or 0.0]
    for row, field, entry in given:
        record = record.but(row, field, entry)
        reached.append(advise(record, factors()).precision or 0.0)

    steps = [after - before for before, after in pairwise(reached)]
    print(f"{name}: {len(steps)} answers, precision {reached[-1]:.2f}")

    assert reached[0] == 0.0
    assert all(0.0 <= one <= 1.0 for one in reached)
    assert sum(step > 0 for step in steps) > 2 * sum(step < 0 for step in steps)


def test_that_all_answers_together_are_the_whole_precision() -> None:
    assert advise(example("b4"), factors()).precision == pytest.approx(1.0)
    assert 0.0 < (advise(example("b1"), factors()).precision or 0.0) < 1.0


def test_that_precision_is_unknown_while_there_is_no_figure() -> None:
    record = answered("dairy").but("DAIRY/DC", "head_years", None)

    assert advise(record, factors()).precision is None


def test_that_advice_ranks_as_the_ranking_alone_does() -> None:
    record = answered("dairy")
    alone, advice = next_answers(record, factors()), advise(record, factors())

    assert [a.asked for a in advice.open_questions] == [a.asked for a in alone]
    assert advice.open_questions[0].width == pytest.approx(alone[0].width, rel=1e-12)
