"""Keeps the check page in step with the answers, and leads from one point to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.computing import Outcome
from desktop.document import Document
from desktop.engine_words import said
from desktop.presenting.advice import effects_of
from desktop.presenting.checks import Checks, stand_ins_of
from desktop.presenting.live import Leading
from desktop.widgets.look import Look
from desktop.widgets.status import Progress, StepStatus
from desktop.windows.check_page import ACCEPT, CheckPage
from desktop.windows.question_pages import QuestionPages
from diagnostics.findings import sums
from diagnostics.next_answers import NextAnswer


class Checking(QObject):
    """Gathers what the fields, the engine and the ranking of open answers say."""

    answer_wished = Signal(str)
    """The user wants to go to the question with this key."""

    def __init__(self, look: Look, questions: QuestionPages, document: Document) -> None:
        super().__init__(questions)
        self.page = CheckPage(look)
        self._look = look
        self._questions = questions
        self._document = document
        self._outcome: Outcome | None = None
        self._advice: tuple[NextAnswer, ...] = ()
        self._usable = False
        self._last = ""
        self.page.acted.connect(self._on_acted)

    @property
    def status(self) -> StepStatus:
        """How many points there are; nothing is complete before there is a result."""
        count = len(self._questions.points) + len(self._sums())
        if count:
            return StepStatus(Progress.TO_CHECK, to_check=count)
        return StepStatus(Progress.COMPLETE if self._usable else Progress.UNTOUCHED)

    def follow(self, outcome: Outcome, advice: tuple[NextAnswer, ...], leading: Leading) -> None:
        """Take over what the last run gave."""
        self._outcome, self._advice = outcome, advice
        self._usable = leading.headline is not None

    def show(self) -> None:
        """Fill the page with what is to be looked at now."""
        record, words = self._document.record, self._look.words
        diagnosis = None if self._outcome is None else self._outcome.diagnosis
        effects = effects_of(self._advice, record, words)
        asked = self._questions.asked
        stand_ins = stand_ins_of(asked, record, diagnosis, effects, words)
        checks = Checks(self._questions.points, self._sums(), stand_ins)
        self.page.show_checks(checks, usable=self._usable)

    def next_point(self, step: int) -> str:
        """The key of the answer to look at after the last one, or before it."""
        keys = [point.key for point in self._questions.points]
        if not keys:
            return ""
        start = -1 if step > 0 else 0
        here = keys.index(self._last) if self._last in keys else start
        self._last = keys[(here + step) % len(keys)]
        return self._last

    def _sums(self) -> tuple[str, ...]:
        outcome = self._outcome
        if outcome is None or outcome.diagnosis is None:
            return ()
        return tuple(said(self._look.words, message) for message in sums(outcome.diagnosis))

    @Slot(str, str)
    def _on_acted(self, act: str, key: str) -> None:
        if act == ACCEPT:
            self._questions.accept(key)
        else:
            self._last = key
            self.answer_wished.emit(key)
