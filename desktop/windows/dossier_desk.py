"""The open dossier on its desk: its pages, its figures, and the way between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.computing import Computing, Outcome
from desktop.document import Document, Edit
from desktop.presenting.advice import next_lines
from desktop.presenting.kept_figures import kept_figures
from desktop.presenting.live import Leading, estimate_sentence, leading_of, live_figures
from desktop.presenting.overview import missing_sentence
from desktop.presenting.places import parted
from desktop.presenting.steps import step_words
from desktop.presenting.visit import CHECK_STEP, REPORT_STEP, RESULTS_STEP, visit_steps
from desktop.widgets.look import Look
from desktop.windows.checking import Checking
from desktop.windows.dossier_view import DossierView
from desktop.windows.explaining import Explaining
from desktop.windows.question_pages import QuestionPages
from desktop.windows.remembering import Remembering
from desktop.windows.report_page import ReportPage
from desktop.windows.results.page import ResultsPage
from desktop.windows.statuses import Statuses
from diagnostics import ENGINE_VERSION
from diagnostics.next_answers import Advice
from diagnostics.questionnaire.quick import pages_of


@dataclass(frozen=True)
class Desk:
    """What lies on the desk: the dossier, the engine that follows it, and the pace of the hands."""

    document: Document
    computing: Computing
    reports: Path
    silence: int
    is_example: bool = False


class DossierDesk(QWidget):
    """Shows one dossier; another language builds it anew over the same document."""

    home_wished = Signal()
    """The user wants the list of farms."""

    history_named = Signal(str, str)
    """What would be undone and redone, in words."""

    named = Signal()
    """The farm has another name, or the dossier another year."""

    paused = Signal(str)
    """The undo stops at the beginning of this sitting; the step behind it, in words."""

    not_asked = Signal()
    """The user wants to go to an answer that no page asks for yet."""

    report_wished = Signal(object)
    """The user wants the report or an export: a `Wish`."""

    def __init__(self, look: Look, desk: Desk, since: float | None = None) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._document = desk.document
        self._leading = Leading()
        self._advice = Advice((), None)
        self._since = since
        self._passed: frozenset[str] = frozenset()
        year = desk.document.year
        pages = pages_of(desk.document.record)
        self.questions = QuestionPages(look, pages, desk.document, desk.silence, self)
        self.results = ResultsPage(look, year)
        self.report = ReportPage(look, year, desk.reports)
        self.checking = Checking(look, self.questions, desk.document)
        shown = self.questions.widgets() | {
            CHECK_STEP: self.checking.page,
            RESULTS_STEP: self.results,
            REPORT_STEP: self.report,
        }
        self._order = tuple(shown)
        self.view = DossierView(
            look, visit_steps(pages, look.words), shown, frozenset({RESULTS_STEP})
        )
        self._statuses = Statuses(look, self.view, self.questions, self.checking)
        self.explaining = Explaining(look, self.view, desk.computing)
        self.remembering = Remembering(look, self.view, desk.document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()
        self._show(desk.computing.newest)

    @property
    def since(self) -> float | None:
        """The figure that led when the dossier was opened."""
        return self._since

    @property
    def place(self) -> str:
        """Page and editor where the user is."""
        return f"{self.view.here}/{self.questions.here(self.view.here)}"

    @property
    def is_quiet(self) -> bool:
        """Whether all that was typed is kept and the figures have followed."""
        return self._document.all_kept and self._desk.computing.idle

    def settle(self) -> None:
        """Let what was typed take effect now."""
        self.questions.settle()

    def go_to(self, place: str) -> None:
        """Go to a page and an editor, as `place` names them; an unknown one is the first."""
        page, _, editor = place.partition("/")
        self._show_page(page if page in self._order else self._order[0])
        self._enter_page(editor)

    def show_named(self, reports: Path) -> None:
        """Follow another name of the farm or another year of the dossier."""
        self.results.show_year(self._document.year)
        self.report.show_named(self._document.year, reports)

    def fall_silent(self) -> None:
        """Go away without a word to the document: another desk takes over, or none."""
        self.questions.fall_silent()
        self.blockSignals(True)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus_changed)

    def undo(self) -> None:
        """Take back the newest step, what is being typed included."""
        self.settle()
        self._document.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.settle()
        self._document.redo()

    def remember(self) -> None:
        """Show what was changed, or put it away again."""
        self.settle()
        self.explaining.close()
        self.remembering.toggle()

    def keep_headline(self) -> None:
        """Keep the figures of now for the list of farms."""
        outcome, headline = self._desk.computing.newest, self._leading.headline
        figures = kept_figures(
            self._document.record, headline, self.questions.asked, self._desk.is_example
        )
        factor_hash = self._desk.computing.factors.hash
        if outcome.number:
            self._document.keep_headline(ENGINE_VERSION, factor_hash, figures)

    @Slot(str)
    def go_to_step(self, key: str) -> None:
        """Show a page and put the focus on it."""
        self.settle()
        self._show_page(key)
        self._enter_page()
        self._document.go_to(f"{key}/")

    def go_to_place(self, place: int) -> None:
        """Go to a step by its place in the list."""
        if place < len(self._order):
            self.go_to_step(self._order[place])

    @Slot()
    def go_on(self) -> None:
        """Go to the next page, once what is to be looked at has been shown."""
        if self._has_news_to_look_at():
            return
        following = self._order.index(self.view.here) + 1
        if following < len(self._order):
            self.go_to_step(self._order[following])

    @Slot()
    def go_back(self) -> None:
        """Go to the page before, or to the farms."""
        place = self._order.index(self.view.here)
        if place == 0:
            self.home_wished.emit()
        else:
            self.go_to_step(self._order[place - 1])

    def _has_news_to_look_at(self) -> bool:
        """Show the points of the page; the same ones never hold anybody back twice."""
        page = self.questions.by_key.get(self.view.here)
        waiting = frozenset(page.waiting) if page is not None else frozenset()
        if page is None or not waiting - self._passed:
            return False
        self._passed |= waiting
        return page.show_summary()

    def go_to_point(self, step: int) -> None:
        """Go to the next answer to look at, or the one before."""
        self.settle()
        key = self.checking.next_point(step)
        if key:
            self._on_answer_wished(key)
        else:
            self.view.show_note(self._look.words.say("Nothing to look at."))

    def _show_page(self, key: str) -> None:
        self.questions.arrive(key)
        if key == CHECK_STEP:
            self.checking.show()
        self.view.show_page(key)
        self._statuses.show_points()

    def _enter_page(self, editor: str = "") -> None:
        here = self.view.here
        if here in self.questions.by_key:
            self.questions.by_key[here].go_to(editor)
            return
        first = {CHECK_STEP: self.checking.page.first, RESULTS_STEP: self.results.first}
        first.get(here, self.report.save).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_record_changed(self) -> None:
        self._desk.computing.ask(self._document.record)

    @Slot(object)
    def _on_results(self, outcome: Outcome) -> None:
        self._show(outcome)
        if outcome.drawn:
            self.keep_headline()

    def _show(self, outcome: Outcome) -> None:
        words = self._look.words
        self._leading = leading_of(outcome)
        if self._since is None:
            self._since = self._leading.net
        self.questions.show_consequences(outcome.diagnosis, self.view.here)
        self.questions.first.show_estimate(*estimate_sentence(self._leading, words))
        # What was found out while drawing stays in view until the next drawing.
        self._advice = outcome.advice or self._advice
        lines = next_lines(self._advice.open_questions, outcome.record, words)
        precision = self._advice.precision
        self.view.show_figures(live_figures(self._leading, words, self._since, lines, precision))
        self.results.show_outcome(outcome, precision)
        self.checking.follow(outcome, self._advice.open_questions, self._leading)
        self._statuses.show_all()
        self.report.show_ready(missing_sentence(self._leading, words))
        self.explaining.refresh(outcome)

    @Slot()
    def name_history(self) -> None:
        """Say what would be undone and redone."""
        steps = (self._document.undo_step, self._document.redo_step)
        undo, redo = (step_words(step, self.questions.asked, self._look.words) for step in steps)
        self.history_named.emit(undo, redo)

    @Slot(object)
    def _on_step_taken(self, edit: Edit) -> None:
        self._tell_step(edit)

    def _tell_step(self, edit: Edit) -> None:
        words = self._look.words
        what = step_words(edit, self.questions.asked, words)
        if edit.act == "paused":
            self.paused.emit(what)
            return
        undone = edit.act == "undone"
        said = (
            words.say("Undone: {what}", what=what)
            if undone
            else words.say("Redone: {what}", what=what)
        )
        self.view.show_note(said)
        self._look.announcer.speak(self, said)

    @Slot(str)
    def explain(self, key: str) -> None:
        """Explain a figure: the headline, gross, storage, net, or a source."""
        self.explaining.explain_figure(key, self._leading)

    @Slot()
    def _on_check_wished(self) -> None:
        self.go_to_step(CHECK_STEP)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QObject | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.view.reveal(now)
            self._remember()

    def _remember(self) -> None:
        if self.questions.here(self.view.here) and self._document.place != self.place:
            self._document.go_to(self.place)

    @Slot(str)
    def _on_answer_wished(self, key: str) -> None:
        self._on_field_wished(*parted(key))

    @Slot(str, str)
    def _on_field_wished(self, subject: str, field: str) -> None:
        page = self.questions.page_of(f"{subject}:{field}")
        if page:
            self.explaining.close()
            self._show_page(page)
            self._enter_page(f"{subject}:{field}")
        else:
            self.not_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the panel at the side from wherever the focus is."""
        closed = event.key() == Qt.Key.Key_Escape and (
            self.explaining.close() or self.remembering.close()
        )
        if not closed:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        document, view = self._document, self.view
        document.record_changed.connect(self._on_record_changed)
        document.facts_changed.connect(self.named)
        document.history_changed.connect(self.name_history)
        document.step_taken.connect(self._on_step_taken)
        self._desk.computing.results_ready.connect(self._on_results)
        self._desk.computing.range_ready.connect(self._on_results)
        self.questions.why_asked.connect(self.explaining.explain_answer)
        self.explaining.field_wished.connect(self._on_field_wished)
        self.results.explanation_wished.connect(self.explaining.explain_answer)
        self.results.check_wished.connect(self._on_check_wished)
        self.results.noted.connect(view.show_note)
        self.report.report_wished.connect(self.report_wished)
        view.why_asked.connect(self.explain)
        self.checking.answer_wished.connect(self._on_answer_wished)
        view.answer_wished.connect(self._on_answer_wished)
        view.step_wished.connect(self.go_to_step)
        view.back_asked.connect(self.go_back)
        view.continue_asked.connect(self.go_on)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
