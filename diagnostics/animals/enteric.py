"""Methane of digestion: the feed energy that leaves the rumen as gas (IPCC 2019 Tier 2)."""

from diagnostics.constants import DAYS_PER_YEAR, METHANE_ENERGY
from diagnostics.core import Values, formula
from diagnostics.entities import Group
from diagnostics.works import IPCC_2019


@formula(
    on=Group,
    label="Methane from digestion per head",
    symbol="EF",
    unit="kg CH4/head/yr",
    equation="EF = GE × Ym / 55.65 × 365 × f_rum × (1 − r)",
    source=IPCC_2019.equation("10.21"),
    mark="V",
)
def enteric_methane_per_head(
    gross_energy_intake: Values,
    methane_conversion_factor: Values,
    rumen_share: Values,
    additive_reduction: Values,
) -> Values:
    """Enteric methane that one animal releases in a year, from the energy it eats each day."""
    belched = gross_energy_intake * methane_conversion_factor / METHANE_ENERGY * DAYS_PER_YEAR
    return belched * rumen_share * (1 - additive_reduction)


@formula(
    on=Group,
    label="Methane from digestion",
    symbol="CH4_ent",
    unit="kg CH4/yr",
    equation="CH4_ent = EF × HY",
    source=IPCC_2019.equation("10.19"),
    mark="V",
    adds=True,
)
def enteric_methane(enteric_methane_per_head: Values, head_years: Values) -> Values:
    """Enteric methane that a whole group of animals releases in a year."""
    return enteric_methane_per_head * head_years
