"""Every number has its words, its unit, its source and its mark."""

import re

import pytest

from diagnostics.core import Choice, Formula, Number
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.model import Quantity
from diagnostics.core.passports import MARKS, Passport
from diagnostics.entities import ENTITIES
from diagnostics.library import formulas, profiles
from tests.farms import FACTORS, factors
from tests.plausible import model

NUMBERS = [asked for entity in ENTITIES for asked in numbers_of(entity).values()]
CHOICES = [asked for entity in ENTITIES for asked in choices_of(entity).values()]
PASSPORTS = [
    one.passport
    for profile in profiles(FACTORS)
    for held in (factors(profile).factors, factors(profile).tables)
    for one in held.values()
]
LITTLE_WORDS = re.compile(
    r"\b(a|an|and|are|as|at|by|each|for|from|in|is|it|its|of|on|one|or|that|the|to)\b"
)


def named(thing: Formula | Number | Choice | Passport | Quantity) -> str:
    """The name of a declaration."""
    return thing.name


def words(text: str) -> set[str]:
    """The words of a text that say something."""
    return set(re.findall(r"[a-z0-9]+", LITTLE_WORDS.sub(" ", text.lower())))


def says_more(help_text: str, label: str) -> bool:
    """Whether a help text holds at least three words that its label does not."""
    return len(words(help_text) - words(label)) >= 3


@pytest.mark.parametrize("formula", formulas(), ids=named)
def test_that_a_formula_says_what_it_is_and_where_it_comes_from(formula: Formula) -> None:
    assert formula.label
    assert formula.label.strip() == formula.label
    assert formula.source.title
    assert formula.source.locator
    assert formula.mark in MARKS


@pytest.mark.parametrize("formula", formulas(), ids=named)
def test_that_a_formula_has_a_sentence_that_says_more_than_its_label(formula: Formula) -> None:
    sentence = (formula.body.__doc__ or "").split("\n")[0]

    assert sentence.endswith(".")
    assert says_more(sentence, formula.label)


@pytest.mark.parametrize("asked", [*NUMBERS, *CHOICES], ids=named)
def test_that_a_question_has_help_that_says_more_than_its_label(asked: Number | Choice) -> None:
    assert asked.label
    assert asked.help.endswith(".")
    assert says_more(asked.help, asked.label)


@pytest.mark.parametrize("asked", NUMBERS, ids=named)
def test_that_limits_default_and_usual_values_fit_each_other(asked: Number) -> None:
    low, high = asked.bounds
    inside = [*(asked.usual or ()), *([] if asked.default is None else [asked.default])]

    assert low < high
    assert all(low <= value <= high for value in inside)
    from_table = model()[asked.name].grid is not None
    assert bool(asked.default_note) == (asked.default is not None or from_table)
    assert asked.shown in asked.units


@pytest.mark.parametrize("asked", CHOICES, ids=named)
def test_that_the_options_of_a_choice_differ_in_code_and_words(asked: Choice) -> None:
    assert len(asked.options) >= 2
    assert len({option.code for option in asked.options}) == len(asked.options)
    assert len({option.label for option in asked.options}) == len(asked.options)


@pytest.mark.parametrize("passport", PASSPORTS, ids=named)
def test_that_a_factor_has_a_full_passport(passport: Passport) -> None:
    texts = (passport.label, passport.symbol, passport.unit, passport.source, passport.locator)

    assert all(text.strip() == text != "" for text in texts)
    assert passport.mark in MARKS
    assert re.fullmatch(r"20\d\d-[01]\d-[0-3]\d", passport.reviewed)
    assert passport.spread.kind != "fixed" or passport.spread.because


@pytest.mark.parametrize("profile", profiles(FACTORS))
def test_that_every_cell_of_a_table_has_a_source_and_a_mark(profile: str) -> None:
    for table in factors(profile).tables.values():
        for cell in table.cells:
            assert cell.mark in MARKS, (table.file, cell.line)
            assert cell.source == cell.source.strip() != "", (table.file, cell.line)
            assert cell.locator == cell.locator.strip() != "", (table.file, cell.line)


def test_that_every_symbol_belongs_to_one_quantity() -> None:
    symbols = [quantity.symbol for quantity in model().quantities.values()]

    assert len(symbols) == len(set(symbols))


@pytest.mark.parametrize("quantity", model().quantities.values(), ids=named)
def test_that_a_symbol_can_stand_in_an_equation(quantity: Quantity) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", quantity.symbol)


def test_that_every_profile_differs_from_the_default_only_by_what_it_lays_over() -> None:
    default, newer = factors().factors, factors("AR6").factors
    differing = {name for name in default if default[name].value != newer[name].value}

    assert set(default) == set(newer)
    assert differing == {"gwp_methane", "gwp_nitrous_oxide"}
    assert factors().hash != factors("AR6").hash
