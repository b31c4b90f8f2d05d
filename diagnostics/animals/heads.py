"""How many animals of each class are present, when only the cows are known (rules 15.3-1, 2)."""

import numpy as np

from diagnostics.constants import DAYS_PER_YEAR
from diagnostics.core import Constant, Values, formula
from diagnostics.entities import Group, Workshop
from diagnostics.works import BOCAGE

YEAR = Constant(12, "month")
TWO_YEARS = Constant(24, "month")
REARING = BOCAGE.at("rules 15.3-1 and 0.5-30")
NOT_COUNTED = "the number of these animals is not entered"


@formula(
    on=Group,
    label="Cows of the group",
    symbol="HY_cg",
    unit="head",
    equation="HY_cg = HY_given × cow",
    source=REARING,
    mark="A",
    adds=True,
)
def stated_cows(stated_heads: Values, is_cow: Values) -> Values:
    """Adult females entered; no rule guesses their number."""
    return stated_heads * is_cow


@formula(
    on=Workshop,
    label="Cows of the enterprise",
    symbol="HY_c",
    unit="head",
    equation="HY_c = HY_cg",
    source=REARING,
    mark="A",
    adds=True,
)
def cows(stated_cows: Values) -> Values:
    """Average over the year, those in milk and those that are dry."""
    return stated_cows


@formula(
    on=Workshop,
    label="Months of rearing",
    symbol="m_rw",
    unit="month",
    equation="m_rw = rears × max(0, AFC − age_0)",
    source=REARING,
    mark="A",
)
def rearing_months(rears: Values, age_at_first_calving: Values, rearing_from: Values) -> Values:
    """From birth to calving in a dairy herd, from the first birthday in a suckler herd."""
    return rears * np.maximum(0.0, age_at_first_calving - rearing_from)


@formula(
    on=Group,
    label="Share of the heifers in the class",
    symbol="p_r",
    unit="1",
    equation="p_r = (max(0, AFC − age_in) − max(0, AFC − age_out)) / m_rw if m_rw > 0, else 0",
    source=REARING,
    mark="A",
)
def rearing_share(
    age_at_first_calving: Values,
    rearing_start: Values,
    rearing_end: Values,
    rearing_months: Values,
) -> Values:
    """The part of their rearing that heifers spend in it."""
    none = np.equal(rearing_months, 0)
    entered = np.maximum(0.0, age_at_first_calving - rearing_start)
    spent = entered - np.maximum(0.0, age_at_first_calving - rearing_end)
    return np.where(none, 0.0, spent / np.where(none, 1.0, rearing_months))


@formula(
    on=Workshop,
    label="Usual number of heifers",
    symbol="HY_hu",
    unit="head",
    equation="HY_hu = HY_c × (q_h + q_hy × (1 + max(0, AFC − 24) / 12))",
    source=BOCAGE.at("rules 15.3-12 and 0.5-29"),
    mark="A",
    adds=True,
)
def usual_heifers(
    cows: Values,
    heifers_per_cow: Values,
    heifers_per_cow_and_year: Values,
    age_at_first_calving: Values,
) -> Values:
    """In proportion to the cows; in a suckler herd also to the years of rearing."""
    years = 1 + np.maximum(0.0, age_at_first_calving - TWO_YEARS) / YEAR
    return cows * (heifers_per_cow + heifers_per_cow_and_year * years)


@formula(
    on=Group,
    label="Heifers that were counted",
    symbol="HY_hg",
    unit="head",
    equation="HY_hg = HY_given × reared",
    source=REARING,
    mark="A",
    adds=True,
)
def counted_heifers(stated_heads: Values, reared: Values) -> Values:
    """Their number where it was entered for the class itself."""
    return stated_heads * reared


@formula(
    on=Group,
    label="Usual heifers of a class left open",
    symbol="HY_ho",
    unit="head",
    equation="HY_ho = HY_open × p_r × HY_hu",
    source=REARING,
    mark="A",
    adds=True,
)
def open_heifers(open_heads: Values, rearing_share: Values, usual_heifers: Values) -> Values:
    """Their part of the usual number; none where they were counted."""
    return open_heads * rearing_share * usual_heifers


@formula(
    on=Workshop,
    label="Replacement heifers, average number",
    symbol="HY_h",
    unit="head",
    equation="HY_h = HY_hg + HY_ho",
    source=REARING,
    mark="A",
    adds=True,
    rule=True,
    assumes=("open_heifers",),
)
def replacement_heifers(counted_heifers: Values, open_heifers: Values) -> Values:
    """Those counted class by class, and the usual number in classes left open."""
    return np.add(counted_heifers, open_heifers)


@formula(
    on=Workshop,
    label="Replacement rate",
    symbol="r_rep",
    unit="1",
    equation="r_rep = HY_h / HY_c × 12 / m_rw if HY_c × m_rw > 0, else 0",
    source=BOCAGE.at("rule 0.5-30"),
    mark="A",
    rule=True,
)
def replacement_rate(replacement_heifers: Values, cows: Values, rearing_months: Values) -> Values:
    """Heifers that calve in the year, for each cow."""
    none = np.equal(cows, 0) | np.equal(rearing_months, 0)
    herd, months = np.where(none, 1.0, cows), np.where(none, 1.0, rearing_months)
    return np.where(none, 0.0, replacement_heifers / herd * YEAR / months)


@formula(
    on=Group,
    label="Average number present",
    symbol="HY",
    unit="head",
    equation="HY = rule × (q_hc × HY_c + p_r × HY_h + q_fc × n_fat × d_fat / 365)",
    source=BOCAGE.at("rules 15.3-1, 15.3-2 and 0.5-27"),
    mark="A",
    adds=True,
    rule=True,
    positive={"counted_by_rule": NOT_COUNTED},
    assumes=("heads_per_cow", "rearing_share", "fattened_class"),
)
def head_years(
    heads_per_cow: Values,
    cows: Values,
    rearing_share: Values,
    replacement_heifers: Values,
    fattened_class: Values,
    fattened_per_year: Values,
    fattening_days: Values,
    counted_by_rule: Values,
) -> Values:
    """Calves and bulls follow the cows, heifers their rearing, finished cattle their days."""
    fattened = fattened_class * fattened_per_year * fattening_days / DAYS_PER_YEAR
    followed = heads_per_cow * cows + rearing_share * replacement_heifers
    return counted_by_rule * (followed + fattened)
