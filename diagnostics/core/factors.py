"""Factors: numbers with a passport, read from data files and checked at start."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from diagnostics.core.chance import Spread
from diagnostics.core.errors import FactorError
from diagnostics.core.passports import Cell, Passport, check_mark, finite, read_cells

REQUIRED = ("on", "label", "symbol", "unit", "mark", "source", "locator", "spread", "reviewed")
STEPS = ("", "from", "up_to")
OPTIONAL = ("note", "alternatives", "evidence")


@dataclass(frozen=True)
class Factor:
    """One number that holds for all rows."""

    passport: Passport
    value: float


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
    for key in ("set", "edition"):
        if key not in declared:
            raise FactorError(
                "{file}: {name} has no {key}", file="profiles.toml", name=profile, key=key
            )
    edition = folder / declared["set"] / str(declared["edition"])
    reading = _Reading(edition)
    for path in sorted(edition.glob("*.toml")):
        _read_file(reading, path)
    for name in declared.get("overrides", []):
        _read_file(reading, edition / "overrides" / f"{name}.toml", is_layer=True)
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


def _text(path: Path) -> str:
    try:
        return path.read_text("utf8")
    except OSError as error:
        raise FactorError("the factor file {file} is missing", file=path.name) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, error) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, why: Exception) -> FactorError:
    return FactorError("the factor file {file} cannot be read: {why}", file=path.name, why=str(why))


def _read_file(reading: _Reading, path: Path, is_layer: bool = False) -> None:
    content = _toml(path)
    reading.read.append(path.read_bytes())
    for name, entry in content.get("factors", {}).items():
        _check_place(name in reading.factors, name, path, is_layer)
        reading.factors[name] = _factor(name, entry, path)
    for name, entry in content.get("tables", {}).items():
        _check_place(name in reading.tables, name, path, is_layer)
        reading.tables[name] = _table(name, entry, path, reading)


def _check_place(is_known: bool, name: str, path: Path, is_layer: bool) -> None:
    """A set declares a factor once; a layer only replaces what the set declares."""
    if is_known != is_layer:
        raise FactorError(
            "{file}: factor {name} is {fault}",
            file=path.name,
            name=name,
            fault="laid over nothing" if is_layer else "declared twice",
        )


def _factor(name: str, entry: dict[str, Any], path: Path) -> Factor:
    passport = _passport(name, entry, path, extra=("value",))
    return Factor(passport, finite(entry.get("value"), path.name, name))


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
    check_mark(entry["mark"], path.name, name)
    texts = {key: str(entry[key]) for key in REQUIRED if key != "spread"}
    return Passport(
        name=name,
        **texts,
        spread=_spread(entry["spread"], path.name, name),
        note=str(entry.get("note", "")),
        evidence=str(entry.get("evidence", "")),
        alternatives=tuple(str(a) for a in entry.get("alternatives", [])),
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


def _table(name: str, entry: dict[str, Any], path: Path, reading: _Reading) -> FactorTable:
    extra = ("keys", "file", "along", "points", "otherwise", "step")
    passport = _passport(name, entry, path, extra)
    file = path.parent / str(entry.get("file", f"{name}.csv"))
    text = _text(file)
    keys = tuple(entry.get("keys", ()))
    along = str(entry.get("along", ""))
    cells = tuple(read_cells(text.splitlines(), file.name, keys, along, passport))
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
        otherwise=None if otherwise is None else finite(otherwise, path.name, name),
        step=step,
    )
