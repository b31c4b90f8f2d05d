"""Carbon that grassland, crops and hedges store or lose each year (set A)."""

import numpy as np

from diagnostics.constants import CO2_PER_CARBON
from diagnostics.core import Constant, Values, among, formula
from diagnostics.entities import FarmEntity, Field, Hedge
from diagnostics.works import BOCAGE

HEDGE_RATE_LENGTH = Constant(100, "m/(100 m)")
GRASS = among(Field.cover, "permanent_grassland", "rangeland")
LEYS = among(Field.cover, "temporary_grassland")
ARABLE = among(Field.cover, "silage_maize", "crops")


@formula(
    on=Field,
    label="Carbon storage of a field",
    symbol="ST_f",
    unit="kg CO2/yr",
    equation="ST_f = A × s_f × 44 / 12",
    source=BOCAGE.at("section 7.1"),
    mark="V",
    adds=True,
)
def field_storage(field_area: Values, field_storage_rate: Values) -> Values:
    """What its soil takes up in a year; below zero where it loses carbon."""
    return field_area * field_storage_rate * CO2_PER_CARBON


@formula(
    on=FarmEntity,
    label="Carbon storage by permanent grassland",
    symbol="ST_PG",
    unit="kg CO2/yr",
    equation="ST_PG = ST_f",
    source=BOCAGE.at("section 7.2, set A"),
    mark="R",
    adds=True,
    where={"field_storage": (GRASS,)},
)
def permanent_grassland_storage(field_storage: Values) -> Values:
    """Grassland that is not ploughed, and rough grazing."""
    return field_storage


@formula(
    on=FarmEntity,
    label="Carbon storage by temporary grassland",
    symbol="ST_TG",
    unit="kg CO2/yr",
    equation="ST_TG = ST_f",
    source=BOCAGE.at("section 7.2, set A"),
    mark="R−",
    adds=True,
    where={"field_storage": (LEYS,)},
)
def temporary_grassland_storage(field_storage: Values) -> Values:
    """Grassland that takes its turn in the rotation."""
    return field_storage


@formula(
    on=FarmEntity,
    label="Carbon in arable land",
    symbol="ST_CROP",
    unit="kg CO2/yr",
    equation="ST_CROP = ST_f",
    source=BOCAGE.at("section 7.2, set A"),
    mark="R−",
    adds=True,
    where={"field_storage": (ARABLE,)},
)
def arable_storage(field_storage: Values) -> Values:
    """Carbon storage of land ploughed or sown each year; most often a loss."""
    return field_storage


@formula(
    on=Hedge,
    label="Carbon storage by hedges",
    symbol="ST_HEDGE",
    unit="kg CO2/yr",
    equation="ST_HEDGE = L_h / 100 × s_h × 44 / 12",
    source=BOCAGE.at("section 7.4"),
    mark="V",
    adds=True,
)
def hedge_storage(hedge_length: Values, hedge_rate: Values) -> Values:
    """Wood, roots and soil that hedges build up in a year."""
    return hedge_length / HEDGE_RATE_LENGTH * hedge_rate * CO2_PER_CARBON


@formula(
    on=FarmEntity,
    label="Carbon storage by trees",
    symbol="ST_TREE",
    unit="kg CO2/yr",
    equation="ST_TREE = 0",
    source=BOCAGE.at("section 7.4"),
    mark="A",
    adds=True,
)
def tree_storage() -> Values:
    """Zero: trees and agroforestry are not asked about yet."""
    return 0.0


@formula(
    on=FarmEntity,
    label="Carbon storage by organic amendments",
    symbol="ST_AMEND",
    unit="kg CO2/yr",
    equation="ST_AMEND = 0",
    source=BOCAGE.at("section 7.5"),
    mark="A",
    adds=True,
)
def amendment_storage() -> Values:
    """Zero: compost and manure brought in are not asked about yet."""
    return 0.0


@formula(
    on=FarmEntity,
    label="Carbon lost by ploughing up",
    symbol="LOSS_LUC",
    unit="kg CO2/yr",
    equation="LOSS_LUC = A_pl × q_pl × 44 / 12",
    source=BOCAGE.at("section 7.3"),
    mark="V",
    adds=True,
    alone=0.0,
)
def land_use_change_loss(grassland_ploughed: Values, ploughing_loss: Values) -> Values:
    """What old grassland gives back in the year it is ploughed up; above zero is a loss."""
    return grassland_ploughed * ploughing_loss * CO2_PER_CARBON


@formula(
    on=FarmEntity,
    label="Carbon storage",
    symbol="STORAGE",
    unit="kg CO2/yr",
    equation="STORAGE = ST_PG + ST_TG + ST_CROP + ST_HEDGE + ST_TREE + ST_AMEND − LOSS_LUC",
    source=BOCAGE.at("section 7.1"),
    mark="V",
    adds=True,
)
def carbon_storage(
    permanent_grassland_storage: Values,
    temporary_grassland_storage: Values,
    arable_storage: Values,
    hedge_storage: Values,
    tree_storage: Values,
    amendment_storage: Values,
    land_use_change_loss: Values,
) -> Values:
    """All carbon that soils, hedges and trees store in a year, losses deducted."""
    soils = permanent_grassland_storage + temporary_grassland_storage + arable_storage
    wood = np.add(hedge_storage, tree_storage)
    return soils + wood + amendment_storage - land_use_change_loss
