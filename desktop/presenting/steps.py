"""One step of the history in words, for the menu, the tool tips and the note after an undo."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.number_style import MISSING
from desktop.presenting.choices import option_label
from desktop.presenting.numbers import number_model, written
from desktop.presenting.places import Asked
from desktop.storage.facts import Answer, Change, Edit, State
from desktop.words import Words, mark

FACTS = {"name": mark("Name of the farm"), "year": mark("Year of the diagnosis")}


def step_words(edit: Edit | None, asked: Sequence[Asked], words: Words) -> str:
    """What a step changed: "Cows present on average: 80 → 82"; empty where there is none."""
    if edit is None:
        return ""
    # What was stated stands behind the rows that came and went with it.
    change = edit.changes[-1]
    question = _asked(change, asked)
    if question is not None:
        return _answer_words(change, question, words)
    if change.kind in ("farm", "dossier") and change.field in FACTS:
        return _told(words.say(FACTS[change.field]), str(change.old), str(change.new), words)
    if edit.label:
        return words.say(edit.label)
    if len(edit.changes) == 1:
        return words.say("one answer")
    return words.count("{n} change", "{n} changes", len(edit.changes))


def _answer_words(change: Change, asked: Asked, words: Words) -> str:
    if change.is_note:
        return words.say("Note: {label}", label=asked.label(words))
    old, new = (shown_state(asked, state, words) for state in (change.old, change.new))
    return _told(asked.label(words), old, new, words)


def _told(label: str, old: str, new: str, words: Words) -> str:
    return words.say("{label}: {old} → {new}", label=label, old=old, new=new)


def _asked(change: Change, asked: Sequence[Asked]) -> Asked | None:
    wanted = (change.subject, change.field)
    return next((one for one in asked if (one.subject, one.field) == wanted), None)


def shown_state(asked: Asked, state: State, words: Words) -> str:
    """An answer as it stands on the page, with its unit; a dash where there is none."""
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
