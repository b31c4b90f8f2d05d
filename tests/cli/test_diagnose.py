"""`bocage diagnose`: results, reports and summaries of one farm or many."""

import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

from diagnostics import diagnose, read_farm, write_farm
from tests.cli.asking import DAIRY, EXAMPLES, SUCKLER, Asker
from tests.farms import factors

CONTRACT = [
    "engine", "profile", "choices", "factor_hash", "farm", "values", "sources", "storage",
    "by_gas", "by_workshop", "groups", "own_data", "defaults_used", "warnings", "uncertainty",
]  # fmt: skip


def numbers(text: str) -> Any:
    """JSON without NaN or infinity."""
    return json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} in the results"))


def test_that_the_results_are_those_of_the_engine_to_the_byte(ask: Asker) -> None:
    said = ask("diagnose", DAIRY, "--json", "-")
    record = read_farm(Path(DAIRY).read_text("utf-8"))

    assert (said.code, said.err) == (0, "")
    assert numbers(said.out) == json.loads(json.dumps(diagnose(record, factors()).results()))
    assert list(numbers(said.out)) == CONTRACT
    assert "GAEC des Chênes" in said.out


def test_that_the_same_command_gives_the_same_bytes(ask: Asker, tmp_path: Path) -> None:
    for name in ("a", "b"):
        ask("diagnose", DAIRY, "--json", tmp_path / name, "--draws", 200, "--seed", 7)
    ask("diagnose", DAIRY, "--json", tmp_path / "c", "--draws", 200, "--seed", 8)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()


def test_that_draws_give_ranges_and_none_are_drawn_by_default(ask: Asker) -> None:
    plain = numbers(ask("diagnose", DAIRY, "--json", "-").out)
    drawn = numbers(ask("diagnose", DAIRY, "--json", "-", "--draws", 100).out)

    assert plain["uncertainty"] == {}
    drawn_range = drawn["uncertainty"]["net_footprint_milk"]
    assert drawn_range["p5"] < drawn_range["p50"] < drawn_range["p95"]


def test_that_a_farm_is_summed_up_in_a_few_lines(ask: Asker) -> None:
    said = ask("diagnose", DAIRY)

    assert said.code == 0
    assert said.out.splitlines()[:3] == [
        "GAEC des Chênes, 2025 (OPEN-2019, edition 1)",
        "Milk: gross 0.98 − carbon storage 0.14 = net 0.84 kg CO₂e per litre",
        "Farm: gross 744 − carbon storage 107 = net 637 t CO₂e a year",
    ]
    assert "figures come from you" in said.out
    assert "1 is a reference value:" in said.out


def test_that_the_summary_speaks_french(ask: Asker) -> None:
    said = ask("diagnose", SUCKLER, "--lang", "fr")

    assert "stockage de carbone 5,9" in said.out
    assert "gross" not in said.out


@pytest.mark.parametrize(("language", "told"), [("en", "figures come"), ("fr", "données viennent")])
def test_that_each_typical_farm_is_summed_up_in_words_for_people(
    ask: Asker, language: str, told: str
) -> None:
    for farm in sorted((EXAMPLES / "typical").glob("*.json")):
        said = ask("diagnose", farm, "--lang", language)
        assert (said.code, said.err) == (0, ""), farm
        assert told in said.out
        assert not re.search(r"\bunit|/yr|/head| d(?![’\w])|\bnan\b|[{}]", said.out), farm


def test_that_a_rare_answer_is_told_once_and_not_for_each_store_it_holds_for(ask: Asker) -> None:
    said = ask("diagnose", EXAMPLES / "typical" / "b6.json", "--lang", "fr")
    told = [line for line in said.out.splitlines() if line.startswith("  Durée de stockage")]

    assert len(told) == 1
    assert "365 jours/an est rare" in said.out.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("variable", "locale", "word"),
    [
        ("LANG", "fr_FR.UTF-8", "brut"),
        ("LC_ALL", "fr_BE", "brut"),
        ("LC_MESSAGES", "fr", "brut"),
        ("LANG", "de_DE.UTF-8", "gross"),
        ("LANG", "C", "gross"),
        ("LANG", "", "gross"),
    ],
)
def test_that_the_language_is_that_of_the_system(
    ask: Asker, monkeypatch: pytest.MonkeyPatch, variable: str, locale: str, word: str
) -> None:
    monkeypatch.setenv(variable, locale)

    assert f": {word} " in ask("diagnose", DAIRY).out.replace("\xa0", "")
    assert ": gross " in ask("diagnose", DAIRY, "--lang=en").out


def test_that_several_farms_give_a_list_in_their_order(ask: Asker) -> None:
    both = numbers(ask("diagnose", SUCKLER, DAIRY, "--json", "-").out)
    folder = numbers(ask("diagnose", EXAMPLES, "--json", "-").out)

    assert [farm["farm"]["name"] for farm in both] == ["EARL du Vallon", "GAEC des Chênes"]
    assert folder == both[::-1]


def test_that_a_folder_of_one_farm_still_gives_a_list(ask: Asker, tmp_path: Path) -> None:
    shutil.copy(DAIRY, tmp_path / "one.json")
    (tmp_path / "notes.txt").write_text("not a farm")
    (tmp_path / ".hidden.json").write_text("not a farm")

    assert len(numbers(ask("diagnose", tmp_path, "--json", "-").out)) == 1


def test_that_another_profile_changes_the_potentials(ask: Asker) -> None:
    found = numbers(ask("diagnose", DAIRY, "--profile", "AR6", "--json", "-").out)

    assert found["profile"]["name"] == "AR6"
    assert found["values"]["gross_footprint_milk"]["value"] == pytest.approx(0.9651, rel=1e-3)


def test_that_a_report_holds_the_number_and_the_farm_file(ask: Asker, tmp_path: Path) -> None:
    said = ask("diagnose", DAIRY, "--pdf", tmp_path / "r.pdf", "--draws", 50, "--lang", "fr")
    content = pypdf.PdfReader(io.BytesIO((tmp_path / "r.pdf").read_bytes()))
    attached = content.attachments["lowland_maize_dairy.json"][0]
    text = content.pages[0].extract_text()

    assert said.code == 0
    assert "GAEC des Chênes" in text
    assert "0,84" in text
    assert "Ille-et-Vilaine" in text
    assert attached.decode() == write_farm(read_farm(Path(DAIRY).read_text("utf-8")))


def test_that_a_report_draws_its_range_unless_told_otherwise(ask: Asker, tmp_path: Path) -> None:
    report, results = tmp_path / "r.pdf", tmp_path / "r.json"

    ask("diagnose", DAIRY, "--pdf", report, "--json", results)
    assert numbers(results.read_text("utf-8"))["uncertainty"] != {}
    ask("diagnose", DAIRY, "--pdf", report, "--json", results, "--draws", 0)
    assert numbers(results.read_text("utf-8"))["uncertainty"] == {}


@pytest.mark.parametrize("target", ["", "{name}-2025.pdf"])
def test_that_each_farm_gets_its_report(ask: Asker, tmp_path: Path, target: str) -> None:
    said = ask("diagnose", EXAMPLES, "--pdf", f"{tmp_path}/{target}", "--draws", 0)
    written = sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".pdf")

    assert said.code == 0
    assert len(written) == 2
    assert written[0].startswith("lowland_maize_dairy")


def test_that_values_to_check_are_named_and_do_not_block(ask: Asker, tmp_path: Path) -> None:
    document = json.loads(Path(DAIRY).read_text("utf-8"))
    document["answers"]["identity"]["agricultural_area"]["value"] = 8
    (tmp_path / "small.json").write_text(json.dumps(document))
    said = ask("diagnose", tmp_path / "small.json")

    assert said.code == 0
    assert "To look at:" in said.out


def test_that_a_farm_without_answers_says_what_is_wanted_first(ask: Asker, tmp_path: Path) -> None:
    blank = tmp_path / "blank.json"
    ask("new", "--system", "lowland_grass", "--level", "quick", "-o", blank)
    said = ask("diagnose", blank)

    assert said.code == 0
    assert "too few answers for a result: “" in said.out
    assert numbers(ask("diagnose", blank, "--json", "-").out)["sources"]["ENT"] is None
    assert "too few answers" in ask.refused(1, "diagnose", blank, "--pdf", tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_that_a_workbook_and_tables_hold_the_figures_of_the_results(
    ask: Asker, tmp_path: Path
) -> None:
    book, table = tmp_path / "r.xlsx", tmp_path / "r.csv"
    said = ask("diagnose", DAIRY, "--xlsx", book, "--csv", table, "--lang", "en")
    figures = openpyxl.load_workbook(book)["Results"].iter_rows(min_row=2, values_only=True)
    values = {row[1]: row[2] for row in figures}
    lines = table.read_text("utf-8-sig").splitlines()

    assert (said.code, said.err) == (0, "")
    assert values["net_footprint_milk"] == pytest.approx(0.8406, rel=1e-3)
    assert any(line.startswith('"GAEC des Chênes",2025,"Farm","","net_foot') for line in lines)
    assert "gwp_methane" in (tmp_path / "r_factors.csv").read_text("utf-8-sig")


def test_that_each_farm_gets_its_workbook(ask: Asker, tmp_path: Path) -> None:
    said = ask("diagnose", EXAMPLES, "--xlsx", tmp_path, "--csv", tmp_path / "{name}.txt")

    assert said.code == 0
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".txt"] * 4 + [".xlsx"] * 2


def test_that_a_report_has_two_pages_unless_told_otherwise(ask: Asker, tmp_path: Path) -> None:
    for name, more in (("a", []), ("b", ["--pages", "2"])):
        ask("diagnose", DAIRY, "--pdf", tmp_path / name, "--draws", 20, *more)

    assert len(pypdf.PdfReader(tmp_path / "a").pages) == 2
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
