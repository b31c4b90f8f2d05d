"""Bringing farms back from a backup: one as a step of its history, or the whole library at once.

The present state is backed up first, and the writer stays the only one who changes a farm.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from desktop.storage.backup import back_up, portable_copy
from desktop.storage.backup_folder import BEFORE_RESTORE
from desktop.storage.commands import AddDossier, RestoreStates
from desktop.storage.differences import DossierState, FarmDifference
from desktop.storage.facts import SCHEMA, Clock, Reading
from desktop.storage.library import Library
from desktop.storage.opening import examine
from desktop.storage.troubles import unavailable
from desktop.storage.upgrade import Steps, upgrade


def restore_farm(
    library: Library, wanted: FarmDifference, folder: Path, label: str, clock: Clock
) -> None:
    """Let one farm stand as it was; each of its dossiers is one step that can be undone."""
    back_up(library.path, folder, BEFORE_RESTORE, clock)
    if wanted.then is None:
        return
    farm = None if wanted.now is None else wanted.now.id
    if wanted.now is not None and wanted.now.binned and not wanted.then.binned:
        library.writer.restore_farm(wanted.now.id)
    for uuid, dossier in wanted.then.dossiers.items():
        there = wanted.now.dossiers.get(uuid) if wanted.now is not None else None
        number = there.id if there is not None else None
        if number is None:
            farm, number = _added(library, wanted.then.name, dossier, farm)
        rows, answers = tuple(dossier.rows.values()), tuple(dossier.answers.values())
        facts = {"name": wanted.then.name, "profile": dossier.profile}
        library.writer.ask(RestoreStates(number, rows, answers, tuple(facts.items()), label))


def restore_everything(library: Library, backup: Path, folder: Path, clock: Clock) -> None:
    """Let the whole library stand as it was, in one transaction of the database."""
    back_up(library.path, folder, BEFORE_RESTORE, clock)
    with tempfile.TemporaryDirectory(prefix="bocage-") as place:
        copy = Path(place) / "library.db"
        portable_copy(backup, copy)
        if examine(copy).schema < SCHEMA:
            upgrade(copy, Path(place), Steps(SCHEMA), clock)
        library.writer.flush()
        _pour(copy, library.path)


def _pour(source: Path, library: Path) -> None:
    """All pages or none: a process that dies on the way leaves the library as it was."""
    try:
        with (
            closing(sqlite3.connect(source)) as read,
            closing(sqlite3.connect(library, timeout=10.0)) as write,
        ):
            write.execute("PRAGMA synchronous=FULL").close()
            read.backup(write)
    except sqlite3.Error as error:
        raise unavailable(error) or error from error


def _added(library: Library, name: str, dossier: DossierState, farm: int | None) -> tuple[int, int]:
    """A dossier that is not there any more, as a new one; its exact states follow as a step."""
    taken = set() if farm is None else {(d.year, d.version) for d in library.dossiers(farm)}
    version = dossier.version
    while (dossier.year, version) in taken:
        version += 1
    answers = dossier.answers.values()
    readings = tuple(
        Reading(a.subject, a.field, a.text, a.number, a.option, a.origin, a.confirmed)
        for a in answers
    )
    command = AddDossier(
        name, dossier.year, dossier.profile, tuple(dossier.rows.values()), readings,
        tuple(answer.note for answer in answers), farm, version,
    )  # fmt: skip
    number = library.writer.ask(command).dossier
    if number is None:
        raise LookupError("the dossier was saved without a number")
    return library.dossier(number).farm, number
