"""One thing worth a look in a dossier: what, where, the numbers, and where to go."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as filled
from enum import Enum

from diagnostics.core.errors import Message
from diagnostics.core.naming import row_words
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import ENTITIES

Place = tuple[str, str]  # the key of a row, and the name of a field on it


class Kind(Enum):
    """What a finding is, the gravest first."""

    IMPOSSIBLE = "impossible"
    MISSING = "missing"
    BALANCE = "balance"
    UNUSUAL = "unusual"


@dataclass(frozen=True)
class Finding:
    """A sentence about the dossier; nothing in it blocks a result.

    ``answers`` are the places to look at, the likeliest first; ``row`` and ``field`` name the
    figure itself, which may follow from several answers. ``numbers`` are in the engine's units.
    ``confirmed`` tells that the farm has said of a rare value that it is right.
    """

    kind: Kind
    message: Message
    row: str = ""
    field: str = ""
    numbers: Mapping[str, float] = filled(default_factory=dict)
    causes: tuple[Message, ...] = ()
    answers: tuple[Place, ...] = ()
    confirmed: bool = False


def said_number(value: float, digits: int = 4) -> float:
    """A number with the digits a sentence bears."""
    return float(f"{value:.{digits}g}")


def named(diagnosis: Diagnosis, label: str, row: str) -> Message:
    """A label with the words of its row, where the farm has several of its kind."""
    words = words_of(diagnosis, row)
    if words is None:
        return Message(label)
    return Message("{label} ({herd})", {"label": label, "herd": words})


def words_of(diagnosis: Diagnosis, row: str) -> Message | None:
    """The words of a row; None for the farm, and for a row that is alone of its kind."""
    assert diagnosis.run is not None
    for entity in ENTITIES:
        keys = diagnosis.trace.keys(entity)
        if row and row in keys:
            return row_words(diagnosis.run, entity, keys.index(row))
    return None
