"""The reference values a result rests on: what stands where nobody answered, named and listed."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from diagnostics.core.choices import Choice, CodeRule
from diagnostics.core.model import Quantity
from diagnostics.diagnosis import HEADLINES, Diagnosis
from diagnostics.reached import Reached


def reference_values(diagnosis: Diagnosis) -> list[dict[str, Any]]:
    """Every reference value in use, with its row, value, unit and note.

    What follows from the farm's own data (the rest of its area, milk sold per cow) is none, nor
    is one that an answer has replaced, nor an optional extra that counts as none.
    """
    assert diagnosis.run is not None
    reached = Reached(diagnosis.run, HEADLINES)
    quantities = diagnosis.model.quantities.values()
    fields = [line for quantity in quantities for line in _of_field(diagnosis, quantity, reached)]
    choices = diagnosis.model.choices.values()
    return fields + [line for choice in choices for line in _of_choice(diagnosis, choice, reached)]


def _of_field(
    diagnosis: Diagnosis, quantity: Quantity, reached: Reached
) -> Iterator[dict[str, Any]]:
    if quantity.field is None or quantity.field.extra:
        return
    values = diagnosis.values[quantity.name]
    in_use = reached.rows(quantity.name) & np.isfinite(values)
    for place, key in enumerate(diagnosis.trace.keys(quantity.on)):
        if in_use[place] and _stands_in(diagnosis, quantity, place):
            source = quantity.formula.source if quantity.formula else quantity.passport
            note = source.locator if source else ""
            yield {
                "row": key,
                "name": quantity.name,
                "label": quantity.label,
                "value": float(values[place]),
                "unit": diagnosis.unit(quantity, place),
                "note": note or quantity.field.default_note,
            }


def _stands_in(diagnosis: Diagnosis, quantity: Quantity, place: int) -> bool:
    """Whether a row of a field holds a reference value that has an effect."""
    field, run = quantity.field, diagnosis.run
    assert field is not None
    assert run is not None
    if field.only is not None and not run.mask(field.only, quantity.on)[place]:
        return False
    origin = diagnosis.trace.origin(quantity, place)
    if quantity.formula is None or origin != "formula":
        return origin == "default"
    return any(_reaches(diagnosis, quantity, need, place) for need in quantity.formula.assumes)


def _reaches(diagnosis: Diagnosis, quantity: Quantity, need: str, place: int) -> bool:
    """Whether an assumed need of a rule is anything but zero on the row."""
    giver = diagnosis.model[need]
    rows = diagnosis.trace.places(quantity, giver, place)
    return any(diagnosis.values[need][row] != 0 for row in rows)


def _of_choice(diagnosis: Diagnosis, choice: Choice, reached: Reached) -> Iterator[dict[str, Any]]:
    derived = isinstance(choice.default, CodeRule) and not choice.default.assumes
    if derived or choice.method:
        return
    run = diagnosis.run
    assert run is not None
    answered = diagnosis.farm.table(choice.entity).codes.get(choice.name)
    for place, key in enumerate(diagnosis.trace.keys(choice.entity)):
        index = int(run.codes(choice)[place])
        left_open = answered is None or answered[place] < 0
        if index >= 0 and left_open and reached.answers(choice)[place]:
            option = choice.options[index]
            yield {
                "row": key,
                "name": choice.name,
                "label": choice.label,
                "value": option.code,
                "unit": "",
                "note": option.label,
            }
