"""The rows of a quick dossier follow the system and what the farm does besides."""

import pytest

from diagnostics import diagnose
from diagnostics.questionnaire.blank_farm import SYSTEMS
from diagnostics.questionnaire.enterprises import (
    ENTERPRISES,
    FINISHES_CALVES,
    FLOCK,
    NO,
    SELLS_CROPS,
    YES,
    enterprises_on,
    state_of,
    with_enterprise,
    with_system,
)
from diagnostics.questionnaire.quick import QUICK_PAGES, asked
from diagnostics.questionnaire.quick_farm import opened_farm, quick_farm
from diagnostics.record import Entry, FarmRecord
from tests.quick_farms import factors


def of_system(record: FarmRecord, system: str) -> FarmRecord:
    """The dossier once the farm has stated a system."""
    return with_system(record, system).record.but("", "system", Entry(system))


def keys(record: FarmRecord) -> set[str]:
    """The rows of a dossier, purchases by what they are and not by their number."""
    return {
        f"{row.workshop}:{row.entries['item'].value}" if row.entity == "Purchase" else row.key
        for row in record.rows
    }


def test_that_a_dossier_without_a_system_asks_for_the_farm_and_its_land_alone() -> None:
    record = opened_farm("x", 2025)

    assert not record.of("Workshop")
    assert {row.key for row in record.of("Field")} >= {"field/permanent_grassland"}
    assert "milk_delivered" not in {one.field.name for one in asked(record)}
    assert diagnose(record, factors()).results()["values"]["gross_footprint_milk"]["value"] is None


@pytest.mark.parametrize("system", SYSTEMS)
def test_that_stating_a_system_gives_the_rows_of_a_farm_of_that_system(system: str) -> None:
    record = of_system(opened_farm("x", 2025), system)

    assert keys(record) == keys(quick_farm(system, "x", 2025))


@pytest.mark.parametrize("first", SYSTEMS)
@pytest.mark.parametrize("second", SYSTEMS)
def test_that_another_system_leaves_no_row_of_the_first(first: str, second: str) -> None:
    record = of_system(of_system(opened_farm("x", 2025), first), second)

    assert keys(record) == keys(quick_farm(second, "x", 2025))
    assert len({row.key for row in record.rows}) == len(record.rows)


def test_that_answers_stay_where_their_row_stays() -> None:
    begun = of_system(opened_farm("x", 2025), "lowland_maize")
    begun = begun.but("DAIRY", "milk_fat", Entry(0.041)).but("", "diesel", Entry(9000.0))
    mixed = of_system(begun, "mixed")

    assert mixed.row("DAIRY").entries["milk_fat"] == Entry(0.041)
    assert mixed.row("").entries["diesel"] == Entry(9000.0)


def test_that_what_goes_is_named_row_by_row() -> None:
    begun = of_system(opened_farm("x", 2025), "mixed")
    change = with_system(begun, "lowland_maize")
    gone = {row.key: row for row in begun.rows if row.key in change.removed}

    assert {"BEEF_SUCKLER", "BEEF_SUCKLER/SC", "BEEF_SUCKLER/SC/housed"} <= set(gone)
    assert all(row.workshop == "BEEF_SUCKLER" for row in gone.values() if row.entity == "Purchase")
    assert not any(key.startswith("DAIRY") for key in gone)


def test_that_finishing_calves_comes_and_goes_with_its_transfer() -> None:
    plain = of_system(opened_farm("x", 2025), "lowland_maize")
    richer = with_enterprise(plain, FINISHES_CALVES, YES).record
    back = with_enterprise(richer, FINISHES_CALVES, NO).record

    assert state_of(plain, FINISHES_CALVES) == NO
    assert state_of(richer, FINISHES_CALVES) == YES
    assert richer.row("DAIRY/BEEF_FATTEN").workshop == "BEEF_FATTEN"
    assert keys(back) == keys(plain)


def test_that_selling_crops_and_finishing_do_not_undo_each_other() -> None:
    plain = of_system(opened_farm("x", 2025), "lowland_maize")
    both = with_enterprise(plain, FINISHES_CALVES, YES).record
    both = with_enterprise(both, SELLS_CROPS, YES).record

    assert state_of(both, FINISHES_CALVES) == state_of(both, SELLS_CROPS) == YES
    assert "crops_sold_share" in {one.field.name for one in asked(both)}


def test_that_the_flock_is_asked_of_sheep_and_goat_farms_alone() -> None:
    sheep = of_system(opened_farm("x", 2025), "sheep_goat")
    goats = with_enterprise(sheep, FLOCK, "GOAT").record

    assert FLOCK in enterprises_on(sheep, "farm")
    assert FLOCK not in enterprises_on(of_system(sheep, "breeder"), "farm")
    assert state_of(goats, FLOCK) == "GOAT"
    assert not any(row.key.startswith("SHEEP") for row in goats.rows)


def test_that_each_question_about_an_enterprise_stands_on_a_page() -> None:
    assert {one.page for one in ENTERPRISES} <= {page.key for page in QUICK_PAGES}
