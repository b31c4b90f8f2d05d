"""A field whose answer is one of a few options; it enters the engine as a code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.values import ANY, NO_CODE, BoolArray, CodeArray, IntArray

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
    """The answer a choice takes when it is not given, read off one or several other choices.

    With ``beside``, the keys of ``codes`` are tuples of codes, the source's first; ``any`` stands
    for every answer, an open one too, and the first key that fits wins.
    """

    source: "Choice"
    codes: Mapping[str, str] | Mapping[tuple[str, str], str] | Mapping[tuple[str, str, str], str]
    otherwise: str
    beside: tuple["Choice", ...] = ()
    assumes: bool = False  # a reference answer, not what follows from the farm's own data

    @property
    def sources(self) -> tuple["Choice", ...]:
        """All the choices that are read."""
        return (self.source, *self.beside)

    def code(self, *answers: str) -> str:
        """The code for the answers to the sources; "" is an open answer."""
        for key, code in self.codes.items():
            wanted = (key,) if isinstance(key, str) else key
            if all(w in (ANY, a) for w, a in zip(wanted, answers, strict=True)):
                return code
        return self.otherwise

    def place(self, codes: tuple[CodeArray, ...]) -> IntArray:
        """The place of each row among all combinations of answers, open ones last."""
        place = np.zeros((), dtype=np.int64)
        for choice, answered in zip(self.sources, codes, strict=True):
            size = len(choice.options) + 1
            place = place * size + np.where(answered < 0, size - 1, answered)
        return np.asarray(place, dtype=np.int64)


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
        method: bool = False,
        names: bool = True,
        alone: str = "",
    ) -> None:
        self.label = label
        self.options = tuple(options)
        self.default = default
        self.help = help
        self.informative = informative
        self.method = method  # a way of computing, not a fact of the farm
        self.names = names  # False where options are proper nouns that no one translates
        self.alone = alone  # the answer that stands where no farm is looked at
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

    def mask(self, codes: Sequence[str]) -> BoolArray:
        """True at the places of the given codes."""
        chosen = np.zeros(len(self.options), dtype=bool)
        chosen[[self.index(code) for code in codes]] = True
        return chosen

    def fallback(self, source_codes: CodeArray | IntArray | None, rows: int) -> CodeArray:
        """The codes of rows where nothing was answered; ``source_codes`` are a rule's places."""
        if isinstance(self.default, CodeRule):
            by_rule = self._targets[-1:] if source_codes is None else self.by_rule(source_codes)
            return np.broadcast_to(by_rule, rows)
        code = NO_CODE if self.default is None else self.index(self.default)
        return np.full(rows, code, dtype=np.int16)

    def by_rule(self, places: IntArray | CodeArray) -> CodeArray:
        """The codes that the rule of this choice gives at combinations of answers."""
        found: CodeArray = self._targets[places]
        return found

    @cached_property
    def _targets(self) -> CodeArray:
        """The code a rule gives for each combination of answers; the last serves open ones."""
        rule = self.default
        assert isinstance(rule, CodeRule)
        sizes = [len(choice.options) + 1 for choice in rule.sources]
        table = np.full(sizes, self.index(rule.otherwise), dtype=np.int16)
        # The first rule that fits wins, so the last is laid first.
        for key, code in reversed(list(rule.codes.items())):
            wanted = (key,) if isinstance(key, str) else key
            asked = zip(wanted, rule.sources, strict=True)
            table[tuple(slice(None) if w == ANY else c.index(w) for w, c in asked)] = self.index(
                code
            )
        return table.ravel()


@dataclass(frozen=True)
class Among:
    """The rows of an entity whose answer to a choice is one of the codes."""

    choice: Choice
    codes: tuple[str, ...]

    @cached_property
    def inside(self) -> BoolArray:
        """Whether each code is among them; the last place serves an open answer."""
        return np.append(self.choice.mask(self.codes), False)


def among(choice: Choice, *codes: str) -> Among:
    """A filter on rows: ``among(Field.cover, "permanent_grassland")``."""
    for code in codes:
        choice.index(code)
    return Among(choice, codes)
