"""`bocage new`, `formulas`, `evaluate` and `explain`, and the help of all."""

import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from diagnostics import diagnose, evaluate, read_farm
from diagnostics.library import formulas
from tests.cli.asking import DAIRY, SUCKLER, Asker
from tests.farms import factors

REQUESTS = [
    {"formula": "net_energy_maintenance",
     "inputs": {"maintenance_coefficient": 0.386, "live_weight": [600, 650]}},
    {"formula": "unknown", "inputs": {}},
    {"formula": "hedge_storage", "inputs": {"hedge_length": 100}},
]  # fmt: skip
FIELDS = {"name", "symbol", "equation", "value", "unit", "origin", "source", "mark", "needs",
          "parts"}  # fmt: skip


# --- new ------------------------------------------------------------------------------------------


def test_that_a_new_farm_is_read_again_and_called_like_its_file(ask: Asker, tmp_path: Path) -> None:
    place = tmp_path / "GAEC du Gué.json"
    said = ask("new", "--system", "mixed", "--level", "full", "-o", place)
    record = read_farm(place.read_text("utf-8"))

    assert (said.code, said.err) == (0, "")
    assert record.name == "GAEC du Gué"
    assert record.row("").entries["system"].value == "mixed"
    assert {row.key for row in record.of("Workshop")} == {"DAIRY", "BEEF_SUCKLER"}


def test_that_a_file_is_never_written_over(ask: Asker, tmp_path: Path) -> None:
    place = tmp_path / "farm.json"
    place.write_text("mine")

    asked = ("new", "--system", "breeder", "--level", "quick", "-o", place)
    assert "there is a file already; it was left as it is" in ask.refused(2, *asked)
    assert place.read_text() == "mine"


def test_that_a_new_farm_needs_a_folder_that_is_there(ask: Asker, tmp_path: Path) -> None:
    asked = ("new", "--system", "breeder", "--level", "quick", "-o", tmp_path / "no" / "f.json")

    assert "This folder does not exist." in ask.refused(1, *asked)


def test_that_the_schema_takes_an_example_and_refuses_a_result(ask: Asker) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(ask("new", "--schema").out))
    document = json.loads(Path(SUCKLER).read_text("utf-8"))

    assert schema.is_valid(document)
    assert not schema.is_valid({**document, "gross_emissions": 3})


def test_that_a_new_farm_goes_to_the_next_program(ask: Asker) -> None:
    said = ask("new", "--system", "finisher", "--level", "quick", "-o", "-")

    assert [row.key for row in read_farm(said.out).of("Group")] == [
        f"BEEF_FATTEN/{code}" for code in ("YB", "M1", "M2", "FH", "FC")
    ]


# --- formulas -------------------------------------------------------------------------------------


def test_that_every_formula_is_listed_with_its_source(ask: Asker) -> None:
    listed = json.loads(ask("formulas", "--json").out)

    assert [one["name"] for one in listed] == [formula.name for formula in formulas()]
    assert all(one["equation"] and one["source"] and one["locator"] for one in listed)
    energy = next(one for one in listed if one["name"] == "gross_energy_intake")
    assert (energy["symbol"], energy["unit"], energy["entity"]) == ("GE", "MJ/head/d", "Group")
    assert (energy["mark"], energy["locator"]) == ("V", "eq. 10.16")
    assert "digestibility" in energy["needs"]


def test_that_formulas_stand_in_columns(ask: Asker) -> None:
    heading, *lines = ask("formulas").out.splitlines()

    assert len(lines) == len(formulas())
    place = heading.index("symbol")
    assert all(line[place - 1] == " " and line[place] != " " for line in lines)


# --- evaluate -------------------------------------------------------------------------------------


def test_that_requests_of_a_file_are_answered(ask: Asker, tmp_path: Path) -> None:
    (tmp_path / "requests.json").write_text("\ufeff" + json.dumps(REQUESTS))
    said = ask("evaluate", tmp_path / "requests.json")

    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == evaluate(REQUESTS, factors())


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_that_requests_come_from_the_program_before(
    ask: Asker, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    given = io.TextIOWrapper(io.BytesIO(json.dumps(REQUESTS).encode()))
    monkeypatch.setattr(sys, "stdin", given)

    assert json.loads(ask("evaluate", *arguments).out)[2]["value"] == pytest.approx(250 * 44 / 12)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"formula": "x"}', "expected a list of requests"),
        ("[", "stops being JSON at line 1, column 2"),
        ('[{"formula": "x", "formula": "y"}]', "the name “formula” stands twice"),
        ("[" * 100_000, "cannot be a list of requests"),
        ("[" + "9" * 5_000 + "]", "cannot be a list of requests"),
    ],
)
def test_that_what_holds_no_requests_is_refused(ask: Asker, tmp_path: Path, text, told) -> None:
    (tmp_path / "r.json").write_text(text)

    assert told in ask.refused(1, "evaluate", tmp_path / "r.json")


def test_that_a_number_which_is_none_is_answered_in_its_place(ask: Asker, tmp_path: Path) -> None:
    text = '[{"formula": "hedge_storage", "inputs": {"hedge_length": NaN}}, {"formula": "\\ud800"}]'
    (tmp_path / "r.json").write_text(text)
    first, second = json.loads(ask("evaluate", tmp_path / "r.json").out)

    assert first["value"] is second["value"] is None
    assert "hedge_length" in first["error"]


# --- explain --------------------------------------------------------------------------------------


def test_that_a_figure_is_explained_as_the_engine_explains_it(ask: Asker) -> None:
    node = json.loads(ask("explain", DAIRY, "gross_footprint_milk", "--depth", 2, "--json").out)
    diagnosis = diagnose(read_farm(Path(DAIRY).read_text("utf-8")), factors())

    assert set(node) >= FIELDS
    assert node["value"] == diagnosis.total("gross_footprint_milk")
    assert [part["name"] for part in node["parts"]] == node["needs"]
    assert node["parts"][0]["parts"][0]["parts"] == []
    share = node["parts"][1]
    assert share["equation"].startswith("AF_milk")


def test_that_one_row_can_be_asked(ask: Asker) -> None:
    asked = ("explain", DAIRY, "enteric_methane_per_head", "--row", "DAIRY/F0", "--json")
    node = json.loads(ask(*asked).out)
    origins = {part["name"]: part["origin"] for part in node["parts"]}

    assert node["value"] == pytest.approx(23.34, rel=1e-3)
    assert origins["rumen_share"] == "answer"
    assert origins["methane_conversion_factor"] == "factor"
    assert origins["gross_energy_intake"] == "formula"


def test_that_a_given_value_says_so(ask: Asker) -> None:
    node = json.loads(ask("explain", DAIRY, "residue_nitrogen", "--json").out)

    assert (node["value"], node["origin"], node["parts"]) == (1_800.0, "given", [])


@pytest.mark.parametrize(("language", "word"), [("en", "factor"), ("fr", "facteur")])
def test_that_the_tree_is_read_from_the_top_down(ask: Asker, language: str, word: str) -> None:
    asked = ("explain", DAIRY, "enteric_emissions", "--row", "DAIRY/DC", "--lang", language)
    lines = ask(*asked).out.splitlines()

    assert "[enteric_emissions]" in lines[0]
    assert "ENT = CH4_ent × GWP_CH4" in lines[1]
    assert any(line.startswith("    ") and "[gwp_methane]" in line for line in lines)
    assert any(f" · {word} · " in line or line.strip().startswith(word) for line in lines)


# --- help -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["diagnose", "new", "formulas", "evaluate", "explain"])
def test_that_every_command_has_its_help_in_both_languages(ask: Asker, command: str) -> None:
    english = ask(command, "--help")
    french = ask(command, "--help", "--lang", "fr")

    assert english.code == french.code == 0
    assert f"bocage {command}" in english.out
    assert "Show this help" in english.out
    assert "Afficher cette aide" in french.out
    assert all(len(line) <= 100 for line in (english.out + french.out).splitlines())


def test_that_the_commands_are_listed(ask: Asker) -> None:
    said = ask("--help")

    assert said.code == 0
    assert said.out.count("  bocage ") == 8
