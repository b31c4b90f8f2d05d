"""A stock that carries over from year to year: the one formula that is not elementwise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from diagnostics.core.rows import Ladder
from diagnostics.core.values import BoolArray, FloatArray, IntArray

Step = Callable[..., FloatArray]


@dataclass(frozen=True)
class Series:
    """A stock at the start and after each year, shape (years + 1, …, rows)."""

    stocks: FloatArray

    @property
    def first(self) -> FloatArray:
        """The stock before the first year."""
        return np.asarray(self.stocks[0])

    @property
    def last(self) -> FloatArray:
        """The stock after the last year."""
        return np.asarray(self.stocks[-1])

    @property
    def yearly_change(self) -> FloatArray:
        """Mean change a year; 0 where no year is known."""
        years = len(self.stocks) - 1
        return (self.last - self.first) / years if years else np.zeros_like(self.last)


def years_of(rows: Ladder) -> IntArray:
    """The row of each year of each parent, shape (years, parents); -1 where a parent has fewer."""
    order = np.arange(len(rows.owner)) if rows.order is None else rows.order
    counts = np.diff(np.append(rows.starts, len(order)))
    table = np.full((int(counts.max(initial=0)), rows.parents), -1, dtype=np.int64)
    for parent, start, count in zip(rows.filled, rows.starts, counts, strict=True):
        table[:count, parent] = order[start : start + count]
    return table


def march(
    step: Step, start: FloatArray, yearly: Mapping[str, FloatArray], years: IntArray
) -> Series:
    """Apply a one-year step again and again.

    ``step`` takes the stock and the year's values by name; ``yearly`` holds these on the rows of
    the years, shape (…, year rows). A parent with fewer years keeps its stock after its last.
    """
    stocks = [start]
    for rows in years:
        known: BoolArray = rows >= 0
        values = {name: column[..., np.maximum(rows, 0)] for name, column in yearly.items()}
        stocks.append(np.where(known, step(stocks[-1], **values), stocks[-1]))
    return Series(np.stack(np.broadcast_arrays(*stocks)))
