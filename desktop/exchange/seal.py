"""The first line of an exchange file: what it is, and the print of all that follows it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from diagnostics import ENGINE_VERSION
from diagnostics.core.errors import FarmFileError
from diagnostics.strict_json import parse

FORMAT = "bocage-exchange"
VERSION = 1
NAMES = ("format", "version", "made_by", "farm", "changed", "keys", "length", "sha256")


@dataclass(frozen=True)
class Seal:
    """Which farm a file holds, when it was changed last, and the keys of its numbered rows."""

    farm: str = ""
    changed: str = ""
    keys: tuple[object, ...] = ()


def sealed(body: str, seal: Seal) -> str:
    """The line that goes before a farm file."""
    line = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": ENGINE_VERSION,
        "farm": seal.farm,
        "changed": seal.changed,
        "keys": seal.keys,
        "length": len(body),
        "sha256": _print_of(body),
    }
    return json.dumps(line)


def is_seal(line: str) -> bool:
    """Whether a first line announces an exchange file."""
    return f'"{FORMAT}"' in line[:200]


def opened_seal(line: str, body: str) -> Seal:
    """What the line says of the file behind it; a file altered on its way is refused."""
    seal = parse(line)
    if not isinstance(seal, dict) or any(name not in NAMES for name in seal):
        raise FarmFileError("the first line: expected the seal of an exchange file")
    _check_version(seal.get("version"), seal.get("made_by"))
    if seal.get("length") != len(body) or seal.get("sha256") != _print_of(body):
        raise FarmFileError(
            "the file was altered or cut short on its way; ask the sender for it again"
        )
    keys = seal.get("keys")
    return Seal(_farm(seal), _moment(seal), tuple(keys) if isinstance(keys, list) else ())


def _check_version(version: object, made_by: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FarmFileError("version: expected a whole number such as {version}", version=VERSION)
    if version > VERSION:
        raise FarmFileError(
            "the file was made by version {made_by} of Bocage; install a newer one to open it",
            made_by=str(made_by)[:20],
        )


def _farm(seal: dict[str, Any]) -> str:
    """A name without meaning; anything else in its place is left out."""
    try:
        return str(UUID(seal.get("farm")))
    except (ValueError, TypeError, AttributeError):
        return ""


def _moment(seal: dict[str, Any]) -> str:
    try:
        moment = datetime.fromisoformat(str(seal.get("changed")))
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else ""
    except (ValueError, OverflowError):
        return ""


def _print_of(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8")).hexdigest()
