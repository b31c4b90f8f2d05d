"""Quick dossiers of each system with the few answers that no rule can give."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from diagnostics import Diagnosis, FarmRecord, diagnose, load_factors
from diagnostics.core.factors import FactorSet
from diagnostics.questionnaire.quick_farm import quick_farm
from diagnostics.record import Entry

FACTORS = Path(__file__).resolve().parent.parent / "resources" / "factors"
NEEDED: Mapping[str, Mapping[tuple[str, str], float]] = {
    "DAIRY": {("DAIRY/DC", "head_years"): 60.0, ("DAIRY", "milk_delivered"): 440_000.0},
    "BEEF_SUCKLER": {("BEEF_SUCKLER/SC", "head_years"): 80.0},
    "BEEF_FATTEN": {("BEEF_FATTEN", "fattened_per_year"): 20.0},
    "CROPS": {("", "crops_sold_share"): 0.6},
}
# system, calves finished, crops sold
FARMS = {
    "dairy": ("lowland_maize", False, False),
    "organic dairy": ("organic_grass", False, False),
    "mountain dairy": ("mountain_grass", False, False),
    "dairy that finishes": ("lowland_grass", True, False),
    "dairy that sells crops": ("lowland_maize", False, True),
    "dairy with both": ("mountain_maize", True, True),
    "breeder": ("breeder", False, False),
    "breeder and finisher": ("breeder_finisher", False, False),
    "finisher": ("finisher", False, False),
    "two herds": ("mixed", False, False),
    "two herds and all": ("mixed", True, True),
}


@cache
def factors() -> FactorSet:
    """The factors of the default profile, read once for all tests."""
    return load_factors(FACTORS)


def answered(farm: str, **more: float | str) -> FarmRecord:
    """A quick dossier with its hundred hectares, its cows and its milk."""
    system, finishes, sells = FARMS[farm]
    record = quick_farm(system, farm, 2025, finishes_calves=finishes, sells_crops=sells)
    for workshop in record.of("Workshop"):
        for (key, name), value in NEEDED[workshop.key].items():
            record = record.but(key, name, Entry(value))
    for name, value in {"agricultural_area": 100.0, **more}.items():
        record = record.but("", name, Entry(value))
    return record


def diagnosed(farm: str, **more: float | str) -> Diagnosis:
    """The diagnosis of such a dossier."""
    return diagnose(answered(farm, **more), factors())


def value(diagnosis: Diagnosis, name: str, row: str = "") -> float:
    """One value on one row."""
    entity = diagnosis.model[name].on
    place = diagnosis.trace.keys(entity).index(row)
    return float(diagnosis.values[name][place])
