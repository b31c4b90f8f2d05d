"""How a number is written for a reader: groups of three digits, decimal sign, few digits.

Free of every import but `math`: the first window waits for this module.
"""

import math

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeGuard

MISSING = "—"
MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"

# Below this a result is "less than", never "0": a farmer would take 0 for "none" (wording.md 1).
SMALLEST = 0.01
SMALLEST_POWER = -2
# Twelve digits carry whatever a person types, and leave out the noise of binary fractions.
EXACT_DIGITS = 12
# Outside these powers of ten a row of zeros cannot be counted by eye.
LARGEST_WRITTEN = 15
SMALLEST_WRITTEN = -9
# A total this much smaller than its parts is what is left of their rounding, not a figure.
NEGLIGIBLE = 1e-9
RAISED = str.maketrans("-0123456789.", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹·")


class NumberStyle:
    """The signs with which one country writes its numbers."""

    __slots__ = ("decimal", "group", "group_from", "percent_gap")

    def __init__(self, decimal: str, group: str, group_from: int, percent_gap: str) -> None:
        """Groups appear from numbers with `group_from` digits before the decimal sign."""
        self.decimal = decimal
        self.group = group
        self.group_from = group_from
        self.percent_gap = percent_gap


STYLES = {
    "fr": NumberStyle(",", THIN, 4, THIN),
    "en": NumberStyle(".", ",", 4, ""),
    "es": NumberStyle(",", ".", 5, NO_BREAK),
    "it": NumberStyle(",", ".", 5, ""),
}


def number(value: float | None, digits: int, style: NumberStyle) -> str:
    """A result, with few significant digits: "12 500", "0,87", "< 0,01", or "—" when unknown."""
    if not _is_known(value):
        return MISSING
    if value != 0 and abs(value) < SMALLEST:
        return _nearly_nothing(value, SMALLEST_POWER, style)
    return _readable(value, digits, style)


def exact(value: float | None, style: NumberStyle) -> str:
    """A number as it was typed, up to twelve significant digits: "1 234,567"."""
    if not _is_known(value):
        return MISSING
    return _readable(value, EXACT_DIGITS, style)


def percent(share: float | None, decimals: int, style: NumberStyle) -> str:
    """A share as a percentage: 0.47 is "47 %" in French and "47%" in English."""
    if not _is_known(share):
        return MISSING
    units = units_at(share, -2 - decimals)
    if units == 0 and share != 0:
        return _nearly_nothing(share, -decimals, style) + style.percent_gap + "%"
    return written(units, -decimals, style) + style.percent_gap + "%"


def shares(parts: list[float | None], digits: int, style: NumberStyle) -> list[str]:
    """The parts of a total, rounded so that the figures shown add up to the total shown."""
    known = [part for part in parts if _is_known(part)]
    power = _power_of_shares(known, digits)
    units = iter(_largest_remainder(known, power))
    return [
        _share(part, next(units), power, style) if _is_known(part) else MISSING for part in parts
    ]


def _is_known(value: float | None) -> "TypeGuard[float]":
    return value is not None and math.isfinite(value)


def _share(part: float, units: int, power: int, style: NumberStyle) -> str:
    if units == 0 and part != 0:
        return _nearly_nothing(part, power, style)
    return written(units, power, style)


def _power_of_shares(parts: list[float], digits: int) -> int:
    """The power of ten to which the total is shown, hence each of its parts."""
    total = math.fsum(parts)
    largest = max((abs(part) for part in parts), default=0.0)
    leading = total if abs(total) > NEGLIGIBLE * largest else largest
    if abs(leading) < SMALLEST:
        return SMALLEST_POWER
    return leading_power(leading) - digits + 1


def _largest_remainder(parts: list[float], power: int) -> list[int]:
    """Whole units of each part: rounded down, then those that lost most are rounded up."""
    scaled = [_scaled(part, power) for part in parts]
    units = [math.floor(value) for value in scaled]
    lost = sorted(range(len(parts)), key=lambda place: units[place] - scaled[place])
    short = units_at(math.fsum(parts), power) - sum(units)
    for place in lost[: max(short, 0)]:
        units[place] += 1
    return units


def _scaled(value: float, power: int) -> float:
    """Multiplying by a power of ten is exact more often than dividing by its inverse."""
    return value * 10.0**-power if power < 0 else value / 10.0**power


def _nearly_nothing(value: float, power: int, style: NumberStyle) -> str:
    bound = written(1 if value > 0 else -1, power, style)
    return f"{'<' if value > 0 else '>'}{NO_BREAK}{bound}"


def _readable(value: float, digits: int, style: NumberStyle) -> str:
    """In digits when they can be counted by eye, else as a multiple of a power of ten."""
    if value == 0:
        return "0"
    leading = leading_power(value)
    power = leading - digits + 1
    units = units_at(value, power)
    if SMALLEST_WRITTEN <= leading < LARGEST_WRITTEN:
        return written(units, power, style)
    leading = len(str(abs(units))) - 1 + power
    mantissa = written(units, power - leading, style)
    return f"{mantissa}{NO_BREAK}×{NO_BREAK}10{str(leading).translate(RAISED)}"


def written(units: int, power: int, style: NumberStyle) -> str:
    """The number `units × 10^power` in digits, without the zeros that end a decimal part."""
    whole, fraction = digits_of(abs(units), power)
    sign = MINUS if units < 0 else ""
    grouped = _grouped(whole, style.group) if len(whole) >= style.group_from else whole
    return f"{sign}{grouped}{style.decimal}{fraction}" if fraction else f"{sign}{grouped}"


def digits_of(units: int, power: int) -> tuple[str, str]:
    """The digits before and after the decimal sign of `units × 10^power`."""
    if power >= 0:
        return str(units * 10**power), ""
    digits = str(units).zfill(1 - power)
    return digits[:power], digits[power:].rstrip("0")


def _grouped(digits: str, sign: str) -> str:
    return f"{int(digits):,}".replace(",", sign)


def units_at(value: float, power: int) -> int:
    """How many times `10^power` the value is, rounded half away from zero as people round."""
    coefficient, exponent = _decimal_parts(value)
    shift = power - exponent
    scale: int = 10 ** abs(shift)
    units = coefficient * scale if shift <= 0 else (2 * coefficient + scale) // (2 * scale)
    return -units if value < 0 else units


def leading_power(value: float) -> int:
    """The power of ten of the first digit that is not zero: 3 for 7,500 and -2 for 0.05."""
    coefficient, exponent = _decimal_parts(value)
    return len(str(coefficient)) - 1 + exponent


def _decimal_parts(value: float) -> tuple[int, int]:
    """The shortest decimal writing of the value's size, as a whole number and a power of ten.

    Rounding starts from it and not from the binary value, or 1.005 would become 1.00.
    """
    mantissa, _, exponent = repr(abs(float(value))).partition("e")
    whole, _, fraction = mantissa.partition(".")
    return int(whole + fraction), int(exponent or 0) - len(fraction)
