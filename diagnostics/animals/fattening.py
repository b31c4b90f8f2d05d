"""Animals that are finished, and what a herd sells when only its make-up is known."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import Group, Workshop
from diagnostics.works import BOCAGE

FATTENING = BOCAGE.at("rule 0.5-27")
SALES = BOCAGE.at("rules 15.3-10 and 0.5-26")


@formula(
    on=Workshop,
    label="Finished animals that were bought",
    symbol="n_buy",
    unit="head/yr",
    equation="n_buy = LW_buy / W_in − max(0, LW_buy / W_in − n_fat)",
    source=FATTENING,
    mark="A",
    adds=True,
)
def bought_to_fatten(
    live_weight_bought: Values, entry_weight: Values, fattened_per_year: Values
) -> Values:
    """Live weight bought, in animals of the usual weight; never more than are finished."""
    bought = live_weight_bought / entry_weight
    return bought - np.maximum(0.0, bought - fattened_per_year)


@formula(
    on=Workshop,
    label="Finished animals of the farm’s own",
    symbol="n_own",
    unit="head/yr",
    equation="n_own = n_fat − n_buy",
    source=FATTENING,
    mark="A",
    adds=True,
)
def own_fattened(fattened_per_year: Values, bought_to_fatten: Values) -> Values:
    """Born on the farm, in this enterprise or in another."""
    return fattened_per_year - bought_to_fatten


@formula(
    on=Workshop,
    label="Days of finishing",
    symbol="d_fat",
    unit="d",
    equation="d_fat = (n_own × d_own + n_buy × d_buy) / n_fat if n_fat > 0, else d_own",
    source=FATTENING,
    mark="A",
    rule=True,
    assumes=("fattened_per_year",),
)
def fattening_days(
    own_fattened: Values,
    own_fattening_days: Values,
    bought_to_fatten: Values,
    bought_fattening_days: Values,
    fattened_per_year: Values,
) -> Values:
    """Usual length for the kind of animal; those bought stay for a shorter time."""
    none = np.equal(fattened_per_year, 0)
    days = own_fattened * own_fattening_days + bought_to_fatten * bought_fattening_days
    mean = days / np.where(none, 1.0, fattened_per_year)
    return np.where(none, own_fattening_days, mean)


@formula(
    on=Group,
    label="Live weight of the cows",
    symbol="LW_cg",
    unit="kg",
    equation="LW_cg = HY_given × cow × LW",
    source=SALES,
    mark="A",
    adds=True,
)
def cow_weight(stated_heads: Values, is_cow: Values, live_weight: Values) -> Values:
    """All adult females together, to weigh those that are culled."""
    return stated_heads * is_cow * live_weight


@formula(
    on=Group,
    label="Heifers in their first year",
    symbol="HY_f0",
    unit="head",
    equation="HY_f0 = HY × first",
    source=SALES,
    mark="A",
    adds=True,
)
def first_year_heifers(head_years: Values, is_first_year: Values) -> Values:
    """Kept from birth in a dairy herd, and fed on milk at first."""
    return head_years * is_first_year


@formula(
    on=Workshop,
    label="Heifers in their first year, whole enterprise",
    symbol="HY_f0w",
    unit="head",
    equation="HY_f0w = HY_f0",
    source=SALES,
    mark="A",
    adds=True,
)
def heifer_calves(first_year_heifers: Values) -> Values:
    """All those under one year, whatever group they stand in."""
    return first_year_heifers


@formula(
    on=Workshop,
    label="Live weight of cull cows sold",
    symbol="LW_cull",
    unit="kg/yr",
    equation="LW_cull = r_rep × q_cull × LW_cg",
    source=SALES,
    mark="A",
    adds=True,
)
def culled_weight(
    replacement_rate: Values, cull_weight_share: Values, cow_weight: Values
) -> Values:
    """As many leave as heifers come in."""
    return replacement_rate * cull_weight_share * cow_weight


@formula(
    on=Workshop,
    label="Calves and weanlings sold",
    symbol="n_calf",
    unit="head",
    equation="n_calf = max(0, q_calf × HY_c − keep × HY_f0w − (1 − keep) × r_rep × HY_c)",
    source=SALES,
    mark="A",
    adds=True,
)
def calves_sold(
    calves_reared: Values,
    cows: Values,
    keeps_calves: Values,
    heifer_calves: Values,
    replacement_rate: Values,
) -> Values:
    """Born and alive, minus those kept to replace cows."""
    kept = keeps_calves * heifer_calves + (1 - keeps_calves) * replacement_rate * cows
    return np.maximum(0.0, calves_reared * cows - kept)


@formula(
    on=Workshop,
    label="Live weight of finished animals",
    symbol="LW_fat",
    unit="kg/yr",
    equation="LW_fat = n_own × (W_out − home × W_in) + n_buy × W_out",
    source=SALES,
    mark="A",
    adds=True,
)
def fattened_weight(
    own_fattened: Values,
    sale_weight: Values,
    counts_weaned: Values,
    entry_weight: Values,
    bought_to_fatten: Values,
) -> Values:
    """What they weigh at sale, less the weight at which they were counted already."""
    added = sale_weight - counts_weaned * entry_weight
    return own_fattened * added + bought_to_fatten * sale_weight


@formula(
    on=Workshop,
    label="Live weight sold",
    symbol="LW_sold",
    unit="kg/yr",
    equation="LW_sold = max(0, LW_cull + n_calf × W_calf + LW_fat − LW_out)",
    source=SALES,
    mark="A",
    adds=True,
    rule=True,
    assumes=("culled_weight", "calves_sold", "fattened_weight"),
)
def live_weight_sold(
    culled_weight: Values,
    calves_sold: Values,
    calf_sale_weight: Values,
    fattened_weight: Values,
    live_weight_transferred_out: Values,
) -> Values:
    """Cull cows, calves or weanlings and finished animals; what moves on the farm is not sold."""
    grown = culled_weight + calves_sold * calf_sale_weight + fattened_weight
    return np.maximum(0.0, grown - live_weight_transferred_out)
