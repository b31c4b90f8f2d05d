"""Kills a program while it types, and lets another process judge what is left on the disk.

The program says what is saved on a pipe (`announce`, called by the writer after COMMIT); only what
the parent received counts. Any program can be killed: `forked` starts a function, `spawned` a
command. The judge always works in a fresh process: the killed one cannot speak for itself.
"""

import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from desktop.storage.applying import carry_out
from desktop.storage.command_queue import Waiting
from desktop.storage.facts import Answer, Edit, Saved
from desktop.storage.library import Conditions, Library
from desktop.storage.states import read, written
from desktop.storage.troubles import StoreUnavailable
from desktop.storage.writer_thread import Terms, WriterThread

ROOT = Path(__file__).resolve().parent.parent
# Only the programs of the tests look at this; the application knows nothing of it.
FAULT = "BOCAGE_TEST_SAY_SAVED_BEFORE_COMMIT"
READY = b"ready"
Start = Callable[[int], int]


@dataclass(frozen=True)
class Receipt:
    """One line of the program: this is on the disk."""

    tickets: tuple[int, ...]
    dossier: int
    revision: int
    edit: int
    act: str
    changes: tuple[tuple[str, str, str, str | None], ...]
    # The last one before a kill: more of its field may have been written and not been heard.
    final: bool = False


def announce(pipe: int, saved: Saved) -> None:
    """Print the receipt of an edit in one write, so that no kill can tear it."""
    if saved.edit is not None and saved.edit.act != "paused":
        os.write(pipe, json.dumps(_plain(saved, saved.edit)).encode() + b"\n")


def ready(pipe: int) -> None:
    """Say that the program is open and begins to type."""
    os.write(pipe, READY + b"\n")


def _plain(saved: Saved, edit: Edit) -> list[object]:
    changes = [[c.kind, c.subject, c.field, written(c.new)] for c in edit.changes]
    return [saved.tickets, edit.dossier, saved.revision, edit.id, edit.act, changes]


def receipts_in(lines: bytes) -> list[Receipt]:
    """The receipts among the lines received; a line without its end was not received."""
    whole = [line for line in lines.split(b"\n")[:-1] if line != READY]
    return [_receipt(json.loads(line)) for line in whole]


def _receipt(line: list[Any]) -> Receipt:
    tickets, dossier, revision, edit, act, changes, *final = line
    told = tuple(map(tuple, changes))
    return Receipt(tuple(tickets), dossier, revision, edit, act, told, *final)


def forked(program: Callable[[int], None]) -> Start:
    """A start that runs a function in a process of its own; the parent must have no threads."""

    def start(pipe: int) -> int:
        child = os.fork()
        if child == 0:
            try:
                program(pipe)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(70)
        return child

    return start


def spawned(command: Sequence[str], environment: dict[str, str] | None = None) -> Start:
    """A start that runs a command; "{pipe}" in it becomes the number of the pipe to write to."""

    def start(pipe: int) -> int:
        words = [word.replace("{pipe}", str(pipe)) for word in command]
        whole = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
        os.set_inheritable(pipe, True)
        return os.posix_spawn(words[0], words, whole)

    return start


def typed_until_killed(start: Start, seconds: float, after_ready: bool = False) -> list[Receipt]:
    """Start a program, kill it after so many seconds, and give back what it said was saved."""
    reading, writing = os.pipe()
    child = start(writing)
    os.close(writing)
    heard = _heard_until(reading, READY, 60.0) if after_ready else b""
    heard += _heard_until(reading, b"", seconds)
    os.kill(child, signal.SIGKILL)
    _, end = os.waitpid(child, 0)
    heard += _heard_until(reading, b"", 60.0)
    os.close(reading)
    if not os.WIFSIGNALED(end):
        raise RuntimeError(f"the program ended by itself with {os.waitstatus_to_exitcode(end)}")
    heard_of = receipts_in(heard)
    return [*heard_of[:-1], *(replace(receipt, final=True) for receipt in heard_of[-1:])]


def _heard_until(pipe: int, word: bytes, seconds: float) -> bytes:
    """What comes through a pipe until a word was said, the time is over, or nobody is left."""
    until, heard = time.monotonic() + seconds, b""
    while (left := until - time.monotonic()) > 0 and not (word and word in heard):
        if select.select([pipe], [], [], left)[0]:
            piece = os.read(pipe, 65_536)
            if not piece:
                break
            heard += piece
    return heard


@dataclass
class Verdict:
    """What the judge found; everything but the counts of good things has to be zero."""

    edits: int = 0
    lost: int = 0
    corrupt: int = 0
    gaps: int = 0
    torn: int = 0
    locked: int = 0
    undo_refused: int = 0
    half_typed: int = 0
    undone: int = 0
    slowest_restart: float = 0.0
    notes: list[str] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many things are not as promised."""
        bad = (self.lost, self.corrupt, self.gaps, self.torn, self.locked, self.undo_refused)
        return sum(bad)

    def blame(self, what: str, note: str) -> None:
        """Count one fault, with a word on it."""
        setattr(self, what, getattr(self, what) + 1)
        self.notes.append(f"{what}: {note}"[:300])


def judge(library: Path, receipts: Iterable[Receipt]) -> Verdict:
    """Look at a library after a kill: everything acknowledged is there, nothing is damaged."""
    known = list(receipts)
    verdict = Verdict(edits=sum(len(receipt.tickets) for receipt in known))
    if not library.exists():
        if known:
            verdict.blame("lost", "the library is gone")
        return verdict
    try:
        with closing(sqlite3.connect(library)) as connection:
            connection.row_factory = sqlite3.Row
            _judge_file(connection, verdict)
            for dossier in {receipt.dossier for receipt in known}:
                _judge_dossier(connection, [r for r in known if r.dossier == dossier], verdict)
    except sqlite3.DatabaseError as error:
        verdict.blame("corrupt", str(error))
        return verdict
    _judge_restart(library, verdict)
    return verdict


def _judge_file(connection: sqlite3.Connection, verdict: Verdict) -> None:
    (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
    if sound != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
        verdict.blame("corrupt", sound)
    first, last, count = connection.execute(
        "SELECT min(id), max(id), count(*) FROM edit_log"
    ).fetchone()
    if count and (first, last) != (1, count):
        verdict.blame("gaps", f"{count} rows from {first} to {last}")
    for dossier in connection.execute("SELECT * FROM dossier").fetchall():
        _judge_states(connection, dossier, verdict)


def _judge_states(connection: sqlite3.Connection, dossier: sqlite3.Row, verdict: Verdict) -> None:
    """Every answer is what the newest step up to the cursor made it: no transaction is torn."""
    rows = connection.execute(
        "SELECT subject, field, new FROM edit_log WHERE dossier_id = ? AND id <= ? "
        "AND dropped = 0 AND kind = 'answer' ORDER BY id",
        (dossier["id"], dossier["cursor"]),
    )
    wanted = {(row["subject"], row["field"]): row["new"] for row in rows}
    for (subject, name), new in wanted.items():
        found = _answer(connection, dossier["id"], subject, name)
        if found != read("answer", new):
            verdict.blame("torn", f"{subject} {name}: {found} instead of {new}")


def _judge_dossier(
    connection: sqlite3.Connection, receipts: list[Receipt], verdict: Verdict
) -> None:
    last = max(receipts, key=lambda receipt: receipt.revision)
    dossier = connection.execute("SELECT * FROM dossier WHERE id = ?", (last.dossier,)).fetchone()
    if dossier is None or dossier["revision"] < last.revision:
        verdict.blame("lost", f"revision {last.revision} of dossier {last.dossier}")
        return
    # What was asked after the last receipt may have been written too; it was never promised.
    ahead = dossier["revision"] > last.revision
    newest = {receipt.edit: receipt for receipt in receipts}
    for receipt in newest.values():
        unheard = ahead and receipt.edit == max(newest)
        before_a_kill = receipt.final and receipt is not last
        _judge_receipt(connection, receipt, unheard or before_a_kill, verdict)
    if not ahead and (dossier["cursor"] >= last.edit) == (last.act == "undone"):
        verdict.blame("lost", f"{last.act} of step {last.edit}, cursor at {dossier['cursor']}")
    if not ahead and last.act == "done":
        _judge_half_typed(connection, last, verdict)


def _judge_receipt(
    connection: sqlite3.Connection, receipt: Receipt, may_be_ahead: bool, verdict: Verdict
) -> None:
    for kind, subject, name, new in receipt.changes:
        row = connection.execute(
            "SELECT new FROM edit_log WHERE id <= ? AND dossier_id = ? AND kind = ? "
            "AND subject = ? AND field = ? ORDER BY id DESC LIMIT 1",
            (receipt.edit, receipt.dossier, kind, subject, name),
        ).fetchone()
        if row is None or (row["new"] != new and not may_be_ahead):
            found = row and row["new"]
            verdict.blame("lost", f"step {receipt.edit} {subject} {name}: {found} for {new}")


def _judge_half_typed(connection: sqlite3.Connection, last: Receipt, verdict: Verdict) -> None:
    for kind, subject, name, new in last.changes:
        wanted = read("answer", new) if kind == "answer" else None
        if isinstance(wanted, Answer) and not wanted.committed:
            if _answer(connection, last.dossier, subject, name) == wanted:
                verdict.half_typed += 1
            else:
                verdict.blame("lost", f"half-typed text of {subject} {name}")


def _answer(connection: sqlite3.Connection, dossier: int, subject: str, name: str) -> Answer | None:
    row = connection.execute(
        "SELECT * FROM answer WHERE dossier_id = ? AND subject = ? AND field = ?",
        (dossier, subject, name),
    ).fetchone()
    if row is None:
        return None
    values = {key: row[key] for key in row.keys() if key != "dossier_id"}  # noqa: SIM118
    return Answer(**{**values, "committed": bool(row["committed"])})


def _judge_restart(library: Path, verdict: Verdict) -> None:
    """The program starts again at once, and its newest step can be undone and redone."""
    began = time.monotonic()
    try:
        opened = Library.open(library, Conditions("judge", Terms(reserve=0)))
    except StoreUnavailable as trouble:
        verdict.blame("locked" if trouble.key == "E04" else "corrupt", str(trouble))
        return
    verdict.slowest_restart = round(time.monotonic() - began, 3)
    for card in opened.farms():
        if card.dossier is not None:
            _judge_undo(opened, card.dossier, verdict)
    opened.close()


def _judge_undo(library: Library, dossier: int, verdict: Verdict) -> None:
    step = library.next_undo(dossier)
    if step is None:
        return
    before = _contents(library, dossier)
    library.writer.undo(dossier)
    library.writer.undo(dossier)  # the first one pauses at the line where this sitting began
    library.writer.flush()
    after = _contents(library, dossier)
    if all(after.get((c.subject, c.field)) == c.old for c in step.changes if c.kind == "answer"):
        verdict.undone += 1
    else:
        verdict.blame("undo_refused", f"step {step.id}")
    library.writer.redo(dossier)
    library.writer.flush()
    if _contents(library, dossier) != before:
        verdict.blame("undo_refused", f"redo of step {step.id}")


def _contents(library: Library, dossier: int) -> dict[tuple[str, str], Answer]:
    return {(a.subject, a.field): a for a in library.answers(dossier)}


def judged_in_a_fork(library: Path, receipts: Iterable[Receipt]) -> Verdict:
    """The verdict of a process that has nothing to do with the killed one."""

    def speak(pipe: int) -> None:
        os.write(pipe, json.dumps(asdict(judge(library, receipts))).encode() + b"\n")
        os._exit(0)

    reading, writing = os.pipe()
    child = forked(speak)(writing)
    os.close(writing)
    said = _heard_until(reading, b"\n", 120.0)
    os.close(reading)
    os.waitpid(child, 0)
    return Verdict(**json.loads(said))


def judged_by_a_command(library: Path, receipts: Iterable[Receipt]) -> Verdict:
    """The same from a new interpreter, for parents that may not fork (Qt, threads)."""
    lines = [[*asdict(receipt).values()] for receipt in receipts]
    command = [sys.executable, "-m", "tests.kill_harness", str(library)]
    done = subprocess.run(
        command, input=json.dumps(lines), capture_output=True, text=True, check=True, cwd=ROOT
    )
    return Verdict(**json.loads(done.stdout))


@dataclass
class Report:
    """The sum of all verdicts, for the note."""

    kills: int = 0
    total: Verdict = field(default_factory=Verdict)

    def add(self, verdict: Verdict, fresh_edits: int) -> None:
        """Count one kill; a receipt judged again later is not counted again."""
        self.kills += 1
        self.total.edits += fresh_edits
        for item in fields(Verdict):
            if item.type is int and item.name != "edits":
                value = getattr(self.total, item.name) + getattr(verdict, item.name)
                setattr(self.total, item.name, value)
        slowest = max(self.total.slowest_restart, verdict.slowest_restart)
        self.total.slowest_restart = slowest
        self.total.notes += verdict.notes[: max(0, 5 - len(self.total.notes))]

    def line(self) -> str:
        """One line of figures, as JSON."""
        return json.dumps({"kills": self.kills, **asdict(self.total), "faults": self.total.faults})


def plant_early_acknowledgement(seconds: float = 0.1) -> None:
    """The planted fault: "saved" is said before COMMIT, and the disk takes a moment longer."""

    def hasty(self: WriterThread, waiting: Waiting) -> Saved:
        moment = self._moment()
        with self._store.writing() as session:
            outcome = carry_out(waiting.command, session, moment)
            saved = Saved(
                waiting.tickets, outcome.dossier, outcome.revision, outcome.edit, self._clock()
            )
            self.on_saved(saved)
            time.sleep(seconds)
        return saved

    WriterThread._save = hasty  # type: ignore[method-assign]


def fault_wanted() -> bool:
    """Whether this run is the one that has to be caught."""
    return os.environ.get(FAULT) == "1"


def _read_receipts() -> Iterator[Receipt]:
    for line in json.load(sys.stdin):
        yield _receipt(line)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(judge(Path(sys.argv[1]), _read_receipts()))))
