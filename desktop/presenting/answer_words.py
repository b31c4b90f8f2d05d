"""Any answer of a farm in words, whether a page asks for it or not: what it is, and its value."""

from __future__ import annotations

from functools import lru_cache

from desktop.number_style import MISSING
from desktop.presenting.choices import option_label
from desktop.presenting.places import Asked, all_asked
from desktop.presenting.steps import shown_state
from desktop.storage.facts import Answer, State
from desktop.words import Words
from diagnostics.core.choices import Choice
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.fields import Number
from diagnostics.entities import ENTITIES
from diagnostics.record import FarmRecord

Declared = Number | Choice


class AnswerWords:
    """Names the answers of one farm as its pages do, and those without a page by their field."""

    def __init__(self, words: Words, record: FarmRecord) -> None:
        self._words = words
        self._entities = {row.key: row.entity for row in record.rows}
        self._asked = {(one.subject, one.field): one for one in all_asked(record)}

    def label(self, subject: str, field: str) -> str:
        """What is answered: "Cows present on average"."""
        asked = self._asked.get((subject, field))
        if asked is not None:
            return asked.label(self._words)
        declared = declared_field(self._entities.get(subject, ""), field)
        named = self._words.say(declared.label) if declared is not None else field
        last = subject.rpartition("/")[2]
        return f"{named} · {last}" if last else named

    def value(self, subject: str, field: str, state: State) -> str:
        """The answer as it stands on the page, with its unit; empty where there is none."""
        if not isinstance(state, Answer):
            return ""
        asked: Asked | None = self._asked.get((subject, field))
        if asked is not None:
            shown = shown_state(asked, state, self._words)
            return "" if shown == MISSING else shown
        declared = declared_field(self._entities.get(subject, ""), field)
        return _plain(state, declared, self._words)


@lru_cache
def declared_field(entity: str, field: str) -> Declared | None:
    """The declaration of a field; where the row is not known, of any field with that name."""
    kinds = [kind for kind in ENTITIES if kind.name == entity] or list(ENTITIES)
    for kind in kinds:
        found: Declared | None = numbers_of(kind).get(field) or choices_of(kind).get(field)
        if found is not None:
            return found
    return None


def _plain(answer: Answer, declared: Declared | None, words: Words) -> str:
    if not answer.committed and answer.text:
        return answer.text
    if isinstance(declared, Number) and answer.number is not None:
        shown = answer.number / declared.units[declared.shown]
        return words.with_unit(words.number(shown, 6), declared.shown)
    if isinstance(declared, Choice) and answer.option is not None:
        known = any(option.code == answer.option for option in declared.options)
        return option_label(declared, answer.option, words) if known else answer.option
    return answer.text or answer.option or ""
