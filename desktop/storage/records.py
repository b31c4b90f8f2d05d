"""Between a farm as plain data and the rows and answers of a dossier."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import cast

from desktop.storage.commands import AddDossier
from desktop.storage.facts import Answer, Dossier, FarmRow, Origin, Reading
from diagnostics.record import Entry, FarmRecord, Row

FARM_ENTITY = "Farm"


def dossier_from(
    record: FarmRecord, farm: int | None = None, version: int = 1, uuid: str = ""
) -> AddDossier:
    """The command that adds this record, to a farm of the library or as a new farm."""
    entries = [(row.key, name, e) for row in record.rows for name, e in row.entries.items()]
    return AddDossier(
        name=record.name,
        year=record.year,
        profile=record.profile,
        rows=farm_rows(record.rows),
        readings=tuple(reading_of(key, name, entry) for key, name, entry in entries),
        notes=tuple(entry.note for _, _, entry in entries),
        farm=farm,
        version=version,
        uuid=uuid,
    )


def record_of(dossier: Dossier, rows: Iterable[FarmRow], answers: Iterable[Answer]) -> FarmRecord:
    """The record behind a dossier; a field without a value is not in it."""
    entries: dict[str, dict[str, Entry]] = {}
    for answer in answers:
        value = answer.option if answer.number is None else answer.number
        if value is not None:
            entry = Entry(value, answer.origin, answer.note, confirmed=answer.confirmed)
            entries.setdefault(answer.subject, {})[answer.field] = entry
    kept = tuple(
        Row(row.entity, row.subject, entries.get(row.subject, {}), row.workshop) for row in rows
    )
    return FarmRecord(dossier.farm_name, dossier.year, kept, dossier.profile)


def farm_rows(rows: Iterable[Row]) -> tuple[FarmRow, ...]:
    """The rows in their order, each with the one it hangs on; the farm itself is always there."""
    given = {row.key: row for row in rows}
    whole = given if "" in given else {"": Row(FARM_ENTITY, ""), **given}
    return tuple(
        FarmRow(key, row.entity, parent_of(key, whole), position, row.workshop)
        for position, (key, row) in enumerate(whole.items())
    )


def added_rows(rows: Iterable[Row], among: Container[str]) -> tuple[FarmRow, ...]:
    """Rows that come to a dossier of which the keys are known, behind those it has."""
    return tuple(
        FarmRow(row.key, row.entity, parent_of(row.key, among), workshop=row.workshop)
        for row in rows
    )


def parent_of(subject: str, among: Container[str]) -> str | None:
    """The row a path hangs on: its longest beginning that is a row, in the end the farm itself."""
    if not subject:
        return None
    head, _, _ = subject.rpartition("/")
    while head and head not in among:
        head, _, _ = head.rpartition("/")
    return head


def reading_of(subject: str, field: str, entry: Entry) -> Reading:
    """A value that nobody typed: a number, or the code of an option."""
    number, option = (None, entry.value) if isinstance(entry.value, str) else (entry.value, None)
    return Reading(subject, field, None, number, option, cast("Origin", entry.origin))
