"""What to enter next, in words: the open questions that would narrow the range most."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from desktop.presenting.places import is_answered, placed
from desktop.widgets.live_figures import NextAnswer
from desktop.words import Words
from diagnostics import next_answers
from diagnostics.record import FarmRecord

MOST = 3
WORTH_SAYING = 0.005
"""A range narrowed by less than half a percent is no reason to ask."""


def next_lines(
    found: Sequence[next_answers.NextAnswer], record: FarmRecord, words: Words
) -> tuple[NextAnswer, ...]:
    """The most telling open questions, each with the half of the range its answer takes away."""
    rows = {row.key for row in record.rows}
    there = [(placed(one.asked, record), one) for one in found if one.asked.row in rows]
    still_open = [(asked, one) for asked, one in there if not is_answered(record, asked)]
    telling = [(asked, one) for asked, one in still_open if _half(one) >= WORTH_SAYING]
    return tuple(
        NextAnswer(asked.key, asked.label(words), _effect(one, words))
        for asked, one in telling[:MOST]
    )


def effects_of(
    found: Sequence[next_answers.NextAnswer], record: FarmRecord, words: Words
) -> dict[str, tuple[float, str]]:
    """How far each open question moves the result, as a share and in words, by editor."""
    rows = {row.key for row in record.rows}
    return {
        placed(one.asked, record).key: (_half(one), _effect(one, words))
        for one in found
        if one.asked.row in rows
    }


def _half(one: next_answers.NextAnswer) -> float:
    """Half of the range that hangs on an answer, as a share of the figure in its middle."""
    if not isfinite(one.width):
        return one.width
    middle = abs(one.low + one.high) / 2
    return one.width / 2 / middle if middle else 0.0


def _effect(one: next_answers.NextAnswer, words: Words) -> str:
    half = _half(one)
    if not isfinite(half):
        return ""
    return f"±{words.percent(half)}" if half >= WORTH_SAYING else f"±{words.percent(0)}"
