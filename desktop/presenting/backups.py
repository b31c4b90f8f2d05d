"""Backups in words: when and why they were made, and what restoring one would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenting.answer_words import AnswerWords
from desktop.presenting.farm_cards import opened_on
from desktop.storage.backup import Contents
from desktop.storage.backup_folder import (
    BEFORE_RESTORE,
    BEFORE_UPGRADE,
    DAILY,
    MODIFIED,
    WISHED,
    Kept,
)
from desktop.storage.differences import DossierState, FarmDifference, FarmState
from desktop.storage.files import MEBIBYTE
from desktop.widgets.backup_row import Backup
from desktop.widgets.difference_table import Difference
from desktop.words import Words, mark
from diagnostics.record import Entry, FarmRecord, Row

REASONS = {
    DAILY: mark("every day"),
    MODIFIED: mark("after changes"),
    WISHED: mark("made by you"),
    BEFORE_UPGRADE: mark("before a new version of the program"),
    BEFORE_RESTORE: mark("before something was restored"),
}
MOST_NAMES = 3


@dataclass(frozen=True)
class FarmBefore:
    """One farm in the page of a restore; `act` names its button, empty where there is none."""

    key: str
    name: str
    about: str
    act: str
    differences: tuple[Difference, ...] = ()


def backup_line(kept: Kept, words: Words, now: datetime) -> Backup:
    """A backup as a line of the list, before anybody has read it back."""
    about = " · ".join(
        part for part in (_reason(kept, words), size_words(kept.size, words)) if part
    )
    return Backup(kept.path.name, made_on(kept, words, now), about)


def made_on(kept: Kept, words: Words, now: datetime) -> str:
    """When a backup was made, with the hour, as people say it."""
    local = kept.made.astimezone(now.tzinfo)
    said = opened_on(kept.made.isoformat(), words, now)
    time = words.time(local.hour, local.minute)
    return said if time in said else f"{said} {time}"


def contents_words(contents: Contents, words: Words) -> str:
    """What a backup holds: how many farms and answers, and the first names."""
    farms = words.count("{n} farm", "{n} farms", len(contents.farms))
    answers = words.count("{n} answer", "{n} answers", contents.answers)
    names = ", ".join(contents.farms[:MOST_NAMES])
    more = "…" if len(contents.farms) > MOST_NAMES else ""
    counted = f"{farms}, {answers}"
    return words.say("{label}: {status}", label=counted, status=names + more) if names else counted


def size_words(size: int, words: Words) -> str:
    """The size of a file, in the units people know."""
    if size < MEBIBYTE:
        return words.say("{n} kB", n=words.number(max(1, round(size / 1024))))
    return words.say("{n} MB", n=words.number(size / MEBIBYTE, 2))


def farms_before(found: Sequence[FarmDifference], words: Words) -> tuple[FarmBefore, ...]:
    """The farms that a restore would change, each with its answers now and then."""
    return tuple(_farm(one, words) for one in found if one.fate != "same")


def _reason(kept: Kept, words: Words) -> str:
    return words.say(REASONS[kept.reason]) if kept.reason in REASONS else ""


def _farm(one: FarmDifference, words: Words) -> FarmBefore:
    restore = words.say("Restore this farm")
    if one.fate == "goes away":
        about = words.say("Not in this backup: it goes away only if everything is restored.")
        return FarmBefore(one.uuid, one.name, about, "")
    if one.fate == "comes back":
        about = words.say("Not among your farms any more: it comes back.")
        return FarmBefore(one.uuid, one.name, about, restore)
    return FarmBefore(one.uuid, one.name, _change(one, words), restore, _answers(one, words))


def _change(one: FarmDifference, words: Words) -> str:
    answers, rows = len(one.answers), one.rows
    told = [words.count("{n} answer differs", "{n} answers differ", answers)] if answers else []
    told += [words.count("{n} line differs", "{n} lines differ", rows)] if rows else []
    if one.now is not None and one.then is not None:
        if one.now.binned and not one.then.binned:
            told.append(words.say("it comes out of the bin"))
        if one.now.name != one.then.name:
            told.append(words.say("it was called {name}", name=one.then.name))
    return ", ".join(told)


def _answers(one: FarmDifference, words: Words) -> tuple[Difference, ...]:
    assert one.now is not None
    assert one.then is not None
    named = {d.year: _words_of(state, d, words) for state in (one.now, one.then)
             for d in state.dossiers.values()}  # fmt: skip
    several = len(one.then.dossiers) > 1
    told = []
    for answer in one.answers:
        naming = named[answer.year]
        label = naming.label(answer.subject, answer.field)
        now = naming.value(answer.subject, answer.field, answer.now)
        then = naming.value(answer.subject, answer.field, answer.then)
        if now != then:
            told.append(Difference(f"{answer.year} · {label}" if several else label, now, then))
    return tuple(told)


def _words_of(farm: FarmState, dossier: DossierState, words: Words) -> AnswerWords:
    return AnswerWords(words, _record(farm, dossier))


def _record(farm: FarmState, dossier: DossierState) -> FarmRecord:
    entries: dict[str, dict[str, Entry]] = {subject: {} for subject in dossier.rows}
    for answer in dossier.answers.values():
        value = answer.option if answer.number is None else answer.number
        if value is not None:
            entries[answer.subject][answer.field] = Entry(value, answer.origin, answer.note)
    rows = tuple(
        Row(row.entity, row.subject, entries[row.subject], row.workshop)
        for row in dossier.rows.values()
    )
    return FarmRecord(farm.name, dossier.year, rows, dossier.profile)
