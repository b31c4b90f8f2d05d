"""What a person types becomes the number that was meant, a question, or a refusal."""

import random
import re
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.forms import number_text
from desktop.forms.number_text import (
    CALCULATED,
    COMMA_IS_DECIMAL,
    NOT_A_NUMBER,
    POINT_IS_DECIMAL,
    THOUSANDS_MEANT,
    Ambiguous,
    Nothing,
    Number,
    Unreadable,
    read,
    shown,
)
from desktop.number_style import STYLES

SEED = 20260315
STYLE_NAMES = ("fr", "en", "es", "it")
COMMA_STYLES = ("fr", "es", "it")
UNITS = {"kg": 1, "t": 1000, "%": 1, "vaches": 1, "L": 1}
LIKELY_SIGNS = "0123456789.,'’ \u00a0\u202f+-−*/x×()=e_%tkgLn½²٣１\t\u200b"
every_style = pytest.mark.parametrize("style", STYLE_NAMES)


@every_style
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7500", 7500.0), ("0", 0.0), ("-0", 0.0), ("007", 7.0), ("+5", 5.0), ("-5", -5.0),
        ("−5", -5.0), ("7 500", 7500.0), ("7\u00a0500", 7500.0), ("7\u2009500", 7500.0),
        ("7\u202f500", 7500.0), ("7'500", 7500.0), ("7’500", 7500.0), ("1 234 567", 1234567.0),
        ("1.234.567", 1234567.0), ("1,234,567", 1234567.0), ("１２", 12.0), ("٣", 3.0),
        ("۴۵", 45.0), ("  60\n", 60.0), ("\u200b60\ufeff", 60.0), ("1000000000000000", 1e15),
    ],
)  # fmt: skip
def test_that_whole_numbers_are_read_alike_in_every_style(text: str, value: float, style: str):
    reading = read(text, style)

    assert reading == Number(value)
    assert str(reading.value) == str(value), "minus zero is zero"


@every_style
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7500,5", 7500.5), ("7500.5", 7500.5), ("12,50", 12.5), (".5", 0.5), (",5", 0.5),
        ("5,", 5.0), ("5.", 5.0), ("7 500,5", 7500.5), ("7 500.25", 7500.25), ("7'500,5", 7500.5),
        ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567,89", 1234567.89),
        ("1,234,567.89", 1234567.89), ("0,1234", 0.1234), ("-7.500,5", -7500.5),
        ("1.234,567", 1234.567), ("1,234.567", 1234.567), ("1 234,567", 1234.567),
    ],
)  # fmt: skip
def test_that_decimals_are_read_with_either_sign(text: str, value: float, style: str):
    reading = read(text, style)

    assert isinstance(reading, Number)
    assert reading.value == value


@every_style
def test_that_the_other_countrys_decimal_sign_is_mentioned(style: str):
    notes = {",": COMMA_IS_DECIMAL, ".": POINT_IS_DECIMAL}

    for sign, note in notes.items():
        expected = "" if sign == STYLES[style].decimal else note
        assert read(f"7500{sign}5", style) == Number(7500.5, note=expected)


@pytest.mark.parametrize("style", COMMA_STYLES)
def test_that_a_point_before_three_digits_is_asked_about_where_commas_are_decimal(style: str):
    reading = read("1.234", style)

    assert isinstance(reading, Ambiguous)
    assert {reading.first, reading.second} == {1.234, 1234.0}
    assert read("1,234", style) == Number(1.234)


def test_that_a_comma_before_three_digits_is_asked_about_where_points_are_decimal():
    assert read("1,234", "en") == Ambiguous(1234.0, 1.234)
    assert read("1.234", "en") == Number(1.234)


@every_style
@pytest.mark.parametrize("whole", ["", "0", "1", "12", "123", "1234", "7500"])
@pytest.mark.parametrize("fraction", ["000", "001", "234", "500"])
@pytest.mark.parametrize(("sign", "minus"), [(".", ""), (",", ""), (".", "-"), (",", "−")])
def test_that_three_digits_after_one_sign_never_become_thousands_in_silence(
    whole: str, fraction: str, sign: str, minus: str, style: str
):
    reading = read(f"{minus}{whole}{sign}{fraction}", style)

    factor = -1 if minus else 1
    decimal, grouped = (factor * float(f"0{whole}{dot}{fraction}") for dot in (".", ""))
    if sign == STYLES[style].decimal or decimal == grouped:
        assert reading == Number(decimal)
    else:
        assert isinstance(reading, Ambiguous)
        assert {reading.first, reading.second} == {decimal, grouped}


@pytest.mark.parametrize(
    ("usual", "first", "preferred"),
    [
        ((1000.0, 5000.0), 1234.0, 1234.0),
        ((0.0, 5.0), 1.234, 1.234),
        ((0.0, 5000.0), 1.234, None),
        ((7.0, 8.0), 1.234, None),
        (None, 1.234, None),
    ],
)
def test_that_the_usual_range_only_orders_the_two_readings(usual, first, preferred):
    reading = read("1.234", "fr", plausible=usual)

    second = 1234.0 if first == 1.234 else 1.234
    assert reading == Ambiguous(first, second, preferred)


@pytest.mark.parametrize("style", COMMA_STYLES)
def test_that_a_decimal_is_flagged_when_only_a_thousand_times_more_is_usual(style: str):
    assert read("1,234", style, plausible=(1000, 2000)) == Number(
        1.234, note=THOUSANDS_MEANT, other=1234.0
    )
    assert read("1,234", style, plausible=(1, 2000)) == Number(1.234)
    assert read("1,25", style, plausible=(1000, 2000)) == Number(1.25)


@every_style
@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12,5 %", 12.5, "%"), ("60 vaches", 60.0, "vaches"), ("7,5 t", 7500.0, "t"),
        ("850 L", 850.0, "L"), ("850L", 850.0, "L"), ("7,5\u00a0T", 7500.0, "T"),
        ("3x2 t", 6000.0, "t"), ("12 Vaches", 12.0, "Vaches"), ("0,1 t", 100.0, "t"),
    ],
)  # fmt: skip
def test_that_a_unit_after_the_number_is_converted(text: str, value: float, unit: str, style: str):
    reading = read(text, style, UNITS)

    assert isinstance(reading, Number)
    assert (reading.value, reading.unit) == (value, unit)


@every_style
def test_that_both_readings_are_converted_when_a_unit_follows(style: str):
    foreign = "." if STYLES[style].decimal == "," else ","

    reading = read(f"1{foreign}234 t", style, UNITS, plausible=(1000, 2000))

    assert reading == Ambiguous(1234.0, 1234000.0, 1234.0, "t")


@every_style
@pytest.mark.parametrize("unit", ["foo", "q", "t/ha", "kg kg", "%%", "e", "Kilogramm", "TT"])
def test_that_an_unknown_unit_is_named_and_never_passed_over(unit: str, style: str):
    text = f"12{unit}"

    assert read(text, style, UNITS) == Unreadable(number_text.UNKNOWN_UNIT, text, unit)
    assert read(text, style) == Unreadable(number_text.NO_UNIT_HERE, text, unit)


@every_style
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=12*50", 600.0), ("3x45+12", 147.0), ("3 × 45 + 12", 147.0), ("3X45", 135.0),
        ("=7", 7.0), ("(2+3)*4", 20.0), ("2+3*4", 14.0), ("10-2-3", 5.0), ("12/4/3", 1.0),
        ("-2*3", -6.0), ("=-(2+1)", -3.0), ("0 x 10", 0.0), ("7 500 + 2 500", 10000.0),
        ("0,1+0,2", 0.3), ("3*0.1", 0.3), ("((((((((((1))))))))))", 1.0), ("600÷4", 150.0),
    ],
)  # fmt: skip
def test_that_a_calculation_is_reckoned(text: str, value: float, style: str):
    assert read(text, style) == Number(value, note=CALCULATED)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1/0", number_text.BY_ZERO), ("5/(3-3)", number_text.BY_ZERO),
        ("(" * 11 + "1" + ")" * 11, number_text.TOO_DEEP),
        ("1" + "+1" * 30, number_text.TOO_LONG), ("9" * 401, number_text.TOO_LONG),
        ("999999999*999999999", number_text.TOO_LARGE), ("1000000000000001", number_text.TOO_LARGE),
        ("9" * 400, number_text.TOO_LARGE),
    ],
)  # fmt: skip
def test_that_a_calculation_without_a_usable_result_says_why(text: str, key: str):
    reading = read(text, "fr")

    assert isinstance(reading, Unreadable)
    assert reading.key == key


def test_that_a_calculation_of_sixty_signs_is_still_reckoned():
    text = "1+" * 29 + "12"

    assert len(text) == 60
    assert read(text, "fr") == Number(41.0, note=CALCULATED)


def test_that_a_doubtful_number_inside_a_calculation_is_asked_about():
    assert read("1.234*2", "fr", plausible=(2000, 3000)) == Ambiguous(2468.0, 2.468, 2468.0)
    assert read("1,234*2", "fr") == Number(2.468, note=CALCULATED)


@every_style
@pytest.mark.parametrize(
    "text",
    [
        "1e3", "1E3", "=1e3", "0x10", "0X1F", "2+0x10", "nan", "NaN", "inf", "-inf", "Infinity",
        "--5", "+-5", "2*-3", "2--3", "1_000", "½", "12½", "²", "5²", "Ⅳ", "XIV", "douze", "=", "+",
        "-", "==5", "5=5", ".", ",", "..", "1..2", "1,,2", "12.34.567", "1234.567.890", "0.123.456",
        "1.234.56", "12.34,5", "1,2345.6", "1.234,5.6", "1 23", "1 2345", "1234 567", "0 500",
        "7  500", "7 500'000", "7'50", "1.234 567", "1 234.5,6", "(5", "5)", "()", "5 5 5", "3 4*2",
        "12\n345", "12\t345", "12\u2028345", "10–20", "$12", "#REF!", "1;2", "'", "1'", "0b1", "1j",
        "٣½", "None", "🐄",
    ],
)  # fmt: skip
def test_that_what_is_no_number_is_refused(text: str, style: str):
    reading = read(text, style)

    assert isinstance(reading, Unreadable)
    assert reading.text


@every_style
@pytest.mark.parametrize("text", ["", " ", "\t\r\n", "\u00a0\u202f", "\u200b", "—", " — "])
def test_that_an_empty_field_is_not_given_and_never_zero(text: str, style: str):
    assert read(text, style) == Nothing()


def test_that_a_long_text_is_not_repeated_whole_in_the_sentence_about_it():
    reading = read("x" * 10_000, "fr")

    assert isinstance(reading, Unreadable)
    assert len(reading.text) <= 60


def test_that_a_refused_text_is_given_back_for_the_sentence():
    assert read("env. 60", "fr") == Unreadable(NOT_A_NUMBER, "env. 60")


@every_style
@given(st.text(max_size=80))
@example("\ud800")
@example("1" * 5000)
@example("(" * 5000)
def test_that_no_text_at_all_is_an_accident(style: str, text: str):
    reading = read(text, style, UNITS, plausible=(0, 1))

    assert isinstance(reading, Number | Ambiguous | Unreadable | Nothing)


def accidents_among_likely_texts(count: int) -> list[str]:
    """Texts made of the signs of numbers whose reading holds a number that no field can keep."""
    chance = random.Random(SEED)
    found = []
    for _ in range(count):
        text = "".join(chance.choices(LIKELY_SIGNS, k=chance.randint(1, 12)))
        reading = read(text, chance.choice(STYLE_NAMES), UNITS)
        values = [reading.value] if isinstance(reading, Number) else []
        if isinstance(reading, Ambiguous):
            values = [reading.first, reading.second]
        if len({*values}) < len(values) or any(not abs(value) <= 1e15 for value in values):
            found.append(text)
    return found


def test_that_fifty_thousand_likely_texts_give_only_finite_numbers():
    assert accidents_among_likely_texts(50_000) == []


@pytest.mark.long
def test_that_a_million_likely_texts_give_only_finite_numbers():
    assert accidents_among_likely_texts(1_000_000) == []


def written_by_the_table(text: str, style: str) -> float | None:
    """A second reader, made of the rows of the table only; None where it asks or refuses."""
    decimal = STYLES[style].decimal
    group = r"[1-9]\d{0,2}"
    if re.fullmatch(r"\d+", text):
        return float(text)
    if re.fullmatch(rf"{group}(\.\d{{3}}){{2,}}|{group}(,\d{{3}}){{2,}}", text):
        return float(re.sub(r"[.,]", "", text))
    for mark in " '":
        if re.fullmatch(rf"{group}({mark}\d{{3}})+([.,]\d+)?", text):
            return float(text.replace(mark, "").replace(",", "."))
    if re.fullmatch(rf"{group}(\.\d{{3}})+,\d+|{group}(,\d{{3}})+\.\d+", text):
        last = max(text.rfind(","), text.rfind("."))
        return float(re.sub(r"[.,]", "", text[:last]) + "." + text[last + 1 :])
    if re.fullmatch(r"\d+[.,]\d*|[.,]\d+", text):
        sign = re.sub(r"\d", "", text)
        whole, fraction = text.split(sign)
        asks = len(fraction) == 3 and sign != decimal and int(whole + fraction) > 0
        return None if asks else float(f"{whole or 0}.{fraction or 0}")
    return None


@every_style
def test_that_exactly_the_rows_of_the_table_become_numbers(style: str):
    chance = random.Random(SEED)
    numbers = 0
    for _ in range(20_000):
        text = "".join(chance.choices("00123456789..,,' ", k=chance.randint(1, 9))).strip()
        reading = read(text, style)
        value = reading.value if isinstance(reading, Number) else None
        assert value == written_by_the_table(text, style), text
        numbers += value is not None
    assert numbers > 4_000, "the sample holds too few numbers to prove anything"


@st.composite
def calculations(draw: st.DrawFn, depth: int = 0) -> tuple[str, Fraction | None]:
    """A calculation and its exact result, or None where it divides by zero."""
    if depth == 3 or draw(st.booleans()):
        number = draw(st.integers(0, 9999))
        return str(number), Fraction(number)
    left, right = draw(calculations(depth + 1)), draw(calculations(depth + 1))
    sign = draw(st.sampled_from("+-*/"))
    space = draw(st.sampled_from(("", " ")))
    text = f"({left[0]}){space}{sign}{space}({right[0]})"
    if left[1] is None or right[1] is None or (sign == "/" and right[1] == 0):
        return text, None
    results = {"+": left[1] + right[1], "-": left[1] - right[1], "*": left[1] * right[1]}
    return text, results[sign] if sign != "/" else left[1] / right[1]


@given(calculations())
def test_that_calculations_agree_with_exact_fractions(calculation: tuple[str, Fraction | None]):
    text, exact = calculation
    reading = read("=" + text, "fr")

    if len(text) >= 60 or exact is None or abs(exact) > 1e15:
        assert isinstance(reading, Unreadable)
    else:
        assert isinstance(reading, Number)
        assert reading.value == pytest.approx(float(exact), rel=1e-9, abs=1e-9)


def changed_by_writing(count: int) -> list[tuple[float, str]]:
    """Values of up to twelve digits that a field would show and then read as another value."""
    chance = random.Random(SEED)
    found = []
    for _ in range(count):
        power = chance.randint(-24, 3)
        value = float(f"{chance.randint(-(10 ** chance.randint(1, 12)) + 1, 10**12 - 1)}e{power}")
        style = chance.choice(STYLE_NAMES)
        if read(shown(value, style), style) != Number(value):
            found.append((value, style))
    return found


def test_that_fifty_thousand_written_values_read_back_unchanged():
    assert changed_by_writing(50_000) == []


@pytest.mark.long
def test_that_a_million_written_values_read_back_unchanged():
    assert changed_by_writing(1_000_000) == []


@every_style
@pytest.mark.parametrize("value", [1.234, 1234.0, 12345.0, 1234567.891, 0.001, 1e-24, 1e15, 0.5])
def test_that_a_value_with_three_digits_after_a_sign_reads_back_unchanged(value, style):
    assert read(shown(value, style), style) == Number(value)


@every_style
@given(st.floats(-1e15, 1e15, allow_subnormal=True))
@example(5e-324)
@example(0.1 + 0.2)
def test_that_writing_any_value_twice_changes_nothing_the_second_time(style: str, value: float):
    reading = read(shown(value, style), style)

    assert isinstance(reading, Number)
    assert reading.value == pytest.approx(value, rel=1e-11, abs=0)
    assert shown(reading.value, style) == shown(value, style)


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (465000, "fr", "465\u202f000"), (465000, "en", "465\u202f000"), (1234, "es", "1234"),
        (12345.6, "it", "12\u202f345,6"), (-1.5, "en", "−1.5"), (-0.0, "fr", "0"),
        (float("nan"), "fr", ""), (float("inf"), "fr", ""), (1 / 3, "fr", "0,333333333333"),
    ],
)  # fmt: skip
def test_that_a_field_shows_its_value_in_the_readers_style(value: float, style: str, text: str):
    assert shown(value, style) == text
