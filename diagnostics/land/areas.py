"""Areas of covers, the one left out taking the rest of the farm."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity, Field
from diagnostics.works import BOCAGE


@formula(
    on=FarmEntity,
    label="Area left to place",
    symbol="A_rest",
    unit="ha",
    equation="A_rest = max(0, UAA − A_given)",
    source=BOCAGE.at("datum 7 of 15.1"),
    mark="A",
    adds=True,
)
def remaining_area(agricultural_area: Values, stated_area: Values) -> Values:
    """Hectares of the farm with no land use entered."""
    return np.maximum(0.0, agricultural_area - stated_area)


@formula(
    on=Field,
    label="Area",
    symbol="A",
    unit="ha",
    equation="A = A_rest",
    source=BOCAGE.at("datum 7 of 15.1"),
    mark="A",
    adds=True,
    rule=True,
)
def field_area(remaining_area: Values) -> Values:
    """The one row left without an area takes the rest of the farm."""
    return remaining_area
