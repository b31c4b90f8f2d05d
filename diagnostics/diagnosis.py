"""The public door: a farm and a set of factors in, a diagnosis out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from diagnostics.core import Farm
from diagnostics.core.chance import Drawn
from diagnostics.core.draws import draw
from diagnostics.core.errors import Message
from diagnostics.core.factors import FactorSet
from diagnostics.core.model import Model, Quantity
from diagnostics.core.run import Run
from diagnostics.core.trace import Node, Trace
from diagnostics.core.values import FloatArray
from diagnostics.entities import Purchase
from diagnostics.entities.supplies import item_unit
from diagnostics.gathering import gather
from diagnostics.library import model_of
from diagnostics.record import FarmRecord

FARMS_A_BLOCK = 4_000  # about 25,000 rows: a block fits the processor's cache
CELLS_A_BLOCK = 12_000  # draws × rows of the longest table held at once
DEFAULT_SEED = 1
ANY_UNIT = "unit"
HEADLINES = (
    "gross_emissions",
    "carbon_storage",
    "net_emissions",
    "gross_footprint_area",
    "net_footprint_area",
    "gross_footprint_milk",
    "net_footprint_milk",
    "gross_footprint_beef",
    "net_footprint_beef",
    "gross_footprint_dairy_beef",
    "net_footprint_dairy_beef",
)


@dataclass(frozen=True)
class Interval:
    """Nine chances in ten lie between p5 and p95."""

    p5: float
    p50: float
    p95: float


@dataclass(frozen=True)
class Diagnosis:
    """Everything computed of one farm, with its trace; or chosen values of many farms.

    ``values`` hold one number a row of the quantity's entity; NaN is missing or does not apply.
    ``uncertainty`` is filled when draws were asked: one interval for each row that has a value.
    """

    model: Model
    farm: Farm
    values: Mapping[str, FloatArray]
    uncertainty: Mapping[str, tuple[Interval | None, ...]] = field(default_factory=dict)
    record: FarmRecord | None = None
    run: Run | None = None

    @cached_property
    def trace(self) -> Trace:
        """Explains every value; only a diagnosis of one farm has it."""
        assert self.run is not None
        return Trace(self.run, _origins(self.record))

    def explain(self, name: str, row: str | None = None, depth: int = 1) -> Node:
        """The number, its equation and its parts; DiagnosticsError for an unknown name or row."""
        return self.trace.explain(name, row, depth)

    def results(self) -> dict[str, Any]:
        """The results of one farm as plain data, ready to be written as JSON."""
        from diagnostics.results import results_of

        return results_of(self)

    def total(self, name: str) -> float | None:
        """The farm's figure of a quantity: its sum where it is additive; None where it is missing.

        A workshop's ratio is the farm's only when one workshop has it.
        """
        values = self.values[name]
        quantity = self.model[name]
        if quantity.adds:
            total = float(values.sum())
            return total if np.isfinite(total) else None
        found = values[np.isfinite(values)]
        return float(found[0]) if len(found) == 1 else None

    def why_not(self, name: str) -> Message:
        """Why the farm has no figure of that name."""
        values = self.values[name]
        if not len(values):
            return Message("the farm has no such row")
        if np.isfinite(values).sum() > 1:
            return Message("several workshops have one each")
        return self.trace.missing(name, int(np.flatnonzero(np.isnan(values))[0]))

    def unit(self, quantity: Quantity, place: int) -> str:
        """The unit on a row; things bought are counted in the unit of their invoice."""
        if quantity.on is not Purchase or ANY_UNIT not in quantity.unit:
            return quantity.unit
        assert self.run is not None
        code = int(self.run.codes(Purchase.item)[place])
        bought = Purchase.item.options[code].code
        return quantity.unit.replace(ANY_UNIT, item_unit(bought))

    def interval(self, name: str) -> Interval | None:
        """The interval of the farm's figure, where draws were asked and the figure exists."""
        known = [i for i in self.uncertainty.get(name, ()) if i is not None]
        return known[0] if len(known) == 1 else None


def _origins(record: FarmRecord | None) -> dict[tuple[str, str], str]:
    rows = () if record is None else record.rows
    return {(row.key, name): entry.origin for row in rows for name, entry in row.entries.items()}


def diagnose(
    farm: FarmRecord | Farm,
    factors: FactorSet,
    *,
    draws: int = 0,
    seed: int = DEFAULT_SEED,
    wanted: Iterable[str] | None = None,
    spread_width: float = 1.0,
) -> Diagnosis:
    """Diagnose one dossier, or any number of farms given as tables.

    ``wanted`` names the quantities kept; everything by default for one farm, the headline figures
    for many. ``draws`` adds intervals to the headline figures. ``spread_width`` scales all spreads.
    """
    model = model_of(factors)
    if isinstance(farm, FarmRecord):
        tables = gather([farm])
        run = Run(model, tables).compute(wanted)
        intervals = _intervals(model, tables, draws, seed, spread_width)
        return Diagnosis(model, tables, run.values, intervals, farm, run)
    values = _in_blocks(model, farm, tuple(HEADLINES if wanted is None else wanted))
    intervals = _intervals(model, farm, draws, seed, spread_width)
    return Diagnosis(model, farm, values, intervals)


def _in_blocks(model: Model, farm: Farm, wanted: tuple[str, ...]) -> dict[str, FloatArray]:
    runs = [Run(model, block).compute(wanted).values for block in farm.blocks(FARMS_A_BLOCK)]
    return {name: np.concatenate([run[name] for run in runs], axis=-1) for name in wanted}


def _intervals(
    model: Model, farm: Farm, draws: int, seed: int, width: float
) -> dict[str, tuple[Interval | None, ...]]:
    if draws < 1:
        return {}
    drawn = draw(model, farm, HEADLINES, seed, draws, width)
    samples = [Run(model, farm, block).compute(HEADLINES).values for block in _blocks(drawn, farm)]
    names = HEADLINES
    return {n: _quantiles(np.concatenate([np.atleast_2d(s[n]) for s in samples])) for n in names}


def _blocks(drawn: Drawn, farm: Farm) -> list[Drawn]:
    longest = max(len(table) for table in farm.tables.values())
    size = max(50, CELLS_A_BLOCK // max(1, longest))
    return [drawn.block(start, start + size) for start in range(0, drawn.count, size)]


def _quantiles(samples: FloatArray) -> tuple[Interval | None, ...]:
    with np.errstate(invalid="ignore"):
        quantiles = np.quantile(samples, (0.05, 0.50, 0.95), axis=0)
    return tuple(
        Interval(*map(float, column)) if np.isfinite(column).all() else None
        for column in quantiles.T
    )
