"""What stands beside a result: the group of such farms, the measures, the answers that count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from desktop import paths
from desktop.presenting.places import Asked, placed
from diagnostics.entities import FarmEntity, Field
from diagnostics.levers.effects import Effect, effects
from diagnostics.next_answers import NextAnswer, next_answers
from diagnostics.references import References, load_references

if TYPE_CHECKING:
    from desktop.charts.headline import Headline, Kind
    from diagnostics.diagnosis import Diagnosis
    from diagnostics.record import FarmRecord
    from diagnostics.reference_files import ReferenceGroup

GRASSLAND = ("permanent_grassland", "temporary_grassland", "rangeland")
PRODUCTS: Mapping[Kind, str] = {"milk": "milk", "beef": "beef"}
FEWEST_FARMS = 10
WORTH_SAYING = 0.005  # a range narrowed by less than half a percent is no reason to ask
MOST_ANSWERS = 3


@dataclass(frozen=True)
class Land:
    """What stores carbon on the farm, in hectares and metres."""

    grassland: float = 0.0
    hedges: float = 0.0


@dataclass(frozen=True)
class OpenAnswer:
    """An open question, and the gross at either end of its reference value."""

    asked: Asked
    low: float
    high: float


@dataclass(frozen=True)
class Advice:
    """What a report prints beside the figures; empty where nothing is known."""

    land: Land = field(default_factory=Land)
    effects: tuple[Effect, ...] = ()
    open_answers: tuple[OpenAnswer, ...] = ()
    group: ReferenceGroup | None = None


def advice_of(diagnosis: Diagnosis, headline: Headline) -> Advice:
    """Works out what stands beside the result of one farm."""
    record, factors = diagnosis.record, diagnosis.model.factors
    assert record is not None
    return Advice(
        land=_land(diagnosis),
        effects=effects(record, factors),
        open_answers=_telling(next_answers(record, factors), record),
        group=group_of(diagnosis, headline),
    )


def _telling(found: tuple[NextAnswer, ...], record: FarmRecord) -> tuple[OpenAnswer, ...]:
    """The answers that would narrow the result most; one whose figures are unknown is none."""
    telling = [one for one in found if isfinite(one.width) and _half(one) >= WORTH_SAYING]
    return tuple(
        OpenAnswer(placed(one.asked, record), *sorted((one.low, one.high)))
        for one in telling[:MOST_ANSWERS]
    )


def _half(one: NextAnswer) -> float:
    """Half of the range that hangs on an answer, as a share of the figure in its middle."""
    middle = abs(one.low + one.high) / 2
    return one.width / 2 / middle if middle else 0.0


def _land(diagnosis: Diagnosis) -> Land:
    assert diagnosis.run is not None
    cover = diagnosis.run.codes(Field.cover)
    grass = np.isin(cover, [Field.cover.index(code) for code in GRASSLAND])
    areas, hedges = diagnosis.values[Field.field_area.name], diagnosis.total("hedge_length")
    return Land(float(np.nansum(areas[grass])), hedges or 0.0)


def group_of(diagnosis: Diagnosis, headline: Headline) -> ReferenceGroup | None:
    """The published group of ten farms or more whose mean can stand beside the headline."""
    product = PRODUCTS.get(headline.kind)
    if product is None or diagnosis.run is None:
        return None
    code = int(diagnosis.run.codes(FarmEntity.system)[0])
    if code < 0:
        return None
    group = _references().group_of(FarmEntity.system.options[code].code, product)
    fits = group is not None and group.unit == headline.balance.unit
    return group if fits and group is not None and (group.n or 0) >= FEWEST_FARMS else None


@cache
def _references() -> References:
    return load_references(paths.resource("reference"))
