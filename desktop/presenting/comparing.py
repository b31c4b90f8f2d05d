"""What differs between two dossiers, answer by answer, in words."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.presenting.choices import option_label
from desktop.presenting.places import all_asked
from desktop.widgets.difference_table import Difference
from desktop.words import Words
from diagnostics.core import Choice, Number
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.entities import ENTITIES
from diagnostics.givable import LIMITS
from diagnostics.record import Entry, FarmRecord, Row

BETWEEN = " · "
DIGITS = 6
"""So many digits tell two values apart; farm data are never known better."""
Key = tuple[str, str]
ENTITY = {entity.name: entity for entity in ENTITIES}


def differences(mine: FarmRecord, theirs: FarmRecord, words: Words) -> tuple[Difference, ...]:
    """Every answer that is not the same: what it is, mine, and theirs."""
    return (*_of_head(mine, theirs, words), *_Comparing(mine, theirs, words).found())


def _of_head(mine: FarmRecord, theirs: FarmRecord, words: Words) -> Iterator[Difference]:
    if mine.name != theirs.name:
        yield Difference(words.say("Name of the farm"), mine.name, theirs.name)
    if mine.profile != theirs.profile:
        yield Difference(words.say("Method"), mine.profile, theirs.profile)


class _Comparing:
    """Two dossiers side by side; a row is the same where its key is."""

    def __init__(self, mine: FarmRecord, theirs: FarmRecord, words: Words) -> None:
        self._words = words
        self._mine, self._theirs = _entries(mine), _entries(theirs)
        self._rows = {row.key: row for row in (*theirs.rows, *mine.rows)}
        asked = (*all_asked(theirs), *all_asked(mine))
        self._labels = {(one.subject, one.field): one.label(words) for one in asked}

    def found(self) -> Iterator[Difference]:
        """The differences, in the order of the pages, then what no page asks."""
        every = dict.fromkeys((*self._labels, *self._mine, *self._theirs))
        for key in every:
            mine, theirs = self._mine.get(key), self._theirs.get(key)
            said = (self._said(key, mine), self._said(key, theirs))
            if said[0] != said[1]:
                yield Difference(self._label(key), *said)
            elif _note(mine) != _note(theirs):
                note = self._words.say("Note on {what}", what=self._label(key))
                yield Difference(note, _note(mine), _note(theirs))

    def _said(self, key: Key, entry: Entry | None) -> str:
        if entry is None:
            return ""
        if isinstance(entry.value, str):
            choice = self._choice(key)
            return entry.value if choice is None else _option(choice, entry.value, self._words)
        number = self._number(key)
        if number is None:
            unit = LIMITS[key[1]][0] if key[1] in LIMITS else ""
            return self._words.with_unit(self._words.exact(_rounded(entry.value)), unit)
        shown = self._words.exact(_rounded(entry.value / number.units[number.shown]))
        return self._words.with_unit(shown, number.shown)

    def _label(self, key: Key) -> str:
        if key in self._labels:
            return self._labels[key]
        row = self._row_name(self._rows[key[0]])
        field = self._number(key) or self._choice(key)
        name = key[1] if field is None else self._words.say(field.label)
        return f"{name}{BETWEEN}{row}" if row else name

    def _row_name(self, row: Row) -> str:
        """What people call a row: the option that names it; empty for the farm itself."""
        for name, choice in choices_of(ENTITY[row.entity]).items():
            entry = row.entries.get(name)
            if row.key and entry is not None:
                return _option(choice, str(entry.value), self._words)
        return row.key

    def _number(self, key: Key) -> Number | None:
        return numbers_of(ENTITY[self._rows[key[0]].entity]).get(key[1])

    def _choice(self, key: Key) -> Choice | None:
        return choices_of(ENTITY[self._rows[key[0]].entity]).get(key[1])


def _entries(record: FarmRecord) -> dict[Key, Entry]:
    return {(row.key, name): entry for row in record.rows for name, entry in row.entries.items()}


def _note(entry: Entry | None) -> str:
    return "" if entry is None else entry.note


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _option(choice: Choice, code: str, words: Words) -> str:
    known = any(option.code == code for option in choice.options)
    return option_label(choice, code, words) if known else code
