"""Time at grass and diet quality, when only the days of the cows and the system are known."""

import numpy as np

from diagnostics.constants import DAYS_PER_YEAR
from diagnostics.core import Constant, Values, formula
from diagnostics.entities import Group, ManureShare, Workshop
from diagnostics.works import BOCAGE

HOURS_PER_DAY = Constant(24, "h/d")
MOST_OF_THE_YEAR = Constant(0.95, "1")
MORE_THAN_COWS = Constant(0.20, "1")
MOST_OF_HEIFERS = Constant(0.60, "1")
GRAZING = BOCAGE.at("rules 15.3-4 and 0.5-33")


@formula(
    on=Workshop,
    label="Share of time of the cows at grass",
    symbol="past_c",
    unit="1",
    equation="past_c = 0.95 − max(0, 0.95 − d_gr × h_gr / 24 / 365)",
    source=GRAZING,
    mark="A",
)
def cow_pasture_share(grazing_days: Values, grazing_hours: Values) -> Values:
    """Days × hours outside, of all hours of the year; milking and handling take the rest."""
    outside = grazing_days * grazing_hours / HOURS_PER_DAY / DAYS_PER_YEAR
    return MOST_OF_THE_YEAR - np.maximum(0.0, MOST_OF_THE_YEAR - outside)


@formula(
    on=Workshop,
    label="Share of time of the heifers at grass",
    symbol="past_h",
    unit="1",
    equation="past_h = 0.60 − max(0, 0.60 − 0.20 − past_c)",
    source=GRAZING,
    mark="A",
)
def heifer_pasture_share(cow_pasture_share: Values) -> Values:
    """More than the cows of a dairy herd, as they are not milked; yet housed in winter."""
    housed = np.maximum(0.0, MOST_OF_HEIFERS - MORE_THAN_COWS - cow_pasture_share)
    return MOST_OF_HEIFERS - housed


@formula(
    on=Group,
    label="Share of time at grass",
    symbol="past",
    unit="1",
    equation="past = g_c × past_c + g_h × past_h",
    source=GRAZING,
    mark="A",
    rule=True,
)
def pasture_share(
    grazes_as_cows: Values,
    cow_pasture_share: Values,
    grazes_as_heifers: Values,
    heifer_pasture_share: Values,
) -> Values:
    """By the class of the animals: like the cows, like the heifers, half of it, or never."""
    return grazes_as_cows * cow_pasture_share + grazes_as_heifers * heifer_pasture_share


@formula(
    on=Group,
    label="Diet digestibility",
    symbol="DE",
    unit="1",
    equation="DE = DE_u + DE_s",
    source=BOCAGE.at("section 3.1 and rule 0.5-29"),
    mark="A",
    rule=True,
    assumes=("usual_digestibility",),
)
def digestibility(usual_digestibility: Values, digestibility_shift: Values) -> Values:
    """Usual for the class of the animals, lower where they are fed on hay."""
    return usual_digestibility + digestibility_shift


@formula(
    on=ManureShare,
    label="Manure storage time",
    symbol="months",
    unit="month",
    equation="months = m_store",
    source=BOCAGE.at("rule 15.3-6"),
    mark="A",
    rule=True,
)
def storage_months(storage_duration: Values) -> Values:
    """The same for all stores of the enterprise."""
    return storage_duration
