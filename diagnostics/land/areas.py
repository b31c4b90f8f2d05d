"""Areas of covers: those left open share what the others leave of the farm (data 4 to 7)."""

import numpy as np

from diagnostics.core import Values, among, formula
from diagnostics.entities import FarmEntity, Field
from diagnostics.works import BOCAGE

USUAL = BOCAGE.at("data 4 to 7 of 15.1")
LEYS = among(Field.cover, "temporary_grassland")
TILLED = among(Field.cover, "silage_maize", "crops")


@formula(
    on=FarmEntity,
    label="Area left to place",
    symbol="A_rest",
    unit="ha",
    equation="A_rest = max(0, UAA − A_given)",
    source=USUAL,
    mark="A",
    adds=True,
)
def remaining_area(agricultural_area: Values, stated_area: Values) -> Values:
    """Hectares of the farm with no land use entered."""
    return np.maximum(0.0, agricultural_area - stated_area)


@formula(
    on=Field,
    label="Usual area of an open cover",
    symbol="A_u",
    unit="ha",
    equation="A_u = A_open × p_cov × UAA",
    source=USUAL,
    mark="A",
    adds=True,
)
def usual_area(open_area: Values, usual_cover_share: Values, agricultural_area: Values) -> Values:
    """Its usual part of the farm; none where the area is entered."""
    return open_area * usual_cover_share * agricultural_area


@formula(
    on=Field,
    label="Room of a cover that takes the rest",
    symbol="A_o",
    unit="ha",
    equation="A_o = A_open × rest × A_rest",
    source=USUAL,
    mark="A",
    adds=True,
)
def rest_area(open_area: Values, takes_rest: Values, remaining_area: Values) -> Values:
    """All that is left, where crops are left open; none on other land."""
    return open_area * takes_rest * remaining_area


@formula(
    on=FarmEntity,
    label="Area left over to usual area",
    symbol="k_u",
    unit="1",
    equation="k_u = A_rest / A_u if A_u > 0, else 0",
    source=USUAL,
    mark="A",
)
def room_ratio(remaining_area: Values, usual_area: Values) -> Values:
    """Below one where open covers find less room than usual."""
    none = np.equal(usual_area, 0)
    return np.where(none, 0.0, remaining_area / np.where(none, 1.0, usual_area))


@formula(
    on=FarmEntity,
    label="Part of the usual area that open covers take",
    symbol="k_a",
    unit="1",
    equation="k_a = k_u − max(0, k_u − 1) if A_o > 0, else k_u",
    source=USUAL,
    mark="A",
)
def area_fill(room_ratio: Values, rest_area: Values) -> Values:
    """At most all of it where crops take the rest; else they share the room between them."""
    full = np.equal(rest_area, 0)
    return np.where(full, room_ratio, room_ratio - np.maximum(0.0, room_ratio - 1))


@formula(
    on=FarmEntity,
    label="Area left for crops",
    symbol="A_left",
    unit="ha",
    equation="A_left = max(0, A_rest − k_a × A_u)",
    source=USUAL,
    mark="A",
    adds=True,
)
def area_left(remaining_area: Values, area_fill: Values, usual_area: Values) -> Values:
    """What no other cover takes."""
    return np.maximum(0.0, remaining_area - area_fill * usual_area)


@formula(
    on=FarmEntity,
    label="Room of all covers that take the rest",
    symbol="A_of",
    unit="ha",
    equation="A_of = A_o",
    source=USUAL,
    mark="A",
    adds=True,
)
def farm_rest_area(rest_area: Values) -> Values:
    """Above zero where crops are left open and land is left."""
    return rest_area


@formula(
    on=Field,
    label="Share of the rest",
    symbol="p_rest",
    unit="1",
    equation="p_rest = A_o / A_of if A_of > 0, else 0",
    source=USUAL,
    mark="A",
)
def rest_share(rest_area: Values, farm_rest_area: Values) -> Values:
    """One where a single cover takes what is left."""
    none = np.equal(farm_rest_area, 0)
    return np.where(none, 0.0, rest_area / np.where(none, 1.0, farm_rest_area))


@formula(
    on=Field,
    label="Area",
    symbol="A",
    unit="ha",
    equation="A = k_a × A_u + p_rest × A_left",
    source=USUAL,
    mark="A",
    adds=True,
    rule=True,
    assumes=("usual_area",),
)
def field_area(
    area_fill: Values, usual_area: Values, rest_share: Values, area_left: Values
) -> Values:
    """Open covers take their usual part, crops what is left; a single open cover takes it all."""
    return area_fill * usual_area + rest_share * area_left


@formula(
    on=FarmEntity,
    label="Temporary grassland of the farm",
    symbol="A_tg",
    unit="ha",
    equation="A_tg = A",
    source=USUAL,
    mark="A",
    adds=True,
    where={"field_area": (LEYS,)},
)
def ley_area(field_area: Values) -> Values:
    """Grassland that takes its turn with crops."""
    return field_area


@formula(
    on=FarmEntity,
    label="Forage maize and crops of the farm",
    symbol="A_till",
    unit="ha",
    equation="A_till = A",
    source=USUAL,
    mark="A",
    adds=True,
    where={"field_area": (TILLED,)},
)
def tilled_area(field_area: Values) -> Values:
    """Land that is sown each year."""
    return field_area


@formula(
    on=FarmEntity,
    label="Share of leys in the rotation",
    symbol="p_ley",
    unit="1",
    equation="p_ley = A_tg / (A_tg + A_till) if A_tg + A_till > 0, else 0",
    source=BOCAGE.at("rule 15.3-11"),
    mark="A",
)
def ley_share(ley_area: Values, tilled_area: Values) -> Values:
    """Temporary grassland in all land that is ploughed at times."""
    turned = ley_area + tilled_area
    none = np.equal(turned, 0)
    return np.where(none, 0.0, ley_area / np.where(none, 1.0, turned))
