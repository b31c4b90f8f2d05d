"""The number field: forgiving with what is typed, honest about what counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from desktop.forms.field_frame import TONES, state_said
from desktop.forms.next_question import go_to_next
from desktop.forms.noted_frame import NotedFrame
from desktop.forms.number_box import NumberBox
from desktop.forms.number_extras import NumberExtras
from desktop.forms.number_model import (
    UNUSED,
    FieldUnit,
    NumberAnswer,
    NumberContents,
    NumberFieldModel,
    Range,
    Reckoning,
    Reference,
    State,
)
from desktop.forms.number_reckoning import Reckoner
from desktop.widgets.look import Look

SILENCE = 800
"""After so many milliseconds without a key the value takes effect."""


class NumberField(NotedFrame):
    """A question answered by a number; see `NumberFieldModel` for what it is told."""

    typed = Signal(str)
    """The text after each key, so that it can be kept at once."""

    committed = Signal(object)
    """A `NumberAnswer` takes effect."""

    left = Signal()
    """The focus went away: the visit of this field is over."""

    unit_chosen = Signal(str)
    """The user wants to see this unit from now on."""

    def __init__(self, model: NumberFieldModel, look: Look, silence: int = SILENCE) -> None:
        super().__init__(look, model.label, explained=bool(model.help), optional=model.optional)
        self.model = model
        self._reckoner = Reckoner(model, look.words)
        self._unit = model.unit(model.preferred)
        self._contents = NumberContents()
        self._settled = True
        self._said: tuple[str, ...] = ()
        self.box = NumberBox(look, model.digits)
        self.extras = NumberExtras(look, model, self._reckoner)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(silence)
        self._name()
        self._arrange()
        self._connect()
        self._show(self._reckoner.reckon(self._contents, self._unit))

    # What the page tells the field.

    def show_contents(self, contents: NumberContents) -> None:
        """Show what is kept: a text exactly as it was typed, its value and its origin."""
        self._silence.stop()
        self._settled = True
        self._contents = contents
        text, unit = self._kept_parts()
        self._show_unit(unit)
        self._show(self._reckoner.reckon(replace(contents, text=text), unit))
        self.box.setText(text if self.box.hasFocus() else self._resting_text())

    def take_up(self, contents: NumberContents, text: str) -> None:
        """Show a text that was left half typed; the value of `contents` counts meanwhile."""
        self.show_contents(contents)
        reckoning = self._reckoner.reckon(replace(contents, text=text), self._unit)
        if reckoning.state in UNUSED:
            self.show_contents(replace(contents, text=text))
            return
        self._settled = False
        self.box.setText(text)
        self._show_while_typing(text, reckoning)
        self.hint_row.show_message(self._reckoner.half_typed(contents, self._unit), State.TYPED)

    def show_reference(self, reference: Reference | None, usual: Range | None = None) -> None:
        """Show another reference value and what is usual: both may follow from other answers."""
        usual = usual or self.model.usual
        if (reference, usual) == (self.model.reference, self.model.usual):
            return
        self.model = replace(self.model, reference=reference, usual=usual)
        self._reckoner = Reckoner(self.model, self.look.words)
        self.extras.show_model(self.model, self._reckoner)
        if self._settled:
            self._show(self._reckoner.reckon(self._contents, self._unit))

    def show_derived(self, sentence: str) -> None:
        """Show what follows from the value, such as "≈ 7,500 L per cow"."""
        self.extras.show_derived(sentence)

    def settle(self) -> None:
        """Let what was typed take effect now, as before an undo or on closing the window."""
        self._on_silence()

    @property
    def state(self) -> State:
        """How the field stands."""
        return self.box.state

    @property
    def unit(self) -> FieldUnit:
        """The unit shown now."""
        return self._unit

    # What the user does.

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._settled = False
        self._silence.start()
        reckoning = self._reckoner.reckon(replace(self._contents, text=text), self._unit)
        self._show_while_typing(text, reckoning)
        self.typed.emit(self._reckoner.kept(text, self._unit))

    @Slot()
    def _on_silence(self) -> None:
        self._silence.stop()
        if not self._settled:
            self._commit(confirmed=False)

    @Slot()
    def _on_entered(self) -> None:
        self.come()
        if self._settled:
            self.box.setText(self._working_text())

    @Slot()
    def _on_left(self) -> None:
        self._on_silence()
        self.box.setText(self._resting_text())
        self.extras.rest()
        self.go()
        self.left.emit()

    @Slot(str)
    def _on_wished(self, wish: str) -> None:
        self._acts[wish]()

    @Slot(float)
    def _on_chosen(self, value: float) -> None:
        self._type(self._reckoner.shown(value, self._unit))
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_confirmed(self) -> None:
        self._commit(confirmed=True)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_unit_chosen(self, code: str) -> None:
        self._on_silence()
        self._show_unit(self.model.unit(code))
        if self.state in UNUSED:
            self._commit(confirmed=False)
        else:
            self._show_anew()
        self.unit_chosen.emit(code)

    def _show_anew(self) -> None:
        """Show the value that counts in the unit shown now; it is the same as before."""
        value = self._contents.value
        text = "" if value is None else self._reckoner.shown(value, self._unit)
        self.show_contents(replace(self._contents, text=self._reckoner.kept(text, self._unit)))

    def take_reference(self) -> None:
        """Take the reference value as the answer."""
        if self.model.reference is not None:
            self._type(self._reckoner.shown(self.model.reference.value, self._unit))

    def _go_back(self) -> None:
        """Return to the text that last took effect."""
        if self._settled:
            return
        self.show_contents(self._contents)
        self.box.selectAll()
        self.typed.emit(self._contents.text)

    def _go_on(self) -> None:
        """Go to the next question; leaving this one makes it take effect."""
        if not go_to_next(self, self.box):
            self._on_silence()

    def _step_up(self) -> None:
        self._step(self.model.step)

    def _step_down(self) -> None:
        self._step(-self.model.step)

    def _step(self, step: float) -> None:
        """Add a step to the value, or to the reference value while nothing is given."""
        start = self._reckoner.reckon(self._now(), self._unit).value
        if start is None and self.box.text():
            return
        if start is None:
            start = self.model.reference.value if self.model.reference is not None else 0.0
        self._type(self._reckoner.shown(start + step * self._unit.factor, self._unit), now=False)

    def _clear(self) -> None:
        self._type("")

    def _type(self, text: str, *, now: bool = True) -> None:
        """Put a text into the box as if it had been typed."""
        if self.model.read_only:
            return
        self.box.setText(text)
        self._on_edited(text)
        if now:
            self._on_silence()

    # What follows.

    def _commit(self, *, confirmed: bool) -> None:
        """Let the text take effect: judge it, show it, hand it over, and say what changed."""
        text, unit = self._reckoner.parted(self.box.text(), self._unit)
        self._show_unit(unit)
        fresh = replace(self._now(), text=text, confirmed=confirmed)
        reckoning = self._reckoner.reckon(fresh, unit)
        value = self._contents.value if reckoning.state in UNUSED else reckoning.value
        before, self._settled = self.state, True
        self._contents = replace(fresh, text=self._reckoner.kept(text, self._unit), value=value)
        self._show(reckoning)
        self.committed.emit(
            NumberAnswer(
                self.model.key, self._contents.text, value, reckoning.state, unit.code, confirmed
            )
        )
        self._speak(before, reckoning)

    def _now(self) -> NumberContents:
        """Give what stands in the box as an answer of the farm, with the last good value."""
        return NumberContents(self.box.text(), self._contents.value)

    def _kept_parts(self) -> tuple[str, FieldUnit]:
        return self._reckoner.kept_parts(self._contents.text, self._unit)

    def _resting_text(self) -> str:
        """Give what stands in the box while one is elsewhere: the number in groups of three."""
        return self._reckoner.tidied(*self._kept_parts())

    def _working_text(self) -> str:
        """Give what stands in the box while one is in it: a calculation comes back."""
        text, unit = self._kept_parts()
        return text if self._reckoner.is_calculation(text, unit) else self._resting_text()

    def _show_unit(self, unit: FieldUnit) -> None:
        self._unit = unit
        self.extras.show_unit(unit)
        label = self._reckoner.unit_label(unit)
        self.box.setAccessibleName(f"{self.model.label}, {label}" if label else self.model.label)

    def _show_while_typing(self, text: str, reckoning: Reckoning) -> None:
        state = State.TYPED if text else reckoning.state
        self.box.show_state(state, self._standing_in())
        self.extras.show_typing(reckoning.echo)
        self.hint_row.show_message(self.model.hint or self._reckoner.usual_line(self._unit), state)

    def _show(self, reckoning: Reckoning) -> None:
        state = State.READ_ONLY if self.model.read_only else reckoning.state
        self.box.show_state(state, self._standing_in())
        self.extras.show_reckoning(replace(reckoning, state=state), self._unit)
        self.hint_row.show_message(reckoning.message, state, reckoning.sign)
        word = state_said(self.look, state)
        if state is State.REFERENCE:
            word = self.look.words.say("{label}: {status}", label=word, status=self._standing_in())
        self._said = (word, self.extras.standing, reckoning.message)
        self.describe()

    def describe(self) -> None:
        """Tell the screen reader how the field stands, and that there is a note."""
        said = (*self._said, self.note_said)
        self.box.setAccessibleDescription(". ".join(part for part in said if part))

    def _standing_in(self) -> str:
        reference = self.model.reference
        return self._reckoner.shown(reference.value, self._unit) if reference is not None else ""

    def _speak(self, before: State, reckoning: Reckoning) -> None:
        """Say a new state once, not at each key."""
        asks = reckoning.state in TONES
        if reckoning.state is before or not (asks or before in TONES):
            return
        status = reckoning.message if asks else self.look.words.say("looked at")
        sentence = self.look.words.say("{label}: {status}", label=self.model.label, status=status)
        self.look.announcer.speak(self.box, sentence)

    def _name(self) -> None:
        self.setObjectName(self.model.key)
        self.box.setObjectName(f"{self.model.key}.box")
        self.label_row.label.setBuddy(self.box)
        self.setFocusProxy(self.box)

    def _arrange(self) -> None:
        self.middle.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self.middle.addWidget(self.extras, 1)
        self._show_unit(self._unit)

    def _connect(self) -> None:
        self._acts: dict[str, Callable[[], None]] = {
            "why": self.why_asked.emit,
            "note": self.note_asked.emit,
            "reference": self.take_reference,
            "back": self._go_back,
            "next": self._go_on,
            "clear": self._clear,
            "units": self.extras.open_units,
            "up": self._step_up,
            "down": self._step_down,
        }
        self.box.textEdited.connect(self._on_edited)
        self.box.entered.connect(self._on_entered)
        self.box.left.connect(self._on_left)
        self.box.wished.connect(self._on_wished)
        self.extras.chosen.connect(self._on_chosen)
        self.extras.confirmed.connect(self._on_confirmed)
        self.extras.accepted.connect(self.take_reference)
        self.extras.unit_chosen.connect(self._on_unit_chosen)
        self._silence.timeout.connect(self._on_silence)
