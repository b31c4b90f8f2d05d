"""The rules of the quick diagnosis, worked out by hand from the text of the method."""

import pytest

from diagnostics import diagnose
from diagnostics.record import Entry
from tests.quick_farms import answered, diagnosed, factors, value

LU = {"DC": 1.0, "SC": 0.85, "BU": 1.0, "F0": 0.4, "F1": 0.6, "F2": 0.8, "M0": 0.4, "YB": 0.6}


def with_answers(farm: str, row: str, **answers: float | str):
    """A quick dossier with further answers on one row, diagnosed."""
    record = answered(farm)
    for name, answer in answers.items():
        record = record.but(row, name, Entry(answer))
    return diagnose(record, factors())


def heads(found, workshop: str) -> dict[str, float]:
    """Head-years of each class of a workshop."""
    keys = found.trace.keys(found.model["head_years"].on)
    pairs = zip(keys, found.values["head_years"], strict=True)
    return {k.split("/")[1]: float(v) for k, v in pairs if k.startswith(f"{workshop}/")}


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (28.0, {"F0": 43.4 * 12 / 28, "F1": 43.4 * 12 / 28, "F2": 43.4 * 4 / 28}),
        (36.0, {"F0": 43.4 / 3, "F1": 43.4 / 3, "F2": 43.4 / 3}),
        (24.0, {"F0": 21.7, "F1": 21.7, "F2": 0.0}),
        (22.0, {"F0": 43.4 * 12 / 22, "F1": 43.4 * 10 / 22, "F2": 0.0}),
    ],
)
def test_that_dairy_heifers_split_by_their_age_at_calving(age: float, expected) -> None:
    found = with_answers("dairy", "DAIRY", replacement_heifers=43.4, age_at_first_calving=age)

    assert heads(found, "DAIRY") == pytest.approx({"DC": 60.0, **expected})
    assert value(found, "replacement_rate", "DAIRY") == pytest.approx(43.4 * 12 / age / 60)


def test_that_a_suckler_herd_has_its_calves_bulls_and_heifers() -> None:
    found = diagnosed("breeder")
    calves = 80 * 0.93 * 0.92 * 0.75 / 2
    young, old = 80 * 0.24, 80 * 0.24 * 10 / 12

    assert heads(found, "BEEF_SUCKLER") == pytest.approx(
        {"SC": 80, "BU": 80 / 35, "F0": calves, "M0": calves, "F1": young, "F2": old,
         "YB": 0, "M1": 0, "M2": 0, "FH": 0, "FC": 0}
    )  # fmt: skip
    assert value(found, "replacement_rate", "BEEF_SUCKLER") == pytest.approx(0.24)


def test_that_heifers_counted_in_one_class_add_to_the_usual_ones_of_the_others() -> None:
    record = answered("dairy").but("DAIRY/F0", "head_years", Entry(24.0))
    found = heads(diagnose(record, factors()), "DAIRY")

    assert found == pytest.approx({"DC": 60, "F0": 24, "F1": 48 * 12 / 28, "F2": 48 * 4 / 28})


@pytest.mark.parametrize(
    ("kind", "bought", "expected"),
    [
        ("young_bull", 0.0, {"YB": 36 * 330 / 365}),
        ("young_bull", 340.0 * 36, {"YB": 36 * 225 / 365}),
        ("young_bull", 340.0 * 12, {"YB": (24 * 330 + 12 * 225) / 365}),
        ("young_bull", 340.0 * 99, {"YB": 36 * 225 / 365}),
        ("steer", 0.0, {"M1": 18 * 540 / 365, "M2": 18 * 540 / 365}),
        ("heifer", 0.0, {"FH": 36 * 200 / 365}),
        ("cull_cow", 0.0, {"FC": 36 * 90 / 365}),
    ],
)
def test_that_finished_cattle_are_present_for_their_days(kind, bought, expected) -> None:
    found = with_answers(
        "breeder and finisher", "BEEF_SUCKLER",
        fattened_per_year=36.0, fattening_kind=kind, live_weight_bought=bought,
    )  # fmt: skip
    present = heads(found, "BEEF_SUCKLER")

    assert {c: h for c, h in present.items() if c in ("YB", "M1", "M2", "FH", "FC") and h} == (
        pytest.approx(expected)
    )


def test_that_days_entered_replace_the_usual_ones() -> None:
    found = with_answers("finisher", "BEEF_FATTEN", fattening_days=250.0)

    assert heads(found, "BEEF_FATTEN")["YB"] == pytest.approx(20 * 250 / 365)


@pytest.mark.parametrize(
    ("milk", "share"),
    [(4_000.0, 0.065), (5_000.0, 0.065), (5_000.1, 0.063), (8_500.0, 0.063), (8_500.1, 0.060)],
)
def test_that_milk_a_cow_sets_her_methane_class(milk: float, share: float) -> None:
    found = with_answers("dairy", "DAIRY", milk_delivered=60 * milk)

    assert value(found, "methane_conversion_factor", "DAIRY/DC") == share
    assert value(found, "methane_conversion_factor", "DAIRY/F1") == 0.063


def test_that_dairy_heifers_are_outside_more_than_the_cows() -> None:
    found = with_answers("dairy", "DAIRY", grazing_days=160.0, grazing_hours=10.0)
    cows = 160 * 10 / 24 / 365

    assert value(found, "pasture_share", "DAIRY/DC") == pytest.approx(cows)
    assert value(found, "pasture_share", "DAIRY/F1") == pytest.approx(cows + 0.2)
    assert value(found, "pasture_share", "DAIRY/F2") == pytest.approx(cows + 0.2)
    assert value(found, "pasture_share", "DAIRY/F0") == pytest.approx((cows + 0.2) / 2)


def test_that_time_outside_has_its_limits() -> None:
    found = with_answers("dairy", "DAIRY", grazing_days=365.0, grazing_hours=24.0)

    assert value(found, "pasture_share", "DAIRY/DC") == pytest.approx(0.95)
    assert value(found, "pasture_share", "DAIRY/F1") == pytest.approx(0.60)


def test_that_a_suckler_herd_goes_out_together_and_young_bulls_stay_in() -> None:
    found = with_answers("breeder and finisher", "BEEF_SUCKLER", grazing_days=220.0)
    outside = 220 / 365

    for code in ("SC", "BU", "F0", "M0", "F1", "F2"):
        assert value(found, "pasture_share", f"BEEF_SUCKLER/{code}") == pytest.approx(outside)
    assert value(found, "pasture_share", "BEEF_SUCKLER/YB") == 0.0


def test_that_hay_feeds_less_than_grass_but_bulls_are_fed_alike() -> None:
    hay, grass = diagnosed("mountain dairy"), diagnosed("dairy")
    found = [value(f, "digestibility", "DAIRY/DC") for f in (hay, grass)]

    assert found == pytest.approx([0.69, 0.71])
    assert value(hay, "digestibility", "DAIRY/F0") == pytest.approx(0.67)
    assert value(diagnosed("finisher"), "digestibility", "BEEF_FATTEN/YB") == 0.73


@pytest.mark.parametrize(
    ("manure", "cows", "others"),
    [
        ("slurry", "slurry_crust", "deep_litter"),
        ("solid", "solid", "deep_litter"),
        ("deep", "deep_litter", "deep_litter"),
        ("compost", "compost_passive", "compost_passive"),
    ],
)
def test_that_one_answer_says_where_all_manure_goes(manure: str, cows: str, others: str) -> None:
    found = with_answers("dairy", "DAIRY", main_manure=manure)
    choice = found.model.choices["manure_system"]
    keys = found.trace.keys(choice.entity)
    codes = dict(zip(keys, found.run.codes(choice), strict=True))

    assert choice.options[codes["DAIRY/DC/housed"]].code == cows
    assert choice.options[codes["DAIRY/F1/housed"]].code == others
    assert choice.options[codes["DAIRY/F1/pasture"]].code == "pasture"


def test_that_bedding_nitrogen_follows_animals_housed_on_straw() -> None:
    found = with_answers("breeder", "BEEF_SUCKLER", grazing_days=0.0)
    units = sum(LU[c] * h for c, h in heads(found, "BEEF_SUCKLER").items() if c in LU)

    assert value(found, "bedding_nitrogen_brought") == pytest.approx(1.2 * 6 * units)
    assert found.values["bedding_nitrogen"].sum() == pytest.approx(1.2 * 6 * units)


def bought(found, item: str, workshop: str = "") -> float:
    """The quantity of a purchase."""
    row = next(r for r in found.record.of("Purchase")
               if (r.entries["item"].value, r.workshop) == (item, workshop))  # fmt: skip
    return value(found, "purchase_quantity", row.key)


def test_that_purchases_follow_from_the_quick_answers() -> None:
    record = answered("dairy", phosphate_potash=1_000.0, straw_bought=12_000.0)
    for name, answer in {"concentrate_bought": 80_000.0, "soya_share": 0.25}.items():
        record = record.but("DAIRY", name, Entry(answer))
    found = diagnose(record.but("DAIRY", "live_weight_bought", Entry(650.0)), factors())
    units = sum(LU[c] * h for c, h in heads(found, "DAIRY").items())

    assert bought(found, "soya_meal", "DAIRY") == pytest.approx(20.0)
    assert bought(found, "cereal_mix", "DAIRY") == pytest.approx(60.0)
    assert bought(found, "milk_replacer", "DAIRY") == pytest.approx(20 * 42 * 12 / 28)
    assert bought(found, "in_calf_heifer", "DAIRY") == pytest.approx(650.0)
    assert bought(found, "minerals") == pytest.approx(0.030 * units)
    assert bought(found, "plastics") == pytest.approx(8 * units)
    assert bought(found, "pesticide") == pytest.approx(15 + 25)
    assert (bought(found, "phosphate"), bought(found, "potash")) == (500.0, 500.0)
    assert bought(found, "straw") == pytest.approx(12.0)


def test_that_a_quantity_from_an_invoice_replaces_the_rule() -> None:
    record = answered("dairy")
    row = next(r for r in record.of("Purchase") if r.entries["item"].value == "minerals")
    found = diagnose(record.but(row.key, "purchase_quantity", Entry(9.0)), factors())

    assert bought(found, "minerals") == 9.0


def test_that_a_dairy_herd_sells_its_cull_cows_and_calves() -> None:
    found = with_answers("dairy", "DAIRY", replacement_heifers=42.0)
    culls = 42 * 12 / 28 * 0.95 * 650
    calves = (0.92 * 0.91 * 60 - 18) * 50

    assert value(found, "live_weight_sold", "DAIRY") == pytest.approx(culls + calves)


def test_that_a_suckler_herd_sells_weanlings_and_culls_and_what_it_adds_to_finished_ones() -> None:
    found = with_answers("breeder and finisher", "BEEF_SUCKLER", fattened_per_year=30.0)
    weanlings = (80 * 0.93 * 0.91 - 80 * 0.24) * 340
    culls, added = 80 * 0.24 * 720, 30 * (720 - 340)

    assert value(found, "live_weight_sold", "BEEF_SUCKLER") == pytest.approx(
        weanlings + culls + added
    )


def test_that_finished_cull_cows_add_the_difference_only() -> None:
    with_culls, without = (
        with_answers("breeder", "BEEF_SUCKLER", fattened_per_year=n, fattening_kind="cull_cow")
        for n in (10.0, 0.0)
    )

    assert value(with_culls, "live_weight_sold", "BEEF_SUCKLER") == pytest.approx(
        value(without, "live_weight_sold", "BEEF_SUCKLER") + 10 * (760 - 720)
    )


def test_that_dairy_calves_finished_at_home_are_sold_once() -> None:
    whole, apart = diagnosed("dairy that finishes"), diagnosed("dairy that finishes")
    sold = value(whole, "live_weight_sold", "DAIRY")
    moved = value(apart, "live_weight_transferred_out", "DAIRY")
    produced = value(whole, "live_weight_production", "DAIRY")

    assert moved == 20 * 50
    assert produced == pytest.approx(sold + moved)
    assert value(whole, "live_weight_sold", "BEEF_FATTEN") == 20 * 650
    assert value(whole, "live_weight_production", "BEEF_FATTEN") == 20 * 650 - moved
