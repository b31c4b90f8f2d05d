"""Explanations: where a number comes from, what it is made of, and why it is missing."""

import numpy as np
import pytest

from diagnostics.core import DiagnosticsError, among
from diagnostics.core.formula import Branches
from diagnostics.core.run import Run
from diagnostics.core.trace import Trace
from tests.diagnostics.core.toy import (
    FED,
    FEED,
    Barn,
    Beast,
    Bill,
    Yard,
    declare,
    factor,
    model,
    rows,
    table,
    yards,
)

BARNS = rows([0, 0], codes={"roof": [0, 1]}, keys=("a", "b"), width=[10.0, 0.0])
BEASTS = rows(
    [0, 0, 1], keys=("a/1", "a/2", "b/1"), heads=[1.0, 2.0, 3.0], weight=[5.0, np.nan, 9.0]
)
HEAVY = declare("weight", Beast, lambda rain: rain / 100, rule=True)
FEE = table("fee", ("roof",), [(("tile",), 1.5), (("thatch",), 2.5)], on="Barn")
RATIO = declare(
    "ratio",
    Barn,
    lambda feed, width, fee: feed / width * fee,
    positive={"width": "the barn has no width"},
)
TILED = declare("tiled", Barn, lambda: 1.0, applies=(among(Barn.roof, "tile"), "no tiles"))


def trace(origins: dict[tuple[str, str], str] | None = None) -> Trace:
    """The trace of one yard with two barns and three beasts."""
    world = model(FEED, FED, HEAVY, RATIO, TILED, known=[FEE, factor("tax", 2.0)])
    farm = yards(1, Barn=BARNS, Beast=BEASTS)._with(Yard, rows([0], keys=("",)))
    return Trace(Run(world, farm).compute(), origins or {})


def test_that_a_sum_is_made_of_its_rows_the_largest_first() -> None:
    node = trace().explain("fed")

    assert (node.value, node.origin, node.row) == (44.0, "formula", "")
    assert [(part.row, part.value) for part in node.parts] == [
        ("b/1", 27.0),
        ("a/2", 12.0),
        ("a/1", 5.0),
    ]


def test_that_an_additive_quantity_without_a_row_is_the_sum_over_the_farm() -> None:
    node = trace().explain("feed")

    assert (node.value, node.equation, len(node.parts)) == (44.0, "Σ feed", 3)
    assert trace().explain("feed", depth=0).parts == ()


def test_that_an_explanation_opens_as_deep_as_it_is_asked() -> None:
    shallow, deep = trace().explain("fed", depth=1), trace().explain("fed", depth=3)

    assert shallow.parts[0].parts == ()
    assert [part.name for part in deep.parts[1].parts] == ["heads", "weight"]
    assert deep.parts[1].parts[1].parts[0].name == "rain"


@pytest.mark.parametrize(
    ("name", "row", "origin"),
    [
        ("heads", "a/1", "answer"),
        ("weight", "a/1", "imported"),
        ("weight", "a/2", "formula"),
        ("rain", "", "default"),
        ("tax", "", "factor"),
        ("fee", "b", "factor"),
        ("ratio", "a", "formula"),
        ("entered_width", "a", "answer"),
    ],
)
def test_that_every_number_says_where_it_comes_from(name: str, row: str, origin: str) -> None:
    assert trace({("a/1", "weight"): "imported"}).explain(name, row).origin == origin


def test_that_a_given_value_hides_its_formula() -> None:
    farm = yards(1, Barn=BARNS, Beast=rows([0], keys=("a/1",), feed=[7.0], heads=[1.0]))
    node = Trace(Run(model(FEED), farm).compute(), {}).explain("feed", "a/1")

    assert (node.value, node.origin, node.parts, node.equation, node.needs) == (
        7.0,
        "given",
        (),
        "",
        (),
    )


def test_that_a_factor_of_a_table_shows_its_own_line() -> None:
    node = trace().explain("fee", "b")

    assert (node.value, node.locator, node.source, node.mark) == (
        2.5,
        "line 3",
        "A book of toys",
        "V",
    )


def test_that_a_formula_shows_its_equation_and_source() -> None:
    node = trace().explain("ratio", "a")

    assert (node.equation, node.source, node.locator) == ("ratio = …", "A book of toys", "page 1")
    assert node.needs == ("feed", "width", "fee")


def test_that_only_the_branch_that_ran_is_shown() -> None:
    short = declare("short_feed", Beast, lambda heads: -heads)
    branched = declare(
        "feed",
        Beast,
        lambda heads, weight: heads * weight,
        branches=Branches(Beast.way, {"short": "short_feed"}),
    )
    beasts = rows([0, 0], codes={"way": [1, 0]}, keys=("s", "l"), heads=[2, 3], weight=[1, 1])
    shown = Trace(Run(model(branched, short), yards(1, Barn=BARNS, Beast=beasts)).compute(), {})

    assert [part.name for part in shown.explain("feed", "s").parts] == ["short_feed"]
    assert [part.name for part in shown.explain("feed", "l").parts] == ["heads", "weight"]


def test_that_only_the_rows_that_were_summed_are_shown() -> None:
    hay = {"cost": (among(Bill.matter, "hay"),)}
    own = declare("own", Barn, lambda cost: cost, adds=True, via={"cost": Barn}, where=hay)
    common = declare("common", Yard, lambda cost: cost, unlinked={"cost": Barn})
    bills = rows(
        [0] * 4, codes={"matter": [0, 1, 0, 0]}, links={"Barn": [0, 0, -1, 1]}, cost=[1, 2, 4, 8]
    )
    shown = Trace(Run(model(own, common), yards(1, Barn=BARNS, Bill=bills)).compute(), {})

    assert [part.value for part in shown.explain("own", "a").parts] == [1.0]
    assert [part.value for part in shown.explain("common").parts] == [4.0]


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("ghost", None, "there is no quantity named “ghost”"),
        ("feed", "c/1", "“feed” has no row “c/1”; expected one of a/1, a/2, b/1"),
        ("weight", None, "“weight” has one value for each row; name one of a/1, a/2, b/1"),
        ("cost", "1", "“cost” has no row “1”; expected one of none: the farm has no such row"),
    ],
)
def test_that_what_cannot_be_explained_is_refused(name: str, row: str | None, message: str) -> None:
    with pytest.raises(DiagnosticsError) as refused:
        trace().explain(name, row)

    assert str(refused.value) == message


def test_that_a_sum_over_no_rows_is_nothing_made_of_nothing() -> None:
    node = trace().explain("cost")

    assert (node.value, node.parts) == (0.0, ())


@pytest.mark.parametrize(
    ("name", "place", "reason"),
    [("ratio", 1, "the barn has no width"), ("tiled", 1, "no tiles")],
)
def test_that_a_ratio_says_why_it_does_not_apply(name: str, place: int, reason: str) -> None:
    shown = trace()

    assert shown.explain(name, "b").value is None
    assert str(shown.missing(name, place)) == reason


def test_that_a_missing_answer_is_named_behind_the_sums_it_stops() -> None:
    barns, beasts = rows([0], keys=("a",)), rows([0], keys=("a/1",), heads=[1.0])
    shown = Trace(Run(model(FEED, FED), yards(1, Barn=barns, Beast=beasts)).compute(), {})

    assert shown.explain("fed").value is None
    assert str(shown.missing("fed", 0)) == "“Weight” is not entered"
