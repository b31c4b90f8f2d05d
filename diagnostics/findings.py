"""What a reader of the results should look at: sums that do not close, values that are rare."""

from collections.abc import Iterator

import numpy as np

from diagnostics.core.errors import Message
from diagnostics.core.fields import Number, Verdict
from diagnostics.core.model import Quantity
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity, Group

AREA_TOLERANCE = 0.01


def findings(diagnosis: Diagnosis) -> list[Message]:
    """Sentences about the dossier of one farm; nothing in them blocks a result."""
    return [*sums(diagnosis), *_unusual(diagnosis)]


def sums(diagnosis: Diagnosis) -> list[Message]:
    """Sentences about what does not add up over several answers."""
    return [*_areas(diagnosis), *_bedding(diagnosis), *_nitrogen(diagnosis)]


def _areas(diagnosis: Diagnosis) -> Iterator[Message]:
    """The covers must make up the farmed area."""
    farmed = float(diagnosis.values[FarmEntity.agricultural_area.name][0])
    covered = float(diagnosis.values["field_area"].sum())
    if np.isfinite([farmed, covered]).all() and abs(covered - farmed) > AREA_TOLERANCE * farmed:
        yield Message(
            "The covers add up to {covered} ha, the farmed area is {farmed} ha.",
            {"covered": float(f"{covered:.6g}"), "farmed": float(f"{farmed:.6g}")},
        )


def _bedding(diagnosis: Diagnosis) -> Iterator[Message]:
    """Bedding nitrogen needs animals on litter to be laid under."""
    brought = float(diagnosis.values[FarmEntity.bedding_nitrogen_brought.name][0])
    laid = float(diagnosis.values["bedding_nitrogen"].sum())
    if brought > 0 and laid == 0:
        yield Message(
            "{brought} kg of bedding nitrogen is left out: no animal is on litter.",
            {"brought": float(f"{brought:.6g}")},
        )


def _nitrogen(diagnosis: Diagnosis) -> Iterator[Message]:
    """Animals cannot keep more nitrogen than they eat."""
    keys = diagnosis.trace.keys(Group)
    for place, value in enumerate(diagnosis.values["nitrogen_excretion"]):
        if value < 0:
            yield Message(
                "{row} keeps more nitrogen than it eats; check its crude protein and its milk.",
                {"row": keys[place]},
            )


def _unusual(diagnosis: Diagnosis) -> Iterator[Message]:
    for quantity in diagnosis.model.quantities.values():
        if quantity.field is not None and quantity.field.usual is not None:
            yield from _unusual_rows(diagnosis, quantity, quantity.field)


def _unusual_rows(diagnosis: Diagnosis, quantity: Quantity, asked: Number) -> Iterator[Message]:
    trace, worth = diagnosis.trace, asked.units[asked.shown]
    for place, value in enumerate(diagnosis.values[quantity.name]):
        judgement = asked.judge(float(value))
        if trace.hands_on(quantity, place):
            continue  # told once, where it was answered
        if judgement.verdict is Verdict.UNUSUAL and judgement.limits is not None:
            low, high = judgement.limits
            yield Message(
                "{label} ({row}): {value} {in_unit} is rare; usual {low} to {high} {in_unit}.",
                {
                    "label": asked.label,
                    "row": trace.keys(quantity.on)[place] or FarmEntity.name,
                    "value": float(f"{value / worth:.4g}"),
                    "low": float(f"{low / worth:.4g}"),
                    "high": float(f"{high / worth:.4g}"),
                    "in_unit": asked.shown,
                },
            )
