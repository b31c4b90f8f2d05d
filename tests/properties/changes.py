"""Changes of a whole batch that must not matter, or must matter in a known way."""

from dataclasses import replace

import numpy as np

from diagnostics.core import Entity, Farm, Table
from diagnostics.core.entities import is_above, numbers_of
from diagnostics.core.fields import Number
from diagnostics.core.values import BoolArray, FloatArray, IntArray
from diagnostics.entities import Field, ManureShare, Purchase

EntityType = type[Entity]
Copies = tuple[IntArray, IntArray]  # the first and the second copy of each old row


def is_extensive(asked: Number) -> bool:
    """Whether an answer grows with the farm: an amount, not a share, a weight or a content."""
    return asked.adds or asked is Purchase.purchase_quantity


def scaled(farm: Farm, times: float) -> Farm:
    """The same farms, every amount so many times as large."""
    for entity in farm.tables:
        for asked in numbers_of(entity).values():
            if is_extensive(asked) and asked.name in farm.table(entity).given:
                farm = farm.but(asked, farm.stated(asked) * times)
    return farm


def times(farm: Farm, asked: Number, factor: float) -> Farm:
    """The same farms with one answer multiplied on all rows."""
    return farm.but(asked, farm.stated(asked) * factor)


def permuted(farm: Farm, seed: int) -> tuple[Farm, IntArray]:
    """The same rows in another order within their owners, and the new order of the farms."""
    rng = np.random.default_rng(seed)
    places: dict[EntityType, IntArray] = {}
    orders: dict[EntityType, IntArray] = {}
    for entity in _top_down(farm):
        owner = farm.table(entity).owner
        moved = owner if entity.parent is None else places[entity.parent][owner]
        by_owner = np.zeros(len(owner)) if entity.parent is None else moved
        orders[entity] = np.lexsort((rng.random(len(owner)), by_owner))
        places[entity] = np.argsort(orders[entity], kind="stable")
    tables = {e: _taken(farm, e, orders[e], places) for e in orders}
    return Farm(farm.root, tables), orders[farm.root]


def _taken(
    farm: Farm, entity: EntityType, order: IntArray, places: dict[EntityType, IntArray]
) -> Table:
    table = farm.table(entity)
    owner = np.arange(len(table)) if entity.parent is None else places[entity.parent][table.owner]
    by_name = {one.name: one for one in places}
    return Table(
        owner=owner if entity.parent is None else owner[order],
        given={k: v[..., order] for k, v in table.given.items()},
        codes={k: v[order] for k, v in table.codes.items()},
        links={k: _linked(v[order], places[by_name[k]]) for k, v in table.links.items()},
    )


def _linked(link: IntArray, places: IntArray) -> IntArray:
    return np.where(link >= 0, places[np.maximum(link, 0)], -1)


def _top_down(farm: Farm) -> list[EntityType]:
    return sorted(farm.tables, key=lambda entity: sum(is_above(a, entity) for a in farm.tables))


def halved(farm: Farm, entity: EntityType) -> Farm:
    """Every row of an entity, and all it owns, written as two rows of half the size."""
    below = [e for e in _top_down(farm) if e is entity or is_above(entity, e)]
    tables = dict(farm.tables)
    copies: dict[EntityType, Copies] = {}
    for each in below:
        table = farm.table(each)
        twice = _may_be_split(table, each) if each is entity else np.ones(len(table), dtype=bool)
        tables[each], copies[each] = _split(table, each, twice, copies)
    links = {e.name: e for e in below}
    for each in [e for e in tables if set(tables[e].links) & set(links)]:
        tables[each] = _relinked(tables[each], links, copies)
    return Farm(farm.root, tables)


def _may_be_split(table: Table, entity: EntityType) -> BoolArray:
    """Rows that stand for an amount: not the pasture row, nor the field that takes the rest."""
    if entity is ManureShare:
        return table.codes["manure_system"] != ManureShare.manure_system.index("pasture")
    if entity is Field:
        return ~np.isnan(table.given["field_area"])
    return np.ones(len(table), dtype=bool)


def _split(
    table: Table, entity: EntityType, twice: BoolArray, copies: dict[EntityType, Copies]
) -> tuple[Table, Copies]:
    """The rows written twice where asked; and, for each old row, the places of its copies."""
    rows = np.repeat(np.arange(len(table)), np.where(twice, 2, 1))
    owner, half = table.owner[rows], twice[rows]
    if entity.parent in copies:
        first, second = copies[entity.parent]
        rows = np.tile(np.arange(len(table)), 2)
        owner = np.concatenate([first[table.owner], second[table.owner]])
        order = np.argsort(owner, kind="stable")
        rows, owner, half = rows[order], owner[order], np.ones(len(rows), dtype=bool)
    given = {k: _half(v[..., rows], half, entity, k) for k, v in table.given.items()}
    codes = {k: v[rows] for k, v in table.codes.items()}
    links = {k: v[rows] for k, v in table.links.items()}
    made = replace(table, owner=owner, given=given, codes=codes, links=links, keys=())
    return made, _copies(rows, len(table))


def _copies(rows: IntArray, count: int) -> Copies:
    first, second = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    places = np.arange(len(rows))
    second[rows] = places  # of several writes the last one stays
    first[rows[::-1]] = places[::-1]
    return first, second


def _half(values: FloatArray, half: BoolArray, entity: EntityType, name: str) -> FloatArray:
    asked = numbers_of(entity)[name]
    shared = asked is ManureShare.housed_share and not half.all()
    return np.where(half, values / 2, values) if is_extensive(asked) or shared else values


def _relinked(
    table: Table, links: dict[str, EntityType], copies: dict[EntityType, Copies]
) -> Table:
    moved = {
        name: np.where(link >= 0, copies[links[name]][0][np.maximum(link, 0)], -1)
        if name in links
        else link
        for name, link in table.links.items()
    }
    return replace(table, links=moved)
