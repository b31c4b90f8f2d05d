"""Which rows of a dossier the questions of a page are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diagnostics.core.choices import Choice
from diagnostics.core.fields import Number
from diagnostics.core.pages import Page, Question
from diagnostics.entities import Field, Group, Workshop
from diagnostics.record import FarmRecord, Row

# The choice that says what a row of an entity is.
KIND_OF_ROW = {
    Group.name: Group.animal_class.name,
    Workshop.name: Workshop.workshop_kind.name,
    Field.name: Field.cover.name,
}


@dataclass(frozen=True)
class Asked:
    """One question on one row of a dossier."""

    question: Question
    subject: str

    @property
    def field(self) -> str:
        """The name of the field."""
        return self.question.field.name

    @property
    def key(self) -> str:
        """The name of the editor, so that a test and a link find it."""
        return f"{self.subject}:{self.field}"

    @property
    def choice(self) -> Choice | None:
        """The choice that is asked, if it is one."""
        found = self.question.field
        return found if isinstance(found, Choice) else None

    @property
    def number(self) -> Number | None:
        """The number that is asked, if it is one."""
        found = self.question.field
        return found if isinstance(found, Number) else None


def asked_on(page: Page, record: FarmRecord) -> tuple[Asked, ...]:
    """The questions of a page that fit the rows of a dossier, in the order of the page."""
    return tuple(
        Asked(question, row.key)
        for question in page.questions
        for row in _rows_for(question, record)
    )


def parted(key: str) -> tuple[str, str]:
    """The row and the field behind the name of an editor."""
    subject, _, field = key.rpartition(":")
    return subject, field


def is_answered(record: FarmRecord, asked: Asked) -> bool:
    """Whether the farm has said it."""
    return any(row.key == asked.subject and asked.field in row.entries for row in record.rows)


def _rows_for(question: Question, record: FarmRecord) -> Iterator[Row]:
    entity = question.field.entity.name
    kind = KIND_OF_ROW.get(entity, "")
    for row in record.of(entity):
        code = row.entries.get(kind)
        if not question.of or (code is not None and code.value in question.of):
            yield row
