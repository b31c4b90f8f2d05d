"""How many people a farm feeds: milk and grown live weight, never animals that were only bought."""

import numpy as np
import pytest

from diagnostics import FarmRecord, diagnose
from diagnostics.feeding import edible_animal_protein, people_fed_animal_protein
from tests.farms import dairy_farm, factors, suckler_farm


def fed(record: FarmRecord) -> float:
    """People fed by a farm."""
    found = diagnose(record, factors()).results()["values"]["people_fed_animal_protein"]
    assert found["unit"] == "people/yr"
    return float(found["value"])


def test_that_milk_feeds_by_its_protein() -> None:
    protein = edible_animal_protein(465_000 * 1.03, 0.033, 0.0, 0.0756)

    assert float(protein) == pytest.approx(15_805.35)


def test_that_live_weight_feeds_as_the_french_sheets_count() -> None:
    protein = edible_animal_protein(0.0, np.nan, 44_750.0, 0.075)

    assert float(people_fed_animal_protein(protein, 8.2)) == pytest.approx(409, abs=1)


def test_that_weight_lost_feeds_nobody() -> None:
    assert float(people_fed_animal_protein(-500.0, 8.2)) == 0.0


def test_that_a_dairy_farm_feeds_more_people_than_a_suckler_farm() -> None:
    assert fed(dairy_farm()) > 5 * fed(suckler_farm()) > 1_500
