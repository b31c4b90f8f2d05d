"""The catalogues say everything the program says, in the terms of the glossary."""

from collections.abc import Callable
from functools import cache

import pytest

from translations import catalogues, extract, wording
from translations.catalogues import LANGUAGES, Translation, po_path, read_translations, texts_of
from translations.gather import Gathered, Sentence, gather

every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def program() -> Gathered:
    """Every sentence of the program, gathered once."""
    return gather()


def offenders(language: str, is_amiss: Callable[[Sentence, Translation], bool]) -> list[str]:
    """The sentences of the program whose translation breaks a rule."""
    found = read_translations(po_path(language))
    return [
        f"{sentence.one} → {found[sentence]}"
        for sentence in sorted(program().places)
        if sentence in found and is_amiss(sentence, found[sentence])
    ]


def test_that_the_catalogues_are_fresh_and_whole():
    assert list(extract.check(program())) == []


def test_that_the_program_has_sentences_to_translate():
    assert len(program().places) > 100


@every_language
def test_that_a_translation_has_the_places_of_its_source(language: str):
    assert offenders(language, lambda *entry: not wording.same_places(*entry)) == []


def test_that_french_signs_and_spaces_are_french():
    assert offenders("fr", lambda _, text: any(map(faulty_french, texts_of(text)))) == []


def faulty_french(text: str) -> bool:
    """Whether a French text breaks a rule of typography."""
    return any(wording.french_faults(text))


def test_that_english_signs_stand_close_to_their_word():
    sources = [f"{sentence.one}\n{sentence.many}" for sentence in sorted(program().places)]

    assert [source for source in sources if any(wording.english_faults(source))] == []


@every_language
def test_that_a_translation_never_says_what_hurts(language: str):
    def hurts(_: Sentence, translation: Translation) -> bool:
        return any(wording.never_said(text, language) for text in texts_of(translation))

    assert offenders(language, hurts) == []


def test_that_no_english_sentence_says_what_hurts():
    assert [
        sentence.one
        for sentence in sorted(program().places)
        if wording.never_said(f"{sentence.one} {sentence.many}", "en")
    ] == []


@every_language
def test_that_the_terms_are_those_of_the_glossary(language: str):
    law = wording.glossary(language)

    def breaks_the_law(sentence: Sentence, translation: Translation) -> bool:
        allowed = law.get(sentence.one)
        return allowed is not None and not sentence.context and translation not in allowed

    assert offenders(language, breaks_the_law) == []


def test_that_every_listed_exception_is_still_a_sentence_or_a_term():
    english = {sentence.one for sentence in program().places} | wording.glossary("fr").keys()

    assert wording.same_allowed() - english == set()


@every_language
def test_that_writing_a_catalogue_again_changes_nothing(language: str):
    path = po_path(language)
    unsure = {asked for asked, sure in catalogues.read_sentences(path).items() if not sure}
    known = read_translations(path)
    once = catalogues.text_of(language, program(), known, unsure & known.keys())

    assert catalogues.text_of(language, program(), dict(reversed(known.items()))) == once
