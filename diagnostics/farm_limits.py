"""What no farm can be: values beyond physics, shares that do not add up, rows that clash."""

from diagnostics.core.errors import FarmFileError
from diagnostics.core.fields import Number, Verdict
from diagnostics.entities import Field, ManureShare, Workshop
from diagnostics.record import FarmRecord, Row, parent_key

SHARE_TOLERANCE = 1e-6


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
    if not record.of(Workshop.name):
        raise FarmFileError("workshops: expected at least one workshop")
    _check_rest(record)
    for key in dict.fromkeys(parent_key(row.key) for row in record.of(ManureShare.name)):
        _check_shares(record, key)


def _check_rest(record: FarmRecord) -> None:
    """Only one cover may be left without an area: it takes the rest."""
    open_rows = [r.key for r in record.of(Field.name) if Field.field_area.name not in r.entries]
    if len(open_rows) > 1:
        raise FarmFileError(
            "fields: {rows} have no area; only one cover may take the rest of the farm",
            rows=", ".join(open_rows),
        )


def _check_shares(record: FarmRecord, group: str) -> None:
    rows = [r for r in record.of(ManureShare.name) if parent_key(r.key) == group]
    housed = [r for r in rows if r.entries["manure_system"].value != "pasture"]
    total = sum(_share(row) for row in housed)
    if housed and abs(total - 1) > SHARE_TOLERANCE:
        raise FarmFileError(
            "{group}: the shares of its housed manure systems add up to {total} %; expected 100 %",
            group=group,
            total=float(f"{100 * total:.6g}"),
        )


def _share(row: Row) -> float:
    share = ManureShare.housed_share
    entry = row.entries.get(share.name)
    return float(entry.value) if entry else float(share.default or 0.0)
