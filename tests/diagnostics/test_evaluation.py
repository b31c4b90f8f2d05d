"""Single formulas worked out from what is given, row by row."""

import json
from typing import Any

import numpy as np
import pytest

from diagnostics import DiagnosticsError, evaluate
from diagnostics.core import Formula
from diagnostics.core.entities import numbers_of
from diagnostics.entities import ENTITIES
from diagnostics.library import formulas
from tests.farms import factors
from tests.golden.by_hand import formula as by_hand
from tests.plausible import plausible

AGREED = 1e-9
ROWS = 12
PLAIN = [f for f in formulas() if not f.sums_selected_rows]
SELECTED = [f for f in formulas() if f.sums_selected_rows]
HERD = {"head_years": 80.0, "milk_per_head": 8_000.0, "milk_fat": 0.041, "daily_gain": 0.0}
COW = {
    "live_weight": 650.0,
    "mature_weight": 650.0,
    "growth_coefficient": 0.8,
    "lactating_share": 305 / 365,
    "maintenance_coefficient_lactating": 0.386,
    "maintenance_coefficient_dry": 0.322,
    "pregnant_share": 0.92,
    "pasture_share": 0.35,
    "digestibility": 0.72,
}


def answer(formula: Any, inputs: Any) -> dict[str, Any]:
    """The answer to one request."""
    return evaluate([{"formula": formula, "inputs": inputs}], factors())[0]


def columns_of(formula: Formula) -> dict[str, list[float]]:
    """Plausible inputs of a formula, one list for each of its needs."""
    rng = np.random.default_rng(11)
    columns = {need: plausible(need, ROWS, rng) for need in formula.needs}
    columns |= {need: np.maximum(columns[need], 1e-3) for need in formula.positive}
    return {need: column.tolist() for need, column in columns.items()}


@pytest.mark.parametrize("formula", PLAIN, ids=lambda f: f.name)
def test_that_numbers_and_lists_agree_with_the_hand(formula: Formula) -> None:
    columns = columns_of(formula)
    hand = by_hand(formula.name)
    rows = [{need: column[i] for need, column in columns.items()} for i in range(ROWS)]
    written = [float(hand(**row)) for row in rows]
    single = [answer(formula.name, row)["value"] for row in rows]

    assert single == pytest.approx(written, rel=AGREED, abs=1e-9)
    if columns:
        together = answer(formula.name, columns)
        assert together["value"] == pytest.approx(written, rel=AGREED, abs=1e-9)
        assert together["unit"] == formula.unit


@pytest.mark.parametrize("formula", SELECTED, ids=lambda f: f.name)
def test_that_a_sum_of_chosen_rows_has_no_value_unless_given(formula: Formula) -> None:
    refused = answer(formula.name, columns_of(formula))

    assert refused["value"] is None
    assert formula.name in refused["error"]
    assert answer(formula.name, {formula.name: 3}) == {
        "formula": formula.name,
        "value": 3.0,
        "unit": formula.unit,
    }


def test_that_what_is_not_given_is_worked_out_through_the_whole_chain() -> None:
    found = answer("enteric_methane_per_head", {**HERD, **COW, "methane_conversion_factor": 0.063})

    assert "rumen_share" in found["error"]
    given = {**HERD, **COW, "methane_conversion_factor": 0.063, "rumen_share": 1}
    found = answer("enteric_methane_per_head", {**given, "additive_reduction": 0})
    assert found["value"] == pytest.approx(133.1, rel=1e-3)


def test_that_what_is_given_replaces_its_own_formula() -> None:
    given = {"net_energy_maintenance": 50, "live_weight": 1, "maintenance_coefficient": 1}

    assert answer("net_energy_maintenance", given)["value"] == 50.0
    found = answer("net_energy_activity", {**given, "pasture_share": 0.5})
    assert found["value"] == pytest.approx(0.17 * 0.5 * 50, rel=AGREED)


@pytest.mark.parametrize(
    ("formula", "inputs", "value"),
    [
        ("mineral_direct_n2o", {"mineral_nitrogen": 1_000}, 1_000 * 0.016 * 44 / 28),
        ("pasture_direct_n2o", {"pasture_nitrogen": 1_000}, 1_000 * 0.006 * 44 / 28),
        ("mineral_volatilised_nitrogen", {"mineral_nitrogen": 1_000}, 50.0),
        ("fertiliser_manufacture", {"mineral_nitrogen": 1_000}, 3_469.0),
        ("electricity_emissions", {"electricity": 1_000}, 60.0),
        ("energy_emissions", {"diesel": 1_000}, 3_160.0),
        ("hedge_storage", {"hedge_length": 100}, 250 * 44 / 12),
        ("enteric_emissions", {"enteric_methane": 2}, 56.0),
        (
            "manure_system_share",
            {"pasture_share": 0.35, "housed_share": 1},
            0.65,
        ),
    ],
)
def test_that_a_factor_not_given_takes_the_value_of_the_profile(formula, inputs, value) -> None:
    assert answer(formula, inputs)["value"] == pytest.approx(value, rel=AGREED)


def test_that_another_profile_gives_other_factors() -> None:
    request = {"formula": "enteric_emissions", "inputs": {"enteric_methane": 2}}

    assert evaluate([request], factors("AR6"))[0]["value"] == pytest.approx(54.0, rel=AGREED)


@pytest.mark.parametrize(
    ("formula", "inputs", "missing"),
    [
        ("livestock_unit_years", {"head_years": 3}, "livestock_units"),
        ("enteric_methane_per_head", {"gross_energy_intake": 1}, "methane_conversion_factor"),
        ("manure_methane", {"volatile_solids": 1}, "methane_producing_capacity"),
        ("manure_methane", {"volatile_solids": 1}, "manure_methane_factor"),
        ("manure_direct_n2o", {"manure_nitrogen": 1}, "manure_direct_factor"),
        ("manure_volatilised_nitrogen", {"manure_nitrogen": 1}, "manure_gas_fraction"),
        ("manure_leached_nitrogen", {"manure_nitrogen": 1}, "manure_leach_fraction"),
        ("net_energy_maintenance", {"live_weight": 1}, "maintenance_coefficient_dry"),
        ("net_energy_growth", {"live_weight": 1}, "growth_coefficient"),
        ("field_storage", {"field_area": 1}, "field_storage_rate"),
        ("milking_livestock_unit_years", {"livestock_unit_years": 1}, "milking"),
        ("purchase_emissions", {"purchase_quantity": 1}, "purchase_factor"),
    ],
)
def test_that_a_table_by_class_or_system_has_no_value_of_its_own(formula, inputs, missing) -> None:
    found = answer(formula, inputs)

    assert found["value"] is None
    assert missing in found["error"]


# Questions beside the main one, such as other fuels: a bare formula counts them as none.
EXTRAS = {n for e in ENTITIES for n, asked in numbers_of(e).items() if asked.extra}


@pytest.mark.parametrize("formula", PLAIN, ids=lambda f: f.name)
def test_that_each_missing_need_is_named(formula: Formula) -> None:
    columns, model = columns_of(formula), factors()
    for need in columns:
        if need in model.factors or need in model.tables or need == "workshop_present":
            continue
        kept = {name: values for name, values in columns.items() if name != need}
        found = answer(formula.name, kept)
        if found["value"] is None:
            assert need in found["error"]
        else:
            assert need in {f.name for f in formulas()} | EXTRAS


@pytest.mark.parametrize(
    ("formula", "inputs", "named"),
    [
        ("net_energy_lactation", {"milk_fat": 0.04}, "milk_per_head"),
        ("spread_nitrogen", {"manure_nitrogen": 1}, "bedding_nitrogen"),
        ("gross_footprint_area", {"gross_emissions": 1}, "field_area"),
    ],
)
def test_that_a_question_with_a_rule_is_named_itself(formula, inputs, named) -> None:
    error = answer(formula, inputs)["error"]

    assert named in error
    assert "remaining_area" not in error
    assert "litter_unit_years" not in error


def test_that_no_answer_of_a_farm_is_assumed() -> None:
    found = answer("lime_co2", {"limestone": 100})

    assert found["value"] is None
    assert "dolomite" in found["error"]


def test_that_a_ratio_which_does_not_apply_is_null_with_its_reason() -> None:
    rows = answer("beef_milk_ratio", {"meat_sold": 300, "corrected_milk": [0, 30_000]})
    after = answer("milk_allocation", {"meat_sold": 300, "corrected_milk": [30_000, 0]})

    assert rows["value"] == [None, 0.01]
    assert rows["error"] == after["error"] == "no milk is sold"
    assert after["value"] == [pytest.approx(1 - 0.0604), None]


def test_that_a_clip_written_in_an_equation_holds() -> None:
    assert answer("milk_allocation", {"beef_milk_ratio": [0, 0.5, -1]})["value"] == [1.0, 0.0, 1.0]
    assert answer("meat_sold", {"live_weight_production": [-5, 5]})["value"] == [0.0, 5.0]


def test_that_the_pure_formula_checks_no_range_and_no_kind_of_workshop() -> None:
    beef = {"workshop_gross_emissions": -10, "live_weight_sold": 4}

    assert answer("gross_footprint_beef", beef)["value"] == -2.5
    assert answer("net_energy_lactation", {"milk_per_head": -365, "milk_fat": 0})["value"] == -1.47


@pytest.mark.parametrize(
    ("formula", "inputs"),
    [
        ("maintenance_energy_ratio", {"digestibility": 0}),
        ("net_energy_maintenance", {"maintenance_coefficient": 1, "live_weight": -1}),
        ("enteric_methane", {"enteric_methane_per_head": 1e200, "head_years": 1e200}),
    ],
)
def test_that_a_value_without_bounds_is_null_and_not_infinite(formula, inputs) -> None:
    found = answer(formula, inputs)

    assert found["value"] is None
    assert formula in found["error"]


def test_that_scalars_repeat_and_give_a_number_when_alone() -> None:
    both = {"enteric_methane_per_head": [1, 2, 3], "head_years": 10}

    assert answer("enteric_methane", both)["value"] == [10.0, 20.0, 30.0]
    assert answer("enteric_methane", {**both, "enteric_methane_per_head": [4]})["value"] == [40.0]
    assert answer("enteric_methane", {**both, "enteric_methane_per_head": 4})["value"] == 40.0
    assert answer("tree_storage", {"head_years": [1, 2]})["value"] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (3, "formula"),
        ([], "formula"),
        ({}, "formula"),
        ({"formula": 3, "inputs": {}}, "formula"),
        ({"formula": float("nan"), "inputs": {}}, "formula"),
        ({"formula": "enteric_methane", "inputs": []}, "inputs"),
        ({"formula": "enteric_methane", "input": {"head_years": 1}}, "inputs"),
        ({"formula": "nothing_like_it", "inputs": {}}, "nothing_like_it"),
        ({"formula": "milk_delivered", "inputs": {"head_years": 1}}, "milk_delivered"),
        ({"formula": "gwp_methane", "inputs": {}}, "gwp_methane"),
        ({"formula": "enteric_methane", "inputs": {"sheepdogs": 1}}, "sheepdogs"),
        ({"formula": "enteric_methane", "inputs": {"animal_class": "DC"}}, "animal_class"),
    ],
)
def test_that_a_request_of_another_form_is_answered_by_an_error(request_, named: str) -> None:
    found = evaluate([request_], factors())[0]

    assert found["value"] is None
    assert named in found["error"]
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize(
    "value",
    ["3", None, True, [], [[1]], [1, None], [1, "2"], {"value": 1}, float("nan"), float("inf"),
     [1, float("nan")], 10**400, [True]],
)  # fmt: skip
def test_that_what_is_no_number_is_answered_by_an_error(value: Any) -> None:
    found = answer("enteric_methane", {"enteric_methane_per_head": 1, "head_years": value})

    assert found["value"] is None
    assert "head_years" in found["error"]


def test_that_lists_of_different_lengths_are_refused() -> None:
    error = answer("enteric_methane", {"enteric_methane_per_head": [1, 2], "head_years": [1]})

    assert error["value"] is None
    assert "enteric_methane_per_head 2, head_years 1" in error["error"]


def test_that_one_refused_request_leaves_the_others_alone() -> None:
    asked = [{"formula": "x"}, {"formula": "tree_storage"}, None]

    assert [found["value"] for found in evaluate(asked, factors())] == [None, 0.0, None]
    assert evaluate([], factors()) == []


def test_that_something_else_than_a_list_is_refused() -> None:
    with pytest.raises(DiagnosticsError, match="list of requests"):
        evaluate({"formula": "tree_storage"}, factors())  # type: ignore[arg-type]
