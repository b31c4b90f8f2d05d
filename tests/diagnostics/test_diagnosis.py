"""The public door: totals, reasons, intervals, and the plain results of one farm."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from diagnostics import FarmRecord, diagnose, gather
from diagnostics.core.draws import draw
from diagnostics.core.farm import stack
from diagnostics.core.run import Run
from diagnostics.diagnosis import HEADLINES, Diagnosis, Interval
from diagnostics.entities import Group, ManureShare
from diagnostics.record import Entry
from tests.farms import WORKED, dairy_farm, factors, herd, row, suckler_farm
from tests.plausible import model

FARMS = pytest.mark.parametrize("build", WORKED.values(), ids=WORKED)
BLOCKS = {
    "engine", "profile", "choices", "factor_hash", "farm", "values", "sources", "storage", "by_gas",
    "by_workshop", "groups", "own_data", "defaults_used", "warnings", "uncertainty",
}  # fmt: skip


def mixed_farm() -> FarmRecord:
    """A dairy herd and a second one of the same kind, side by side."""
    second = (
        row("Workshop", "DAIRY#2", workshop_kind="DAIRY", milk_delivered=70_000.0,
            live_weight_sold=2_000.0),
        *herd("DAIRY#2", "DC", "solid", head_years=10.0, live_weight=600.0, mature_weight=600.0,
              pasture_share=0.4, digestibility=0.7, crude_protein=0.15),
    )  # fmt: skip
    return replace(dairy_farm(), rows=(*dairy_farm().rows, *second))


def results(record: FarmRecord, draws: int = 0) -> dict[str, Any]:
    """The results of a dossier."""
    return diagnose(record, factors(), draws=draws).results()


def width(interval: Interval) -> float:
    """How far apart the ends of an interval lie."""
    return interval.p95 - interval.p5


@FARMS
def test_that_results_hold_every_block_and_no_nan(build: Any) -> None:
    found = results(build(), draws=50)

    assert set(found) == BLOCKS
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@FARMS
def test_that_the_blocks_of_results_add_up(build: Any) -> None:
    found = results(build())
    gross = found["values"]["gross_emissions"]["value"]

    assert sum(found["sources"].values()) == pytest.approx(gross, rel=1e-12)
    assert sum(found["by_gas"].values()) == pytest.approx(gross, rel=1e-12)
    stored = found["values"]["carbon_storage"]["value"]
    assert sum(found["storage"].values()) == pytest.approx(stored, rel=1e-12)


def test_that_every_null_of_the_results_has_its_reason() -> None:
    found = results(suckler_farm())
    nulls = {name for name, held in found["values"].items() if held["value"] is None}

    assert nulls
    assert {f"{name}: {found['values'][name]['reason']}" for name in nulls} <= set(
        found["warnings"]
    )
    assert found["values"]["gross_footprint_milk"]["reason"] == "no milk is sold"


def test_that_two_workshops_of_one_kind_share_the_farm() -> None:
    found = results(mixed_farm())
    parts = found["by_workshop"]

    assert set(parts) == {"DAIRY", "DAIRY#2"}
    for code, total in found["sources"].items():
        assert sum(part["sources"][code] for part in parts.values()) == pytest.approx(total)
    assert found["values"]["gross_footprint_milk"]["value"] is None
    assert found["values"]["gross_footprint_milk"]["reason"] == "several workshops have one each"


def test_that_a_workshop_carries_the_lines_of_its_own_animals() -> None:
    alone, mixed = results(dairy_farm()), results(mixed_farm())

    assert mixed["by_workshop"]["DAIRY"]["sources"]["ENT"] == pytest.approx(alone["sources"]["ENT"])


def reference_values(record: FarmRecord) -> set[tuple[str, str]]:
    """The rows and names of what a result rests on that is not the farm's own."""
    return {(line["row"], line["name"]) for line in results(record)["defaults_used"]}


def test_that_what_was_answered_is_no_reference_value() -> None:
    answered = {(r.key, name) for r in dairy_farm().rows for name in r.entries}

    assert not answered & reference_values(dairy_farm())
    assert ("DAIRY", "storage_duration") in reference_values(dairy_farm())
    answered_too = dairy_farm().but("DAIRY", "storage_duration", Entry(6.0))
    assert ("DAIRY", "storage_duration") not in reference_values(answered_too)


def test_that_milk_shared_among_cows_is_own_data_and_milk_suckled_is_not() -> None:
    assert ("DAIRY/DC", "milk_per_head") not in reference_values(dairy_farm())
    assert ("BEEF_SUCKLER/SC", "milk_per_head") in reference_values(suckler_farm())


def test_that_one_more_answer_is_one_more_of_the_farms_own_data() -> None:
    more = dairy_farm().but("DAIRY/DC/slurry_crust", "storage_months", Entry(4.0))

    assert results(more)["own_data"] == results(dairy_farm())["own_data"] + 1


@pytest.mark.parametrize(
    ("key", "name", "reason"),
    [
        ("DAIRY/DC", "head_years", "not entered"),
        ("", "diesel", "not entered"),
    ],
)
def test_that_a_missing_answer_leaves_no_total_and_says_so(
    key: str, name: str, reason: str
) -> None:
    diagnosis = diagnose(dairy_farm().but(key, name, None), factors())

    assert diagnosis.total("gross_emissions") is None
    assert reason in str(diagnosis.why_not("gross_emissions"))


def test_that_unknown_is_not_zero_and_zero_is_not_unknown() -> None:
    none = dairy_farm().but("", "diesel", Entry(0.0))

    assert results(none)["sources"]["ENERGY"] == 0.0
    assert results(dairy_farm().but("", "diesel", None))["sources"]["ENERGY"] is None


NOTHING: list[tuple[str, str, str]] = [
    ("DAIRY/DC", "head_years", "milk_sold_per_animal"),
    ("DAIRY", "milk_delivered", "gross_footprint_milk"),
    ("DAIRY", "live_weight_sold", "gross_footprint_dairy_beef"),
]


@pytest.mark.parametrize(("key", "name", "ratio"), NOTHING)
def test_that_without_animals_milk_or_meat_there_is_still_a_total(
    key: str, name: str, ratio: str
) -> None:
    diagnosis = diagnose(dairy_farm().but(key, name, Entry(0.0)), factors())

    assert diagnosis.total("gross_emissions") is not None
    assert diagnosis.total(ratio) is None
    assert str(diagnosis.why_not(ratio)).startswith("no ")


def test_that_a_farm_without_rows_emits_nothing() -> None:
    bare = FarmRecord(
        "Bare",
        2025,
        (
            row("Farm", "", agricultural_area=0.0, diesel=0.0, electricity=0.0),
            row("Workshop", "CROPS", workshop_kind="CROPS", live_weight_sold=0.0),
        ),
    )
    diagnosis = diagnose(bare, factors())

    assert diagnosis.total("gross_emissions") == 0.0
    assert diagnosis.total("carbon_storage") == 0.0
    assert str(diagnosis.why_not("gross_footprint_area")) == "no area is farmed"


# --- draws --------------------------------------------------------------------------------------


def drawn(record: FarmRecord, draws: int = 400, **further: Any) -> Diagnosis:
    """A diagnosis with intervals."""
    return diagnose(record, factors(), draws=draws, **further)


@FARMS
def test_that_without_spread_all_quantiles_are_the_value(build: Any) -> None:
    diagnosis = drawn(build(), draws=60, spread_width=0.0)

    for name in HEADLINES:
        interval = diagnosis.interval(name)
        if interval is not None:
            value = pytest.approx(diagnosis.total(name), rel=1e-12)
            assert (interval.p5, interval.p50, interval.p95) == (value, value, value)


@FARMS
def test_that_twice_the_spread_is_a_wider_interval(build: Any) -> None:
    narrow, wide = drawn(build()), drawn(build(), spread_width=2.0)

    for name in ("gross_emissions", "carbon_storage", "net_emissions", "gross_footprint_area"):
        assert width(wide.interval(name)) > 1.5 * width(narrow.interval(name)) > 0


@FARMS
def test_that_the_interval_holds_the_value(build: Any) -> None:
    diagnosis = drawn(build())

    for name in HEADLINES:
        interval, value = diagnosis.interval(name), diagnosis.total(name)
        assert (interval is None) == (value is None)
        if interval is not None:
            assert interval.p5 < interval.p50 < interval.p95
            assert interval.p5 < value < interval.p95


@FARMS
def test_that_the_median_lies_near_the_value(build: Any) -> None:
    diagnosis = drawn(build(), draws=2_000)

    for name in ("gross_emissions", "carbon_storage", "net_emissions"):
        interval = diagnosis.interval(name)
        assert interval is not None
        assert interval.p50 == pytest.approx(diagnosis.total(name), abs=0.1 * width(interval))


@FARMS
def test_that_in_every_draw_all_manure_goes_somewhere(build: Any) -> None:
    known, farm = model(), gather([build()])
    run = Run(known, farm, draw(known, farm, HEADLINES, 1, 40)).compute()
    shares = run.carried(run.values["manure_system_share"], ManureShare, Group)

    assert shares.shape[0] == 40
    np.testing.assert_allclose(shares, 1.0, rtol=1e-12)


def test_that_the_same_seed_gives_the_same_intervals_and_another_does_not() -> None:
    first, again, other = (drawn(dairy_farm(), draws=90, seed=s) for s in (7, 7, 8))

    assert first.uncertainty == again.uncertainty
    assert first.uncertainty != other.uncertainty


def test_that_draws_leave_the_values_as_they_are() -> None:
    without, with_draws = diagnose(dairy_farm(), factors()), drawn(dairy_farm(), draws=20)

    for name, values in without.values.items():
        np.testing.assert_array_equal(values, with_draws.values[name])


def test_that_a_default_is_less_sure_than_the_same_value_entered() -> None:
    assumed = drawn(dairy_farm().but("DAIRY/DC", "live_weight", None))
    entered, name = drawn(dairy_farm()), "gross_footprint_milk"

    assert assumed.total(name) == pytest.approx(entered.total(name))
    assert width(assumed.interval(name)) > width(entered.interval(name))


@pytest.mark.parametrize("draws", [1, 2, 51])
def test_that_few_draws_are_enough_for_quantiles(draws: int) -> None:
    interval = drawn(dairy_farm(), draws=draws).interval("gross_emissions")

    assert interval is not None
    assert interval.p5 <= interval.p50 <= interval.p95


# --- many farms ---------------------------------------------------------------------------------


def test_that_a_farm_among_many_is_diagnosed_as_alone() -> None:
    records = [dairy_farm(), suckler_farm(), mixed_farm()]
    many = diagnose(gather(records), factors(), wanted=["gross_emissions", "net_emissions"])

    for place, record in enumerate(records):
        alone = diagnose(record, factors())
        for name in ("gross_emissions", "net_emissions"):
            assert many.values[name][place] == pytest.approx(alone.total(name), rel=1e-12)


def test_that_many_farms_give_the_headline_figures_by_default() -> None:
    many = diagnose(stack([gather([dairy_farm()])] * 5), factors())

    assert set(many.values) == set(HEADLINES)
    assert len(set(many.values["gross_emissions"])) == 1


def test_that_intervals_of_many_farms_are_those_of_each_alone() -> None:
    both = diagnose(gather([dairy_farm(), suckler_farm()]), factors(), draws=80)
    alone = drawn(suckler_farm(), draws=80)

    found = both.uncertainty["gross_emissions"][1]
    assert found is not None
    expected: Mapping[str, float] = vars(alone.interval("gross_emissions"))
    assert vars(found) == pytest.approx(expected, rel=1e-9)


def test_that_a_diet_too_poor_in_protein_for_the_milk_is_said() -> None:
    found = results(dairy_farm().but("DAIRY/DC", "crude_protein", Entry(0.04)))

    assert any("keeps more nitrogen than it eats" in sentence for sentence in found["warnings"])
