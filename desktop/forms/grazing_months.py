"""A number of days as twelve months: which months it fills, and what painting one changes.

The stored answer is the number of days alone. Which months they are is only a picture of it: kept
as painted while the number fits, else a season in the middle of the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEAR = sum(LENGTHS)
STARTS = (0, *accumulate(LENGTHS[:-1]))
NOTHING_SEEN = 0.05
"""Fewer days than this in a month are none."""

Months = tuple[float, ...]
"""The days counted in each month, from January to December."""

NONE: Months = (0.0,) * len(LENGTHS)


def season(days: float) -> Months:
    """Give the months that so many days fill: whole months if they fit, else around midsummer."""
    within = min(max(0.0, days), YEAR)
    whole = _whole_months(within)
    if whole is not None:
        return whole
    begin = (YEAR - within) // 2
    return tuple(
        max(0.0, min(begin + within, start + length) - max(begin, start))
        for start, length in zip(STARTS, LENGTHS, strict=True)
    )


def shown_as(days: float, painted: Months) -> Months:
    """Give the months to show: those painted last while they still make the number."""
    return painted if abs(sum(painted) - days) < NOTHING_SEEN else season(days)


def is_in(months: Months, month: int) -> bool:
    """Tell whether a month has days at grass."""
    return months[month] >= NOTHING_SEEN


def is_whole(months: Months, month: int) -> bool:
    """Tell whether every day of a month counts."""
    return months[month] > LENGTHS[month] - NOTHING_SEEN


def painted(months: Months, places: Sequence[int], *, whole: bool) -> Months:
    """Give the months after some of them were painted in or out; the others stay as they are."""
    return tuple(
        (LENGTHS[place] if whole else 0.0) if place in places else days
        for place, days in enumerate(months)
    )


def days_of(months: Months) -> float:
    """Count the days."""
    return sum(months)


def starts_late(months: Months, month: int) -> bool:
    """Tell whether the days of a part month are its last ones: the season goes on after it."""
    follows = month + 1 < len(months) and is_in(months, month + 1)
    return follows and not (month > 0 and is_in(months, month - 1))


def _whole_months(days: float) -> Months | None:
    """Give the run of whole months that makes exactly so many days, the one nearest midsummer."""
    runs = [
        (abs(first + last - len(LENGTHS) + 1), first, last)
        for first in range(len(LENGTHS))
        for last in range(first, len(LENGTHS))
        if sum(LENGTHS[first : last + 1]) == days
    ]
    if not runs:
        return None
    _, first, last = min(runs)
    return painted(NONE, range(first, last + 1), whole=True)
