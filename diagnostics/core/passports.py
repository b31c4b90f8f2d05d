"""Numbers with a passport: where a number comes from, and the lines of a table of numbers."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan

from diagnostics.core.chance import FIXED, Spread
from diagnostics.core.errors import FactorError

MARKS = ("V", "R", "R−", "A")


@dataclass(frozen=True)
class Passport:
    """Where a factor comes from and how sure it is."""

    name: str
    on: str
    label: str
    symbol: str
    unit: str
    mark: str
    source: str
    locator: str
    reviewed: str
    spread: Spread = FIXED
    note: str = ""
    evidence: str = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """One line of a factor table, with its own mark and place in the source."""

    codes: tuple[str, ...]
    along: float
    value: float
    low: float
    high: float
    mark: str
    source: str
    locator: str
    line: int
    gsd: float = nan  # of a lognormal spread, where the line has one of its own
    alternatives: str = ""
    evidence: str = ""


def check_mark(mark: str, file: str, where: str) -> None:
    if mark not in MARKS:
        raise FactorError(
            "{file}: {where} has the mark “{mark}”; expected V, R, R− or A",
            file=file,
            where=where,
            mark=mark,
        )


def finite(value: object, file: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise FactorError(
            "{file}: {where} holds “{value}”; expected a finite number",
            file=file,
            where=where,
            value=value,
        )
    return float(value)


def read_cells(
    lines: Sequence[str], file: str, keys: tuple[str, ...], along: str, passport: Passport
) -> Iterator[Cell]:
    """The lines of a table's file; FactorError names the column or the line that is wrong."""
    reader = csv.DictReader(lines)
    needed = [*keys, *([along] if along else []), "value"]
    absent = [column for column in needed if column not in (reader.fieldnames or ())]
    if absent:
        raise FactorError("{file} has no column {column}", file=file, column=absent[0])
    for row in reader:
        if None in row:
            raise FactorError(
                "{file}, line {line}: there are more cells than columns; quote a cell with a comma",
                file=file,
                line=reader.line_num,
            )
        yield _cell(row, keys, along, passport, file, reader.line_num)


def _cell(
    row: Mapping[str, str | None],
    keys: tuple[str, ...],
    along: str,
    passport: Passport,
    file: str,
    line: int,
) -> Cell:
    where = f"line {line}"
    mark = row.get("mark") or passport.mark
    check_mark(mark, file, where)
    return Cell(
        codes=tuple(row[key] or "" for key in keys),
        along=_cell_number(row.get(along), file, where) if along and row.get(along) else nan,
        value=_cell_number(row["value"], file, where),
        low=_cell_number(row["low"], file, where) if row.get("low") else nan,
        high=_cell_number(row["high"], file, where) if row.get("high") else nan,
        mark=mark,
        source=row.get("source") or passport.source,
        locator=row.get("locator") or passport.locator,
        line=line,
        gsd=_gsd(row.get("gsd"), passport.spread, file, where),
        alternatives=row.get("alternatives") or "",
        evidence=row.get("evidence") or "",
    )


def _gsd(text: str | None, spread: Spread, file: str, where: str) -> float:
    """The geometric standard deviation of a line; NaN where that of the table holds."""
    if not text:
        return nan
    gsd = _cell_number(text, file, where)
    if gsd < 1 or spread.kind != "lognormal":
        raise FactorError(
            "{file}: {where} has the spread “{gsd}”; expected 1 or more, in a lognormal table",
            file=file,
            where=where,
            gsd=text,
        )
    return gsd


def _cell_number(text: str | None, file: str, where: str) -> float:
    try:
        value: object = float(text or "")
    except ValueError:
        value = text
    return finite(value, file, where)
