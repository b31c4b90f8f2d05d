"""Draws: the streams, the shapes of the spreads, and how they widen and vanish."""

from statistics import NormalDist

import numpy as np
import pytest

from diagnostics.core.chance import NOTHING_DRAWN, Drawn, Spread, normal_quantile, uniform_stream
from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.values import FloatArray

DRAWS = 20_000
NORMAL = NormalDist()


def drawn(spread: Spread, value: float = 10.0) -> FloatArray:
    """Many draws around a value."""
    return spread.draw(np.asarray([value]), uniform_stream(1, "x", DRAWS))


@pytest.mark.parametrize(
    "p", [1e-12, 1e-9, 1e-4, 0.01, 0.075, 0.0750001, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9]
)
def test_that_the_normal_quantile_is_that_of_the_standard_library(p: float) -> None:
    expected = NORMAL.inv_cdf(p)

    assert normal_quantile(np.asarray(p)) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_that_a_stream_depends_on_its_seed_and_its_name_alone() -> None:
    one = uniform_stream(1, "ym", 100)

    np.testing.assert_array_equal(one, uniform_stream(1, "ym", 100))
    assert not np.array_equal(one, uniform_stream(2, "ym", 100))
    assert not np.array_equal(one, uniform_stream(1, "b0", 100))


@pytest.mark.parametrize("draws", [1, 7, 1_000])
def test_that_each_of_equal_slices_is_drawn_once(draws: int) -> None:
    slices = np.floor(uniform_stream(3, "x", draws) * draws).astype(int)

    assert sorted(slices) == list(range(draws))


def test_that_two_streams_are_hardly_correlated() -> None:
    one, other = uniform_stream(1, "a", DRAWS), uniform_stream(1, "b", DRAWS)

    assert abs(np.corrcoef(one, other)[0, 1]) < 0.03


@pytest.mark.parametrize("value", [10.0, -4.0])
def test_that_a_normal_spread_has_its_mean_and_deviation(value: float) -> None:
    values = drawn(Spread("normal", relative=0.1), value)

    assert values.mean() == pytest.approx(value, rel=1e-3)
    assert values.std() == pytest.approx(0.1 * abs(value), rel=0.02)
    assert np.abs(values - value).max() <= 0.3 * abs(value) + 1e-12


def test_that_a_normal_spread_may_be_absolute() -> None:
    assert drawn(Spread("normal", sd=2.5)).std() == pytest.approx(2.5, rel=0.02)
    assert np.quantile(drawn(Spread("normal", sd=2.5)), 0.95) == pytest.approx(14.11, rel=1e-3)


def test_that_a_lognormal_spread_has_its_median_and_its_quantiles() -> None:
    values = drawn(Spread("lognormal", gsd=1.4))

    assert np.median(values) == pytest.approx(10.0, rel=1e-3)
    assert np.quantile(values, 0.95) == pytest.approx(10 * 1.4**1.6449, rel=5e-3)
    assert np.quantile(values, 0.05) == pytest.approx(10 / 1.4**1.6449, rel=5e-3)


def test_that_dung_on_wet_pasture_has_the_published_mean_median_and_end() -> None:
    values = drawn(Spread("lognormal", gsd=2.135, median=0.75, cap=4.5), 0.006)

    assert np.median(values) == pytest.approx(0.0045, rel=1e-3)
    assert values.mean() == pytest.approx(0.006, rel=0.02)
    assert values.max() <= 0.027 + 1e-15


def test_that_a_triangular_spread_has_its_ends_mode_and_mean() -> None:
    values = drawn(Spread("triangular", low=1.0, high=22.0))

    assert 1.0 <= values.min() <= 1.2
    assert 21.5 <= values.max() <= 22.0
    assert values.mean() == pytest.approx((1 + 10 + 22) / 3, rel=1e-3)
    assert values.var() == pytest.approx((1 + 100 + 484 - 10 - 22 - 220) / 18, rel=0.01)
    assert np.mean(values <= 10.0) == pytest.approx(9 / 21, abs=1e-3)


def test_that_a_triangle_without_width_is_its_mode() -> None:
    flat = Spread("triangular")
    zero = np.asarray([0.0])

    np.testing.assert_array_equal(flat.draw(zero, uniform_stream(1, "x", 9), zero, zero), 0.0)


def test_that_a_table_gives_the_ends_or_one_deviation_of_its_cells() -> None:
    value, low, high = (np.asarray([x]) for x in (10.0, 5.0, 15.0))
    uniform = uniform_stream(1, "x", DRAWS)

    assert Spread("normal").draw(value, uniform, low, high).std() == pytest.approx(5.0, rel=0.02)
    ends = Spread("triangular").draw(value, uniform, low, high)
    assert (ends.min() >= 5.0, ends.max() <= 15.0) == (True, True)


SPREADS = [
    Spread("normal", relative=0.1),
    Spread("normal", sd=1.0),
    Spread("lognormal", gsd=1.4),
    Spread("lognormal", gsd=2.1, median=0.75),
    Spread("triangular", low=5.0, high=20.0),
]


@pytest.mark.parametrize("spread", SPREADS)
def test_that_a_spread_of_no_width_is_the_value_itself(spread: Spread) -> None:
    np.testing.assert_array_equal(drawn(spread.scaled(0.0)), 10.0)


@pytest.mark.parametrize("spread", SPREADS)
def test_that_a_wider_spread_is_wider(spread: Spread) -> None:
    half, whole, double = (
        np.ptp(np.quantile(drawn(spread.scaled(w)), (0.05, 0.95))) for w in (0.5, 1, 2)
    )

    assert 0 < half < whole < double


@pytest.mark.parametrize("spread", SPREADS)
def test_that_a_narrow_spread_passes_into_none_without_a_jump(spread: Spread) -> None:
    np.testing.assert_allclose(drawn(spread.scaled(1e-9)), 10.0, rtol=1e-7)


def test_that_a_fixed_value_is_never_drawn() -> None:
    np.testing.assert_array_equal(drawn(Spread("fixed", because="a definition")), 10.0)


def test_that_an_unknown_kind_of_spread_is_refused() -> None:
    with pytest.raises(DiagnosticsError, match="“beta” is no kind of spread"):
        Spread("beta")


def test_that_without_streams_a_value_stays_as_it_is() -> None:
    value = np.asarray([1.0, 2.0])

    assert NOTHING_DRAWN.of("x", Spread("normal", relative=0.1), value) is value


def test_that_blocks_of_draws_are_the_draws_cut_in_order() -> None:
    column = uniform_stream(1, "x", 10)[:, None]
    draws = Drawn(10, {"x": column}, 1.5)
    blocks = [draws.block(0, 4), draws.block(4, 8), draws.block(8, 12)]

    assert [block.count for block in blocks] == [4, 4, 2]
    assert {block.width for block in blocks} == {1.5}
    np.testing.assert_array_equal(np.concatenate([b.uniform["x"] for b in blocks]), column)
