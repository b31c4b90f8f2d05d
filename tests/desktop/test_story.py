"""Every number explains itself: with figures of the diagnosis, in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from math import isclose, isfinite
from pathlib import Path

import pytest

from desktop.charts.headline import headline_of
from desktop.explanation.amounts import Amounts
from desktop.explanation.crumbs import shortened
from desktop.explanation.equation import evaluate
from desktop.explanation.levels import Amount, Line
from desktop.explanation.lines import plain
from desktop.explanation.places import Place
from desktop.explanation.tables import HEADER, as_text, node_of, tree_table
from desktop.explanation.telling import Teller
from desktop.explanation.tree import Tree
from desktop.words import load_words
from diagnostics import diagnose
from diagnostics.record import Entry
from tests.desktop.stories import all_places, diagnosis, reached, tell, tree
from tests.farms import dairy_farm, factors

WORDS = load_words("en")
ROOT = Path(__file__).resolve().parents[2]
FARMS = ("1", "2", "both")
HEADLINES = {
    "1": Place("net_footprint_milk", "DAIRY"),
    "2": Place("net_footprint_beef", "BEEF_SUCKLER"),
    "both": Place("net_footprint_area"),
}


def worked_out(line: Line) -> float:
    """Work a line of arithmetic out again from the amounts that stand in it."""
    amounts = [term for term in line.terms if isinstance(term, Amount)]
    names = iter([f"a{number}" for number in range(len(amounts))])
    pieces = [next(names) if isinstance(term, Amount) else term for term in line.terms]
    text = " ".join(str(piece) for piece in pieces).replace("÷", "/")
    return evaluate(text.partition(" = ")[0], {f"a{n}": a.value for n, a in enumerate(amounts)})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("farm", ["1", "2", "begun"])
def test_that_every_quantity_of_a_farm_has_a_story(farm: str, language: str) -> None:
    teller = Teller(tree(farm), load_words(language))
    for place in all_places(farm):
        # The way is found by another test; here it would only cost time.
        story = teller.tell(place, (place,))
        texts = [story.title, story.sentence, *(row.label for row in story.below)]
        texts += [plain(line) for line in story.lines] + [effect.change for effect in story.effects]
        assert all(text and not re.search(r"\b(nan|None|inf)\b|[{}]", text) for text in texts), (
            place
        )


@pytest.mark.parametrize("farm", FARMS)
def test_that_a_story_shows_the_number_of_the_diagnosis(farm: str) -> None:
    for place in all_places(farm):
        level = tree(farm).level(place)
        quantity = diagnosis(farm).model[place.name]
        if quantity.adds or len(tree(farm).reading.rows(place)) == 1:
            node = diagnosis(farm).explain(level.place.name, level.place.row or None, depth=0)
            assert (level.value is None) == (node.value is None), place
            assert level.value is None or isclose(level.value, node.value or 0.0, rel_tol=1e-12)


@pytest.mark.parametrize("farm", FARMS)
def test_that_each_line_of_arithmetic_gives_its_result_again(farm: str) -> None:
    lines = [line for place in all_places(farm) for line in tree(farm).level(place).lines]
    lines += [line for p in reached(farm, HEADLINES[farm]) for line in tree(farm).level(p).lines]
    wrong = [
        line for line in lines if not isclose(worked_out(line), line.result.value, abs_tol=1e-9)
    ]

    assert len(lines) > 200
    assert [line for line in wrong if "→" not in line.terms] == []


@pytest.mark.parametrize("farm", FARMS)
def test_that_the_parts_of_a_sum_make_up_the_number(farm: str) -> None:
    for place in [*all_places(farm), *reached(farm, HEADLINES[farm])]:
        level = tree(farm).level(place)
        if level.parts and all(part.unit == level.unit for part in level.parts):
            total = sum(part.weight or 0.0 for part in level.parts)
            assert total == pytest.approx(level.value, rel=1e-9, abs=1e-9), place


@pytest.mark.parametrize("farm", ["1", "both"])
def test_that_shown_shares_make_up_a_hundred_percent(farm: str) -> None:
    teller = Teller(tree(farm), WORDS)
    for place in reached(farm, HEADLINES[farm]):
        rows = teller.tell(place, (place,)).rows
        shown = [row.shown_share for row in rows if row.shown_share]
        whole = sum(int(share.rstrip("%")) for share in shown if share[:-1].isdigit())
        assert not shown or whole == 100, (place, shown)


@pytest.mark.parametrize("farm", ["1", "2"])
def test_that_the_posts_are_those_of_the_chart(farm: str) -> None:
    balance = headline_of(diagnosis(farm).results()).balance
    gross = Place(HEADLINES[farm].name.replace("net", "gross"), HEADLINES[farm].row)
    values = {part.place.part: part.value for part in tree(farm).level(gross).parts}

    expected = {portion.post.key: portion.value for portion in balance.portions if portion.value}
    assert values == pytest.approx(expected, rel=1e-9)


def test_that_the_net_is_told_with_gross_and_storage_in_that_order() -> None:
    story = tell("1", "net_footprint_milk")

    assert [row.label for row in story.rows] == ["Gross footprint of milk", "Carbon storage"]
    assert plain(story.lines[0]).replace("\u00a0", " ") == "0.98 − 0.14 = 0.84 kg CO₂e / L"
    assert [row.amount.split("\u00a0")[0] for row in story.rows] == ["0.98", "−0.14"]


def test_that_digestion_is_told_with_the_numbers_of_the_farm() -> None:
    story = tell("1", "gross_footprint_milk/enteric")
    said = [plain(line).replace("\u00a0", " ") for line in story.lines]

    assert story.title == "Why 0.49 kg per litre?"
    assert said[0] == "13,182 kg CH₄ × 28 = 369 t CO₂e"
    assert said[1] == "369 t CO₂e × 83% ÷ 628,903 L = 0.49 kg CO₂e / L"
    first = story.rows[0]
    assert (first.amount, first.shown_share) == ("10,647\u00a0kg\u00a0CH₄", "81%")
    assert [crumb.label for crumb in story.crumbs] == ["Net 0.84", "Gross 0.98", "Digestion"]


def test_that_what_no_enterprise_passes_on_is_not_told() -> None:
    names = {row.place.name for row in tell("1", "gross_footprint_milk").operands}

    assert "workshop_gross_emissions" in names
    assert "emissions_passed_on" not in names


def test_that_a_factor_names_the_question_it_was_looked_up_by() -> None:
    story = tell("1", "manure_methane", "DAIRY/DC/slurry_crust")

    assert [(c.subject, c.field) for c in story.references] == [("DAIRY", "storage_duration")]


def test_that_french_numbers_stand_in_french_sentences() -> None:
    story = tell("2", "gross_footprint_beef", language="fr")

    assert plain(story.lines[0]).startswith("581\u00a0t\u00a0CO₂e ÷\u00a042\u202f760\u00a0kg")


def test_that_an_equation_comes_with_its_source_and_how_sure_it_is() -> None:
    story = tell("1", "enteric_methane_per_head", "DAIRY/DC")

    assert story.equation == "EF = GE × Ym / 55.65 × 365 × f_rum × (1 − r)"
    assert story.source == "IPCC 2019 Refinement, vol. 4, eq. 10.21 · verified"
    assert [factor.value for factor in story.factors] == ["6.3%"]
    assert story.factors[0].source.endswith("table 10.12 · verified")


def test_that_raised_powers_are_written_as_such() -> None:
    story = tell("1", "net_energy_maintenance", "DAIRY/DC")

    assert plain(story.lines[0]).startswith("0.375 ×\u00a0650⁰·⁷⁵ =")
    assert story.equation == "NEm = Cfi × LW⁰·⁷⁵"


def test_that_an_answer_leads_to_its_field_and_shows_its_effect_on_the_headline() -> None:
    story = tell("1", "head_years", "DAIRY/DC")

    assert [(chip.subject, chip.field, chip.kind) for chip in story.chips] == [
        ("DAIRY/DC", "head_years", "answer")
    ]
    assert story.title.endswith("80 animals")
    assert [effect.change for effect in story.effects] == ["+0.0035\u00a0kg\u00a0CO₂e"]


def test_that_what_nobody_answered_is_named_a_reference_value() -> None:
    story = tell("1", "enteric_methane_per_head", "DAIRY/DC")
    kinds = {chip.field: chip.kind for chip in story.references}

    assert kinds == {"rumen_share": "reference", "additive_reduction": "reference"}
    assert all(chip.note for chip in story.references)


def test_that_a_value_given_in_the_file_is_named_as_such() -> None:
    story = tell("1", "residue_nitrogen")
    row = next(r for r in tell("1", "soil_direct_n2o").rows if r.place.name == "residue_nitrogen")

    assert [chip.kind for chip in story.chips] == ["given"]
    assert row.label.endswith("· given")


def test_that_a_figure_that_does_not_apply_says_why() -> None:
    story = tell("1", "gross_footprint_beef")

    assert story.title == "Why is there no figure?"
    assert story.reason == "No figure: the enterprise does not raise animals for meat."
    assert not story.effects


def test_that_a_missing_answer_is_named_and_can_be_given() -> None:
    story = tell("begun", "net_footprint_milk")

    assert "is not entered" in story.reason
    assert [(chip.field, chip.value) for chip in story.chips] == [("diesel", "—")]
    assert not any(row.amount.startswith("0") for row in story.below)


def test_that_a_row_the_farm_does_not_have_is_told_without_a_figure() -> None:
    assert tell("begun", "hedge_storage").reason.startswith("No figure:")


def test_that_values_which_cannot_be_added_stand_beside_each_other() -> None:
    story = tell("1", "live_weight")

    assert story.operands[0].amount == "650\u00a0kg/animal"
    assert not story.rows
    assert not story.lines


def test_that_a_choice_tells_what_it_is_for() -> None:
    story = tell("1", "climate")

    assert story.title.endswith("Cool temperate, moist")
    assert [chip.kind for chip in story.references] == ["reference"]


@pytest.mark.parametrize(
    ("name", "row"), [("net_footprint_milk", "DAIRY"), ("gross_footprint_milk/manure", "DAIRY")]
)
def test_that_an_effect_is_that_of_a_new_diagnosis(name: str, row: str) -> None:
    before = tree("1").value(Place(name, row)) or 0.0
    changes = tree("1").changes(Place(name, row))
    for change in changes:
        entry = Entry(change.tried.after)
        record = dairy_farm().but(change.tried.place.row, change.tried.place.name, entry)
        after = Tree(diagnose(record, factors())).value(Place(name, row)) or 0.0
        assert after - before == pytest.approx(change.by, rel=1e-9)
    assert 1 <= len(changes) <= 4


def test_that_a_tried_answer_stays_possible() -> None:
    change = tree("1").change_of_headline(Place("rumen_share", "DAIRY/DC"))[0]

    assert (change.tried.before, change.tried.after) == (1.0, 0.95)


def test_that_an_answer_of_zero_promises_nothing() -> None:
    assert tree("1").change_of_headline(Place("live_weight_bought", "DAIRY")) == ()


def test_that_a_range_is_told_where_it_was_drawn() -> None:
    assert tell("1", "net_footprint_milk").between.startswith("Between 0.")
    assert tell("2", "net_footprint_beef").between == ""
    assert tell("1", "enteric_methane", "DAIRY/DC").between == ""


@pytest.mark.parametrize("farm", FARMS)
def test_that_each_number_on_a_way_lies_below_the_one_before(farm: str) -> None:
    shown = tree(farm)
    for place in reached(farm, HEADLINES[farm]):
        way = shown.way_to(place)
        assert way[-1] == place
        assert way[0].name.startswith("net_")
        for above, below in pairwise(way):
            level = shown.level(above)
            opened = [part.place for part in level.below]
            assert below in (*opened, *level.answers, *level.references, *level.factors)


@pytest.mark.parametrize("farm", FARMS)
def test_that_every_answer_that_counts_is_reached_from_the_headline(farm: str) -> None:
    shown, root = tree(farm), HEADLINES[farm]
    places = set(reached(farm, root))
    entered = [
        place
        for place in all_places(farm)
        if shown.reading.model[place.name].field is not None
        and place == shown.exact(place)
        and shown.level(place).origin == "answer"
    ]
    telling = [place for place in entered if shown.change_of_headline(place)]

    assert len(telling) > 25
    assert [place for place in telling if place not in places] == []


def test_that_two_workshops_share_out_the_farm() -> None:
    shown = tree("both")
    parts = [
        part.value or 0.0
        for workshop in ("DAIRY", "BEEF_SUCKLER")
        for part in shown.level(Place("workshop_gross_emissions", workshop)).parts
    ]

    assert sum(parts) == pytest.approx(diagnosis("both").total("gross_emissions"), rel=1e-9)
    assert tell("both", "workshop_gross_emissions", "DAIRY").crumbs[0].label.startswith("Net")


def test_that_groups_of_one_class_are_told_apart() -> None:
    record = dairy_farm()
    heifers = [
        row.but("animal_class", Entry("F1")) if row.key == "DAIRY/F2" else row
        for row in record.rows
    ]
    shown = Tree(diagnose(type(record)("Twins", 2025, tuple(heifers)), factors()))
    rows = Teller(shown, WORDS).tell(Place("gross_footprint_milk/enteric", "DAIRY")).rows

    assert len({row.label for row in rows}) == len(rows) == 4


def test_that_the_table_holds_the_tree_in_full_precision() -> None:
    table = tree_table(diagnosis("1").explain("enteric_methane", "DAIRY/DC", depth=2))
    values = {line[1]: line[5] for line in table[1:]}

    assert table[0] == HEADER
    assert float(values["enteric_methane"]) == diagnosis("1").values["enteric_methane"][0]
    assert {line[0] for line in table[1:]} == {"0", "1", "2"}
    assert all(len(line) == len(HEADER) for line in table)


def test_that_a_headline_copies_with_its_parts() -> None:
    node = node_of(tree("1"), Place("net_footprint_milk"))
    text = as_text(tell("1", "net_footprint_milk"), tree_table(node))

    assert sum(part.value or 0.0 for part in node.parts) == pytest.approx(node.value)
    assert text.splitlines()[0] == "Why 0.84 kg per litre?"
    assert "0\tnet_footprint_milk\tDAIRY" in text
    assert "1\tnet_footprint_milk/storage\tDAIRY" in text


@pytest.mark.parametrize(
    ("value", "unit", "kind", "written"),
    [
        (369_108.8, "kg CO2e/yr", "number", "369 t CO₂e"),
        (9_999.0, "kg CO2e/yr", "number", "9,999 kg CO₂e"),
        (13_182.4, "kg CH4/yr", "number", "13,182 kg CH₄"),
        (8_754.0, "kg CO2e/ha/yr", "number", "8.75 t CO₂e/ha/year"),
        (0.0123, "kg CO2e/(L FPCM)", "number", "0.012 kg CO₂e / L"),
        (0.063, "1", "share", "6.3%"),
        (0.0, "1", "share", "0%"),
        (1e-5, "1", "exact share", "0.001%"),
        (-17_600.0, "kg CO2/yr", "number", "−17.6 t CO₂"),
        (5.14, "kg VS/head/d", "number", "5.14 kg/animal/day"),
        (0.006, "kg N2O-N/(kg N)", "factor", "0.006 kg N₂O-N / kg N"),
    ],
)
def test_that_an_amount_is_written_as_people_say_it(value, unit, kind, written) -> None:
    shown = str(Amounts(WORDS).of(Amount(value, unit, kind))).replace("\u00a0", " ")

    assert shown == written


def test_that_a_change_has_its_sign_and_the_unit_of_the_number() -> None:
    beside, amounts = Amount(214_000.0, "kg CO2e/yr"), Amounts(WORDS)

    assert amounts.change(3_400.0, beside).replace("\u00a0", " ") == "+3.4 t CO₂e"
    assert amounts.change(-3_400.0, beside).replace("\u00a0", " ") == "−3.4 t CO₂e"


def test_that_the_middle_of_a_long_way_is_left_out() -> None:
    assert shortened(["a", "b", "c", "d"]) == [("a", 0), ("b", 1), ("c", 2), ("d", 3)]
    assert shortened(["a", "b", "c", "d", "e", "f"]) == [("a", 0), ("…", 3), ("e", 4), ("f", 5)]
    assert shortened([]) == []


def test_that_no_value_of_a_level_is_infinite() -> None:
    values = [tree("begun").level(place).value for place in all_places("begun")]

    assert all(value is None or isfinite(value) for value in values)
    assert None in values


def test_that_stories_are_told_without_a_window() -> None:
    code = (
        "import desktop.explanation.telling, desktop.explanation.tables, sys; print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert "PySide6" not in run.stdout
    assert "desktop.explanation.telling" in run.stdout
