"""What a text means in a field: read, judged, and said in words; no window is needed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import floor, log10

from desktop.forms import number_text
from desktop.forms.number_model import (
    FieldUnit,
    Finding,
    NumberContents,
    NumberFieldModel,
    Reckoning,
    State,
    Verdict,
)
from desktop.forms.written_units import spellings
from desktop.words import Words

KNOWN_DIGITS = 6
CONFIRMED = "check"
"""The sign before what is said of a rare value that the farm has confirmed."""


class Reckoner:
    """Reads and judges the texts of one field, in one language and number style."""

    def __init__(self, model: NumberFieldModel, words: Words) -> None:
        self._model = model
        self._words = words

    def shown(self, value: float, unit: FieldUnit) -> str:
        """Write a value of the stored unit as it stands in the field."""
        return number_text.shown(value / unit.factor, self._words.number_style)

    def with_unit(self, value: float, unit: FieldUnit) -> str:
        """Write a value with its unit, for sentences and buttons."""
        label = self.unit_label(unit)
        gap = "\u00a0" if label else ""
        return self.shown(value, unit) + gap + label

    def unit_label(self, unit: FieldUnit) -> str:
        """Write a unit as people say it."""
        return unit.label or self._words.unit(unit.code)

    def spellings(self, unit: FieldUnit) -> Mapping[str, float]:
        """Give the units that may be typed after the number."""
        return spellings(unit.code, self._model.density) if unit.code else {}

    def read(self, text: str, unit: FieldUnit) -> number_text.Reading:
        """Read a text whose number is meant in the shown unit."""
        usual = self._model.usual
        plausible = (usual[0] / unit.factor, usual[1] / unit.factor) if usual else None
        style = self._words.number_style
        return number_text.read(text, style, self.spellings(unit), plausible)

    def is_bare_number(self, text: str, unit: FieldUnit) -> bool:
        """Tell whether a text is a number without a unit of its own."""
        reading = self.read(text, unit)
        match reading:
            case number_text.Number(unit=typed) | number_text.Ambiguous(unit=typed):
                return not typed
            case _:
                return False

    def is_calculation(self, text: str, unit: FieldUnit) -> bool:
        """Tell whether a text is a sum to be kept as it was written."""
        reading = self.read(text, unit)
        return isinstance(reading, number_text.Number) and reading.note == number_text.CALCULATED

    def tidied(self, text: str, unit: FieldUnit) -> str:
        """Write a number in groups of three; leave any other text as it stands."""
        reading = self.read(text, unit)
        if not isinstance(reading, number_text.Number):
            return text
        return number_text.shown(reading.value, self._words.number_style)

    def parted(self, text: str, unit: FieldUnit) -> tuple[str, FieldUnit]:
        """Part a text from a unit of the menu typed after it."""
        typed = getattr(self.read(text, unit), "unit", "")
        for one in self._model.units:
            if typed and typed == one.code:
                return text.rstrip().removesuffix(typed).rstrip(), one
        return text, unit

    def kept_parts(self, text: str, unit: FieldUnit) -> tuple[str, FieldUnit]:
        """Part a text that was kept: a number without a unit is in the first one."""
        plain, typed = self.parted(text, unit)
        return plain, self._model.units[0] if text and plain == text else typed

    def kept(self, text: str, unit: FieldUnit) -> str:
        """Give the text to keep: one typed in another unit than the first one says so."""
        other = unit is not self._model.units[0]
        return f"{text} {unit.code}" if other and self.is_bare_number(text, unit) else text

    def reckon(self, contents: NumberContents, unit: FieldUnit) -> Reckoning:
        """Read and judge what stands in the field."""
        reading = self.read(contents.text, unit)
        match reading:
            case number_text.Nothing():
                return self._without_text(contents)
            case number_text.Unreadable():
                message = self._not_read(reading)
                return Reckoning(State.UNREADABLE, message=self._unused(message, contents, unit))
            case number_text.Ambiguous(first, second):
                choices = (first * unit.factor, second * unit.factor)
                message = self._two_readings(contents.text)
                return Reckoning(State.AMBIGUOUS, message=message, choices=choices)
            case number_text.Number():
                return self._judged(reading, contents, unit)

    def _without_text(self, contents: NumberContents) -> Reckoning:
        """Tell an empty field: the reference value stands in it if there is one."""
        reference = self._model.reference
        if contents.origin == "given" and contents.value is not None:
            return Reckoning(State.GIVEN, contents.value, contents.source)
        if reference is None:
            return Reckoning(State.EMPTY, message=self._model.hint or self.usual_line())
        return Reckoning(State.REFERENCE, message=self._model.hint)

    def _judged(
        self, number: number_text.Number, contents: NumberContents, unit: FieldUnit
    ) -> Reckoning:
        value = number.value * unit.factor
        verdict = self.verdict(value, unit)
        said = Reckoning(State.TYPED, value, echo=self._echo(number, contents.text, unit))
        said = replace(said, unit=number.unit)
        if verdict.finding is Finding.IMPOSSIBLE:
            message = self._unused(verdict.message, contents, unit)
            return replace(said, state=State.IMPOSSIBLE, value=None, message=message)
        if verdict.finding is Finding.UNUSUAL and not contents.confirmed:
            return replace(said, state=State.UNUSUAL, message=verdict.message)
        if verdict.finding is Finding.UNUSUAL:
            right = self._words.say("Unusual, confirmed by you.")
            return replace(said, state=self._origin(contents), message=right, sign=CONFIRMED)
        return replace(said, state=self._origin(contents), message=self._quiet(number, contents))

    def verdict(self, value: float, unit: FieldUnit) -> Verdict:
        """Judge a value of the stored unit: impossible, unusual or fine."""
        judged = self._model.judge(value) if self._model.judge is not None else Verdict()
        if judged.finding is Finding.FINE:
            judged = Verdict(self._in_ranges(value))
        if judged.message or judged.finding is Finding.FINE:
            return judged
        return Verdict(judged.finding, self._reason(judged.finding, unit))

    def _in_ranges(self, value: float) -> Finding:
        possible, usual = self._model.possible, self._model.usual
        if possible is not None and not possible[0] <= value <= possible[1]:
            return Finding.IMPOSSIBLE
        if usual is not None and not usual[0] <= value <= usual[1]:
            return Finding.UNUSUAL
        return Finding.FINE

    def _reason(self, finding: Finding, unit: FieldUnit) -> str:
        say = self._words.say
        limits = self._model.possible if finding is Finding.IMPOSSIBLE else self._model.usual
        if limits is None:
            rare = say("Rare, not impossible. Check the unit.")
            return rare if finding is Finding.UNUSUAL else say("This value is not possible.")
        low, high = self.shown(limits[0], unit), self.with_unit(limits[1], unit)
        if finding is Finding.IMPOSSIBLE:
            return say("Only values from {low} to {high} are possible.", low=low, high=high)
        return say("Rare, not impossible. Usual: {low} to {high}", low=low, high=high)

    def usual_line(self, unit: FieldUnit | None = None) -> str:
        """Say what is usual, or nothing when nobody knows."""
        usual, shown_in = self._model.usual, unit or self._model.units[0]
        if usual is None:
            return ""
        low, high = self.shown(usual[0], shown_in), self.shown(usual[1], shown_in)
        return self._words.say("Usual: {low} to {high}", low=low, high=high)

    def _about(self, value: float, unit: FieldUnit) -> str:
        """Write a value for a sentence: six digits are as many as farm data ever have."""
        shown = value / unit.factor
        places = max(0, KNOWN_DIGITS - 1 - floor(log10(abs(shown)))) if shown else 0
        return self.with_unit(round(shown, places) * unit.factor, unit)

    def half_typed(self, contents: NumberContents, unit: FieldUnit) -> str:
        """Say of a text that was left half typed what counts as long as nobody finishes it."""
        say = self._words.say
        if contents.value is None:
            return say("Not finished. This value is not used in the result.")
        kept = self._about(contents.value, unit)
        return say("Not finished. Value kept for the calculation: {kept}", kept=kept)

    def _origin(self, contents: NumberContents) -> State:
        if contents.out_of_date:
            return State.OUT_OF_DATE
        return {"imported": State.IMPORTED, "given": State.GIVEN}.get(contents.origin, State.TYPED)

    def _quiet(self, number: number_text.Number, contents: NumberContents) -> str:
        """Say under a value that raises no question where it comes from, or what is usual."""
        if contents.out_of_date:
            return self._words.say("The source has changed: look at this value again.")
        if contents.source:
            return contents.source
        return self._note(number) or self._model.hint or self.usual_line()

    def _note(self, number: number_text.Number) -> str:
        if number.note in ("", number_text.CALCULATED):
            return ""
        style = self._words.number_style
        other = number_text.shown(number.other, style) if number.other is not None else ""
        value = number_text.shown(number.value, style)
        return self._words.say(number.note, value=value, other=other)

    def _echo(self, number: number_text.Number, text: str, unit: FieldUnit) -> str:
        """Write what was understood, where that differs from what stands there."""
        shown = self.shown(number.value * unit.factor, unit)
        if number.note == number_text.CALCULATED:
            return f"=\u00a0{shown}"
        typed = "".join(number_text.plain_text(text).split())
        plain = "".join(number_text.plain_text(shown).split())
        return "" if typed == plain else self.with_unit(number.value * unit.factor, unit)

    def _not_read(self, reading: number_text.Unreadable) -> str:
        style = self._words.number_style
        known = [self.unit_label(one) for one in self._model.units]
        return self._words.say(
            reading.key,
            text=reading.text,
            unit=reading.unit,
            units=", ".join(label for label in known if label),
            example=number_text.shown(12.5, style),
        )

    def _two_readings(self, text: str) -> str:
        say = self._words.say
        if "." in text:
            return say("The point can be read in two ways. The number is not used yet.")
        return say("The comma can be read in two ways. The number is not used yet.")

    def _unused(self, reason: str, contents: NumberContents, unit: FieldUnit) -> str:
        """Say that the text is not used, and which value counts instead."""
        kept = self._about(contents.value, unit) if contents.value is not None else ""
        if kept:
            return self._words.say(
                "{reason} Value kept for the calculation: {kept}", reason=_ended(reason), kept=kept
            )
        return self._words.say(
            "{reason} This value is not used in the result.", reason=_ended(reason)
        )


def _ended(sentence: str) -> str:
    """End a sentence that another one follows."""
    return sentence if sentence.endswith((".", "?", "…")) else f"{sentence}."
