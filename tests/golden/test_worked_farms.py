"""Every published line of the two worked farms, through the public door."""

import json

import pytest

from diagnostics import diagnose
from diagnostics.record import Entry
from tests.farms import FILES, WORKED, dairy_farm, example, factors
from tests.golden.oracle import Line, balances, class_lines, farm_lines, found, worked

PUBLISHED = 1e-3  # figures are printed with four digits


@pytest.mark.parametrize("line", class_lines(), ids=str)
def test_that_a_figure_of_an_animal_class_is_reproduced(line: Line) -> None:
    assert found(line) == pytest.approx(line.value, rel=PUBLISHED, abs=1e-12)


@pytest.mark.parametrize("line", farm_lines(), ids=str)
def test_that_a_figure_of_the_farm_is_reproduced(line: Line) -> None:
    assert found(line) == pytest.approx(line.value, rel=PUBLISHED, abs=1e-12)


def test_that_the_tables_hold_every_class_and_every_column() -> None:
    assert len(class_lines()) == (4 + 7) * 14
    assert len(farm_lines()) == 26 + 22 + 2 + 10 + 4 + 4 + 2


@pytest.mark.parametrize("farm", WORKED)
def test_that_each_source_line_is_reproduced_to_a_tenth_of_a_kilogram(farm: str) -> None:
    assert worked(farm)["sources"] == pytest.approx(balances()[farm]["sources"], abs=0.06)


def test_that_the_gases_of_the_dairy_farm_are_reproduced_to_the_kilogram() -> None:
    assert worked("1")["by_gas"] == pytest.approx(balances()["1"]["by_gas"], abs=0.6)


def test_that_the_newest_potentials_give_the_published_footprint() -> None:
    value = worked("1", "AR6")["values"]["gross_footprint_milk"]["value"]

    assert value == pytest.approx(0.9651, rel=PUBLISHED)


def test_that_the_older_coefficient_gives_the_published_share_of_the_milk() -> None:
    record = dairy_farm().but("DAIRY", "allocation_method", Entry("idf_2010"))

    assert diagnose(record, factors()).total("milk_allocation") == pytest.approx(0.8378, PUBLISHED)


@pytest.mark.parametrize("farm", WORKED)
def test_that_the_results_are_plain_json(farm: str) -> None:
    assert json.loads(json.dumps(worked(farm), allow_nan=False)) == worked(farm)


@pytest.mark.parametrize("farm", FILES)
def test_that_the_bundled_file_is_the_worked_farm(farm: str) -> None:
    bundled = diagnose(example(farm), factors()).results()

    # A file says litres and days where the method says kilograms and shares of the year.
    assert bundled["sources"] == pytest.approx(worked(farm)["sources"], rel=1e-9)
    assert bundled["storage"] == pytest.approx(worked(farm)["storage"], rel=1e-9)
    for key, group in worked(farm)["groups"].items():
        assert bundled["groups"][key] == pytest.approx(group, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("farm", FILES)
def test_that_the_bundled_file_gives_every_published_line(farm: str) -> None:
    bundled = diagnose(example(farm), factors()).results()["values"]

    for line in farm_lines():
        if line.farm == farm:
            value = sum(bundled[name]["value"] for name in line.quantities) * line.times
            assert value == pytest.approx(line.value, rel=PUBLISHED), line.label
