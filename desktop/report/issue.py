"""What one printed report is made of, frozen: the results, the words, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desktop.charts.headline import Headline
from desktop.report.advice import Advice

if TYPE_CHECKING:
    from desktop.words import Words


class TextTooLong(Exception):
    """The texts of this page need more room than the page has."""


@dataclass(frozen=True)
class Method:
    """How the figures were computed, in the words printed at the foot of the page."""

    profile: str
    factor_hash: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attachment:
    """The farm file that travels inside the report, with its fingerprint."""

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True)
class Reference:
    """What stands in for an answer, with its values; one text may cover several rows."""

    text: str
    count: int = 1


@dataclass(frozen=True)
class Fed:
    """How many people the farm feeds, and with what."""

    people: float
    by_milk: bool
    by_meat: bool


@dataclass(frozen=True)
class Issue:
    """One report, ready to print; the same issue gives the same bytes."""

    farm: str
    year: int
    farm_line: str
    words: Words
    headline: Headline
    method: Method
    engine: str
    printed: date
    own_data: int
    references: tuple[Reference, ...] = ()
    attachment: Attachment | None = None
    author: str = ""
    fed: Fed | None = None
    advice: Advice = field(default_factory=Advice)

    @property
    def reference_count(self) -> int:
        """Counts the reference values behind the result, printed on the page or not."""
        return sum(reference.count for reference in self.references)
