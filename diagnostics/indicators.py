"""What describes a farm beside its footprint: animals, hedges, grass, nitrogen by the hectare."""

from diagnostics.core import Values, among, formula
from diagnostics.entities import FarmEntity, Field
from diagnostics.footprint import NO_LAND
from diagnostics.works import BOCAGE

OTHERS = BOCAGE.at("section 9")
FORAGE = among(
    Field.cover, "permanent_grassland", "rangeland", "temporary_grassland", "silage_maize"
)
LASTING = among(Field.cover, "permanent_grassland", "rangeland")
NO_FORAGE = "no forage is grown"


@formula(
    on=FarmEntity,
    label="Forage area",
    symbol="A_f",
    unit="ha",
    equation="A_f = A",
    source=OTHERS,
    mark="A",
    adds=True,
    where={"field_area": (FORAGE,)},
)
def forage_area(field_area: Values) -> Values:
    """Land whose growth the herds eat: all grass, and maize that is fed."""
    return field_area


@formula(
    on=FarmEntity,
    label="Permanent grassland of the farm",
    symbol="A_pg",
    unit="ha",
    equation="A_pg = A",
    source=OTHERS,
    mark="A",
    adds=True,
    where={"field_area": (LASTING,)},
)
def lasting_grassland_area(field_area: Values) -> Values:
    """Grassland that is not ploughed, and rough grazing."""
    return field_area


@formula(
    on=FarmEntity,
    label="Stocking rate",
    symbol="SR",
    unit="LU/ha",
    equation="SR = LUY_farm / A_f",
    source=OTHERS,
    mark="A",
    positive={"forage_area": NO_FORAGE},
)
def stocking_rate(farm_livestock_unit_years: Values, forage_area: Values) -> Values:
    """Livestock units for each hectare of grassland and forage maize."""
    return farm_livestock_unit_years / forage_area


@formula(
    on=FarmEntity,
    label="Permanent grassland in the farmed area",
    symbol="p_pg",
    unit="1",
    equation="p_pg = A_pg / A",
    source=OTHERS,
    mark="A",
    positive={"field_area": NO_LAND},
)
def permanent_grassland_share(lasting_grassland_area: Values, field_area: Values) -> Values:
    """How much of the land is never ploughed."""
    return lasting_grassland_area / field_area


@formula(
    on=FarmEntity,
    label="Hedges per hectare",
    symbol="L_ha",
    unit="m/ha",
    equation="L_ha = L_h / A",
    source=OTHERS,
    mark="A",
    positive={"field_area": NO_LAND},
)
def hedges_per_hectare(hedge_length: Values, field_area: Values) -> Values:
    """All hedges of the farm, shared out over its land."""
    return hedge_length / field_area


@formula(
    on=FarmEntity,
    label="Chemical nitrogen per hectare",
    symbol="F_ha",
    unit="kg N/ha/yr",
    equation="F_ha = F_SN / A",
    source=OTHERS,
    mark="A",
    positive={"field_area": NO_LAND},
)
def mineral_nitrogen_per_hectare(mineral_nitrogen: Values, field_area: Values) -> Values:
    """Nitrogen of fertilisers from the trade, shared out over all land."""
    return mineral_nitrogen / field_area
