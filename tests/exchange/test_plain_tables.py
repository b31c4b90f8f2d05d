"""Plain tables in the signs of each country; texts stay texts, numbers stay numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.passports import factors_sheet
from desktop.exchange.plain_tables import STARTS_A_FORMULA, harmless, table_bytes
from desktop.exchange.results_table import results_table
from desktop.exchange.sheets import Sheet
from desktop.report.text import clean
from desktop.words import load_words
from tests.exchange.reading import export_of, rows
from tests.farms import dairy_farm
from tests.quick_farms import answered

BETWEEN = {"fr": ";", "en": ","}


@pytest.mark.parametrize("style", ["fr", "en"])
def test_that_every_figure_comes_back_as_it_was(style: str) -> None:
    export = export_of(dairy_farm(), draws=20)
    sheet = results_table(export, load_words("en"))
    header, *lines = rows(table_bytes(sheet, style), BETWEEN[style])
    values = {line[4]: line[6] for line in lines if line[2] == "Farm"}

    assert len(lines) == len(sheet.rows)
    assert {len(line) for line in lines} == {len(header)}
    found = float(values["net_footprint_milk"].replace(",", "."))
    assert found == export.results["values"]["net_footprint_milk"]["value"]
    assert values["net_footprint_beef"] == ""


def test_that_a_french_spreadsheet_knows_its_signs() -> None:
    content = table_bytes(Sheet("s", ("a", "b"), ((1.5, "é;"), (-5, 'x"y'))), "fr")

    assert content == b'\xef\xbb\xbf"a";"b"\r\n1,5;"\xc3\xa9;"\r\n-5;"x""y"\r\n'


def test_that_the_parts_of_a_farm_are_all_there() -> None:
    sheet = results_table(export_of(answered("two herds")), load_words("en"))
    parts = {str(row[2]) for row in sheet.rows}

    assert parts == {"Farm", "Source line", "Carbon storage", "Enterprise", "Group of animals"}


def test_that_factors_are_a_table_of_their_own() -> None:
    sheet = factors_sheet(export_of(dairy_farm()).diagnosis, load_words("fr"))
    header, *lines = rows(table_bytes(sheet, "fr"), ";")

    assert len(lines) == len(sheet.rows) > 50
    assert {line[header.index(header[9])] for line in lines} <= {"V", "R", "R−", "A"}


def test_that_a_name_like_a_formula_is_written_as_text() -> None:
    named = replace(dairy_farm(), name='=HYPERLINK("x")')
    lines = rows(table_bytes(results_table(export_of(named), load_words("en")), "en"), ",")

    assert lines[1][0] == '\'=HYPERLINK("x")'


@given(st.text())
def test_that_no_text_starts_a_formula_and_none_is_lost(text: str) -> None:
    safe = harmless(clean(text))

    assert not safe.lstrip().startswith(STARTS_A_FORMULA)
    assert safe.removeprefix("'") == clean(text).removeprefix("'")


@given(st.text(alphabet=st.sampled_from('=+-@\t\r\n";, aé\uff1d')))
def test_that_a_cell_never_breaks_out_of_its_place(text: str) -> None:
    for style, between in BETWEEN.items():
        found = rows(table_bytes(Sheet("s", ("h",), ((text, 1),)), style), between)
        assert found[1] == [harmless(clean(text)), "1"]
