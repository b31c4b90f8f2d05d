"""What is usual for an answer on a farm of this system and size, from published figures."""

from __future__ import annotations

from functools import cache

from desktop import paths
from desktop.presenting.places import Asked
from diagnostics import usual
from diagnostics.core.fields import Limits
from diagnostics.diagnosis import Diagnosis
from diagnostics.references import References, load_references


@cache
def references() -> References:
    """The figures of other farms, read once."""
    return load_references(paths.resource("reference"))


def usual_limits(asked: Asked, diagnosis: Diagnosis | None) -> Limits | None:
    """The usual range of an answer in the engine's unit: that of the system, else of any farm."""
    assert asked.number is not None
    if diagnosis is None:
        return asked.number.usual
    return usual.usual_limits(diagnosis, references(), asked.field, asked.subject)
