"""Which answer comes next: as brute force finds it, and not the same for every farm."""

from math import isinf

import pytest

from diagnostics import diagnose
from diagnostics.next_answers import NextAnswer, next_answers, with_answer
from diagnostics.questionnaire.quick import asked, is_answered
from diagnostics.record import Entry
from tests.quick_farms import answered, factors

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
