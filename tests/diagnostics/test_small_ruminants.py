"""Sheep and goats at the quick level: their own equations, worked out by hand."""

import pytest

from diagnostics import Diagnosis, diagnose
from diagnostics.balance import SOURCES
from diagnostics.questionnaire.quick import asked
from diagnostics.questionnaire.quick_farm import quick_farm
from diagnostics.record import Entry
from diagnostics.workshop_lines import workshop_line
from tests.quick_farms import factors, value

FLOCKS = {"SHEEP_MEAT": "EW", "SHEEP_MILK": "EL", "GOAT": "GO"}
EACH = pytest.mark.parametrize("flock", FLOCKS)


def flock_of(kind: str, **answers: float) -> Diagnosis:
    """Three hundred females on fifty hectares."""
    record = quick_farm("sheep_goat", kind, 2025, flock=kind)
    record = record.but("", "agricultural_area", Entry(50.0))
    record = record.but(f"{kind}/{FLOCKS[kind]}", "head_years", Entry(300.0))
    if kind != "SHEEP_MEAT":
        answers = {"milk_delivered": 300 * 500.0, **answers}
    for name, answer in answers.items():
        record = record.but(kind, name, Entry(answer))
    return diagnose(record, factors())


@EACH
def test_that_workshops_of_sheep_and_goats_add_up(flock: str) -> None:
    found = flock_of(flock)

    for source in SOURCES:
        assert found.values[workshop_line(source)].sum() == pytest.approx(
            found.values[source.formula].sum()
        )
    assert found.total("gross_emissions") > 0


@pytest.mark.parametrize(
    ("flock", "row", "figures"),
    [
        ("SHEEP_MEAT", "SHEEP_MEAT/EW", (0.217, 65.0, 0.0107, 100.0, 4.6)),
        ("SHEEP_MILK", "SHEEP_MILK/EL", (0.217, 75.0, 0.0107, 500.0, 4.6)),
        ("GOAT", "GOAT/GO", (0.315, 60.0, 0.019, 500.0, 3.0)),
    ],
)
def test_that_females_need_what_their_equations_say(flock, row, figures) -> None:
    maintenance, weight, outside, milk, energy = figures
    found = flock_of(flock, grazing_days=182.5, grazing_hours=12.0)
    walking = weight * (outside * 0.25 + 0.0096 * 0.75)

    assert value(found, "net_energy_maintenance", row) == pytest.approx(maintenance * weight**0.75)
    assert value(found, "net_energy_activity", row) == pytest.approx(walking)
    assert value(found, "net_energy_lactation", row) == pytest.approx(milk / 365 * energy)
    assert value(found, "net_energy_growth", row) == 0.0


def test_that_lambs_grow_by_their_own_equation() -> None:
    found, row = flock_of("SHEEP_MEAT"), "SHEEP_MEAT/LA"

    assert value(found, "head_years", row) == pytest.approx(0.6 * 300)
    assert value(found, "net_energy_growth", row) == pytest.approx(0.25 * (2.3 + 0.40 * 25))
    assert value(found, "nitrogen_retention", row) == pytest.approx(365 * 0.25 * 0.026)


@pytest.mark.parametrize(
    ("flock", "row", "share", "capacity", "pasture"),
    [("SHEEP_MEAT", "SHEEP_MEAT/EW", 0.067, 0.19, 0.003), ("GOAT", "GOAT/GO", 0.055, 0.18, 0.003)],
)
def test_that_their_factors_are_their_own(flock, row, share, capacity, pasture) -> None:
    found = flock_of(flock)

    assert value(found, "methane_conversion_factor", row) == share
    assert value(found, "methane_producing_capacity", f"{row}/housed") == capacity
    assert value(found, "pasture_direct_factor", row) == pasture


@pytest.mark.parametrize(
    ("flock", "row", "kilograms"),
    [("SHEEP_MEAT", "SHEEP_MEAT/EW", 11.0), ("SHEEP_MILK", "SHEEP_MILK/EL", 14.4),
     ("GOAT", "GOAT/GO", 14.3)],
)  # fmt: skip
def test_that_methane_a_head_lies_near_the_french_means(flock, row, kilograms) -> None:
    found = flock_of(flock, **({"milk_delivered": 300 * 270.0} if flock == "SHEEP_MILK" else {}))

    assert value(found, "enteric_methane_per_head", row) == pytest.approx(kilograms, rel=0.25)


def test_that_milk_of_ewes_is_shared_by_protein() -> None:
    found = flock_of("SHEEP_MILK", live_weight_sold=6_000.0, milk_protein=0.053)
    protein = 150_000 * 0.053

    assert value(found, "milk_allocation", "SHEEP_MILK") == pytest.approx(
        protein / (protein + 6_000 * 0.16)
    )


def test_that_concentrates_follow_the_females() -> None:
    assert value(flock_of("SHEEP_MEAT"), "concentrate_bought", "SHEEP_MEAT") == 300 * 170
    assert value(flock_of("GOAT"), "concentrate_bought", "GOAT") == 300 * 450


def test_that_a_meat_flock_has_a_footprint_of_its_live_weight() -> None:
    found = flock_of("SHEEP_MEAT", live_weight_sold=12_000.0)

    assert found.total("gross_footprint_beef") == pytest.approx(
        found.total("gross_emissions") / 12_000
    )


@EACH
def test_that_a_flock_is_asked_for_its_females_and_few_things_more(flock: str) -> None:
    questions = asked(quick_farm("sheep_goat", flock, 2025, flock=flock))
    names = [one.field.name for one in questions]

    assert "head_years" in names
    assert "age_at_first_calving" not in names
    assert ("milk_delivered" in names) == (flock != "SHEEP_MEAT")
    assert len(questions) <= 30
