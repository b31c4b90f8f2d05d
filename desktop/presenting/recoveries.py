"""The ways out of a damaged library in words, from what was found in a first look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.presenting.backups import contents_words, made_on
from desktop.storage.backup import Contents
from desktop.storage.backup_folder import Kept
from desktop.storage.rebuilding import Salvaged
from desktop.storage.troubles import FOREIGN, StoreUnavailable
from desktop.words import Words

SALVAGE, EMPTY = "salvage", "empty"
MOST_BACKUPS = 3


@dataclass(frozen=True)
class Recovery:
    """One way out: its key, what it does, what is known of it, and the words of its button."""

    key: str
    title: str
    about: str
    lines: tuple[str, ...]
    act: str


@dataclass(frozen=True)
class Recoveries:
    """What happened, and the ways out in their order."""

    title: str
    sentence: str
    ways: tuple[Recovery, ...]


@dataclass(frozen=True)
class Found:
    """What a first look has found: the good backups, the newest first, and what can be read."""

    trouble: StoreUnavailable
    good: tuple[tuple[Kept, Contents], ...]
    damaged: int
    salvaged: Salvaged | None


def recoveries(found: Found, words: Words, now: datetime) -> Recoveries:
    """The ways out; where all of it can be read, that comes before an older backup."""
    backups = [_backup(kept, contents, words, now) for kept, contents in found.good[:MOST_BACKUPS]]
    readable = [] if found.salvaged is None else [_salvage(found.salvaged, words)]
    whole = found.salvaged is not None and found.salvaged.complete and found.salvaged.farms
    ways = [*readable, *backups] if whole or not backups else [backups[0], *readable, *backups[1:]]
    sentence = words.say(found.trouble.sentence, **found.trouble.values)
    note = _note(found.damaged, words)
    foreign = words.say("The farms cannot be opened")
    damaged = words.say("The file of your farms is damaged")
    return Recoveries(
        foreign if found.trouble.trouble is FOREIGN else damaged,
        f"{sentence} {note}".strip(),
        (*ways, _empty(words)),
    )


def _note(damaged: int, words: Words) -> str:
    if not damaged:
        return ""
    return words.count(
        "{n} backup is damaged too and is not offered.",
        "{n} backups are damaged too and are not offered.",
        damaged,
    )


def _backup(kept: Kept, contents: Contents, words: Words, now: datetime) -> Recovery:
    when = made_on(kept, words, now)
    return Recovery(
        kept.path.name,
        words.say("Restore the backup of {when}", when=when),
        words.say("Read back just now: it is whole."),
        (contents_words(contents, words), words.say("What was typed after it is missing.")),
        words.say("Restore this backup"),
    )


def _salvage(salvaged: Salvaged, words: Words) -> Recovery:
    lines = [
        ", ".join((
            words.count("{n} farm", "{n} farms", salvaged.farms),
            words.count("{n} answer", "{n} answers", salvaged.answers),
            words.count("{n} step of the history", "{n} steps of the history", salvaged.steps),
        ))
    ]  # fmt: skip
    lines += _losses(salvaged, words)
    return Recovery(
        SALVAGE,
        words.say("Keep what can be read"),
        words.say("Every line that can still be read goes into a new file."),
        tuple(lines),
        words.say("Keep what can be read"),
    )


def _losses(salvaged: Salvaged, words: Words) -> Sequence[str]:
    if salvaged.complete:
        return (words.say("Nothing is known to be missing."),)
    told = [words.say("Some answers may be missing.")] if "answer" in salvaged.torn else []
    if {"farm", "dossier", "row"} & set(salvaged.torn):
        told.append(words.say("Some farms or parts of farms may be missing."))
    if salvaged.lost_steps:
        told.append(
            words.count(
                "{n} step of the history cannot be read.",
                "{n} steps of the history cannot be read.",
                salvaged.lost_steps,
            )
        )
    if salvaged.left_out:
        told.append(
            words.count(
                "{n} line that belongs to nothing is left out.",
                "{n} lines that belong to nothing are left out.",
                salvaged.left_out,
            )
        )
    return told


def _empty(words: Words) -> Recovery:
    return Recovery(
        EMPTY,
        words.say("Start with an empty list"),
        words.say("Backups stay where they are and can be restored later."),
        (),
        words.say("Start empty"),
    )
