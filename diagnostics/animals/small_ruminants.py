"""Energy and nitrogen of sheep and goats, where their equations differ from those of cattle."""

from diagnostics.animals.excretion import MILK_PROTEIN_PER_NITROGEN
from diagnostics.constants import DAYS_PER_YEAR
from diagnostics.core import Constant, Values, formula
from diagnostics.entities import Group
from diagnostics.works import GLEAM, IPCC_2019

NITROGEN_IN_GAIN = Constant(0.026, "kg N/kg")


@formula(
    on=Group,
    label="Energy for activity, sheep and goats",
    symbol="NEa_s",
    unit="MJ/head/d",
    equation="NEa_s = LW × (Ca_out × past + Ca_in × (1 − past))",
    source=IPCC_2019.equation("10.5"),
    mark="V",
)
def net_energy_activity_small(
    live_weight: Values,
    walking_energy_outside: Values,
    pasture_share: Values,
    walking_energy_inside: Values,
) -> Values:
    """In proportion to their weight, more at grass than in the shed."""
    outside = walking_energy_outside * pasture_share
    return live_weight * (outside + walking_energy_inside * (1 - pasture_share))


@formula(
    on=Group,
    label="Energy for growth, sheep and goats",
    symbol="NEg_s",
    unit="MJ/head/d",
    equation="NEg_s = WG × (a_g + b_g × LW)",
    source=IPCC_2019.equation("10.7"),
    mark="V",
)
def net_energy_growth_small(
    daily_gain: Values, growth_energy: Values, growth_energy_slope: Values, live_weight: Values
) -> Values:
    """Each kilogram gained holds more energy the heavier the animal is."""
    return daily_gain * (growth_energy + growth_energy_slope * live_weight)


@formula(
    on=Group,
    label="Energy for milk, sheep and goats",
    symbol="NEl_s",
    unit="MJ/head/d",
    equation="NEl_s = Milk / 365 × e_milk",
    source=IPCC_2019.equation("10.9"),
    mark="V",
)
def net_energy_lactation_small(milk_per_head: Values, milk_energy: Values) -> Values:
    """Milk of ewes is rich, that of goats less so."""
    return milk_per_head / DAYS_PER_YEAR * milk_energy


@formula(
    on=Group,
    label="Nitrogen retained, sheep and goats",
    symbol="N_ret_s",
    unit="kg N/head/yr",
    equation="N_ret_s = Milk × Pr / 6.38 + 365 × WG × 0.026",
    source=GLEAM.at("nitrogen balance, small ruminants"),
    mark="V",
)
def nitrogen_retention_small(
    milk_per_head: Values, milk_protein: Values, daily_gain: Values
) -> Values:
    """Nitrogen that leaves in milk or stays in the body; wool is left out."""
    in_milk = milk_per_head * milk_protein / MILK_PROTEIN_PER_NITROGEN
    return in_milk + DAYS_PER_YEAR * daily_gain * NITROGEN_IN_GAIN
