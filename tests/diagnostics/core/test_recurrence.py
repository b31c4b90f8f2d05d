"""Stocks that carry over from year to year, marched one step at a time."""

import numpy as np
import pytest

from diagnostics.core.recurrence import march, years_of
from diagnostics.core.rows import ladder
from diagnostics.core.values import FloatArray, IntArray


def halve(stock: FloatArray, added: FloatArray) -> FloatArray:
    """Half is lost, something is added."""
    return stock / 2 + added


def years(owner: list[int], parents: int) -> IntArray:
    """The rows of each year."""
    return years_of(ladder(np.asarray(owner, dtype=np.int64), parents))


def test_that_each_parent_marches_through_its_own_years() -> None:
    np.testing.assert_array_equal(years([0, 0, 2, 0], 3), [[0, -1, 2], [1, -1, -1], [3, -1, -1]])


def test_that_a_stock_stays_after_its_last_year() -> None:
    series = march(
        halve, np.asarray([8.0, 8.0]), {"added": np.asarray([1.0, 2.0, 3.0])}, years([0, 0, 1], 2)
    )

    np.testing.assert_array_equal(series.stocks, [[8, 8], [5, 7], [4.5, 7]])
    np.testing.assert_array_equal(series.yearly_change, [-1.75, -0.5])


def test_that_draws_march_side_by_side() -> None:
    added = np.asarray([[0.0, 0.0], [1.0, 1.0]])
    series = march(halve, np.asarray([[4.0], [4.0]]), {"added": added}, years([0, 0], 1))

    np.testing.assert_array_equal(series.last, [[1.0], [2.5]])


def test_that_without_years_nothing_changes() -> None:
    series = march(halve, np.asarray([3.0]), {"added": np.zeros(0)}, years([], 1))

    np.testing.assert_array_equal(series.last, series.first)
    np.testing.assert_array_equal(series.yearly_change, [0.0])


@pytest.mark.parametrize("horizon", [1, 10, 60])
def test_that_a_stock_comes_to_its_balance(horizon: int) -> None:
    added = {"added": np.full(horizon, 2.0)}
    last = march(halve, np.asarray([0.0]), added, years([0] * horizon, 1)).last

    assert last[0] == pytest.approx(4.0 * (1 - 0.5**horizon))
