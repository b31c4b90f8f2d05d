"""From entries to arrays: the rows of one or many dossiers as the tables of a Farm."""

from collections.abc import Sequence

import numpy as np

from diagnostics.core import DiagnosticsError, Entity, Farm, Table
from diagnostics.core.entities import choices_of
from diagnostics.core.farm import stack
from diagnostics.core.values import NO_CODE, CodeArray, FloatArray, IntArray
from diagnostics.entities import ENTITIES, FarmEntity, Workshop
from diagnostics.record import FarmRecord, Row, parent_key

EntityType = type[Entity]
TOP_LEVEL = ("field", "hedge", "fertiliser", "purchase")  # first part of keys owned by the farm


def gather(records: Sequence[FarmRecord]) -> Farm:
    """One Farm for all records, in their order; DiagnosticsError for what no farm can hold."""
    if not records:
        raise DiagnosticsError("there is no farm to diagnose")
    return stack([_one(record) for record in records])


def _one(record: FarmRecord) -> Farm:
    ordered: dict[EntityType, list[Row]] = {}
    for entity in ENTITIES:
        rows = list(record.of(entity.name))
        if entity.parent is not None and entity.parent is not FarmEntity:
            places = {row.key: i for i, row in enumerate(ordered[entity.parent])}
            rows.sort(key=lambda row: places[parent_key(row.key)])
        ordered[entity] = rows
    return Farm(FarmEntity, {entity: _table(entity, ordered) for entity in ENTITIES})


def _table(entity: EntityType, ordered: dict[EntityType, list[Row]]) -> Table:
    rows = ordered[entity]
    choices = choices_of(entity)
    names = list(dict.fromkeys(name for row in rows for name in row.entries))
    return Table(
        owner=_owners(entity, ordered),
        given={name: _numbers(rows, name) for name in names if name not in choices},
        codes={name: _codes(rows, entity, name) for name in names if name in choices},
        links={Workshop.name: _workshops(entity, ordered)} if entity.links else {},
        keys=tuple(row.key for row in rows),
    )


def _owners(entity: EntityType, ordered: dict[EntityType, list[Row]]) -> IntArray:
    rows = ordered[entity]
    if entity.parent is None or entity.parent is FarmEntity:
        return np.zeros(len(rows), dtype=np.int64)
    places = {row.key: i for i, row in enumerate(ordered[entity.parent])}
    return np.asarray([places[parent_key(row.key)] for row in rows], dtype=np.int64)


def _workshops(entity: EntityType, ordered: dict[EntityType, list[Row]]) -> IntArray:
    places = {row.key: i for i, row in enumerate(ordered[Workshop])}
    for row in ordered[entity]:
        if row.workshop and row.workshop not in places:
            raise DiagnosticsError(
                "{row} is bought for “{workshop}”, which the farm does not have",
                row=row.key,
                workshop=row.workshop,
            )
    return np.asarray([places.get(row.workshop, -1) for row in ordered[entity]], dtype=np.int64)


def _numbers(rows: list[Row], name: str) -> FloatArray:
    entries = [row.entries.get(name) for row in rows]
    for row, entry in zip(rows, entries, strict=True):
        if entry is not None and not np.isfinite(float(entry.value)):
            raise DiagnosticsError(
                "{name} of “{row}” is {value}; expected a finite number",
                name=name,
                row=row.key,
                value=str(entry.value),
            )
    return np.asarray([np.nan if e is None else float(e.value) for e in entries], dtype=float)


def _codes(rows: list[Row], entity: EntityType, name: str) -> CodeArray:
    choice = choices_of(entity)[name]
    entries = [row.entries.get(name) for row in rows]
    indices = [NO_CODE if e is None else choice.index(str(e.value)) for e in entries]
    return np.asarray(indices, dtype=np.int16)
