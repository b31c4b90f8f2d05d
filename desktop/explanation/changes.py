"""What a number would be if the farm were a little different: real runs of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from desktop.explanation.places import Place
from desktop.explanation.posts import value_of
from desktop.explanation.reading import Reading, known
from diagnostics.core import Number
from diagnostics.core.farm import Farm, stack
from diagnostics.core.run import Run

SHARE_STEP = 0.05
RELATIVE_STEP = 0.10
MOST = 3
NOISE = 1e-9
"""A change smaller than this share of the number is what rounding leaves."""

MOST_ROWS = 100_000
"""So many rows in all are worked out at once: on ten thousand parcels fewer answers are tried."""


@dataclass(frozen=True)
class Try:
    """One answer, as it is and as it is tried."""

    place: Place
    before: float
    after: float


@dataclass(frozen=True)
class Change:
    """What trying another answer does to the explained number."""

    tried: Try
    by: float


def step(asked: Number, value: float) -> float:
    """Give the value to try: one animal more, five points of a share more, or a tenth more."""
    by = RELATIVE_STEP * value
    if asked.unit == "head":
        by = 1.0
    elif asked.shown == "%":
        by = SHARE_STEP
    low, high = asked.bounds
    return value + by if low <= value + by <= high else value - by


class Changes:
    """The farm with each answer tried otherwise, all worked out in two runs for all numbers."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, place: Place) -> tuple[Change, ...]:
        """Give what the most telling answers would do to a number, the largest effect first."""
        tenths = self._effects(place, self._tenths)
        telling = [change.tried.place for change in tenths[:MOST]]
        steps = self._effects(place, self._steps)
        return tuple(change for change in steps if change.tried.place in telling)

    def by(self, answer: Place, place: Place) -> tuple[Change, ...]:
        """Give what one answer, tried otherwise, would do to a number; nothing if nothing."""
        value, asked = self._reading.value(answer), self._reading.model[answer.name].field
        if not value or asked is None:
            return ()
        tried = Try(answer, value, step(asked, value))
        return self._effects(place, _Tried(self._reading, (tried,)))

    @cached_property
    def _answers(self) -> tuple[Try, ...]:
        """All answers, the largest row of each question first, as far as there is room."""
        found = sorted(_answered(self._reading), key=_row_rank)
        rows = sum(len(table) for table in self._reading.run.farm.tables.values())
        return tuple(tried for _, tried in found[: max(1, MOST_ROWS // max(1, rows))])

    @cached_property
    def _tenths(self) -> _Tried:
        """Each answer a tenth larger: so they are compared with each other."""
        tries = [Try(one.place, one.before, one.before * 1.1) for one in self._answers]
        return _Tried(self._reading, tuple(tries))

    @cached_property
    def _steps(self) -> _Tried:
        """Each answer changed as people would change it: so effects are told."""
        return _Tried(self._reading, tuple(_stepped(self._reading, one) for one in self._answers))

    def _effects(self, place: Place, tried: _Tried) -> tuple[Change, ...]:
        before = value_of(self._reading, place)
        if before is None:
            return ()
        found = []
        for number, one in enumerate(tried.tries):
            after = value_of(self._reading, place, _Variant(self._reading, tried, number).value)
            if after is not None and abs(after - before) > NOISE * max(abs(before), 1e-6):
                found.append(Change(one, after - before))
        return tuple(sorted(found, key=_size))


class _Tried:
    """Copies of a farm, in each of which one answer is another, worked out together."""

    def __init__(self, reading: Reading, tries: tuple[Try, ...]) -> None:
        self._reading = reading
        self.tries = tries

    @cached_property
    def run(self) -> Run:
        """The values of all copies."""
        farms = [self._changed(one) for one in self.tries]
        return Run(self._reading.model, stack(farms)).compute()

    def _changed(self, tried: Try) -> Farm:
        asked = self._reading.model[tried.place.name].field
        assert asked is not None
        values = self._reading.run.farm.stated(asked).copy()
        values[self._reading.rows(tried.place)] = tried.after
        return self._reading.run.farm.but(asked, values)


@dataclass(frozen=True)
class _Variant:
    """The values of one of several farms that were computed together."""

    reading: Reading
    tried: _Tried
    number: int

    def value(self, place: Place) -> float | None:
        rows = self.reading.rows(place)
        start = self.number * self.reading.run.rows(self.reading.model[place.name].on)
        taken = [start + row for row in rows]
        return known(float(np.sum(self.tried.run.values[place.name][taken]))) if taken else None


def _answered(reading: Reading) -> Iterator[tuple[int, Try]]:
    """Give every answer, with its rank among the rows of its question."""
    for quantity in reading.model.quantities.values():
        if quantity.field is not None:
            places = [reading.at(quantity, row) for row in range(len(reading.keys(quantity.on)))]
            tries = [
                Try(place, value, value) for place in places if (value := reading.value(place))
            ]
            entered = [one for one in tries if reading.entered(one.place)]
            yield from enumerate(sorted(entered, key=_smaller))


def _stepped(reading: Reading, tried: Try) -> Try:
    asked = reading.model[tried.place.name].field
    assert asked is not None
    return Try(tried.place, tried.before, step(asked, tried.before))


def _row_rank(ranked: tuple[int, Try]) -> int:
    return ranked[0]


def _smaller(tried: Try) -> float:
    return -abs(tried.before)


def _size(change: Change) -> float:
    return -abs(change.by)
