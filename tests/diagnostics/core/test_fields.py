"""What a field thinks of a value, and the spellings of units a file may use."""

import pytest

from diagnostics.core import DiagnosticsError, Number, Verdict
from diagnostics.core.units import accepted, convert
from tests.diagnostics.core.toy import Barn, Yard

NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (600.0, Verdict.FINE), (400.0, Verdict.FINE), (800.0, Verdict.FINE),
        (399.9, Verdict.UNUSUAL), (0.0, Verdict.UNUSUAL), (5_000.0, Verdict.UNUSUAL),
        (-0.1, Verdict.IMPOSSIBLE), (5_000.1, Verdict.IMPOSSIBLE), (1e308, Verdict.IMPOSSIBLE),
        (NAN, Verdict.IMPOSSIBLE), (INFINITE, Verdict.IMPOSSIBLE), (-INFINITE, Verdict.IMPOSSIBLE),
    ],
)  # fmt: skip
def test_that_a_value_is_usual_unusual_or_impossible(value: float, verdict: Verdict) -> None:
    assert Yard.rain.judge(value).verdict is verdict


def test_that_the_usual_range_of_a_system_wins_over_that_of_the_field() -> None:
    assert Yard.rain.judge(600.0, (700.0, 900.0)).limits == (700.0, 900.0)
    assert Barn.width.judge(99.0).verdict is Verdict.FINE


def test_that_a_default_is_as_unsure_as_its_usual_range_is_wide() -> None:
    assert Yard.rain.default_spread.sd == pytest.approx(400 / 3.29)
    assert Barn.width.default_spread.relative == 0.3


@pytest.mark.parametrize("default", [0.0, 1.0])
def test_that_a_default_on_a_hard_limit_is_no_estimate(default: float) -> None:
    share = Number("Share", symbol="s", unit="1", bounds=(0, 1), default=default)

    assert share.default_spread.is_fixed


def test_that_a_field_knows_its_name_and_its_rows() -> None:
    assert (Yard.rain.name, Yard.rain.entity) == ("rain", Yard)


@pytest.mark.parametrize(
    ("unit", "written", "value", "expected"),
    [
        ("1", "%", 35.0, 0.35), ("kg/yr", "t/yr", 20.0, 20_000.0), ("m", "km", 6.0, 6_000.0),
        ("kWh/yr", "MWh/yr", 36.0, 36_000.0), ("L/yr", "m3/yr", 9.0, 9_000.0),
        ("head", "head", 2.0, 2.0),
    ],
)  # fmt: skip
def test_that_a_spelling_is_worth_what_it_says(
    unit: str, written: str, value: float, expected: float
) -> None:
    assert convert(value, written, accepted(unit)) == pytest.approx(expected)


@pytest.mark.parametrize("written", ["", "litre", "KG/YR", "L/yr", "None"])
def test_that_a_unit_that_does_not_fit_is_refused_with_those_that_do(written: str) -> None:
    with pytest.raises(DiagnosticsError, match="expected kg/yr, t/yr"):
        convert(1.0, written, accepted("kg/yr"))


def test_that_a_field_takes_further_spellings_of_its_own() -> None:
    milk = Number("Milk", symbol="M", unit="kg/yr", bounds=(0, 1), units={"L/yr": 1.03})

    assert set(milk.units) == {"kg/yr", "t/yr", "L/yr"}
    assert milk.shown == "kg/yr"
