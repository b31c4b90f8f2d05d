"""The rules of the quick diagnosis written a second time, in plain floats, from the method's text.

Arguments carry the names of the engine's quantities; nothing of the engine is imported.
"""

# A rule has as many arguments as it has.
# ruff: noqa: PLR0917

from collections.abc import Callable

# --- 15.3-1, 2 and 0.5-27, 30: how many animals -------------------------------------------------


def stated_cows(stated_heads: float, is_cow: float) -> float:
    return stated_heads if is_cow == 1.0 else is_cow * stated_heads


def rearing_months(rears: float, age_at_first_calving: float, rearing_from: float) -> float:
    counted = age_at_first_calving - rearing_from
    return counted * rears if counted > 0 else 0.0


def rearing_share(
    age_at_first_calving: float, rearing_start: float, rearing_end: float, rearing_months: float
) -> float:
    if rearing_months == 0:
        return 0.0
    before_start = min(age_at_first_calving, rearing_start)
    before_end = min(age_at_first_calving, rearing_end)
    return (before_end - before_start) / rearing_months


def usual_heifers(
    cows: float,
    heifers_per_cow: float,
    heifers_per_cow_and_year: float,
    age_at_first_calving: float,
) -> float:
    years = 1.0 if age_at_first_calving <= 24 else age_at_first_calving / 12 - 1
    return heifers_per_cow * cows + heifers_per_cow_and_year * years * cows


def open_heifers(open_heads: float, rearing_share: float, usual_heifers: float) -> float:
    return usual_heifers * rearing_share * open_heads


def replacement_rate(replacement_heifers: float, cows: float, rearing_months: float) -> float:
    if cows == 0 or rearing_months == 0:
        return 0.0
    calving_each_year = replacement_heifers * 12 / rearing_months
    return calving_each_year / cows


def head_years(
    heads_per_cow: float,
    cows: float,
    rearing_share: float,
    replacement_heifers: float,
    fattened_class: float,
    fattened_per_year: float,
    fattening_days: float,
    counted_by_rule: float,
) -> float:
    days = fattened_per_year * fattening_days * fattened_class
    present = days / 365 + cows * heads_per_cow + replacement_heifers * rearing_share
    return present * counted_by_rule


def bought_to_fatten(
    live_weight_bought: float, entry_weight: float, fattened_per_year: float
) -> float:
    return min(fattened_per_year, live_weight_bought / entry_weight)


def fattening_days(
    own_fattened: float,
    own_fattening_days: float,
    bought_to_fatten: float,
    bought_fattening_days: float,
    fattened_per_year: float,
) -> float:
    if fattened_per_year == 0:
        return own_fattening_days
    own, bought = own_fattened / fattened_per_year, bought_to_fatten / fattened_per_year
    return own * own_fattening_days + bought * bought_fattening_days


# --- 15.3-3 to 6: outside, fed, stored ----------------------------------------------------------


def cow_pasture_share(grazing_days: float, grazing_hours: float) -> float:
    return min(0.95, grazing_days * grazing_hours / 8760)


def heifer_pasture_share(cow_pasture_share: float) -> float:
    return min(0.60, cow_pasture_share + 0.20)


def pasture_share(
    grazes_as_cows: float,
    cow_pasture_share: float,
    grazes_as_heifers: float,
    heifer_pasture_share: float,
) -> float:
    return heifer_pasture_share * grazes_as_heifers + cow_pasture_share * grazes_as_cows


# --- 15.3-10 and 0.5-26: what is sold -----------------------------------------------------------


def calves_sold(
    calves_reared: float,
    cows: float,
    keeps_calves: float,
    heifer_calves: float,
    replacement_rate: float,
) -> float:
    kept_young = keeps_calves * heifer_calves
    kept_later = (1 - keeps_calves) * (replacement_rate * cows)
    return max(calves_reared * cows - (kept_young + kept_later), 0.0)


def fattened_weight(
    own_fattened: float,
    sale_weight: float,
    counts_weaned: float,
    entry_weight: float,
    bought_to_fatten: float,
) -> float:
    all_sold = sale_weight * (own_fattened + bought_to_fatten)
    return all_sold - counts_weaned * entry_weight * own_fattened


def live_weight_sold(
    culled_weight: float,
    calves_sold: float,
    calf_sale_weight: float,
    fattened_weight: float,
    live_weight_transferred_out: float,
) -> float:
    leaving = culled_weight + fattened_weight + calf_sale_weight * calves_sold
    return max(leaving - live_weight_transferred_out, 0.0)


# --- sheep and goats: 3.1 and 3.5 ---------------------------------------------------------------


def net_energy_activity_small(
    live_weight: float,
    walking_energy_outside: float,
    pasture_share: float,
    walking_energy_inside: float,
) -> float:
    inside = live_weight * walking_energy_inside * (1 - pasture_share)
    return inside + live_weight * walking_energy_outside * pasture_share


def net_energy_growth_small(
    daily_gain: float, growth_energy: float, growth_energy_slope: float, live_weight: float
) -> float:
    return daily_gain * growth_energy + daily_gain * growth_energy_slope * live_weight


def net_energy_lactation_small(milk_per_head: float, milk_energy: float) -> float:
    return milk_energy * milk_per_head / 365


def nitrogen_retention_small(milk_per_head: float, milk_protein: float, daily_gain: float) -> float:
    return 0.026 * 365 * daily_gain + milk_protein / 6.38 * milk_per_head


# --- 15.1 data 4 to 8, 23 to 27; 0.5-29 ---------------------------------------------------------


def room_ratio(remaining_area: float, usual_area: float) -> float:
    return remaining_area / usual_area if usual_area else 0.0


def area_fill(room_ratio: float, rest_area: float) -> float:
    return min(room_ratio, 1.0) if rest_area else room_ratio


def area_left(remaining_area: float, area_fill: float, usual_area: float) -> float:
    return max(remaining_area - usual_area * area_fill, 0.0)


def rest_share(rest_area: float, farm_rest_area: float) -> float:
    return rest_area / farm_rest_area if farm_rest_area else 0.0


def field_area(area_fill: float, usual_area: float, rest_share: float, area_left: float) -> float:
    return area_left * rest_share + usual_area * area_fill


def ley_share(ley_area: float, tilled_area: float) -> float:
    return 0.0 if ley_area + tilled_area == 0 else ley_area / (ley_area + tilled_area)


def hedges_left(
    hedge_density: float, agricultural_area: float, stated_hedge_length: float
) -> float:
    return max(agricultural_area * hedge_density - stated_hedge_length, 0.0)


def nitrogen_left(
    nitrogen_rate: float, agricultural_area: float, stated_mineral_nitrogen: float
) -> float:
    return max(agricultural_area * nitrogen_rate - stated_mineral_nitrogen, 0.0)


def usual_electricity(
    usual_milking_power: float,
    milk_delivered: float,
    usual_herd_power: float,
    milking: float,
    livestock_unit_years: float,
) -> float:
    unmilked = livestock_unit_years - milking * livestock_unit_years
    return unmilked * usual_herd_power + milk_delivered * usual_milking_power


def concentrate_bought(
    concentrate_rate: float,
    cows: float,
    concentrate_per_fattened: float,
    fattened_per_year: float,
) -> float:
    return fattened_per_year * concentrate_per_fattened + cows * concentrate_rate


def purchase_quantity(
    concentrate_bought: float,
    soya_share: float,
    item_of_soya: float,
    item_of_cereals: float,
    item_of_livestock: float,
    farm_livestock_unit_years: float,
    item_of_tilled_land: float,
    tilled_area: float,
    item_of_calves: float,
    heifer_calves: float,
    item_of_phosphate_potash: float,
    phosphate_potash: float,
    item_of_straw: float,
    straw_bought: float,
    item_of_animals: float,
    live_weight_bought: float,
    item_by_rule: float,
) -> float:
    soya = concentrate_bought * soya_share
    parts = (
        soya * item_of_soya, (concentrate_bought - soya) * item_of_cereals,
        farm_livestock_unit_years * item_of_livestock, tilled_area * item_of_tilled_land,
        heifer_calves * item_of_calves, phosphate_potash * item_of_phosphate_potash,
        straw_bought * item_of_straw, live_weight_bought * item_of_animals,
    )  # fmt: skip
    return item_by_rule * sum(parts)


# --- 7.3: ploughing -----------------------------------------------------------------------------


def mineralised_nitrogen(grassland_ploughed: float, ploughing_loss: float) -> float:
    return ploughing_loss / 15 * grassland_ploughed


def land_use_change_loss(grassland_ploughed: float, ploughing_loss: float) -> float:
    return ploughing_loss * grassland_ploughed * 44 / 12


# --- 0.5-31: crops sold -------------------------------------------------------------------------


def crop_part(crop_workshop: float, crop_workshop_count: float) -> float:
    return crop_workshop / crop_workshop_count if crop_workshop_count else 0.0


def sold_share(crops_sold_share: float, crop_workshop_count: float) -> float:
    return crops_sold_share * min(crop_workshop_count, 1.0)


def sold_area_share(sold_area: float, field_area: float) -> float:
    return sold_area / field_area if field_area else 0.0


def sprayed_share(sold_area: float, tilled_area: float) -> float:
    return sold_area / tilled_area if tilled_area else 0.0


def field_input_share(sold_area_share: float, crop_part: float, livestock_share: float) -> float:
    return livestock_share + sold_area_share * (crop_part - livestock_share)


def spraying_share(sprayed_share: float, crop_part: float, livestock_share: float) -> float:
    return livestock_share + sprayed_share * (crop_part - livestock_share)


def sold_residue_nitrogen(
    sold_share: float,
    residue_nitrogen: float,
    crop_residue_nitrogen: float,
    field_residue_nitrogen: float,
) -> float:
    if field_residue_nitrogen == 0:
        return 0.0
    return residue_nitrogen * (crop_residue_nitrogen / field_residue_nitrogen) * sold_share


def sold_crop_n2o(
    sold_area_share: float,
    mineral_direct_n2o: float,
    mineral_volatilised_nitrogen: float,
    mineral_nitrogen: float,
    sold_residue_nitrogen: float,
    organic_direct_factor: float,
    deposition_factor: float,
    leach_fraction: float,
    leaching_factor: float,
) -> float:
    leached = (mineral_nitrogen * sold_area_share + sold_residue_nitrogen) * leach_fraction
    nitrogen = leached * leaching_factor + sold_residue_nitrogen * organic_direct_factor
    nitrogen += sold_area_share * mineral_volatilised_nitrogen * deposition_factor
    return mineral_direct_n2o * sold_area_share + nitrogen * 44 / 28


def own_workshop_storage(
    carbon_storage: float, sold_crop_storage: float, crop_part: float, livestock_share: float
) -> float:
    return carbon_storage * livestock_share + sold_crop_storage * (crop_part - livestock_share)


def workshop_soil_n2o_emissions(
    soil_n2o_emissions: float,
    sold_crop_soil_emissions: float,
    crop_part: float,
    livestock_share: float,
) -> float:
    shared = soil_n2o_emissions * livestock_share
    return shared + sold_crop_soil_emissions * (crop_part - livestock_share)


def workshop_other_upstream(
    own_other_upstream: float,
    common_other_upstream: float,
    common_spraying_emissions: float,
    livestock_share: float,
    spraying_share: float,
) -> float:
    sprayed = common_spraying_emissions * (spraying_share - livestock_share)
    return own_other_upstream + common_other_upstream * livestock_share + sprayed


# --- 0.5-28: animals that move ------------------------------------------------------------------


def burden_share(milk_allocation: float, corrected_milk: float) -> float:
    return 1 - milk_allocation if corrected_milk else 1.0


def carried_share(
    burden_share: float, transferred_weight: float, live_weight_production: float
) -> float:
    if live_weight_production <= 0:
        return 0.0
    return transferred_weight / live_weight_production * burden_share


def workshop_gross_emissions(
    own_workshop_emissions: float, emissions_received: float, emissions_passed_on: float
) -> float:
    return own_workshop_emissions - emissions_passed_on + emissions_received


def workshop_storage(
    own_workshop_storage: float, storage_received: float, storage_passed_on: float
) -> float:
    return own_workshop_storage - storage_passed_on + storage_received


def milk_allocation_protein(milk_delivered: float, milk_protein: float, meat_sold: float) -> float:
    milk = milk_protein * milk_delivered
    return milk / (milk + 0.16 * meat_sold)


def gross_footprint_milk(
    workshop_gross_emissions: float,
    milk_allocation: float,
    corrected_milk_volume: float,
    emissions_passed_on: float,
) -> float:
    herd = emissions_passed_on + workshop_gross_emissions
    return milk_allocation * (herd / corrected_milk_volume)


def net_footprint_milk(
    workshop_gross_emissions: float,
    workshop_storage: float,
    milk_allocation: float,
    corrected_milk_volume: float,
    emissions_passed_on: float,
    storage_passed_on: float,
) -> float:
    herd = emissions_passed_on + workshop_gross_emissions
    stored = storage_passed_on + workshop_storage
    return milk_allocation * ((herd - stored) / corrected_milk_volume)


def gross_footprint_dairy_beef(
    workshop_gross_emissions: float,
    milk_allocation: float,
    meat_sold: float,
    emissions_passed_on: float,
) -> float:
    herd = emissions_passed_on + workshop_gross_emissions
    return (herd - herd * milk_allocation) / meat_sold


def net_footprint_dairy_beef(
    workshop_gross_emissions: float,
    workshop_storage: float,
    milk_allocation: float,
    meat_sold: float,
    emissions_passed_on: float,
    storage_passed_on: float,
) -> float:
    herd = emissions_passed_on + workshop_gross_emissions - storage_passed_on - workshop_storage
    return (herd - herd * milk_allocation) / meat_sold


# --- fuels and work beside diesel: 6.1 ----------------------------------------------------------


def other_fuel_emissions(**parts: float) -> float:
    return sum(v * parts[f"{n}_factor"] for n, v in parts.items() if f"{n}_factor" in parts)


def other_power_emissions(
    solar_self_use: float,
    solar_factor: float,
    irrigation_water: float,
    pumping_power: float,
    electricity_factor: float,
) -> float:
    pumped = electricity_factor * pumping_power * irrigation_water
    return pumped + solar_factor * solar_self_use


def energy_emissions(
    diesel: float,
    diesel_factor: float,
    other_fuel_emissions: float,
    contract_work_emissions: float,
) -> float:
    return other_fuel_emissions + contract_work_emissions + diesel_factor * diesel


def electricity_emissions(
    electricity: float, electricity_factor: float, other_power_emissions: float
) -> float:
    return other_power_emissions + electricity_factor * electricity


SUMS = (
    "cows", "replacement_heifers", "digestibility", "storage_months", "heifer_calves",
    "farm_rest_area", "ley_area", "tilled_area", "crop_workshop", "crop_workshop_count",
    "crop_residue_nitrogen", "common_spraying_emissions", "own_workshop_emissions",
    "live_weight_transferred_out", "live_weight_transferred_in", "whole_emissions",
    "emissions_passed_on", "emissions_received", "whole_storage", "storage_passed_on",
    "storage_received", "crop_area", "crop_storage",
)  # fmt: skip
PRODUCTS = (
    "counted_heifers", "cow_weight", "first_year_heifers", "culled_weight", "usual_area",
    "rest_area", "hedge_length", "mineral_nitrogen", "limestone", "phosphate_potash", "diesel",
    "electricity", "bedding_nitrogen_brought", "sold_area", "sold_crop_soil_emissions",
    "sold_crop_storage", "transferred_weight", "carried_emissions", "carried_storage",
    "contract_work_emissions",
)  # fmt: skip


def own_fattened(fattened_per_year: float, bought_to_fatten: float) -> float:
    return fattened_per_year - bought_to_fatten


WRITTEN: dict[str, Callable[..., float]] = {
    name: found for name, found in list(globals().items()) if callable(found) and name != "Callable"
}
