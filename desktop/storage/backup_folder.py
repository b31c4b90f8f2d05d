"""The folder of the backups: what lies there, what is kept, and when the next one is due."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.storage.backup import SUFFIX, Backup, back_up
from desktop.storage.facts import Clock
from desktop.storage.files import MEBIBYTE

BEFORE_UPGRADE = "before-upgrade"
BEFORE_RESTORE = "before-restore"
DAILY, WISHED, MODIFIED = "daily", "wished", "modified"
LATEST, DAYS, WEEKS, MONTHS, NEVER_GONE = 10, 7, 8, 12, 3
LARGEST_FOLDER = 500 * MEBIBYTE
A_DAY = timedelta(hours=24)
NAME = re.compile(r"-(\d{8}T\d{6}Z)-([a-z-]+?)(?:-\d+)?$")

Period = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup in the folder, as its name tells it; whether it is good is not known yet."""

    path: Path
    made: datetime
    reason: str
    size: int


def kept_backups(folder: Path) -> tuple[Kept, ...]:
    """The backups of a folder, the newest first; other files are none of our business."""
    found = []
    with contextlib.suppress(OSError):
        found = [_kept(path) for path in folder.glob(f"*{SUFFIX}")]
    return tuple(sorted(filter(None, found), key=_age, reverse=True))


def superfluous(backups: Sequence[Kept], largest: int = LARGEST_FOLDER) -> tuple[Kept, ...]:
    """What may go: beyond the newest of each day, week and month, and beyond the room there is."""
    keep = {*backups[:LATEST]}
    for period, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        keep.update(_first_of_each(backups, period, most))
    keep.update([one for one in backups if one.reason == BEFORE_UPGRADE][:1])
    sacred = {*backups[:NEVER_GONE], *[b for b in backups if b.reason == BEFORE_UPGRADE][:1]}
    for oldest in sorted(keep - sacred, key=_age):
        if sum(one.size for one in keep) > largest:
            keep.discard(oldest)
    return tuple(one for one in backups if one not in keep)


def thin(folder: Path) -> None:
    """Delete what is superfluous; a file that cannot be deleted is no trouble."""
    for one in superfluous(kept_backups(folder)):
        with contextlib.suppress(OSError):
            one.path.unlink()


def is_due(library: Path, folder: Path, now: datetime, every: timedelta = A_DAY) -> bool:
    """Whether the library changed since the last backup, and that one is old enough."""
    backups = kept_backups(folder)
    if not backups:
        return library.exists()
    newest = backups[0].made
    return now - newest >= every and _changed(library) > newest


def back_up_and_thin(library: Path, folder: Path, reason: str, clock: Clock) -> Backup:
    """Make a backup, then let the superfluous ones go."""
    made = back_up(library, folder, reason, clock)
    thin(folder)
    return made


def _changed(library: Path) -> datetime:
    """When the library or its log was written last."""
    times = [0.0]
    for part in (library, library.with_name(library.name + "-wal")):
        with contextlib.suppress(OSError):
            times.append(part.stat().st_mtime)
    return datetime.fromtimestamp(max(times), UTC)


def _kept(path: Path) -> Kept | None:
    told = NAME.search(path.name.removesuffix(SUFFIX))
    if told is None:
        return None
    try:
        made = datetime.strptime(told[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return Kept(path, made, told[2], path.stat().st_size)
    except (ValueError, OSError):
        return None


def _first_of_each(backups: Iterable[Kept], period: Period, most: int) -> list[Kept]:
    seen: dict[object, Kept] = {}
    for one in backups:
        seen.setdefault(period(one.made), one)
    return list(seen.values())[:most]


def _age(kept: Kept) -> tuple[datetime, str]:
    return kept.made, kept.path.name


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> object:
    return moment.year, moment.month
