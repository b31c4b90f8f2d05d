"""What animals excrete: nitrogen eaten and not kept, and organic matter not digested."""

from diagnostics.constants import DAYS_PER_YEAR
from diagnostics.core import Constant, Values, formula
from diagnostics.core.formula import Branches
from diagnostics.entities import Group
from diagnostics.works import IPCC_2019

FEED_PROTEIN_PER_NITROGEN = Constant(6.25, "kg DM/(kg N)")
MILK_PROTEIN_PER_NITROGEN = Constant(6.38, "kg/(kg N)")
GAIN_PROTEIN = Constant(268, "g/kg")
GAIN_PROTEIN_PER_ENERGY = Constant(7.03, "g/MJ")
BODY_PROTEIN_PER_NITROGEN = Constant(6250, "g/(kg N)")


@formula(
    on=Group,
    label="Nitrogen intake",
    symbol="N_int",
    unit="kg N/head/yr",
    equation="N_int = DMI × CP / 6.25 × 365",
    source=IPCC_2019.equation("10.32"),
    mark="R",
)
def nitrogen_intake(dry_matter_intake: Values, crude_protein: Values) -> Values:
    """Nitrogen in the feed of one animal over a year."""
    return dry_matter_intake * crude_protein / FEED_PROTEIN_PER_NITROGEN * DAYS_PER_YEAR


@formula(
    on=Group,
    label="Nitrogen retained",
    symbol="N_ret",
    unit="kg N/head/yr",
    equation="N_ret = Milk × Pr / 6.38 + 365 × (268 × WG − 7.03 × NEg) / 6250",
    source=IPCC_2019.equation("10.33"),
    mark="R",
    branches=Branches(Group.species, dict.fromkeys(("sheep", "goat"), "nitrogen_retention_small")),
)
def nitrogen_retention(
    milk_per_head: Values, milk_protein: Values, daily_gain: Values, net_energy_growth: Values
) -> Values:
    """Nitrogen that leaves in milk or stays in the body of one animal over a year."""
    in_milk = milk_per_head * milk_protein / MILK_PROTEIN_PER_NITROGEN
    gained = GAIN_PROTEIN * daily_gain - GAIN_PROTEIN_PER_ENERGY * net_energy_growth
    return in_milk + DAYS_PER_YEAR * gained / BODY_PROTEIN_PER_NITROGEN


@formula(
    on=Group,
    label="Nitrogen excreted",
    symbol="Nex",
    unit="kg N/head/yr",
    equation="Nex = N_int − N_ret",
    source=IPCC_2019.equation("10.31"),
    mark="R",
)
def nitrogen_excretion(nitrogen_intake: Values, nitrogen_retention: Values) -> Values:
    """Nitrogen in the dung and urine of one animal over a year."""
    return nitrogen_intake - nitrogen_retention


@formula(
    on=Group,
    label="Volatile solids",
    symbol="VS",
    unit="kg VS/head/d",
    equation="VS = (GE × (1 − DE) + UE × GE) × (1 − ASH) / GE_DM",
    source=IPCC_2019.equation("10.24"),
    mark="V",
)
def volatile_solids(
    gross_energy_intake: Values,
    digestibility: Values,
    urinary_energy_share: Values,
    ash_share: Values,
    gross_energy_density: Values,
) -> Values:
    """Organic matter in the dung of one animal each day; microbes in manure stores feed on it."""
    undigested = gross_energy_intake * (1 - digestibility)
    excreted = undigested + urinary_energy_share * gross_energy_intake
    return excreted * (1 - ash_share) / gross_energy_density


@formula(
    on=Group,
    label="Nitrogen dropped at grazing",
    symbol="F_PRP",
    unit="kg N/yr",
    equation="F_PRP = HY × Nex × past",
    source=IPCC_2019.equation("11.5"),
    mark="V",
    adds=True,
)
def pasture_nitrogen(
    head_years: Values, nitrogen_excretion: Values, pasture_share: Values
) -> Values:
    """Nitrogen in the dung and urine left on the grass."""
    return head_years * nitrogen_excretion * pasture_share
