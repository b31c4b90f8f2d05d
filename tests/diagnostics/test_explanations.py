"""The whole graph of the worked farms: each number is made of the parts it shows."""

from collections.abc import Iterator

import numpy as np
import pytest

from diagnostics import DiagnosticsError, diagnose
from diagnostics.core.model import Quantity
from diagnostics.core.trace import Node, Trace
from tests.farms import WORKED, dairy_farm, factors

LEAVES = {"answer", "given", "imported", "default", "factor"}


def nodes(trace: Trace) -> Iterator[tuple[Quantity, Node]]:
    """Every number of a farm, each with the parts it is made of."""
    for quantity in trace.model.quantities.values():
        for place in range(trace.run.rows(quantity.on)):
            yield quantity, trace.node(quantity, place, depth=1)


def recomputed(trace: Trace, quantity: Quantity, node: Node) -> float:
    """The number worked out again from nothing but the parts it shows."""
    formula = quantity.formula
    assert formula is not None
    shown = {part.name for part in node.parts}
    if formula.branches is not None and shown & set(formula.branches.formulas.values()):
        return _value(node.parts[0])
    arguments = {
        need: sum(_value(part) for part in node.parts if part.name == need)
        for need in formula.needs
    }
    with np.errstate(all="ignore"):
        return float(formula(**{need: np.float64(value) for need, value in arguments.items()}))


def _value(node: Node) -> float:
    return float("nan") if node.value is None else node.value


@pytest.mark.parametrize("farm", WORKED)
def test_that_every_number_is_what_its_parts_give(farm: str) -> None:
    trace, seen = diagnose(WORKED[farm](), factors()).trace, 0
    for quantity, node in nodes(trace):
        if node.origin == "formula" and node.value is not None:
            again = recomputed(trace, quantity, node)
            assert again == pytest.approx(node.value, rel=1e-12, abs=1e-12), node.name
            seen += 1

    assert seen > 200


@pytest.mark.parametrize("farm", WORKED)
def test_that_every_number_ends_in_answers_defaults_and_factors(farm: str) -> None:
    trace = diagnose(WORKED[farm](), factors()).trace
    for quantity, node in nodes(trace):
        leaf = quantity.formula is None or node.origin in ("answer", "given")
        assert (node.origin in LEAVES) == leaf, node.name
        assert node.origin != "factor" or node.source


@pytest.mark.parametrize("farm", WORKED)
def test_that_every_missing_number_has_a_reason_that_is_not_a_gap(farm: str) -> None:
    trace = diagnose(WORKED[farm](), factors()).trace
    for quantity, node in nodes(trace):
        if node.value is None:
            place = trace.keys(quantity.on).index(node.row)
            assert "not entered" not in str(trace.missing(quantity.name, place))


def test_that_the_gross_opens_down_to_an_answer() -> None:
    node, names = diagnose(dairy_farm(), factors()).explain("gross_emissions", depth=12), []
    while node.parts:
        names.append(node.name)
        node = node.parts[0]

    assert len(names) >= 6
    assert node.origin in LEAVES


@pytest.mark.parametrize(("name", "row"), [("ghost", None), ("head_years", "DAIRY/XX")])
def test_that_an_unknown_name_or_row_is_refused(name: str, row: str | None) -> None:
    with pytest.raises(DiagnosticsError):
        diagnose(dairy_farm(), factors()).explain(name, row)
