"""A diagnosis as plain data: the form of the results file, the screen and the printed page."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from diagnostics import ENGINE_VERSION
from diagnostics.balance import GASES, SOURCES, STORES
from diagnostics.core import Entity
from diagnostics.core.model import Quantity
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import Group, ManureShare, Workshop
from diagnostics.findings import findings
from diagnostics.record import FarmRecord
from diagnostics.reference_values import reference_values
from diagnostics.workshop_lines import workshop_line

EntityType = type[Entity]
WORKSHOP_FIGURES = (
    "workshop_gross_emissions",
    "workshop_storage",
    "emissions_received",
    "emissions_passed_on",
    "storage_received",
    "storage_passed_on",
    "livestock_unit_years",
    "live_weight_sold",
    "live_weight_bought",
    "live_weight_stock_change",
    "live_weight_transferred_out",
    "live_weight_transferred_in",
    "live_weight_production",
    "milk_delivered",
    "corrected_milk",
    "corrected_milk_volume",
    "beef_milk_ratio",
    "milk_allocation",
    "gross_footprint_milk",
    "net_footprint_milk",
    "gross_footprint_beef",
    "net_footprint_beef",
    "gross_footprint_beef_on_farm",
    "gross_footprint_dairy_beef",
    "net_footprint_dairy_beef",
)
STRUCTURAL = ("entry_level", "workshop_kind", "animal_class", "manure_system", "cover", "item")


def results_of(diagnosis: Diagnosis) -> dict[str, Any]:
    """The results of one farm, ready to be written as JSON: no NaN, a reason for every null."""
    figures = figures_of(diagnosis)
    last = {name: figures.pop(name) for name in ("warnings", "uncertainty")}
    return {**figures, "defaults_used": reference_values(diagnosis), **last}


def figures_of(diagnosis: Diagnosis) -> dict[str, Any]:
    """The results without the list of reference values, which takes longer than all the rest."""
    factors, record = diagnosis.model.factors, diagnosis.record
    values, warnings = _values(diagnosis)
    return {
        "engine": ENGINE_VERSION,
        "profile": {"name": factors.profile, "edition": factors.edition, **factors.description},
        "choices": _choices(diagnosis),
        "factor_hash": factors.hash,
        "farm": {} if record is None else {"name": record.name, "year": record.year},
        "values": values,
        "sources": {s.code: diagnosis.total(s.formula) for s in SOURCES},
        "storage": {s.code: _signed(diagnosis.total(s.formula), s.sign) for s in STORES},
        "by_gas": _by_gas(diagnosis),
        "by_workshop": _by_workshop(diagnosis),
        "groups": _groups(diagnosis),
        "own_data": own_data(record),
        "warnings": warnings + [str(finding) for finding in findings(diagnosis)],
        "uncertainty": _uncertainty(diagnosis),
    }


def _signed(value: float | None, sign: int) -> float | None:
    return None if value is None else sign * value + 0.0


def _shown(quantity: Quantity) -> bool:
    """Formulas and fields whose farm figure has a meaning; factors have their own explorer."""
    is_factor = quantity.passport is not None and quantity.field is None
    if is_factor or quantity.stated is not None:
        return False
    return quantity.adds or quantity.on.parent is None or quantity.on is Workshop


def _values(diagnosis: Diagnosis) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    warnings: list[str] = []
    for name in diagnosis.model.order:
        quantity = diagnosis.model[name]
        if not _shown(quantity):
            continue
        total = diagnosis.total(name)
        values[name] = {"value": total, "unit": quantity.unit}
        if total is None:
            reason = str(diagnosis.why_not(name))
            values[name]["reason"] = reason
            warnings.append(f"{name}: {reason}")
    return values, warnings


def _choices(diagnosis: Diagnosis) -> dict[str, str]:
    """The method choices: those of the profile, and those of the dossier where it has one."""
    chosen = dict(diagnosis.model.factors.choices)
    assert diagnosis.run is not None
    for name in ("climate", "soil_moisture", "country", "allocation_method"):
        choice = diagnosis.model.choices[name]
        codes = diagnosis.run.codes(choice)
        if len(codes):
            chosen[name] = choice.options[int(codes[0])].code
    return chosen


def _by_gas(diagnosis: Diagnosis) -> dict[str, float | None]:
    lines = {gas: [diagnosis.total(s.formula) for s in SOURCES if s.gas == gas] for gas in GASES}
    return {gas: _sum(parts) for gas, parts in lines.items()}


def _sum(parts: Iterable[float | None]) -> float | None:
    known = list(parts)
    return None if any(p is None for p in known) else float(sum(p for p in known if p is not None))


def _by_workshop(diagnosis: Diagnosis) -> dict[str, dict[str, Any]]:
    figures = _columns(diagnosis, WORKSHOP_FIGURES, Workshop)
    lines = _columns(diagnosis, [workshop_line(s) for s in SOURCES], Workshop)
    return {
        key: {
            **{name: column[w] for name, column in figures.items()},
            "sources": {s.code: lines[workshop_line(s)][w] for s in SOURCES},
        }
        for w, key in enumerate(diagnosis.trace.keys(Workshop))
    }


def _groups(diagnosis: Diagnosis) -> dict[str, dict[str, float | None]]:
    """One entry a group: its own quantities, and the sums of its manure rows."""
    own = [q.name for q in diagnosis.model.quantities.values() if q.on is Group and not q.stated]
    summed = [q.name for q in diagnosis.model.quantities.values() if q.on is ManureShare and q.adds]
    columns = _columns(diagnosis, [*own, *summed], Group)
    return {
        key: {name: column[g] for name, column in columns.items()}
        for g, key in enumerate(diagnosis.trace.keys(Group))
    }


def _columns(
    diagnosis: Diagnosis, names: Iterable[str], entity: EntityType
) -> dict[str, list[float | None]]:
    """Values on the rows of an entity, summed from the rows below it where they live there."""
    run = diagnosis.run
    assert run is not None
    found = {}
    for name in names:
        carried = run.carried(diagnosis.values[name], diagnosis.model[name].on, entity)
        found[name] = [value if isfinite(value) else None for value in carried.tolist()]
    return found


def own_data(record: FarmRecord | None) -> int:
    """How many data are the farm's own; the codes that only name a row do not count."""
    rows = () if record is None else record.rows
    return sum(1 for row in rows for name in row.entries if name not in STRUCTURAL)


def _uncertainty(diagnosis: Diagnosis) -> dict[str, dict[str, float]]:
    intervals = {name: diagnosis.interval(name) for name in diagnosis.uncertainty}
    return {
        name: {"p5": i.p5, "p50": i.p50, "p95": i.p95}
        for name, i in intervals.items()
        if i is not None
    }


def _uncertainty_of(diagnosis: Diagnosis, place: int) -> dict[str, dict[str, float]]:
    """The intervals of one workshop's own footprints, where draws were asked."""
    found = {
        name: intervals[place]
        for name, intervals in diagnosis.uncertainty.items()
        if diagnosis.model[name].on is Workshop
    }
    return {n: {"p5": i.p5, "p50": i.p50, "p95": i.p95} for n, i in found.items() if i is not None}
