"""The `.bocage` file: one farm to give away, a sealed first line before its farm file.

It is plain text, so that nothing in it can swell, run or point elsewhere when it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.exchange.post_bag import text_of
from desktop.exchange.row_keys import NAMED_BY, keys_in_file_order, with_keys
from desktop.exchange.seal import Seal, is_seal, opened_seal, sealed
from diagnostics import read_farm, write_farm
from diagnostics.core.errors import FarmFileError
from diagnostics.record import Entry, FarmRecord, Row
from diagnostics.strict_json import parse

ENDING = ".bocage"
MOST_ROWS = 2_000
LONGEST_NOTE = 20_000


@dataclass(frozen=True)
class Package:
    """One farm as it came: its answers, which farm it is, and when it was changed last."""

    record: FarmRecord
    farm: str = ""
    changed: str = ""


def packed(package: Package) -> bytes:
    """The bytes of an exchange file, written fresh from the rows of this one farm."""
    body = write_farm(package.record)
    keys = keys_in_file_order(package.record, read_farm(body))
    seal = Seal(package.farm, package.changed, tuple(keys))
    return f"{sealed(body, seal)}\n{body}".encode()


def unpacked(content: bytes) -> Package:
    """The farm in an exchange file or a farm file; what is amiss is a FarmFileError."""
    text = text_of(content)
    line, _, rest = text.partition("\n")
    seal = opened_seal(line, rest) if is_seal(line) else None
    body = text if seal is None else rest
    _check_size(parse(body))
    record = read_farm(body)
    _check_notes(record)
    if seal is None:
        return Package(record)
    return Package(with_keys(record, seal.keys), seal.farm, seal.changed)


def is_faithful(content: bytes, package: Package) -> bool:
    """Whether a file read back holds this farm, answer for answer."""
    found = unpacked(content)
    return _unordered(found) == _unordered(package)


def imported(record: FarmRecord) -> FarmRecord:
    """The same farm, with every answer marked as come from a file."""
    return replace(record, rows=tuple(_imported(row) for row in record.rows))


def _imported(row: Row) -> Row:
    called = NAMED_BY.get(row.entity, "")
    return replace(row, entries={n: _marked(e, n == called) for n, e in row.entries.items()})


def _marked(entry: Entry, is_name: bool) -> Entry:
    is_answer = entry.origin == "answer" and not is_name
    return replace(entry, origin="imported") if is_answer else entry


def _unordered(package: Package) -> tuple[Package, dict[str, Row]]:
    record = package.record
    return replace(package, record=replace(record, rows=())), {row.key: row for row in record.rows}


def _check_size(document: Any) -> None:
    rows = sum(1 for _ in _listed(document))
    if rows > MOST_ROWS:
        raise FarmFileError(
            "the file lists {found} things; a farm has {most} at most", found=rows, most=MOST_ROWS
        )


def _listed(value: Any) -> Iterator[Any]:
    """Everything that stands in a list, at any depth."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _listed(inner)
    elif isinstance(value, list):
        for inner in value:
            yield inner
            yield from _listed(inner)


def _check_notes(record: FarmRecord) -> None:
    for row in record.rows:
        for name, entry in row.entries.items():
            if len(entry.note) > LONGEST_NOTE:
                raise FarmFileError(
                    "{path}.note: expected a text of {most} characters at most",
                    path=f"{row.key}.{name}" if row.key else name,
                    most=LONGEST_NOTE,
                )
