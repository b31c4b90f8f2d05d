"""Days as months: which months a number fills, and what painting one changes."""

from __future__ import annotations

import pytest

from desktop.forms import grazing_months as months

APRIL_TO_SEPTEMBER = (0, 0, 0, 30, 31, 30, 31, 31, 30, 0, 0, 0)


@pytest.mark.parametrize("days", [0, 0.5, 1, 10, 59, 160, 183, 200, 364, 365])
def test_that_the_months_add_up_to_the_days(days: float) -> None:
    shown = months.season(days)

    assert sum(shown) == pytest.approx(days, abs=1e-9)
    assert all(0 <= part <= whole for part, whole in zip(shown, months.LENGTHS, strict=True))


def test_that_a_season_lies_around_midsummer() -> None:
    assert months.season(200) == (0, 0, 8, 30, 31, 30, 31, 31, 30, 9, 0, 0)
    assert months.season(20)[5:7] == (9, 11)


def test_that_whole_months_are_shown_whole() -> None:
    assert months.season(183) == APRIL_TO_SEPTEMBER


@pytest.mark.parametrize(("days", "shown"), [(-5, 0), (380, 365), (1e9, 365)])
def test_that_no_month_holds_more_days_than_it_has(days: float, shown: float) -> None:
    assert sum(months.season(days)) == shown


def test_that_what_was_painted_stays_while_it_makes_the_number() -> None:
    split = (0, 0, 0, 30, 31, 0, 0, 0, 30, 31, 0, 0)

    assert months.shown_as(122, split) == split
    assert months.shown_as(150, split) == months.season(150)


def test_that_painting_changes_the_painted_months_only() -> None:
    before = months.season(200)
    after = months.painted(before, (10,), whole=True)

    assert after[:10] == before[:10]
    assert months.days_of(after) == 230
    assert months.days_of(months.painted(after, (4, 5), whole=False)) == 230 - 61


def test_that_a_season_begins_at_the_end_of_its_first_month() -> None:
    shown = months.season(200)

    assert months.starts_late(shown, 2)
    assert not months.starts_late(shown, 9)
    assert not months.starts_late(months.NONE, 0)
