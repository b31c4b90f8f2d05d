"""Writes sheets as a workbook: a number is a number, and a text is never taken for a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.report.text import clean

if TYPE_CHECKING:
    from desktop.exchange.sheets import Cell, Sheet

NARROWEST, WIDEST, ROOM = 8, 60, 2
LONGEST = 32_000  # signs; a workbook refuses more than 32,767 in one cell
LONGEST_NAME = 31
NOT_IN_A_NAME = str.maketrans("[]:*?/\\'", "        ")
# A text is never read as a formula, a link or a number; numbers are written by us.
AS_WRITTEN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
    "nan_inf_to_errors": False,
}


def workbook_bytes(sheets: Sequence[Sheet], title: str, written: date) -> bytes:
    """The workbook; the same sheets on the same date give the same bytes."""
    # Loaded only by who exports.
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, AS_WRITTEN)
    made = datetime(written.year, written.month, written.day)  # noqa: DTZ001  # a day has no zone
    book.set_properties({"title": clean(title), "author": "Bocage", "created": made})
    header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet_name(sheet.name))
        _write(page, sheet, header)
    book.close()
    return target.getvalue()


def sheet_name(name: str) -> str:
    """A name that a workbook accepts."""
    return " ".join(name.translate(NOT_IN_A_NAME).split())[:LONGEST_NAME].strip()


def _write(page: Any, sheet: Sheet, header: Any) -> None:
    page.freeze_panes(1, 0)
    for column, name in enumerate(sheet.header):
        page.write_string(0, column, clean(name), header)
        page.set_column(column, column, _width(sheet, column))
    for line, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(page, (line, column), cell)


def _write_cell(page: Any, place: tuple[int, int], cell: Cell) -> None:
    if isinstance(cell, str):
        page.write_string(*place, clean(cell)[:LONGEST])
    elif cell is not None:
        page.write_number(*place, cell)


def _width(sheet: Sheet, column: int) -> int:
    """As wide as the widest text, within reason; a number needs a dozen places."""
    cells = (row[column] for row in sheet.rows if column < len(row))
    widths = [len(cell) if isinstance(cell, str) else NARROWEST for cell in cells]
    return min(WIDEST, max([NARROWEST, len(sheet.header[column]) // 2, *widths]) + ROOM)
