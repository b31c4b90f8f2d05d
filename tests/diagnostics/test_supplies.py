"""Fuels, power and purchases beside the ones of the worked farms, and spreads line by line."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from diagnostics import DiagnosticsError, diagnose, evaluate, load_factors, read_farm, write_farm
from diagnostics.core.chance import Spread
from diagnostics.core.factors import FactorSet
from diagnostics.library import model_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "examples" / "suckler_breeder_finisher.json"


@cache
def factors() -> FactorSet:
    """The factors of the default profile."""
    return load_factors(ROOT / "resources" / "factors")


def farm(**energy: tuple[float, str]) -> dict[str, Any]:
    """The suckler example with more answers on its energy page."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text("utf8"))
    answers = {name: {"value": value, "unit": unit} for name, (value, unit) in energy.items()}
    document["answers"]["energy"] |= answers
    return document


def total(document: dict[str, Any], name: str) -> float:
    """A figure of the farm."""
    found = diagnose(read_farm(json.dumps(document)), factors()).total(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "value", "unit", "more"),
    [
        ("heating_oil", 1_000, "L/yr", 3_250), ("petrol", 100, "L/yr", 279),
        ("natural_gas", 10, "MWh/yr", 2_190), ("propane", 2, "t/yr", 7_000),
        ("wood_fuel", 4_000, "kWh/yr", 100), ("biodiesel", 50, "L/yr", 53),
        ("vegetable_oil", 50, "L/yr", 57), ("grain_drying", 750, "t/yr", 2_625),
        ("heating_oil", 0, "L/yr", 0),
    ],
)  # fmt: skip
def test_that_each_fuel_adds_to_the_diesel(name: str, value: float, unit: str, more: float) -> None:
    assert total(farm(**{name: (value, unit)}), "energy_emissions") == pytest.approx(30_020 + more)


@pytest.mark.parametrize(
    ("name", "value", "unit", "more"),
    [("solar_self_use", 1_000, "kWh/yr", 40), ("irrigation_water", 1_000, "m3/yr", 24)],
)
def test_that_own_power_and_pumping_add_to_the_bill(
    name: str, value: float, unit: str, more: float
) -> None:
    assert total(farm(**{name: (value, unit)}), "electricity_emissions") == pytest.approx(
        720 + more
    )


def test_that_hired_passes_count_the_litres_of_their_kind() -> None:
    document = farm()
    document["contract_work"] = [
        {"operation": "ploughing", "answers": {"worked_area": {"value": 10, "unit": "ha/yr"}}},
        {"operation": "silage_harvest", "answers": {"worked_area": {"value": 4, "unit": "ha/yr"}}},
    ]

    assert total(document, "energy_emissions") == pytest.approx(30_020 + (200 + 120) * 3.16)


def test_that_hired_passes_survive_writing_and_reading() -> None:
    document = farm(petrol=(100, "L/yr"))
    document["contract_work"] = [
        {"operation": "baling", "answers": {"worked_area": {"value": 3, "unit": "ha/yr"}}}
    ]
    record = read_farm(json.dumps(document))

    assert read_farm(write_farm(record)) == record


@pytest.mark.parametrize("value", [-1, 6_000_000, float("nan")])
def test_that_an_impossible_quantity_of_fuel_is_refused(value: float) -> None:
    with pytest.raises(DiagnosticsError):
        read_farm(json.dumps(farm(petrol=(value, "L/yr"))))


def test_that_a_bare_formula_needs_no_fuel_beside_diesel() -> None:
    diesel, power = evaluate(
        [
            {"formula": "energy_emissions", "inputs": {"diesel": [0, 9_000]}},
            {"formula": "electricity_emissions", "inputs": {"electricity": 36_000}},
        ],
        factors(),
    )

    assert diesel["value"] == pytest.approx([0, 28_440])
    assert power["value"] == pytest.approx(2_160)


def test_that_a_bare_formula_still_asks_for_what_it_rests_on() -> None:
    (answer,) = evaluate([{"formula": "energy_emissions", "inputs": {"petrol": 10}}], factors())

    assert answer["value"] is None
    assert "diesel" in answer["error"]


@pytest.mark.parametrize(
    ("item", "quantity", "unit", "emissions"),
    [
        ("grass_silage", 10, "t DM", 2_200), ("feed_transport", 1_000, "t km", 100),
        ("mains_water", 500, "m3", 65), ("mains_water", 5_000, "L", 0.65), ("lamb", 30, "kg", 489),
        ("refrigerant_r404a", 2, "kg", 7_844),
    ],
)  # fmt: skip
def test_that_a_thing_is_bought_in_its_own_unit(
    item: str, quantity: float, unit: str, emissions: float
) -> None:
    document = farm()
    before = total(document, "gross_emissions")
    document["purchases"] += [{"item": item, "quantity": {"value": quantity, "unit": unit}}]

    assert total(document, "gross_emissions") - before == pytest.approx(emissions, abs=1e-6)


def test_that_a_thing_bought_in_another_unit_is_refused() -> None:
    document = farm()
    document["purchases"] += [{"item": "mains_water", "quantity": {"value": 3, "unit": "t"}}]

    with pytest.raises(DiagnosticsError, match="m3"):
        read_farm(json.dumps(document))


def test_that_each_line_is_drawn_with_its_own_spread_from_one_stream() -> None:
    grid = model_of(factors())["purchase_factor"].grid
    assert grid is not None
    codes = np.asarray([grid.choices[0].index(c) for c in ("soya_meal", "rape_meal")], np.int16)
    quantiles = np.asarray([[0.1], [0.5], [0.9]])
    values = np.asarray([1_579.0, 460.0])
    drawn = grid.table.passport.spread.draw(values, quantiles, gsd=grid.gsd_of((codes,)))
    ratios = np.log(drawn / values)

    assert ratios[1] == pytest.approx([0, 0], abs=1e-12)
    assert ratios[2, 0] / ratios[2, 1] == pytest.approx(np.log(1.6) / np.log(1.2))
    assert grid.gsd_of((np.asarray([-1], np.int16),)) == [1.0]


def test_that_the_spread_of_a_line_shrinks_with_the_width() -> None:
    value, quantile = np.asarray([100.0]), np.asarray([[0.9]])
    spread = Spread("lognormal", gsd=1.2)
    wide = spread.draw(value, quantile, gsd=np.asarray([1.6]))
    none = spread.scaled(0).draw(value, quantile, gsd=np.asarray([1.6]))

    assert wide > spread.draw(value, quantile) > value
    assert none == value
