"""What is usual for an answer on a farm of this system and size, from published figures."""

from __future__ import annotations

from functools import cache

from desktop import paths
from desktop.presenting.places import Asked
from diagnostics.core.fields import Limits
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity, Field, Group, Workshop
from diagnostics.references import References, load_references

FEMALES = ("DC", "SC", "EW", "EL", "GO")
SURE_DIGITS = 3
"""A range of other farms is no finer than this, in the unit it is shown in."""


@cache
def references() -> References:
    """The figures of other farms, read once."""
    return load_references(paths.resource("reference"))


def usual_limits(asked: Asked, diagnosis: Diagnosis | None) -> Limits | None:
    """The usual range of an answer in the engine's unit: that of the system, else of any farm."""
    assert asked.number is not None
    if diagnosis is None:
        return asked.number.usual
    workshop = asked.subject.partition("/")[0]
    kind = _kind(diagnosis, workshop)
    found = references().usual_range(_input(asked, diagnosis), _system(diagnosis), kind)
    limits = None if found is None else found.limits(_sizes(diagnosis, workshop if kind else ""))
    if limits is None:
        return asked.number.usual
    low, high = asked.number.bounds
    worth = asked.number.units[asked.number.shown]
    first, last = (float(f"{limit / worth:.{SURE_DIGITS}g}") * worth for limit in limits)
    return max(low, first), min(high, last)


def _input(asked: Asked, diagnosis: Diagnosis) -> str:
    """The name the range is listed under: an area goes by its cover."""
    if asked.field != Field.field_area.name or diagnosis.record is None:
        return asked.field
    return str(diagnosis.record.row(asked.subject).entries[Field.cover.name].value)


def _system(diagnosis: Diagnosis) -> str:
    assert diagnosis.run is not None
    choice = FarmEntity.system
    return choice.options[int(diagnosis.run.codes(choice)[0])].code


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
    return {name: size for name, size in found.items() if size is not None}


def _of(diagnosis: Diagnosis, name: str, workshop: str) -> float | None:
    keys = diagnosis.trace.keys(diagnosis.model[name].on)
    values = [
        float(value)
        for key, value in zip(keys, diagnosis.values[name], strict=True)
        if not workshop or key.partition("/")[0] == workshop
    ]
    return sum(values)


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
