"""The one thread that writes: commands go in, receipts come out once the disk has them.

Nothing stands between a key and the disk but a queue. When the disk refuses, the commands wait
in memory in their order and are tried again; the user is told, and told again when it is over.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from desktop.storage.applying import carry_out
from desktop.storage.command_queue import CommandQueue, Waiting
from desktop.storage.commands import Command, DeleteFarm, checked
from desktop.storage.facts import Clock, Refused, Saved, utc_now
from desktop.storage.files import RESERVE_BYTES, Reserve
from desktop.storage.history import Moment
from desktop.storage.store import Store
from desktop.storage.troubles import (
    DISK_FULL,
    DISK_SILENT,
    NOT_KNOWN,
    NOT_REACHED,
    StoreUnavailable,
    Trouble,
    hour,
)

LOG = logging.getLogger(__name__)
# What a command that cannot be carried out raises; it must not stop those behind it.
IMPOSSIBLE = (SQLAlchemyError, LookupError, ValueError, TypeError, ArithmeticError)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the writer depends on from outside, so that a test can choose it."""

    clock: Clock = utc_now
    retry_every: float = 5.0
    reserve: int = RESERVE_BYTES


class WriterThread:
    """The thread that empties the queue into the library, and the news it gives.

    The four callbacks are called in this thread: they pass the news on and never wait for it.
    """

    def __init__(self, store: Store, terms: Terms) -> None:
        self.on_saved: Callable[[Saved], None] = _told_to_nobody
        self.on_trouble: Callable[[StoreUnavailable], None] = _told_to_nobody
        self.on_recovered: Callable[[], None] = _told_to_nobody
        self.on_refused: Callable[[Refused], None] = _log_refusal
        self.session = uuid.uuid4().hex
        self._store = store
        self._clock = terms.clock
        self._retry_every = terms.retry_every
        self._reserve = Reserve(store.path, terms.reserve)
        self._warned: set[int] = set()
        self._last_saved: datetime | None = None
        self._queue = CommandQueue()
        self._start()

    @property
    def trouble(self) -> StoreUnavailable | None:
        """What keeps the commands in memory at present; None when all is well."""
        return self._queue.trouble

    @property
    def unsaved(self) -> int:
        """How many tickets are not on the disk yet."""
        return self._queue.unsaved

    def send(self, command: Command) -> int:
        """Queue a command and give its ticket, which `on_saved` redeems."""
        return self._queue.put(checked(command))

    def ask(self, command: Command, timeout: float = 30.0) -> Saved:
        """Send a command and wait for its receipt; unlike others it is never held in memory."""
        done: Future[Saved] = Future()
        self._queue.put(checked(command), done)
        try:
            return done.result(timeout)
        except TimeoutError as error:
            done.cancel()
            raise self._told(DISK_SILENT) from error

    def retry(self) -> None:
        """Try what is held in memory at once instead of waiting for the next turn."""
        self._queue.retry()

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until everything is on the disk; False when the disk refuses or is too slow."""
        return self._queue.settle(timeout)

    def close(self, timeout: float = 10.0) -> int:
        """Write what can be written, end the thread, and say how many tickets were not saved."""
        self.flush(timeout)
        self._queue.close(timeout)
        return self.unsaved

    def _start(self) -> None:
        threading.Thread(target=self._run, name="library writer", daemon=True).start()

    def _run(self) -> None:
        """Serve until the library is closed; after a bug another thread goes on in its place.

        The bug itself goes to `threading.excepthook`, the crash dialog of the application.
        """
        self._reserve.keep()
        try:
            while (waiting := self._queue.take(self._retry_every)) is not None:
                self._serve(waiting)
            self._queue.end()
        finally:
            if not self._queue.ended:
                self._start()

    def _serve(self, waiting: Waiting) -> None:
        try:
            saved = None if waiting.given_up else self._save(waiting)
        except StoreUnavailable as trouble:
            self._hold(waiting, trouble)
        except IMPOSSIBLE as reason:
            self._refuse(waiting, reason)
        else:
            if saved is not None:
                self._acknowledge(waiting, saved)
        finally:
            self._queue.rest()

    def _save(self, waiting: Waiting) -> Saved:
        moment = self._moment()
        with self._store.writing() as session:
            outcome = carry_out(waiting.command, session, moment)
        if isinstance(waiting.command, DeleteFarm):
            self._scrub()
        # Only here, after COMMIT has returned, may anybody call it saved.
        return Saved(
            waiting.tickets, outcome.dossier, outcome.revision, outcome.edit, self._clock()
        )

    def _scrub(self) -> None:
        """Leave nothing of a deleted farm in the log; a log in use is emptied at the next edits."""
        try:
            self._store.scrub()
        except StoreUnavailable:
            LOG.warning("the log could not be emptied after a farm was deleted")

    def _moment(self) -> Moment:
        now = self._clock()
        if self._last_saved is not None and now < self._last_saved:
            LOG.warning("the clock went back by %s", self._last_saved - now)
        return Moment(now.isoformat(), self.session, self._warned)

    def _acknowledge(self, waiting: Waiting, saved: Saved) -> None:
        self._last_saved = saved.at
        self._recover()
        waiting.answer(saved)
        self.on_saved(saved)

    def _hold(self, waiting: Waiting, trouble: StoreUnavailable) -> None:
        self._queue.put_back(waiting)
        if trouble.trouble is DISK_FULL and self._reserve.release():
            return
        if trouble.trouble in {DISK_SILENT, NOT_REACHED}:
            self._store.reconnect()
        told = self._told(trouble.trouble)
        if self._queue.hold(told):
            self.on_trouble(told)

    def _refuse(self, waiting: Waiting, reason: Exception) -> None:
        self._recover()
        waiting.answer(reason)
        if waiting.done is None:
            self.on_refused(Refused(waiting.tickets, reason))

    def _recover(self) -> None:
        if self._queue.recover():
            self._reserve.keep()
            self.on_recovered()

    def _told(self, trouble: Trouble) -> StoreUnavailable:
        last = NOT_KNOWN if self._last_saved is None else hour(self._last_saved.isoformat())
        return StoreUnavailable(trouble, time=last)


def _told_to_nobody(*_news: object) -> None:
    """Nobody asked for this news."""


def _log_refusal(refused: Refused) -> None:
    LOG.error("tickets %s cannot be saved: %s", refused.tickets, type(refused.reason).__name__)
