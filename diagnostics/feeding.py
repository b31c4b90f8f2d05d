"""Whom a farm feeds: the protein in what it sells, and the people it is enough for."""

import numpy as np

from diagnostics.core import Values, formula
from diagnostics.entities import FarmEntity, Workshop
from diagnostics.works import BOCAGE

PEOPLE = BOCAGE.at("section 9.5")


@formula(
    on=Workshop,
    label="Edible animal protein",
    symbol="EP",
    unit="kg/yr",
    equation="EP = M_milk × Pr + LW_prod × ep_LW",
    source=PEOPLE,
    mark="R−",
    adds=True,
)
def edible_animal_protein(
    milk_delivered: Values,
    milk_protein: Values,
    live_weight_production: Values,
    edible_protein_of_live_weight: Values,
) -> Values:
    """Protein of the milk sold and of the live weight that grew on the farm."""
    in_milk = np.where(np.equal(milk_delivered, 0), 0.0, milk_delivered * milk_protein)
    return in_milk + live_weight_production * edible_protein_of_live_weight


@formula(
    on=FarmEntity,
    label="People fed with animal protein",
    symbol="PF_a",
    unit="people/yr",
    equation="PF_a = max(0, EP) / p_a",
    source=PEOPLE,
    mark="A",
    adds=True,
)
def people_fed_animal_protein(
    edible_animal_protein: Values, animal_protein_per_person: Values
) -> Values:
    """People whose animal protein of a year the farm gives, on the basis of the French sheets."""
    return np.maximum(0.0, edible_animal_protein) / animal_protein_per_person
