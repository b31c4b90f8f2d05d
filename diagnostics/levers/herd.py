"""Measures in the herd."""

import numpy as np

from diagnostics.core import Farm, Message, Number, Values
from diagnostics.core.errors import sentence
from diagnostics.core.levers import lever
from diagnostics.core.values import FloatArray
from diagnostics.entities import Group, Workshop
from diagnostics.levers.changes import given, with_given
from diagnostics.levers.measures import Measure
from diagnostics.works import BOCAGE

NO_HEIFERS = sentence("no heifers are reared on the farm")
EARLIEST = 24.0  # months; below, growth and first lactation suffer

MONTHS = Number(
    "Months earlier",
    symbol="p_afc",
    unit="month",
    bounds=(0, 12),
    usual=(2, 6),
    help="Months by which heifers calve earlier than today.",
)


@lever(
    title="Lower the age at first calving",
    dose=MONTHS,
    moves=(
        Workshop.age_at_first_calving,
        Workshop.replacement_heifers,
        Group.head_years,
        Group.daily_gain,
    ),
    source=BOCAGE.at("section 10, L01"),
    mark="R",
)
def lower_age_at_first_calving(farm: Farm, dose: Values) -> Farm:
    """Heifers calve earlier: fewer are there at any time, and each grows faster.

    As many calve as before. No herd goes below 24 months.
    """
    before = given(farm, Workshop, "age_at_first_calving")
    after = np.minimum(before, np.maximum(EARLIEST, before - np.asarray(dose)))
    owner = farm.table(Group).owner
    spent, left = _months(farm, before[owner]), _months(farm, after[owner])
    rears = spent > 0
    fewer = np.where(rears, left / np.where(rears, spent, 1.0), 1.0)
    faster = np.where(rears, (before / after)[owner], 1.0)
    sums = [np.bincount(owner, months, minlength=len(before)) for months in (spent, left)]
    kept = np.where(sums[0] > 0, sums[1] / np.where(sums[0] > 0, sums[0], 1.0), 1.0)
    workshops = {
        "age_at_first_calving": after,
        "replacement_heifers": given(farm, Workshop, "replacement_heifers") * kept,
    }
    groups = {
        "head_years": given(farm, Group, "head_years") * fewer,
        "daily_gain": given(farm, Group, "daily_gain") * faster,
    }
    return with_given(with_given(farm, Workshop, workshops), Group, groups)


def _months(farm: Farm, age: FloatArray) -> FloatArray:
    """Months that heifers calving at that age spend in each class."""
    start, end = given(farm, Group, "rearing_start"), given(farm, Group, "rearing_end")
    spent: FloatArray = np.clip(age, start, end) - start
    return spent


def _unsuited(farm: Farm) -> Message | None:
    heifers = given(farm, Workshop, "replacement_heifers")
    return None if np.nansum(heifers) > 0 else Message(NO_HEIFERS)


def _is_done(farm: Farm) -> bool:
    reared = given(farm, Workshop, "replacement_heifers") > 0
    early = given(farm, Workshop, "age_at_first_calving")[reared] <= EARLIEST
    return bool(reared.any() and early.all())


EARLIER_CALVING = Measure(
    lever=lower_age_at_first_calving,
    usual_dose=4.0,
    reads=("age_at_first_calving", "replacement_heifers", "daily_gain", "rearing_start",
           "rearing_end"),
    codes=(),
    unsuited=_unsuited,
    is_done=_is_done,
    cost=-750.0,
)  # fmt: skip
