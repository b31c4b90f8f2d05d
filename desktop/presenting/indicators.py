"""What is known of a farm beside its footprint: single figures, never merged into a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.charts.figures import decimals_for, fixed, split_net
from desktop.charts.headline import FOOTPRINTS, Headline, Product
from desktop.charts.sentences import storage_figure
from desktop.computing import Outcome
from desktop.engine_words import said
from desktop.number_style import MISSING
from desktop.presenting.views import herd_name
from desktop.words import Words, mark
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import Workshop
from diagnostics.questionnaire.quick import MILKED
from diagnostics.record import Row

OWN = "own"
MILK_DENSITY = 1.03
DAIRY = "DAIRY"
OF_FARM = (
    ("people_fed_animal_protein", mark("People fed")),
    ("farm_livestock_unit_years", mark("Livestock units")),
    ("stocking_rate", mark("Stocking rate")),
    ("permanent_grassland_share", mark("Never ploughed")),
    ("hedges_per_hectare", mark("Hedges")),
    ("mineral_nitrogen_per_hectare", mark("Chemical nitrogen")),
)
MILK = ("milk_sold_per_animal", mark("Milk per animal"))
DAIRY_MEAT = ("net_footprint_dairy_beef", mark("Meat of the dairy herd"))
NOTES = {
    "people_fed_animal_protein": mark("their animal protein of a year"),
    "farm_livestock_unit_years": mark("animals as cow equivalents"),
    "stocking_rate": mark("of grass and forage maize"),
    "permanent_grassland_share": mark("permanent grassland in the farmed area"),
    "hedges_per_hectare": mark("of farmed area"),
    "mineral_nitrogen_per_hectare": mark("of farmed area"),
    "milk_sold_per_animal": mark("sold in a year"),
    "net_footprint_dairy_beef": mark("net, its share of the herd"),
}
UNITS = {"stocking_rate": "LU/ha", "mineral_nitrogen_per_hectare": "kg N/ha"}


@dataclass(frozen=True)
class Indicator:
    """One figure of the farm; `name` and `row` lead to its explanation."""

    name: str
    label: str
    value: str
    note: str = ""
    row: str = ""


def indicators_of(
    headline: Headline, outcome: Outcome, precision: float | None, words: Words
) -> tuple[Indicator, ...]:
    """The figures that are known at this level, in a fixed order; first what each product bears."""
    if outcome.diagnosis is None or outcome.results is None:
        return ()
    farm = [_of(outcome.diagnosis, name, label, "", words) for name, label in OF_FARM]
    own = Indicator(
        OWN,
        words.say("Your own figures"),
        words.exact(outcome.results["own_data"]),
        words.say("the rest are reference values")
        if precision is None
        else words.say("{share} of the result", share=words.percent(precision)),
    )
    products = [_of_product(one, outcome, words) for one in headline.products]
    return (*products, *_of_herds(outcome, outcome.diagnosis, words), *farm, own)


def _of_product(product: Product, outcome: Outcome, words: Words) -> Indicator:
    """The net of one product beside its gross and storage, as they are never shown apart."""
    decimals = decimals_for(product.gross)
    gross, storage, net = split_net(product.gross, product.net, decimals)
    sum_ = words.say(
        "gross {gross}, carbon storage {storage}",
        gross=fixed(words, gross, decimals),
        storage=storage_figure(words, storage, decimals, product.gross - product.net),
    )
    herd = herd_name(product.workshop, outcome, words)
    value = words.with_unit(fixed(words, net, decimals), product.unit)
    name = f"net_{FOOTPRINTS[product.kind]}"
    return Indicator(name, words.say("Net, {herd}", herd=herd), value, sum_, product.workshop)


def _of_herds(outcome: Outcome, diagnosis: Diagnosis, words: Words) -> Iterator[Indicator]:
    """The figures of each milked herd, named where there are several."""
    kinds = {row.key: _kind(row) for row in outcome.record.of(Workshop.name)}
    milked = {key: kind for key, kind in kinds.items() if kind in MILKED}
    for key, kind in milked.items():
        for name, label in (MILK, DAIRY_MEAT) if kind == DAIRY else (MILK,):
            one = _of(diagnosis, name, label, key, words)
            if len(milked) > 1:
                herd = words.say(Workshop.workshop_kind.option(kind).label)
                one = replace(one, label=words.say("{label} ({herd})", label=one.label, herd=herd))
            yield one


def _kind(row: Row) -> str:
    return str(row.entries["workshop_kind"].value)


def _of(diagnosis: Diagnosis, name: str, label: str, row: str, words: Words) -> Indicator:
    node = diagnosis.explain(name, row, depth=0)
    if node.value is None:
        why = said(words, diagnosis.why_not(name))
        return Indicator(name, words.say(label), MISSING, why, row)
    value = _shown(name, node.value, node.unit, words)
    return Indicator(name, words.say(label), value, words.say(NOTES[name]), row)


def _shown(name: str, value: float, unit: str, words: Words) -> str:
    if name == "permanent_grassland_share":
        return words.percent(value)
    if name == "milk_sold_per_animal":
        return words.quantity(value / MILK_DENSITY, "L")
    if name == "people_fed_animal_protein":
        return words.number(value)
    return words.quantity(value, UNITS.get(name, unit))
