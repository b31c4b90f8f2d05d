"""Recomputes after each change: the figures at once, their range after a pause.

The run itself takes milliseconds and happens in the thread of the window once the event loop has
settled; the draws run in a thread that sees immutable values only. The newest request wins.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from diagnostics.core.errors import DiagnosticsError, Message
from diagnostics.core.factors import FactorSet
from diagnostics.diagnosis import Diagnosis, diagnose
from diagnostics.next_answers import Advice, advise
from diagnostics.questionnaire.quick import is_quick
from diagnostics.record import FarmRecord
from diagnostics.results import figures_of, results_of

DRAWS = 2_000
PAUSE = 200


@dataclass(frozen=True)
class Outcome:
    """What a run gave; `refused` is the reason when the engine could not run at all."""

    number: int
    record: FarmRecord
    diagnosis: Diagnosis | None = None
    results: dict[str, Any] | None = None
    refused: Message | None = None
    advice: Advice | None = None

    @property
    def drawn(self) -> bool:
        """Whether the range is known."""
        return self.diagnosis is not None and bool(self.diagnosis.uncertainty)


def advised(outcome: Outcome, factors: FactorSet) -> Outcome:
    """The same outcome with the precision, and the questions that would narrow the range most."""
    if outcome.diagnosis is None or not is_quick(outcome.record):
        return outcome
    return replace(outcome, advice=advise(outcome.record, factors))


def computed(number: int, record: FarmRecord, factors: FactorSet, draws: int = 0) -> Outcome:
    """Diagnose a dossier; what the engine refuses is a reason, not an accident."""
    try:
        diagnosis = diagnose(record, factors, draws=draws)
    except DiagnosticsError as error:
        return Outcome(number, record, refused=error.message)
    # The list of reference values is for paper: it waits for the run with draws, in its thread.
    results = results_of(diagnosis) if draws else figures_of(diagnosis)
    return Outcome(number, record, diagnosis, results)


class Computing(QObject):
    """Runs the engine when asked; several wishes in one breath are one run."""

    results_ready = Signal(object)
    """An `Outcome` without range, a few milliseconds after the last change."""

    range_ready = Signal(object)
    """The same `Outcome` with the range."""

    _drawn = Signal(object)

    def __init__(self, factors: FactorSet, pause: int = PAUSE) -> None:
        super().__init__()
        self.factors = factors
        self._wanted: FarmRecord | None = None
        self._newest = Outcome(0, FarmRecord("", 0, ()))
        self._drawing: threading.Thread | None = None
        self._finished = False
        self._soon = self._timer(0, self._on_settled)
        self._paused = self._timer(pause, self._on_paused)
        self._drawn.connect(self._on_drawn)

    @property
    def newest(self) -> Outcome:
        """What the last run gave."""
        return self._newest

    @property
    def idle(self) -> bool:
        """Whether nothing waits to be computed, the range left aside."""
        return self._wanted is None

    def start(self, outcome: Outcome) -> None:
        """Begin with figures that are known already; their range follows after the pause."""
        self._newest = outcome
        self._paused.start()

    def ask(self, record: FarmRecord) -> None:
        """Wish for the figures of a dossier, instead of what was wished before."""
        self._wanted = record
        self._soon.start()

    def finish(self) -> None:
        """Wait for a thread that still draws, and ask for nothing more."""
        self._finished = True
        self._soon.stop()
        self._paused.stop()
        if self._drawing is not None:
            self._drawing.join()

    @Slot()
    def _on_settled(self) -> None:
        if self._wanted is None:
            return
        self._newest = computed(self._newest.number + 1, self._wanted, self.factors)
        self._wanted = None
        self._paused.start()
        self.results_ready.emit(self._newest)

    @Slot()
    def _on_paused(self) -> None:
        if self._drawing is not None and self._drawing.is_alive():
            self._paused.start()
            return
        asked = self._newest
        self._drawing = threading.Thread(target=self._draw, args=(asked,), name="draws")
        self._drawing.start()

    def _draw(self, asked: Outcome) -> None:
        drawn = computed(asked.number, asked.record, self.factors, DRAWS)
        self._drawn.emit(advised(drawn, self.factors))

    @Slot(object)
    def _on_drawn(self, outcome: Outcome) -> None:
        newest = outcome.number == self._newest.number
        if newest and outcome.results is not None and not self._finished:
            self._newest = outcome
            self.range_ready.emit(outcome)

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
