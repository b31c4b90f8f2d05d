"""Fuel burned for the farm and electricity it uses."""

from diagnostics.core import Values, formula
from diagnostics.entities import ContractWork, FarmEntity
from diagnostics.works import BOCAGE


@formula(
    on=FarmEntity,
    label="Fuels beside diesel",
    symbol="E_fuel",
    unit="kg CO2e/yr",
    equation=(
        "E_fuel = Q_oil × F_oil + Q_petrol × F_petrol + Q_gas × F_gas + Q_lpg × F_lpg"
        " + Q_wood × F_wood + Q_b100 × F_b100 + Q_pvo × F_pvo + Q_dry × F_dry"
    ),
    source=BOCAGE.at("section 6.1, lines 2 to 8 and 17"),
    mark="R",
    adds=True,
)
def other_fuel_emissions(
    heating_oil: Values,
    heating_oil_factor: Values,
    petrol: Values,
    petrol_factor: Values,
    natural_gas: Values,
    natural_gas_factor: Values,
    propane: Values,
    propane_factor: Values,
    wood_fuel: Values,
    wood_fuel_factor: Values,
    biodiesel: Values,
    biodiesel_factor: Values,
    vegetable_oil: Values,
    vegetable_oil_factor: Values,
    grain_drying: Values,
    grain_drying_factor: Values,
) -> Values:
    """Heating oil, petrol, gas, wood and the rest, each with what it took to bring it."""
    oil_and_petrol = heating_oil * heating_oil_factor + petrol * petrol_factor
    gas = natural_gas * natural_gas_factor + propane * propane_factor
    plants = biodiesel * biodiesel_factor + vegetable_oil * vegetable_oil_factor
    heat = wood_fuel * wood_fuel_factor + grain_drying * grain_drying_factor
    return oil_and_petrol + gas + plants + heat


@formula(
    on=ContractWork,
    label="Fuel of contractor work",
    symbol="E_op",
    unit="kg CO2e/yr",
    equation="E_op = A_op × D_op × F_diesel",
    source=BOCAGE.at("section 6.1, line 16"),
    mark="R−",
    adds=True,
)
def contract_work_emissions(
    worked_area: Values, operation_diesel: Values, diesel_factor: Values
) -> Values:
    """Litres a pass usually burns on a hectare, where the contractor gave none."""
    return worked_area * operation_diesel * diesel_factor


@formula(
    on=FarmEntity,
    label="Emissions from fuels",
    symbol="E_energy",
    unit="kg CO2e/yr",
    equation="E_energy = Q_diesel × F_diesel + E_fuel + E_op",
    source=BOCAGE.at("section 6.1"),
    mark="R",
    adds=True,
)
def energy_emissions(
    diesel: Values,
    diesel_factor: Values,
    other_fuel_emissions: Values,
    contract_work_emissions: Values,
) -> Values:
    """Counted from the oil well to the exhaust pipe."""
    return diesel * diesel_factor + other_fuel_emissions + contract_work_emissions


@formula(
    on=FarmEntity,
    label="Power beside the bill",
    symbol="E_power",
    unit="kg CO2e/yr",
    equation="E_power = Q_solar × F_solar + Q_irr × k_irr × F_elec",
    source=BOCAGE.at("section 6.1, lines 14 and 18"),
    mark="R",
    adds=True,
)
def other_power_emissions(
    solar_self_use: Values,
    solar_factor: Values,
    irrigation_water: Values,
    pumping_power: Values,
    electricity_factor: Values,
) -> Values:
    """Own solar power used on the farm, and water pumped on another meter."""
    return solar_self_use * solar_factor + irrigation_water * pumping_power * electricity_factor


@formula(
    on=FarmEntity,
    label="Emissions from electricity bought",
    symbol="E_elec",
    unit="kg CO2e/yr",
    equation="E_elec = Q_elec × F_elec + E_power",
    source=BOCAGE.at("section 6.1"),
    mark="R",
    adds=True,
)
def electricity_emissions(
    electricity: Values, electricity_factor: Values, other_power_emissions: Values
) -> Values:
    """Kilowatt-hours bought, counted at the average of the country."""
    return electricity * electricity_factor + other_power_emissions
