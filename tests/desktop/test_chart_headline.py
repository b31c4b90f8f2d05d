"""Which number leads, and how a figure is written so that what is shown adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.figures import add_up, decimals_for, fixed, split_net
from desktop.charts.headline import NotComputed, headline_of
from desktop.charts.posts import POSTS
from desktop.charts.scale import apart, step_for, ticks
from desktop.charts.strip import range_strip
from desktop.words import load_words
from diagnostics.balance import POSTS as DECLARED
from diagnostics.balance import SOURCES
from tests.report.farms import beef_results, dairy_results, mixed_results, unsold_results

WORDS = load_words("en")


@pytest.mark.parametrize(
    ("found", "kind", "gross", "net"),
    [
        (dairy_results(), "milk", 0.9824, 0.8406),
        (beef_results(), "beef", 13.59, 7.705),
        (mixed_results(), "area", 1325.3 / 200, 966.1 / 200),
        (unsold_results(), "total", 744.105, 636.672),
    ],
)
def test_that_the_product_sold_decides_which_number_leads(found, kind, gross, net) -> None:
    headline = headline_of(found)

    assert headline.kind == kind
    assert headline.balance.gross == pytest.approx(gross, rel=1e-3)
    assert headline.balance.net == pytest.approx(net, rel=1e-3)


def test_that_the_posts_of_the_ratio_have_the_shares_of_the_tonnes() -> None:
    headline = headline_of(dairy_results())

    assert headline.balance.shares == pytest.approx(headline.tonnes.shares, abs=1e-12)
    assert headline.tonnes.gross == pytest.approx(744.1051, abs=1e-9)
    assert headline.tonnes.net == pytest.approx(744.1051 - 107.43333, abs=1e-4)


def test_that_a_range_without_width_is_no_range() -> None:
    found = dairy_results()
    found["uncertainty"]["net_footprint_milk"] = {"p5": 0.84, "p50": 0.84, "p95": 0.84}

    assert headline_of(found).balance.low is None
    assert range_strip(headline_of(found).balance, WORDS, lambda *_: 9.0, 445.0) is None


def test_that_a_range_beyond_the_number_of_draws_is_read_in_its_unit() -> None:
    headline = headline_of(mixed_results())

    assert headline.balance.low is not None
    assert headline.balance.low < headline.balance.net < (headline.balance.high or 0.0)


def test_that_a_figure_that_is_missing_is_refused_by_name() -> None:
    found = unsold_results()
    del found["values"]["net_emissions"]

    with pytest.raises(NotComputed) as refusal:
        headline_of(found)
    assert refusal.value.name == "net_emissions"


def test_that_the_charts_show_the_posts_that_the_engine_declares() -> None:
    assert [(post.key, post.name, post.short) for post in POSTS] == [
        (post.code, post.label, post.short) for post in DECLARED
    ]
    assert sorted(code for post in POSTS for code in post.codes) == sorted(s.code for s in SOURCES)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (744.1, "744"),
        (1234.5, "1,235"),
        (13.59, "13.6"),
        (0.8406, "0.84"),
        (0.0612, "0.061"),
        (0.00125, "0.0013"),
        (-5.886, "−5.89"),
        (99.6, "100"),
        (0.0, "0"),
    ],
)
def test_that_a_figure_gets_the_decimals_it_deserves(value: float, written: str) -> None:
    assert fixed(WORDS, value, decimals_for(value)) == written


def test_that_a_figure_too_small_to_show_is_not_written_as_zero() -> None:
    assert fixed(WORDS, 0.004, 2) == "<\u00a00.01"
    assert fixed(WORDS, -0.004, 2) == ">\u00a0−0.01"
    assert fixed(WORDS, 0.2, 0) == "<\u00a01"


@given(st.lists(st.floats(0, 1e4), max_size=9), st.integers(0, 3))
def test_that_rounded_parts_add_up_to_the_rounded_total(parts: list[float], decimals: int) -> None:
    shown = add_up(parts, decimals)

    assert sum(shown) == pytest.approx(sum(parts), abs=0.5 * 10**-decimals + 1e-6)
    assert all(abs(a - b) < 1.001 * 10**-decimals for a, b in zip(shown, parts, strict=True))


@given(st.floats(0, 1e4), st.floats(-1e4, 1e4), st.integers(0, 3))
def test_that_gross_minus_storage_is_net_as_shown(gross: float, net: float, decimals: int) -> None:
    shown = split_net(gross, net, decimals)

    assert shown[0] - shown[1] == pytest.approx(shown[2], abs=1e-9)


@given(st.floats(-1e5, 1e5), st.floats(1e-5, 1e6), st.integers(2, 9))
def test_that_ticks_are_few_and_lie_between_the_ends(low: float, span: float, most: int) -> None:
    values, _ = ticks(low, low + span, most)
    slack = 1e-6 * (abs(low) + span)

    assert len(values) <= most + 1
    assert all(low - slack <= value <= low + span + slack for value in values)
    assert step_for(span, most) * most >= span * (1 - 1e-6)


def test_that_labels_of_an_axis_leave_each_other_room() -> None:
    assert apart([0.0, 10.0, 20.0, 30.0], [8.0, 8.0, 8.0, 8.0], 4.0) == [True, False, True, False]
    assert apart([], [], 4.0) == []


def test_that_the_strip_holds_the_range_and_the_net_between_round_figures() -> None:
    shown = headline_of(dairy_results()).balance
    strip = range_strip(shown, WORDS, lambda text, *_: 5.0 * len(text), 445.0)

    assert strip is not None
    assert strip.table.rows == (("0.7346", "0.8406", "0.9582"),)
    assert 0.0 < strip.marks[0].bounds.x < 445.0
    assert strip.title.startswith("Net: 0.84 kg")
