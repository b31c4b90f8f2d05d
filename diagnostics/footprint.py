"""Gases to CO2 equivalents, and the farm's gross, storage and net."""

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity, Group, ManureShare
from diagnostics.works import BOCAGE

EQUIVALENTS = BOCAGE.at("section 1.2")
NO_LAND = "no area is farmed"


@formula(
    on=Group,
    label="Methane from digestion",
    symbol="ENT",
    unit="kg CO2e/yr",
    equation="ENT = CH4_ent × GWP_CH4",
    source=EQUIVALENTS,
    mark="V",
    adds=True,
)
def enteric_emissions(enteric_methane: Values, gwp_methane: Values) -> Values:
    """Enteric methane, counted as CO₂ over 100 years."""
    return enteric_methane * gwp_methane


@formula(
    on=ManureShare,
    label="Methane from manure",
    symbol="MAN_CH4",
    unit="kg CO2e/yr",
    equation="MAN_CH4 = CH4_man × GWP_CH4",
    source=EQUIVALENTS,
    mark="V",
    adds=True,
)
def manure_methane_emissions(manure_methane: Values, gwp_methane: Values) -> Values:
    """From housing, manure stores and dung at grass, counted as CO₂ over 100 years."""
    return manure_methane * gwp_methane


@formula(
    on=ManureShare,
    label="Nitrous oxide from manure",
    symbol="MAN_N2O",
    unit="kg CO2e/yr",
    equation="MAN_N2O = N2O_man × GWP_N2O",
    source=EQUIVALENTS,
    mark="V",
    adds=True,
)
def manure_n2o_emissions(manure_n2o: Values, gwp_nitrous_oxide: Values) -> Values:
    """From housing and manure stores, counted as CO₂ over 100 years."""
    return manure_n2o * gwp_nitrous_oxide


@formula(
    on=FarmEntity,
    label="Soil and grazing nitrogen",
    symbol="SOIL_N2O",
    unit="kg CO2e/yr",
    equation="SOIL_N2O = N2O_soil × GWP_N2O",
    source=EQUIVALENTS,
    mark="V",
    adds=True,
)
def soil_n2o_emissions(soil_n2o: Values, gwp_nitrous_oxide: Values) -> Values:
    """Nitrous oxide from soils, counted as CO₂ over 100 years."""
    return soil_n2o * gwp_nitrous_oxide


@formula(
    on=FarmEntity,
    label="Lime and urea",
    symbol="LIME_UREA",
    unit="kg CO2e/yr",
    equation="LIME_UREA = CO2_lime + CO2_urea",
    source=BOCAGE.at("section 5.5"),
    mark="V",
    adds=True,
)
def lime_urea_emissions(lime_co2: Values, urea_co2: Values) -> Values:
    """Carbon dioxide that they give off in the field."""
    return lime_co2 + urea_co2


@formula(
    on=FarmEntity,
    label="Gross emissions",
    symbol="GROSS",
    unit="kg CO2e/yr",
    equation=(
        "GROSS = (CH4_ent + CH4_man) × GWP_CH4"
        " + (N2O_dir + N2O_ind + N2O_sd + N2O_sv + N2O_sl) × GWP_N2O"
        " + CO2_lime + CO2_urea + E_energy + E_elec + UP_FERT + UP_FEED + UP_ANIM + UP_OTHER"
    ),
    source=BOCAGE.at("section 1.1"),
    mark="V",
    adds=True,
)
def gross_emissions(
    enteric_methane: Values,
    manure_methane: Values,
    gwp_methane: Values,
    manure_direct_n2o: Values,
    manure_indirect_n2o: Values,
    soil_direct_n2o: Values,
    soil_volatilisation_n2o: Values,
    soil_leaching_n2o: Values,
    gwp_nitrous_oxide: Values,
    lime_co2: Values,
    urea_co2: Values,
    energy_emissions: Values,
    electricity_emissions: Values,
    fertiliser_upstream: Values,
    feed_upstream: Values,
    animal_upstream: Values,
    other_upstream: Values,
) -> Values:
    """Everything given off in a year up to the farm gate, nothing deducted."""
    methane = (enteric_methane + manure_methane) * gwp_methane
    soils = soil_direct_n2o + soil_volatilisation_n2o + soil_leaching_n2o
    nitrous_oxide = (manure_direct_n2o + manure_indirect_n2o + soils) * gwp_nitrous_oxide
    field_and_fuel = lime_co2 + urea_co2 + energy_emissions + electricity_emissions
    bought = fertiliser_upstream + feed_upstream + animal_upstream + other_upstream
    return methane + nitrous_oxide + field_and_fuel + bought


@formula(
    on=FarmEntity,
    label="Net emissions",
    symbol="NET",
    unit="kg CO2e/yr",
    equation="NET = GROSS − STORAGE",
    source=BOCAGE.at("section 7.1"),
    mark="V",
    adds=True,
)
def net_emissions(gross_emissions: Values, carbon_storage: Values) -> Values:
    """Gross minus carbon storage, which lowers the net but does not erase emissions."""
    return gross_emissions - carbon_storage


@formula(
    on=FarmEntity,
    label="Gross emissions per hectare",
    symbol="I_ha",
    unit="kg CO2e/ha/yr",
    equation="I_ha = GROSS / A",
    source=BOCAGE.at("section 1.3"),
    mark="V",
    positive={"field_area": NO_LAND},
)
def gross_footprint_area(gross_emissions: Values, field_area: Values) -> Values:
    """Emissions of a hectare of farmed land, nothing deducted."""
    return gross_emissions / field_area


@formula(
    on=FarmEntity,
    label="Net emissions per hectare",
    symbol="I_ha_net",
    unit="kg CO2e/ha/yr",
    equation="I_ha_net = NET / A",
    source=BOCAGE.at("section 1.3"),
    mark="V",
    positive={"field_area": NO_LAND},
)
def net_footprint_area(net_emissions: Values, field_area: Values) -> Values:
    """Emissions of a hectare of farmed land, carbon storage deducted."""
    return net_emissions / field_area
