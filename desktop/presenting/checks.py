"""What is worth a look in a dossier: impossible and rare values, sums, reference values in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from desktop.presenting.choices import option_label, reference_code
from desktop.presenting.numbers import knowing, number_model, written
from desktop.presenting.places import Asked, counted, is_answered
from desktop.words import Words
from diagnostics.diagnosis import Diagnosis
from diagnostics.record import FarmRecord


@dataclass(frozen=True)
class Point:
    """An answer to look at: what the field itself says of it."""

    key: str
    label: str
    sentence: str
    impossible: bool


@dataclass(frozen=True)
class StandIn:
    """A reference value in use where the farm has not answered; `effect` is told where known."""

    key: str
    label: str
    value: str
    effect: str = ""


@dataclass(frozen=True)
class Checks:
    """Everything the check page shows, in the order of its effect on the headline."""

    points: tuple[Point, ...] = ()
    sums: tuple[str, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()

    @property
    def impossible(self) -> int:
        """How many answers cannot be used."""
        return sum(point.impossible for point in self.points)

    @property
    def unusual(self) -> int:
        """How many answers are rare, and how many sums do not close."""
        return len(self.points) - self.impossible + len(self.sums)


def in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    """What cannot be used first."""
    return tuple(sorted(points, key=lambda point: not point.impossible))


def stand_ins_of(
    asked: Sequence[Asked],
    record: FarmRecord,
    diagnosis: Diagnosis | None,
    effects: Mapping[str, tuple[float, str]],
    words: Words,
) -> tuple[StandIn, ...]:
    """The reference values in use, those that move the result most first.

    `effects` gives the half of the range that hangs on an answer, as a number and in words.
    """
    found = []
    for one in counted(asked):
        value = "" if is_answered(record, one) else standing_in(one, diagnosis, words)
        if value:
            size, said = effects.get(one.key, (0.0, ""))
            found.append((size, StandIn(one.key, one.label(words), value, said)))
    return tuple(stand_in for size, stand_in in sorted(found, key=lambda f: -min(f[0], inf)))


def standing_in(asked: Asked, diagnosis: Diagnosis | None, words: Words) -> str:
    """The value that a question goes by while nobody has answered it; empty where there is none."""
    known = knowing(diagnosis, asked)
    if known is None:
        return ""
    if asked.choice is not None:
        code = reference_code(asked, known)
        return option_label(asked.choice, code, words) if code else ""
    assert asked.number is not None
    model = number_model(asked, asked.number, words, known)
    if model.reference is None:
        return ""
    shown = written(model, model.reference.value, words.number_style)
    return words.with_unit(shown, model.units[0].code)
