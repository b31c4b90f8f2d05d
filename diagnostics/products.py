"""Milk and meat: what the emissions are divided by, and how the two share them."""

import numpy as np

from diagnostics.constants import MILK_DENSITY
from diagnostics.core import Constant, Values, among, formula
from diagnostics.core.formula import Branches
from diagnostics.entities import Workshop
from diagnostics.works import BOCAGE, IDF_2010, IDF_2015

NO_MILK = "no milk is sold"
NO_MEAT = "no live weight is sold"
NO_GAIN = "no live weight is produced"
NOT_DAIRY = "the enterprise is not a dairy herd"
NOT_BEEF = "the enterprise does not raise animals for meat"

DAIRY = among(Workshop.workshop_kind, "DAIRY")
BEEF = among(Workshop.workshop_kind, "BEEF_SUCKLER", "BEEF_FATTEN", "SHEEP_MEAT")

MILK_MEAT_2015 = 6.04  # IDF Bulletin 479 (2015)
MILK_MEAT_2010 = 5.7717  # IDF Bulletin 445 (2010)
MEAT_PROTEIN = Constant(0.16, "1")


@formula(
    on=Workshop,
    label="Corrected milk",
    symbol="FPCM",
    unit="kg FPCM/yr",
    equation="FPCM = M_milk × (12.26 × Fat + 7.76 × Pr + 0.2534)",
    source=IDF_2015.at("FPCM formula"),
    mark="V",
    adds=True,
    empirical="IDF 2015",
)
def corrected_milk(milk_delivered: Values, milk_fat: Values, milk_protein: Values) -> Values:
    """Milk brought to 4.0% fat and 3.3% protein, so that herds can be compared."""
    return milk_delivered * (12.26 * milk_fat + 7.76 * milk_protein + 0.2534)


@formula(
    on=Workshop,
    label="Litres of corrected milk",
    symbol="FPCM_L",
    unit="L FPCM/yr",
    equation="FPCM_L = FPCM / 1.03",
    source=BOCAGE.at("section 1.3"),
    mark="V",
    adds=True,
)
def corrected_milk_volume(corrected_milk: Values) -> Values:
    """A litre of milk weighs 1.03 kg."""
    return corrected_milk / MILK_DENSITY


@formula(
    on=Workshop,
    label="Live weight produced",
    symbol="LW_prod",
    unit="kg/yr",
    equation="LW_prod = LW_sold + LW_inv − LW_buy + LW_out − LW_in",
    source=BOCAGE.at("section 2.6"),
    mark="A",
    adds=True,
)
def live_weight_production(
    live_weight_sold: Values,
    live_weight_stock_change: Values,
    live_weight_bought: Values,
    live_weight_transferred_out: Values,
    live_weight_transferred_in: Values,
) -> Values:
    """What grew on the farm: sold or kept, minus what came from elsewhere."""
    grown = live_weight_sold + live_weight_stock_change - live_weight_bought
    return grown + live_weight_transferred_out - live_weight_transferred_in


@formula(
    on=Workshop,
    label="Live weight sold for meat",
    symbol="M_meat",
    unit="kg/yr",
    equation="M_meat = max(0, LW_prod)",
    source=IDF_2015.at("section on allocation"),
    mark="V",
    adds=True,
)
def meat_sold(live_weight_production: Values) -> Values:
    """Live weight produced; it shares the herd emissions with the milk, and is never below zero."""
    return np.maximum(0.0, live_weight_production)


@formula(
    on=Workshop,
    label="Beef to milk ratio",
    symbol="BMR",
    unit="1",
    equation="BMR = M_meat / FPCM",
    source=IDF_2015.at("section on allocation"),
    mark="V",
    positive={"corrected_milk": NO_MILK},
)
def beef_milk_ratio(meat_sold: Values, corrected_milk: Values) -> Values:
    """Kilograms of live weight for each kilogram of corrected milk."""
    return meat_sold / corrected_milk


@formula(
    on=Workshop,
    label="Share attributed to milk, IDF 2010",
    symbol="AF_milk10",
    unit="1",
    equation="AF_milk10 = clip(1 − 5.7717 × BMR, 0, 1)",
    source=IDF_2010.at("not seen; coefficient in public scripts"),
    mark="R",
    empirical="IDF 2010",
)
def milk_allocation_2010(beef_milk_ratio: Values) -> Values:
    """The older rule, to compare with older results."""
    return np.clip(1 - MILK_MEAT_2010 * beef_milk_ratio, 0.0, 1.0)


@formula(
    on=Workshop,
    label="Share attributed to milk, by protein",
    symbol="AF_milk_p",
    unit="1",
    equation="AF_milk_p = M_milk × Pr / (M_milk × Pr + M_meat × 0.16)",
    source=BOCAGE.at("section 8.3"),
    mark="R−",
    positive={"milk_delivered": NO_MILK},
)
def milk_allocation_protein(
    milk_delivered: Values, milk_protein: Values, meat_sold: Values
) -> Values:
    """Protein in the milk, of all protein sold; it suits ewes and goats as well."""
    in_milk = milk_delivered * milk_protein
    return in_milk / (in_milk + meat_sold * MEAT_PROTEIN)


@formula(
    on=Workshop,
    label="Share attributed to milk",
    symbol="AF_milk",
    unit="1",
    equation="AF_milk = clip(1 − 6.04 × BMR, 0, 1)",
    source=IDF_2015.at("pp. 34–36"),
    mark="V",
    empirical="IDF 2015",
    branches=Branches(
        Workshop.allocation_method,
        {"idf_2010": "milk_allocation_2010", "protein": "milk_allocation_protein"},
    ),
)
def milk_allocation(beef_milk_ratio: Values) -> Values:
    """Milk takes this part of the emissions of a dairy herd; meat takes the rest."""
    return np.clip(1 - MILK_MEAT_2015 * beef_milk_ratio, 0.0, 1.0)


@formula(
    on=Workshop,
    label="Gross footprint of milk",
    symbol="I_milk",
    unit="kg CO2e/(L FPCM)",
    equation="I_milk = (E_w + E_out) × AF_milk / FPCM_L",
    source=BOCAGE.at("section 1.3"),
    mark="V",
    positive={"corrected_milk_volume": NO_MILK},
)
def gross_footprint_milk(
    workshop_gross_emissions: Values,
    milk_allocation: Values,
    corrected_milk_volume: Values,
    emissions_passed_on: Values,
) -> Values:
    """Emissions of a litre of corrected milk, nothing deducted."""
    shared = workshop_gross_emissions + emissions_passed_on
    return shared * milk_allocation / corrected_milk_volume


@formula(
    on=Workshop,
    label="Net footprint of milk",
    symbol="I_milk_net",
    unit="kg CO2e/(L FPCM)",
    equation="I_milk_net = (E_w + E_out − ST_w − ST_out) × AF_milk / FPCM_L",
    source=BOCAGE.at("section 1.3"),
    mark="V",
    positive={"corrected_milk_volume": NO_MILK},
)
def net_footprint_milk(
    workshop_gross_emissions: Values,
    workshop_storage: Values,
    milk_allocation: Values,
    corrected_milk_volume: Values,
    emissions_passed_on: Values,
    storage_passed_on: Values,
) -> Values:
    """Emissions of a litre of corrected milk, carbon storage deducted."""
    net = workshop_gross_emissions + emissions_passed_on - workshop_storage - storage_passed_on
    return net * milk_allocation / corrected_milk_volume


@formula(
    on=Workshop,
    label="Gross footprint of live weight",
    symbol="I_beef",
    unit="kg CO2e/(kg LW)",
    equation="I_beef = E_w / LW_sold",
    source=BOCAGE.at("rule 0.5-12"),
    mark="V",
    positive={"live_weight_sold": NO_MEAT},
    applies=(BEEF, NOT_BEEF),
)
def gross_footprint_beef(workshop_gross_emissions: Values, live_weight_sold: Values) -> Values:
    """Emissions of a kilogram of live weight sold, with animals bought, nothing deducted."""
    return workshop_gross_emissions / live_weight_sold


@formula(
    on=Workshop,
    label="Net footprint of live weight",
    symbol="I_beef_net",
    unit="kg CO2e/(kg LW)",
    equation="I_beef_net = (E_w − ST_w) / LW_sold",
    source=BOCAGE.at("rule 0.5-12"),
    mark="V",
    positive={"live_weight_sold": NO_MEAT},
    applies=(BEEF, NOT_BEEF),
)
def net_footprint_beef(
    workshop_gross_emissions: Values, workshop_storage: Values, live_weight_sold: Values
) -> Values:
    """Emissions of a kilogram of live weight sold, with animals bought, carbon storage deducted."""
    return (workshop_gross_emissions - workshop_storage) / live_weight_sold


@formula(
    on=Workshop,
    label="Gross footprint of live weight, on the farm",
    symbol="I_beef_of",
    unit="kg CO2e/(kg LW)",
    equation="I_beef_of = (E_w − E_wa) / LW_prod",
    source=BOCAGE.at("rule 0.5-12"),
    mark="V",
    positive={"live_weight_production": NO_GAIN},
    applies=(BEEF, NOT_BEEF),
)
def gross_footprint_beef_on_farm(
    workshop_gross_emissions: Values,
    workshop_animal_upstream: Values,
    live_weight_production: Values,
) -> Values:
    """Emissions of a kilogram grown on the farm, animals bought left out."""
    return (workshop_gross_emissions - workshop_animal_upstream) / live_weight_production


@formula(
    on=Workshop,
    label="Gross footprint of live weight from a milked herd",
    symbol="I_db",
    unit="kg CO2e/(kg LW)",
    equation="I_db = (E_w + E_out) × (1 − AF_milk) / M_meat",
    source=IDF_2015.at("pp. 34–36"),
    mark="V",
    positive={"meat_sold": NO_MEAT},
    applies=(DAIRY, NOT_DAIRY),
)
def gross_footprint_dairy_beef(
    workshop_gross_emissions: Values,
    milk_allocation: Values,
    meat_sold: Values,
    emissions_passed_on: Values,
) -> Values:
    """Emissions of a kilogram of live weight from a dairy herd, nothing deducted."""
    return (workshop_gross_emissions + emissions_passed_on) * (1 - milk_allocation) / meat_sold


@formula(
    on=Workshop,
    label="Net footprint of live weight from a milked herd",
    symbol="I_db_net",
    unit="kg CO2e/(kg LW)",
    equation="I_db_net = (E_w + E_out − ST_w − ST_out) × (1 − AF_milk) / M_meat",
    source=IDF_2015.at("pp. 34–36"),
    mark="V",
    positive={"meat_sold": NO_MEAT},
    applies=(DAIRY, NOT_DAIRY),
)
def net_footprint_dairy_beef(
    workshop_gross_emissions: Values,
    workshop_storage: Values,
    milk_allocation: Values,
    meat_sold: Values,
    emissions_passed_on: Values,
    storage_passed_on: Values,
) -> Values:
    """Emissions of a kilogram of live weight from a dairy herd, carbon storage deducted."""
    net = workshop_gross_emissions + emissions_passed_on - workshop_storage - storage_passed_on
    return net * (1 - milk_allocation) / meat_sold
