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
    """Animals counted in cow equivalents, to share what is common to the farm."""
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
    """All animals, counted in cow equivalents."""
    return livestock_unit_years


@formula(
    on=Workshop,
    label="One enterprise",
    symbol="W",
    unit="1",
    equation="W = 1",
    source=SHARING,
    mark="A",
    adds=True,
)
def workshop_present() -> Values:
    """Counts as one, so that the sum is how many the farm has."""
    return 1.0


@formula(
    on=FarmEntity,
    label="Number of enterprises",
    symbol="W_farm",
    unit="1",
    equation="W_farm = W",
    source=SHARING,
    mark="A",
    adds=True,
)
def workshop_count(workshop_present: Values) -> Values:
    """It shares what is common where the farm has no animals."""
    return workshop_present


@formula(
    on=Workshop,
    label="Share of what is common to the farm",
    symbol="w",
    unit="1",
    equation="w = LUY / LUY_farm if LUY_farm > 0, else W / W_farm",
    source=SHARING,
    mark="A",
)
def livestock_share(
    livestock_unit_years: Values,
    farm_livestock_unit_years: Values,
    workshop_present: Values,
    workshop_count: Values,
) -> Values:
    """Each enterprise takes its part of the livestock units; equal parts where there are none."""
    none = np.equal(farm_livestock_unit_years, 0)
    share = livestock_unit_years / np.where(none, 1.0, farm_livestock_unit_years)
    return np.where(none, workshop_present / workshop_count, share)


@formula(
    on=Workshop,
    label="Livestock units of a milking enterprise",
    symbol="LUY_m",
    unit="LU",
    equation="LUY_m = LUY × milks",
    source=SHARING,
    mark="A",
    adds=True,
)
def milking_livestock_unit_years(livestock_unit_years: Values, milking: Values) -> Values:
    """Zero in an enterprise where nothing is milked."""
    return livestock_unit_years * milking


@formula(
    on=FarmEntity,
    label="Livestock units of all milking enterprises",
    symbol="LUY_mf",
    unit="LU",
    equation="LUY_mf = LUY_m",
    source=SHARING,
    mark="A",
    adds=True,
)
def farm_milking_livestock_unit_years(milking_livestock_unit_years: Values) -> Values:
    """They share the electricity used for milking."""
    return milking_livestock_unit_years


@formula(
    on=Workshop,
    label="Share of the electricity",
    symbol="w_el",
    unit="1",
    equation="w_el = p_m × LUY_m / LUY_mf + (1 − p_m) × w if LUY_mf > 0, else w",
    source=SHARING,
    mark="A",
)
def electricity_share(
    milking_electricity_share: Values,
    milking_livestock_unit_years: Values,
    farm_milking_livestock_unit_years: Values,
    livestock_share: Values,
) -> Values:
    """Most goes to milking and the bulk tank, the rest by livestock units."""
    none = np.equal(farm_milking_livestock_unit_years, 0)
    milked = np.where(none, 1.0, farm_milking_livestock_unit_years)
    of_parlour = milking_electricity_share * milking_livestock_unit_years / milked
    split = of_parlour + (1 - milking_electricity_share) * livestock_share
    return np.where(none, livestock_share, split)
