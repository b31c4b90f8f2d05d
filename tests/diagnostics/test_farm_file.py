"""Farm files: what is written comes back, and what is no farm is refused with its place."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from diagnostics import DiagnosticsError, diagnose, read_farm, write_farm
from diagnostics.core.errors import FarmFileError
from diagnostics.farm_schema import farm_schema
from diagnostics.questionnaire.blank_farm import LEVELS, SYSTEMS, blank_farm
from diagnostics.record import Entry, FarmRecord
from tests.farms import FACTORS, WORKED, factors

EXAMPLES = {
    "1": FACTORS.parent / "examples" / "lowland_maize_dairy.json",
    "2": FACTORS.parent / "examples" / "suckler_breeder_finisher.json",
}
SCHEMA = jsonschema.Draft202012Validator(farm_schema())
COWS = ("workshops", 0, "groups", 0)

Change = Callable[[dict[str, Any]], object]


def text_of(path: Path) -> str:
    """The text of an example."""
    return path.read_text("utf-8")


def example() -> dict[str, Any]:
    """The dairy example as plain data, to be changed."""
    found: dict[str, Any] = json.loads(text_of(EXAMPLES["1"]))
    return found


def put(*places: str | int, value: Any) -> Change:
    """A change that puts a value at a place of the document."""

    def change(document: dict[str, Any]) -> None:
        inner: Any = document
        for place in places[:-1]:
            inner = inner[place]
        inner[places[-1]] = value

    return change


def drop(*places: str | int) -> Change:
    """A change that takes something out of the document."""

    def change(document: dict[str, Any]) -> None:
        inner: Any = document
        for place in places[:-1]:
            inner = inner[place]
        del inner[places[-1]]

    return change


def stated(value: Any, unit: Any, **more: Any) -> dict[str, Any]:
    """A value with its unit."""
    return {"value": value, "unit": unit, **more}


def refusal(text: str) -> str:
    """The sentence with which a text is refused."""
    with pytest.raises(FarmFileError) as refused:
        read_farm(text)
    return str(refused.value)


def refusal_of(change: Change) -> str:
    """The sentence with which the changed example is refused."""
    document = example()
    change(document)
    return refusal(json.dumps(document))


# --- what is written comes back -------------------------------------------------------------------


@pytest.mark.parametrize("farm", EXAMPLES)
def test_that_a_dossier_comes_back_from_its_file(farm: str) -> None:
    record = read_farm(text_of(EXAMPLES[farm]))

    assert read_farm(write_farm(record)) == record


@pytest.mark.parametrize("farm", EXAMPLES)
def test_that_an_example_is_written_as_the_program_writes_it(farm: str) -> None:
    text = text_of(EXAMPLES[farm])

    assert write_farm(read_farm(text)) == text


@pytest.mark.parametrize("farm", EXAMPLES)
def test_that_an_example_gives_the_results_of_its_worked_farm(farm: str) -> None:
    found = diagnose(read_farm(text_of(EXAMPLES[farm])), factors()).results()
    worked = diagnose(WORKED[farm](), factors()).results()

    assert found["sources"] == pytest.approx(worked["sources"], rel=1e-9)
    assert found["storage"] == pytest.approx(worked["storage"], rel=1e-9)
    assert found["choices"] == worked["choices"]
    assert found["own_data"] > worked["own_data"]


@pytest.mark.parametrize("farm", WORKED)
def test_that_every_row_of_a_worked_farm_survives_its_file(farm: str) -> None:
    record = WORKED[farm]()
    back = read_farm(write_farm(record))
    answers = sorted(str(sorted(row.entries.items())) for row in record.rows)

    assert sorted(str(sorted(row.entries.items())) for row in back.rows) == answers
    assert diagnose(back, factors()).total("net_emissions") == pytest.approx(
        diagnose(record, factors()).total("net_emissions"), rel=1e-12
    )


def test_that_notes_and_origins_come_back() -> None:
    record = read_farm(text_of(EXAMPLES["1"]))
    noted = record.but("", "diesel", Entry(9_000.0, "imported", "facture n° 12, « sèche »"))
    noted = noted.but("DAIRY/DC", "dry_matter_intake", Entry(17.5, "given", "balance"))

    assert read_farm(write_farm(noted)) == noted


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 1e-12, 84.99999999999999, 0.57, 0.29])
def test_that_no_digit_of_a_value_is_lost(value: float) -> None:
    record = read_farm(text_of(EXAMPLES["1"]))
    area = record.but("", "agricultural_area", Entry(value))
    share = record.but("DAIRY/DC", "pasture_share", Entry(min(value, 1.0)))

    assert read_farm(write_farm(area)) == area
    assert read_farm(write_farm(share)) == share


@pytest.mark.parametrize("name", ["GAEC <b>des</b> Chênes", "農場", "=1+1", "x\ny", "a" * 200])
def test_that_any_name_comes_back_letter_by_letter(name: str) -> None:
    record = read_farm(text_of(EXAMPLES["1"]))
    named = FarmRecord(name, record.year, record.rows)

    assert read_farm(write_farm(named)).name == name


def test_that_units_people_write_become_those_of_the_engine() -> None:
    document = example()
    put("answers", "crops", "limestone", value=stated(20, "t/yr"))(document)
    put(*COWS, "answers", "pasture_share", value=stated(35, "%"))(document)
    put("workshops", 0, "answers", "milk_fat", value=stated(42.23, "g/L"))(document)
    record = read_farm(json.dumps(document))

    assert record.row("").entries["limestone"].value == 20_000.0
    assert record.row("DAIRY/DC").entries["pasture_share"].value == 0.35
    assert record.row("DAIRY").entries["milk_fat"].value == pytest.approx(0.041, rel=1e-15)


def test_that_repeated_rows_get_keys_of_their_own() -> None:
    document = example()
    document["workshops"].append(copy.deepcopy(document["workshops"][0]))
    document["workshops"][0]["groups"].append(copy.deepcopy(document["workshops"][0]["groups"][1]))
    document["hedges"] *= 2
    keys = [row.key for row in read_farm(json.dumps(document)).rows]

    assert len(keys) == len(set(keys))
    assert {"DAIRY#2", "DAIRY/F0#2", "DAIRY#2/F0/deep_litter", "hedge/2"} <= set(keys)


def test_that_a_group_without_a_pasture_row_is_given_one() -> None:
    document = example()
    for group in document["workshops"][0]["groups"]:
        group["manure"] = [m for m in group["manure"] if m["system"] != "pasture"]

    assert read_farm(json.dumps(document)) == read_farm(json.dumps(example()))


# --- what is no farm ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column 1"),
        ("nothing", "line 1, column 1"),
        ('{"format": "bocage-farm", "version": 1', "cut short"),
        ("[]", "the file: expected names and values in braces"),
        ("3", "the file: expected names and values in braces"),
        ('{"a": 1, "a": 2}', "“a” stands twice"),
        ('{"a": NaN}', "“NaN” is not a number"),
        ('{"a": -Infinity}', "“-Infinity” is not a number"),
        ('{"a": [1, 1e999]}', "a[1] is not a finite number"),
        ('{"a": %s}' % ("9" * 5_000), "a is not a finite number"),
        ("[" * 200_000, "nested too deeply"),
        ('{"a":' * 70 + "1" + "}" * 70, "nested too deeply"),
        (r'{"name": "\ud800"}', "name holds half a character"),
        ("{}", "format: expected “bocage-farm”"),
        ('{"format": "other"}', "format: expected “bocage-farm”"),
    ],
)  # fmt: skip
def test_that_a_text_which_is_no_farm_file_is_refused(text: str, told: str) -> None:
    assert told in refusal(text)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_that_a_file_cut_short_is_refused_wherever_it_is_cut(share: float) -> None:
    text = text_of(EXAMPLES["1"]).rstrip()

    assert "cut short" in refusal(text[: int(len(text) * share)])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put("version", value=2), "has version 2, this program reads up to 1"),
        (put("version", value=True), "version: expected a whole number"),
        (put("version", value="1"), "version: expected a whole number"),
        (put("version", value=0), "version: expected a whole number"),
        (drop("version"), "version: expected a whole number"),
        (drop("name"), "name: expected a text of 1 to 200"),
        (put("name", value="  "), "name: expected a text of 1 to 200"),
        (put("name", value="x" * 201), "name: expected a text of 1 to 200"),
        (put("name", value=3), "name: expected a text of 1 to 200"),
        (drop("year"), "year: expected a year from 1990 to 2100"),
        (put("year", value=25), "year: expected a year from 1990 to 2100"),
        (put("year", value=2025.5), "year: expected a year from 1990 to 2100"),
        (put("profile", value=None), "profile: expected a text"),
        (put("answers", value=[]), "answers: expected names and values"),
        (put("answers", "energy", value=3), "answers.energy: expected names and values"),
        (put("workshops", value={}), "workshops: expected a list"),
        (put("workshops", value=[]), "workshops: expected at least one"),
        (drop("workshops"), "workshops: expected at least one"),
        (put("workshops", 0, value=7), "workshops[0]: expected names and values"),
        (drop("workshops", 0, "kind"), "workshops[0].kind: expected the code"),
        (put("workshops", 0, "kind", value="COWS"), "workshops[0].kind: “COWS” is not an answer"),
        (put(*COWS, "class", value="XX"), "workshops[0].groups[0].class: “XX” is not an answer"),
        (put(*COWS, "class", value=["DC"]), "workshops[0].groups[0].class: expected the code"),
        (put("fields", 0, "cover", value=1), "fields[0].cover: expected the code"),
    ],
)
def test_that_a_part_of_another_form_is_named_with_its_place(change: Change, told: str) -> None:
    assert told in refusal_of(change)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put("owner", value="Marie"), "owner: there is nothing of that name"),
        (put("results", value={}), "results: there is nothing of that name"),
        (put("values", value={"gross_emissions": 1}), "values: there is nothing of that name"),
        (put("answers", "weather", value={}), "answers.weather: there is nothing"),
        (put("answers", "energy", "coal", value=stated(1, "t")), "answers.energy.coal"),
        (
            put("answers", "energy", "gross_emissions", value=stated(1, "kg CO2e/yr")),
            "answers.energy.gross_emissions: there is nothing of that name",
        ),
        (
            put(*COWS, "answers", "enteric_methane", value=stated(1, "kg CH4/yr")),
            "groups[0].answers.enteric_methane: this is no question of Group",
        ),
        (
            put(*COWS, "given", value={"enteric_methane": stated(1, "kg CH4/yr")}),
            "groups[0].given.enteric_methane: this cannot be given",
        ),
        (
            put("given", "gross_emissions", value=stated(1, "kg CO2e/yr")),
            "given.gross_emissions: this cannot be given",
        ),
        (put(*COWS, "colour", value="red"), "groups[0].colour: there is nothing"),
        (put("hedges", 0, "quantity", value=3), "hedges[0].quantity: there is nothing"),
        (
            put(*COWS, "answers", "animal_class", value="F0"),
            "groups[0].answers.animal_class: expected at workshops[0].groups[0].class",
        ),
        (
            put("purchases", 0, "answers", value={"purchase_quantity": stated(1, "unit/yr")}),
            "purchases[0].answers.purchase_quantity: expected at purchases[0].quantity",
        ),
    ],
)  # fmt: skip
def test_that_what_nobody_asks_and_every_result_is_refused(change: Change, told: str) -> None:
    assert told in refusal_of(change)


DIESEL = ("answers", "energy", "diesel")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put(*DIESEL, value=9_000), "answers.energy.diesel: expected names and values"),
        (put(*DIESEL, value=None), "answers.energy.diesel: expected names and values"),
        (put(*DIESEL, value={}), "answers.energy.diesel.value: expected a number"),
        (put(*DIESEL, value=stated("9000", "L/yr")), "diesel.value: expected a number"),
        (put(*DIESEL, value=stated(True, "L/yr")), "diesel.value: expected a number"),
        (put(*DIESEL, value=stated(None, "L/yr")), "diesel.value: expected a number"),
        (put(*DIESEL, value={"value": 1}), "diesel: the unit “None” does not fit; expected L/yr"),
        (put(*DIESEL, value=stated(1, "gallon")), "the unit “gallon” does not fit; expected L/yr"),
        (put(*DIESEL, value=stated(1, "kg/yr")), "the unit “kg/yr” does not fit; expected L/yr"),
        (put(*DIESEL, value=stated(1, "L/yr", by="Marie")), "diesel.by: there is nothing"),
        (put(*DIESEL, value=stated(1, "L/yr", note=3)), "diesel.note: expected a text"),
        (put(*DIESEL, value=stated(1, "L/yr", origin="x")), "diesel.origin: expected “imported”"),
        (
            put("purchases", 0, value={"item": "wheat"}),
            "purchases[0].quantity: expected a value and a unit",
        ),
        (
            put("purchases", 0, "quantity", value=stated(1, "head")),
            "purchases[0].quantity: the unit “head” does not fit; expected kg, t",
        ),
    ],
)
def test_that_a_value_needs_a_number_and_a_unit_that_fits(change: Change, told: str) -> None:
    assert told in refusal_of(change)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            put(*DIESEL, value=stated(-1, "L/yr")),
            "answers.energy.diesel: Diesel",
        ),
        (put(*DIESEL, value=stated(-1, "L/yr")), "of -1.0 L/yr is impossible; expected 0.0 to"),
        (
            put(*COWS, "answers", "pasture_share", value=stated(120, "%")),
            "of 120.0 % is impossible; expected 0.0 to 100.0 %",
        ),
        (
            put("answers", "crops", "limestone", value=stated(9_000, "t/yr")),
            "of 9000.0 t/yr is impossible; expected 0.0 to 5000.0 t/yr",
        ),
        (
            put("given", "residue_nitrogen", value=stated(-1, "kg N/yr")),
            "given.residue_nitrogen: -1.0 is impossible; expected 0 to 1000000 kg N/yr",
        ),
        (
            put(*COWS, "given", value={"methane_conversion_factor": stated(63, "1")}),
            "given.methane_conversion_factor: 63.0 is impossible; expected 0 to 0.12",
        ),
    ],
)
def test_that_a_value_beyond_a_hard_limit_names_field_value_and_limit(
    change: Change, told: str
) -> None:
    assert told in refusal_of(change)


STORE = (*COWS, "manure", 0, "answers", "housed_share")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (put(*STORE, value=stated(90, "%")), "DAIRY/DC: the shares of its housed manure types"),
        (put(*STORE, value=stated(90, "%")), "add up to 90.0%; expected 100%"),
        (
            put(*COWS, "manure", value=[{"system": "pasture"}]),
            "DAIRY/DC: part of the year is spent inside",
        ),
        (
            put(*COWS, "manure", value=[{"system": "pasture"}] * 2),
            "DAIRY/DC: pasture is listed twice",
        ),
    ],
)
def test_that_rows_which_contradict_each_other_are_refused(change: Change, told: str) -> None:
    assert told in refusal_of(change)


def test_that_every_refusal_of_a_file_is_an_error_of_the_engine() -> None:
    with pytest.raises(DiagnosticsError) as refused:
        read_farm("{")

    assert refused.value.message.values == {"line": 1, "column": 2}


# --- the schema says the same ---------------------------------------------------------------------


def test_that_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(farm_schema())


@pytest.mark.parametrize("farm", EXAMPLES)
def test_that_the_examples_satisfy_the_schema(farm: str) -> None:
    assert list(SCHEMA.iter_errors(json.loads(text_of(EXAMPLES[farm])))) == []


@pytest.mark.parametrize(
    "change",
    [
        put("owner", value="Marie"),
        put("answers", "energy", "coal", value=stated(1, "t")),
        put(*COWS, "answers", "enteric_methane", value=stated(1, "kg CH4/yr")),
        put(*COWS, "answers", "animal_class", value="F0"),
        put(*COWS, "given", value={"enteric_methane": stated(1, "kg CH4/yr")}),
        put(*COWS, "class", value="XX"),
        put(*COWS, "answers", "pasture_share", value=stated(120, "%")),
        put(*COWS, "answers", "pasture_share", value=stated(35, "percent")),
        put(*DIESEL, value=9_000),
        put(*DIESEL, value={"value": 9_000}),
        put("purchases", 0, "quantity", value=stated(1, "head")),
        put("version", value=2),
        put("workshops", value=[]),
        drop("name"),
        put("purchases", 0, value={"item": "wheat"}),
    ],
)
def test_that_the_schema_refuses_what_the_reader_refuses(change: Change) -> None:
    document = example()
    change(document)

    assert not SCHEMA.is_valid(document)
    assert refusal(json.dumps(document))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("level", LEVELS)
def test_that_a_blank_farm_is_read_and_holds_no_answer_but_its_system(system, level) -> None:
    document = blank_farm(system, level, "Sans nom", 2026)
    record = read_farm(json.dumps(document))
    structural = {"workshop_kind", "animal_class", "manure_system", "cover", "system"}
    structural |= {"hedge_type", "fertiliser_type", "item", "entry_level"}

    assert SCHEMA.is_valid(document)
    assert {name for row in record.rows for name in row.entries} <= structural
    assert diagnose(record, factors()).total("gross_emissions") is None


def test_that_a_full_blank_farm_has_every_row_of_the_quick_one() -> None:
    """But for purchases, which a full dossier lists, and the manure that it names."""
    quick, full = (
        {
            row.key
            for row in read_farm(json.dumps(blank_farm("mixed", level, "x", 2026))).rows
            if row.entity not in ("Purchase", "ManureShare")
        }
        for level in LEVELS
    )

    assert quick < full


def test_that_a_system_without_a_herd_is_refused() -> None:
    with pytest.raises(DiagnosticsError, match="moon_farm"):
        blank_farm("moon_farm", "quick", "x", 2026)
