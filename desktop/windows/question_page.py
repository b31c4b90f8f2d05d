"""One topic of the visit: its questions one under the other, each tied to the open dossier."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.forms.number_model import UNUSED, State
from desktop.presenting.checks import Point
from desktop.presenting.echoes import page_echoes, row_of
from desktop.presenting.places import Asked, asked_on, counted, is_answered
from desktop.theme import Role
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.cards import Card
from desktop.widgets.echo_row import EchoRow
from desktop.widgets.look import Look
from desktop.widgets.spaced import Spaced
from desktop.widgets.status import Progress, StepStatus
from desktop.widgets.text import Text
from desktop.windows.editors import Editor, EnterpriseEditor, editor_of
from desktop.windows.facts_row import FactsRow
from desktop.windows.question_layout import QuestionLayout
from diagnostics.core.pages import Page
from diagnostics.diagnosis import Diagnosis
from diagnostics.questionnaire.enterprises import FLOCK, Enterprise, enterprises_on
from diagnostics.questionnaire.quick import FARM

WIDEST = 760
LINE = "\N{LINE SEPARATOR}"
TO_LOOK_AT = UNUSED | {State.UNUSUAL}


class Estimate(Card):
    """The first number as a sentence, below the answers that gave it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=12, gap=2)
        self._title = Text(look, "", Role.STRONG, wraps=True)
        self._sentence = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self.add(self._title, self._sentence)
        self.hide()

    def show_estimate(self, title: str, sentence: str) -> None:
        """Show other words; nothing while there is no number."""
        self._title.show_text(title)
        self._sentence.show_text(sentence)
        self.setVisible(bool(title))


class QuestionPage(QWidget):
    """One topic: its questions one under the other, each tied to the open dossier."""

    why_asked = Signal(str, str)
    """The user wants to know about the answer of this row and field."""

    status_changed = Signal()
    """Another number of questions is answered, or to be looked at."""

    def __init__(self, look: Look, page: Page, document: Document, silence: int) -> None:
        super().__init__()
        self._look = look
        self._page = page
        self._document = document
        self._silence = silence
        self._editors: dict[str, Editor] = {}
        self._enterprises: dict[str, EnterpriseEditor] = {}
        self._asked: tuple[Asked, ...] = ()
        self._diagnosis: Diagnosis | None = None
        self._summary: Banner | None = None
        self._echoes = EchoRow(look)
        self._echoes.why_asked.connect(self._on_echo_why)
        self._step = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._estimate = Estimate(look)
        self._facts = FactsRow(look, document) if page.key == FARM.key else None
        self._top = QVBoxLayout()
        self._questions = QuestionLayout(look)
        self._arrange()
        self._ask()
        document.answer_changed.connect(self._on_answer_changed)
        self._show_year()
        document.facts_changed.connect(self._show_year)
        document.record_changed.connect(self._on_record_changed)
        document.rows_changed.connect(self._on_record_changed)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions on the page."""
        return self._asked

    @property
    def here(self) -> str:
        """The key of the editor the user is in, or an empty text."""
        return next((key for key, one in self._editors.items() if one.has_focus), "")

    @property
    def status(self) -> StepStatus:
        """How far the page is."""
        asked = counted(self.asked)
        answered = sum(is_answered(self._document.record, one) for one in asked)
        waiting = len(self._to_look_at())
        progress = Progress.STARTED if answered else Progress.UNTOUCHED
        if answered and answered == len(asked):
            progress = Progress.COMPLETE
        if waiting:
            progress = Progress.TO_CHECK
        return StepStatus(progress, answered, len(asked), waiting)

    @property
    def waiting(self) -> list[str]:
        """The keys of the answers to look at."""
        return [editor.asked.key for editor in self._to_look_at()]

    @property
    def points(self) -> list[Point]:
        """What the fields say of the answers to look at."""
        return [
            Point(
                one.asked.key,
                one.asked.label(self._look.words),
                one.field.hint_row.shown,
                one.field.state in UNUSED,
            )
            for one in self._to_look_at()
        ]

    def accept(self, key: str) -> None:
        """Take the reference value of a question as the answer of the farm."""
        self._editors[key].accept()

    def show_estimate(self, title: str, sentence: str) -> None:
        """Show the first estimate below the answers."""
        self._estimate.show_estimate(title, sentence)

    def asks(self, key: str) -> bool:
        """Whether the page has an editor of that key."""
        return key in self._editors

    def go_to(self, key: str) -> bool:
        """Put the focus into an editor, or into the first where there is none of that key."""
        editors = list(self._editors.values())
        editor = self._editors.get(key, editors[0] if editors else None)
        if editor is None:
            return False
        editor.enter()
        return key in self._editors

    def settle(self) -> None:
        """Let what was typed take effect now, as before an undo or on leaving."""
        for editor in self._editors.values():
            editor.settle()

    def fall_silent(self) -> None:
        """Say nothing more: losing the focus because the page goes away is no visit's end."""
        for field in self._in_order():
            field.blockSignals(True)

    def show_consequences(self, diagnosis: Diagnosis | None) -> None:
        """Show what follows from the answers beside them."""
        self._diagnosis = diagnosis
        for editor in self._editors.values():
            editor.show_consequences(diagnosis)
        self._echoes.show_echoes(page_echoes(self._page.key, diagnosis, self._look.words))
        self.status_changed.emit()

    def show_summary(self) -> bool:
        """List what is to be looked at, each a link to its field; False when there is nothing."""
        self.settle()
        self._take_summary_away()
        waiting = self._to_look_at()
        if not waiting:
            return False
        words = self._look.words
        title = words.count(
            "{n} point to look at on this page", "{n} points to look at on this page", len(waiting)
        )
        links = [(one.asked.key, one.asked.label(words)) for one in waiting]
        self._summary = Banner(self._look, Matter.UNUSUAL, title, self._reasons(waiting), links)
        self._summary.acted.connect(self._on_link)
        self._summary.closed.connect(self._take_summary_away)
        gap = self._look.theme.px(8)
        self._summary_place = Spaced(self._summary, QMargins(0, gap, 0, gap))
        self._top.addWidget(self._summary_place)
        self._summary.speak()
        first = self._summary.findChild(QWidget, waiting[0].asked.key)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _reasons(self, waiting: Sequence[Editor]) -> str:
        """Say the same as by the fields, one line each."""
        words = self._look.words
        return LINE.join(
            words.say(
                "{label}: {status}",
                label=one.asked.label(words),
                status=one.field.hint_row.shown,
            )
            for one in waiting
        )

    def _to_look_at(self) -> list[Editor]:
        return [one for one in self._editors.values() if one.field.state in TO_LOOK_AT]

    @Slot()
    def _take_summary_away(self) -> None:
        if self._summary is not None:
            self._summary_place.deleteLater()
            self._summary = None

    @Slot()
    def _on_changed(self) -> None:
        if not self._to_look_at():
            self._take_summary_away()
        self.status_changed.emit()

    @Slot(str)
    def _on_echo_why(self, name: str) -> None:
        if self._diagnosis is not None:
            self.why_asked.emit(row_of(name, self._diagnosis), name)

    @Slot(str)
    def _on_link(self, key: str) -> None:
        self.go_to(key)

    @Slot(str, str)
    def _on_answer_changed(self, subject: str, field: str) -> None:
        editor = self._editors.get(f"{subject}:{field}")
        if editor is not None:
            editor.show_kept()

    @Slot()
    def _on_record_changed(self) -> None:
        """Ask other questions where the answers call for it; the others stay where they are."""
        record = self._document.record
        wanted = asked_on(self._page, record)
        shapes = [one.key for one in enterprises_on(record, self._page.key)]
        if wanted != self._asked or shapes != list(self._enterprises):
            self._ask()
        for editor in self._enterprises.values():
            editor.show_kept()

    def _ask(self) -> None:
        """Ask what fits the rows of the dossier; a field that stays keeps what is typed in it."""
        record = self._document.record
        self._asked = asked_on(self._page, record)
        former: dict[str, Editor | EnterpriseEditor] = {**self._editors, **self._enterprises}
        known, shapes = self._editors, self._enterprises
        self._editors = {
            one.key: known[one.key] if one.key in known else self._editor(one)
            for one in self._asked
        }
        self._enterprises = {
            one.key: shapes[one.key] if one.key in shapes else self._shape(one)
            for one in enterprises_on(record, self._page.key)
        }
        self._questions.lay_out(self._in_order())
        for key in former.keys() - self._editors.keys() - self._enterprises.keys():
            former[key].field.hide()
            former[key].field.deleteLater()
        self.show_consequences(self._diagnosis)

    def _editor(self, asked: Asked) -> Editor:
        editor = editor_of(asked, self._look, self._document, self._silence)
        editor.why_asked.connect(self.why_asked)
        editor.changed.connect(self._on_changed)
        return editor

    def _shape(self, enterprise: Enterprise) -> EnterpriseEditor:
        return EnterpriseEditor(enterprise, self._look, self._document)

    def _in_order(self) -> list[QWidget]:
        """The kind of flock belongs to the system; what a farm does besides comes last."""
        fields: list[QWidget] = [editor.field for editor in self._editors.values()]
        shapes = [editor.field for editor in self._enterprises.values()]
        first = 1 if FLOCK.key in self._enterprises else len(fields)
        return [*fields[:first], *shapes, *fields[first:]]

    def _arrange(self) -> None:
        look, px = self._look, self._look.theme.px
        say = look.words.say
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = Text(look, say(self._page.title), Role.TITLE, wraps=True)
        texts = [(self._step, 4), (title, 6)]
        if self._page.intro:
            intro = Text(look, say(self._page.intro), Role.BODY, "text_muted", wraps=True)
            texts.append((intro, 12))
        for text, gap in texts:
            text.setContentsMargins(look.theme.halo, 0, 0, px(gap))
            column.addWidget(text)
        column.addLayout(self._top)
        if self._facts is not None:
            column.addSpacing(px(12))
            column.addWidget(self._facts)
        column.addLayout(self._questions)
        column.addSpacing(px(8))
        column.addWidget(self._echoes)
        column.addSpacing(px(8))
        column.addWidget(self._estimate)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(28), px(20), px(28), px(10))
        around.addWidget(inside)
        around.addStretch(1)

    @Slot()
    def _show_year(self) -> None:
        say, year = self._look.words.say, self._document.year
        self._step.show_text(" · ".join((say("Diagnosis {year}", year=year), say(self._page.step))))
