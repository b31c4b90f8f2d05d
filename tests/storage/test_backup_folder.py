"""Which backups are made, which are kept, and which are found out as damaged."""

import os
import random
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.storage.backup import back_up, checked
from desktop.storage.backup_folder import (
    BEFORE_UPGRADE,
    Kept,
    back_up_and_thin,
    is_due,
    kept_backups,
    superfluous,
)
from desktop.storage.library import Library
from desktop.storage.troubles import StoreUnavailable
from tests.storage.farmyard import Clock, litres, settle

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def made(hours: float, reason: str = "daily", size: int = 1) -> Kept:
    """A backup made so many hours ago."""
    return Kept(Path(f"{hours}-{reason}"), NOW - timedelta(hours=hours), reason, size)


def test_that_backups_thin_out_with_their_age() -> None:
    hourly = [made(hours) for hours in range(2 * 365 * 24)]
    gone = set(superfluous(hourly))
    kept = [one for one in hourly if one not in gone]
    ages = [(NOW - one.made).days for one in kept]

    assert kept[:10] == hourly[:10]
    assert len(kept) <= 10 + 7 + 8 + 12
    assert max(ages) > 300
    assert len([age for age in ages if age <= 7]) >= 12


def test_that_the_newest_and_the_one_before_an_upgrade_never_go() -> None:
    old = made(9_000, BEFORE_UPGRADE, size=50)
    backups = [made(1, size=400), made(2, size=400), made(3, size=400), made(30, size=9), old]
    gone = superfluous(backups, largest=100)

    assert [one.path.name for one in gone] == ["30-daily"]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_that_few_backups_are_all_kept(count: int) -> None:
    assert superfluous([made(hours * 1_000) for hours in range(count)]) == ()


def test_that_other_files_are_no_backups(tmp_path: Path) -> None:
    for name in ("x.bocage-backup", "library-2025-daily.bocage-backup", "notes.txt"):
        (tmp_path / name).write_text("")

    assert kept_backups(tmp_path) == ()
    assert kept_backups(tmp_path / "nowhere") == ()


def test_that_a_backup_is_due_when_something_changed_for_a_day(
    library: Library, dossier: int, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    now = datetime.now(UTC)
    assert is_due(library.path, folder, now)
    library.writer.commit(dossier, litres("31", 31.0))
    settle(library)
    back_up_and_thin(library.path, folder, "daily", lambda: now - timedelta(hours=30))

    assert is_due(library.path, folder, now)
    assert not is_due(library.path, folder, now, timedelta(hours=31))
    os.utime(library.path, (0, 0))
    os.utime(library.path.with_name("library.db-wal"), (0, 0))
    assert not is_due(library.path, folder, now)


def test_that_a_backup_tells_when_and_why(library: Library, dossier: int, tmp_path: Path) -> None:
    assert dossier
    back_up(library.path, tmp_path / "b", "before-restore", Clock())
    (kept,) = kept_backups(tmp_path / "b")

    assert (kept.reason, kept.made) == ("before-restore", datetime(2025, 3, 1, 8, 0, 1, tzinfo=UTC))
    assert checked(kept.path).farms == ("GAEC des Chênes",)
    assert kept.size > 0


@pytest.mark.parametrize("seed", range(20))
def test_that_one_changed_letter_is_found_out(
    library: Library, dossier: int, tmp_path: Path, seed: int
) -> None:
    assert dossier
    backup = back_up(library.path, tmp_path / "b", "daily")
    content = bytearray(backup.path.read_bytes())
    places = [n for n in range(len(content)) if content[n : n + 5] == b"Ch\xc3\xaan"]
    content[random.Random(seed).choice(places) + seed % 2] ^= 1
    backup.path.write_bytes(bytes(content))

    with pytest.raises(StoreUnavailable, match="E05"):
        checked(backup.path)


def test_that_the_writer_is_not_kept_waiting(
    library: Library, dossier: int, tmp_path: Path
) -> None:
    for number in range(800):
        library.writer.commit(dossier, litres(str(number), float(number)))
        library.writer.leave(dossier, "DAIRY/F0", "milk_per_head")
    assert library.writer.flush(60.0)
    waits = []
    copying = threading.Thread(target=back_up, args=(library.path, tmp_path / "b", "daily"))
    copying.start()
    while copying.is_alive():
        began = time.perf_counter()
        library.writer.commit(dossier, litres(str(began), began))
        assert library.writer.flush(5.0)
        waits.append(time.perf_counter() - began)
    copying.join()
    waits.sort()
    print(
        f"{len(waits)} edits beside a backup, median {1e3 * waits[len(waits) // 2]:.1f} ms, "
        f"slowest {1e3 * waits[-1]:.1f} ms"
    )

    assert waits[len(waits) // 2] < 0.25
