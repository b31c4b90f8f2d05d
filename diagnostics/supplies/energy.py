"""Fuel burned on the farm and electricity bought."""

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity
from diagnostics.works import BOCAGE


@formula(
    on=FarmEntity,
    label="Emissions from fuels",
    symbol="E_energy",
    unit="kg CO2e/yr",
    equation="E_energy = Q_diesel × F_diesel",
    source=BOCAGE.at("section 6.1"),
    mark="R",
    adds=True,
)
def energy_emissions(diesel: Values, diesel_factor: Values) -> Values:
    """Counted from the oil well to the exhaust pipe."""
    return diesel * diesel_factor


@formula(
    on=FarmEntity,
    label="Emissions from electricity bought",
    symbol="E_elec",
    unit="kg CO2e/yr",
    equation="E_elec = Q_elec × F_elec",
    source=BOCAGE.at("section 6.1"),
    mark="R",
    adds=True,
)
def electricity_emissions(electricity: Values, electricity_factor: Values) -> Values:
    """Kilowatt-hours bought, counted at the average of the country."""
    return electricity * electricity_factor
