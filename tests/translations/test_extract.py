"""Bringing a catalogue up to date keeps what translators did and says what is still to do."""

import json
from pathlib import Path

import pytest

from desktop.words import load_words
from translations import catalogues, extract
from translations.catalogues import po_path, read_translations
from translations.compile import compile_all
from translations.gather import Gathered, Sentence

KEPT, HEDGE, YEAR = Sentence("Kept {time}"), Sentence("hedge"), Sentence("year", context="unit")
COWS = Sentence("{n} cow", many="{n} cows")
PART = {
    "Kept {time}": "Gardé : {time}",
    "unit|year": "an",
    "{n} cow|{n} cows": ["{n} vache", "{n} vaches"],
    "No longer said": "Plus dit",
}


def asked(*sentences: Sentence) -> Gathered:
    """A program that says these sentences."""
    return Gathered({sentence: {"desktop/planted.py"} for sentence in sentences})


def write_part(folder: Path, name: str, part: dict[str, object]) -> None:
    """A part as someone at work on one corner of the program leaves it."""
    (folder / "parts").mkdir(exist_ok=True)
    (folder / "parts" / f"{name}.fr.json").write_text(json.dumps(part), "utf-8")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A folder whose catalogue is fresh and whole."""
    write_part(tmp_path, "words", PART)
    assert extract.update(asked(KEPT, YEAR, COWS), merge=True, folder=tmp_path) == []
    return tmp_path


def test_that_parts_are_taken_in_with_french_spaces(whole: Path):
    assert read_translations(po_path("fr", whole)) == {
        KEPT: "Gardé\u00a0: {time}",
        YEAR: "an",
        COWS: ("{n} vache", "{n} vaches"),
    }
    assert list(extract.check(asked(KEPT, YEAR, COWS), whole)) == []


def test_that_a_new_sentence_makes_the_catalogue_stale_and_then_incomplete(whole: Path):
    now = asked(KEPT, YEAR, COWS, Sentence("New words"))

    assert len([finding for finding in extract.check(now, whole) if "stale" in finding]) == 2
    extract.update(now, folder=whole)
    assert list(extract.check(now, whole)) == ['fr: not translated, or not sure: "New words"']


def test_that_a_translation_outlives_the_absence_of_its_sentence(whole: Path):
    extract.update(asked(YEAR), folder=whole)
    assert list(extract.check(asked(YEAR), whole)) == []

    extract.update(asked(KEPT, YEAR, COWS), folder=whole)
    assert list(extract.check(asked(KEPT, YEAR, COWS), whole)) == []


def test_that_a_term_of_the_glossary_translates_itself(tmp_path: Path):
    extract.update(asked(HEDGE, Sentence("Hedge"), Sentence("wheat")), folder=tmp_path)

    found = read_translations(po_path("fr", tmp_path))
    assert (found[HEDGE], found[Sentence("Hedge")]) == ("haie", "Haie")
    assert Sentence("wheat") not in found, "the glossary has two words for it: a person chooses"


def test_that_the_glossary_wins_over_a_part(tmp_path: Path):
    write_part(tmp_path, "words", {"hedge": "bordure"})
    extract.update(asked(HEDGE), merge=True, folder=tmp_path)

    assert read_translations(po_path("fr", tmp_path)) == {HEDGE: "haie"}


@pytest.mark.parametrize(
    ("translation", "finding"),
    [
        ("Gardé", "the places in braces differ"),
        ("Gardé {heure}", "the places in braces differ"),
        ("Kept {time}", "equals its source"),
    ],
)
def test_that_a_faulty_translation_is_reported(tmp_path: Path, translation: str, finding: str):
    write_part(tmp_path, "words", {"Kept {time}": translation})
    extract.update(asked(KEPT), merge=True, folder=tmp_path)

    findings = list(extract.check(asked(KEPT), tmp_path))
    assert [finding in said for said in findings] == [True]


def test_that_an_unsure_translation_is_kept_and_reported(whole: Path):
    path = po_path("fr", whole)
    text = path.read_text("utf-8").replace('msgid "Kept', '#, fuzzy\nmsgid "Kept')
    path.write_text(text, "utf-8")
    now = asked(KEPT, YEAR, COWS)

    extract.update(now, folder=whole)
    assert read_translations(path)[KEPT] == "Gardé\u00a0: {time}"
    assert list(extract.check(now, whole)) == ['fr: not translated, or not sure: "Kept {time}"']


def test_that_a_part_makes_an_unsure_translation_sure(whole: Path):
    path = po_path("fr", whole)
    path.write_text(path.read_text("utf-8").replace('msgid "Kept', '#, fuzzy\nmsgid "Kept'))

    extract.update(asked(KEPT, YEAR, COWS), merge=True, folder=whole)
    assert list(extract.check(asked(KEPT, YEAR, COWS), whole)) == []


def test_that_two_parts_that_disagree_are_named(tmp_path: Path):
    write_part(tmp_path, "first", {"Kept {time}": "Gardé {time}"})
    write_part(tmp_path, "second", {"Kept {time}": "Retenu {time}"})

    disagreements = extract.update(asked(KEPT), merge=True, folder=tmp_path)

    assert disagreements == ['second.fr.json and first.fr.json differ on "Kept {time}"']
    assert read_translations(po_path("fr", tmp_path))[KEPT] == "Gardé {time}"


def test_that_a_fault_in_the_program_keeps_the_check_from_passing(whole: Path):
    now = asked(KEPT, YEAR, COWS)
    now.faults.append("desktop/planted.py:1: a sentence is glued together from pieces.")

    assert list(extract.check(now, whole)) == now.faults


def test_that_a_compiled_catalogue_speaks_and_is_compiled_once(whole: Path):
    assert compile_all(whole) == [whole / "fr" / "LC_MESSAGES" / "bocage.mo"]
    po_path("fr", whole).with_suffix(".mo").touch()
    assert compile_all(whole) == []

    words = load_words("fr", folder=whole)
    assert words.say("Kept {time}", time="14:32") == "Gardé\u00a0: 14:32"
    assert words.count("{n} cow", "{n} cows", 0) == "0 vache"


def test_that_an_unsure_translation_is_not_compiled(whole: Path):
    path = po_path("fr", whole)
    path.write_text(path.read_text("utf-8").replace('msgid "Kept', '#, fuzzy\nmsgid "Kept'))
    compile_all(whole)

    assert load_words("fr", folder=whole).say("Kept {time}", time="9:00") == "Kept 9:00"


def test_that_a_catalogue_carries_no_date_and_no_line_number(whole: Path):
    text = po_path("fr", whole).read_text("utf-8")

    assert "Date" not in text
    assert "#: desktop/planted.py\n" in text
    assert text == catalogues.text_of(
        "fr", asked(COWS, YEAR, KEPT), read_translations(po_path("fr", whole))
    )
