"""Which answer to enter next: the one whose default leaves the result most unsure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf, isfinite

import numpy as np

from diagnostics.core.factors import FactorSet
from diagnostics.core.fields import Limits
from diagnostics.core.run import Run
from diagnostics.core.values import FloatArray
from diagnostics.gathering import gather
from diagnostics.library import model_of
from diagnostics.questionnaire.quick import Asked, asked, is_answered
from diagnostics.record import Entry, FarmRecord
from diagnostics.variants import ends, figure_of, figures, span, variant

PLACE = ("system", "country", "department", "region")  # set first, never a matter of precision
ESSENTIAL = ("head_years", "milk_delivered", "agricultural_area")
Usual = Callable[[Asked], Limits | None]


@dataclass(frozen=True)
class NextAnswer:
    """One open question: the values its answer may take, and how far they move the figure.

    ``low`` and ``high`` are the figure at the fifth and the ninety-fifth percentile of the
    default; ``width`` is their distance, infinite where no figure exists without the answer.
    ``share`` is the part of the squared widths of all open questions.
    """

    asked: Asked
    values: tuple[float | str, ...]
    low: float
    high: float
    width: float
    share: float = 0.0


@dataclass(frozen=True)
class Advice:
    """What to enter next, and how much of what can be known the farm has told already.

    ``precision`` is between 0 and 1: of the squared widths of all questions that have a reference
    value, the part of those that are answered. It is None while there is no figure.
    """

    open_questions: tuple[NextAnswer, ...]
    precision: float | None


def next_answers(
    record: FarmRecord, factors: FactorSet, usual: Usual | None = None
) -> tuple[NextAnswer, ...]:
    """The open questions of a quick dossier, the most telling first, from one stacked run.

    The figure is the farm's gross footprint of its one product, else its gross per hectare.
    ``usual`` gives the usual range of a question where the system is known.
    """
    found = _weighed(record, factors, usual, answered=False)
    return _in_order(found)


def advise(record: FarmRecord, factors: FactorSet, usual: Usual | None = None) -> Advice:
    """The open questions and the precision, from one stacked run.

    The width of an answered question is what the figure would move if the answer were known no
    better than its usual range.
    """
    found = _weighed(record, factors, usual, answered=True)
    told = [one for one in found if is_answered(record, one.asked)]
    still_open = [one for one in found if not is_answered(record, one.asked)]
    # Without these there is no figure: that they are answered tells nothing of its precision.
    weighing = [one for one in told if one.asked.field.name not in ESSENTIAL]
    known, unknown = _squares(weighing), _squares(still_open)
    whole = known + unknown
    return Advice(_in_order(still_open), known / whole if whole and isfinite(whole) else None)


def _weighed(
    record: FarmRecord, factors: FactorSet, usual: Usual | None, *, answered: bool
) -> list[NextAnswer]:
    """The open questions with their widths, and those that are answered where they are wished."""
    model, farm = model_of(factors), gather([record])
    baseline = Run(model, farm).compute()
    questions = [one for one in asked(record) if _counts(record, one, answered=answered)]
    tried = [_ends(baseline, one, usual) for one in questions]
    variants = [
        variant(farm, one.field, one.row, value)
        for one, values in zip(questions, tried, strict=True)
        for value in values
    ]
    reached = figures(model, [farm, *variants], figure_of(baseline))
    found, place = [], 1
    for one, values in zip(questions, tried, strict=True):
        found.append(_ranked(one, values, reached[place : place + len(values)]))
        place += len(values)
    return found


def _in_order(found: list[NextAnswer]) -> tuple[NextAnswer, ...]:
    """The most telling first, with their shares of the squared widths."""
    return _shared(sorted(found, key=lambda answer: (-answer.width, len(answer.values))))


def _squares(found: list[NextAnswer]) -> float:
    return sum(answer.width**2 for answer in found)


def _counts(record: FarmRecord, one: Asked, *, answered: bool) -> bool:
    wanted = answered or not is_answered(record, one)
    return wanted and one.field.name not in PLACE


def _ends(run: Run, one: Asked, usual: Usual | None) -> tuple[float | str, ...]:
    return ends(run, one.field, one.row, usual(one) if usual else None)


def _ranked(one: Asked, values: tuple[float | str, ...], found: FloatArray) -> NextAnswer:
    if not len(found) or not np.isfinite(found).all():
        return NextAnswer(one, values, np.nan, np.nan, inf)
    low, high = span(one.field, found)
    return NextAnswer(one, values, low, high, abs(high - low))


def _shared(found: list[NextAnswer]) -> tuple[NextAnswer, ...]:
    squares = sum(answer.width**2 for answer in found if isfinite(answer.width))
    if not squares:
        return tuple(found)
    return tuple(
        replace(a, share=a.width**2 / squares if isfinite(a.width) else 0.0) for a in found
    )


def with_answer(record: FarmRecord, one: Asked, value: float | str) -> FarmRecord:
    """The dossier with one more answer."""
    return record.but(one.row, one.field.name, Entry(value))
