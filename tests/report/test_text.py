"""Names are printed letter by letter: no markup, no controls, nothing left out in silence."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.report.styles import REGULAR, Letters
from desktop.report.text import clean, in_reading_order, pieces, shorten, strong, wrap
from desktop.words import Words
from tests.report.farms import dairy_results, issue
from tests.report.reading import letters_of, reader, text_of

SOURCES = Path(__file__).parents[2] / "desktop"


def by_letter(text: str) -> float:
    """A measure in which every sign is one point wide."""
    return float(len(text))


@pytest.mark.parametrize(
    "name",
    [
        "GAEC <b>É & Ç</b>",
        '=HYPERLINK("x")',
        "<img src='/etc/hostname'/>",
        "<para><!--",
        "{farm} %s \\n ${HOME}",
        "Smith & <Sons> &amp; &#65;",
        "O’Brien – œufs, ½ lait à 0,40 €",
        "Žižkov Łódź İstanbul",
    ],
)
def test_that_a_hostile_name_is_printed_as_it_is(english: Words, name: str) -> None:
    printed = text_of(issue(english, dairy_results(), farm=name))

    assert name in printed


def test_that_a_name_that_looks_like_markup_stays_in_the_title(english: Words) -> None:
    made = reader(issue(english, dairy_results(), farm="<b>É</b> \x00& Co"))

    assert made.metadata is not None
    assert made.metadata.title == "<b>É</b> & Co · carbon diagnosis 2025"


def test_that_signs_of_another_alphabet_are_borrowed(english: Words) -> None:
    printed = text_of(issue(english, dairy_results(), farm="Ферма Ψ ☀ 😀"))

    assert "Ферма Ψ ☀ ?" in printed


def test_that_a_name_written_from_right_to_left_is_shown_as_it_reads(english: Words) -> None:
    farm = "Kibboutz משק השלום 1948"

    assert in_reading_order(farm) == "Kibboutz םולשה קשמ 1948"
    shown = letters_of(issue(english, dairy_results(), farm=farm))
    name = sorted((letter.left, letter.sign) for letter in shown if letter.size == 26.0)
    assert "".join(sign for _, sign in name) == "Kibboutzםולשהקשמ1948"


def test_that_an_accent_stays_on_its_letter_in_a_turned_word() -> None:
    assert in_reading_order("בָּא") == "אבָּ"


@given(st.text(max_size=80))
def test_that_a_cleaned_text_holds_nothing_unseen(text: str) -> None:
    cleaned = clean(text)

    assert not [s for s in cleaned if unicodedata.category(s) in {"Cc", "Cf", "Cs"}]
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


def test_that_line_ends_become_blanks_and_direction_marks_go() -> None:
    assert clean("a\nb\tc\u202e\u200bd\x07\ufe0f") == "a b cd"


@given(st.text(alphabet="ab \u00a0\u202f,", max_size=60), st.integers(3, 12))
def test_that_wrapping_loses_no_sign(text: str, width: int) -> None:
    lines = wrap(text, width, by_letter)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= width for line in lines)


def test_that_lines_break_at_plain_blanks_only() -> None:
    assert wrap("soit 12\u202f% ou 3\u00a0t", 8, by_letter) == ["soit", "12\u202f% ou", "3\u00a0t"]


def test_that_a_text_cut_short_says_so() -> None:
    assert shorten("Groupement agricole", 11, by_letter) == "Groupement…"
    assert shorten("Groupement", 11, by_letter) == "Groupement"


def test_that_values_inside_a_sentence_are_set_stronger() -> None:
    sentence = f"Entre {strong('0,76')} et {strong('0,99')}."

    assert pieces(sentence) == [
        ("Entre ", 400),
        ("0,76", 600),
        (" et ", 400),
        ("0,99", 600),
        (".", 400),
    ]


@given(st.text(max_size=40))
def test_that_every_text_can_be_measured_and_cut_into_typefaces(text: str) -> None:
    letters = Letters(paths.resource("fonts"))
    printed = "".join(stretch for _, stretch in letters.runs(text, REGULAR))

    assert len(printed) == len(clean(text))
    assert letters.width(text, 10.0) >= 0.0


def test_that_no_module_of_the_report_reads_markup() -> None:
    sources = [path.read_text("utf-8") for path in SOURCES.rglob("*.py")]

    assert not [
        source for source in sources if "import Paragraph" in source or "platypus" in source
    ]
