"""Energy and purchases, when only the herd and the land are known (15.1, 15.3-8 and 9)."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity, Purchase, Workshop
from diagnostics.works import BOCAGE

NOT_ENTERED = "the quantity of this purchase is not entered"
ONLY_QUICK = "it is not entered, and only the quick diagnosis takes a usual value"


@formula(
    on=FarmEntity,
    label="Diesel (contractors included)",
    symbol="Q_diesel",
    unit="L/yr",
    equation="Q_diesel = quick × q_diesel × UAA",
    source=BOCAGE.at("datum 26 of 15.1"),
    mark="A",
    adds=True,
    rule=True,
    positive={"quick": ONLY_QUICK},
    assumes=("quick",),
)
def diesel(quick: Values, usual_diesel: Values, agricultural_area: Values) -> Values:
    """Usual litres a hectare on all hectares."""
    return quick * usual_diesel * agricultural_area


@formula(
    on=Workshop,
    label="Usual electricity of the enterprise",
    symbol="Q_elw",
    unit="kWh/yr",
    equation="Q_elw = q_elm × M_milk + q_elh × (1 − milks) × LUY",
    source=BOCAGE.at("datum 27 of 15.1"),
    mark="A",
    adds=True,
)
def usual_electricity(
    usual_milking_power: Values,
    milk_delivered: Values,
    usual_herd_power: Values,
    milking: Values,
    livestock_unit_years: Values,
) -> Values:
    """By the milk sold; by livestock units in herds that are not milked."""
    housed = usual_herd_power * (1 - milking) * livestock_unit_years
    return usual_milking_power * milk_delivered + housed


@formula(
    on=FarmEntity,
    label="Electricity bought",
    symbol="Q_elec",
    unit="kWh/yr",
    equation="Q_elec = quick × Q_elw",
    source=BOCAGE.at("datum 27 of 15.1"),
    mark="A",
    adds=True,
    rule=True,
    positive={"quick": ONLY_QUICK},
    assumes=("quick",),
)
def electricity(quick: Values, usual_electricity: Values) -> Values:
    """Usual kilowatt-hours of all enterprises together."""
    return quick * usual_electricity


@formula(
    on=FarmEntity,
    label="Nitrogen from bedding",
    symbol="N_straw",
    unit="kg N/yr",
    equation="N_straw = q_bed × LUY_litf",
    source=BOCAGE.at("rule 15.3-7"),
    mark="A",
    adds=True,
    rule=True,
    assumes=("farm_litter_unit_years",),
)
def bedding_nitrogen_brought(
    usual_straw_nitrogen: Values, farm_litter_unit_years: Values
) -> Values:
    """Usual straw for each livestock unit housed on bedding."""
    return usual_straw_nitrogen * farm_litter_unit_years


@formula(
    on=Workshop,
    label="Concentrates bought",
    symbol="M_conc",
    unit="kg/yr",
    equation="M_conc = q_conc × HY_c + q_cfat × n_fat",
    source=BOCAGE.at("rule 0.5-29"),
    mark="A",
    adds=True,
    rule=True,
    assumes=("cows", "fattened_per_year"),
)
def concentrate_bought(
    concentrate_rate: Values,
    cows: Values,
    concentrate_per_fattened: Values,
    fattened_per_year: Values,
) -> Values:
    """Usual for the system: by the cows, or by the animals finished where there are none."""
    return concentrate_rate * cows + concentrate_per_fattened * fattened_per_year


@formula(
    on=Purchase,
    label="Quantity bought",
    symbol="Q_buy",
    unit="unit/yr",
    equation=(
        "Q_buy = rule_i × (M_conc × (p_soya × i_soya + (1 − p_soya) × i_cer) + i_lu × LUY_farm"
        " + i_ha × A_till + i_calf × HY_f0w + i_pk × M_pk + i_str × M_strawb + i_anim × LW_buy)"
    ),
    source=BOCAGE.at("rules 15.3-8, 15.3-9 and 0.5-8"),
    mark="A",
    rule=True,
    along={
        "concentrate_bought": Workshop,
        "soya_share": Workshop,
        "heifer_calves": Workshop,
        "live_weight_bought": Workshop,
    },
    positive={"item_by_rule": NOT_ENTERED},
    assumes=("item_of_livestock", "item_of_tilled_land", "item_of_calves"),
)
def purchase_quantity(
    concentrate_bought: Values,
    soya_share: Values,
    item_of_soya: Values,
    item_of_cereals: Values,
    item_of_livestock: Values,
    farm_livestock_unit_years: Values,
    item_of_tilled_land: Values,
    tilled_area: Values,
    item_of_calves: Values,
    heifer_calves: Values,
    item_of_phosphate_potash: Values,
    phosphate_potash: Values,
    item_of_straw: Values,
    straw_bought: Values,
    item_of_animals: Values,
    live_weight_bought: Values,
    item_by_rule: Values,
) -> Values:
    """Where no invoice was read: by the herd, the land and the answers of the quick diagnosis."""
    mix = soya_share * item_of_soya + (1 - soya_share) * item_of_cereals
    herd = item_of_livestock * farm_livestock_unit_years + item_of_calves * heifer_calves
    land = item_of_tilled_land * tilled_area + item_of_phosphate_potash * phosphate_potash
    brought = item_of_straw * straw_bought + item_of_animals * live_weight_bought
    return item_by_rule * (concentrate_bought * mix + np.add(herd, land) + brought)
