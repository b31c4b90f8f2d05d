"""One step of the history in words, for the menu, the tool tips and the note after an undo."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.number_style import MISSING
from desktop.presenting.choices import option_label
from desktop.presenting.numbers import number_model, written
from desktop.presenting.places import Asked
from desktop.storage.facts import Answer, Change, Edit, State
from desktop.words import Words


def step_words(edit: Edit | None, asked: Sequence[Asked], words: Words) -> str:
    """What a step changed: "Cows present on average: 80 → 82"; empty where there is none."""
    if edit is None:
        return ""
    if len(edit.changes) != 1:
        return edit.label or words.count("{n} change", "{n} changes", len(edit.changes))
    change = edit.changes[0]
    question = _asked(change, asked)
    if question is None:
        return edit.label or words.say("one answer")
    return words.say(
        "{label}: {old} → {new}",
        label=words.say(question.question.words),
        old=_shown(question, change.old, words),
        new=_shown(question, change.new, words),
    )


def _asked(change: Change, asked: Sequence[Asked]) -> Asked | None:
    wanted = (change.subject, change.field)
    return next((one for one in asked if (one.subject, one.field) == wanted), None)


def _shown(asked: Asked, state: State, words: Words) -> str:
    if not isinstance(state, Answer):
        return MISSING
    if not state.committed and state.text:
        return state.text
    if asked.number is not None and state.number is not None:
        model = number_model(asked, asked.number, words, None)
        return words.with_unit(
            written(model, state.number, words.number_style), model.units[0].code
        )
    if asked.choice is not None and state.option is not None:
        return option_label(asked.choice, state.option, words)
    return MISSING
