"""Sentences are found in the code as it is written, and what no translator can use is named."""

from pathlib import Path

import pytest

from translations.gather import Gathered, Sentence, gather, gather_source


def gathered(source: str) -> Gathered:
    """What is found in one planted file."""
    found = Gathered()
    gather_source(source, "desktop/planted.py", found)
    return found


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ('words.say("Saved {time}", time=t)', [Sentence("Saved {time}")]),
        ('self._words.say("One" " and two")', [Sentence("One and two")]),
        ('say("Saved")', [Sentence("Saved")]),
        ('KEY = mark("Too large")', [Sentence("Too large")]),
        ('words.say_in("unit", "year")', [Sentence("year", context="unit")]),
        ('mark_in("unit", "day")', [Sentence("day", context="unit")]),
        ('words.count("{n} cow", "{n} cows", n)', [Sentence("{n} cow", many="{n} cows")]),
        ('words.say("Yes" if sure else "No")', [Sentence("No"), Sentence("Yes")]),
        ('words.say("Outer", inner=words.say("Inner"))', [Sentence("Inner"), Sentence("Outer")]),
    ],
)
def test_that_each_way_of_saying_is_found(source: str, sentences: list[Sentence]):
    found = gathered(source)

    assert sorted(found.places) == sentences
    assert found.faults == []


@pytest.mark.parametrize(
    "source",
    [
        'text.count("a")', "text.count(sign, start)", "words.say(label)", 'words.say("")',
        'node.mark("R")', 'words.say_in(context, "word")', 'print("Hello")', 'say_hello("Hello")',
    ],
)  # fmt: skip
def test_that_what_is_no_sentence_is_left_alone(source: str):
    found = gathered(source)

    assert (dict(found.places), found.faults) == ({}, [])


@pytest.mark.parametrize(
    "source",
    [
        'words.say(f"Saved {time}")', 'words.say("Saved " + time)', 'words.say("%d cows" % n)',
        'words.say("{value:.2f} kg", value=v)', 'words.say("{} kg")', 'words.say("{0} kg")',
        'words.say("a { b")', 'words.say("{value!r}")', 'words.say("{farm.name}")',
        'words.count("{n} cow", f"{n} cows", n)', "def broken(:",
    ],
)  # fmt: skip
def test_that_a_sentence_no_translator_can_use_is_named_with_its_file(source: str):
    faults = gathered(source).faults

    assert len(faults) == 1
    assert faults[0].startswith("desktop/planted.py")


def test_that_all_packages_are_searched_and_places_kept(tmp_path: Path):
    for package, sentence in (("desktop/deep", "Deep"), ("diagnostics", "Deep")):
        (tmp_path / package).mkdir(parents=True)
        (tmp_path / package / "module.py").write_text(f'mark("{sentence}")', "utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test.py").write_text('mark("Not this one")', "utf-8")

    places = {"desktop/deep/module.py", "diagnostics/module.py"}
    assert gather(tmp_path).places == {Sentence("Deep"): places}
