"""The method written a second time, in plain Python and floats, from its text and not its code.

Where the text gives a published form in percent or per day, that form is written here, so that
an error of one writing is not an error of the other. Arguments carry the names of the
nomenclature; nothing of the engine is imported.
"""

# An equation has as many arguments as it has.
# ruff: noqa: PLR0917

from collections.abc import Callable

from tests.golden import quick_by_hand

N2O, CARBON_DIOXIDE = 44.0 / 28.0, 44.0 / 12.0


# --- 3.1: energy, percent of digestible energy as published -------------------------------------


def maintenance_coefficient(
    lactating_share: float,
    maintenance_coefficient_lactating: float,
    maintenance_coefficient_dry: float,
) -> float:
    milking_days = 365.0 * lactating_share
    in_milk = milking_days * maintenance_coefficient_lactating
    return (in_milk + (365.0 - milking_days) * maintenance_coefficient_dry) / 365.0


def net_energy_maintenance(maintenance_coefficient: float, live_weight: float) -> float:
    return maintenance_coefficient * (live_weight**3) ** 0.25


def net_energy_activity(
    activity_coefficient: float, pasture_share: float, net_energy_maintenance: float
) -> float:
    return net_energy_maintenance * pasture_share * activity_coefficient


def net_energy_growth(
    live_weight: float, mature_weight: float, growth_coefficient: float, daily_gain: float
) -> float:
    adult = growth_coefficient * mature_weight
    return 22.02 * (live_weight / adult) ** 0.75 * daily_gain**1.097


def net_energy_lactation(milk_per_head: float, milk_fat: float) -> float:
    fat_percent = 100.0 * milk_fat
    return (1.47 + 0.40 * fat_percent) * milk_per_head / 365.0


def net_energy_pregnancy(
    pregnancy_coefficient: float, net_energy_maintenance: float, pregnant_share: float
) -> float:
    return pregnant_share * (pregnancy_coefficient * net_energy_maintenance)


def maintenance_energy_ratio(digestibility: float) -> float:
    percent = 100.0 * digestibility
    return 1.123 - 4.092e-3 * percent + 1.126e-5 * percent**2 - 25.4 / percent


def growth_energy_ratio(digestibility: float) -> float:
    percent = 100.0 * digestibility
    return 1.164 - 5.160e-3 * percent + 1.308e-5 * percent**2 - 37.4 / percent


def gross_energy_intake(
    net_energy_maintenance: float,
    net_energy_activity: float,
    net_energy_lactation: float,
    net_energy_pregnancy: float,
    net_energy_growth: float,
    maintenance_energy_ratio: float,
    growth_energy_ratio: float,
    digestibility: float,
) -> float:
    needs = (
        net_energy_maintenance + net_energy_activity + net_energy_lactation + net_energy_pregnancy
    )
    digestible = needs / maintenance_energy_ratio + net_energy_growth / growth_energy_ratio
    return digestible / digestibility


def dry_matter_intake(gross_energy_intake: float, gross_energy_density: float) -> float:
    return gross_energy_intake / gross_energy_density


def enteric_methane_per_head(
    gross_energy_intake: float,
    methane_conversion_factor: float,
    rumen_share: float,
    additive_reduction: float,
) -> float:
    a_day = gross_energy_intake * methane_conversion_factor / 55.65
    return 365.0 * rumen_share * a_day * (1.0 - additive_reduction)


def enteric_methane(enteric_methane_per_head: float, head_years: float) -> float:
    return head_years * enteric_methane_per_head


# --- 15.3-3: milk -------------------------------------------------------------------------------


def milked_animals(head_years: float, milked: float) -> float:
    return head_years if milked else 0.0


def milk_sold_per_animal(milk_delivered: float, milked_animals: float) -> float:
    return milk_delivered / milked_animals


def milk_per_head(
    milk_sold_per_animal: float, milked: float, milked_animals: float, milk_suckled: float
) -> float:
    return milk_sold_per_animal if milked and milked_animals else milk_suckled


# --- 3.5 and 4.1: what is excreted --------------------------------------------------------------


def nitrogen_intake(dry_matter_intake: float, crude_protein: float) -> float:
    return 365.0 * (dry_matter_intake * (100.0 * crude_protein) / 100.0 / 6.25)


def nitrogen_retention(
    milk_per_head: float, milk_protein: float, daily_gain: float, net_energy_growth: float
) -> float:
    milk_a_day = milk_per_head / 365.0
    in_milk = milk_a_day * milk_protein / 6.38
    if daily_gain == 0.0:
        return 365.0 * in_milk
    protein = 268.0 - 7.03 * net_energy_growth / daily_gain
    return 365.0 * (in_milk + daily_gain * protein / 1000.0 / 6.25)


def nitrogen_excretion(nitrogen_intake: float, nitrogen_retention: float) -> float:
    return nitrogen_intake - nitrogen_retention


def volatile_solids(
    gross_energy_intake: float,
    digestibility: float,
    urinary_energy_share: float,
    ash_share: float,
    gross_energy_density: float,
) -> float:
    lost_share = 1.0 - digestibility + urinary_energy_share
    return gross_energy_intake * lost_share * (1.0 - ash_share) / gross_energy_density


# --- 4.1 to 4.3: manure -------------------------------------------------------------------------


def manure_system_share(pasture_share: float, housed_share: float, stored: float) -> float:
    if stored == 1.0:
        return (1.0 - pasture_share) * housed_share
    if stored == 0.0:
        return pasture_share
    return stored * (1.0 - pasture_share) * housed_share + (1.0 - stored) * pasture_share


def manure_methane(
    head_years: float,
    volatile_solids: float,
    methane_producing_capacity: float,
    manure_methane_factor: float,
    manure_system_share: float,
) -> float:
    capacity = manure_system_share * methane_producing_capacity * manure_methane_factor
    return head_years * (volatile_solids * 365.0 * 0.67 * capacity)


def manure_nitrogen(
    head_years: float, nitrogen_excretion: float, manure_system_share: float, stored: float
) -> float:
    return stored * (nitrogen_excretion * head_years) * manure_system_share


def manure_direct_n2o(manure_nitrogen: float, manure_direct_factor: float) -> float:
    return N2O * (manure_nitrogen * manure_direct_factor)


def manure_volatilised_nitrogen(manure_nitrogen: float, manure_gas_fraction: float) -> float:
    return manure_gas_fraction * manure_nitrogen


def manure_leached_nitrogen(manure_nitrogen: float, manure_leach_fraction: float) -> float:
    return manure_leach_fraction * manure_nitrogen


def manure_indirect_n2o(
    manure_volatilised_nitrogen: float,
    manure_leached_nitrogen: float,
    deposition_factor: float,
    leaching_factor: float,
) -> float:
    by_air = N2O * manure_volatilised_nitrogen * deposition_factor
    return by_air + N2O * manure_leached_nitrogen * leaching_factor


def manure_n2o(manure_direct_n2o: float, manure_indirect_n2o: float) -> float:
    return manure_indirect_n2o + manure_direct_n2o


def litter_unit_years(
    livestock_unit_years: float, manure_system_share: float, on_litter: float
) -> float:
    return livestock_unit_years * manure_system_share if on_litter else 0.0


def bedding_nitrogen(
    bedding_nitrogen_brought: float, litter_unit_years: float, farm_litter_unit_years: float
) -> float:
    if farm_litter_unit_years == 0.0:
        return 0.0
    return bedding_nitrogen_brought / farm_litter_unit_years * litter_unit_years


def spread_nitrogen(
    manure_nitrogen: float,
    manure_gas_fraction: float,
    manure_leach_fraction: float,
    manure_direct_factor: float,
    bedding_nitrogen: float,
) -> float:
    as_n2o_and_n2 = manure_nitrogen * manure_direct_factor * (1.0 + 3.0)
    lost = manure_nitrogen * manure_gas_fraction + manure_nitrogen * manure_leach_fraction
    return manure_nitrogen - lost - as_n2o_and_n2 + bedding_nitrogen


# --- 5: soils -----------------------------------------------------------------------------------


def pasture_nitrogen(head_years: float, nitrogen_excretion: float, pasture_share: float) -> float:
    return nitrogen_excretion * head_years * pasture_share


def mineral_direct_n2o(mineral_nitrogen: float, mineral_direct_factor: float) -> float:
    return N2O * (mineral_nitrogen * mineral_direct_factor)


def mineral_volatilised_nitrogen(mineral_nitrogen: float, mineral_gas_fraction: float) -> float:
    return mineral_gas_fraction * mineral_nitrogen


def pasture_direct_n2o(pasture_nitrogen: float, pasture_direct_factor: float) -> float:
    return N2O * (pasture_nitrogen * pasture_direct_factor)


def field_residue_nitrogen(field_area: float, residue_nitrogen_rate: float) -> float:
    return residue_nitrogen_rate * field_area


def soil_direct_n2o(
    mineral_direct_n2o: float,
    pasture_direct_n2o: float,
    spread_nitrogen: float,
    residue_nitrogen: float,
    mineralised_nitrogen: float,
    organic_direct_factor: float,
) -> float:
    organic = (spread_nitrogen + residue_nitrogen + mineralised_nitrogen) * organic_direct_factor
    return mineral_direct_n2o + N2O * organic + pasture_direct_n2o


def soil_volatilisation_n2o(
    mineral_volatilised_nitrogen: float,
    spread_nitrogen: float,
    pasture_nitrogen: float,
    organic_gas_fraction: float,
    deposition_factor: float,
) -> float:
    spread = organic_gas_fraction * spread_nitrogen + organic_gas_fraction * pasture_nitrogen
    return N2O * deposition_factor * (mineral_volatilised_nitrogen + spread)


def soil_leaching_n2o(
    mineral_nitrogen: float,
    spread_nitrogen: float,
    pasture_nitrogen: float,
    residue_nitrogen: float,
    mineralised_nitrogen: float,
    leach_fraction: float,
    leaching_factor: float,
) -> float:
    released = residue_nitrogen + mineralised_nitrogen
    leached = leach_fraction * (mineral_nitrogen + spread_nitrogen + pasture_nitrogen + released)
    return leached * leaching_factor * N2O


def soil_n2o(
    soil_direct_n2o: float, soil_volatilisation_n2o: float, soil_leaching_n2o: float
) -> float:
    return soil_direct_n2o + (soil_volatilisation_n2o + soil_leaching_n2o)


def lime_co2(limestone: float, dolomite: float) -> float:
    return 0.12 * CARBON_DIOXIDE * limestone + 0.13 * CARBON_DIOXIDE * dolomite


def urea_co2(urea_product: float) -> float:
    return 0.20 * CARBON_DIOXIDE * urea_product


# --- 6: what is bought --------------------------------------------------------------------------


def energy_emissions(diesel: float, diesel_factor: float) -> float:
    return diesel_factor * diesel


def electricity_emissions(electricity: float, electricity_factor: float) -> float:
    return electricity_factor * electricity


def purchase_emissions(purchase_quantity: float, purchase_factor: float) -> float:
    return purchase_factor * purchase_quantity


def fertiliser_manufacture(mineral_nitrogen: float, manufacture_factor: float) -> float:
    return manufacture_factor * mineral_nitrogen


def lime_upstream(limestone: float, dolomite: float, lime_factor: float) -> float:
    return lime_factor * limestone + lime_factor * dolomite


# --- 7: storage ---------------------------------------------------------------------------------


def remaining_area(agricultural_area: float, stated_area: float) -> float:
    return agricultural_area - stated_area if agricultural_area > stated_area else 0.0


def field_storage(field_area: float, field_storage_rate: float) -> float:
    return CARBON_DIOXIDE * (field_area * field_storage_rate)


def hedge_storage(hedge_length: float, hedge_rate: float) -> float:
    return CARBON_DIOXIDE * hedge_rate * (hedge_length / 100.0)


def carbon_storage(
    permanent_grassland_storage: float,
    temporary_grassland_storage: float,
    arable_storage: float,
    hedge_storage: float,
    tree_storage: float,
    amendment_storage: float,
    land_use_change_loss: float,
) -> float:
    soils = permanent_grassland_storage + temporary_grassland_storage + arable_storage
    return soils + hedge_storage + tree_storage + amendment_storage - land_use_change_loss


# --- 1.2, 1.3 and 8.1: equivalents, milk, meat, area --------------------------------------------


def gross_emissions(
    enteric_methane: float,
    manure_methane: float,
    gwp_methane: float,
    manure_direct_n2o: float,
    manure_indirect_n2o: float,
    soil_direct_n2o: float,
    soil_volatilisation_n2o: float,
    soil_leaching_n2o: float,
    gwp_nitrous_oxide: float,
    **others: float,
) -> float:
    animals = gwp_methane * enteric_methane + gwp_methane * manure_methane
    stores = gwp_nitrous_oxide * (manure_direct_n2o + manure_indirect_n2o)
    soils = gwp_nitrous_oxide * (soil_direct_n2o + soil_volatilisation_n2o + soil_leaching_n2o)
    return animals + stores + soils + sum(others.values())


def corrected_milk(milk_delivered: float, milk_fat: float, milk_protein: float) -> float:
    fat_percent, protein_percent = 100.0 * milk_fat, 100.0 * milk_protein
    return milk_delivered * (0.1226 * fat_percent + 0.0776 * protein_percent + 0.2534)


def corrected_milk_volume(corrected_milk: float) -> float:
    return corrected_milk / 1.03


def live_weight_production(
    live_weight_sold: float,
    live_weight_stock_change: float,
    live_weight_bought: float,
    live_weight_transferred_out: float,
    live_weight_transferred_in: float,
) -> float:
    gone = live_weight_sold + live_weight_transferred_out
    return gone + live_weight_stock_change - (live_weight_bought + live_weight_transferred_in)


def meat_sold(live_weight_production: float) -> float:
    return live_weight_production if live_weight_production > 0.0 else 0.0


def beef_milk_ratio(meat_sold: float, corrected_milk: float) -> float:
    return meat_sold / corrected_milk


def _share_of_milk(coefficient: float, beef_milk_ratio: float) -> float:
    share_of_meat = coefficient * beef_milk_ratio
    return 1.0 - min(1.0, max(0.0, share_of_meat))


def milk_allocation(beef_milk_ratio: float) -> float:
    return _share_of_milk(6.04, beef_milk_ratio)


def milk_allocation_2010(beef_milk_ratio: float) -> float:
    return _share_of_milk(5.7717, beef_milk_ratio)


def gross_footprint_milk(
    workshop_gross_emissions: float, milk_allocation: float, corrected_milk_volume: float
) -> float:
    return milk_allocation * workshop_gross_emissions / corrected_milk_volume


def net_footprint_milk(
    workshop_gross_emissions: float,
    workshop_storage: float,
    milk_allocation: float,
    corrected_milk_volume: float,
) -> float:
    gross = milk_allocation * workshop_gross_emissions / corrected_milk_volume
    return gross - milk_allocation * workshop_storage / corrected_milk_volume


def gross_footprint_beef(workshop_gross_emissions: float, live_weight_sold: float) -> float:
    return workshop_gross_emissions / live_weight_sold


def net_footprint_beef(
    workshop_gross_emissions: float, workshop_storage: float, live_weight_sold: float
) -> float:
    return (workshop_gross_emissions - workshop_storage) / live_weight_sold


def gross_footprint_beef_on_farm(
    workshop_gross_emissions: float,
    workshop_animal_upstream: float,
    live_weight_production: float,
) -> float:
    return (workshop_gross_emissions - workshop_animal_upstream) / live_weight_production


def gross_footprint_dairy_beef(
    workshop_gross_emissions: float, milk_allocation: float, meat_sold: float
) -> float:
    return (1.0 - milk_allocation) * workshop_gross_emissions / meat_sold


def net_footprint_dairy_beef(
    workshop_gross_emissions: float,
    workshop_storage: float,
    milk_allocation: float,
    meat_sold: float,
) -> float:
    return (1.0 - milk_allocation) * (workshop_gross_emissions - workshop_storage) / meat_sold


def gross_footprint_area(gross_emissions: float, field_area: float) -> float:
    return gross_emissions / field_area


def net_footprint_area(net_emissions: float, field_area: float) -> float:
    return net_emissions / field_area


# --- 1.4 and 0.5-32: workshops ------------------------------------------------------------------


def livestock_unit_years(livestock_units: float, head_years: float) -> float:
    return head_years * livestock_units


def livestock_share(
    livestock_unit_years: float,
    farm_livestock_unit_years: float,
    workshop_present: float,
    workshop_count: float,
) -> float:
    if farm_livestock_unit_years == 0.0:
        return workshop_present / workshop_count
    return livestock_unit_years / farm_livestock_unit_years


def milking_livestock_unit_years(livestock_unit_years: float, milking: float) -> float:
    return livestock_unit_years * milking


def electricity_share(
    milking_electricity_share: float,
    milking_livestock_unit_years: float,
    farm_milking_livestock_unit_years: float,
    livestock_share: float,
) -> float:
    if farm_milking_livestock_unit_years == 0.0:
        return livestock_share
    of_parlour = milking_livestock_unit_years / farm_milking_livestock_unit_years
    return livestock_share + milking_electricity_share * (of_parlour - livestock_share)


# --- sums and single products -------------------------------------------------------------------


def total(**parts: float) -> float:
    return sum(parts.values())


def product(**parts: float) -> float:
    result = 1.0
    for value in parts.values():
        result *= value
    return result


def difference(gross_emissions: float, carbon_storage: float) -> float:
    return gross_emissions - carbon_storage


def nothing() -> float:
    return 0.0


def one() -> float:
    return 1.0


def of_workshop(**parts: float) -> float:
    own = next(value for name, value in parts.items() if name.startswith("own_"))
    common = next(value for name, value in parts.items() if name.startswith("common_"))
    return own + parts["livestock_share"] * common


SUMS = (
    "farm_litter_unit_years", "residue_nitrogen", "field_area", "permanent_grassland_storage",
    "temporary_grassland_storage", "arable_storage", "fertiliser_upstream", "feed_upstream",
    "animal_upstream", "other_upstream", "farm_livestock_unit_years", "workshop_count",
    "farm_milking_livestock_unit_years", "lime_urea_emissions", "own_feed_upstream",
    "common_feed_upstream", "own_animal_upstream", "common_animal_upstream", "own_other_upstream",
    "common_other_upstream", "workshop_gross_emissions", "workshop_enteric_emissions",
    "workshop_manure_methane_emissions", "workshop_manure_n2o_emissions",
)  # fmt: skip
PRODUCTS = (
    "enteric_emissions", "manure_methane_emissions", "manure_n2o_emissions", "soil_n2o_emissions",
    "workshop_soil_n2o_emissions", "workshop_lime_urea_emissions", "workshop_energy_emissions",
    "workshop_electricity_emissions", "workshop_fertiliser_upstream", "workshop_storage",
)  # fmt: skip
OWN_AND_COMMON = ("workshop_feed_upstream", "workshop_animal_upstream", "workshop_other_upstream")
NOTHING = ("mineralised_nitrogen", "tree_storage", "amendment_storage", "land_use_change_loss")

SHARED = {**dict.fromkeys(SUMS, total), **dict.fromkeys(PRODUCTS, product)}
SHARED |= {**dict.fromkeys(OWN_AND_COMMON, of_workshop), **dict.fromkeys(NOTHING, nothing)}
SHARED |= {**dict.fromkeys(quick_by_hand.SUMS, total)}
SHARED |= {**dict.fromkeys(quick_by_hand.PRODUCTS, product)}
SHARED |= {"net_emissions": difference, "workshop_present": one}


def formula(name: str) -> Callable[..., float]:
    """The hand-written form of a formula; KeyError where it has not been written."""
    if name in quick_by_hand.WRITTEN:
        return quick_by_hand.WRITTEN[name]
    return SHARED[name] if name in SHARED else globals()[name]


def edible_animal_protein(
    milk_delivered: float,
    milk_protein: float,
    live_weight_production: float,
    edible_protein_of_live_weight: float,
) -> float:
    meat = edible_protein_of_live_weight * live_weight_production
    return meat + (milk_protein * milk_delivered if milk_delivered else 0.0)


def forage_area(field_area: float) -> float:
    return field_area


def lasting_grassland_area(field_area: float) -> float:
    return field_area


def stocking_rate(farm_livestock_unit_years: float, forage_area: float) -> float:
    return farm_livestock_unit_years * (1.0 / forage_area)


def permanent_grassland_share(lasting_grassland_area: float, field_area: float) -> float:
    return 100.0 * lasting_grassland_area / field_area / 100.0


def hedges_per_hectare(hedge_length: float, field_area: float) -> float:
    return hedge_length * (1.0 / field_area)


def mineral_nitrogen_per_hectare(mineral_nitrogen: float, field_area: float) -> float:
    return mineral_nitrogen * (1.0 / field_area)


def people_fed_animal_protein(
    edible_animal_protein: float, animal_protein_per_person: float
) -> float:
    if edible_animal_protein <= 0.0:
        return 0.0
    return edible_animal_protein / animal_protein_per_person
