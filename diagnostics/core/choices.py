"""A field whose answer is one of a few options; it enters the engine as a code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.values import NO_CODE, CodeArray

if TYPE_CHECKING:
    from diagnostics.core.entities import Entity


@dataclass(frozen=True)
class Option:
    """One possible answer: the code kept in files, and the words shown."""

    code: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class CodeRule:
    """The answer a choice takes when it is not given, read off another choice."""

    source: "Choice"
    codes: Mapping[str, str]
    otherwise: str


class Choice:
    """A question with listed answers; its place in the list is its code."""

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        default: str | CodeRule | None = None,
        help: str = "",
        informative: bool = False,
        names: bool = True,
    ) -> None:
        self.label = label
        self.options = tuple(options)
        self.default = default
        self.help = help
        self.informative = informative
        self.names = names  # False where options are proper nouns that no one translates
        self.name = ""
        self.entity: type[Entity]
        self._index = {option.code: i for i, option in enumerate(self.options)}

    def __set_name__(self, owner: "type[Entity]", name: str) -> None:
        self.name, self.entity = name, owner

    def index(self, code: str) -> int:
        """The place of an option; an unknown code is refused with a few that exist."""
        if code not in self._index:
            raise DiagnosticsError(
                "“{code}” is not an answer to “{label}”; expected one of {expected}",
                code=code,
                label=self.label,
                expected=", ".join(list(self._index)[:12]),
            )
        return self._index[code]

    def option(self, code: str) -> Option:
        """The option of that code."""
        return self.options[self.index(code)]

    def mask(self, codes: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """True at the places of the given codes."""
        chosen = np.zeros(len(self.options), dtype=bool)
        chosen[[self.index(code) for code in codes]] = True
        return chosen

    def fallback(self, source_codes: CodeArray | None, rows: int) -> CodeArray:
        """The codes of rows where nothing was answered."""
        if isinstance(self.default, CodeRule):
            return self._by_rule(self.default, source_codes, rows)
        code = NO_CODE if self.default is None else self.index(self.default)
        return np.full(rows, code, dtype=np.int16)

    def _by_rule(self, rule: CodeRule, source: CodeArray | None, rows: int) -> CodeArray:
        otherwise = self.index(rule.otherwise)
        if source is None:
            return np.full(rows, otherwise, dtype=np.int16)
        # One more place at the end serves the code -1 of an unanswered source.
        targets = [self.index(rule.codes.get(o.code, rule.otherwise)) for o in rule.source.options]
        return np.asarray([*targets, otherwise], dtype=np.int16)[source]


@dataclass(frozen=True)
class Among:
    """The rows of an entity whose answer to a choice is one of the codes."""

    choice: Choice
    codes: tuple[str, ...]


def among(choice: Choice, *codes: str) -> Among:
    """A filter on rows: ``among(Field.cover, "permanent_grassland")``."""
    for code in codes:
        choice.index(code)
    return Among(choice, codes)
