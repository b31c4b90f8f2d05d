"""A number of the engine as a field of the window: units, limits, reference value, echo."""

from __future__ import annotations

from desktop.forms import number_text
from desktop.forms.number_model import (
    FieldUnit,
    NumberContents,
    NumberFieldModel,
    Reference,
)
from desktop.presenting.places import Asked
from desktop.presenting.usual import usual_limits
from desktop.storage.facts import Answer
from desktop.words import Words, mark_in
from diagnostics.core.fields import Number
from diagnostics.core.trace import Node
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import Field, Group, Workshop
from diagnostics.questionnaire.quick import FARM

MILK_DENSITY = 1.03
A_YEAR = "/yr"
COWS = mark_in("unit", "cows")
FEW_DIGITS, MANY_DIGITS = 4, 9
FEW_UP_TO = 10_000
REFERENCE_DIGITS = 4
MOST_PARTS = 4
LONGEST_SOURCE = 80
SURE_DIGITS = 6
"""Of a value that nobody typed so many digits are shown; farm data are never known better."""


def number_model(
    asked: Asked,
    number: Number,
    words: Words,
    diagnosis: Diagnosis | None,
    preferred: str = "",
) -> NumberFieldModel:
    """What the field of a number is told."""
    units = _units(asked, number, words)
    return NumberFieldModel(
        key=asked.key,
        label=asked.label(words),
        help=words.say(asked.question.help or number.help),
        units=units,
        preferred=preferred,
        density=MILK_DENSITY if number is Workshop.milk_delivered else None,
        possible=number.bounds,
        usual=usual_limits(asked, diagnosis),
        reference=_reference(asked, words, diagnosis),
        digits=FEW_DIGITS if number.bounds[1] / units[0].factor <= FEW_UP_TO else MANY_DIGITS,
    )


def knowing(diagnosis: Diagnosis | None, asked: Asked) -> Diagnosis | None:
    """The diagnosis, if it knows the row of a question: rows may have come since it was made."""
    if diagnosis is None or asked.subject not in diagnosis.trace.keys(asked.question.field.entity):
        return None
    return diagnosis


def contents(model: NumberFieldModel, answer: Answer, words: Words) -> NumberContents:
    """What stands in the field: the committed text, or the value in the unit shown first."""
    text = answer.text if answer.committed else None
    if text is None or not _says(model, text, answer.number, words.number_style):
        text = written(model, answer.number, words.number_style)
    text = _preferred(model, text, answer, words.number_style)
    return NumberContents(
        text, answer.number, _origin(answer), _source(answer), confirmed=answer.confirmed
    )


def _preferred(model: NumberFieldModel, text: str, answer: Answer, style: str) -> str:
    """The text in the unit the user likes to see; one that is reckoned or to be looked at stays."""
    from desktop.forms.written_units import spellings

    first, liked = model.units[0], model.unit(model.preferred)
    if not model.preferred or answer.number is None:
        return text
    reading = number_text.read(text, style, spellings(first.code, model.density))
    if not isinstance(reading, number_text.Number) or reading.note == number_text.CALCULATED:
        return text
    if reading.unit in (liked.code, "" if liked is first else liked.code):
        return text
    plain = number_text.shown(float(f"{answer.number / liked.factor:.{SURE_DIGITS}g}"), style)
    return plain if liked is first else f"{plain} {liked.code}"


def half_typed(answer: Answer) -> str | None:
    """The text of a visit that was cut short, if the field holds one."""
    return None if answer.committed else answer.text


def written(model: NumberFieldModel, value: float | None, style: str) -> str:
    """A value of the engine as it stands in the field."""
    if value is None:
        return ""
    return number_text.shown(float(f"{value / model.units[0].factor:.{SURE_DIGITS}g}"), style)


def echo(asked: Asked, words: Words, diagnosis: Diagnosis | None, unit: FieldUnit) -> str:
    """What follows from a value, such as "≈ 7,500 L per cow" in the unit of the field."""
    if diagnosis is None:
        return ""
    if asked.field == Workshop.milk_delivered.name:
        per_cow = _value(diagnosis, "milk_sold_per_animal", asked.subject)
        shown = words.with_unit(words.number(per_cow / unit.factor), unit.code) if per_cow else ""
        return words.say("≈ {value} per cow", value=shown) if shown else ""
    if asked.field == Field.field_area.name:
        area, whole = _value(diagnosis, asked.field, asked.subject), diagnosis.total(FARMED)
        share = words.percent(area / whole) if area and whole else ""
        return words.say("≈ {share} of the farmed area", share=share) if share else ""
    return ""


FARMED = "agricultural_area"


def _says(model: NumberFieldModel, text: str, value: float | None, style: str) -> bool:
    """Whether a kept text still reads as its value: another number style reads it otherwise."""
    from desktop.forms.written_units import spellings

    unit = model.units[0]
    reading = number_text.read(text, style, spellings(unit.code, model.density))
    match reading:
        case number_text.Nothing():
            return value is None
        case number_text.Number(read):
            return value is not None and abs(read * unit.factor - value) <= 1e-9 * abs(value)
        case _:
            return False


def _origin(answer: Answer) -> str:
    return "imported" if answer.origin == "imported" else "answer"


def _source(answer: Answer) -> str:
    """Where a value came from, which its file says in the note; a note of one's own is none."""
    if answer.origin == "answer":
        return ""
    first = answer.note.partition("\n")[0]
    return first if len(first) <= LONGEST_SOURCE else f"{first[: LONGEST_SOURCE - 1]}…"


def _units(asked: Asked, number: Number, words: Words) -> tuple[FieldUnit, ...]:
    """The unit shown first, then the others that people use; the year goes without saying."""
    codes = [number.shown, *(code for code in number.units if code != number.shown)]
    units = [FieldUnit(code.removesuffix(A_YEAR), number.units[code]) for code in codes]
    if asked.field == Group.head_years.name and asked.question.of:
        return (FieldUnit(units[0].code, units[0].factor, words.say_in("unit", COWS)),)
    return tuple(unit for unit in units if unit.factor >= units[0].factor / 100)


def _reference(asked: Asked, words: Words, diagnosis: Diagnosis | None) -> Reference | None:
    """What the engine goes by while nobody answers, and where it comes from.

    Of the first questions only what follows from the others is one: milk not entered is not milk
    of zero litres. What is taken over by a key is what is shown, so it is rounded before.
    """
    if diagnosis is None:
        return None
    node = diagnosis.explain(asked.field, asked.subject, depth=1)
    declared = node.origin == "default" and asked.page != FARM.key
    if node.value is None or not (declared or node.origin == "formula"):
        return None
    value = float(f"{node.value:.{REFERENCE_DIGITS}g}")
    return Reference(value, _declared(asked, words) if declared else _made_of(node, words))


def _declared(asked: Asked, words: Words) -> str:
    note = "" if asked.number is None else asked.number.default_note
    return words.say(note)


def _made_of(node: Node, words: Words) -> str:
    labels = list(dict.fromkeys(words.say(part.label) for part in node.parts))
    return ", ".join(labels[:MOST_PARTS])


def _value(diagnosis: Diagnosis, name: str, row: str) -> float | None:
    return diagnosis.explain(name, row, depth=0).value
