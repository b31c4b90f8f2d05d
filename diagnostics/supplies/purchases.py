"""Making and transport of what the farm buys."""

from diagnostics.core import Values, among, formula
from diagnostics.entities import FarmEntity, Fertiliser, Purchase
from diagnostics.works import BOCAGE


@formula(
    on=Purchase,
    label="Emissions of a purchase",
    symbol="E_buy",
    unit="kg CO2e/yr",
    equation="E_buy = Q_buy × F_buy",
    source=BOCAGE.at("sections 6.2 to 6.4"),
    mark="V",
    adds=True,
)
def purchase_emissions(purchase_quantity: Values, purchase_factor: Values) -> Values:
    """What was given off to produce it, up to its arrival on the farm."""
    return purchase_quantity * purchase_factor


@formula(
    on=Fertiliser,
    label="Manufacture of chemical nitrogen",
    symbol="E_fert",
    unit="kg CO2e/yr",
    equation="E_fert = F_SN × F_fert",
    source=BOCAGE.at("section 6.2"),
    mark="V",
    adds=True,
)
def fertiliser_manufacture(mineral_nitrogen: Values, manufacture_factor: Values) -> Values:
    """What the factory and its raw materials gave off."""
    return mineral_nitrogen * manufacture_factor


@formula(
    on=FarmEntity,
    label="Quarrying and grinding of lime",
    symbol="E_lime",
    unit="kg CO2e/yr",
    equation="E_lime = (M_lime + M_dol) × F_lime",
    source=BOCAGE.at("section 6.2, line 33"),
    mark="R",
    adds=True,
)
def lime_upstream(limestone: Values, dolomite: Values, lime_factor: Values) -> Values:
    """What was given off before the lime reached the farm."""
    return (limestone + dolomite) * lime_factor


@formula(
    on=FarmEntity,
    label="Fertiliser manufacture",
    symbol="UP_FERT",
    unit="kg CO2e/yr",
    equation="UP_FERT = E_buy + E_fert + E_lime",
    source=BOCAGE.at("section 6.2, lines 19 to 37"),
    mark="V",
    adds=True,
    where={"purchase_emissions": (among(Purchase.source_line, "UP_FERT"),)},
)
def fertiliser_upstream(
    purchase_emissions: Values, fertiliser_manufacture: Values, lime_upstream: Values
) -> Values:
    """Chemical nitrogen, phosphate, potash and lime, up to their arrival on the farm."""
    return purchase_emissions + fertiliser_manufacture + lime_upstream


@formula(
    on=FarmEntity,
    label="Purchased feed",
    symbol="UP_FEED",
    unit="kg CO2e/yr",
    equation="UP_FEED = E_buy",
    source=BOCAGE.at("section 6.3, lines 38 to 79"),
    mark="V",
    adds=True,
    where={"purchase_emissions": (among(Purchase.source_line, "UP_FEED"),)},
)
def feed_upstream(purchase_emissions: Values) -> Values:
    """Feed, minerals, milk replacer and straw, up to their arrival on the farm."""
    return purchase_emissions


@formula(
    on=FarmEntity,
    label="Purchased animals",
    symbol="UP_ANIM",
    unit="kg CO2e/yr",
    equation="UP_ANIM = E_buy",
    source=BOCAGE.at("section 6.4, lines 80 to 86"),
    mark="V",
    adds=True,
    where={"purchase_emissions": (among(Purchase.source_line, "UP_ANIM"),)},
)
def animal_upstream(purchase_emissions: Values) -> Values:
    """What the animals bought had given off before they came."""
    return purchase_emissions


@formula(
    on=FarmEntity,
    label="Other purchases",
    symbol="UP_OTHER",
    unit="kg CO2e/yr",
    equation="UP_OTHER = E_buy",
    source=BOCAGE.at("section 6.4, lines 87 to 98"),
    mark="V",
    adds=True,
    where={"purchase_emissions": (among(Purchase.source_line, "UP_OTHER"),)},
)
def other_upstream(purchase_emissions: Values) -> Values:
    """Plastics, plant protection products and the rest, up to their arrival on the farm."""
    return purchase_emissions
