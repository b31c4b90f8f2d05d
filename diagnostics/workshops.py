"""By which weights workshops share what the farm has in common."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity, Group, Workshop
from diagnostics.works import BOCAGE

SHARING = BOCAGE.at("rules 1.4 and 0.5-32")


@formula(
    on=Group,
    label="Livestock units",
    symbol="LUY",
    unit="LU",
    equation="LUY = LU × HY",
    source=BOCAGE.at("section 2.1"),
    mark="R",
    adds=True,
)
def livestock_unit_years(livestock_units: Values, head_years: Values) -> Values:
    """Animals of a class counted in cows, the weight that shares the common lines."""
    return livestock_units * head_years


@formula(
    on=FarmEntity,
    label="Livestock units of the farm",
    symbol="LUY_farm",
    unit="LU",
    equation="LUY_farm = LUY",
    source=SHARING,
    mark="A",
    adds=True,
)
def farm_livestock_unit_years(livestock_unit_years: Values) -> Values:
    """All animals of the farm counted in cows."""
    return livestock_unit_years


@formula(
    on=Workshop,
    label="One workshop",
    symbol="W",
    unit="1",
    equation="W = 1",
    source=SHARING,
    mark="A",
    adds=True,
)
def workshop_present() -> Values:
    """One for each workshop, to count them."""
    return 1.0


@formula(
    on=FarmEntity,
    label="Number of workshops",
    symbol="W_farm",
    unit="1",
    equation="W_farm = W",
    source=SHARING,
    mark="A",
    adds=True,
)
def workshop_count(workshop_present: Values) -> Values:
    """How many workshops the farm has."""
    return workshop_present


@formula(
    on=Workshop,
    label="Share of the common lines",
    symbol="w",
    unit="1",
    equation="w = LUY / LUY_farm, or W / W_farm without animals",
    source=SHARING,
    mark="A",
)
def livestock_share(
    livestock_unit_years: Values,
    farm_livestock_unit_years: Values,
    workshop_present: Values,
    workshop_count: Values,
) -> Values:
    """The workshop's part of the farm's livestock units; equal parts where there are none."""
    animals = np.asarray(farm_livestock_unit_years)
    share = livestock_unit_years / np.where(animals > 0, animals, 1.0)
    return np.where(animals > 0, share, workshop_present / workshop_count)


@formula(
    on=Workshop,
    label="Livestock units of a milking workshop",
    symbol="LUY_m",
    unit="LU",
    equation="LUY_m = LUY × milks",
    source=SHARING,
    mark="A",
    adds=True,
)
def milking_livestock_unit_years(livestock_unit_years: Values, milking: Values) -> Values:
    """Livestock units where there is a milking parlour."""
    return livestock_unit_years * milking


@formula(
    on=FarmEntity,
    label="Livestock units of all milking workshops",
    symbol="LUY_mf",
    unit="LU",
    equation="LUY_mf = LUY_m",
    source=SHARING,
    mark="A",
    adds=True,
)
def farm_milking_livestock_unit_years(milking_livestock_unit_years: Values) -> Values:
    """All livestock units where there is a milking parlour."""
    return milking_livestock_unit_years


@formula(
    on=Workshop,
    label="Share of the electricity",
    symbol="w_el",
    unit="1",
    equation="w_el = p_m × LUY_m / LUY_mf + (1 − p_m) × w, or w where nothing is milked",
    source=SHARING,
    mark="A",
)
def electricity_share(
    milking_electricity_share: Values,
    milking_livestock_unit_years: Values,
    farm_milking_livestock_unit_years: Values,
    livestock_share: Values,
) -> Values:
    """Nine tenths to the milking parlour and the tank, the rest by livestock units."""
    milked = np.asarray(farm_milking_livestock_unit_years)
    of_parlour = milking_livestock_unit_years / np.where(milked > 0, milked, 1.0)
    split = milking_electricity_share * of_parlour
    split = split + (1 - milking_electricity_share) * livestock_share
    return np.where(milked > 0, split, livestock_share)
