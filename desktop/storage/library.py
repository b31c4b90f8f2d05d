"""The library of farms: one file, one writer, and facts for whoever asks."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, update

from desktop.storage import history
from desktop.storage.cards import read_farm_cards
from desktop.storage.creating import create_library
from desktop.storage.facts import (
    SCHEMA,
    Answer,
    Dossier,
    Edit,
    FarmCard,
    FarmRow,
)
from desktop.storage.farms import dossier_of, dossiers_of
from desktop.storage.history import Moment
from desktop.storage.lock import LibraryLock
from desktop.storage.opening import (
    copy_aside,
    examine,
    refuse_newer,
    refuse_orphan_log,
    refuse_unreadable,
)
from desktop.storage.records import dossier_from, record_of
from desktop.storage.schema import StoredAnswer, StoredMeta, StoredRow
from desktop.storage.states import answer_of, row_of, the_dossier, the_farm
from desktop.storage.store import Store
from desktop.storage.troubles import NOT_REACHED, READ_ONLY, StoreUnavailable
from desktop.storage.upgrade import Steps, upgrade
from desktop.storage.writer import Writer
from desktop.storage.writer_thread import Terms
from diagnostics import ENGINE_VERSION
from diagnostics.record import FarmRecord


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a library depends on from outside, so that a test can choose it."""

    program: str = ENGINE_VERSION
    writing: Terms = field(default_factory=Terms)
    backups: Path | None = None
    steps: Steps = field(default_factory=lambda: Steps(SCHEMA))


class Library:
    """An open library: `open` writes and holds the lock for life, `look` only reads."""

    def __init__(
        self,
        store: Store,
        writer: Writer | None = None,
        lock: LibraryLock | None = None,
        aside: Path | None = None,
    ) -> None:
        self.path = store.path
        self._store = store
        self._writer = writer
        self._lock = lock
        self._aside = aside

    @classmethod
    def open(
        cls, path: Path, conditions: Conditions | None = None, lock: LibraryLock | None = None
    ) -> Library:
        """Open the library to work in it, making it when there is none, or say what prevents it."""
        given = conditions or Conditions()
        held = lock or LibraryLock.take(path, given.writing.clock)
        try:
            _prepare(path, given)
            store = _writable(path, given.program)
        except BaseException:
            # A lock that was brought along stays with whoever brought it: a recovery needs it.
            if lock is None:
                held.release()
            raise
        return cls(store, Writer(store, given.writing), held)

    @classmethod
    def look(cls, path: Path, conditions: Conditions | None = None) -> Library:
        """Open the library only to read: it is newer, in a locked folder, or in use elsewhere."""
        program = (conditions or Conditions()).program
        try:
            return cls(_readable(path, program))
        except StoreUnavailable as trouble:
            if trouble.trouble not in {READ_ONLY, NOT_REACHED} or not path.exists():
                raise
        # In a locked folder the log cannot be read in place, and it holds the newest edits.
        aside = Path(tempfile.mkdtemp(prefix="bocage-"))
        try:
            return cls(_readable(copy_aside(path, aside), program), aside=aside)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise

    @property
    def read_only(self) -> bool:
        """Whether the library can only be looked at."""
        return self._writer is None

    @property
    def writer(self) -> Writer:
        """The door for every change."""
        if self._writer is None:
            raise StoreUnavailable(READ_ONLY)
        return self._writer

    def add(
        self, record: FarmRecord, farm: int | None = None, version: int = 1, uuid: str = ""
    ) -> int:
        """Add a record as a dossier, of a new farm unless one is named; wait until it is saved."""
        saved = self.writer.ask(dossier_from(record, farm, version, uuid))
        if saved.dossier is None:
            raise LookupError("the dossier was saved without a number")
        return saved.dossier

    def empty_bin(self, before: datetime) -> int:
        """Take away for ever the farms that came into the bin before a moment; gives how many."""
        stale = [card for card in self.farms(binned=True) if _came_before(card, before)]
        for card in stale:
            self.writer.delete_farm(card.farm)
        return len(stale)

    def farms(self, binned: bool = False) -> tuple[FarmCard, ...]:
        """The farm list, or the bin."""
        return read_farm_cards(self.path, binned)

    def dossiers(self, farm: int) -> tuple[Dossier, ...]:
        """Every year and version of a farm, the newest year first."""
        with self._store.reading() as session:
            return dossiers_of(session, farm)

    def dossier(self, dossier: int) -> Dossier:
        """One dossier; a number nobody gave is a LookupError."""
        with self._store.reading() as session:
            stored = the_dossier(session, dossier)
            return dossier_of(stored, the_farm(session, dossier).name)

    def rows(self, dossier: int) -> tuple[FarmRow, ...]:
        """Every row of a dossier in the order of its pages."""
        statement = (
            select(StoredRow)
            .where(StoredRow.dossier_id == dossier)
            .order_by(StoredRow.position, StoredRow.subject)
        )
        with self._store.reading() as session:
            return tuple(row_of(stored) for stored in session.scalars(statement))

    def answers(self, dossier: int) -> tuple[Answer, ...]:
        """Every field somebody touched, with its text and its value."""
        statement = select(StoredAnswer).where(StoredAnswer.dossier_id == dossier)
        with self._store.reading() as session:
            return tuple(answer_of(stored) for stored in session.scalars(statement))

    def record(self, dossier: int) -> FarmRecord:
        """The dossier as the engine and the farm file take it: values in effect, no texts."""
        return record_of(self.dossier(dossier), self.rows(dossier), self.answers(dossier))

    def history(self, dossier: int, limit: int = 200) -> tuple[Edit, ...]:
        """The steps of a dossier, the newest first."""
        with self._store.reading() as session:
            return history.steps(session, dossier, limit)

    def next_undo(self, dossier: int) -> Edit | None:
        """What an undo would take back, for the words of the menu."""
        sitting = "" if self._writer is None else self._writer.session
        with self._store.reading() as session:
            return history.next_undo(session, Moment("", sitting), dossier)

    def next_redo(self, dossier: int) -> Edit | None:
        """What a redo would do again, for the words of the menu."""
        with self._store.reading() as session:
            return history.next_redo(session, dossier)

    def close(self, timeout: float = 10.0) -> int:
        """Save what waits, close the file, free the lock; gives the number of edits not saved."""
        unsaved = 0 if self._writer is None else self._writer.close(timeout)
        self._store.close()
        if self._lock is not None:
            self._lock.release()
        if self._aside is not None:
            shutil.rmtree(self._aside, ignore_errors=True)
        return unsaved


def _came_before(card: FarmCard, moment: datetime) -> bool:
    try:
        return datetime.fromisoformat(card.binned_at or "") < moment
    except (ValueError, TypeError):  # TypeError: a moment without a time zone
        return False


def _prepare(path: Path, conditions: Conditions) -> None:
    """Bring the file to the form this program writes; a file in doubt is left untouched."""
    if not path.exists():
        refuse_orphan_log(path)
        create_library(path, conditions.program, conditions.writing.clock)
        return
    found = examine(path)
    refuse_newer(found, conditions.program)
    if found.schema < conditions.steps.schema:
        backups = conditions.backups or path.parent / "backups"
        upgrade(path, backups, conditions.steps, conditions.writing.clock)


def _writable(path: Path, program: str) -> Store:
    """The first write is made now, so that a locked file is known before the first key."""
    store = Store(path)
    try:
        with store.writing() as session:
            # A transaction alone proves nothing: on a locked file SQLite makes it one for reading.
            signed = update(StoredMeta).where(StoredMeta.key == "written_by")
            session.execute(signed.values(value=program))
    except StoreUnavailable:
        store.close()
        raise
    return store


def _readable(path: Path, program: str) -> Store:
    """The library for reading, once one question was answered by it."""
    refuse_unreadable(examine(path), program)
    store = Store(path, read_only=True)
    try:
        with store.reading() as session:
            session.scalar(select(StoredMeta.value).limit(1))
    except StoreUnavailable:
        store.close()
        raise
    return store
