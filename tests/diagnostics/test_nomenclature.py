"""Names, symbols, units, entities and needs are those of the method's nomenclature."""

import pytest

from diagnostics.core.model import Quantity
from tests.golden.oracle import read
from tests.plausible import model

ROWS = {row["name"]: row for row in read("nomenclature.csv")}
# Not computed yet: rations, nitrogen and energy balances, ammonia, the other indicators, credits.
LATER = {
    "milk_lactose", "feeding_level", "concentrate_share", "methane_per_digested_organic_matter",
    "nitrogen_surplus", "ammonia", "nitrate_leached", "primary_energy", "acidification",
    "eutrophication", "biodiversity_equivalent_area", "people_fed", "grass_share",
    "protein_autonomy", "soil_carbon_stock", "four_per_thousand", "credit_estimate", "tan_housed",
    "tan_share", "bedding_straw",
}  # fmt: skip
NAMES = [name for name in ROWS if name not in LATER]
EACH = pytest.mark.parametrize("name", NAMES)


def role(quantity: Quantity) -> str:
    """What a quantity is to its reader; a question stays one when a rule can answer it."""
    if quantity.field is not None:
        return "input"
    return "formula" if quantity.formula is not None else "factor"


def test_that_what_is_left_for_later_is_known_by_name() -> None:
    assert {name for name in ROWS if name not in model()} == LATER


@EACH
def test_that_symbol_unit_and_role_are_those_of_the_nomenclature(name: str) -> None:
    quantity, row = model()[name], ROWS[name]

    assert (quantity.symbol, quantity.unit, role(quantity)) == (
        row["symbol"],
        row["unit"],
        row["role"],
    )


@EACH
def test_that_a_quantity_lives_on_its_entity_and_adds_up_as_told(name: str) -> None:
    quantity, row = model()[name], ROWS[name]

    assert quantity.on.name == row["entity"]
    assert quantity.adds == (row["adds"] == "yes")


@EACH
def test_that_a_formula_needs_what_the_nomenclature_says(name: str) -> None:
    needs = [need for need in model()[name].needs if need in ROWS]

    # An empty column says that the rows a sum is made of are described in words.
    assert needs == (ROWS[name]["needs"].split() or needs)
