"""Intervals of the typical farms: nil without spread, wider with more, narrower with answers."""

import random
from itertools import pairwise

import pytest

from diagnostics import FarmRecord, diagnose
from diagnostics.core import Number
from diagnostics.core.chance import Spread
from diagnostics.diagnosis import HEADLINES, Interval
from diagnostics.next_answers import ESSENTIAL, PLACE
from diagnostics.questionnaire.quick import asked, is_answered
from diagnostics.record import Entry
from diagnostics.variants import figure_of
from tests.quick_farms import factors
from tests.typical_farms import TYPICAL

EACH = pytest.mark.parametrize("code", TYPICAL)
SEEDS = range(1)
NOTICEABLE = 0.005  # a half percent of the width is the noise of some hundred draws
# Rules fill what B4 leaves open, and a rule's value is not drawn: its answers narrow nothing.
STAYS = ("B4",)
Answer = tuple[str, str, Entry]


def interval(record: FarmRecord, name: str, draws: int = 300, spread: float = 1.0) -> Interval:
    """The interval of one figure."""
    found = diagnose(record, factors(), draws=draws, spread_width=spread).interval(name)
    assert found is not None
    return found


def figure(record: FarmRecord) -> str:
    """The figure the farm is headed by."""
    run = diagnose(record, factors()).run
    assert run is not None
    return figure_of(run)


def relative_width(record: FarmRecord, name: str, draws: int) -> float:
    """The width of the interval as a share of its middle."""
    found = interval(record, name, draws)
    return (found.p95 - found.p5) / found.p50


def answers(record: FarmRecord) -> list[Answer]:
    """What the farm has answered beyond what a figure needs."""
    is_finisher = all(row.key.startswith("BEEF_FATTEN") for row in record.of("Group"))
    # A finisher has no other animals than those it finishes.
    kept = (*ESSENTIAL, *PLACE, *(("fattened_per_year",) if is_finisher else ()))
    return [
        (one.row, one.field.name, record.row(one.row).entries[one.field.name])
        for one in asked(record)
        if is_answered(record, one) and one.field.name not in kept
    ]


def widths(record: FarmRecord, seed: int, draws: int = 150) -> list[float]:
    """The widths as the answers come in, in a shuffled order."""
    name, given = figure(record), answers(record)
    random.Random(seed).shuffle(given)
    for row, field, _ in given:
        record = record.but(row, field, None)
    found = [relative_width(record, name, draws)]
    for row, field, entry in given:
        record = record.but(row, field, entry)
        found.append(relative_width(record, name, draws))
    return found


@EACH
def test_that_without_any_spread_the_interval_is_the_value(code: str) -> None:
    diagnosis = diagnose(TYPICAL[code](), factors(), draws=40, spread_width=0.0)
    for name in HEADLINES:
        found = diagnosis.interval(name)
        if found is not None:
            value = pytest.approx(diagnosis.total(name), rel=1e-12)
            assert (found.p5, found.p50, found.p95) == (value, value, value)


@EACH
def test_that_twice_the_spread_is_a_wider_interval(code: str) -> None:
    record = TYPICAL[code]()
    narrow, wide = (interval(record, figure(record), spread=s) for s in (1.0, 2.0))

    assert wide.p95 - wide.p5 > 1.4 * (narrow.p95 - narrow.p5) > 0


def test_that_one_wider_answer_alone_widens_the_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    record, name = TYPICAL["D1"](), "gross_emissions"
    before = interval(record, name)
    cows: Number = diagnose(record, factors()).model["head_years"].field
    monkeypatch.setattr(cows, "spread", Spread("normal", relative=0.2))
    after = interval(record, name)

    assert after.p95 - after.p5 > 1.05 * (before.p95 - before.p5)


@EACH
def test_that_the_answers_narrow_the_interval(code: str) -> None:
    record = bare = TYPICAL[code]()
    for row, field, _ in answers(record):
        bare = bare.but(row, field, None)
    first, last = (relative_width(one, figure(record), draws=1_000) for one in (bare, record))

    assert last < (1.05 if code in STAYS else 0.95) * first


def test_that_an_answer_narrows_the_interval_on_average() -> None:
    steps = [
        after / before - 1
        for build in TYPICAL.values()
        for seed in SEEDS
        for before, after in pairwise(widths(build(), seed))
    ]
    narrower = sum(step < -NOTICEABLE for step in steps)
    wider = sum(step > NOTICEABLE for step in steps)
    mean = sum(steps) / len(steps)
    print(f"{len(steps)} answers: {narrower} narrow, {wider} widen, {mean:+.2%} on average")

    assert mean < 0
    assert narrower > wider
