"""What is worth a look: said with both numbers, in words, with the way to the answers behind."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from diagnostics import FarmRecord, diagnose
from diagnostics.finding import Finding, Kind
from diagnostics.findings import findings, found, sums
from diagnostics.record import Entry
from diagnostics.references import References, load_references
from tests.quick_farms import FARMS, answered, factors
from tests.typical_farms import TYPICAL

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "reference"


@cache
def references() -> References:
    """The figures of other farms."""
    return load_references(FOLDER)


def look(record: FarmRecord) -> tuple[Finding, ...]:
    """Everything there is to look at, judged by farms of its system."""
    return found(diagnose(record, factors()), references())


def one(record: FarmRecord, kind: Kind, field: str) -> Finding:
    """The only finding of a kind about a field."""
    hits = [f for f in look(record) if (f.kind, f.field) == (kind, field)]
    assert len(hits) == 1
    return hits[0]


@pytest.mark.parametrize("farm", FARMS)
def test_that_a_plain_farm_has_no_sum_that_does_not_close(farm: str) -> None:
    assert not [f for f in look(answered(farm)) if f.kind in (Kind.BALANCE, Kind.IMPOSSIBLE)]


@pytest.mark.parametrize("code", TYPICAL)
def test_that_a_typical_farm_shows_nothing_impossible(code: str) -> None:
    assert {f.kind for f in look(TYPICAL[code]())} <= {Kind.UNUSUAL}


def test_that_too_much_land_is_told_with_both_numbers_and_the_covers() -> None:
    crowded = answered("dairy").but("field/silage_maize", "field_area", Entry(120.0))
    finding = one(crowded, Kind.BALANCE, "agricultural_area")

    assert finding.numbers == pytest.approx({"covered": 120.0, "farmed": 100.0, "gap": 20.0})
    assert finding.answers[:2] == (("", "agricultural_area"), ("field/silage_maize", "field_area"))
    assert "20.0 ha too many" in str(finding.message)
    assert str(finding.causes[0]) == "an area is entered twice"


def test_that_land_left_over_is_told() -> None:
    sparse = answered("dairy")
    for cover in ("permanent_grassland", "temporary_grassland", "silage_maize", "crops"):
        sparse = sparse.but(f"field/{cover}", "field_area", Entry(20.0))

    assert "20.0 ha are left" in str(one(sparse, Kind.BALANCE, "agricultural_area").message)


@pytest.mark.parametrize(
    ("farm", "row", "field", "value"),
    [
        ("dairy", "", "grassland_ploughed", 101.0),
        ("breeder", "BEEF_SUCKLER", "fattened_per_year", 150.0),
        ("dairy", "DAIRY", "live_weight_bought", 90_000.0),
        ("dairy", "DAIRY", "concentrate_bought", 900_000.0),
    ],
)
def test_that_sums_that_do_not_close_lead_to_their_answer(
    farm: str, row: str, field: str, value: float
) -> None:
    finding = one(answered(farm).but(row, field, Entry(value)), Kind.BALANCE, field)

    assert finding.answers[0] == (row, field)
    assert len(finding.numbers) == 2
    assert not [f for f in look(answered(farm)) if f.field == field and f.kind is Kind.BALANCE]


def test_that_a_derived_value_that_cannot_be_leads_to_the_answers_behind_it() -> None:
    flood = answered("dairy").but("DAIRY", "milk_delivered", Entry(4.0e6))
    finding = one(flood, Kind.IMPOSSIBLE, "milk_per_head")

    assert "(Dairy cows)" in str(finding.message)
    assert {("DAIRY", "milk_delivered"), ("DAIRY/DC", "head_years")} <= set(finding.answers)


def test_that_a_rare_answer_is_judged_by_farms_of_its_system() -> None:
    record = answered("dairy").but("DAIRY", "milk_fat", Entry(37.0 / 1030))
    rare = one(record, Kind.UNUSUAL, "milk_fat")
    upland = answered("mountain dairy").but("DAIRY", "milk_fat", Entry(37.0 / 1030))

    assert rare.answers == (("DAIRY", "milk_fat"),)
    assert "38.0 to 46.0 g/L" in str(rare.message)
    assert not [f for f in look(upland) if f.field == "milk_fat"]


def test_that_a_confirmed_value_is_marked_and_comes_last() -> None:
    sure = answered("dairy").but("DAIRY", "milk_fat", Entry(37.0 / 1030, confirmed=True))
    both = sure.but("DAIRY", "soya_share", Entry(0.9))

    assert [f.field for f in look(both)] == ["soya_share", "milk_fat"]
    assert [f.confirmed for f in look(both)] == [False, True]


def test_that_reference_values_are_never_called_rare() -> None:
    fields = {(f.row, f.field) for farm in FARMS for f in look(answered(farm))}

    assert not {field for _, field in fields} & {"diesel", "milk_fat", "grazing_days"}


def test_that_the_gravest_comes_first() -> None:
    record = answered("dairy").but("DAIRY", "milk_delivered", Entry(4.0e6))
    crowded = record.but("field/silage_maize", "field_area", Entry(120.0))
    kinds = [list(Kind).index(f.kind) for f in look(crowded)]

    assert kinds == sorted(kinds)
    assert len(set(kinds)) == 3


def test_that_a_missing_answer_is_told_once_and_is_no_warning() -> None:
    record = answered("dairy").but("DAIRY/DC", "head_years", None)

    assert [f.kind for f in look(record)] == [Kind.MISSING]
    assert findings(diagnose(record, factors())) == []


def test_that_sums_are_part_of_the_findings() -> None:
    diagnosis = diagnose(answered("dairy", grassland_ploughed=300.0), factors())

    assert set(map(str, sums(diagnosis))) <= set(map(str, findings(diagnosis)))
    assert len(sums(diagnosis)) == 1


def test_that_a_dossier_without_a_name_is_judged_too() -> None:
    diagnosis = replace(diagnose(answered("dairy"), factors()), record=None)

    assert isinstance(found(diagnosis), tuple)
