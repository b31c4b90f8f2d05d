"""Crops that are sold form an enterprise: what of the common lines falls to it (rule 0.5-31)."""

import numpy as np

from diagnostics.constants import N2O_PER_NITROGEN
from diagnostics.core import Values, among, formula
from diagnostics.entities import FarmEntity, Field, Workshop
from diagnostics.works import BOCAGE

SOLD_CROPS = BOCAGE.at("rule 0.5-31")
CROPS = among(Field.cover, "crops")


@formula(
    on=Workshop,
    label="Enterprise that sells crops",
    symbol="C_w",
    unit="1",
    equation="C_w = crop",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def crop_workshop(sells_crops: Values) -> Values:
    """Counts as one, so that the sum is how many the farm has."""
    return sells_crops


@formula(
    on=FarmEntity,
    label="Number of enterprises that sell crops",
    symbol="C_farm",
    unit="1",
    equation="C_farm = C_w",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def crop_workshop_count(crop_workshop: Values) -> Values:
    """Zero on most livestock farms, where the crops feed the animals."""
    return crop_workshop


@formula(
    on=Workshop,
    label="Part of what falls to sold crops",
    symbol="c_w",
    unit="1",
    equation="c_w = C_w / C_farm if C_farm > 0, else 0",
    source=SOLD_CROPS,
    mark="A",
)
def crop_part(crop_workshop: Values, crop_workshop_count: Values) -> Values:
    """All of it for a single arable enterprise, nothing for herds."""
    none = np.equal(crop_workshop_count, 0)
    return np.where(none, 0.0, crop_workshop / np.where(none, 1.0, crop_workshop_count))


@formula(
    on=FarmEntity,
    label="Share of the crops that falls to an arable enterprise",
    symbol="p_crop",
    unit="1",
    equation="p_crop = p_sold × (C_farm − max(0, C_farm − 1))",
    source=SOLD_CROPS,
    mark="A",
)
def sold_share(crops_sold_share: Values, crop_workshop_count: Values) -> Values:
    """The share sold, where the farm has such an enterprise to carry it."""
    return crops_sold_share * (crop_workshop_count - np.maximum(0.0, crop_workshop_count - 1))


@formula(
    on=FarmEntity,
    label="Land under crops",
    symbol="A_crop",
    unit="ha",
    equation="A_crop = A",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
    where={"field_area": (CROPS,)},
)
def crop_area(field_area: Values) -> Values:
    """Hectares sown each year, grass and forage maize left out."""
    return field_area


@formula(
    on=FarmEntity,
    label="Crops sold, in hectares",
    symbol="A_sold",
    unit="ha",
    equation="A_sold = p_crop × A_crop",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def sold_area(sold_share: Values, crop_area: Values) -> Values:
    """Their share of the land under crops, whatever is grown on it."""
    return sold_share * crop_area


@formula(
    on=FarmEntity,
    label="Share of the farm under crops sold",
    symbol="a_sold",
    unit="1",
    equation="a_sold = A_sold / A if A > 0, else 0",
    source=SOLD_CROPS,
    mark="A",
)
def sold_area_share(sold_area: Values, field_area: Values) -> Values:
    """Fertiliser, lime and diesel follow the hectares."""
    none = np.equal(field_area, 0)
    return np.where(none, 0.0, sold_area / np.where(none, 1.0, field_area))


@formula(
    on=FarmEntity,
    label="Share of the sprayed land under crops sold",
    symbol="a_spr",
    unit="1",
    equation="a_spr = A_sold / A_till if A_till > 0, else 0",
    source=SOLD_CROPS,
    mark="A",
)
def sprayed_share(sold_area: Values, tilled_area: Values) -> Values:
    """Plant protection follows the hectares of crops and forage maize."""
    none = np.equal(tilled_area, 0)
    return np.where(none, 0.0, sold_area / np.where(none, 1.0, tilled_area))


@formula(
    on=Workshop,
    label="Share of fertiliser, lime and diesel",
    symbol="w_f",
    unit="1",
    equation="w_f = a_sold × c_w + (1 − a_sold) × w",
    source=SOLD_CROPS,
    mark="A",
)
def field_input_share(
    sold_area_share: Values, crop_part: Values, livestock_share: Values
) -> Values:
    """Crops sold take their hectares’ part, herds share the rest by livestock units."""
    return sold_area_share * crop_part + (1 - sold_area_share) * livestock_share


@formula(
    on=Workshop,
    label="Share of plant protection",
    symbol="w_s",
    unit="1",
    equation="w_s = a_spr × c_w + (1 − a_spr) × w",
    source=SOLD_CROPS,
    mark="A",
)
def spraying_share(sprayed_share: Values, crop_part: Values, livestock_share: Values) -> Values:
    """Crops sold take their hectares’ part, herds share the rest by livestock units."""
    return sprayed_share * crop_part + (1 - sprayed_share) * livestock_share


@formula(
    on=FarmEntity,
    label="Residue nitrogen of crops",
    symbol="N_resc",
    unit="kg N/yr",
    equation="N_resc = N_res",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
    where={"field_residue_nitrogen": (CROPS,)},
)
def crop_residue_nitrogen(field_residue_nitrogen: Values) -> Values:
    """Stubble and roots, those of grass and forage maize left out."""
    return field_residue_nitrogen


@formula(
    on=FarmEntity,
    label="Residue nitrogen of crops sold",
    symbol="N_ress",
    unit="kg N/yr",
    equation="N_ress = p_crop × F_CR × N_resc / N_res if N_res > 0, else 0",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def sold_residue_nitrogen(
    sold_share: Values,
    residue_nitrogen: Values,
    crop_residue_nitrogen: Values,
    field_residue_nitrogen: Values,
) -> Values:
    """Their own stubble and roots, as a part of all residues of the farm."""
    none = np.equal(field_residue_nitrogen, 0)
    part = crop_residue_nitrogen / np.where(none, 1.0, field_residue_nitrogen)
    return np.where(none, 0.0 * residue_nitrogen, sold_share * residue_nitrogen * part)


@formula(
    on=FarmEntity,
    label="Nitrous oxide of soils under crops sold",
    symbol="N2O_sold",
    unit="kg N2O/yr",
    equation=(
        "N2O_sold = a_sold × (N2O_sn + (N_snvol × EF4 + F_SN × FracLEACH × EF5) × 44 / 28)"
        " + N_ress × (EF1_org + FracLEACH × EF5) × 44 / 28"
    ),
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def sold_crop_n2o(
    sold_area_share: Values,
    mineral_direct_n2o: Values,
    mineral_volatilised_nitrogen: Values,
    mineral_nitrogen: Values,
    sold_residue_nitrogen: Values,
    organic_direct_factor: Values,
    deposition_factor: Values,
    leach_fraction: Values,
    leaching_factor: Values,
) -> Values:
    """From their part of the chemical nitrogen and from their residues; no manure."""
    leached = leach_fraction * leaching_factor
    lost = mineral_volatilised_nitrogen * deposition_factor + mineral_nitrogen * leached
    spread = sold_area_share * (mineral_direct_n2o + lost * N2O_PER_NITROGEN)
    return spread + sold_residue_nitrogen * (organic_direct_factor + leached) * N2O_PER_NITROGEN


@formula(
    on=FarmEntity,
    label="Soil nitrogen of crops sold",
    symbol="SOIL_sold",
    unit="kg CO2e/yr",
    equation="SOIL_sold = N2O_sold × GWP_N2O",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def sold_crop_soil_emissions(sold_crop_n2o: Values, gwp_nitrous_oxide: Values) -> Values:
    """Nitrous oxide from their soils, counted as CO₂ over 100 years."""
    return sold_crop_n2o * gwp_nitrous_oxide


@formula(
    on=FarmEntity,
    label="Carbon in the soils of crops",
    symbol="ST_crops",
    unit="kg CO2/yr",
    equation="ST_crops = ST_f",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
    where={"field_storage": (CROPS,)},
)
def crop_storage(field_storage: Values) -> Values:
    """What they store or lose in a year, grass and forage maize left out."""
    return field_storage


@formula(
    on=FarmEntity,
    label="Carbon in the soils of crops sold",
    symbol="ST_sold",
    unit="kg CO2/yr",
    equation="ST_sold = p_crop × ST_crops",
    source=SOLD_CROPS,
    mark="A",
    adds=True,
)
def sold_crop_storage(sold_share: Values, crop_storage: Values) -> Values:
    """Their share of what soils under crops store or lose; nothing of hedges and grass."""
    return sold_share * crop_storage
