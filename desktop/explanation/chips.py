"""Names the answers and the reference values that a number rests on, each with its field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.explanation.amounts import Amounts
from desktop.explanation.labels import Labels
from desktop.explanation.levels import Amount, Level, Picked
from desktop.explanation.places import Place
from desktop.explanation.reading import Reading
from desktop.explanation.story import Chip, ChipKind
from diagnostics.core import CodeRule, Number

if TYPE_CHECKING:
    from desktop.words import Words

NAMED_BY = ("animal_class", "cover", "item", "workshop_kind", "hedge_type", "fertiliser_type")
"""Answers that name a row: the row is called by them, so they are not told again."""

KINDS: dict[str, ChipKind] = {
    "answer": "answer",
    "imported": "imported",
    "default": "reference",
    "given": "given",
}


class ChipWriter:
    """Writes chips for the places of one farm."""

    def __init__(self, reading: Reading, labels: Labels, words: Words) -> None:
        self._reading, self._labels, self._words = reading, labels, words
        self._amounts = Amounts(words)

    def answers(self, level: Level) -> tuple[Chip, ...]:
        """Write the farm's own data on a level: answers, and choices that pick a factor."""
        chips = self._of(level.answers, level.place)
        return (*chips, *(chip for chip in self._picked(level) if chip.kind != "reference"))

    def references(self, level: Level, places: Iterable[Place]) -> tuple[Chip, ...]:
        """Write what was not given: reference values, and the choices taken for granted."""
        chips = self._of(places, level.place)
        return (*chips, *(chip for chip in self._picked(level) if chip.kind == "reference"))

    def blanks(self, places: Iterable[Place], seen_from: Place) -> tuple[Chip, ...]:
        """Write questions that nobody answered, so that one can go there."""
        return tuple(replace(self.of(place, seen_from), kind="answer") for place in places)

    def of(self, place: Place, seen_from: Place) -> Chip:
        """Write one number that was entered, given, or taken as a reference value."""
        quantity, row = self._reading.model[place.name], self._reading.rows(place)[0]
        origin = self._reading.origin(quantity, row)
        asked = quantity.field
        return Chip(
            subject=place.row,
            field=place.name,
            value=self.value(place),
            label=self._labels.full(place, seen_from),
            kind=KINDS.get(origin, "answer"),
            note=self._note(asked) if origin == "default" and asked is not None else "",
        )

    def short(self, place: Place, seen_from: Place) -> Chip:
        """Write an answer from far above: animals by their class, others without their row."""
        label = self._labels.counted(place, seen_from)
        is_full = label == self._labels.full(place, seen_from)
        return replace(
            self.of(place, seen_from), label=self._labels.of(place) if is_full else label
        )

    def value(self, place: Place) -> str:
        """Write a number as it was asked for, in the unit of its field."""
        quantity, value = self._reading.model[place.name], self._reading.value(place)
        asked = quantity.field
        if value is None:
            return self._words.number(None)
        if asked is None:
            return str(self._amounts.of(Amount(value, quantity.unit)))
        if asked.unit == "head":
            return self._words.count("{n} animal", "{n} animals", value)
        if asked.shown == "%":
            return self._amounts.exact_share(value)
        unit = self._reading.unit(quantity, self._reading.rows(place)[0])
        unit, worth = (unit, 1.0) if unit != asked.unit else (asked.shown, _worth(asked))
        shown = self._amounts.entered(value / worth)
        return self._words.with_unit(shown, unit.removesuffix("/yr"))

    def choice(self, name: str, row: str) -> Chip | None:
        """Write the answer to a choice on a row; nothing for an unknown row."""
        choice = self._reading.model.choices[name]
        keys = self._reading.keys(choice.entity)
        if row not in keys:
            return None
        code = self._reading.picked(choice, keys[row])
        answered = self._reading.answered(choice, keys[row])
        return Chip(
            subject=row,
            field=name,
            value=self._labels.option(choice, code),
            label=self._words.say(choice.label),
            kind="answer" if answered else "reference",
        )

    def _of(self, places: Iterable[Place], seen_from: Place) -> tuple[Chip, ...]:
        return tuple(self.of(place, seen_from) for place in places)

    def _picked(self, level: Level) -> Iterator[Chip]:
        for picked in level.picked:
            chip = None if picked.choice in NAMED_BY else self.choice(picked.choice, picked.row)
            if chip is not None and (chip.kind == "answer" or self._is_told(picked, level)):
                yield chip

    def _is_told(self, picked: Picked, level: Level) -> bool:
        """A choice that follows from another answer is told with the factor itself only."""
        choice = self._reading.model.choices[picked.choice]
        return level.origin == "factor" or not isinstance(choice.default, CodeRule)

    def _note(self, asked: Number) -> str:
        return self._words.say(asked.default_note) if asked.default_note else ""


def _worth(asked: Number) -> float:
    return asked.units[asked.shown]
