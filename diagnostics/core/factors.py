"""Factors: numbers with a passport, read from data files and checked at start."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from math import isfinite, nan
from pathlib import Path
from typing import Any

from diagnostics.core.chance import FIXED, Spread
from diagnostics.core.errors import FactorError

MARKS = ("V", "R", "R−", "A")
REQUIRED = ("on", "label", "symbol", "unit", "mark", "source", "locator", "spread", "reviewed")
STEPS = ("", "from", "up_to")
OPTIONAL = ("note", "alternatives", "evidence")


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
class Factor:
    """One number that holds for all rows."""

    passport: Passport
    value: float


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


@dataclass(frozen=True)
class FactorTable:
    """Numbers by the codes of one or two choices, possibly interpolated along a quantity."""

    passport: Passport
    keys: tuple[str, ...]
    cells: tuple[Cell, ...]
    file: str
    along: str = ""
    points: tuple[float, ...] = ()
    otherwise: float | None = None
    step: str = ""  # "from" or "up_to" a point a value holds; interpolated where empty


@dataclass(frozen=True)
class FactorSet:
    """A named, immutable profile: factors, tables and default method choices."""

    profile: str
    edition: int
    choices: Mapping[str, str]
    description: Mapping[str, str]
    factors: Mapping[str, Factor]
    tables: Mapping[str, FactorTable]
    hash: str

    def passport(self, name: str) -> Passport:
        """The passport of a factor or table; KeyError for an unknown name."""
        found: Factor | FactorTable | None = self.factors.get(name) or self.tables.get(name)
        if found is None:
            raise KeyError(name)
        return found.passport


@dataclass
class _Reading:
    """What has been read so far of one profile, and the bytes its hash is made of."""

    folder: Path
    factors: dict[str, Factor] = field(default_factory=dict)
    tables: dict[str, FactorTable] = field(default_factory=dict)
    read: list[bytes] = field(default_factory=list)


def read_profile(folder: Path, profile: str) -> FactorSet:
    """The factors of a profile; FactorError names the file and key that cannot be used."""
    profiles = _toml(folder / "profiles.toml")
    if profile not in profiles:
        raise FactorError(
            "there is no profile “{profile}”; expected one of {known}",
            profile=profile,
            known=", ".join(profiles),
        )
    declared = profiles[profile]
    edition = folder / declared["set"] / str(declared["edition"])
    reading = _Reading(edition)
    for path in sorted(edition.glob("*.toml")):
        _read_file(reading, path)
    for name in declared.get("overrides", []):
        _read_file(reading, edition / "overrides" / f"{name}.toml")
    if not reading.factors:
        raise FactorError("no factor file was found in {folder}", folder=edition.name)
    return FactorSet(
        profile=profile,
        edition=int(declared["edition"]),
        choices=dict(declared.get("choices", {})),
        description=dict(declared.get("description", {})),
        factors=reading.factors,
        tables=reading.tables,
        hash=sha256(b"\0".join(reading.read)).hexdigest(),
    )


def profile_names(folder: Path) -> list[str]:
    """The profiles that can be read from a folder."""
    return list(_toml(folder / "profiles.toml"))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf8"))
    except OSError as error:
        raise FactorError("the factor file {file} is missing", file=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FactorError(
            "the factor file {file} cannot be read: {why}", file=path.name, why=str(error)
        ) from error


def _read_file(reading: _Reading, path: Path) -> None:
    content = _toml(path)
    reading.read.append(path.read_bytes())
    for name, entry in content.get("factors", {}).items():
        reading.factors[name] = _factor(name, entry, path)
    for name, entry in content.get("tables", {}).items():
        reading.tables[name] = _table(name, entry, path, reading)


def _factor(name: str, entry: dict[str, Any], path: Path) -> Factor:
    passport = _passport(name, entry, path, extra=("value",))
    return Factor(passport, _number(entry.get("value"), path.name, name))


def _passport(name: str, entry: dict[str, Any], path: Path, extra: tuple[str, ...]) -> Passport:
    missing = [key for key in REQUIRED if key not in entry]
    unknown = [key for key in entry if key not in (*REQUIRED, *OPTIONAL, *extra)]
    if missing or unknown:
        raise FactorError(
            "{file}: factor {name} has {fault}",
            file=path.name,
            name=name,
            fault=f"no {missing[0]}" if missing else f"an unknown key {unknown[0]}",
        )
    _check_mark(entry["mark"], path.name, name)
    texts = {key: str(entry[key]) for key in REQUIRED if key != "spread"}
    return Passport(
        name=name,
        **texts,
        spread=_spread(entry["spread"], path.name, name),
        note=str(entry.get("note", "")),
        evidence=str(entry.get("evidence", "")),
        alternatives=tuple(str(a) for a in entry.get("alternatives", [])),
    )


def _check_mark(mark: str, file: str, where: str) -> None:
    if mark not in MARKS:
        raise FactorError(
            "{file}: {where} has the mark “{mark}”; expected V, R, R− or A",
            file=file,
            where=where,
            mark=mark,
        )


def _spread(entry: Mapping[str, Any], file: str, name: str) -> Spread:
    if entry.get("kind") == "fixed" and not entry.get("because"):
        raise FactorError(
            "{file}: factor {name} has a fixed spread without “because”", file=file, name=name
        )
    try:
        return Spread(**entry)
    except (TypeError, ValueError) as error:
        raise FactorError(
            "{file}: the spread of {name} cannot be used: {why}",
            file=file,
            name=name,
            why=str(error),
        ) from error


def _number(value: object, file: str, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise FactorError(
            "{file}: {where} holds “{value}”; expected a finite number",
            file=file,
            where=where,
            value=value,
        )
    return float(value)


def _table(name: str, entry: dict[str, Any], path: Path, reading: _Reading) -> FactorTable:
    extra = ("keys", "file", "along", "points", "otherwise", "step")
    passport = _passport(name, entry, path, extra)
    file = path.parent / str(entry.get("file", f"{name}.csv"))
    keys = tuple(entry.get("keys", ()))
    along = str(entry.get("along", ""))
    cells = tuple(_cells(file, keys, along, passport))
    reading.read.append(file.read_bytes())
    otherwise, step = entry.get("otherwise"), str(entry.get("step", ""))
    if step not in STEPS:
        raise FactorError("{file}: {name} has an unknown step", file=path.name, name=name)
    return FactorTable(
        passport=passport,
        keys=keys,
        cells=cells,
        file=file.name,
        along=along,
        points=tuple(float(p) for p in entry.get("points", ())),
        otherwise=None if otherwise is None else _number(otherwise, path.name, name),
        step=step,
    )


def _cells(file: Path, keys: tuple[str, ...], along: str, passport: Passport) -> Iterator[Cell]:
    try:
        lines = file.read_text("utf8").splitlines()
    except OSError as error:
        raise FactorError("the factor file {file} is missing", file=file.name) from error
    reader = csv.DictReader(lines)
    needed = [*keys, *([along] if along else []), "value"]
    absent = [column for column in needed if column not in (reader.fieldnames or ())]
    if absent:
        raise FactorError("{file} has no column {column}", file=file.name, column=absent[0])
    for row in reader:
        if None in row:
            raise FactorError(
                "{file}, line {line}: there are more cells than columns; quote a cell with a comma",
                file=file.name,
                line=reader.line_num,
            )
        yield _cell(row, keys, along, passport, file.name, reader.line_num)


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
    _check_mark(mark, file, where)
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
    return _number(value, file, where)
