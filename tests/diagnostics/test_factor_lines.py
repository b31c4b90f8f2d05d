"""Every line of method section 6 is there once, with its value, mark, place and spread."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from diagnostics import diagnose, load_factors, read_farm, results_of
from diagnostics.core.chance import Spread
from diagnostics.core.factors import FactorSet
from diagnostics.core.passports import MARKS
from diagnostics.entities.supplies import ITEMS

ROOT = Path(__file__).resolve().parents[2]
PLACE = re.compile(r"line (\d+)\b")
WITHOUT_VALUE = 15  # a renewable contract: a rule, in the note of the electricity table
OF_LINES = {"UP_FERT": (19, 37), "UP_FEED": (38, 79), "UP_ANIM": (80, 86), "UP_OTHER": (87, 98)}
SOURCES = {
    "lowland_maize_dairy": {
        "ENERGY": 28_440, "ELEC": 2_160, "UP_FERT": 21_614, "UP_FEED": 66_200, "UP_ANIM": 0,
        "UP_OTHER": 2_856,
    },
    "suckler_breeder_finisher": {
        "ENERGY": 30_020, "ELEC": 720, "UP_FERT": 13_876, "UP_FEED": 23_380, "UP_ANIM": 0,
        "UP_OTHER": 1_502.5,
    },
}  # fmt: skip
GROSS = {"lowland_maize_dairy": 744_105.17, "suckler_breeder_finisher": 581_186.03}


@dataclass(frozen=True)
class Line:
    """One number of the factor files that is a line of method section 6."""

    line: int
    factor: str
    code: str
    value: float
    mark: str
    source: str
    locator: str
    spread: Spread
    gsd: float


@cache
def factors() -> FactorSet:
    """The factors of the default profile."""
    return load_factors(ROOT / "resources" / "factors")


@cache
def found() -> tuple[Line, ...]:
    """All lines, from factors and from the cells of tables."""
    return tuple(_scalars()) + tuple(_cells())


def _scalars() -> Iterator[Line]:
    for name, one in factors().factors.items():
        p = one.passport
        place = PLACE.match(p.locator)
        if place and ", part" not in p.locator:
            number = int(place.group(1))
            yield Line(
                number, name, "", one.value, p.mark, p.source, p.locator, p.spread, p.spread.gsd
            )


def _cells() -> Iterator[Line]:
    for name, table in factors().tables.items():
        spread = table.passport.spread
        for cell in table.cells:
            if place := PLACE.match(cell.locator):
                gsd = spread.gsd if cell.gsd != cell.gsd else cell.gsd
                number, code = int(place.group(1)), cell.codes[0]
                yield Line(
                    number,
                    name,
                    code,
                    cell.value,
                    cell.mark,
                    cell.source,
                    cell.locator,
                    spread,
                    gsd,
                )


@cache
def printed() -> tuple[dict[str, str], ...]:
    """The lines as the method prints them, with what was taken in their place and why."""
    with (ROOT / "tests" / "golden" / "factor_lines.csv").open(encoding="utf8", newline="") as file:
        return tuple(csv.DictReader(file))


def by_place(factor: str, code: str) -> Line:
    """The line of a factor, or of one cell of a table."""
    return next(line for line in found() if (line.factor, line.code) == (factor, code))


def test_that_every_line_of_the_method_is_there_once() -> None:
    places = Counter((line.line, line.factor, line.code) for line in found())
    wanted = {(int(row["line"]), row["factor"], row["code"]) for row in printed() if row["factor"]}

    assert set(places) == wanted
    assert set(places.values()) == {1}
    assert {line for line, _, _ in places} == set(range(1, 99)) - {WITHOUT_VALUE}


def test_that_the_line_without_a_value_is_told_as_a_rule() -> None:
    note = factors().passport("electricity_factor").note

    assert f"Line {WITHOUT_VALUE}: power under a renewable contract" in note


@pytest.mark.parametrize(
    "row", [row for row in printed() if row["factor"]], ids=lambda r: f"{r['line']}{r['code']}"
)
def test_that_value_and_mark_are_those_of_the_method(row: dict[str, str]) -> None:
    line = by_place(row["factor"], row["code"])

    assert line.value == float(row["taken"] or row["printed"])
    assert line.mark == (row["taken_mark"] or row["printed_mark"])
    assert bool(row["reason"]) == bool(row["taken"] or row["taken_mark"])


def test_that_no_mark_is_raised_without_a_quotation() -> None:
    raised = [row for row in printed() if row["taken_mark"] not in ("", row["printed_mark"])]
    quoted = {
        cell.codes[0] for cell in factors().tables["purchase_factor"].cells if cell.evidence
    } | {name for name, one in factors().factors.items() if one.passport.evidence}

    assert len(raised) == 5
    assert all((row["code"] or row["factor"]) in quoted for row in raised)


@pytest.mark.parametrize("line", found(), ids=lambda line: f"{line.line}{line.code}")
def test_that_a_recalled_line_does_not_pretend_to_a_place(line: Line) -> None:
    assert line.mark in MARKS
    assert line.source == line.source.strip() != ""
    if line.mark in ("R", "R−") and line.code != "refrigerant_r404a":
        assert "not seen" in line.locator


def test_that_the_parts_of_diesel_make_up_its_line() -> None:
    parts = [
        factors().factors[f"diesel_{part}_factor"].value for part in ("combustion", "upstream")
    ]

    assert parts == [2.51, 0.65]
    assert sum(parts) == pytest.approx(factors().factors["diesel_factor"].value, rel=1e-12)


def test_that_each_thing_bought_counts_in_the_source_of_its_line() -> None:
    lines = {line.code: line.line for line in found() if line.factor == "purchase_factor"}

    for code, _, _, source in ITEMS:
        first, last = OF_LINES[source]
        assert first <= lines[code] <= last, code
    assert {code for code, *_ in ITEMS} == set(lines)


def test_that_feed_soya_and_fertiliser_have_the_spread_of_section_13() -> None:
    for line in found():
        if line.factor in ("purchase_factor", "manufacture_factor"):
            assert line.spread.kind == "lognormal"
        if 51 <= line.line <= 55:
            assert line.gsd == 1.6, line.code
        elif 38 <= line.line <= 79:
            assert line.gsd == 1.2, line.code
        elif line.line in (*range(19, 33), 34):
            assert line.gsd == 1.15, line.code


def test_that_fuel_and_power_have_the_spread_of_section_13() -> None:
    fossil = [line for line in found() if line.line in (1, 2, 3, 6, 7)]
    power = [line for line in found() if 9 <= line.line <= 13]

    assert [line.spread.relative for line in fossil] == [0.03] * 5
    assert [line.spread.relative for line in power] == [0.1] * 5
    assert {line.spread.kind for line in (*fossil, *power)} == {"normal"}


@pytest.mark.parametrize("farm", SOURCES)
def test_that_the_worked_farms_stay_where_they_were(farm: str) -> None:
    text = (ROOT / "resources" / "examples" / f"{farm}.json").read_text("utf8")
    results = results_of(diagnose(read_farm(text), factors()))
    bought = {code: results["sources"][code] for code in SOURCES[farm]}

    assert bought == pytest.approx(SOURCES[farm], rel=1e-9)
    assert results["values"]["gross_emissions"]["value"] == pytest.approx(GROSS[farm], rel=1e-7)
