"""The one place where a person's text becomes a number.

It never guesses between two readings a thousand apart, never turns an empty field into zero, and
never raises: whatever is typed or pasted, the answer is one of the four readings below.
"""

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.forms.arithmetic import SIGNS, CalculationError, Fault, calculate, with_signs
from desktop.forms.numeral import Numeral, read_numeral
from desktop.forms.written_units import factor_of
from desktop.number_style import (
    EXACT_DIGITS,
    MINUS,
    MISSING,
    STYLES,
    THIN,
    NumberStyle,
    leading_power,
    units_at,
    written,
)
from desktop.words import mark

# A calculation longer than this is a spreadsheet's work; a number longer than that is a mishap.
LONGEST_CALCULATION = 60
LONGEST_NUMBER = 400
LARGEST = 1e15
# Fifteen digits drop the noise of binary fractions: 3 × 0.1 is 0.3, not 0.30000000000000004.
SURE_DIGITS = 15

COMMA_IS_DECIMAL = mark("The comma is read as the decimal sign.")
POINT_IS_DECIMAL = mark("The point is read as the decimal sign.")
THOUSANDS_MEANT = mark("Read as {value}. To enter {other}, type it without a separator.")
CALCULATED = "= {value}"

NOT_A_NUMBER = mark('This text does not read as a number: "{text}". Example: {example}')
UNKNOWN_UNIT = mark('The unit "{unit}" is not known here. Known: {units}')
NO_UNIT_HERE = mark('This number is entered without a unit: "{unit}" is not read.')
BY_ZERO = mark("Nothing can be divided by zero.")
TOO_DEEP = mark("This calculation has too many brackets inside one another.")
TOO_LONG = mark("This text is too long to be read as a number.")
TOO_LARGE = mark("This number is too large to be used.")

# Invisible marks come along when a cell is copied: they steer the direction of writing.
_UNSEEN = dict.fromkeys("\u200b\u200e\u200f\ufeff", "")
_SAME = {"’": "'", MINUS: "-", "×": "*", "÷": "/"} | _UNSEEN
NO_UNITS: Mapping[str, float] = {}
_FAULTS = {Fault.UNREADABLE: NOT_A_NUMBER, Fault.BY_ZERO: BY_ZERO, Fault.TOO_DEEP: TOO_DEEP}


@dataclass(frozen=True, slots=True)
class Number:
    """A value in the field's own unit; `unit` is the one that was typed, `note` what to say."""

    value: float
    unit: str = ""
    note: str = ""
    other: float | None = None


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two readings: show both, `first` first; `preferred` is the only usual one, if just one is."""

    first: float
    second: float
    preferred: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text without a number in it; `key` is the English sentence that says so."""

    key: str
    text: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """An empty field: not given, which is not zero."""


Reading = Number | Ambiguous | Unreadable | Nothing
Range = tuple[float, float]


def read(
    text: str,
    style: str,
    units: Mapping[str, float] = NO_UNITS,
    plausible: Range | None = None,
) -> Reading:
    """What a person means by a text, in the number style "fr", "en", "es" or "it".

    `units` maps each spelling the field understands to its factor into the field's own unit; the
    usual range `plausible` only puts two readings in order.
    """
    plain = plain_text(text)
    if plain in ("", MISSING):
        return Nothing()
    if len(plain) > LONGEST_NUMBER:
        return Unreadable(TOO_LONG, _start(plain))
    body, unit = _parted(plain)
    if not body:
        return Unreadable(NOT_A_NUMBER, _start(plain))
    reading = _read_body(body, STYLES[style])
    if not unit or isinstance(reading, Unreadable):
        return _judged(reading, plain, plausible)
    factor = factor_of(unit, units)
    if factor is None:
        return _unknown_unit(plain, unit, units)
    return _judged(_converted(reading, factor, unit), plain, plausible)


def shown(value: float, style: str) -> str:
    """A value as it stands in a field: up to twelve digits, which `read` takes back unchanged.

    Groups are parted by a thin space in every style, because "12,345" alone has two readings.
    """
    if not math.isfinite(value):
        return ""
    if value == 0:
        return "0"
    usual = STYLES[style]
    in_field = NumberStyle(usual.decimal, THIN, usual.group_from, usual.percent_gap)
    power = leading_power(value) - EXACT_DIGITS + 1
    return written(units_at(value, power), power, in_field)


def plain_text(text: str) -> str:
    """The text in plain signs: ASCII digits, one kind of space, minus and apostrophe."""
    return "".join(_plain_sign(sign) for sign in text).strip()


def _plain_sign(sign: str) -> str:
    """Full-width signs become narrow, and a decimal digit of any script its ASCII twin."""
    if "！" <= sign <= "～":
        sign = chr(ord(sign) - ord("！") + ord("!"))
    if sign.isascii():
        return sign
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    # A line break or a tab stays: it parts two cells, which are not one number.
    return _SAME.get(sign, " " if unicodedata.category(sign) == "Zs" else sign)


def _parted(plain: str) -> tuple[str, str]:
    """The number or calculation, and the unit written after it; "€12" counts as "12 €"."""
    if plain.startswith("€"):
        plain = plain[1:] + "€"
    body = with_signs(plain)
    for place, sign in enumerate(body):
        if sign.isalpha() or sign in "%‰€°":
            return body[:place].strip(" "), body[place:].strip(" ")
    return body, ""


def _read_body(body: str, style: NumberStyle) -> Reading:
    unsigned = (body[1:] if body[0] in "+-" else body).strip(" ")
    if not any(sign in SIGNS + "=" for sign in unsigned):
        return _read_plain(unsigned, body[0] == "-", style)
    if len(body) > LONGEST_CALCULATION:
        return Unreadable(TOO_LONG)
    try:
        return _read_calculation(body.removeprefix("="), style)
    except CalculationError as fault:
        return Unreadable(_FAULTS[fault.fault])


def _read_plain(text: str, negative: bool, style: NumberStyle) -> Reading:
    numeral = read_numeral(text, style)
    if numeral is None:
        return Unreadable(NOT_A_NUMBER)
    sign = -1 if negative else 1
    value = sign * float(numeral.value)
    other = sign * float(numeral.thousandfold) if numeral.thousandfold else None
    if other is None or other == value:
        return Number(value, note=_note_on(numeral.other_sign))
    if not numeral.asks:
        return Number(value, other=other)
    first, second = (other, value) if numeral.grouped_in_this_style else (value, other)
    return Ambiguous(first, second)


def _read_calculation(text: str, style: NumberStyle) -> Reading:
    """Reckons twice, because each number in it may have two readings; both must agree."""
    first = calculate(text, lambda token: float(_operand(token, style).value))
    second = calculate(text, lambda token: _thousandfold(_operand(token, style)))
    if first == second:
        return Number(_sure(first), note=CALCULATED)
    return Ambiguous(_sure(first), _sure(second))


def _operand(token: str, style: NumberStyle) -> Numeral:
    numeral = read_numeral(token, style)
    if numeral is None:
        raise CalculationError(Fault.UNREADABLE)
    return numeral


def _thousandfold(numeral: Numeral) -> float:
    return float(numeral.thousandfold if numeral.asks else numeral.value)


def _note_on(sign: str) -> str:
    return {",": COMMA_IS_DECIMAL, ".": POINT_IS_DECIMAL}.get(sign, "")


def _converted(reading: Reading, factor: float, unit: str) -> Reading:
    match reading:
        case Number(value, _, note, other):
            other = None if other is None else _times(other, factor)
            return Number(_times(value, factor), unit, note, other)
        case Ambiguous(first, second):
            return Ambiguous(_times(first, factor), _times(second, factor), unit=unit)
        case _:
            return reading


def _judged(reading: Reading, plain: str, plausible: Range | None) -> Reading:
    """Refuses what no farm can hold, and lets the usual range order the readings."""
    match reading:
        case Number(value) if not _fits(value):
            return Unreadable(TOO_LARGE, _start(plain))
        case Number():
            return _flagged(reading, plausible)
        case Ambiguous(first, second) if not (_fits(first) and _fits(second)):
            return Unreadable(TOO_LARGE, _start(plain))
        case Ambiguous():
            return _ordered(reading, plausible)
        case Unreadable(key):
            return Unreadable(key, _start(plain))
        case _:
            return reading


def _flagged(number: Number, plausible: Range | None) -> Number:
    """ "1,234" in French is 1.234; where only 1,234 is usual, that is said, and not decided."""
    other = number.other
    doubtful = other is not None and _is_usual(other, plausible)
    if not doubtful or _is_usual(number.value, plausible):
        # Adding zero turns minus zero into zero.
        return Number(number.value + 0.0, number.unit, number.note)
    return Number(number.value, number.unit, THOUSANDS_MEANT, other)


def _ordered(reading: Ambiguous, plausible: Range | None) -> Ambiguous:
    first, second = reading.first, reading.second
    usual = [value for value in (first, second) if _is_usual(value, plausible)]
    if len(usual) != 1:
        return reading
    rest = second if usual[0] == first else first
    return Ambiguous(usual[0], rest, usual[0], reading.unit)


def _is_usual(value: float, plausible: Range | None) -> bool:
    return plausible is not None and plausible[0] <= value <= plausible[1]


def _unknown_unit(plain: str, unit: str, units: Mapping[str, float]) -> Unreadable:
    """A tail with digits in it, as in 1e3, is no unit: the whole is then not a number."""
    if any(sign.isdecimal() for sign in unit):
        return Unreadable(NOT_A_NUMBER, _start(plain))
    return Unreadable(UNKNOWN_UNIT if units else NO_UNIT_HERE, _start(plain), _start(unit))


def _fits(value: float) -> bool:
    return math.isfinite(value) and abs(value) <= LARGEST


def _times(value: float, factor: float) -> float:
    return value if factor == 1 else _sure(value * factor)


def _sure(value: float) -> float:
    return float(f"{value:.{SURE_DIGITS}g}")


def _start(text: str) -> str:
    """A pasted page is not repeated in the sentence about it."""
    return text if len(text) <= LONGEST_CALCULATION else text[: LONGEST_CALCULATION - 1] + "…"
