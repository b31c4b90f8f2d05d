"""The farm list for the first paint: the standard library's sqlite3, read-only, in milliseconds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.storage.facts import FarmCard, Headline
from desktop.storage.troubles import DAMAGED, StoreUnavailable, unavailable

_CARDS = """
SELECT f.id, f.uuid, f.name, f.binned_at,
       d.id, d.year, d.version, d.profile, d.revision, d.opened_at, d.place,
       h.engine, h.factor_hash, h.revision, h.figures
FROM farm AS f
LEFT JOIN dossier AS d ON d.id = (
    SELECT id FROM dossier WHERE farm_id = f.id
    ORDER BY opened_at DESC, year DESC, version DESC, id DESC LIMIT 1)
LEFT JOIN headline AS h ON h.dossier_id = d.id
WHERE (f.binned_at IS NOT NULL) = :binned
ORDER BY d.opened_at DESC, f.id DESC
"""


def read_farm_cards(path: Path, binned: bool = False) -> tuple[FarmCard, ...]:
    """The farms, the one opened last first; none when there is no library yet."""
    if not path.exists():
        return ()
    try:
        with closing(read_only(path)) as connection:
            rows = connection.execute(_CARDS, {"binned": int(binned)}).fetchall()
        return tuple(_card(row) for row in rows)
    except (sqlite3.Error, ValueError) as error:
        raise unavailable(error) or StoreUnavailable(DAMAGED) from error


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file and trusts nothing written in it."""
    # Without a log nothing is pending: told so, SQLite leaves no side file behind.
    pending = path.with_name(path.name + "-wal").exists()
    mode = "mode=ro" if pending else "mode=ro&immutable=1"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=5.0)
    for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}").close()
    return connection


def _card(row: tuple[Any, ...]) -> FarmCard:
    farm, uuid, name, binned_at, dossier, year, version, profile = row[:8]
    revision, opened_at, place = row[8:11]
    return FarmCard(
        farm,
        uuid,
        name,
        binned_at,
        dossier,
        year,
        version,
        profile or "",
        revision or 0,
        opened_at or "",
        place or "",
        None if row[11] is None else _headline(dossier, row[11:]),
    )


def _headline(dossier: int, row: tuple[Any, ...]) -> Headline:
    engine, factor_hash, revision, figures = row
    return Headline(dossier, engine, factor_hash, revision, json.loads(figures))
