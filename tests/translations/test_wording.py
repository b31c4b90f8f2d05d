"""The rules of wording see what they are made to see, and nothing else."""

import pytest

from translations import wording
from translations.gather import Sentence


@pytest.mark.parametrize(
    "text",
    [
        "Élevez-vous vos génisses ?", "Élevez-vous vos génisses?", "Vérifiez\u00a0!", "47 %", "47%",
        "47\u00a0%", "un ; deux", "Compris : {value}", "Compris: {value}", "Compris\u202f: {value}",
        "« douze »", "«\u00a0douze\u00a0»", "l'unité", 'dit "douze"', "Ouvrir...", "Entrer :",
    ],
)  # fmt: skip
def test_that_a_slip_of_french_typography_is_seen(text: str):
    assert list(wording.french_faults(text))


@pytest.mark.parametrize(
    "text",
    [
        "Élevez-vous vos génisses\u202f?", "47\u202f%", "un\u202f; deux", "Compris\u00a0: {value}",
        "«\u202fdouze\u202f»", "l’unité", "Ouvrir…", "14:32", "15/03/2026", "%", "(?)", "",
        "https://exemple.fr/page?id=1;2", "un&nbsp;mot", "Le reste\u00a0: {value}\u202f%",
    ],
)  # fmt: skip
def test_that_french_typography_is_left_alone_where_it_is_kept(text: str):
    assert list(wording.french_faults(text)) == []
    assert wording.french_set(text) == text


@pytest.mark.parametrize("text", ["12 %", "Sure ?", "Understood : 5", "Open..."])
def test_that_a_slip_of_english_typography_is_seen(text: str):
    assert list(wording.english_faults(text))


@pytest.mark.parametrize("text", ["12%", "Sure?", "Understood: 5", "Open…", "14:32", ""])
def test_that_english_typography_is_left_alone_where_it_is_kept(text: str):
    assert list(wording.english_faults(text)) == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Êtes-vous sûr ?", "Êtes-vous sûr\u202f?"), ("47 % du brut", "47\u202f% du brut"),
        ("Compris : {value}", "Compris\u00a0: {value}"), ("« douze »", "«\u202fdouze\u202f»"),
        ("l'unité n'est pas...", "l’unité n’est pas…"), ("à 14:32 ; puis", "à 14:32\u202f; puis"),
        ("{share} % ; il en faut 100.", "{share}\u202f%\u202f; il en faut 100."),
    ],
)  # fmt: skip
def test_that_french_spaces_are_set_where_a_keyboard_has_none(typed: str, text: str):
    assert wording.french_set(typed) == text
    assert list(wording.french_faults(text)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Une erreur est survenue"), ("fr", "Valeur Invalide"), ("fr", "données incorrectes"),
        ("fr", "valeur par défaut"), ("fr", "bilan neutre"), ("fr", "résultats anormaux"),
        ("en", "An error occurred"), ("en", "Invalid value"), ("en", "You must enter cows"),
        ("en", "carbon neutral"), ("en", "default value"), ("en", "It failed"),
    ],
)  # fmt: skip
def test_that_a_word_that_hurts_is_seen(language: str, text: str):
    assert wording.never_said(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "valeur à vérifier"), ("fr", "échelle"), ("fr", "le neutron"),
        ("fr", "compensation"),
        ("en", "terror"), ("en", "frankly"), ("en", "poorhouse"), ("en", "unusual value"),
    ],
)  # fmt: skip
def test_that_an_innocent_word_is_left_alone(language: str, text: str):
    assert wording.never_said(text, language) == []


@pytest.mark.parametrize(
    ("sentence", "translation", "same"),
    [
        (Sentence("{a} or {b}"), "{b} ou {a}", True), (Sentence("{a}"), "{a}{a}", True),
        (Sentence("{a} or {b}"), "{a} ou", False), (Sentence("a"), "{a}", False),
        (Sentence("{n} cow", "{n} cows"), ("une vache", "{n} vaches"), True),
        (Sentence("{n} cow", "{n} cows"), ("{n} vache", "des vaches"), False),
        (Sentence("{n} cow", "{n} cows"), ("{n} vache", "{k} vaches"), False),
    ],
)  # fmt: skip
def test_that_named_places_are_compared(sentence: Sentence, translation: str, same: bool):
    assert wording.same_places(sentence, translation) is same


def test_that_the_glossary_gives_terms_small_capital_and_plural():
    law = wording.glossary("fr")

    assert law["dairy cow"] == {"vache laitière"}
    assert law["Dairy cows"] == {"Vaches laitières"}
    assert law["wheat"] == {"blé", "blé tendre"}
    assert len(law) > 1200
