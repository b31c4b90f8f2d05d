"""Any shape of farm: ragged, empty, one row or many, cut and joined again."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.core import Farm
from diagnostics.core.farm import stack
from diagnostics.core.rows import ladder
from diagnostics.core.values import IntArray
from tests.properties.batch import draw_farms
from tests.properties.drawn import assert_agree, run_of

FEW = settings(max_examples=25)
owners = st.lists(st.integers(-1, 6), max_size=30).map(lambda o: np.asarray(o, dtype=np.int64))


def same(left: Farm, right: Farm) -> None:
    """Fail unless two batches hold the same rows."""
    for entity in left.tables:
        one, other = left.table(entity), right.table(entity)
        np.testing.assert_array_equal(one.owner, other.owner)
        for part in ("given", "codes", "links"):
            for name, values in getattr(one, part).items():
                np.testing.assert_array_equal(values, getattr(other, part)[name])


@given(owner=owners, more=st.integers(1, 3))
def test_that_sums_over_any_owners_are_those_of_a_loop(owner: IntArray, more: int) -> None:
    values = np.random.default_rng(more).random((more, len(owner)))
    expected = np.zeros((more, 7))
    for row, parent in enumerate(owner):
        if parent >= 0:
            expected[:, parent] += values[:, row]

    np.testing.assert_allclose(ladder(owner, 7).up(values), expected, rtol=1e-12)


@given(owner=owners.filter(lambda o: (o >= 0).all()))
def test_that_what_goes_down_comes_up_as_often_as_there_are_rows(owner: IntArray) -> None:
    step, ones = ladder(owner, 7), np.arange(7.0)
    counts = np.bincount(owner, minlength=7)

    np.testing.assert_allclose(step.up(step.down(ones)), counts * ones)


@FEW
@given(seed=st.integers(0, 10_000), count=st.integers(1, 12), size=st.integers(1, 13))
def test_that_blocks_joined_again_are_the_farms_they_were_cut_from(
    seed: int, count: int, size: int
) -> None:
    farms = draw_farms(count, seed)

    same(stack(farms.blocks(size)), farms)


@FEW
@given(seed=st.integers(0, 10_000), count=st.integers(2, 8), place=st.integers(0, 7))
def test_that_a_farm_among_others_is_the_farm_alone(seed: int, count: int, place: int) -> None:
    farms, one = draw_farms(count, seed), place % count
    alone = run_of(farms.block(one, one + 1))
    among = run_of(stack([farms.block(one, one + 1), *farms.blocks(1)]))

    for name in alone.model.order:
        assert_agree(among.values[name][: len(alone.values[name])], alone.values[name], 1e-12)
