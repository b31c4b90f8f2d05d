"""The quick diagnosis asks little, asks it once, and asks only what the farm can answer."""

import pytest

from diagnostics.declared_texts import texts
from diagnostics.library import model_of
from diagnostics.questionnaire.quick import ECHOES, QUICK_PAGES, asked, is_answered
from diagnostics.questionnaire.quick_farm import quick_farm, with_rows_of
from diagnostics.record import Entry
from tests.quick_farms import FARMS, answered, factors

ONE_WORKSHOP, TWO_WORKSHOPS = 30, 42


@pytest.mark.parametrize("farm", FARMS)
def test_that_a_farm_is_asked_no_more_than_promised(farm: str) -> None:
    record = answered(farm)
    herds = [row for row in record.of("Workshop") if row.key != "CROPS"]
    most = ONE_WORKSHOP if len(herds) == 1 else TWO_WORKSHOPS
    count = len(asked(record))
    print(f"{farm}: {count} questions, {len(herds)} herds")

    assert len(herds) > 2 or count <= most


@pytest.mark.parametrize("farm", FARMS)
def test_that_no_question_is_asked_twice(farm: str) -> None:
    places = [(one.field.name, one.row) for one in asked(answered(farm))]

    assert len(places) == len(set(places))


def test_that_a_question_of_one_kind_of_herd_is_not_put_to_another() -> None:
    of_breeder = {one.field.name for one in asked(answered("breeder"))}
    of_dairy = {one.field.name for one in asked(answered("dairy"))}

    assert "milk_fat" in of_dairy - of_breeder
    assert "fattened_per_year" in of_breeder - of_dairy


@pytest.mark.parametrize(
    ("country", "extra"), [("FR", {"department"}), ("IE", set()), ("ES", {"region"})]
)
def test_that_the_place_is_asked_as_its_country_needs(country: str, extra: set[str]) -> None:
    names = {one.field.name for one in asked(answered("dairy", country=country))}

    assert names & {"department", "region"} == extra


def test_that_the_share_of_crops_sold_is_asked_of_who_sells_crops() -> None:
    assert "crops_sold_share" not in {one.field.name for one in asked(answered("dairy"))}
    assert "crops_sold_share" in {
        one.field.name for one in asked(answered("dairy that sells crops"))
    }


def test_that_an_answer_is_seen_where_it_was_given() -> None:
    record = answered("dairy")
    given = [one.field.name for one in asked(record) if is_answered(record, one)]

    assert given == ["system", "head_years", "milk_delivered", "agricultural_area"]


def test_that_each_page_gives_back_figures_the_engine_knows() -> None:
    known = model_of(factors())

    assert list(ECHOES) == [page.key for page in QUICK_PAGES]
    assert all(name in known for names in ECHOES.values() for name in names)


def test_that_the_words_of_the_pages_reach_the_translators() -> None:
    all_texts = texts(factors())

    for page in QUICK_PAGES:
        assert {page.step, page.title} <= set(all_texts)
        assert all(q.words in all_texts for q in page.questions)


def test_that_an_enterprise_can_be_added_to_a_dossier_that_is_under_way() -> None:
    begun = quick_farm("lowland_maize", "x", 2025).but("DAIRY", "milk_fat", Entry(0.04))
    richer = with_rows_of(begun, quick_farm("lowland_maize", "x", 2025, finishes_calves=True))

    assert richer.row("DAIRY").entries["milk_fat"].value == 0.04
    assert richer.row("DAIRY/BEEF_FATTEN").workshop == "BEEF_FATTEN"
    assert len({row.key for row in richer.rows}) == len(richer.rows)
    assert with_rows_of(richer, begun) == richer
