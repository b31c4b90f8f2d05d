"""Exports to read back: one farm, its workbook opened by another library, its plain tables."""

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import openpyxl

from desktop.exchange.contents import Export, sheets_of, title_of
from desktop.exchange.workbook import workbook_bytes
from desktop.words import Words
from diagnostics import FarmRecord, diagnose
from tests.farms import factors

DAY = date(2026, 3, 15)


def export_of(record: FarmRecord, draws: int = 0) -> Export:
    """What is exported of a farm."""
    diagnosis = diagnose(record, factors(), draws=draws)
    return Export(diagnosis, diagnosis.results(), DAY)


def written(export: Export, words: Words) -> bytes:
    """The workbook of an export."""
    return workbook_bytes(sheets_of(export, words), title_of(export, words), DAY)


def workbook(content: bytes) -> Any:
    """A workbook as another program reads it."""
    return openpyxl.load_workbook(BytesIO(content))


def rows(content: bytes, between: str) -> list[list[str]]:
    """A plain table as another program reads it."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=between))
