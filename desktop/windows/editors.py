"""Each question of a page tied to the open dossier: what is typed goes in, what changes shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.document import Document, Reading
from desktop.forms.choice_field import ChoiceField
from desktop.forms.choice_model import ChoiceAnswer, ChoiceContents
from desktop.forms.landscape_cards import LandscapeCards
from desktop.forms.month_strip import MonthStrip
from desktop.forms.number_field import NumberField
from desktop.forms.number_model import NumberAnswer, NumberFieldModel
from desktop.presenting.choices import (
    choice_contents,
    choice_model,
    enterprise_model,
    reference_code,
)
from desktop.presenting.landscapes import landscape_echoes, landscape_options
from desktop.presenting.numbers import contents, echo, half_typed, knowing, number_model
from desktop.presenting.places import Asked
from desktop.widgets.look import Look
from diagnostics.core.choices import Choice
from diagnostics.core.fields import Number
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity, Workshop
from diagnostics.questionnaire.enterprises import (
    Enterprise,
    state_of,
    system_of,
    with_enterprise,
    with_system,
)
from diagnostics.questionnaire.quick import is_quick


class Editor(QObject):
    """One question; subclasses hold the field that is shown."""

    why_asked = Signal(str, str)
    """The user wants to know about the answer of this row and field."""

    changed = Signal()
    """The field stands otherwise than before."""

    def __init__(self, asked: Asked, field: NumberField | ChoiceField, document: Document) -> None:
        super().__init__(field)
        self.asked = asked
        self.field = field
        self._document = document
        field.typed.connect(self._on_typed)
        field.left.connect(self._on_left)
        field.why_asked.connect(self._on_why_asked)
        field.note_asked.connect(field.open_note)
        field.noted.connect(self._on_noted)
        field.note_left.connect(self._on_note_left)

    def show_kept(self) -> None:
        """Show the answer and its note as the dossier has them."""
        self.field.show_note(self._document.answer(self.asked.subject, self.asked.field).note)

    def show_consequences(self, diagnosis: Diagnosis | None) -> None:
        """Show what follows from the answers."""

    def accept(self) -> None:
        """Take the reference value as the answer of the farm."""
        self.field.take_reference()

    def enter(self) -> None:
        """Put the focus into the field."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self) -> None:
        """Let what was typed take effect now."""
        self.field.settle()

    @property
    def has_focus(self) -> bool:
        """Whether the user is in this field."""
        inner = QApplication.focusWidget()
        return inner is not None and (inner is self.field or self.field.isAncestorOf(inner))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._document.type(self.asked.subject, self.asked.field, text)

    @Slot()
    def _on_left(self) -> None:
        self._document.leave(self.asked.subject, self.asked.field)
        self.changed.emit()

    @Slot(str)
    def _on_noted(self, note: str) -> None:
        self._document.annotate(self.asked.subject, self.asked.field, note)

    @Slot()
    def _on_note_left(self) -> None:
        self._document.leave(self.asked.subject, self.asked.field)

    @Slot()
    def _on_why_asked(self) -> None:
        self.why_asked.emit(self.asked.subject, self.asked.field)


class NumberEditor(Editor):
    """A question answered by a number."""

    def __init__(
        self, asked: Asked, number: Number, look: Look, document: Document, silence: int
    ) -> None:
        self._look = look
        self._number = number
        self._diagnosis: Diagnosis | None = None
        self._model = number_model(asked, number, look.words, None, self._liked(asked))
        self.number_field = number_field_of(self._model, asked, look, silence)
        super().__init__(asked, self.number_field, document)
        self.number_field.committed.connect(self._on_committed)
        self.number_field.unit_chosen.connect(self._on_unit_chosen)
        self.show_kept()

    def show_kept(self) -> None:
        """Show the answer; a text left half typed comes back as it was, not yet used."""
        super().show_kept()
        answer = self._document.answer(self.asked.subject, self.asked.field)
        half = half_typed(answer)
        kept = contents(self._model, answer, self._look.words)
        if half is None:
            self.number_field.show_contents(kept)
        else:
            self.number_field.take_up(kept, half)

    def show_consequences(self, diagnosis: Diagnosis | None) -> None:
        """Show the reference value and the echo that the answers now give."""
        self._diagnosis = diagnosis
        words, known = self._look.words, knowing(diagnosis, self.asked)
        liked = self._liked(self.asked)
        self._model = number_model(self.asked, self._number, words, known, liked)
        self.number_field.show_reference(self._model.reference, self._model.usual)
        self.number_field.show_derived(echo(self.asked, words, known, self.number_field.unit))
        if isinstance(self.number_field, LandscapeCards):
            self.number_field.show_echoes(landscape_echoes(words, known))

    def enter(self) -> None:
        """Put the focus into the field; behind a half-typed text one goes on typing."""
        super().enter()
        if not self._document.answer(self.asked.subject, self.asked.field).committed:
            self.number_field.box.setFocus(Qt.FocusReason.TabFocusReason)
            # The box selects everything once the focus has come; this is later.
            QTimer.singleShot(0, self.number_field.box.deselect)

    def _liked(self, asked: Asked) -> str:
        return self._look.units.of(asked.field)

    @Slot(str)
    def _on_unit_chosen(self, code: str) -> None:
        self._look.units.choose(self.asked.field, code)
        self.show_consequences(self._diagnosis)

    @Slot(object)
    def _on_committed(self, answer: NumberAnswer) -> None:
        subject, field = self.asked.subject, self.asked.field
        self.changed.emit()
        if answer.used:
            right = answer.confirmed
            reading = Reading(subject, field, answer.text, answer.value, confirmed=right)
            self._document.commit(reading)
        else:
            self._document.type(subject, field, answer.text)


class ChoiceEditor(Editor):
    """A question answered by one of several options."""

    def __init__(self, asked: Asked, choice: Choice, look: Look, document: Document) -> None:
        self.choice_field = ChoiceField(choice_model(asked, choice, look.words), look)
        super().__init__(asked, self.choice_field, document)
        self.choice_field.committed.connect(self._on_committed)
        self.show_kept()

    def show_consequences(self, diagnosis: Diagnosis | None) -> None:
        """Show the option that a rule gives while nobody has chosen."""
        known = knowing(diagnosis, self.asked)
        given = self._document.answer(self.asked.subject, self.asked.field).given
        if known is not None and not given and self.asked.choice is not FarmEntity.system:
            self.choice_field.show_reference(reference_code(self.asked, known))

    def show_kept(self) -> None:
        """Show the answer as the dossier has it."""
        super().show_kept()
        answer = self._document.answer(self.asked.subject, self.asked.field)
        self.choice_field.show_contents(choice_contents(answer))

    def enter(self) -> None:
        """Put the focus into the list, or on the chosen card."""
        if self.choice_field.cards is not None:
            self.choice_field.cards.stop.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().enter()

    @Slot(object)
    def _on_committed(self, answer: ChoiceAnswer) -> None:
        subject, field = self.asked.subject, self.asked.field
        if answer.text:
            self._document.type(subject, field, answer.text)
        else:
            self._document.commit(Reading(subject, field, None, option=answer.code or None))


class SystemEditor(ChoiceEditor):
    """The system of a quick dossier: another one brings other herds."""

    @Slot(object)
    def _on_committed(self, answer: ChoiceAnswer) -> None:
        record = self._document.record
        if answer.text or answer.code == system_of(record):
            super()._on_committed(answer)
            return
        stated = Reading(self.asked.subject, self.asked.field, None, option=answer.code or None)
        self._document.reshape(with_system(record, answer.code), "", stated)


class EnterpriseEditor(QObject):
    """A question answered by the rows of the dossier: whether calves are finished, crops sold."""

    def __init__(self, enterprise: Enterprise, look: Look, document: Document) -> None:
        self.field = ChoiceField(enterprise_model(enterprise, look.words), look)
        super().__init__(self.field)
        self.enterprise = enterprise
        self._document = document
        self.field.committed.connect(self._on_committed)
        self.show_kept()

    def show_kept(self) -> None:
        """Show what the rows of the dossier say."""
        self.field.show_contents(ChoiceContents(state_of(self._document.record, self.enterprise)))

    @Slot(object)
    def _on_committed(self, answer: ChoiceAnswer) -> None:
        record = self._document.record
        if answer.code in self.enterprise.options and answer.code != state_of(
            record, self.enterprise
        ):
            change = with_enterprise(record, self.enterprise, answer.code)
            self._document.reshape(change, self.enterprise.label)
        else:
            self.show_kept()


def number_field_of(model: NumberFieldModel, asked: Asked, look: Look, silence: int) -> NumberField:
    """The field that fits a number: some are easier to point at than to count."""
    if asked.number is Workshop.grazing_days:
        return MonthStrip(model, look, silence)
    if asked.number is FarmEntity.hedge_density:
        return LandscapeCards(model, landscape_options(look.words), look, silence)
    return NumberField(model, look, silence)


def editor_of(asked: Asked, look: Look, document: Document, silence: int) -> Editor:
    """The editor that fits a question."""
    if asked.number is not None:
        return NumberEditor(asked, asked.number, look, document, silence)
    assert asked.choice is not None
    shapes = asked.choice is FarmEntity.system and is_quick(document.record)
    kind = SystemEditor if shapes else ChoiceEditor
    return kind(asked, asked.choice, look, document)
