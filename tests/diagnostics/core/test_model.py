"""A model whose declarations contradict each other is refused when it is built, by name."""

import numpy as np
import pytest

from diagnostics.core import Choice, Entity, Formula, Option, among
from diagnostics.core.errors import DeclarationError, DiagnosticsError, FactorError
from diagnostics.core.formula import Branches
from diagnostics.core.model import Model
from tests.diagnostics.core.toy import (
    BARN_FED,
    FED,
    FEED,
    WORLD,
    Barn,
    Beast,
    Bill,
    Yard,
    declare,
    factor,
    factor_set,
    model,
    run,
    table,
    yards,
)


def of_nothing() -> float:
    return 0.0


def of_ghost(ghost: float) -> float:
    return ghost


def of_weight(weight: float) -> float:
    return weight


def of_cost(cost: float) -> float:
    return cost


def of_width(width: float) -> float:
    return width


def of_feed(feed: float) -> float:
    return feed


def egg(hen: float) -> float:
    return hen


def hen(egg: float) -> float:
    return egg


REFUSED: list[tuple[tuple[Formula, ...], str]] = [
    ((declare("one", Yard, of_ghost),), "one needs “ghost”"),
    ((FEED, FEED), "“feed” is declared twice"),
    ((declare("rain", Yard, of_nothing),), "“rain” is declared twice"),
    ((declare("one", Yard, of_nothing, rule=True),), "the rule of a field that does not exist"),
    ((declare("rain", Barn, of_nothing, rule=True),), "“rain” is declared twice"),
    ((declare("egg", Yard, egg), declare("hen", Yard, hen)), "egg → hen → egg is a cycle"),
    ((declare("one", Yard, of_weight),), "one would sum weight, which is not additive"),
    ((declare("one", Beast, of_cost),), "one on Beast cannot reach cost on Bill"),
    ((declare("one", Bill, of_width),), "one on Bill cannot reach width on Barn"),
]


@pytest.mark.parametrize(("declared", "message"), REFUSED)
def test_that_a_contradiction_is_refused_by_name(
    declared: tuple[Formula, ...], message: str
) -> None:
    with pytest.raises(DeclarationError) as refused:
        model(*declared)

    assert message in str(refused.value)


UNREACHABLE: list[tuple[Formula, str]] = [
    (declare("one", Yard, of_cost, via={"cost": Barn}), "one on Yard cannot reach cost on Bill"),
    (declare("one", Beast, of_cost, via={"cost": Beast}), "one on Beast cannot reach cost on Bill"),
    (declare("one", Yard, of_width, unlinked={"width": Barn}), "cannot reach width on Barn"),
    (declare("one", Barn, of_cost, unlinked={"cost": Barn}), "one on Barn cannot reach cost"),
    (
        declare("one", Yard, of_cost, where={"cost": (among(Barn.roof, "tile"),)}),
        "one on Bill cannot reach roof on Barn",
    ),
    (
        declare("one", Yard, of_nothing, applies=(among(Barn.roof, "tile"), "no tiles")),
        "one on Yard cannot reach roof on Barn",
    ),
    (
        declare("one", Yard, of_nothing, branches=Branches(Beast.way, {"long": "two"})),
        "one on Yard cannot reach way on Beast",
    ),
    (
        declare("one", Beast, of_nothing, branches=Branches(Beast.way, {"long": "two"})),
        "one on Beast cannot reach two on Yard",
    ),
]


@pytest.mark.parametrize(("formula", "message"), UNREACHABLE)
def test_that_rows_out_of_reach_are_refused_by_name(formula: Formula, message: str) -> None:
    with pytest.raises(DeclarationError) as refused:
        model(formula, declare("two", Yard, of_nothing, adds=True))

    assert message in str(refused.value)


def test_that_a_table_by_a_choice_of_other_rows_is_refused() -> None:
    by_roof = table("tax", ("roof",), [(("any",), 1.0)], on="Yard")

    with pytest.raises(DeclarationError, match="tax on Yard cannot reach roof on Barn"):
        model(known=[by_roof])


def test_that_a_factor_on_no_entity_is_refused_by_name() -> None:
    with pytest.raises(DeclarationError, match="the factor tax is declared on “Moon”"):
        model(known=[factor("tax", 1.0, on="Moon")])


def test_that_a_factor_and_a_formula_of_one_name_are_refused() -> None:
    with pytest.raises(DeclarationError, match="“feed” is declared twice"):
        model(FEED, known=[factor("feed", 1.0)])


def test_that_a_choice_declared_twice_is_refused() -> None:
    class Shed(Entity, parent=Yard):
        roof = Choice("Roof", (Option("tile", "Tiles"), Option("tin", "Tin")))

    with pytest.raises(DeclarationError, match="the choice “roof” is declared twice"):
        Model((*WORLD, Shed), (), factor_set())


def test_that_a_filter_by_an_unknown_option_is_refused_where_it_is_written() -> None:
    with pytest.raises(DiagnosticsError, match="“slate” is not an answer to “Roof”"):
        among(Barn.roof, "slate")


def test_that_a_table_with_a_cell_missing_names_the_cell() -> None:
    half = table("tax", ("roof", "region"), [(("tile", "any"), 1.0), (("thatch", "north"), 2.0)])

    with pytest.raises(FactorError, match=r"tax\.csv: no value of tax for thatch × south"):
        model(known=[half])


def test_that_a_link_to_a_sum_of_what_is_not_additive_is_refused() -> None:
    linked = declare("one", Barn, of_rate, via={"rate": Barn})

    with pytest.raises(DeclarationError, match="one would sum rate, which is not additive"):
        model(declare("rate", Bill, of_nothing), linked)


def of_rate(rate: float) -> float:
    return rate


def test_that_each_quantity_comes_after_what_it_needs() -> None:
    order = model(FED, BARN_FED, FEED).order

    assert order.index("feed") > max(order.index("heads"), order.index("weight"))
    assert order.index("fed") > order.index("feed")


@pytest.mark.parametrize("wanted", [["fed"], ["barn_fed", "feed"], ["width"], []])
def test_that_a_plan_keeps_what_is_wanted_and_drops_the_rest(wanted: list[str]) -> None:
    known = model(FEED, FED, BARN_FED)
    names, drops = known.plan(wanted)
    dropped = [name for after in drops.values() for name in after]

    assert set(names) - set(dropped) == set(wanted)
    assert len(dropped) == len(set(dropped))


def test_that_nothing_is_dropped_before_its_last_use() -> None:
    known = model(FEED, FED, BARN_FED)
    names, drops = known.plan(["fed", "barn_fed"])
    gone: set[str] = set()

    for name in names:
        assert not gone & set(known[name].needs)
        gone |= set(drops.get(name, ()))


def test_that_an_unknown_name_is_never_part_of_a_plan() -> None:
    with pytest.raises(KeyError, match="ghost"):
        model(FEED).plan(["ghost"])


def test_that_a_rule_answers_a_field_and_keeps_its_words() -> None:
    known = model(declare("weight", Beast, lambda heads: heads * 2.0, rule=True))

    assert known["weight"].label == Beast.weight.label
    assert known["weight"].field is Beast.weight
    assert np.size(run(known, yards()).values["weight"]) == 0


def test_that_the_formulas_are_listed_in_their_order() -> None:
    assert [formula.name for formula in model(FED, FEED).formulas] == ["feed", "fed"]
