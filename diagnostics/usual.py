"""What is usual for a figure on a farm of this system, country and size, from other farms."""

import numpy as np

from diagnostics.core.fields import Limits
from diagnostics.core.model import Quantity
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity, Field, Group, Workshop
from diagnostics.references import References

FEMALES = ("DC", "SC", "EW", "EL", "GO")
SURE_DIGITS = 3  # a range of other farms is no finer than this, in the unit it is shown in


def usual_limits(
    diagnosis: Diagnosis, references: References, name: str, row: str = ""
) -> Limits | None:
    """The usual range of a field or a figure on a row, in the engine's unit.

    That of the farm's system and country; for a field without one, that of any farm; else None.
    """
    quantity, workshop = diagnosis.model[name], row.partition("/")[0]
    kind = _kind(diagnosis, workshop)
    places = (_code(diagnosis, FarmEntity.system.name), kind, _code(diagnosis, "country"))
    found = references.usual_range(_input(diagnosis, quantity, row), *places)
    limits = None if found is None else found.limits(_sizes(diagnosis, workshop if kind else ""))
    if limits is None:
        return None if quantity.field is None else quantity.field.usual
    return _rounded(quantity, limits)


def _rounded(quantity: Quantity, limits: Limits) -> Limits:
    """The limits with the digits they deserve, within what is possible."""
    asked = quantity.field
    worth = asked.units[asked.shown] if asked is not None else 1.0
    low, high = (float(f"{limit / worth:.{SURE_DIGITS}g}") * worth for limit in limits)
    least, most = asked.bounds if asked is not None else (-np.inf, np.inf)
    return max(least, low), min(most, high)


def _input(diagnosis: Diagnosis, quantity: Quantity, row: str) -> str:
    """The name the range is listed under: an area goes by its cover."""
    if quantity.name != Field.field_area.name or diagnosis.record is None:
        return quantity.name
    return str(diagnosis.record.row(row).entries[Field.cover.name].value)


def _code(diagnosis: Diagnosis, name: str) -> str:
    """The answer of the farm to a choice, or what stands for it; empty where nothing does."""
    assert diagnosis.run is not None
    choice = diagnosis.model.choices[name]
    code = int(diagnosis.run.codes(choice)[0])
    return choice.options[code].code if code >= 0 else ""


def _kind(diagnosis: Diagnosis, workshop: str) -> str:
    """The kind of a workshop; an empty text for a question about the whole farm."""
    if diagnosis.record is None or not workshop:
        return ""
    rows = {row.key: row for row in diagnosis.record.of(Workshop.name)}
    return str(rows[workshop].entries["workshop_kind"].value) if workshop in rows else ""


def _sizes(diagnosis: Diagnosis, workshop: str) -> dict[str, float]:
    """What ranges are counted per, on this workshop or on the whole farm."""
    found = {
        "females": _females(diagnosis, workshop),
        "area": diagnosis.total(FarmEntity.agricultural_area.name),
        "milk": _of(diagnosis, Workshop.milk_delivered.name, workshop),
        "livestock_units": _of(diagnosis, "livestock_unit_years", workshop),
        "fattened": _of(diagnosis, Workshop.fattened_per_year.name, workshop),
    }
    return {name: size for name, size in found.items() if size is not None and np.isfinite(size)}


def _of(diagnosis: Diagnosis, name: str, workshop: str) -> float:
    """The sum of an amount over the rows of a workshop, or of the farm."""
    keys = diagnosis.trace.keys(diagnosis.model[name].on)
    return sum(
        float(value)
        for key, value in zip(keys, diagnosis.values[name], strict=True)
        if not workshop or key.partition("/")[0] == workshop
    )


def _females(diagnosis: Diagnosis, workshop: str) -> float:
    record = diagnosis.record
    kept = () if record is None else record.of(Group.name)
    females = {row.key for row in kept if row.entries["animal_class"].value in FEMALES}
    keys, heads = diagnosis.trace.keys(Group), diagnosis.values[Group.head_years.name]
    return sum(
        float(count)
        for key, count in zip(keys, heads, strict=True)
        if key in females and (not workshop or key.partition("/")[0] == workshop)
    )
