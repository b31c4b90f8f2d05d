"""Writes a sheet as a plain table that a spreadsheet opens by a double click.

The signs follow the reader: French spreadsheets expect a semicolon between cells and a comma in
numbers. A text that a spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.report.text import clean

if TYPE_CHECKING:
    from desktop.exchange.sheets import Cell, Sheet

BYTE_ORDER_MARK = "\ufeff"
LINE_END = "\r\n"
# Also the wide forms that some programs read as the plain ones.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
HARMLESS = "'"


@dataclass(frozen=True, slots=True)
class TableSigns:
    """What stands between cells and inside numbers."""

    between: str
    decimal: str


SIGNS = {"fr": TableSigns(";", ","), "en": TableSigns(",", ".")}


def table_bytes(sheet: Sheet, number_style: str) -> bytes:
    """The table in UTF-8, with the mark by which spreadsheets know it."""
    signs = SIGNS[number_style]
    lines = [signs.between.join(_written(cell, signs) for cell in row) for row in _rows(sheet)]
    return (BYTE_ORDER_MARK + LINE_END.join(lines) + LINE_END).encode("utf-8")


def _rows(sheet: Sheet) -> list[tuple[Cell, ...]]:
    return [sheet.header, *sheet.rows]


def _written(cell: Cell, signs: TableSigns) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'"{harmless(clean(cell)).replace(chr(34), chr(34) * 2)}"'
    return repr(cell).replace(".", signs.decimal)


def harmless(text: str) -> str:
    """The text as no formula; numbers never pass here, so that −5 stays −5."""
    return HARMLESS + text if text.lstrip().startswith(STARTS_A_FORMULA) else text
