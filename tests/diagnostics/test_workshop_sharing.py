"""What is common to a farm, and what moves between its workshops, is shared without rest."""

from dataclasses import replace

import numpy as np
import pytest

from diagnostics import diagnose
from diagnostics.balance import SOURCES
from diagnostics.record import Entry, Row
from diagnostics.workshop_lines import workshop_line
from tests.quick_farms import FARMS, answered, diagnosed, factors, value

EXACT = 1e-9


def total(found, name: str) -> float:
    """The sum over the farm."""
    return float(found.values[name].sum())


@pytest.mark.parametrize("farm", FARMS)
def test_that_workshops_add_up_to_the_farm(farm: str) -> None:
    found = diagnosed(farm, grassland_ploughed=2.0)

    for source in SOURCES:
        whole = total(found, source.formula)
        assert total(found, workshop_line(source)) == pytest.approx(whole, rel=EXACT, abs=1e-6)
    for part, whole_name in (
        ("workshop_gross_emissions", "gross_emissions"),
        ("workshop_storage", "carbon_storage"),
    ):
        assert total(found, part) == pytest.approx(total(found, whole_name), rel=EXACT)


def test_that_calves_finished_at_home_carry_their_part_of_the_dairy_herd() -> None:
    found = diagnosed("dairy that finishes")
    moved = 20 * 50.0
    burden = 1 - value(found, "milk_allocation", "DAIRY")
    share = burden * moved / value(found, "live_weight_production", "DAIRY")
    own = value(found, "own_workshop_emissions", "DAIRY")

    assert value(found, "live_weight_transferred_out", "DAIRY") == moved
    assert value(found, "live_weight_transferred_in", "BEEF_FATTEN") == moved
    assert value(found, "emissions_passed_on", "DAIRY") == pytest.approx(share * own)
    assert value(found, "emissions_received", "BEEF_FATTEN") == pytest.approx(share * own)


def test_that_the_calves_of_the_worked_dairy_farm_carry_eighteen_tonnes() -> None:
    carried = (1 - 0.8303) * 744_100 * 2_600 / 18_200

    assert carried == pytest.approx(18_040, rel=2e-3)


def test_that_milk_keeps_its_footprint_whoever_finishes_the_calves() -> None:
    """What a dairy herd passes on is added back before milk and meat share it."""
    record = answered("dairy that finishes")
    gone = record.but("DAIRY/BEEF_FATTEN", "transferred_weight", Entry(0.0))
    sold = gone.but("DAIRY", "live_weight_transferred_out", Entry(1_000.0))
    moved, unmoved = (diagnose(one, factors()) for one in (record, sold))

    assert value(moved, "gross_footprint_milk", "DAIRY") == pytest.approx(
        value(unmoved, "gross_footprint_milk", "DAIRY")
    )


def test_that_herds_may_give_to_each_other_in_a_ring() -> None:
    record = answered("two herds and all")
    ring = Row("Transfer", "BEEF_FATTEN/DAIRY", {"transferred_weight": Entry(500.0)}, "DAIRY")
    found = diagnose(replace(record, rows=(*record.rows, ring)), factors())
    shares = dict(zip(found.trace.keys(found.model["carried_share"].on),
                      found.values["carried_share"], strict=True))  # fmt: skip
    dairy, fatten = (
        value(found, "own_workshop_emissions", key) for key in ("DAIRY", "BEEF_FATTEN")
    )
    out, back = shares["DAIRY/BEEF_FATTEN"], shares["BEEF_FATTEN/DAIRY"]
    whole = np.linalg.solve([[1, -back], [-out, 1]], [dairy, fatten])

    assert value(found, "whole_emissions", "DAIRY") == pytest.approx(whole[0])
    assert value(found, "whole_emissions", "BEEF_FATTEN") == pytest.approx(whole[1])
    assert total(found, "workshop_gross_emissions") == pytest.approx(
        total(found, "gross_emissions"), rel=EXACT
    )


def test_that_sold_crops_take_their_hectares_and_nothing_of_herds() -> None:
    found = diagnosed("dairy that sells crops", electricity=10_000.0)
    crops = value(found, "field_area", "field/crops")
    share = 0.6 * crops / 100
    taken = {s.code: value(found, workshop_line(s), "CROPS") for s in SOURCES}

    assert taken["ENERGY"] == pytest.approx(share * total(found, "energy_emissions"))
    assert taken["UP_FERT"] == pytest.approx(share * total(found, "fertiliser_upstream"))
    assert [taken[c] for c in ("ENT", "MAN_CH4", "MAN_N2O", "ELEC", "UP_FEED")] == [0.0] * 5
    assert 0 < taken["SOIL_N2O"] < total(found, "soil_n2o_emissions")


def test_that_the_soils_of_sold_crops_are_worked_out_by_hand() -> None:
    found = diagnosed("dairy that sells crops")
    sold, nitrogen = 0.6 * value(found, "field_area", "field/crops"), 75.0 * 100
    fertiliser = nitrogen * sold / 100 * (0.016 + 0.05 * 0.014 + 0.24 * 0.011)
    residues = sold * 40 * (0.006 + 0.24 * 0.011)

    assert value(found, "sold_crop_n2o") == pytest.approx((fertiliser + residues) * 44 / 28)


def test_that_crops_without_an_enterprise_of_their_own_stay_with_the_herds() -> None:
    found = diagnosed("dairy", crops_sold_share=0.6)

    assert value(found, "sold_area") == 0.0
    assert total(found, "workshop_gross_emissions") == pytest.approx(
        total(found, "gross_emissions"), rel=EXACT
    )


@pytest.mark.parametrize("farm", FARMS)
def test_that_a_farm_twice_as_large_gives_twice_as_much(farm: str) -> None:
    amounts = (
        "agricultural_area", "head_years", "milk_delivered", "fattened_per_year",
    )  # fmt: skip
    record = answered(farm)
    double = record
    for row in record.rows:
        for name, entry in row.entries.items():
            if name in amounts:
                double = double.but(row.key, name, Entry(2 * float(entry.value)))
    once, twice = diagnose(record, factors()), diagnose(double, factors())

    for name in ("gross_emissions", "carbon_storage", "workshop_gross_emissions"):
        assert twice.values[name] == pytest.approx(2 * once.values[name], rel=EXACT)
