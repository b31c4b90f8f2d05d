"""One open dossier: what was typed, what counts, and the one door for every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.storage.commands import FactName
from desktop.storage.commands import Group as Together
from desktop.storage.facts import Answer, Change, Edit, Headline, Reading, Saved
from desktop.storage.plain_text import fitting
from desktop.storage.records import added_rows, reading_of
from desktop.storage.troubles import hour
from diagnostics.questionnaire.enterprises import Reshaping
from diagnostics.record import Entry, FarmRecord, parent_key

if TYPE_CHECKING:
    from desktop.storage.library import Library

__all__ = ["Document", "Edit", "Reading", "WriterNews"]

Key = tuple[str, str]
NOT_SAVED_AFTER = 400
"""Only a wait of so many milliseconds is worth saying."""


class WriterNews(QObject):
    """Carries what the writing thread says into the thread of the window."""

    saved = Signal(object)
    """A `Saved`: these commands are on the disk."""

    trouble = Signal(object)
    """A `StoreUnavailable`: the commands wait in memory."""

    recovered = Signal()
    """The disk responds again."""

    def listen_to(self, library: Library) -> None:
        """Hear the writer of a library from now on."""
        library.writer.on_saved = self.saved.emit
        library.writer.on_trouble = self.trouble.emit
        library.writer.on_recovered = self.recovered.emit


class Document(QObject):
    """The texts and values of a dossier, and its history; whoever shows them listens."""

    answer_changed = Signal(str, str)
    """Row and field of an answer that something other than its own editor has changed."""

    rows_changed = Signal()
    """Rows came or went: the pages ask other questions now."""

    facts_changed = Signal()
    """The farm has another name, or the dossier another year."""

    record_changed = Signal()
    """A value took effect: what is computed from it is out of date."""

    history_changed = Signal()
    """Another step would be undone or redone now."""

    step_taken = Signal(object)
    """An `Edit` that was undone, redone, or at which the undo paused."""

    saved = Signal(str)
    """Everything typed so far is on the disk since this hour."""

    delayed = Signal()
    """Something typed is not on the disk yet."""

    def __init__(self, library: Library, dossier: int, news: WriterNews) -> None:
        super().__init__()
        self._library = library
        self._facts = library.dossier(dossier)
        self._answers: dict[Key, Answer] = {}
        self._record = FarmRecord("", 0, ())
        self._sent = self._saved_up_to = 0
        self.revision = self._facts.revision
        self.undo_step: Edit | None = None
        self.redo_step: Edit | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(NOT_SAVED_AFTER)
        self._late.timeout.connect(self._on_late)
        self._news = news
        self._read()
        news.saved.connect(self._on_saved)

    # What stands in it.

    @property
    def id(self) -> int:
        """The number of the dossier in the library."""
        return self._facts.id

    @property
    def name(self) -> str:
        """The name of the farm."""
        return self._record.name

    @property
    def year(self) -> int:
        """The year of the diagnosis."""
        return self._record.year

    @property
    def place(self) -> str:
        """Where the user was when the dossier was left: page and editor."""
        return self._facts.place

    @property
    def record(self) -> FarmRecord:
        """The values in effect, as the engine takes them."""
        return self._record

    def answer(self, subject: str, field: str) -> Answer:
        """One field as it stands; nothing but its name where nobody touched it."""
        return self._answers.get((subject, field), Answer(subject, field))

    # What the user does.

    def type(self, subject: str, field: str, text: str) -> None:
        """Keep the text of a field, at every key; the value that counts stays."""
        text = fitting(text)
        kept = replace(self.answer(subject, field), text=text, committed=False)
        self._answers[subject, field] = kept
        self._send(self._library.writer.keep_text(self.id, subject, field, text))

    def annotate(self, subject: str, field: str, note: str) -> None:
        """Keep a note beside an answer, at every key; it changes no figure."""
        note = fitting(note)
        noted = replace(self.answer(subject, field), note=note)
        self._answers[subject, field] = noted
        self._record = _with(self._record, noted)
        self._send(self._library.writer.annotate(self.id, subject, field, note))

    def commit(self, reading: Reading) -> None:
        """Let a value take effect."""
        fresh = _answer_of(reading, self.answer(reading.subject, reading.field).note)
        self._answers[reading.subject, reading.field] = fresh
        self._send(self._library.writer.commit(self.id, reading))
        self._take_over(fresh)

    def reshape(self, change: Reshaping, label: str, *stated: Reading) -> None:
        """Let rows go and come, with what was stated that brought it about, as one step."""
        keys = {row.key for row in change.record.rows}
        readings = [
            reading_of(row.key, name, entry)
            for row in change.added
            for name, entry in row.entries.items()
        ]
        roots = tuple(key for key in change.removed if parent_key(key) not in change.removed)
        together = Together(
            self.id, label, roots, added_rows(change.added, keys), (*readings, *stated)
        )
        self._send(self._library.writer.together(together))
        self._answers = {key: one for key, one in self._answers.items() if key[0] in keys}
        self._record = change.record
        for reading in (*readings, *stated):
            self._put_in(reading)
        self.rows_changed.emit()
        self.record_changed.emit()

    def name_it(self, fact: FactName, value: str | int) -> None:
        """Give the farm another name or the dossier another year; each key is kept."""
        if fact == "name":
            self._record = replace(self._record, name=str(value))
        elif fact == "year":
            self._record = replace(self._record, year=int(value))
        self._send(self._library.writer.set_fact(self.id, fact, value))
        self.facts_changed.emit()

    def leave(self, subject: str, field: str) -> None:
        """The field was left: what follows is another step of the history."""
        self._send(self._library.writer.leave(self.id, subject, field))

    def undo(self) -> None:
        """Take back the newest step."""
        self._send(self._library.writer.undo(self.id))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._send(self._library.writer.redo(self.id))

    def go_to_step(self, step: int) -> None:
        """Undo or redo until that step of the history is the newest one done."""
        self._send(self._library.writer.go_to_step(self.id, step))

    def history(self, limit: int) -> tuple[Edit, ...]:
        """The newest steps first, as they are on the disk."""
        return self._library.history(self.id, limit)

    @property
    def sitting(self) -> str:
        """The name of the sitting that goes on, as the steps of the history carry it."""
        return self._library.writer.session

    def go_to(self, place: str) -> None:
        """Remember where the user is, to go on there another day."""
        self._facts = replace(self._facts, place=place)
        self._send(self._library.writer.set_place(self.id, place))

    def keep_headline(
        self, engine: str, factor_hash: str, figures: Mapping[str, float | str | None]
    ) -> None:
        """Keep the figures of the last calculation for the list of farms."""
        told = Headline(self.id, engine, factor_hash, self.revision, figures)
        self._send(self._library.writer.save_headline(told))

    @property
    def all_kept(self) -> bool:
        """Whether the disk has answered for everything that was sent to it."""
        return self._saved_up_to >= self._sent

    def flush(self) -> bool:
        """Wait until everything is on the disk; False when the disk refuses."""
        return self._library.writer.flush()

    def close(self) -> None:
        """Hear nothing more; the library goes on without this dossier."""
        self._late.stop()
        self._news.saved.disconnect(self._on_saved)

    # What follows.

    def _send(self, ticket: int) -> None:
        self._sent = ticket
        if not self._late.isActive():
            self._late.start()

    def _read(self) -> None:
        self._facts = self._library.dossier(self.id)
        self._record = self._library.record(self.id)
        self._answers = {(a.subject, a.field): a for a in self._library.answers(self.id)}
        self._read_history()

    def _read_history(self) -> None:
        self.undo_step = self._library.next_undo(self.id)
        self.redo_step = self._library.next_redo(self.id)
        self.history_changed.emit()

    def _take_over(self, answer: Answer) -> None:
        """Put a value in effect into the record; news only when it is another one."""
        before = self._record
        self._record = _with(before, answer)
        if self._record != before:
            self.record_changed.emit()

    def _put_in(self, reading: Reading) -> None:
        """Let a value stand that came with its row or brought rows about; nobody is told."""
        fresh = _answer_of(reading, self.answer(reading.subject, reading.field).note)
        self._answers[fresh.subject, fresh.field] = fresh
        self._record = _with(self._record, fresh)

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        if saved.dossier not in (None, self.id):
            return
        self._note_saved(saved)
        if saved.edit is not None:
            self._follow(saved.edit)

    def _note_saved(self, saved: Saved) -> None:
        self._saved_up_to = max(self._saved_up_to, *saved.tickets)
        self.revision = max(self.revision, saved.revision)
        if self.all_kept:
            self._late.stop()
            self.saved.emit(hour(saved.at.isoformat()))

    def _follow(self, edit: Edit) -> None:
        """Keep the history in step; an undo or redo also changes what stands in the fields."""
        if edit.act == "done" and all(change.old != change.new for change in edit.changes):
            self.undo_step, self.redo_step = edit, None
            self.history_changed.emit()
            return
        if edit.act in ("undone", "redone"):
            self._replay(edit)
        self._read_history()
        if edit.act != "done":
            self.step_taken.emit(edit)

    def _replay(self, edit: Edit) -> None:
        if any(change.kind != "answer" for change in edit.changes):
            self._read()
            self.rows_changed.emit()
            self.facts_changed.emit()
            self.record_changed.emit()
            return
        for change in edit.changes:
            self._put(change, edit.act == "undone")

    def _put(self, change: Change, back: bool) -> None:
        state = change.old if back else change.new
        key = change.subject, change.field
        answer = state if isinstance(state, Answer) else Answer(*key)
        self._answers[key] = answer
        self._take_over(answer)
        self.answer_changed.emit(*key)

    @Slot()
    def _on_late(self) -> None:
        if not self.all_kept:
            self.delayed.emit()


def _answer_of(reading: Reading, note: str) -> Answer:
    """What stands in a field once a reading has taken effect."""
    return Answer(
        reading.subject, reading.field, reading.text, reading.number, reading.option,
        reading.origin, note, confirmed=reading.confirmed,
    )  # fmt: skip


def _with(record: FarmRecord, answer: Answer) -> FarmRecord:
    """The record with the value of an answer in effect."""
    value = answer.option if answer.number is None else answer.number
    right = answer.confirmed
    entry = None if value is None else Entry(value, answer.origin, answer.note, confirmed=right)
    return record.but(answer.subject, answer.field, entry)
