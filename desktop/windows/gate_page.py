"""The page of six answers that give a first number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.forms.choice_field import ChoiceField
from desktop.forms.number_model import UNUSED, State
from desktop.presenting.places import Asked, asked_on, is_answered
from desktop.theme import Role
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.cards import Card
from desktop.widgets.look import Look
from desktop.widgets.spaced import Spaced
from desktop.widgets.status import Progress, StepStatus
from desktop.widgets.text import Text
from desktop.windows.editors import Editor, editor_of
from diagnostics.core.pages import Page
from diagnostics.diagnosis import Diagnosis

WIDEST = 760
BESIDE_FROM = 620
A_PAIR = 2
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


class Pair(QWidget):
    """Two fields side by side, one above the other where it is narrow."""

    def __init__(self, look: Look, fields: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.px(16))
        for field in fields:
            self._row.addWidget(field, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the width."""
        super().resizeEvent(event)
        wide = self.width() >= self._look.theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)


class GatePage(QWidget):
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
        self._diagnosis: Diagnosis | None = None
        self._summary: Banner | None = None
        self._estimate = Estimate(look)
        self._top = QVBoxLayout()
        self._questions = QVBoxLayout()
        self._arrange()
        self._ask()
        document.answer_changed.connect(self._on_answer_changed)
        document.rows_changed.connect(self._on_rows_changed)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions on the page."""
        return tuple(editor.asked for editor in self._editors.values())

    @property
    def here(self) -> str:
        """The key of the editor the user is in, or an empty text."""
        return next((key for key, one in self._editors.items() if one.has_focus), "")

    @property
    def status(self) -> StepStatus:
        """How far the page is."""
        answered = sum(is_answered(self._document.record, asked) for asked in self.asked)
        waiting = len(self._to_look_at())
        progress = Progress.STARTED if answered else Progress.UNTOUCHED
        if answered == len(self.asked):
            progress = Progress.COMPLETE
        if waiting:
            progress = Progress.TO_CHECK
        return StepStatus(progress, answered, len(self.asked), waiting)

    @property
    def waiting(self) -> list[str]:
        """The keys of the answers to look at."""
        return [editor.asked.key for editor in self._to_look_at()]

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
        for editor in self._editors.values():
            editor.field.blockSignals(True)

    def show_consequences(self, diagnosis: Diagnosis | None) -> None:
        """Show what follows from the answers beside them."""
        self._diagnosis = diagnosis
        for editor in self._editors.values():
            editor.show_consequences(diagnosis)
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
        links = [(one.asked.key, words.say(one.asked.question.words)) for one in waiting]
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
                label=words.say(one.asked.question.words),
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
    def _on_link(self, key: str) -> None:
        self.go_to(key)

    @Slot(str, str)
    def _on_answer_changed(self, subject: str, field: str) -> None:
        editor = self._editors.get(f"{subject}:{field}")
        if editor is not None:
            editor.show_kept()

    @Slot()
    def _on_rows_changed(self) -> None:
        self._ask()

    def _ask(self) -> None:
        """Ask what fits the rows of the dossier."""
        while (item := self._questions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._editors = {
            asked.key: editor_of(asked, self._look, self._document, self._silence)
            for asked in asked_on(self._page, self._document.record)
        }
        for editor in self._editors.values():
            editor.why_asked.connect(self.why_asked)
            editor.changed.connect(self._on_changed)
        self._place_questions()
        self.show_consequences(self._diagnosis)

    def _place_questions(self) -> None:
        """Put two choices that follow each other side by side, where there is room."""
        fields = [editor.field for editor in self._editors.values()]
        choices = [field for field in fields if isinstance(field, ChoiceField)]
        if len(choices) == A_PAIR and fields[:A_PAIR] == choices:
            self._pair = Pair(self._look, choices)
            self._questions.addWidget(self._pair)
            fields = fields[A_PAIR:]
        for field in fields:
            self._questions.addWidget(field)

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
        intro = Text(look, say(self._page.intro), Role.BODY, "text_muted", wraps=True)
        step = Text(look, self._caption(), Role.BODY, "text_muted", wraps=True)
        for text, gap in ((step, 4), (title, 6), (intro, 12)):
            text.setContentsMargins(look.theme.halo, 0, 0, px(gap))
            column.addWidget(text)
        column.addLayout(self._top)
        self._questions.setSpacing(px(8))
        self._questions.setContentsMargins(0, px(12), 0, 0)
        column.addLayout(self._questions)
        column.addSpacing(px(8))
        column.addWidget(self._estimate)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(28), px(20), px(28), px(10))
        around.addWidget(inside)
        around.addStretch(1)

    def _caption(self) -> str:
        say = self._look.words.say
        return " · ".join((say("Diagnosis {year}", year=self._document.year), say(self._page.step)))
