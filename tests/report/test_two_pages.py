"""What stands beside the figures: whom the farm feeds, its place, the measures, what to enter."""

from dataclasses import replace

import pytest

from desktop.charts.balance import Stored
from desktop.report.advice import Land
from desktop.report.issue import Fed
from desktop.report.pictograms import outline
from desktop.report.writer import pdf_bytes
from desktop.words import Words
from diagnostics import FarmRecord
from diagnostics.balance import STOCKS
from diagnostics.levers.effects import effects
from diagnostics.record import Entry
from tests.farms import dairy_farm, example, factors, suckler_farm
from tests.quick_farms import answered
from tests.report.farms import advised, dairy_results, flock, issue, mixed_results
from tests.report.reading import letters_of, reader, text_of
from tests.typical_farms import TYPICAL


def test_that_three_cards_say_gross_storage_and_people(english: Words) -> None:
    text = text_of(advised(english, TYPICAL["D1"]()))

    assert "You emit (gross) 1.18 kg CO₂e/L Digestion makes 44% of it." in text
    assert "You store −0.10 kg CO₂e/L 29 ha of grassland and 6,090 m of hedges." in text
    assert "You feed 1,959 people a year of animal protein, from milk and meat." in text
    assert "Basis of the French sheets: 8.2 kg per person a year." in text


@pytest.mark.parametrize(
    ("fed", "told"),
    [
        (Fed(1.2, True, False), "1 person a year of animal protein, from milk."),
        (Fed(133.0, False, True), "133 people a year of animal protein, from meat."),
        (Fed(0.2, True, True), "0 people Neither milk nor meat leaves the farm"),
        (None, "0 people Neither milk nor meat leaves the farm"),
    ],
)
def test_that_people_are_counted_with_their_food(english: Words, fed: Fed, told: str) -> None:
    assert told in text_of(issue(english, dairy_results(), fed=fed))


@pytest.mark.parametrize(
    ("land", "told"),
    [
        (Land(34.0, 0.0), "34 ha of grassland. This lowers"),
        (Land(0.0, 1_500.0), "1,500 m of hedges. This lowers"),
        (Land(), "kg CO₂e/L This lowers the net; it does not erase emissions."),
    ],
)
def test_that_only_what_stores_is_named(english: Words, land: Land, told: str) -> None:
    made = issue(english, dairy_results())

    assert told in text_of(replace(made, advice=replace(made.advice, land=land)))


def test_that_a_loss_of_carbon_is_no_storage(english: Words) -> None:
    text = text_of(issue(english, dairy_results(storage=-60_000.0)))

    assert "You lose carbon +0.08" in text
    assert "The soils lose more than hedges and grassland store. The net rises." in text


def test_that_the_place_is_a_distance_to_a_mean_with_its_farms_and_years(english: Words) -> None:
    text = text_of(advised(english, dairy_farm()))

    assert "0.13 below the mean of the group" in text
    assert "Lowland dairy farms, over 40% maize · n = 1,434 · 2013–2014" in text
    assert "The difference is smaller than the uncertainty of this estimate." in text


@pytest.mark.parametrize("record", [answered("two herds"), flock(), answered("finisher")])
def test_that_no_group_is_made_up_where_none_is_published(
    record: FarmRecord, english: Words
) -> None:
    made = advised(english, record)

    assert made.advice.group is None
    assert "No group to stand beside yet" in text_of(made)


def test_that_ends_of_a_group_without_a_mean_are_told_as_single_farms(english: Words) -> None:
    text = text_of(advised(english, answered("breeder")))

    assert "lowest farm 9.0" in text
    assert "highest farm 27.7" in text
    assert "the mean of" not in text


@pytest.mark.parametrize("record", [dairy_farm(), suckler_farm(), answered("two herds")])
def test_that_each_measure_stands_with_the_effect_of_the_engine(
    record: FarmRecord, english: Words
) -> None:
    text = text_of(advised(english, record))

    for effect in effects(record, factors()):
        tonnes = english.number(effect.net / 1000, 2)
        assert english.say(effect.measure.lever.title) in text
        assert f"{tonnes} t a year" in text or not effect.is_suited


def test_that_the_change_per_unit_is_that_of_the_headline(english: Words) -> None:
    for farm, unit in (("dairy", "per litre"), ("breeder", "per kg live"), ("two herds", "per h")):
        record = answered(farm)
        made = advised(english, record)
        first = effects(record, factors())[0]
        worth = 1000.0 if made.headline.kind == "area" else 1.0
        per_tonne = made.headline.balance.net / made.headline.tonnes.net

        assert f"{english.number(first.per_unit / worth, 2)} " in text_of(made)
        assert unit in text_of(made)
        # Milk carries its share only; what falls on the whole farm never falls short of it.
        assert 0.75 < first.per_unit / worth / (first.net / 1000 * per_tonne) < 1.0 + 1e-9


def test_that_a_measure_out_of_place_says_why_and_one_that_is_done_counts(english: Words) -> None:
    text = text_of(advised(english, TYPICAL["B5"]()))
    early = dairy_farm().but("DAIRY", "age_at_first_calving", Entry(24.0))

    assert "Does not suit: no heifers are reared on the farm." in text
    assert "Already done on your farm: counted in the result." in text_of(advised(english, early))


def test_that_costs_stand_beside_effects(french: Words) -> None:
    text = text_of(advised(french, dairy_farm()))

    assert text.count(" €") >= 3


def test_that_open_questions_stand_with_the_ends_they_move_the_gross_to(english: Words) -> None:
    made = advised(english, answered("dairy"))
    text = text_of(made)

    assert [one.low < one.high for one in made.advice.open_answers] == [True] * 3
    assert "1. Live weight sold: gross from 1.09 to 1.35" in text
    assert "All that weighs is answered." in text_of(advised(english, example("1")))


def test_that_stocks_too_many_to_name_are_one_step(english: Words, french: Words) -> None:
    stocks = tuple(Stored(stock, 0.05) for stock in STOCKS)
    made = issue(english, dairy_results(storage=152_000.0))
    balance = replace(made.headline.balance, stored=stocks)
    crowded = replace(made, headline=replace(made.headline, balance=balance))
    few = replace(
        made, headline=replace(made.headline, balance=replace(balance, stored=stocks[:3]))
    )

    assert "Grassland Hedges Arable land" in text_of(few)
    assert "Ploughing" not in text_of(crowded)
    assert min(letter.size for letter in letters_of(crowded, 1)) >= 10.0


def test_that_so_few_sources_as_reach_four_fifths_are_counted(english: Words) -> None:
    assert "3 sources make 84% of the gross" in text_of(issue(english, dairy_results()))
    assert "3 sources make" in text_of(issue(english, mixed_results()))


def test_that_the_page_is_vectors_without_a_single_image(french: Words) -> None:
    for page in reader(advised(french, dairy_farm())).pages:
        assert list(page.images) == []


@pytest.mark.parametrize("name", ["cow-fill", "tree-fill", "bowl-food-fill"])
def test_that_a_pictogram_stays_in_its_square(name: str) -> None:
    steps = outline(name)
    places = [place for _, placed in steps for place in placed]

    assert {step for step, _ in steps} <= {"M", "L", "C", "Z"}
    assert len(steps) > 20
    assert -1.0 <= min(places) <= max(places) <= 257.0


def test_that_the_same_farm_gives_the_same_bytes_with_all_that_stands_beside(
    french: Words,
) -> None:
    one, two = (pdf_bytes(advised(french, answered("dairy"))) for _ in range(2))

    assert one == two
