"""Carbon dioxide that lime and urea give back in the field."""

from diagnostics.constants import CO2_PER_CARBON
from diagnostics.core import Constant, Values, formula
from diagnostics.entities import FarmEntity
from diagnostics.works import IPCC_2019

LIMESTONE_CARBON = Constant(0.12, "kg C/kg")
DOLOMITE_CARBON = Constant(0.13, "kg C/kg")
UREA_CARBON = Constant(0.20, "kg C/kg")


@formula(
    on=FarmEntity,
    label="CO₂ from liming",
    symbol="CO2_lime",
    unit="kg CO2/yr",
    equation="CO2_lime = (M_lime × 0.12 + M_dol × 0.13) × 44 / 12",
    source=IPCC_2019.equation("11.12"),
    mark="R",
    adds=True,
)
def lime_co2(limestone: Values, dolomite: Values) -> Values:
    """Carbon in ground and magnesian limestone, all of it released."""
    return (limestone * LIMESTONE_CARBON + dolomite * DOLOMITE_CARBON) * CO2_PER_CARBON


@formula(
    on=FarmEntity,
    label="CO₂ from urea",
    symbol="CO2_urea",
    unit="kg CO2/yr",
    equation="CO2_urea = M_urea × 0.20 × 44 / 12",
    source=IPCC_2019.equation("11.13"),
    mark="V",
    adds=True,
)
def urea_co2(urea_product: Values) -> Values:
    """Its carbon is released as it turns into ammonium."""
    return urea_product * UREA_CARBON * CO2_PER_CARBON
