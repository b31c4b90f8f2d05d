"""Levers change answers in a dose, within limits, and never the farm they start from."""

import numpy as np
import pytest

from diagnostics.core import DiagnosticsError, Farm, Number, Values
from diagnostics.core.levers import Lever, Scenario, lever
from tests.diagnostics.core.toy import SOURCE, Barn, rows, yards

DOSE = Number("Metres added", symbol="d", unit="m", bounds=(0, 50))


@lever(title="Widen the barns", dose=DOSE, moves=[Barn.width], source=SOURCE, mark="A")
def widen(farm: Farm, dose: Values) -> Farm:
    """Every barn becomes wider."""
    return farm.but(Barn.width, farm.stated(Barn.width) + dose)


@lever(title="Double the barns", dose=DOSE, moves=[Barn.width], source=SOURCE, mark="A")
def double(farm: Farm, dose: Values) -> Farm:
    """Every barn becomes twice as wide at full dose."""
    return farm.but(Barn.width, farm.stated(Barn.width) * (1 + np.asarray(dose) / 50))


BARNS = yards(1, Barn=rows([0, 0], width=[10.0, 20.0]))


def widths(scenario: Scenario) -> list[float]:
    """The widths after a scenario."""
    return list(scenario.of(BARNS).stated(Barn.width))


def test_that_steps_are_taken_in_their_order() -> None:
    assert widths(Scenario(((widen, 5.0), (double, 50.0)))) == [30.0, 50.0]
    assert widths(Scenario(((double, 50.0), (widen, 5.0)))) == [25.0, 45.0]


@pytest.mark.parametrize("step", [widen, double])
def test_that_a_dose_of_zero_changes_nothing(step: Lever) -> None:
    assert widths(Scenario(((step, 0.0),))) == [10.0, 20.0]


def test_that_the_baseline_is_never_touched() -> None:
    Scenario(((widen, 5.0),)).of(BARNS)

    assert list(BARNS.stated(Barn.width)) == [10.0, 20.0]


@pytest.mark.parametrize("dose", [-1.0, 51.0, float("nan"), float("inf")])
def test_that_a_dose_out_of_bounds_is_refused(dose: float) -> None:
    with pytest.raises(DiagnosticsError, match=r"Widen the barns.* expected 0 to 50 m"):
        Scenario(((widen, dose),)).of(BARNS)


def test_that_one_step_can_be_left_out() -> None:
    both = Scenario(((widen, 5.0), (double, 50.0)))

    assert widths(both.without(0)) == [20.0, 40.0]
    assert widths(both.without(1)) == [15.0, 25.0]


def test_that_a_lever_suits_every_farm_unless_it_says_otherwise() -> None:
    assert widen.name == "widen"
    assert widen.suits(BARNS)
