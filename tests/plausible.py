"""Plausible values of any quantity, drawn from what its declaration allows."""

from functools import cache

import numpy as np

from diagnostics.core.model import Model, Quantity
from diagnostics.core.values import FloatArray
from diagnostics.library import model_of
from tests.farms import factors

WIDEST = 1e4  # where nothing but the unit is known
FLAGS = ("milked", "stored", "on_litter", "milking")  # factors that are 0 or 1
COUNTS = {
    "workshop_present": (1.0, 1.0), "workshop_count": (1.0, 6.0),
    "crop_workshop": (0.0, 1.0), "crop_workshop_count": (0.0, 3.0),
}  # fmt: skip
RANGES = {
    "maintenance_energy_ratio": (0.4, 0.6),
    "growth_energy_ratio": (0.2, 0.4),
    "maintenance_coefficient": (0.2, 0.4),
    "net_energy_growth": (0.0, 30.0),
    "beef_milk_ratio": (0.0, 0.3),
}


@cache
def model() -> Model:
    """The model of the default profile."""
    return model_of(factors())


def limits(quantity: Quantity) -> tuple[float, float]:
    """The least and the largest plausible value."""
    if quantity.name in COUNTS | RANGES:
        return (COUNTS | RANGES)[quantity.name]
    if quantity.field is not None:
        return quantity.field.bounds
    if quantity.factor is not None:
        return quantity.factor.value / 2, quantity.factor.value * 2
    if quantity.grid is not None:
        return float(quantity.grid.values.min()), float(quantity.grid.values.max())
    return (0.0, 1.0) if quantity.unit == "1" else (1.0, WIDEST)


def plausible(name: str, rows: int, rng: np.random.Generator) -> FloatArray:
    """Values drawn between the limits; the first two rows are the limits themselves."""
    low, high = limits(model()[name])
    if name in FLAGS:
        return rng.integers(0, 2, rows).astype(float)
    values = rng.uniform(low, high, rows)
    values[:2] = low, high
    return np.round(values) if name in COUNTS else values
