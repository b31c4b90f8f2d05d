"""Each formula, computed with the units of its arguments, gives the unit it declares."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pint
import pytest

from diagnostics.constants import DAYS_PER_YEAR, N2O_PER_NITROGEN
from diagnostics.core import Constant, Formula
from diagnostics.core.model import Quantity
from diagnostics.library import formulas
from tests.plausible import model
from tests.units.dressing import dressed, off, unit

BY_NAME = {formula.name: formula for formula in formulas()}
MEASURED = [formula for formula in formulas() if not formula.empirical]
# Additive, and yet without a unit.
COUNTS = {"workshop_present", "workshop_count", "crop_workshop", "crop_workshop_count"}


def unit_of(formula: Formula, **arguments: str) -> float:
    """How far the result is from the declared unit; infinite where it is another kind of thing."""
    try:
        return off(formula, dressed(formula, arguments))
    except pint.DimensionalityError:
        return float("inf")


def planted(name: str, body: Callable[..., Any]) -> Formula:
    """A formula with another body; its constants are those of this file."""
    return replace(BY_NAME[name], body=body)


@pytest.mark.parametrize("formula", MEASURED, ids=lambda formula: formula.name)
def test_that_a_formula_gives_the_unit_it_declares(formula: Formula) -> None:
    assert unit_of(formula) == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize("quantity", model().quantities.values(), ids=lambda q: q.name)
def test_that_every_unit_can_be_read(quantity: Quantity) -> None:
    assert unit(quantity.unit).magnitude == pytest.approx(1.0)


@pytest.mark.parametrize("quantity", model().quantities.values(), ids=lambda q: q.name)
def test_that_what_is_summed_is_no_share_and_not_per_head(quantity: Quantity) -> None:
    per_head = "/head" in quantity.unit
    share = quantity.unit in ("1", "%") and quantity.name not in COUNTS

    assert not (quantity.adds and (per_head or share))


def test_that_a_dropped_ratio_of_masses_is_seen() -> None:
    def body(manure_nitrogen: Any, manure_direct_factor: Any) -> Any:
        return manure_nitrogen * manure_direct_factor

    assert unit_of(planted("manure_direct_n2o", body)) == float("inf")


def test_that_a_potential_counted_twice_is_seen() -> None:
    def body(enteric_methane: Any, gwp_methane: Any) -> Any:
        return enteric_methane * gwp_methane * gwp_methane

    assert unit_of(planted("enteric_emissions", body)) == float("inf")


def test_that_a_day_taken_for_a_year_is_seen() -> None:
    def body(dry_matter_intake: Any, crude_protein: Any) -> Any:
        return dry_matter_intake * crude_protein / FEED

    assert unit_of(planted("nitrogen_intake", body)) == float("inf")


def test_that_a_year_counted_twice_is_seen() -> None:
    def body(dry_matter_intake: Any, crude_protein: Any) -> Any:
        return dry_matter_intake * crude_protein / FEED * DAYS_PER_YEAR * DAYS_PER_YEAR

    assert unit_of(planted("nitrogen_intake", body)) == float("inf")


@pytest.mark.parametrize(
    ("name", "argument", "wrong", "worth"),
    [
        ("lime_upstream", "lime_factor", "kg CO2e/t", 1e-3),
        ("energy_emissions", "diesel", "m3/yr", 1e3),
        ("electricity_emissions", "electricity", "MJ/yr", 1 / 3.6),
        ("nitrogen_excretion", "nitrogen_retention", "kg/head/yr", float("inf")),
        ("hedge_storage", "hedge_rate", "kg C/m/yr", float("inf")),
    ],
)
def test_that_a_tonne_for_a_kilogram_is_seen(
    name: str, argument: str, wrong: str, worth: float
) -> None:
    assert unit_of(BY_NAME[name], **{argument: wrong}) == pytest.approx(worth)


def test_that_litres_taken_for_kilograms_are_seen() -> None:
    def body(corrected_milk: Any) -> Any:
        return corrected_milk

    assert unit_of(planted("corrected_milk_volume", body)) == float("inf")


def test_that_a_constant_of_the_wrong_matter_is_seen() -> None:
    def body(urea_product: Any) -> Any:
        return urea_product * WRONG * N2O_PER_NITROGEN

    assert unit_of(planted("urea_co2", body)) == float("inf")


FEED = Constant(6.25, "kg DM/(kg N)")
WRONG = Constant(0.20, "kg N2O-N/kg")
