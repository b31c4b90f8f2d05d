"""Units at the edge of the engine: what people and files may write instead of the engine's own."""

from collections.abc import Mapping

from diagnostics.core.errors import DiagnosticsError

# For each unit of the engine, the spellings a file may use and what one of them is worth.
_TENS: Mapping[str, Mapping[str, float]] = {
    "1": {"%": 0.01},
    "kg/yr": {"t/yr": 1000.0},
    "kg N/yr": {"t N/yr": 1000.0},
    "L/yr": {"m3/yr": 1000.0},
    "kWh/yr": {"MWh/yr": 1000.0},
    "ha": {"a": 0.01},
    "m": {"km": 1000.0},
}


def accepted(unit: str) -> dict[str, float]:
    """The spellings of a unit, each with its worth in the engine's unit."""
    return {unit: 1.0, **_TENS.get(unit, {})}


def convert(value: float, written: str, spellings: Mapping[str, float]) -> float:
    """A value in the engine's unit; an unknown spelling is refused with those that fit."""
    if written not in spellings:
        raise DiagnosticsError(
            "the unit “{written}” does not fit; expected {expected}",
            written=written,
            expected=", ".join(spellings),
        )
    return worth_of(value, spellings[written])


def worth_of(value: float, worth: float) -> float:
    """A value in a unit that is worth so many of the engine's; 57 % is 0.57, to the last digit."""
    return value / (1 / worth) if worth < 1 else value * worth
