"""The answers of one farm or of a hundred thousand, as flat tables in the engine's units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from diagnostics.core.choices import Choice
from diagnostics.core.entities import Entity, lineage
from diagnostics.core.fields import Number
from diagnostics.core.values import NO_CODE, CodeArray, FloatArray, IntArray, Values

EntityType = type[Entity]


@dataclass(frozen=True)
class Table:
    """All rows of one entity, sorted by their owner.

    ``given`` holds what was stated for a field or a formula, NaN where nothing was; ``codes`` the
    answers to choices, -1 where none; ``links`` rows of another entity, -1 where none.
    """

    owner: IntArray
    given: Mapping[str, FloatArray] = field(default_factory=dict)
    codes: Mapping[str, CodeArray] = field(default_factory=dict)
    links: Mapping[str, IntArray] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.owner)

    def take(self, rows: slice, owners_before: int, links_before: Mapping[str, int]) -> "Table":
        """The rows of a block, with owners and links counted from the block's start."""
        links = {
            k: np.where(v[rows] >= 0, v[rows] - links_before[k], -1) for k, v in self.links.items()
        }
        return Table(
            owner=self.owner[rows] - owners_before,
            given={k: v[..., rows] for k, v in self.given.items()},
            codes={k: v[rows] for k, v in self.codes.items()},
            links=links,
            keys=self.keys[rows] if self.keys else (),
        )


EMPTY = Table(np.zeros(0, dtype=np.int64))


@dataclass(frozen=True)
class Farm:
    """One farm or many: the tables of every entity; the root table has one row a farm."""

    root: EntityType
    tables: Mapping[EntityType, Table]

    @property
    def count(self) -> int:
        """How many farms."""
        return len(self.tables[self.root])

    def table(self, entity: EntityType) -> Table:
        """The rows of an entity; an empty table where the farm has none."""
        return self.tables.get(entity, EMPTY)

    def rows(self, entity: EntityType) -> int:
        """How many rows of an entity there are."""
        return len(self.table(entity))

    def but(self, changed: Number, values: Values) -> "Farm":
        """The same farm with other values of one field; the original stays as it was."""
        table = self.table(changed.entity)
        stated = np.broadcast_to(
            np.asarray(values, dtype=float), np.broadcast_shapes(np.shape(values), (len(table),))
        )
        return self._with(
            changed.entity, replace(table, given={**table.given, changed.name: stated})
        )

    def but_choice(self, changed: Choice, code: str) -> "Farm":
        """The same farm with one answer to a choice on all rows of its entity."""
        table = self.table(changed.entity)
        codes = np.full(len(table), changed.index(code), dtype=np.int16)
        return self._with(
            changed.entity, replace(table, codes={**table.codes, changed.name: codes})
        )

    def stated(self, asked: Number) -> FloatArray:
        """What was stated for a field, NaN where nothing was; shape (rows,) or (draws, rows)."""
        table = self.table(asked.entity)
        return table.given.get(asked.name, np.full(len(table), np.nan))

    def _with(self, entity: EntityType, table: Table) -> "Farm":
        return Farm(self.root, {**self.tables, entity: table})

    def blocks(self, size: int) -> "list[Farm]":
        """The farms cut into blocks of at most ``size``, in order."""
        if self.count <= size:
            return [self]
        starts = range(0, self.count, size)
        return [self.block(start, min(start + size, self.count)) for start in starts]

    def block(self, start: int, stop: int) -> "Farm":
        """The farms from ``start`` to ``stop``, with all their rows."""
        spans = {self.root: slice(start, stop)}
        for entity in self._top_down():
            if entity.parent is not None:
                above, owner = spans[entity.parent], self.tables[entity].owner
                edges = np.searchsorted(owner, (above.start, above.stop))
                spans[entity] = slice(int(edges[0]), int(edges[1]))
        return Farm(self.root, {e: self._cut(e, spans) for e in spans})

    def _cut(self, entity: EntityType, spans: Mapping[EntityType, slice]) -> Table:
        before = 0 if entity.parent is None else spans[entity.parent].start
        owners_before = spans[entity].start if entity is self.root else before
        linked = {e.name: spans[e].start for e in entity.links if e in spans}
        return self.tables[entity].take(spans[entity], owners_before, linked)

    def _top_down(self) -> list[EntityType]:
        return sorted(self.tables, key=lambda entity: len(lineage(entity)))


def stack(farms: Sequence[Farm]) -> Farm:
    """Several farms (or variants of one) as one batch; every farm keeps its own rows."""
    entities = list(dict.fromkeys(e for farm in farms for e in farm.tables))
    return Farm(farms[0].root, {e: _joined(e, farms) for e in entities})


def _joined(entity: EntityType, farms: Sequence[Farm]) -> Table:
    tables = [farm.table(entity) for farm in farms]
    above = farms[0].root if entity.parent is None else entity.parent
    shifts = np.cumsum([0] + [farm.rows(above) for farm in farms[:-1]])
    return Table(
        owner=np.concatenate([t.owner + s for t, s in zip(tables, shifts, strict=True)]),
        given={n: _values(n, tables) for n in _names([t.given for t in tables])},
        codes={n: _codes(n, tables) for n in _names([t.codes for t in tables])},
        links={e.name: _links(e, entity, farms) for e in entity.links},
        keys=tuple(key for t in tables for key in t.keys),
    )


def _names(parts: Sequence[Mapping[str, object]]) -> list[str]:
    return list(dict.fromkeys(name for part in parts for name in part))


def _values(name: str, tables: Sequence[Table]) -> FloatArray:
    draws = [t.given[name].shape[:-1] for t in tables if name in t.given]
    front = max(draws, key=len, default=())
    parts = [t.given.get(name, np.full(len(t), np.nan)) for t in tables]
    return np.concatenate([np.broadcast_to(p, (*front, p.shape[-1])) for p in parts], axis=-1)


def _codes(name: str, tables: Sequence[Table]) -> CodeArray:
    nothing = [np.full(len(t), NO_CODE, dtype=np.int16) for t in tables]
    return np.concatenate([t.codes.get(name, n) for t, n in zip(tables, nothing, strict=True)])


def _links(target: EntityType, entity: EntityType, farms: Sequence[Farm]) -> IntArray:
    shifts = np.cumsum([0] + [farm.rows(target) for farm in farms[:-1]])
    parts = []
    for farm, shift in zip(farms, shifts, strict=True):
        table = farm.table(entity)
        link = table.links.get(target.name, np.full(len(table), -1, dtype=np.int64))
        parts.append(np.where(link >= 0, link + shift, -1))
    return np.concatenate(parts)
