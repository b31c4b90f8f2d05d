"""Land, place and inputs of a quick diagnosis: its rules worked out by hand."""

from math import isnan

import pytest

from diagnostics import diagnose
from diagnostics.questionnaire.blank_farm import SYSTEMS, blank_farm
from diagnostics.record import Entry
from tests.quick_farms import answered, diagnosed, factors, value

COVERS = ("permanent_grassland", "temporary_grassland", "silage_maize", "crops")
BY_SYSTEM = {
    "lowland_maize": (70, 75, 160, 10, 0.30),
    "lowland_grass": (85, 60, 200, 14, 0.25),
    "mountain_maize": (40, 45, 170, 14, 0.20),
    "mountain_grass": (40, 30, 190, 18, 0.15),
    "organic_grass": (80, 0, 225, 18, 0.10),
    "breeder": (90, 25, 230, 24, 0.05),
    "breeder_finisher": (80, 35, 220, 24, 0.15),
    "finisher": (10, 140, 0, None, 0.12),
}  # hedges m/ha, nitrogen kg/ha, grazing days, hours, soya


def areas(**entered: float) -> list[float]:
    """The areas of the four covers of a hundred hectares, some of them entered."""
    record = answered("dairy")
    for cover, area in entered.items():
        record = record.but(f"field/{cover}", "field_area", Entry(area))
    found = diagnose(record, factors())
    return [value(found, "field_area", f"field/{cover}") for cover in COVERS]


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        ({}, [40, 20, 15, 25]),
        ({"permanent_grassland": 60.0}, [60, 20, 15, 5]),
        ({"permanent_grassland": 80.0}, [80, 20 * 20 / 35, 20 * 15 / 35, 0]),
        ({"permanent_grassland": 50.0, "temporary_grassland": 0.0, "silage_maize": 0.0},
         [50, 0, 0, 50]),
        ({"temporary_grassland": 30.0, "silage_maize": 20.0, "crops": 10.0}, [40, 30, 20, 10]),
        ({"permanent_grassland": 30.0, "crops": 35.0}, [30, 20, 15, 35]),
        ({"permanent_grassland": 100.0}, [100, 0, 0, 0]),
        ({"permanent_grassland": 130.0}, [130, 0, 0, 0]),
    ],
)  # fmt: skip
def test_that_open_covers_share_what_the_others_leave(entered, expected) -> None:
    assert areas(**entered) == pytest.approx(expected)


@pytest.mark.parametrize("system", BY_SYSTEM)
def test_that_a_system_has_its_row_of_usual_values(system: str) -> None:
    farm = {"finisher": "finisher", "breeder": "breeder", "breeder_finisher": "breeder"}
    record = answered(farm.get(system, "dairy")).but("", "system", Entry(system))
    found, key = diagnose(record, factors()), record.of("Workshop")[0].key
    hedges, nitrogen, days, hours, soya = BY_SYSTEM[system]

    assert value(found, "hedge_length", "hedge/1") == pytest.approx(hedges * 100)
    assert value(found, "mineral_nitrogen", "fertiliser/1") == pytest.approx(nitrogen * 100)
    assert value(found, "grazing_days", key) == days
    assert hours in (None, value(found, "grazing_hours", key))
    assert value(found, "soya_share", key) == soya


@pytest.mark.parametrize(
    ("system", "workshop", "kilograms"),
    [
        ("lowland_maize", "DAIRY", 60 * 1_300), ("organic_grass", "DAIRY", 60 * 300),
        ("breeder", "BEEF_SUCKLER", 80 * 200), ("breeder_finisher", "BEEF_SUCKLER", 80 * 550),
        ("finisher", "BEEF_FATTEN", 20 * 930), ("lowland_grass", "DAIRY", 60 * 950),
    ],
)  # fmt: skip
def test_that_concentrates_follow_the_system(system: str, workshop: str, kilograms: float) -> None:
    farm = {"DAIRY": "dairy", "BEEF_SUCKLER": "breeder", "BEEF_FATTEN": "finisher"}[workshop]
    record = answered(farm).but("", "system", Entry(system))

    assert value(diagnose(record, factors()), "concentrate_bought", workshop) == kilograms


def test_that_two_herds_take_the_rows_of_their_own_kind() -> None:
    found = diagnosed("two herds")

    assert value(found, "grazing_days", "DAIRY") == 200
    assert value(found, "grazing_days", "BEEF_SUCKLER") == 220
    assert value(found, "concentrate_bought", "DAIRY") == 60 * 950
    assert value(found, "concentrate_bought", "BEEF_SUCKLER") == 80 * 550
    assert value(found, "crude_protein", "DAIRY/DC") == 0.165


def test_that_a_quick_farm_has_usual_inputs_and_a_detailed_one_has_none() -> None:
    quick = diagnosed("dairy")
    detailed = diagnosed("dairy", entry_level="full")

    assert value(quick, "limestone") == 100 * 100
    assert value(quick, "phosphate_potash") == 15 * 100
    assert value(quick, "diesel") == 100 * 100
    assert value(quick, "electricity") == pytest.approx(440_000 / 1.03 * 0.055)
    assert (value(detailed, "limestone"), value(detailed, "phosphate_potash")) == (0.0, 0.0)
    assert isnan(value(detailed, "diesel"))
    assert isnan(value(detailed, "electricity"))


@pytest.mark.parametrize(
    ("leys", "maize", "level", "rate"),
    [(24.9, 75.1, "quick", -160), (25.0, 75.0, "quick", 0), (60.0, 40.0, "quick", 0),
     (0.0, 100.0, "quick", -160), (60.0, 40.0, "full", -160)],
)  # fmt: skip
def test_that_a_quarter_of_leys_keeps_the_carbon_of_arable_land(leys, maize, level, rate) -> None:
    record = answered("dairy", entry_level=level)
    entered = {"temporary_grassland": leys, "silage_maize": maize, "crops": 0.0,
               "permanent_grassland": 0.0}  # fmt: skip
    for cover, area in entered.items():
        record = record.but(f"field/{cover}", "field_area", Entry(area))

    assert value(diagnose(record, factors()), "field_storage_rate", "field/silage_maize") == rate


def test_that_old_grassland_ploughed_up_gives_back_carbon_and_nitrogen() -> None:
    before, after = diagnosed("dairy"), diagnosed("dairy", grassland_ploughed=3.0)
    lost = 3 * 950 * 44 / 12

    assert value(after, "land_use_change_loss") == pytest.approx(lost)
    assert value(after, "mineralised_nitrogen") == pytest.approx(3 * 950 / 15)
    assert value(before, "carbon_storage") - value(after, "carbon_storage") == pytest.approx(lost)
    assert value(after, "soil_n2o") > value(before, "soil_n2o")


@pytest.mark.parametrize(
    ("place", "climate", "soils"),
    [
        ({}, "CTM", "wet"),
        ({"department": "35"}, "CTM", "wet"),
        ({"department": "13"}, "WTD", "dry"),
        ({"country": "IE"}, "CTM", "wet"),
        ({"country": "IE", "department": "13"}, "CTM", "wet"),
        ({"country": "ES"}, "WTD", "dry"),
        ({"country": "ES", "region": "atlantic_spain"}, "CTM", "wet"),
        ({"country": "IT", "region": "po_valley"}, "WTM", "wet"),
        ({"country": "IT", "region": "other_italy"}, "WTD", "dry"),
        ({"country": "EU"}, "CTM", "wet"),
    ],
)
def test_that_a_place_has_its_climate(place, climate: str, soils: str) -> None:
    choices = diagnosed("dairy", **place).results()["choices"]

    assert (choices["climate"], choices["soil_moisture"]) == (climate, soils)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("level", ["quick", "full"])
def test_that_a_blank_farm_holds_no_answer_but_its_system_and_level(system, level) -> None:
    blank = blank_farm(system, level, "x", 2025)
    given = {name for page in blank["answers"].values() for name in page}

    assert given == {"system", "entry_level"}
    assert all(not workshop["answers"] for workshop in blank["workshops"])
