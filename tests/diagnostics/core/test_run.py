"""One run: what was given, what was filtered, which method ran, and what does not apply."""

import numpy as np
import pytest

from diagnostics.core import Formula, among
from diagnostics.core.formula import Branches
from diagnostics.core.run import Run
from diagnostics.core.values import FloatArray
from tests.diagnostics.core.toy import (
    BARN_FED,
    FED,
    FEED,
    THREE_BARNS,
    Barn,
    Beast,
    Bill,
    Yard,
    declare,
    factor,
    model,
    rows,
    run,
    yards,
)


def of_cost(cost: float) -> float:
    return cost


def of_feed(feed: float) -> float:
    return feed


def values(name: str, *declared: Formula, **tables: object) -> FloatArray:
    """The values of one quantity on two yards."""
    return run(model(*declared), yards(2, **tables)).values[name]


def test_that_a_given_value_replaces_its_formula_on_its_row_only() -> None:
    beasts = rows([0, 0, 2], heads=[1, 2, 3], weight=[100, 10, 1], feed=[np.nan, 7.0, np.nan])
    computed = run(model(FEED, FED), yards(2, Barn=THREE_BARNS["Barn"], Beast=beasts))

    np.testing.assert_array_equal(computed.values["feed"], [100.0, 7.0, 3.0])
    np.testing.assert_array_equal(computed.values["fed"], [107.0, 3.0])


def test_that_a_given_value_may_replace_a_factor() -> None:
    known = model(known=[factor("tax", 2.0, on="Barn")])
    farm = yards(1, Barn=rows([0, 0], tax=[np.nan, 5.0]))

    np.testing.assert_array_equal(run(known, farm).values["tax"], [2.0, 5.0])


def test_that_a_default_fills_the_gaps_of_a_field() -> None:
    farm = yards(3)._with(Yard, rows(range(3), rain=[100.0, np.nan, 0.0]))

    np.testing.assert_array_equal(run(model(), farm).values["rain"], [100.0, 600.0, 0.0])


def test_that_what_has_no_default_is_missing_and_not_zero() -> None:
    found = values("fed", FEED, FED, Barn=rows([0, 1]), Beast=rows([0, 1], heads=[1.0, 0.0]))

    assert np.isnan(found).all()


def test_that_a_rule_fills_a_field_and_an_answer_stands() -> None:
    rule = declare("weight", Beast, lambda rain: rain / 2, rule=True)
    found = values(
        "weight", rule, Barn=rows([0, 1]), Beast=rows([0, 1], weight=[np.nan, 8.0], heads=[1, 1])
    )

    np.testing.assert_array_equal(found, [300.0, 8.0])


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([0, 1, -1], [100.0, -2.0, 3.0]),
        ([1, 1, 1], [-1.0, -2.0, -3.0]),
        ([0, 0, 0], [100.0, 20.0, 3.0]),
    ],
)
def test_that_each_row_takes_the_branch_it_has_chosen(
    ways: list[int], expected: list[float]
) -> None:
    short = declare("short_feed", Beast, lambda heads: -heads)
    branched = declare(
        "feed",
        Beast,
        lambda heads, weight: heads * weight,
        branches=Branches(Beast.way, {"short": "short_feed"}),
    )
    beasts = rows([0, 0, 2], codes={"way": ways}, heads=[1, 2, 3], weight=[100, 10, 1])

    found = values("feed", branched, short, Barn=THREE_BARNS["Barn"], Beast=beasts)
    np.testing.assert_array_equal(found, expected)


BILLS = {
    "Barn": rows([0, 0, 1], codes={"roof": [0, 1, 0]}),
    "Bill": rows(
        [0, 0, 0, 1],
        codes={"matter": [0, 1, 0, 0]},
        links={"Barn": [1, 0, -1, 2]},
        cost=[1.0, 10.0, 100.0, 1000.0],
    ),
}


def test_that_only_filtered_rows_are_summed() -> None:
    hay = declare("hay", Yard, of_cost, adds=True, where={"cost": (among(Bill.matter, "hay"),)})

    np.testing.assert_array_equal(values("hay", hay, **BILLS), [101.0, 1000.0])


def test_that_two_filters_must_both_hold() -> None:
    both = (among(Bill.matter, "hay", "salt"), among(Yard.region, "south"))
    hay = declare("hay", Yard, of_cost, where={"cost": both})

    np.testing.assert_array_equal(values("hay", hay, **BILLS), [0.0, 0.0])


def test_that_rows_are_summed_along_their_link() -> None:
    own = declare("own", Barn, of_cost, adds=True, via={"cost": Barn})

    np.testing.assert_array_equal(values("own", own, **BILLS), [10.0, 1.0, 1000.0])


def test_that_a_link_and_a_filter_hold_together() -> None:
    hay = {"cost": (among(Bill.matter, "hay"),)}
    own = declare("own", Barn, of_cost, via={"cost": Barn}, where=hay)

    np.testing.assert_array_equal(values("own", own, **BILLS), [0.0, 1.0, 1000.0])


def test_that_rows_without_a_link_are_what_is_common() -> None:
    common = declare("common", Yard, of_cost, unlinked={"cost": Barn})

    np.testing.assert_array_equal(values("common", common, **BILLS), [100.0, 0.0])


def test_that_own_and_common_rows_are_all_rows() -> None:
    own = declare("own", Barn, of_cost, adds=True, via={"cost": Barn})
    common = declare("common", Yard, of_cost, unlinked={"cost": Barn})
    total = declare("total", Yard, of_cost)
    computed = run(model(own, common, total), yards(2, **BILLS)).values

    assert computed["own"].sum() + computed["common"].sum() == computed["total"].sum()


def test_that_a_missing_row_outside_the_filter_is_not_missed() -> None:
    bills = rows([0, 0], codes={"matter": [0, 1]}, cost=[1.0, np.nan])
    hay = declare("hay", Yard, of_cost, where={"cost": (among(Bill.matter, "hay"),)})

    np.testing.assert_array_equal(values("hay", hay, Bill=bills), [1.0, 0.0])


def test_that_a_ratio_applies_only_where_its_divisor_is_positive() -> None:
    ratio = declare("ratio", Barn, lambda feed, width: feed / width, positive={"width": "no width"})
    barns = rows([0, 0, 1], width=[10.0, 0.0, -1.0])
    found = values("ratio", FEED, ratio, Barn=barns, Beast=THREE_BARNS["Beast"])

    np.testing.assert_array_equal(found, [12.0, np.nan, np.nan])


def test_that_a_formula_applies_only_on_the_rows_it_is_made_for() -> None:
    tiled = declare("tiled", Barn, lambda: 1.0, applies=(among(Barn.roof, "tile"), "no tiles"))
    barns = rows([0, 0, 1], codes={"roof": [0, 1, -1]})

    np.testing.assert_array_equal(values("tiled", tiled, Barn=barns), [1.0, np.nan, np.nan])


def test_that_what_was_entered_is_summed_without_what_was_not() -> None:
    entered = declare("entered", Yard, lambda entered_width: entered_width)

    found = values("entered", entered, Barn=rows([0, 0, 1], width=[10.0, np.nan, np.nan]))
    np.testing.assert_array_equal(found, [10.0, 0.0])
    np.testing.assert_array_equal(values("entered", entered, Barn=rows([0, 1])), [0.0, 0.0])


def test_that_only_what_is_wanted_is_kept() -> None:
    farm = yards(2, **THREE_BARNS)
    kept = Run(model(FEED, FED, BARN_FED), farm).compute(["fed", "feed"]).values

    assert set(kept) == {"fed", "feed"}
    np.testing.assert_array_equal(kept["fed"], [120.0, 3.0])


def test_that_a_run_leaves_its_farm_as_it_was() -> None:
    farm = yards(2, **THREE_BARNS)
    before = {e: {k: v.copy() for k, v in t.given.items()} for e, t in farm.tables.items()}
    run(model(FEED, FED, BARN_FED), farm)

    for entity, given in before.items():
        for name, column in given.items():
            np.testing.assert_array_equal(farm.table(entity).given[name], column)


def test_that_two_runs_of_one_farm_are_the_same_to_the_bit() -> None:
    known, farm = model(FEED, FED, BARN_FED), yards(2, **THREE_BARNS)
    first, second = run(known, farm).values, run(known, farm).values

    assert all(first[name].tobytes() == second[name].tobytes() for name in first)
