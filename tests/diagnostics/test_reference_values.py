"""Reference values are those the result rests on: an answer hides what it replaces."""

from collections.abc import Mapping
from typing import Any

from diagnostics import diagnose, load_factors
from diagnostics.record import FarmRecord
from tests.farms import FACTORS, dairy_farm


def named(record: FarmRecord) -> set[tuple[str, str]]:
    found: list[Mapping[str, Any]] = diagnose(record, load_factors(FACTORS)).results()[
        "defaults_used"
    ]
    return {(line["row"], line["name"]) for line in found}


def test_that_a_default_behind_an_answer_is_not_listed() -> None:
    listed = named(dairy_farm())

    assert ("DAIRY", "grazing_days") not in listed
    assert ("DAIRY", "main_manure") not in listed
    assert ("", "hedge_density") not in listed


def test_that_it_is_listed_once_the_answer_is_taken_away() -> None:
    listed = named(dairy_farm().but("DAIRY/DC", "pasture_share", None))

    assert ("DAIRY", "grazing_days") in listed
    assert ("DAIRY", "grazing_hours") in listed


def test_that_optional_extras_that_count_as_none_are_not_listed() -> None:
    assert not {name for _, name in named(dairy_farm())} & {"petrol", "propane", "wood_fuel"}
