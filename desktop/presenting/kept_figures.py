"""What is kept of a calculation for the list of farms: figures only, no words of a language."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.charts.headline import Headline
from desktop.presenting.farm_cards import EXAMPLE
from desktop.presenting.places import Asked, counted, is_answered
from diagnostics.entities import FarmEntity, Group
from diagnostics.record import FarmRecord

COWS = ("DC", "SC")


def kept_figures(
    record: FarmRecord, headline: Headline | None, asked: Sequence[Asked], example: bool
) -> dict[str, float | str | None]:
    """The figures of a dossier that the list shows."""
    open_to_all = counted(asked)
    answered = sum(is_answered(record, one) for one in open_to_all)
    counts: dict[str, float | str | None] = {"answered": answered, "asked": len(open_to_all)}
    return counts | _balance(headline) | _about(record) | ({EXAMPLE: 1} if example else {})


def _balance(headline: Headline | None) -> dict[str, float | str | None]:
    if headline is None:
        return {}
    balance = headline.balance
    range_ = {"low": balance.low, "high": balance.high}
    return {"kind": headline.kind, "net": balance.net, "gross": balance.gross, **range_}


def _about(record: FarmRecord) -> dict[str, float | str | None]:
    farm = record.row("").entries
    area = farm.get(FarmEntity.agricultural_area.name)
    place = farm.get(FarmEntity.department.name)
    herd, heads = _herd(record)
    return {
        "area": None if area is None else float(area.value),
        "place": None if place is None else FarmEntity.department.option(str(place.value)).label,
        "herd": herd,
        "heads": heads,
    }


def _herd(record: FarmRecord) -> tuple[str | None, float | None]:
    for row in record.of(Group.name):
        code, heads = row.entries.get("animal_class"), row.entries.get(Group.head_years.name)
        if code is not None and code.value in COWS and heads is not None:
            return str(code.value), float(heads.value)
    return None, None
