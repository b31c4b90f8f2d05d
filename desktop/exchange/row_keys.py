"""The keys of numbered rows, which a farm file does not hold: a purchase stays the one it was."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diagnostics.core.errors import FarmFileError
from diagnostics.farm_shapes import FARM_SHAPES, Shape
from diagnostics.record import FarmRecord, Row


def every_shape(shapes: Iterable[Shape] = FARM_SHAPES) -> Iterator[Shape]:
    """How the rows of each entity are written, at any depth."""
    for shape in shapes:
        yield shape
        yield from every_shape(shape.children)


NUMBERED = {shape.entity.name: shape.prefix for shape in every_shape() if shape.repeated}
NAMED_BY = {shape.entity.name: shape.choice for shape in every_shape() if shape.choice}
"""The choice whose answer is the name of a row; it is no answer of its own."""


def keys_in_file_order(record: FarmRecord, as_read: FarmRecord) -> list[str]:
    """The keys that the numbered rows of a farm have, in the order in which they are read back."""
    waiting: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in record.rows:
        waiting[row.entity, row.workshop].append(row.key)
    return [waiting[row.entity, row.workshop].pop(0) for row in _numbered(as_read)]


def with_keys(as_read: FarmRecord, keys: Sequence[object]) -> FarmRecord:
    """The farm with the keys its numbered rows had; others than numbers are refused."""
    rows = list(_numbered(as_read))
    given = [str(key) for key in keys]
    fits = len(given) == len(rows) == len(set(given))
    if not fits or not all(map(_is_numbered, rows, given)):
        raise FarmFileError("the first line: expected a key for each row that has a number")
    new = {row.key: key for row, key in zip(rows, given, strict=True)}
    return replace(
        as_read, rows=tuple(replace(row, key=new.get(row.key, row.key)) for row in as_read.rows)
    )


def _numbered(record: FarmRecord) -> Iterator[Row]:
    return (row for row in record.rows if row.entity in NUMBERED)


def _is_numbered(row: Row, key: str) -> bool:
    return re.fullmatch(rf"{NUMBERED[row.entity]}/[1-9][0-9]{{0,5}}", key, re.ASCII) is not None
