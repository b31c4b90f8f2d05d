"""Farms of the same kind: which group stands beside a result, or why none does."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.charts.headline import Headline, Kind
from desktop.charts.place_words import (
    Standing,
    is_unsure,
    short_source_line,
    source_line,
    standing_of,
)
from desktop.words import Words, mark
from diagnostics.entities import FarmEntity
from diagnostics.record import FarmRecord
from diagnostics.references import References

PRODUCTS: dict[Kind, str] = {"milk": "milk", "beef": "beef"}
NO_PRODUCT = mark("Other farms are known per litre or per kilogram: choose that view.")
NO_GROUP = mark("A group is shown from ten farms on, with the year and the source of its figures.")
UNSURE = mark("The difference is smaller than the uncertainty of this estimate.")
OF_ITS_TIME = mark("These farms were reckoned with the method of their year: only a landmark.")


@dataclass(frozen=True)
class Peers:
    """The group beside a result; without one, `reason` says why."""

    standing: Standing | None
    reason: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""


def peers_of(headline: Headline, record: FarmRecord, references: References, words: Words) -> Peers:
    """The group of the farm's system for the product of a view."""
    product = PRODUCTS.get(headline.kind)
    if product is None:
        return Peers(None, words.say(NO_PRODUCT))
    system = record.row("").entries.get(FarmEntity.system.name)
    group = references.group_of(str(system.value), product) if system is not None else None
    standing = None if group is None else standing_of(headline.balance, group)
    if standing is None:
        return Peers(None, words.say(NO_GROUP))
    unsure = (words.say(UNSURE),) if is_unsure(standing) else ()
    notes = (*unsure, words.say(OF_ITS_TIME), short_source_line(words, standing))
    return Peers(standing, "", notes, source_line(words, standing))
