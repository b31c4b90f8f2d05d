"""Fuels beside diesel and power beside the bill (method 6.1); each is none unless entered."""

from diagnostics.core import Number
from diagnostics.core.chance import Spread

METERED = Spread("normal", relative=0.10)  # as for diesel: method section 13


def _beside(label: str, symbol: str, unit: str, note: str, help: str) -> Number:
    return Number(
        label,
        symbol=symbol,
        unit=unit,
        bounds=(0, 5_000_000),
        default=0.0,
        default_note=note,
        adds=True,
        spread=METERED,
        extra=True,
        help=help,
    )


def heating_oil() -> Number:
    """Oil of boilers and heaters."""
    return _beside(
        "Heating oil",
        "Q_oil",
        "L/yr",
        "no heating oil entered",
        "For boilers, dryers and pumps of the farm, the house left out.",
    )


def petrol() -> Number:
    """Petrol of small engines."""
    return _beside(
        "Petrol",
        "Q_petrol",
        "L/yr",
        "no petrol entered",
        "Quad bikes, chain saws and the farm’s part of the car.",
    )


def natural_gas() -> Number:
    """Gas from the mains."""
    return _beside(
        "Natural gas",
        "Q_gas",
        "kWh/yr",
        "no natural gas entered",
        "Kilowatt-hours as billed, which is the higher heating value.",
    )


def propane() -> Number:
    """Gas in tanks and bottles."""
    return _beside(
        "Propane (LPG)",
        "Q_lpg",
        "kg/yr",
        "no propane entered",
        "Weight delivered into tanks or in bottles over the year.",
    )


def wood_fuel() -> Number:
    """Wood burned."""
    return _beside(
        "Wood (chips, logs)",
        "Q_wood",
        "kWh/yr",
        "no wood entered",
        "Heat in the chips or logs burned over the year, as the supplier states it.",
    )


def biodiesel() -> Number:
    """Rapeseed diesel."""
    return _beside(
        "Biodiesel B100",
        "Q_b100",
        "L/yr",
        "no biodiesel entered",
        "Pure rapeseed biodiesel; ordinary farm diesel has its own question.",
    )


def vegetable_oil() -> Number:
    """Rapeseed oil burned as a fuel."""
    return _beside(
        "Pure vegetable oil",
        "Q_pvo",
        "L/yr",
        "no vegetable oil entered",
        "Rapeseed oil burned in engines or boilers.",
    )


def grain_drying() -> Number:
    """Grain dried elsewhere."""
    return _beside(
        "Grain drying",
        "Q_dry",
        "t/yr",
        "no grain dried elsewhere",
        "Tonnes dried off the farm × points of moisture taken out: 50 t from 30 to 15% are 750.",
    )


def solar_self_use() -> Number:
    """Own power that is used on the farm."""
    return _beside(
        "Own solar power used",
        "Q_solar",
        "kWh/yr",
        "no own solar power entered",
        "What the farm’s panels gave and the farm used itself, not what was sold.",
    )


def irrigation_water() -> Number:
    """Water pumped on another meter."""
    return _beside(
        "Irrigation pumping",
        "Q_irr",
        "m3/yr",
        "no water pumped on another meter",
        "Only water pumped with power that is not on the farm’s own bills.",
    )
