"""The workbook says what the results say, and holds nothing that a spreadsheet would run."""

from dataclasses import replace
from io import BytesIO

import pandas
import pytest

from desktop.exchange.sheets import Sheet
from desktop.exchange.workbook import sheet_name, workbook_bytes
from desktop.words import Words, load_words
from diagnostics.record import Entry
from tests.exchange.reading import DAY, export_of, workbook, written
from tests.farms import dairy_farm, suckler_farm
from tests.quick_farms import answered

HOSTILE = (
    '=HYPERLINK("x")', "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1+1", "GAEC <b>É & Ç</b>",
    "É" * 125, "مزرعة", "Ferme \U0001f404", "http://example.org", "007", "\x1b[31m", "",
)  # fmt: skip

RANGE = ("Value", "Low (5 in 100 below)", "High (5 in 100 above)")


@pytest.fixture(scope="module")
def english() -> Words:
    """English words."""
    return load_words("en")


def test_that_each_sheet_is_there_in_its_order(english: Words) -> None:
    book = workbook(written(export_of(dairy_farm()), english))

    assert book.sheetnames == [
        "Results", "Sources of emissions", "Carbon storage", "Groups of animals", "Inputs",
        "Factors used", "About this file",
    ]  # fmt: skip
    assert [sheet.freeze_panes for sheet in book] == ["A2"] * 7


def test_that_figures_are_numbers_and_those_of_the_engine(english: Words) -> None:
    export = export_of(dairy_farm(), draws=50)
    table = pandas.read_excel(BytesIO(written(export, english)), index_col=1)
    net, drawn = "net_footprint_milk", export.results["uncertainty"]

    read = [table.loc[net, name] for name in RANGE]
    known = [export.results["values"][net]["value"], drawn[net]["p5"], drawn[net]["p95"]]
    assert read == pytest.approx(known, rel=1e-15)
    assert len(table) == len(export.results["values"])


def test_that_what_is_not_known_is_empty_and_says_why(english: Words) -> None:
    table = pandas.read_excel(BytesIO(written(export_of(dairy_farm()), english)), index_col=1)

    assert pandas.isna(table.loc["net_footprint_beef", "Value"])
    assert "does not raise animals for meat" in table.loc["net_footprint_beef", "Why there is none"]


@pytest.mark.parametrize("farm", [dairy_farm(), suckler_farm(), answered("two herds and all")])
def test_that_sources_and_stores_add_up_to_their_totals(farm, english: Words) -> None:
    book = workbook(written(export_of(farm), english))
    for name, column in (("Sources of emissions", 4), ("Carbon storage", 2)):
        values = [row[column] for row in book[name].iter_rows(min_row=2, values_only=True)]
        assert sum(values[:-1]) == pytest.approx(values[-1])


def test_that_every_input_has_its_origin(english: Words) -> None:
    export = export_of(answered("dairy"))
    table = pandas.read_excel(BytesIO(written(export, english)), sheet_name="Inputs")
    count = table["Origin"].value_counts()

    assert set(count.index) == {"entered", "reference value"}
    assert count["reference value"] == len(export.results["defaults_used"])
    milk = table[table["Name in the method"] == "milk_delivered"].iloc[0]
    assert (round(milk["Value"]), milk["Unit"]) == (427_184, "L/year")


def test_that_each_factor_carries_its_passport(english: Words) -> None:
    content = BytesIO(written(export_of(dairy_farm()), english))
    table = pandas.read_excel(content, sheet_name="Factors used", index_col=2)

    assert table.loc["gwp_methane", "Value"] == 28
    assert set(table["Mark"]) <= {"V", "R", "R−", "A"}
    assert table["Published in"].notna().all()
    ranged = table.dropna(subset=["Low (5 in 100 below)"])
    assert len(ranged) > 20
    assert (ranged["Low (5 in 100 below)"] <= ranged["High (5 in 100 above)"]).all()


def test_that_the_file_says_how_and_when_it_was_made(english: Words) -> None:
    export = export_of(dairy_farm())
    notes = dict(workbook(written(export, english))["About this file"].iter_rows(values_only=True))

    assert notes["Farm"] == "Worked farm 1"
    assert notes["Written on"] == "15\u00a0March\u00a02026"
    assert notes["Fingerprint of the factors"] == export.results["factor_hash"]
    assert notes["Status"] == "Estimate, not certified."


@pytest.mark.parametrize("name", HOSTILE)
def test_that_no_name_becomes_a_formula_or_a_link(name: str, english: Words) -> None:
    named = replace(dairy_farm(), name=name).but("", "agricultural_area", Entry(85.0, note=name))
    book = workbook(written(export_of(named), english))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_that_the_same_export_gives_the_same_bytes(english: Words) -> None:
    export = export_of(dairy_farm())

    assert written(export, english) == written(export, english)


def test_that_a_hostile_sheet_is_written_whole(english: Words) -> None:
    sheet = Sheet("a[b]:c*d?e/f\\g" * 9, ("h" * 300,), (("x" * 40_000,), (None,), (-5,)))
    book = workbook(workbook_bytes([sheet], "t", DAY))
    page = book[sheet_name(sheet.name)]

    assert len(page.title) <= 31
    assert [len(page["A2"].value), page["A3"].value, page["A4"].value] == [32_000, None, -5]
