"""Ways to change a farm's tables; each returns another farm and leaves the first as it was."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from diagnostics.core import Choice, Entity, Farm, Table
from diagnostics.core.values import NO_CODE, BoolArray, CodeArray, FloatArray, IntArray

EntityType = type[Entity]


def with_table(farm: Farm, entity: EntityType, table: Table) -> Farm:
    """The same farm with other rows of one entity."""
    return Farm(farm.root, {**farm.tables, entity: table})


def with_given(farm: Farm, entity: EntityType, given: Mapping[str, FloatArray]) -> Farm:
    """The same farm with some values of an entity stated anew."""
    table = farm.table(entity)
    return with_table(farm, entity, replace(table, given={**table.given, **given}))


def with_codes(farm: Farm, choice: Choice, codes: CodeArray) -> Farm:
    """The same farm with the answers to one choice stated anew."""
    table = farm.table(choice.entity)
    changed = replace(table, codes={**table.codes, choice.name: codes})
    return with_table(farm, choice.entity, changed)


def given(farm: Farm, entity: EntityType, name: str) -> FloatArray:
    """What is stated of a quantity, NaN where nothing is."""
    table = farm.table(entity)
    return table.given.get(name, np.full(len(table), np.nan))


def codes(farm: Farm, choice: Choice) -> CodeArray:
    """The answers to a choice, -1 where it is open."""
    table = farm.table(choice.entity)
    return table.codes.get(choice.name, np.full(len(table), NO_CODE, dtype=np.int16))


def is_code(farm: Farm, choice: Choice, *options: str) -> BoolArray:
    """The rows whose answer is one of the options."""
    return np.isin(codes(farm, choice), [choice.index(option) for option in options])


def twinned(farm: Farm, entity: EntityType, chosen: BoolArray) -> tuple[Farm, BoolArray]:
    """The farm with a copy behind each chosen row, and where the copies are."""
    table = farm.table(entity)
    rows: IntArray = np.repeat(np.arange(len(table)), 1 + chosen)
    is_copy = np.concatenate(([False], rows[1:] == rows[:-1]))[: len(rows)]
    keys = tuple(
        f"{table.keys[row]}+" if copied else table.keys[row]
        for row, copied in zip(rows, is_copy, strict=True)
    ) if table.keys else ()  # fmt: skip
    copied_table = Table(
        owner=table.owner[rows],
        given={name: values[..., rows] for name, values in table.given.items()},
        codes={name: values[rows] for name, values in table.codes.items()},
        links={name: values[rows] for name, values in table.links.items()},
        keys=keys,
    )
    return with_table(farm, entity, copied_table), is_copy


def with_row_each(
    farm: Farm, entity: EntityType, key: str, given: Mapping[str, FloatArray]
) -> Farm:
    """The farm with one more row of an entity on each row above it, with what is stated there."""
    table, count = farm.table(entity), farm.rows(entity.parent or farm.root)
    owner = np.concatenate((table.owner, np.arange(count)))
    order = np.argsort(owner, kind="stable")
    names = {*table.given, *given}
    return with_table(
        farm,
        entity,
        Table(
            owner=owner[order],
            given={n: _longer(table.given.get(n), len(table), given.get(n), count)[order]
                   for n in names},
            codes={n: np.append(v, np.full(count, NO_CODE, dtype=np.int16))[order]
                   for n, v in table.codes.items()},
            links={n: np.append(v, np.full(count, -1))[order] for n, v in table.links.items()},
            keys=tuple(np.append(np.asarray(table.keys, dtype=object), [key] * count)[order])
            if table.keys or count == 1 else (),
        ),
    )  # fmt: skip


def _longer(old: FloatArray | None, rows: int, new: FloatArray | None, more: int) -> FloatArray:
    before = np.full(rows, np.nan) if old is None else old
    after = np.full(more, np.nan) if new is None else new
    return np.concatenate((before, after))
