"""What drives a source on this farm, in the farm's own figures."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.words import Words
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import Group, Workshop
from diagnostics.record import FarmRecord, Row

MILK_DENSITY = 1.03
COWS = ("DC", "SC")
KG_PER_TONNE = 1000.0
Herds = Sequence[str]


def driver_of(post: str, diagnosis: Diagnosis, words: Words, workshop: str = "") -> str:
    """The figure that tells most about a post; empty where the farm has not said it.

    Of a farm with several herds a `workshop` tells its own.
    """
    record = diagnosis.record
    if record is None:
        return ""
    herds = [row.key for row in record.of(Workshop.name) if workshop in ("", row.key)]
    if post == "enteric":
        return _herd(diagnosis, record, herds, words)
    if post == "manure":
        return _manure(record, herds, words)
    if post == "feed":
        return _concentrate(record, herds, words)
    if post in ("soils", "fertiliser"):
        return _nitrogen(diagnosis, words)
    return _diesel(record, words) if post == "energy" and not workshop else ""


def _herd(diagnosis: Diagnosis, record: FarmRecord, herds: Herds, words: Words) -> str:
    """Cows, and what a cow gives where there is one herd to tell it of."""
    heads = [
        _entered(row, Group.head_years.name)
        for row in record.of(Group.name)
        if _code(row, "animal_class") in COWS and row.key.partition("/")[0] in herds
    ]
    cows = sum(head for head in heads if head is not None)
    if not cows:
        return ""
    counted = words.count("{n} cow", "{n} cows", cows)
    milk = None
    if len(herds) == 1:
        milk = diagnosis.explain("milk_sold_per_animal", herds[0], depth=0).value
    if not milk:
        return counted
    litres = words.number(milk / MILK_DENSITY)
    return words.say("{cows}, {litres} L per cow", cows=counted, litres=litres)


def _manure(record: FarmRecord, herds: Herds, words: Words) -> str:
    """The manure of a herd and the time it is kept, where there is one herd to tell it of."""
    rows = [row for row in record.of(Workshop.name) if row.key in herds]
    code = _code(rows[0], Workshop.main_manure.name) if len(rows) == 1 else ""
    if not code:
        return ""
    manure = words.say(Workshop.main_manure.option(code).label)
    months = _entered(rows[0], Workshop.storage_duration.name)
    if months is None:
        return manure
    kept = words.count("{n} month", "{n} months", months)
    return words.say("{manure}, kept {months}", manure=manure, months=kept)


def _concentrate(record: FarmRecord, herds: Herds, words: Words) -> str:
    name = Workshop.concentrate_bought.name
    bought = [_entered(row, name) for row in record.of(Workshop.name) if row.key in herds]
    total = sum(one for one in bought if one is not None)
    if not total:
        return ""
    return words.say("{tonnes} t of concentrates", tonnes=words.number(total / KG_PER_TONNE))


def _nitrogen(diagnosis: Diagnosis, words: Words) -> str:
    """Chemical nitrogen by the hectare, once the farm has said how much it spreads."""
    record = diagnosis.record
    rows = () if record is None else record.rows
    if not any("mineral_nitrogen" in row.entries for row in rows):
        return ""
    spread = diagnosis.total("mineral_nitrogen_per_hectare")
    if spread is None:
        return ""
    return words.say("{amount} kg of chemical nitrogen per ha", amount=words.number(spread))


def _diesel(record: FarmRecord, words: Words) -> str:
    litres = _entered(record.row(""), "diesel")
    return "" if litres is None else words.say("{litres} L of diesel", litres=words.number(litres))


def _entered(row: Row, name: str) -> float | None:
    found = row.entries.get(name)
    return None if found is None or isinstance(found.value, str) else float(found.value)


def _code(row: Row, name: str) -> str:
    found = row.entries.get(name)
    return "" if found is None else str(found.value)
