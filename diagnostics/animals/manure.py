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
    label="Share of the excreta in the system",
    symbol="AWMS",
    unit="1",
    equation="AWMS = sto × (1 − past) × AWMS_h + (1 − sto) × past",
    source=BOCAGE.at("rule 0.5-25"),
    mark="A",
)
def manure_system_share(pasture_share: Values, housed_share: Values, stored: Values) -> Values:
    """Housed systems share the time inside; the pasture row takes the time outside."""
    return stored * (1 - pasture_share) * housed_share + (1 - stored) * pasture_share


@formula(
    on=ManureShare,
    label="Methane of manure",
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
    """Methane from the dung of a group in one system over a year."""
    excreted = head_years * volatile_solids * DAYS_PER_YEAR * manure_system_share
    return excreted * methane_producing_capacity * METHANE_DENSITY * manure_methane_factor


@formula(
    on=ManureShare,
    label="Nitrogen entering the store",
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
    """Nitrogen that enters housing and store; none from the pasture row."""
    return head_years * nitrogen_excretion * manure_system_share * stored


@formula(
    on=ManureShare,
    label="Direct N2O of manure",
    symbol="N2O_dir",
    unit="kg N2O/yr",
    equation="N2O_dir = N_s × EF3 × 44 / 28",
    source=IPCC_2019.equation("10.25"),
    mark="V",
    adds=True,
)
def manure_direct_n2o(manure_nitrogen: Values, manure_direct_factor: Values) -> Values:
    """Nitrous oxide that leaves housing and store."""
    return manure_nitrogen * manure_direct_factor * N2O_PER_NITROGEN


@formula(
    on=ManureShare,
    label="Nitrogen lost to the air from manure",
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
    label="Nitrogen leached from stores",
    symbol="N_leachMS",
    unit="kg N/yr",
    equation="N_leachMS = N_s × FracLeachMS",
    source=IPCC_2019.equation("10.27"),
    mark="V",
    adds=True,
)
def manure_leached_nitrogen(manure_nitrogen: Values, manure_leach_fraction: Values) -> Values:
    """Nitrogen that seeps from heaps and litter."""
    return manure_nitrogen * manure_leach_fraction


@formula(
    on=ManureShare,
    label="Indirect N2O of manure",
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
    """Nitrous oxide where the lost nitrogen lands or seeps (eq. 10.28 and 10.29)."""
    deposited = manure_volatilised_nitrogen * deposition_factor
    leached = manure_leached_nitrogen * leaching_factor
    return (deposited + leached) * N2O_PER_NITROGEN


@formula(
    on=ManureShare,
    label="N2O of manure",
    symbol="N2O_man",
    unit="kg N2O/yr",
    equation="N2O_man = N2O_dir + N2O_ind",
    source=IPCC_2019.at("section 10.5"),
    mark="V",
    adds=True,
)
def manure_n2o(manure_direct_n2o: Values, manure_indirect_n2o: Values) -> Values:
    """All nitrous oxide of housing and storage."""
    return manure_direct_n2o + manure_indirect_n2o


@formula(
    on=ManureShare,
    label="Livestock units on litter",
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
    """Livestock units × years standing on bedding, the weight that shares it out."""
    return livestock_unit_years * manure_system_share * on_litter


@formula(
    on=FarmEntity,
    label="Livestock units on litter, whole farm",
    symbol="LUY_litf",
    unit="LU",
    equation="LUY_litf = LUY_lit",
    source=BOCAGE.at("rule 15.3-7"),
    mark="A",
    adds=True,
)
def farm_litter_unit_years(litter_unit_years: Values) -> Values:
    """All livestock units on bedding."""
    return litter_unit_years


@formula(
    on=ManureShare,
    label="Bedding nitrogen laid on this row",
    symbol="N_bed",
    unit="kg N/yr",
    equation="N_bed = N_straw × LUY_lit / LUY_litf",
    source=BOCAGE.at("rule 0.5-25"),
    mark="A",
    adds=True,
    rule=True,
)
def bedding_nitrogen(
    bedding_nitrogen_brought: Values, litter_unit_years: Values, farm_litter_unit_years: Values
) -> Values:
    """The farm's bedding nitrogen, shared by the livestock units on litter."""
    total = np.asarray(farm_litter_unit_years)
    share = np.where(total > 0, litter_unit_years / np.where(total > 0, total, 1.0), 0.0)
    return bedding_nitrogen_brought * share


@formula(
    on=ManureShare,
    label="Manure nitrogen that reaches the field",
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
    """Nitrogen of the store after all losses, with that of the bedding."""
    denitrified = manure_direct_factor * NITROGEN_LOST_PER_N2O_N
    kept = 1 - manure_gas_fraction - manure_leach_fraction - denitrified
    return manure_nitrogen * kept + bedding_nitrogen
