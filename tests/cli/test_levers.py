"""`bocage levers`: each measure with its effect, in the form of the contract and in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asking import DAIRY, EXAMPLES, SUCKLER, Asker

CONTRACT = {
    "lever", "dose", "suited", "reason", "already_done", "effect_kg_co2e", "effect_storage",
    "effect_per_unit", "cost_eur", "hours",
}  # fmt: skip


def listed(ask: Asker, farm: object, *more: str) -> list[dict[str, Any]]:
    """The measures of a farm as data."""
    said = ask("levers", farm, "--json", *more)
    assert (said.code, said.err) == (0, "")
    return json.loads(said.out, parse_constant=lambda name: pytest.fail(f"{name} in the measures"))


def test_that_all_three_measures_have_the_form_of_the_contract(ask: Asker) -> None:
    found = listed(ask, DAIRY)

    assert [set(one) >= CONTRACT for one in found] == [True] * 3
    assert {one["lever"] for one in found} == {
        "cover_slurry_store", "lower_age_at_first_calving", "plant_hedges",
    }  # fmt: skip
    assert all(one["hours"] is None for one in found)


@pytest.mark.parametrize("farm", [DAIRY, SUCKLER, EXAMPLES / "typical" / "b5.json"])
def test_that_the_measure_that_helps_most_stands_first(ask: Asker, farm: object) -> None:
    found = listed(ask, farm)
    net = [one["effect_kg_co2e"] - one["effect_storage"] for one in found if one["suited"]]

    assert net == sorted(net)
    assert [one["suited"] for one in found] == sorted((o["suited"] for o in found), reverse=True)


def test_that_a_measure_out_of_place_says_why_in_the_language_asked(ask: Asker) -> None:
    finisher = EXAMPLES / "typical" / "b5.json"
    english, french = listed(ask, finisher), listed(ask, finisher, "--lang", "fr")

    assert "no heifers are reared on the farm" in [one["reason"] for one in english]
    assert all(f["reason"] != e["reason"] for e, f in zip(english[1:], french[1:], strict=True))
    assert not any(one["already_done"] for one in english)


def test_that_measures_are_told_in_words(ask: Asker) -> None:
    said = ask("levers", DAIRY, "--lang", "en").out.splitlines()

    assert said[:4] == [
        "GAEC des Chênes, 2025 (OPEN-2019, edition 1)",
        "Cover the slurry store (Share of the slurry put under cover: 100%)",
        "  −24 t a year, −0.032 kg CO₂e per litre",
        "  Cost: about €3,000 a year.",
    ]
    assert "  Cost: about €12,000 once." in said


def test_that_a_blank_farm_has_measures_without_figures(ask: Asker, tmp_path: Path) -> None:
    blank = tmp_path / "blank.json"
    ask("new", "--system", "lowland_grass", "--level", "quick", "-o", blank)

    assert len(listed(ask, blank)) == 3
    assert "nan" not in ask("levers", blank).out


def test_that_a_file_which_is_no_farm_is_refused(ask: Asker, tmp_path: Path) -> None:
    assert "there is no such file" in ask.refused(1, "levers", tmp_path / "absent.json")
