"""Manure from the animal to the field: methane and nitrous oxide of housing and storage."""

import numpy as np

from diagnostics.constants import DAYS_PER_YEAR, METHANE_DENSITY, N2O_PER_NITROGEN
from diagnostics.core import Constant, Values, formula
from diagnostics.entities import FarmEntity, ManureShare
from diagnostics.works import BOCAGE, IPCC_2019

# One part N2O-N and three parts N2-N (IPCC 2019 eq. 10.34).
NITROGEN_LOST_PER_N2O_N = Constant(1 + 3, "kg N/(kg N2O-N)")


@formula(
    on=ManureShare,
    label="Share of each manure type",
    symbol="AWMS",
    unit="1",
    equation="AWMS = sto × (1 − past) × AWMS_h + (1 − sto) × past",
    source=BOCAGE.at("rule 0.5-25"),
    mark="A",
)
def manure_system_share(pasture_share: Values, housed_share: Values, stored: Values) -> Values:
    """Manure types share the time inside; dung at grass takes the time outside."""
    return stored * (1 - pasture_share) * housed_share + (1 - stored) * pasture_share


@formula(
    on=ManureShare,
    label="Methane from manure",
    symbol="CH4_man",
    unit="kg CH4/yr",
    equation="CH4_man = HY × VS × 365 × B0 × 0.67 × MCF × AWMS",
    source=IPCC_2019.equation("10.23"),
    mark="V",
    adds=True,
)
def manure_methane(
    head_years: Values,
    volatile_solids: Values,
    methane_producing_capacity: Values,
    manure_methane_factor: Values,
    manure_system_share: Values,
) -> Values:
    """Methane from the dung of one animal group, for one manure type, over a year."""
    excreted = head_years * volatile_solids * DAYS_PER_YEAR * manure_system_share
    return excreted * methane_producing_capacity * METHANE_DENSITY * manure_methane_factor


@formula(
    on=ManureShare,
    label="Manure nitrogen",
    symbol="N_s",
    unit="kg N/yr",
    equation="N_s = HY × Nex × AWMS × sto",
    source=IPCC_2019.equation("10.25"),
    mark="V",
    adds=True,
)
def manure_nitrogen(
    head_years: Values, nitrogen_excretion: Values, manure_system_share: Values, stored: Values
) -> Values:
    """Nitrogen that enters housing and store; what falls at grass is left out."""
    return head_years * nitrogen_excretion * manure_system_share * stored


@formula(
    on=ManureShare,
    label="Direct nitrous oxide from manure",
    symbol="N2O_dir",
    unit="kg N2O/yr",
    equation="N2O_dir = N_s × EF3 × 44 / 28",
    source=IPCC_2019.equation("10.25"),
    mark="V",
    adds=True,
)
def manure_direct_n2o(manure_nitrogen: Values, manure_direct_factor: Values) -> Values:
    """Nitrous oxide that leaves housing and manure store."""
    return manure_nitrogen * manure_direct_factor * N2O_PER_NITROGEN


@formula(
    on=ManureShare,
    label="Nitrogen volatilised",
    symbol="N_vol",
    unit="kg N/yr",
    equation="N_vol = N_s × FracGasMS",
    source=IPCC_2019.equation("10.26"),
    mark="V",
    adds=True,
)
def manure_volatilised_nitrogen(manure_nitrogen: Values, manure_gas_fraction: Values) -> Values:
    """Nitrogen that leaves housing and store as ammonia and nitric oxide."""
    return manure_nitrogen * manure_gas_fraction


@formula(
    on=ManureShare,
    label="Nitrogen leached from storage",
    symbol="N_leachMS",
    unit="kg N/yr",
    equation="N_leachMS = N_s × FracLeachMS",
    source=IPCC_2019.equation("10.27"),
    mark="V",
    adds=True,
)
def manure_leached_nitrogen(manure_nitrogen: Values, manure_leach_fraction: Values) -> Values:
    """Nitrogen that seeps from manure heaps and bedding."""
    return manure_nitrogen * manure_leach_fraction


@formula(
    on=ManureShare,
    label="Indirect nitrous oxide from manure",
    symbol="N2O_ind",
    unit="kg N2O/yr",
    equation="N2O_ind = (N_vol × EF4 + N_leachMS × EF5) × 44 / 28",
    source=IPCC_2019.equation("10.28"),
    mark="V",
    adds=True,
)
def manure_indirect_n2o(
    manure_volatilised_nitrogen: Values,
    manure_leached_nitrogen: Values,
    deposition_factor: Values,
    leaching_factor: Values,
) -> Values:
    """Nitrous oxide that forms where the lost nitrogen falls back or seeps.

    Equations 10.28 and 10.29.
    """
    deposited = manure_volatilised_nitrogen * deposition_factor
    leached = manure_leached_nitrogen * leaching_factor
    return (deposited + leached) * N2O_PER_NITROGEN


@formula(
    on=ManureShare,
    label="Nitrous oxide from manure",
    symbol="N2O_man",
    unit="kg N2O/yr",
    equation="N2O_man = N2O_dir + N2O_ind",
    source=IPCC_2019.at("section 10.5"),
    mark="V",
    adds=True,
)
def manure_n2o(manure_direct_n2o: Values, manure_indirect_n2o: Values) -> Values:
    """Direct and indirect, from housing and manure stores together."""
    return manure_direct_n2o + manure_indirect_n2o


@formula(
    on=ManureShare,
    label="Livestock units on bedding",
    symbol="LUY_lit",
    unit="LU",
    equation="LUY_lit = LUY × AWMS × lit",
    source=BOCAGE.at("rule 15.3-7"),
    mark="A",
    adds=True,
)
def litter_unit_years(
    livestock_unit_years: Values, manure_system_share: Values, on_litter: Values
) -> Values:
    """Animals kept on bedding, counted in cow equivalents; they share the bedding nitrogen."""
    return livestock_unit_years * manure_system_share * on_litter


@formula(
    on=FarmEntity,
    label="Livestock units on bedding, whole farm",
    symbol="LUY_litf",
    unit="LU",
    equation="LUY_litf = LUY_lit",
    source=BOCAGE.at("rule 15.3-7"),
    mark="A",
    adds=True,
)
def farm_litter_unit_years(litter_unit_years: Values) -> Values:
    """The bedding nitrogen is divided by this total."""
    return litter_unit_years


@formula(
    on=ManureShare,
    label="Nitrogen from bedding in this manure",
    symbol="N_bed",
    unit="kg N/yr",
    equation="N_bed = N_straw × LUY_lit / LUY_litf if LUY_litf > 0, else 0",
    source=BOCAGE.at("rule 0.5-25"),
    mark="A",
    adds=True,
    rule=True,
)
def bedding_nitrogen(
    bedding_nitrogen_brought: Values, litter_unit_years: Values, farm_litter_unit_years: Values
) -> Values:
    """The bedding nitrogen of the farm, shared by livestock units on bedding."""
    none = np.equal(farm_litter_unit_years, 0)
    share = litter_unit_years / np.where(none, 1.0, farm_litter_unit_years)
    return bedding_nitrogen_brought * np.where(none, 0.0, share)


@formula(
    on=ManureShare,
    label="Nitrogen spread",
    symbol="N_app",
    unit="kg N/yr",
    equation="N_app = N_s × (1 − FracGasMS − FracLeachMS − EF3 × 4) + N_bed",
    source=IPCC_2019.equation("10.34"),
    mark="V",
    adds=True,
)
def spread_nitrogen(
    manure_nitrogen: Values,
    manure_gas_fraction: Values,
    manure_leach_fraction: Values,
    manure_direct_factor: Values,
    bedding_nitrogen: Values,
) -> Values:
    """Manure nitrogen left after all losses, plus the nitrogen from bedding."""
    denitrified = manure_direct_factor * NITROGEN_LOST_PER_N2O_N
    kept = 1 - manure_gas_fraction - manure_leach_fraction - denitrified
    return manure_nitrogen * kept + bedding_nitrogen
