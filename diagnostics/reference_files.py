"""Reads the figures of other farms; what does not fit is refused with its file and line."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import Any

from diagnostics.core.errors import FactorError
from diagnostics.core.passports import MARKS
from diagnostics.entities import FarmEntity

GROUPS, RANGES = "groups.toml", "usual_ranges.csv"
FEWEST_FARMS = 10  # a smaller group says nothing of farms of its kind
COLUMNS = ("DM", "DG", "DT", "DO", "SB", "BF", "YF", "SM", "SK", "GO")
HEADER = ["input", "column", "low", "high", "unit", "mark", "note"]
COUNTRIES = ("", *(option.code for option in FarmEntity.country.options))
REQUIRED = ("label", "product", "unit", "systems", "sources", "mark")
OPTIONAL = ("n", "years", "gross", "storage", "net", "group_share", "note", "technical")
PARTS = ("gross", "storage", "net")


@dataclass(frozen=True)
class Figures:
    """What is published of one quantity in a group; None is what is not published.

    ``low`` and ``high`` belong to the group's share of farms at either end and are no percentiles;
    ``minimum`` and ``maximum`` are single farms. ``p5`` to ``p95`` are there for groups whose
    percentiles are published, all five of them.
    """

    mean: float | None = None
    low: float | None = None
    high: float | None = None
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""
    p5: float | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    p95: float | None = None

    @property
    def percentiles(self) -> tuple[float, ...]:
        """The five percentiles in rising order; empty where none is published."""
        found = (self.p5, self.p25, self.p50, self.p75, self.p95)
        known = tuple(value for value in found if value is not None)
        return known if len(known) == len(found) else ()


@dataclass(frozen=True)
class ReferenceGroup:
    """Farms whose published figures can stand beside a result."""

    code: str
    label: str
    product: str
    unit: str
    systems: tuple[str, ...]
    sources: tuple[str, ...]
    addresses: tuple[str, ...]
    mark: str
    n: int | None = None
    years: str = ""
    gross: Figures = Figures()
    storage: Figures = Figures()
    net: Figures = Figures()
    group_share: float | None = None
    note: str = ""
    technical: Mapping[str, Figures] = field(default_factory=dict)


@dataclass(frozen=True)
class RangeCell:
    """The usual range of one input in one column, in the unit of the file."""

    low: float
    high: float
    unit: str
    mark: str
    note: str


def read_groups(folder: Path) -> dict[str, ReferenceGroup]:
    """The reference groups, by code."""
    text = _text(folder / GROUPS)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FactorError("{file} cannot be read: {why}", file=GROUPS, why=str(error)) from error
    addresses = {key: str(entry["address"]) for key, entry in content.get("sources", {}).items()}
    groups = {}
    for code, entry in content.get("groups", {}).items():
        try:
            groups[code] = _group(code, entry, addresses)
        except (ValueError, TypeError) as error:
            raise _refused(GROUPS, _line_of(text, code), str(error)) from error
    _check_served(groups, text)
    return groups


def _text(path: Path) -> str:
    try:
        return path.read_text("utf8")
    except (OSError, UnicodeDecodeError) as error:
        raise FactorError(
            "the reference file {file} cannot be read: {why}", file=path.name, why=str(error)
        ) from error


def _line_of(text: str, code: str) -> int:
    return text[: text.index(f"[groups.{code}]")].count("\n") + 1


def _refused(file: str, line: int, fault: str) -> FactorError:
    return FactorError("{file}, line {line}: {fault}", file=file, line=line, fault=fault)


def _group(code: str, entry: Mapping[str, Any], addresses: Mapping[str, str]) -> ReferenceGroup:
    """One group; ValueError says what is wrong with it."""
    missing = [key for key in REQUIRED if key not in entry]
    unknown = [key for key in entry if key not in (*REQUIRED, *OPTIONAL)]
    if missing or unknown:
        raise ValueError(f"no {missing[0]}" if missing else f"an unknown key {unknown[0]}")
    unseen = [key for key in entry["sources"] if key not in addresses]
    if unseen:
        raise ValueError(f"no address of the source {unseen[0]}")
    technical = entry.get("technical", {}).items()
    made: dict[str, Any] = dict(entry)
    made |= {name: _figures(name, entry.get(name, {})) for name in PARTS}
    made |= {name: tuple(entry[name]) for name in ("systems", "sources")}
    made["technical"] = {name: _figures(name, part) for name, part in technical}
    made["addresses"] = tuple(addresses[key] for key in entry["sources"])
    group = ReferenceGroup(code=code, **made)
    _check_group(group)
    return group


def _figures(name: str, entry: Mapping[str, Any]) -> Figures:
    figures = Figures(**entry)
    ends = (figures.minimum, figures.low, figures.mean, figures.high, figures.maximum)
    parts = (figures.p5, figures.p25, figures.p50, figures.p75, figures.p95)
    if any(part is not None for part in parts) and not figures.percentiles:
        raise ValueError(f"{name}: expected all of p5, p25, p50, p75, p95, or none")
    for order, fault in ((ends, "minimum, low, mean, high, maximum"), (parts, "the percentiles")):
        known = [value for value in order if value is not None]
        if not all(map(isfinite, known)):
            raise ValueError(f"{name}: expected finite numbers")
        if any(after < before for before, after in pairwise(known)):
            raise ValueError(f"{name}: expected {fault} in rising order")
    return figures


def _check_group(group: ReferenceGroup) -> None:
    known = {option.code for option in FarmEntity.system.options}
    strangers = [system for system in group.systems if system not in known]
    if group.mark not in MARKS:
        raise ValueError(f"the mark “{group.mark}”; expected V, R, R− or A")
    if strangers:
        raise ValueError(f"there is no farm system “{strangers[0]}”")
    if group.systems and (group.n is None or group.n < FEWEST_FARMS):
        raise ValueError(f"a group of fewer than {FEWEST_FARMS} farms stands for no system")
    ends = [f for f in (group.gross, group.storage, group.net) if f.low is not None]
    if ends and group.group_share is None:
        raise ValueError("low and high without the share of farms they belong to")


def _check_served(groups: Mapping[str, ReferenceGroup], text: str) -> None:
    taken: dict[tuple[str, str], str] = {}
    for code, group in groups.items():
        for system in group.systems:
            first = taken.setdefault((system, group.product), code)
            if first != code:
                fault = f"{first} already stands for {system}"
                raise _refused(GROUPS, _line_of(text, code), fault)


def read_ranges(folder: Path) -> dict[str, dict[str, RangeCell]]:
    """The usual ranges by input and column; a column that is not relevant is absent."""
    reader = csv.DictReader(_text(folder / RANGES).splitlines())
    if reader.fieldnames != HEADER:
        raise _refused(RANGES, 1, f"expected the columns {', '.join(HEADER)}")
    ranges: dict[str, dict[str, RangeCell]] = {}
    seen: set[tuple[str, str]] = set()
    for row in reader:
        try:
            _check_place(row, seen)
            cells = ranges.setdefault(row["input"], {})
            cells.update(_cells(row))
        except (ValueError, TypeError) as error:
            raise _refused(RANGES, reader.line_num, str(error)) from error
    return ranges


def _check_place(row: Mapping[str | None, Any], seen: set[tuple[str, str]]) -> None:
    if None in row or None in row.values():
        raise ValueError(f"expected {len(HEADER)} cells; quote a cell with a comma")
    place = (row["input"], row["column"])
    column, _, country = str(row["column"]).partition(":")
    if column not in COLUMNS or country not in COUNTRIES:
        raise ValueError(f"there is no column “{row['column']}”")
    if place in seen:
        raise ValueError(f"{place[0]} of {place[1]} is given twice")
    seen.add(place)


def _cells(row: Mapping[str, str]) -> Iterator[tuple[str, RangeCell]]:
    if not row["low"] and not row["high"]:
        return
    low, high = float(row["low"]), float(row["high"])
    if not (isfinite(low) and isfinite(high) and low <= high):
        raise ValueError(f"expected a range from low to high, not {row['low']} to {row['high']}")
    if row["mark"] not in MARKS:
        raise ValueError(f"the mark “{row['mark']}”; expected V, R, R− or A")
    yield row["column"], RangeCell(low, high, row["unit"], row["mark"], row["note"])
