"""Figures beside the footprint follow the land and the animals, and say why where they cannot."""

from functools import cache
from pathlib import Path

import pytest

from diagnostics import Diagnosis, diagnose, load_factors
from diagnostics.core.factors import FactorSet
from diagnostics.estimated import estimated_posts
from diagnostics.questionnaire.quick_farm import quick_farm
from diagnostics.record import Entry
from tests.typical_farms import TYPICAL

NAMES = (
    "stocking_rate", "permanent_grassland_share", "hedges_per_hectare",
    "mineral_nitrogen_per_hectare",
)  # fmt: skip


@cache
def factors() -> FactorSet:
    """The factors of the program."""
    return load_factors(Path(__file__).resolve().parents[2] / "resources" / "factors")


def figures(diagnosis: Diagnosis) -> list[float | None]:
    """The four figures of a farm."""
    return [diagnosis.total(name) for name in NAMES]


def test_that_the_figures_of_a_farm_are_its_own_divided_by_its_land() -> None:
    d1 = diagnose(TYPICAL["D1"](), factors())
    units = d1.total("farm_livestock_unit_years")

    assert units is not None
    assert figures(d1) == pytest.approx([units / 56.0, 12.0 / 87.0, 70.0, 6500.0 / 87.0])


def test_that_a_farm_without_forage_says_why_it_has_no_stocking_rate() -> None:
    crops = TYPICAL["B5"]()
    for row in crops.of("Field"):
        crops = crops.but(row.key, "field_area", Entry(60.0 if row.key == "field/crops" else 0.0))
    diagnosis = diagnose(crops, factors())

    assert diagnosis.total("stocking_rate") is None
    assert str(diagnosis.why_not("stocking_rate")) == "no forage is grown"


def test_that_a_post_is_estimated_until_one_of_its_answers_is_given() -> None:
    empty = quick_farm("lowland_maize", "Les Chênes", 2025)
    fuelled = empty.but("", "diesel", Entry(9000.0))

    assert "energy" in estimated_posts(empty)
    assert estimated_posts(empty) - estimated_posts(fuelled) == {"energy"}
    assert estimated_posts(TYPICAL["D1"]()) == frozenset()


def test_that_zero_is_an_answer() -> None:
    record = quick_farm("lowland_maize", "Les Chênes", 2025).but(
        "fertiliser/1", "mineral_nitrogen", Entry(0.0)
    )

    assert not {"fertiliser", "soils"} & estimated_posts(record)
