"""How much milk each animal gives when only the milk sold is known."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import Group, Workshop
from diagnostics.works import BOCAGE


@formula(
    on=Group,
    label="Animals milked",
    symbol="HY_m",
    unit="head",
    equation="HY_m = HY × milked",
    source=BOCAGE.at("rule 15.3-3"),
    mark="A",
    adds=True,
)
def milked_animals(head_years: Values, milked: Values) -> Values:
    """Animals of the groups whose milk is sold."""
    return head_years * milked


@formula(
    on=Workshop,
    label="Milk sold per animal milked",
    symbol="Milk_sold",
    unit="kg/head/yr",
    equation="Milk_sold = M_milk / HY_m",
    source=BOCAGE.at("rule 15.3-3"),
    mark="A",
    positive={"milked_animals": "no animal is milked"},
)
def milk_sold_per_animal(milk_delivered: Values, milked_animals: Values) -> Values:
    """Milk of the year divided by the animals that gave it."""
    return milk_delivered / milked_animals


@formula(
    on=Group,
    label="Milk per cow",
    symbol="Milk",
    unit="kg/head/yr",
    equation="Milk = Milk_sold if milked × HY_m > 0, else Milk_suckled",
    source=BOCAGE.at("rule 15.3-3"),
    mark="A",
    rule=True,
    assumes=("milk_suckled",),
)
def milk_per_head(
    milk_sold_per_animal: Values, milked: Values, milked_animals: Values, milk_suckled: Values
) -> Values:
    """Milk sold per cow in a dairy herd; milk drunk by the calf in a suckler herd."""
    none_milked = np.equal(milked, 0) | np.equal(milked_animals, 0)
    return np.where(none_milked, milk_suckled, milk_sold_per_animal)
