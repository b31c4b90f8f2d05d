"""Where a number comes from, in words: the work, the place in it, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.engine_words import MARKS
from desktop.explanation.amounts import Amounts
from desktop.explanation.arithmetic import kind_of
from desktop.explanation.levels import Amount, Level
from desktop.explanation.places import Place
from desktop.explanation.reading import Reading
from desktop.explanation.story import FactorNote
from desktop.words import SOURCE_LANGUAGE, mark

if TYPE_CHECKING:
    from desktop.words import Words

LOCATORS = {
    "eq.": mark("eq. {number}"),
    "table": mark("table {number}"),
    "section": mark("section {number}"),
    "sections": mark("sections {number}"),
    "rule": mark("rule {number}"),
    "rules": mark("rules {number}"),
    "line": mark("line {number}"),
}


def source_text(words: Words, source: str, locator: str, mark_of_source: str) -> str:
    """Write "IPCC 2019, eq. 10.21 · verified"; empty where there is no source."""
    work = words.say(source) if source else ""
    place = ", ".join(text for text in (work, _at(words, locator)) if text)
    sure = MARKS.get(mark_of_source)
    if not place or sure is None:
        return place
    return f"{place} · {words.say(sure)}"


def _at(words: Words, locator: str) -> str:
    """Write a place in a work; one of another kind stays as it is in the work's language."""
    kind, _, number = locator.partition(" ")
    form = LOCATORS.get(kind)
    return words.say(form, number=number) if form and number else locator


class FactorWriter:
    """Writes the published numbers that a level rests on."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading, self._words = reading, words
        self._amounts = Amounts(words)

    def notes(self, level: Level) -> tuple[FactorNote, ...]:
        """Write the factors of a level."""
        return tuple(self.note(place) for place in level.factors)

    def note(self, place: Place) -> FactorNote:
        """Write one factor."""
        quantity, row = self._reading.model[place.name], self._reading.rows(place)[0]
        node = self._reading.trace.node(quantity, row, 0)
        passport = quantity.passport
        value = None if node.value is None else Amount(
            node.value, self._reading.unit(quantity, row), _published(kind_of(quantity))
        )  # fmt: skip
        return FactorNote(
            place=place,
            label=self._words.say(quantity.label),
            value=str(self._amounts.of(value)),
            source=source_text(self._words, node.source, node.locator, node.mark),
            note=self._note("" if passport is None else passport.note),
        )

    def _note(self, note: str) -> str:
        """Give a note in the reader's language; one that is not translated is left out."""
        said = self._words.say(note) if note else ""
        is_foreign = said == note and self._words.language != SOURCE_LANGUAGE
        return "" if is_foreign else said


def _published(kind: str) -> str:
    return "exact share" if kind == "share" else "factor"
