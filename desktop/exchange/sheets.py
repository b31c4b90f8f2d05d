"""A table of cells, from which a workbook and a plain table are written alike."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | float | int | None
"""A text, a number, or nothing; a number that is not known is nothing, never zero."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with its name, its header and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
