"""Measures around hedges and trees."""

import numpy as np

from diagnostics.core import Farm, Message, Number, Values
from diagnostics.core.errors import sentence
from diagnostics.core.levers import lever
from diagnostics.entities import FarmEntity, Hedge
from diagnostics.levers.changes import given, with_row_each
from diagnostics.levers.measures import Measure
from diagnostics.works import BOCAGE

DENSE = 200.0  # metres a hectare: as dense as the densest hedged landscapes
NO_LAND = sentence("the farm has no land to plant on")

PLANTED = Number(
    "Hedges planted",
    symbol="p_plant",
    unit="m",
    bounds=(0, 20_000),
    usual=(100, 3_000),
    help="Metres; the storage shown is that of a hedge of 5 to 15 years.",
)


@lever(
    title="Plant hedges",
    dose=PLANTED,
    moves=(Hedge.hedge_length,),
    source=BOCAGE.at("section 10, L34"),
    mark="V",
)
def plant_hedges(farm: Farm, dose: Values) -> Farm:
    """A further hedge, young, of as many metres as the dose."""
    metres = np.full(farm.count, 1.0) * dose
    return with_row_each(farm, Hedge, "hedge/planted", {"hedge_length": metres})


def _unsuited(farm: Farm) -> Message | None:
    return None if np.nansum(given(farm, FarmEntity, "agricultural_area")) > 0 else Message(NO_LAND)


def _is_done(farm: Farm) -> bool:
    metres = np.nansum(given(farm, Hedge, "hedge_length"))
    return bool(metres >= DENSE * np.nansum(given(farm, FarmEntity, "agricultural_area")))


PLANTED_HEDGES = Measure(
    lever=plant_hedges,
    usual_dose=1_000.0,
    reads=("hedge_length", "agricultural_area"),
    codes=(),
    unsuited=_unsuited,
    is_done=_is_done,
    cost=12.0,
    once=True,
)
