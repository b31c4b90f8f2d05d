"""The history of a dossier as lines to read: when, in which sitting, what from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.presenting.answer_words import AnswerWords
from desktop.presenting.farm_cards import opened_on
from desktop.presenting.steps import FACTS
from desktop.storage.facts import Answer, Change, Edit
from desktop.widgets.history_list import HistoryLine
from desktop.words import Words


class Past:
    """Tells the steps of one dossier; the same moment and the same label are told once."""

    def __init__(self, naming: AnswerWords, words: Words, sitting: str, now: datetime) -> None:
        self._naming = naming
        self._words = words
        self._sitting = sitting
        self._now = now
        self._times: dict[str, str] = {}
        self._labels: dict[tuple[str, str], str] = {}

    def lines(self, edits: Sequence[Edit]) -> tuple[HistoryLine, ...]:
        """The steps, the newest first; the key of a line is the number of its step."""
        return tuple(self._line(edit) for edit in edits)

    def _line(self, edit: Edit) -> HistoryLine:
        change = edit.changes[-1]
        what, before, after = self._told(edit, change)
        return HistoryLine(str(edit.id), self._when(edit), what, before, after, edit.undone)

    def _told(self, edit: Edit, change: Change) -> tuple[str, str, str]:
        words = self._words
        if edit.label:
            return words.say(edit.label), "", ""
        if change.kind in ("farm", "dossier") and change.field in FACTS:
            return words.say(FACTS[change.field]), str(change.old or ""), str(change.new or "")
        if change.kind != "answer":
            return words.count("{n} change", "{n} changes", len(edit.changes)), "", ""
        value = self._naming.value
        before = value(change.subject, change.field, change.old)
        after = value(change.subject, change.field, change.new)
        label = self._label(change.subject, change.field)
        if before == after and _notes(change) is not None:
            return words.say("Note: {label}", label=label), *(_notes(change) or ("", ""))
        return label, before or "—", after or "—"

    def _label(self, subject: str, field: str) -> str:
        if (subject, field) not in self._labels:
            self._labels[subject, field] = self._naming.label(subject, field)
        return self._labels[subject, field]

    def _when(self, edit: Edit) -> str:
        if edit.at not in self._times:
            self._times[edit.at] = opened_on(edit.at, self._words, self._now)
        if edit.session == self._sitting:
            return self._times[edit.at]
        return self._words.say("{when}, earlier sitting", when=self._times[edit.at])


def _notes(change: Change) -> tuple[str, str] | None:
    """The notes before and after, where it is the note that changed."""
    old = change.old.note if isinstance(change.old, Answer) else ""
    new = change.new.note if isinstance(change.new, Answer) else ""
    return (old, new) if old != new else None
