"""What is spread and how long the hedges are, when only the system is known (0.5-29, 15.1)."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity, Fertiliser, Hedge
from diagnostics.works import BOCAGE

ONLY_QUICK = "it is not entered, and only the quick diagnosis takes a usual value"
BY_SYSTEM = BOCAGE.at("rule 0.5-29")


@formula(
    on=FarmEntity,
    label="Hedges not entered one by one",
    symbol="L_left",
    unit="m",
    equation="L_left = max(0, d_h × UAA − L_given)",
    source=BY_SYSTEM,
    mark="A",
    adds=True,
)
def hedges_left(
    hedge_density: Values, agricultural_area: Values, stated_hedge_length: Values
) -> Values:
    """Metres a hectare on all hectares, less what is entered in metres."""
    return np.maximum(0.0, hedge_density * agricultural_area - stated_hedge_length)


@formula(
    on=Hedge,
    label="Hedge length",
    symbol="L_h",
    unit="m",
    equation="L_h = quick × u_h × L_left",
    source=BY_SYSTEM,
    mark="A",
    adds=True,
    rule=True,
    positive={"quick": ONLY_QUICK},
)
def hedge_length(quick: Values, usual_hedge: Values, hedges_left: Values) -> Values:
    """Where no metres are entered, all hedges are taken to be young or of unknown age."""
    return quick * usual_hedge * hedges_left


@formula(
    on=FarmEntity,
    label="Chemical nitrogen not entered by type",
    symbol="F_left",
    unit="kg N/yr",
    equation="F_left = max(0, n_u × UAA − F_given)",
    source=BY_SYSTEM,
    mark="A",
    adds=True,
)
def nitrogen_left(
    nitrogen_rate: Values, agricultural_area: Values, stated_mineral_nitrogen: Values
) -> Values:
    """Usual for the system, less what is entered."""
    return np.maximum(0.0, nitrogen_rate * agricultural_area - stated_mineral_nitrogen)


@formula(
    on=Fertiliser,
    label="Chemical nitrogen",
    symbol="F_SN",
    unit="kg N/yr",
    equation="F_SN = quick × u_n × F_left",
    source=BOCAGE.at("rules 15.3-8 and 0.5-29"),
    mark="A",
    adds=True,
    rule=True,
    positive={"quick": ONLY_QUICK},
    assumes=("nitrogen_left",),
)
def mineral_nitrogen(quick: Values, usual_fertiliser: Values, nitrogen_left: Values) -> Values:
    """Where no kilograms are entered, all of it is taken to be ammonium nitrate."""
    return quick * usual_fertiliser * nitrogen_left


@formula(
    on=FarmEntity,
    label="Ground limestone spread",
    symbol="M_lime",
    unit="kg/yr",
    equation="M_lime = quick × q_lime × UAA",
    source=BOCAGE.at("datum 25 of 15.1"),
    mark="A",
    adds=True,
    rule=True,
    assumes=("quick",),
)
def limestone(quick: Values, usual_lime: Values, agricultural_area: Values) -> Values:
    """A usual dressing in the quick diagnosis; none in the detailed one unless entered."""
    return quick * usual_lime * agricultural_area


@formula(
    on=FarmEntity,
    label="Phosphate and potash (P₂O₅ + K₂O)",
    symbol="M_pk",
    unit="kg/yr",
    equation="M_pk = quick × q_pk × UAA",
    source=BOCAGE.at("datum 24 of 15.1"),
    mark="A",
    adds=True,
    rule=True,
    assumes=("quick",),
)
def phosphate_potash(
    quick: Values, usual_phosphate_potash: Values, agricultural_area: Values
) -> Values:
    """A usual dressing in the quick diagnosis; none in the detailed one unless entered."""
    return quick * usual_phosphate_potash * agricultural_area
