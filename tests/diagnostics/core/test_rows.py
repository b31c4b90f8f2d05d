"""Values go down to the rows of a parent and come up as sums, whatever the shape."""

import numpy as np
import pytest

from diagnostics.core.rows import Ladder, ladder
from diagnostics.core.values import FloatArray
from tests.diagnostics.core.toy import (
    BARN_FED,
    FED,
    FEED,
    THREE_BARNS,
    Beast,
    declare,
    model,
    rows,
    run,
    yards,
)


def steps(owner: list[int], parents: int) -> Ladder:
    """A ladder from a plain list."""
    return ladder(np.asarray(owner, dtype=np.int64), parents)


SUMS: list[tuple[list[int], int, list[float], list[float]]] = [
    ([0, 0, 2], 3, [1.0, 2.0, 4.0], [3.0, 0.0, 4.0]),
    ([2, 0, 0], 3, [4.0, 1.0, 2.0], [3.0, 0.0, 4.0]),
    ([0, -1, 1, -1], 2, [1.0, 50.0, 2.0, 60.0], [1.0, 2.0]),
    ([-1, -1], 2, [50.0, 60.0], [0.0, 0.0]),
    ([0, 0], 1, [1.0, 2.0], [3.0]),
    ([-1, 0], 1, [50.0, 2.0], [2.0]),
    ([0], 1, [7.0], [7.0]),
    ([], 2, [], [0.0, 0.0]),
    ([], 1, [], [0.0]),
    ([], 0, [], []),
    ([1, 1, 1], 2, [1.0, 2.0, 3.0], [0.0, 6.0]),
]


@pytest.mark.parametrize(("owner", "parents", "values", "sums"), SUMS)
def test_that_each_parent_gets_the_sum_of_its_rows(
    owner: list[int], parents: int, values: list[float], sums: list[float]
) -> None:
    np.testing.assert_array_equal(steps(owner, parents).up(np.asarray(values)), sums)


@pytest.mark.parametrize(("owner", "parents", "values", "sums"), SUMS)
def test_that_each_draw_is_summed_for_itself(
    owner: list[int], parents: int, values: list[float], sums: list[float]
) -> None:
    column = np.asarray(values)
    drawn = np.stack([column, 10 * column, 0 * column])

    found = steps(owner, parents).up(drawn)
    np.testing.assert_array_equal(found, np.outer([1.0, 10.0, 0.0], sums))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.asarray([5.0, 6.0, 7.0]), [5.0, 5.0, 7.0]),
        (np.asarray([5.0]), [5.0, 5.0, 5.0]),
        (np.asarray([[5.0, 6.0, 7.0], [1.0, 2.0, 3.0]]), [[5.0, 5.0, 7.0], [1.0, 1.0, 3.0]]),
        (np.asarray([[5.0], [1.0]]), [[5.0, 5.0, 5.0], [1.0, 1.0, 1.0]]),
    ],
)
def test_that_a_parent_s_value_is_repeated_on_its_rows(
    values: FloatArray, expected: list[float]
) -> None:
    np.testing.assert_array_equal(steps([0, 0, 2], 3).down(values), expected)


def test_that_one_row_and_many_rows_are_summed_alike() -> None:
    alone = run(model(FEED, FED), yards(1, **_one_barn([0, 0]))).values["fed"]
    many = run(model(FEED, FED), yards(3, **_one_barn([0, 0, 2]))).values["fed"]

    np.testing.assert_array_equal(alone, [2.0])
    np.testing.assert_array_equal(many, [2.0, 0.0, 1.0])


def _one_barn(owner: list[int]) -> dict[str, object]:
    count = len(owner)
    return {
        "Barn": rows(owner, width=[1.0] * count),
        "Beast": rows(range(count), heads=[1.0] * count, weight=[1.0] * count),
    }


@pytest.mark.parametrize("shape", [(3,), (2, 3), (1, 3)])
def test_that_inputs_may_have_draws_in_front(shape: tuple[int, ...]) -> None:
    heads = np.ones(shape) * [1.0, 2.0, 3.0]
    beasts = rows([0, 0, 2], heads=heads, weight=[100.0, 10.0, 1.0])
    computed = run(model(FEED, FED, BARN_FED), yards(2, Barn=THREE_BARNS["Barn"], Beast=beasts))

    np.testing.assert_array_equal(
        computed.values["fed"], np.broadcast_to([120.0, 3.0], (*shape[:-1], 2))
    )
    np.testing.assert_array_equal(computed.values["barn_fed"].reshape(-1, 3)[0], [120.0, 0.0, 3.0])


def test_that_grandchildren_are_summed_over_their_parents() -> None:
    computed = run(model(FEED, FED), yards(3, **THREE_BARNS))

    np.testing.assert_array_equal(computed.values["fed"], [120.0, 3.0, 0.0])


def test_that_a_formula_without_arguments_fills_every_row() -> None:
    computed = run(model(declare("one", Beast, lambda: 1.0)), yards(2, **THREE_BARNS))

    np.testing.assert_array_equal(computed.values["one"], [1.0, 1.0, 1.0])


def test_that_a_world_without_rows_has_sums_of_zero() -> None:
    computed = run(model(FEED, FED), yards(2))

    np.testing.assert_array_equal(computed.values["fed"], [0.0, 0.0])
    assert computed.values["feed"].shape == (0,)
