"""Which rows of a dossier the questions of a page are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.words import Words
from diagnostics.core.choices import Choice
from diagnostics.core.fields import Number
from diagnostics.core.pages import Page, Question
from diagnostics.entities import Workshop
from diagnostics.questionnaire import quick
from diagnostics.record import FarmRecord


@dataclass(frozen=True)
class Asked:
    """One question on one row of a dossier.

    `herd` is the label of the enterprise where several are on the farm, so that a question put to
    each of them is told apart.
    """

    question: Question
    subject: str
    page: str = ""
    herd: str = ""

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

    def label(self, words: Words) -> str:
        """The words of the question, with its herd where there are several."""
        label = words.say(self.question.words)
        if not self.herd:
            return label
        return words.say("{label} ({herd})", label=label, herd=words.say(self.herd))


def asked_on(page: Page, record: FarmRecord) -> tuple[Asked, ...]:
    """The questions of a page that fit the rows of a dossier, in the order of the page."""
    return tuple(placed(one, record) for one in quick.asked_on(page, record))


def all_asked(record: FarmRecord) -> tuple[Asked, ...]:
    """Everything that is asked about a dossier, on all its pages."""
    return tuple(one for page in quick.pages_of(record) for one in asked_on(page, record))


def placed(one: quick.Asked, record: FarmRecord) -> Asked:
    """A question of the questionnaire as the window shows it."""
    return Asked(one.question, one.row, one.page, _herd(one.row, record))


def parted(key: str) -> tuple[str, str]:
    """The row and the field behind the name of an editor."""
    subject, _, field = key.rpartition(":")
    return subject, field


def counted(asked: Iterable[Asked]) -> list[Asked]:
    """The questions that count as answers of the farm."""
    return [one for one in asked if not one.question.prefilled]


def is_answered(record: FarmRecord, asked: Asked) -> bool:
    """Whether the farm has said it."""
    return any(row.key == asked.subject and asked.field in row.entries for row in record.rows)


def _herd(subject: str, record: FarmRecord) -> str:
    """The enterprise of a row, where the farm has several."""
    kinds = {
        row.key: str(row.entries["workshop_kind"].value)
        for row in record.of(Workshop.name)
        if row.entries["workshop_kind"].value in quick.HERDS
    }
    kind = kinds.get(subject.partition("/")[0], "")
    return Workshop.workshop_kind.option(kind).label if kind and len(kinds) > 1 else ""
