"""A dossier written out as a farm file, in the units people read."""

import json
from collections.abc import Mapping
from typing import Any

from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.units import worth_of
from diagnostics.entities import FarmEntity, Purchase
from diagnostics.entities.supplies import item_unit
from diagnostics.farm_shapes import FARM_SHAPES, FORMAT, VERSION, EntityType, Shape
from diagnostics.givable import LIMITS
from diagnostics.questionnaire.pages import FARM_PAGES
from diagnostics.record import Entry, FarmRecord, Row


def write_farm(record: FarmRecord) -> str:
    """The farm file of a dossier, in the units people read; read_farm gives it back."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "name": record.name,
        "year": record.year,
        "profile": record.profile,
    }
    farm = record.row("")
    document["answers"] = {
        page.key: answers
        for page in FARM_PAGES
        if (answers := _answers(farm, FarmEntity, [q.field.name for q in page.questions]))
    }
    document |= _given_out(farm, FarmEntity)
    for shape in FARM_SHAPES:
        if items := [_item(record, row, shape) for row in _owned(record, shape, "")]:
            document[shape.listed] = items
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _owned(record: FarmRecord, shape: Shape, above: str) -> list[Row]:
    rows = record.of(shape.entity.name)
    if shape.entity is Purchase:
        return [row for row in rows if row.workshop == above]
    depth = above.count("/") + 1 if above else 0
    if shape.prefix or not above:
        return list(rows)
    return [r for r in rows if r.key.startswith(f"{above}/") and r.key.count("/") == depth]


def _item(record: FarmRecord, row: Row, shape: Shape) -> dict[str, Any]:
    item: dict[str, Any] = {}
    if shape.choice in row.entries:
        item[shape.code] = row.entries[shape.choice].value
    elif not shape.choice:
        item[shape.code] = row.workshop
    names = [n for n in row.entries if n not in (shape.choice, Purchase.purchase_quantity.name)]
    if answers := _answers(row, shape.entity, names):
        item["answers"] = answers
    item |= _given_out(row, shape.entity)
    if shape.entity is Purchase and Purchase.purchase_quantity.name in row.entries:
        quantity = row.entries[Purchase.purchase_quantity.name]
        unit = item_unit(str(item[shape.code]))
        item["quantity"] = {"value": quantity.value, "unit": unit} | _beside(quantity)
    for child in shape.children:
        if rows := [_item(record, r, child) for r in _owned(record, child, row.key)]:
            item[child.listed] = rows
    return item


def _answers(row: Row, entity: EntityType, names: list[str]) -> dict[str, Any]:
    choices, numbers = choices_of(entity), numbers_of(entity)
    answers: dict[str, Any] = {}
    for name in names:
        entry = row.entries.get(name)
        if entry is None or entry.origin == "given":
            continue
        if name in choices:
            answers[name] = _chosen(entry)
        elif name in numbers:
            answers[name] = _written(entry, numbers[name].shown, numbers[name].units)
    return answers


def _given_out(row: Row, entity: EntityType) -> dict[str, Any]:
    numbers = numbers_of(entity)
    given = {
        name: _written(entry, numbers[name].shown, numbers[name].units)
        if name in numbers
        else {"value": entry.value, "unit": LIMITS[name][0], **_note(entry)}
        for name, entry in row.entries.items()
        if entry.origin == "given"
    }
    return {"given": given} if given else {}


def _written(entry: Entry, shown: str, units: Mapping[str, float]) -> dict[str, Any]:
    """The value in the unit people use, or in the engine's where that loses a digit."""
    value, worth = float(entry.value), units[shown]
    rounded = float(f"{value / worth:.12g}")
    exact = worth_of(rounded, worth) == value
    unit = shown if exact else next(u for u, w in units.items() if w == 1.0)
    return {"value": _plain(rounded if exact else value), "unit": unit} | _beside(entry)


def _chosen(entry: Entry) -> Any:
    """The code of an option, alone unless something is to be told beside it."""
    beside = _beside(entry)
    return {"value": entry.value} | beside if beside else entry.value


def _beside(entry: Entry) -> dict[str, str]:
    """What goes with a value: that it came from a file, and its note."""
    origin = {"origin": "imported"} if entry.origin == "imported" else {}
    return origin | _note(entry)


def _plain(value: float) -> float | int:
    return int(value) if value.is_integer() and abs(value) < 1e15 else value  # noqa: PLR2004


def _note(entry: Entry) -> dict[str, str]:
    return {"note": entry.note} if entry.note else {}
