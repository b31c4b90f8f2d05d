"""Commands in the order of the keys, between those who ask and the one thread that writes.

Everything two threads share is in this class, behind one condition; the rest of the writer is
ordinary code of one thread.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, replace

from desktop.storage.commands import Annotate, Command, KeepText
from desktop.storage.facts import Saved
from desktop.storage.troubles import StoreUnavailable


@dataclass(frozen=True, slots=True)
class Waiting:
    """A command in the queue, with every ticket it will redeem, and who waits for an answer."""

    command: Command
    tickets: tuple[int, ...]
    done: Future[Saved] | None = None

    def answer(self, saved: Saved | Exception) -> None:
        """Tell whoever waits; who has stopped waiting is not disturbed."""
        if self.done is None:
            return
        with suppress(InvalidStateError):
            if isinstance(saved, Exception):
                self.done.set_exception(saved)
            else:
                self.done.set_result(saved)

    @property
    def given_up(self) -> bool:
        """Whether who asked has stopped waiting, so that it must not happen any more."""
        return self.done is not None and self.done.cancelled()


class CommandQueue:
    """The queue, the command being served, and the trouble that keeps them in memory."""

    def __init__(self) -> None:
        self._queue: deque[Waiting] = deque()
        self._serving: Waiting | None = None
        self._tickets = 0
        self._trouble: StoreUnavailable | None = None
        self._try_now = self._closing = self._stopped = self._ended = False
        self._news = threading.Condition()

    @property
    def trouble(self) -> StoreUnavailable | None:
        """What keeps the commands in memory at present; None when all is well."""
        return self._trouble

    @property
    def ended(self) -> bool:
        """Whether the last command was taken and none will come."""
        return self._ended

    @property
    def unsaved(self) -> int:
        """How many tickets are not on the disk yet."""
        with self._news:
            serving = (self._serving,) if self._serving else ()
            return sum(len(waiting.tickets) for waiting in (*serving, *self._queue))

    def put(self, command: Command, done: Future[Saved] | None = None) -> int:
        """Add a command and give its ticket; a newer text of a field replaces the older one."""
        with self._news:
            if self._closing:
                raise RuntimeError("the library is closed")
            if done is not None and self._trouble is not None:
                raise self._trouble
            self._tickets += 1
            last = self._queue[-1] if self._queue else None
            if last is not None and _overtakes(command, last.command):
                tickets = (*last.tickets, self._tickets)
                self._queue[-1] = replace(last, command=command, tickets=tickets)
            else:
                self._queue.append(Waiting(command, (self._tickets,), done))
            self._news.notify_all()
            return self._tickets

    def take(self, retry_every: float) -> Waiting | None:
        """The next command to serve, after a pause in times of trouble; None is the end."""
        with self._news:
            if self._is_final():
                self._news.wait_for(self._is_closing)
                return None
            if self._trouble is not None:
                self._news.wait_for(self._may_try, retry_every)
            self._try_now = False
            self._news.wait_for(self._has_work)
            if self._stopped or not self._queue:
                return None
            self._serving = self._queue.popleft()
            return self._serving

    def put_back(self, waiting: Waiting) -> None:
        """Back to the head: the order of the commands is the order of the keys."""
        with self._news:
            self._queue.appendleft(waiting)
            self._serving = None

    def hold(self, trouble: StoreUnavailable) -> bool:
        """Keep everything in memory for now; gives whether this trouble is news."""
        with self._news:
            known = self._trouble is not None and self._trouble.trouble == trouble.trouble
            self._trouble = trouble
            self._stopped = self._closing
            # Who waits for an answer is told the trouble instead of being kept waiting.
            for waiting in [waiting for waiting in self._queue if waiting.done is not None]:
                self._queue.remove(waiting)
                waiting.answer(trouble)
            self._news.notify_all()
            return not known

    def recover(self) -> bool:
        """The disk responded; gives whether there was a trouble that is over now."""
        with self._news:
            recovered, self._trouble = self._trouble is not None, None
            return recovered

    def rest(self) -> None:
        """The command was served and its news was given."""
        with self._news:
            self._serving = None
            self._news.notify_all()

    def end(self) -> None:
        """The thread has taken its last command."""
        with self._news:
            self._ended = True
            self._news.notify_all()

    def retry(self) -> None:
        """Try what is held in memory at once instead of waiting for the next turn."""
        with self._news:
            self._try_now = self._trouble is not None and not self._is_final()
            self._news.notify_all()

    def settle(self, timeout: float) -> bool:
        """Wait until all is on the disk; False when the disk refuses or is too slow."""
        self.retry()
        with self._news:
            self._news.wait_for(self._is_settled, timeout)
            return not self._queue and self._serving is None

    def close(self, timeout: float) -> None:
        """Take no more commands, and wait until the thread has ended."""
        with self._news:
            self._closing = True
            self._news.notify_all()
            self._news.wait_for(self._has_ended, timeout)
            # A disk that is still busy must not be written to once the lock is free.
            self._stopped = True

    def _is_settled(self) -> bool:
        if self._serving is not None:
            return False
        return not self._queue or (self._trouble is not None and not self._try_now)

    def _is_final(self) -> bool:
        """Whether the trouble is one that trying again would only make worse."""
        return self._trouble is not None and not self._trouble.trouble.passing

    def _is_closing(self) -> bool:
        return self._closing

    def _may_try(self) -> bool:
        return self._try_now or self._closing

    def _has_work(self) -> bool:
        return bool(self._queue) or self._closing

    def _has_ended(self) -> bool:
        return self._ended


def _overtakes(new: Command, last: Command) -> bool:
    """Whether a text or note makes the one waiting before it needless: nothing in between."""
    if isinstance(new, KeepText):
        return isinstance(last, KeepText) and _place(new) == _place(last)
    return isinstance(new, Annotate) and isinstance(last, Annotate) and _place(new) == _place(last)


def _place(command: KeepText | Annotate) -> tuple[int, str, str]:
    return command.dossier, command.subject, command.field
