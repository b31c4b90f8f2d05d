"""Numbers, units, dates and sentences as a reader finds them, in each language and style."""

import math
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.words import Words, load_words, mark
from translations.compile import compile_one

CATALOGUE = r"""
msgid ""
msgstr ""
"Language: fr\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"Content-Type: text/plain; charset=utf-8\n"

msgid "Saved {time}"
msgstr "Enregistré {time}"

msgid "Broken {time}"
msgstr "Cassé {heure}"

msgctxt "unit"
msgid "year"
msgstr "an"

msgctxt "unit"
msgid "day"
msgstr "j"

msgctxt "unit"
msgid "animals"
msgstr "animaux"

msgctxt "unit"
msgid "DM"
msgstr "MS"

msgctxt "unit"
msgid "% of live weight"
msgstr "% du poids vif"

msgid "{n} cow"
msgid_plural "{n} cows"
msgstr[0] "{n} vache"
msgstr[1] "{n} vaches"
"""
ENGLISH, FRENCH, SPANISH, ITALIAN = (load_words(code) for code in ("en", "fr", "es", "it"))


@pytest.fixture
def translated(tmp_path: Path) -> Words:
    """French with a small catalogue of its own."""
    source = tmp_path / "fr" / "LC_MESSAGES" / "bocage.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOGUE, "utf-8")
    compile_one(source)
    return load_words("fr", folder=tmp_path)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "0", "0"), (-0.0, "0", "0"), (60, "60", "60"), (0.8702, "0,87", "0.87"),
        (0.0123, "0,0123", "0.0123"), (12.345, "12,3", "12.3"), (12.25, "12,3", "12.3"),
        (1.005, "1,01", "1.01"), (999.6, "1\u202f000", "1,000"),
        (465000.4, "465\u202f000", "465,000"), (-1234567, "−1\u202f230\u202f000", "−1,230,000"),
        (1e300, "1\u00a0×\u00a010³⁰⁰", "1\u00a0×\u00a010³⁰⁰"),
        (0.009, "<\u00a00,01", "<\u00a00.01"), (1e-300, "<\u00a00,01", "<\u00a00.01"),
        (-0.009, ">\u00a0−0,01", ">\u00a0−0.01"), (0.01, "0,01", "0.01"),
    ],
)  # fmt: skip
def test_that_a_result_has_three_significant_digits(value: float, french: str, english: str):
    assert FRENCH.number(value) == french
    assert ENGLISH.number(value) == english


@pytest.mark.parametrize("words", [FRENCH, ENGLISH, SPANISH, ITALIAN])
@pytest.mark.parametrize("value", [None, math.nan, math.inf, -math.inf])
def test_that_what_is_unknown_is_a_dash_and_never_nan(words: Words, value: float | None):
    shown = [words.number(value), words.exact(value), words.percent(value)]

    assert [*shown, *words.shares([value]), words.quantity(value, "kg")] == ["—"] * 5
    assert words.count("{n} oak", "{n} oaks", value) == "— oaks"


@given(st.floats(allow_nan=False, allow_infinity=False).filter(bool))
def test_that_a_small_value_is_never_shown_as_zero(value: float):
    for words in (FRENCH, ENGLISH, SPANISH, ITALIAN):
        assert words.number(value) not in ("0", "−0", "-0")
        assert words.exact(value) not in ("0", "−0", "-0")
        assert words.percent(value).rstrip("%\u202f\u00a0") not in ("0", "−0")


@given(st.floats(0.01, 1e14), st.integers(1, 6))
def test_that_a_shown_result_is_within_half_a_unit_of_its_last_digit(value: float, digits: int):
    shown = float(ENGLISH.number(value, digits).replace(",", ""))

    assert abs(shown - value) <= 0.5000001 * 10 ** (math.floor(math.log10(value)) - digits + 1)


def test_that_every_country_groups_its_digits_in_its_own_way():
    numbers = [words.exact(12345.5) for words in (FRENCH, ENGLISH, SPANISH, ITALIAN)]
    short = [words.exact(1234) for words in (FRENCH, ENGLISH, SPANISH, ITALIAN)]

    assert numbers == ["12\u202f345,5", "12,345.5", "12.345,5", "12.345,5"]
    assert short == ["1\u202f234", "1,234", "1234", "1234"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (7500.5, "7,500.5"), (0.1 + 0.2, "0.3"), (123456789012.0, "123,456,789,012"),
        (0.000005, "0.000005"), (-0.0, "0"), (1e-12, "1\u00a0×\u00a010⁻¹²"), (2.0, "2"),
    ],
)  # fmt: skip
def test_that_a_typed_number_keeps_its_digits(value: float, shown: str):
    assert ENGLISH.exact(value) == shown


def test_that_a_percentage_follows_the_country():
    shown = [words.percent(0.47) for words in (FRENCH, ENGLISH, SPANISH, ITALIAN)]

    assert shown == ["47\u202f%", "47%", "47\u00a0%", "47%"]
    assert [ENGLISH.percent(share) for share in (0, 1, -0.06, 0.004, -0.004)] == [
        "0%", "100%", "−6%", "<\u00a01%", ">\u00a0−1%",
    ]  # fmt: skip
    assert FRENCH.percent(0.0652, 1) == "6,5\u202f%"


def test_that_the_number_style_is_chosen_apart_from_the_language(translated: Words):
    words = load_words("en", number_style="fr")

    assert (words.language, words.number_style) == ("en", "fr")
    assert words.number(12.5) == "12,5"
    assert words.say("Nothing leaves this computer.") == "Nothing leaves this computer."


def read_english(shown: str) -> float:
    """The number behind a share; "less than" counts as nothing."""
    return 0.0 if shown[0] in "<>" else float(shown.replace(",", "").replace("−", "-"))


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=12), st.integers(2, 4))
def test_that_shown_shares_add_up_to_the_shown_total(parts: list[float], digits: int):
    shares = [read_english(share) for share in ENGLISH.shares(parts, digits)]
    total = math.fsum(parts)

    assert math.fsum(shares) == pytest.approx(
        read_english(ENGLISH.number(total, digits)), rel=1e-12, abs=1e-12
    )


@given(st.lists(st.floats(-1e4, 1e4), min_size=2, max_size=8))
def test_that_no_share_is_moved_by_more_than_one_step(parts: list[float]):
    total = math.fsum(parts)
    leading = total if abs(total) > 1e-9 * max(map(abs, parts)) else max(map(abs, parts))
    step = max(10.0 ** (math.floor(math.log10(abs(leading) or 1)) - 2), 1e-12)
    step = step if abs(leading) >= 0.01 else 0.01

    for part, share in zip(parts, ENGLISH.shares(parts), strict=True):
        assert abs(read_english(share) - part) <= step * 1.001


@pytest.mark.parametrize(
    ("parts", "digits", "shares"),
    [
        ([0.461, 0.082, 0.149, 0.178, 0.041, 0.049, 0.02], 2,
         ["0.46", "0.08", "0.15", "0.18", "0.04", "0.05", "0.02"]),
        ([1, 1, 1], 3, ["1", "1", "1"]),
        ([10 / 3, 10 / 3, 10 / 3], 3, ["3.4", "3.3", "3.3"]),
        ([0.98, -0.11], 2, ["0.98", "−0.11"]),
        ([999, 0.00001, 0], 3, ["999", "<\u00a01", "0"]),
        ([0.1 + 0.2, -0.3], 3, ["0.3", "−0.3"]), ([0.001, 0.002], 3, ["<\u00a00.01"] * 2),
        ([123456789012.34, -123456789012.32], 3, ["123,000,000,000", "−123,000,000,000"]),
        ([None, 5.0], 3, ["—", "5"]), ([0, 0], 3, ["0", "0"]), ([], 3, []),
    ],
)  # fmt: skip
def test_that_shares_are_rounded_by_largest_remainder(parts, digits, shares):
    assert ENGLISH.shares(parts, digits) == shares


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("kg CO2e/(L FPCM)", "kg CO₂e / L"), ("kg CO2e/(kg LW)", "kg CO₂e / kg live weight"),
        ("kg CO2e/ha/yr", "kg CO₂e/ha/year"), ("kg CH4/head/yr", "kg CH₄/animal/year"),
        ("MJ/head/d", "MJ/animal/day"), ("kg N2O-N/(kg N)", "kg N₂O-N / kg N"), ("1", ""),
        ("%", "%"), ("head", "animals"), ("L/yr", "L/year"), ("g/L", "g/L"), ("m3", "m³"),
        ("kg C/(100 m)/yr", "kg C / 100 m / year"), ("€/(1000 L)", "€ / 1,000 L"),
        ("MJ/d/kg^0.75", "MJ/day/kg⁰·⁷⁵"), ("kg FPCM/yr", "kg corrected milk/year"),
        ("month", "months"), ("d/yr", "days/year"), ("kg/month", "kg/month"),
        ("P2O5", "P₂O₅"), ("some thing", "some thing"), ("", ""), ("((", "(("), ("/", "/"),
    ],
)  # fmt: skip
def test_that_a_unit_is_written_for_people(unit: str, shown: str):
    assert ENGLISH.unit(unit) == shown.replace(" ", "\u00a0")


def test_that_a_unit_speaks_the_readers_language(translated: Words):
    units = ["kg CO2e/yr", "kg DM/d", "head", "% of live weight/d"]

    assert [translated.unit(unit) for unit in units] == [
        "kg\u00a0CO₂e/an", "kg\u00a0MS/j", "animaux", "%\u00a0du\u00a0poids\u00a0vif/j",
    ]  # fmt: skip


def test_that_a_number_keeps_its_unit_on_the_same_line():
    assert ENGLISH.quantity(0.8702, "kg CO2e/(L FPCM)") == "0.87\u00a0kg\u00a0CO₂e\u00a0/\u00a0L"
    assert [words.quantity(12, "%") for words in (ENGLISH, FRENCH)] == ["12%", "12\u202f%"]
    assert ENGLISH.quantity(12, "1") == "12"


def test_that_dates_and_times_follow_the_language():
    assert ENGLISH.date(2026, 3, 15) == "15\u00a0March\u00a02026"
    assert [words.date(2026, 3, 5) for words in (FRENCH, SPANISH, ITALIAN)] == ["05/03/2026"] * 3
    assert (FRENCH.time(9, 5), ENGLISH.time(14, 32)) == ("09:05", "14:32")


def test_that_a_sentence_is_translated_and_filled(translated: Words):
    assert translated.say("Saved {time}", time="14:32") == "Enregistré 14:32"
    assert translated.say("Not in the catalogue: {what}", what=2025) == "Not in the catalogue: 2025"
    assert translated.say_in("unit", "year") == "an"
    assert translated.say("year") == "year"


def test_that_a_faulty_translation_gives_way_to_the_english_sentence(translated: Words):
    assert translated.say("Broken {time}", time="14:32") == "Broken 14:32"


def test_that_a_value_cannot_smuggle_places_into_a_sentence():
    assert ENGLISH.say("Farm {name}", name="{0.__class__} {x}") == "Farm {0.__class__} {x}"


def test_that_a_fraction_in_a_sentence_takes_the_readers_style():
    assert FRENCH.say("{value} kg", value=0.1 + 0.2) == "0,3 kg"
    assert FRENCH.say("{value} kg", value=math.nan) == "— kg"


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (0, "0 vache"), (1, "1 vache"), (1.5, "1,5 vache"), (1.9, "1,9 vache"), (2, "2 vaches"),
        (2.5, "2,5 vaches"), (12345, "12\u202f345 vaches"), (1.0004, "1 vache"),
    ],
)  # fmt: skip
def test_that_french_counts_from_two(translated: Words, n: float, shown: str):
    assert translated.count("{n} cow", "{n} cows", n) == shown


@pytest.mark.parametrize(
    ("n", "shown"),
    [(0, "0 cows"), (1, "1 cow"), (1.5, "1.5 cows"), (0.5, "0.5 cows"), (1.0004, "1 cow")],
)
def test_that_english_counts_one_alone(n: float, shown: str):
    assert ENGLISH.count("{n} cow", "{n} cows", n) == shown


@pytest.mark.parametrize("content", [b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_that_a_damaged_catalogue_leaves_the_english_sentences(tmp_path: Path, content: bytes):
    target = tmp_path / "fr" / "LC_MESSAGES" / "bocage.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(content)

    assert load_words("fr", folder=tmp_path).say("Saved {time}", time="9:00") == "Saved 9:00"


def test_that_a_missing_catalogue_and_an_unknown_language_leave_english(tmp_path: Path):
    assert load_words("fr", folder=tmp_path).say("Overview") == "Overview"
    assert load_words("xx", number_style="yy").number(1234.5) == "1,230"
    assert load_words("fr_FR.UTF-8").language == "fr"


def test_that_words_never_change_once_made():
    for name in ("language", "number_style", "anything"):
        with pytest.raises(AttributeError):
            setattr(ENGLISH, name, "fr")


def test_that_marking_a_sentence_leaves_it_as_it_is():
    assert mark("Nothing leaves this computer.") == "Nothing leaves this computer."


def test_that_the_first_window_waits_for_no_catalogue_reader():
    code = "import sys, desktop.words; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    heavy = {"gettext", "babel", "decimal", "dataclasses", "numpy", "PySide6", "desktop.unit_text"}
    assert heavy & set(loaded.stdout.split()) == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_that_saying_nothing_says_nothing(language: str) -> None:
    assert load_words(language).say("") == ""
