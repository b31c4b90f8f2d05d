"""What drives a source on this farm, in the farm's own figures."""

from __future__ import annotations

from desktop.words import Words
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import Group, Workshop
from diagnostics.record import FarmRecord, Row

MILK_DENSITY = 1.03
COWS = ("DC", "SC")
KG_PER_TONNE = 1000.0


def driver_of(post: str, diagnosis: Diagnosis, words: Words) -> str:
    """The figure that tells most about a post; empty where the farm has not said it."""
    if diagnosis.record is None:
        return ""
    if post == "enteric":
        return _herd(diagnosis, diagnosis.record, words)
    if post == "manure":
        return _manure(diagnosis.record, words)
    if post == "feed":
        return _concentrate(diagnosis.record, words)
    if post in ("soils", "fertiliser"):
        return _nitrogen(diagnosis, words)
    return _diesel(diagnosis.record, words) if post == "energy" else ""


def _herd(diagnosis: Diagnosis, record: FarmRecord, words: Words) -> str:
    """Cows, and what a cow gives where the farm is milked for one herd only."""
    heads = [
        _entered(row, Group.head_years.name)
        for row in record.of(Group.name)
        if _code(row, "animal_class") in COWS
    ]
    cows = sum(head for head in heads if head is not None)
    if not cows:
        return ""
    counted = words.count("{n} cow", "{n} cows", cows)
    milk = diagnosis.total("milk_sold_per_animal")
    if not milk:
        return counted
    litres = words.number(milk / MILK_DENSITY)
    return words.say("{cows}, {litres} L per cow", cows=counted, litres=litres)


def _manure(record: FarmRecord, words: Words) -> str:
    """The manure of the first herd and the time it is kept."""
    for row in record.of(Workshop.name):
        code = _code(row, Workshop.main_manure.name)
        months = _entered(row, Workshop.storage_duration.name)
        if code:
            manure = words.say(Workshop.main_manure.option(code).label)
            if months is None:
                return manure
            kept = words.count("{n} month", "{n} months", months)
            return words.say("{manure}, kept {months}", manure=manure, months=kept)
    return ""


def _concentrate(record: FarmRecord, words: Words) -> str:
    name = Workshop.concentrate_bought.name
    bought = [_entered(row, name) for row in record.of(Workshop.name)]
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
