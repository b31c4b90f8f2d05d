"""Net energy an animal needs each day, and the feed that brings it (IPCC 2019 Tier 2)."""

from diagnostics.constants import DAYS_PER_YEAR
from diagnostics.core import Constant, Values, formula
from diagnostics.core.formula import Branches
from diagnostics.entities import Group
from diagnostics.works import IPCC_2019

GROWTH_SCALE = 22.02  # IPCC 2019 eq. 10.6, cattle (NRC 1996)
GROWTH_EXPONENT = 1.097
METABOLIC_EXPONENT = 0.75

SMALL = ("sheep", "goat")  # their forms of these equations lie in small_ruminants.py
MILK_ENERGY_BASE = Constant(1.47, "MJ/kg")
MILK_ENERGY_FAT = Constant(40, "MJ/kg")


@formula(
    on=Group,
    label="Maintenance coefficient",
    symbol="Cfi",
    unit="MJ/d/kg^0.75",
    equation="Cfi = Cfi_l × f_lact + Cfi_d × (1 − f_lact)",
    source=IPCC_2019.table("10.4"),
    mark="V",
)
def maintenance_coefficient(
    lactating_share: Values,
    maintenance_coefficient_lactating: Values,
    maintenance_coefficient_dry: Values,
) -> Values:
    """Average over the year of the coefficients in milk and when dry."""
    dry_share = 1 - lactating_share
    return (
        maintenance_coefficient_lactating * lactating_share
        + maintenance_coefficient_dry * dry_share
    )


@formula(
    on=Group,
    label="Energy for maintenance",
    symbol="NEm",
    unit="MJ/head/d",
    equation="NEm = Cfi × LW^0.75",
    source=IPCC_2019.equation("10.3"),
    mark="V",
    empirical="metabolic weight, Kleiber's exponent",
)
def net_energy_maintenance(maintenance_coefficient: Values, live_weight: Values) -> Values:
    """Energy that an animal needs to stay alive and keep its weight."""
    return maintenance_coefficient * live_weight**METABOLIC_EXPONENT


@formula(
    on=Group,
    label="Energy for activity",
    symbol="NEa",
    unit="MJ/head/d",
    equation="NEa = Ca × past × NEm",
    source=IPCC_2019.equation("10.4"),
    mark="V",
    branches=Branches(Group.species, dict.fromkeys(SMALL, "net_energy_activity_small")),
)
def net_energy_activity(
    activity_coefficient: Values, pasture_share: Values, net_energy_maintenance: Values
) -> Values:
    """Energy for walking and grazing, in proportion to the time outside."""
    return activity_coefficient * pasture_share * net_energy_maintenance


@formula(
    on=Group,
    label="Energy for growth",
    symbol="NEg",
    unit="MJ/head/d",
    equation="NEg = 22.02 × (LW / (C × MW))^0.75 × WG^1.097",
    source=IPCC_2019.equation("10.6"),
    mark="V",
    empirical="IPCC 2019 eq. 10.6",
    branches=Branches(Group.species, dict.fromkeys(SMALL, "net_energy_growth_small")),
)
def net_energy_growth(
    live_weight: Values, mature_weight: Values, growth_coefficient: Values, daily_gain: Values
) -> Values:
    """Energy held in the weight gained each day."""
    maturity = live_weight / (growth_coefficient * mature_weight)
    return GROWTH_SCALE * maturity**METABOLIC_EXPONENT * daily_gain**GROWTH_EXPONENT


@formula(
    on=Group,
    label="Energy for milk",
    symbol="NEl",
    unit="MJ/head/d",
    equation="NEl = Milk / 365 × (1.47 + 40 × Fat)",
    source=IPCC_2019.equation("10.8"),
    mark="V",
    branches=Branches(Group.species, dict.fromkeys(SMALL, "net_energy_lactation_small")),
)
def net_energy_lactation(milk_per_head: Values, milk_fat: Values) -> Values:
    """Energy in the milk of one day, averaged over the year."""
    return milk_per_head / DAYS_PER_YEAR * (MILK_ENERGY_BASE + MILK_ENERGY_FAT * milk_fat)


@formula(
    on=Group,
    label="Energy for pregnancy",
    symbol="NEp",
    unit="MJ/head/d",
    equation="NEp = Cpreg × NEm × f_preg",
    source=IPCC_2019.equation("10.13"),
    mark="V",
)
def net_energy_pregnancy(
    pregnancy_coefficient: Values, net_energy_maintenance: Values, pregnant_share: Values
) -> Values:
    """Energy for the unborn calf, for the share of females calving."""
    return pregnancy_coefficient * net_energy_maintenance * pregnant_share


@formula(
    on=Group,
    label="Energy efficiency for maintenance",
    symbol="REM",
    unit="1",
    equation="REM = 1.123 − 0.4092 × DE + 0.1126 × DE^2 − 0.254 / DE",
    source=IPCC_2019.equation("10.14"),
    mark="V",
    empirical="IPCC 2019 eq. 10.14",
)
def maintenance_energy_ratio(digestibility: Values) -> Values:
    """How much of the digested energy serves to live and give milk."""
    squared = digestibility * digestibility
    return 1.123 - 0.4092 * digestibility + 0.1126 * squared - 0.254 / digestibility


@formula(
    on=Group,
    label="Energy efficiency for growth",
    symbol="REG",
    unit="1",
    equation="REG = 1.164 − 0.5160 × DE + 0.1308 × DE^2 − 0.374 / DE",
    source=IPCC_2019.equation("10.15"),
    mark="V",
    empirical="IPCC 2019 eq. 10.15",
)
def growth_energy_ratio(digestibility: Values) -> Values:
    """How much of the digested energy ends in weight gain."""
    squared = digestibility * digestibility
    return 1.164 - 0.5160 * digestibility + 0.1308 * squared - 0.374 / digestibility


@formula(
    on=Group,
    label="Gross energy intake",
    symbol="GE",
    unit="MJ/head/d",
    equation="GE = ((NEm + NEa + NEl + NEp) / REM + NEg / REG) / DE",
    source=IPCC_2019.equation("10.16"),
    mark="V",
)
def gross_energy_intake(
    net_energy_maintenance: Values,
    net_energy_activity: Values,
    net_energy_lactation: Values,
    net_energy_pregnancy: Values,
    net_energy_growth: Values,
    maintenance_energy_ratio: Values,
    growth_energy_ratio: Values,
    digestibility: Values,
) -> Values:
    """Energy in the feed an animal must eat each day to cover all its needs."""
    living = (
        net_energy_maintenance + net_energy_activity + net_energy_lactation + net_energy_pregnancy
    )
    digested = living / maintenance_energy_ratio + net_energy_growth / growth_energy_ratio
    return digested / digestibility


@formula(
    on=Group,
    label="Dry matter intake",
    symbol="DMI",
    unit="kg DM/head/d",
    equation="DMI = GE / GE_DM",
    source=IPCC_2019.at("section 10.2.2"),
    mark="V",
)
def dry_matter_intake(gross_energy_intake: Values, gross_energy_density: Values) -> Values:
    """What an animal eats each day, without the water in it."""
    return gross_energy_intake / gross_energy_density
