"""A quick dossier: the rows of a farm of each system, and how an enterprise is added to it."""

import json
from dataclasses import replace

from diagnostics.entities import FarmEntity, Group, ManureShare, Transfer, Workshop
from diagnostics.farm_file import read_farm
from diagnostics.questionnaire.blank_farm import QUICK, blank_farm
from diagnostics.record import FarmRecord

OF_A_HERD = (Workshop.name, Group.name, ManureShare.name, Transfer.name)
QUICK_SYSTEM = "lowland_maize"


def quick_farm(
    system: str,
    name: str,
    year: int,
    *,
    finishes_calves: bool = False,
    sells_crops: bool = False,
    flock: str = "SHEEP_MEAT",
) -> FarmRecord:
    """A quick dossier of that system with all its rows and no answer but the system."""
    blank = blank_farm(
        system,
        QUICK,
        name,
        year,
        finishes_calves=finishes_calves,
        sells_crops=sells_crops,
        flock=flock,
    )
    return read_farm(json.dumps(blank))


def opened_farm(name: str, year: int) -> FarmRecord:
    """A quick dossier before its first answer: the land is there, a herd comes with the system."""
    laid_out = quick_farm(QUICK_SYSTEM, name, year).but("", FarmEntity.system.name, None)
    rows = tuple(row for row in laid_out.rows if row.entity not in OF_A_HERD and not row.workshop)
    return replace(laid_out, rows=rows)


def with_rows_of(record: FarmRecord, other: FarmRecord) -> FarmRecord:
    """The same dossier with the rows it lacks; what is answered stays as it is.

    Numbered rows (purchases, hedges) are told apart by what they are, not by their number.
    """
    known = {_name(record, row.key) for row in record.rows}
    numbers = iter(range(len(record.rows), len(record.rows) + len(other.rows)))
    lacking = [row for row in other.rows if _name(other, row.key) not in known]
    added = [
        replace(row, key=f"purchase/{next(numbers) + 1}") if row.entity == "Purchase" else row
        for row in lacking
    ]
    return replace(record, rows=(*record.rows, *added))


def _name(record: FarmRecord, key: str) -> tuple[str, ...]:
    row = record.row(key)
    if row.entity != "Purchase":
        return (row.entity, key)
    return (row.entity, row.workshop, str(row.entries["item"].value))
