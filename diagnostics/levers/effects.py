"""What each measure would change, by stacking the farm and its variants in one run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from diagnostics.core import Choice, DiagnosticsError, Farm, Message
from diagnostics.core.factors import FactorSet
from diagnostics.core.farm import stack
from diagnostics.core.model import Model
from diagnostics.core.run import Run
from diagnostics.core.values import FloatArray
from diagnostics.gathering import gather
from diagnostics.levers.hedges import PLANTED_HEDGES
from diagnostics.levers.herd import EARLIER_CALVING
from diagnostics.levers.manure import COVERED_STORE
from diagnostics.levers.measures import HELD, Measure, settled
from diagnostics.library import model_of
from diagnostics.record import FarmRecord
from diagnostics.variants import figure_of, per_farm

MEASURES: tuple[Measure, ...] = (EARLIER_CALVING, COVERED_STORE, PLANTED_HEDGES)
KNOWN = ("manure_nitrogen",)  # what conditions look at, beside what levers read


@dataclass(frozen=True)
class Effect:
    """What a measure would change on one farm, a year; below zero is less.

    ``per_unit`` is the change of the net footprint of the product, or of a hectare.
    """

    measure: Measure
    dose: float
    reason: Message | None
    already_done: bool
    emissions: float
    storage: float
    per_unit: float

    @property
    def is_suited(self) -> bool:
        """Whether the measure fits the farm."""
        return self.reason is None

    @property
    def net(self) -> float:
        """What the climate gains, or loses: emissions less storage."""
        return self.emissions - self.storage


def as_plain(effect: Effect) -> dict[str, Any]:
    """An effect as plain data, in the form of the command line."""
    measure, dose = effect.measure, effect.dose
    return {
        "lever": measure.lever.name,
        "dose": dose,
        "unit": measure.lever.dose.unit,
        "suited": effect.is_suited,
        "reason": "" if effect.reason is None else str(effect.reason),
        "already_done": effect.already_done,
        "effect_kg_co2e": effect.emissions,
        "effect_storage": effect.storage,
        "effect_per_unit": effect.per_unit,
        "cost_eur": None if measure.cost is None else measure.cost * dose,
        "hours": None if measure.hours is None else measure.hours * dose,
    }


def effects(
    record: FarmRecord, factors: FactorSet, doses: Mapping[str, float] | None = None
) -> tuple[Effect, ...]:
    """The effect of every measure at its dose, the one that helps most first.

    ``doses`` names other doses than the usual ones by the name of the lever; a dose out of bounds
    is a DiagnosticsError. Measures that do not fit come last, without effect.
    """
    model, chosen = model_of(factors), dict(doses or {})
    baseline = Run(model, gather([record])).compute()
    farm = stated_baseline(baseline)
    found = [_judged(m, farm, chosen.get(m.lever.name, m.usual_dose)) for m in MEASURES]
    variants = [e.measure.lever(farm, e.dose) for e in found if e.is_suited]
    figures = _figures(model, [farm, *variants], figure_of(baseline))
    places = iter(range(1, len(variants) + 1))
    measured = [_measured(e, figures, next(places)) if e.is_suited else e for e in found]
    return tuple(sorted(measured, key=lambda e: (not e.is_suited, e.net)))


def stated_baseline(run: Run) -> Farm:
    """The baseline with all that the measures read stated on it, and its methane class held."""
    reads = {name: None for m in MEASURES for name in (*m.reads, *KNOWN, *HELD)}
    choices: dict[Choice, None] = {choice: None for m in MEASURES for choice in m.codes}
    return settled(run, tuple(reads), tuple(choices))


def _judged(measure: Measure, farm: Farm, dose: float) -> Effect:
    low, high = measure.lever.dose.bounds
    if not low <= dose <= high:
        raise DiagnosticsError(
            "“{title}”: a dose of {dose} is out of bounds; expected {low} to {high} {unit}",
            title=measure.lever.title,
            dose=dose,
            low=low,
            high=high,
            unit=measure.lever.dose.unit,
        )
    return Effect(measure, dose, measure.unsuited(farm), measure.is_done(farm), 0.0, 0.0, 0.0)


def _figures(model: Model, farms: Sequence[Farm], figure: str) -> Mapping[str, FloatArray]:
    net = figure.replace("gross", "net")
    run = Run(model, stack([without(farm, KNOWN) for farm in farms]))
    values = run.compute(["gross_emissions", "carbon_storage", net]).values
    return {
        "gross": values["gross_emissions"],
        "storage": values["carbon_storage"],
        "net": per_farm(values[net], len(farms)),
    }


def without(farm: Farm, names: Sequence[str]) -> Farm:
    """The farm as it is run: what conditions alone had to know is computed again."""
    tables = {
        entity: replace(table, given={n: v for n, v in table.given.items() if n not in names})
        for entity, table in farm.tables.items()
    }
    return Farm(farm.root, tables)


def _measured(effect: Effect, figures: Mapping[str, FloatArray], place: int) -> Effect:
    change = {name: float(np.subtract(v[place], v[0])) for name, v in figures.items()}
    return replace(
        effect, emissions=change["gross"], storage=change["storage"], per_unit=change["net"]
    )
