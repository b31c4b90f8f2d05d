"""What no farm can be: values beyond physics, shares that do not add up, rows that clash."""

from diagnostics.core.errors import FarmFileError
from diagnostics.core.fields import Number, Verdict
from diagnostics.entities import FarmEntity, Group, ManureShare, Transfer, Workshop
from diagnostics.record import FarmRecord, Row, parent_key

SHARE_TOLERANCE = 1e-6
YEARS = (1990, 2100)
LONGEST_NAME = 200


def a_text(value: object, path: str) -> str:
    """A name of the file: one that can be read, and not without end."""
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_NAME:
        raise FarmFileError(
            "{path}: expected a text of 1 to {most} characters", path=path, most=LONGEST_NAME
        )
    return value


def a_year(value: object) -> int:
    """The year the file is about."""
    low, high = YEARS
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise FarmFileError("year: expected a year from {low} to {high}", low=low, high=high)
    return value


def judged(asked: Number, value: float, path: str) -> None:
    """Refuse a value beyond a hard limit; the sentence names field, value and limit."""
    judgement = asked.judge(value)
    if judgement.verdict is not Verdict.IMPOSSIBLE:
        return
    worth = asked.units[asked.shown]
    low, high = (float(f"{limit / worth:.6g}") for limit in asked.bounds)
    raise FarmFileError(
        "{path}: {label} of {value} {unit} is impossible; expected {low} to {high} {unit}",
        path=path,
        label=asked.label,
        value=float(f"{value / worth:.6g}"),
        low=low,
        high=high,
        unit=asked.shown,
    )


def check_record(record: FarmRecord) -> None:
    """Refuse a dossier whose rows contradict each other."""
    if not record.of(Workshop.name) and not _is_begun(record):
        raise FarmFileError("workshops: expected at least one workshop")
    for transfer in record.of(Transfer.name):
        _check_transfer(record, transfer)
    for group in record.of(Group.name):
        _check_manure(record, group)


def _is_begun(record: FarmRecord) -> bool:
    """Whether it is a quick dossier that has not stated its system yet: its herd comes with it."""
    stated = record.row("").entries
    level = stated.get(FarmEntity.entry_level.name)
    return level is not None and level.value == "quick" and FarmEntity.system.name not in stated


def _check_transfer(record: FarmRecord, transfer: Row) -> None:
    """Animals move from one workshop of the farm to another one."""
    giver = parent_key(transfer.key)
    others = [row.key for row in record.of(Workshop.name) if row.key != giver]
    if transfer.workshop not in others:
        raise FarmFileError(
            "{giver}: animals cannot move to “{receiver}”; expected one of {others}",
            giver=giver,
            receiver=transfer.workshop,
            others=", ".join(others) or "no workshop: the farm has only this one",
        )


def _check_manure(record: FarmRecord, group: Row) -> None:
    """All manure of a group goes somewhere, and once: what is dropped outside, and what is not."""
    rows = [r for r in record.of(ManureShare.name) if parent_key(r.key) == group.key]
    housed = [r for r in rows if not _is_pasture(r)]
    if len(rows) - len(housed) > 1:
        raise FarmFileError("{group}: pasture is listed twice; expected once", group=group.key)
    total = sum(_share(row) for row in housed)
    if housed and abs(total - 1) > SHARE_TOLERANCE:
        raise FarmFileError(
            "{group}: the shares of its housed manure types add up to {total}%; expected 100%",
            group=group.key,
            total=float(f"{100 * total:.6g}"),
        )
    outside = group.entries.get(Group.pasture_share.name)
    if not housed and outside is not None and float(outside.value) < 1:
        raise FarmFileError(
            "{group}: part of the year is spent inside; expected the manure system of the housing",
            group=group.key,
        )


def _is_pasture(row: Row) -> bool:
    system = row.entries.get(ManureShare.manure_system.name)
    return system is not None and system.value == "pasture"


def _share(row: Row) -> float:
    share = ManureShare.housed_share
    entry = row.entries.get(share.name)
    return float(entry.value) if entry else float(share.default or 0.0)
