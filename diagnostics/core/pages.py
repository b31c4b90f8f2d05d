"""Pages of questions: which fields, in which order, under which title."""

from dataclasses import dataclass

from diagnostics.core.choices import Choice
from diagnostics.core.fields import Number


@dataclass(frozen=True)
class Question:
    """A field asked on a page; ``of`` names the rows it is asked for, by an option's code.

    ``label`` replaces the field's words where a page asks it more simply. A ``prefilled`` question
    has an answer that is right for most farms, and is not counted among those to be answered.
    """

    field: Number | Choice
    of: tuple[str, ...] = ()
    label: str = ""
    help: str = ""
    prefilled: bool = False

    @property
    def words(self) -> str:
        """The words of the question."""
        return self.label or self.field.label


@dataclass(frozen=True)
class Page:
    """One topic of the visit."""

    key: str
    step: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""
