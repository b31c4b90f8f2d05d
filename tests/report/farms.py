"""The worked farms of the method as results, and the issues that print them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.report.assembly import attach_file, make_issue
from desktop.report.issue import Issue
from desktop.words import Words
from diagnostics import FarmRecord, diagnose
from diagnostics.questionnaire.quick_farm import quick_farm
from diagnostics.record import Entry
from tests.farms import factors

DAIRY_SOURCES = {
    "ENT": 369_108.8,
    "MAN_CH4": 110_343.2,
    "MAN_N2O": 31_883.8,
    "SOIL_N2O": 102_699.3,
    "LIME_UREA": 8_800.0,
    "ENERGY": 28_440.0,
    "ELEC": 2_160.0,
    "UP_FERT": 21_614.0,
    "UP_FEED": 66_200.0,
    "UP_ANIM": 0.0,
    "UP_OTHER": 2_856.0,
}
BEEF_SOURCES = {
    "ENT": 327_239.9,
    "MAN_CH4": 71_394.5,
    "MAN_N2O": 29_509.5,
    "SOIL_N2O": 83_543.6,
    "LIME_UREA": 0.0,
    "ENERGY": 30_020.0,
    "ELEC": 720.0,
    "UP_FERT": 13_876.0,
    "UP_FEED": 23_380.0,
    "UP_ANIM": 0.0,
    "UP_OTHER": 1_502.5,
}
C_TO_CO2 = 44 / 12
DAIRY_STORAGE = 29_300 * C_TO_CO2
BEEF_STORAGE = 68_650 * C_TO_CO2
CORRECTED_LITRES = 628_902.0
MILK_SHARE = 0.8303
BEEF_SOLD = 42_760.0
HERDS = {
    "DAIRY/DC": {"head_years": 80.0},
    "DAIRY/F0": {"head_years": 26.0},
    "BEEF_BREED/SC": {"head_years": 70.0},
}
MILK_DELIVERED = 640_000.0
FARM_FILE = b'{"format": "bocage-farm", "version": 1}\n'


def figure(value: float | None, unit: str) -> dict[str, Any]:
    """One entry of `values`."""
    return {"value": value, "unit": unit}


def totals(sources: Mapping[str, float], storage: float, area: float) -> dict[str, Any]:
    """The farm's figures that do not depend on a product."""
    gross = sum(sources.values())
    return {
        "gross_emissions": figure(gross, "kg CO2e/yr"),
        "carbon_storage": figure(storage, "kg CO2/yr"),
        "net_emissions": figure(gross - storage, "kg CO2e/yr"),
        "gross_footprint_area": figure(gross / area, "kg CO2e/ha/yr"),
        "net_footprint_area": figure((gross - storage) / area, "kg CO2e/ha/yr"),
        "agricultural_area": figure(area, "ha"),
    }


def dairy_results(storage: float = DAIRY_STORAGE, spread: float = 0.14) -> dict[str, Any]:
    """Worked farm 1: 80 cows on maize and grass; `storage` in kg CO2, `spread` of the net."""
    return milk_results(DAIRY_SOURCES, storage, spread)


def milk_results(
    sources: Mapping[str, float], storage: float, spread: float = 0.0
) -> dict[str, Any]:
    """A farm with one dairy workshop and these sources."""
    gross = sum(sources.values())
    per_litre = MILK_SHARE / CORRECTED_LITRES
    milk = {
        "gross_footprint_milk": gross * per_litre,
        "net_footprint_milk": (gross - storage) * per_litre,
        "milk_allocation": MILK_SHARE,
        "milk_delivered": MILK_DELIVERED,
    }
    units = {name: figure(value, "kg CO2e/(L FPCM)") for name, value in milk.items()}
    values = totals(sources, storage, 85.0) | units
    workshop = {"workshop_gross_emissions": gross, "workshop_storage": storage}
    return results(values, sources, {"DAIRY": workshop | milk | {"sources": dict(sources)}}) | {
        "uncertainty": around("net_footprint_milk", milk["net_footprint_milk"], spread),
    }


def beef_results(spread: float = 0.22) -> dict[str, Any]:
    """Worked farm 2: 70 Charolais cows, their calves finished on the farm."""
    gross = sum(BEEF_SOURCES.values())
    beef = {
        "gross_footprint_beef": gross / BEEF_SOLD,
        "net_footprint_beef": (gross - BEEF_STORAGE) / BEEF_SOLD,
        "live_weight_sold": BEEF_SOLD,
    }
    units = {name: figure(value, "kg CO2e/(kg LW)") for name, value in beef.items()}
    values = totals(BEEF_SOURCES, BEEF_STORAGE, 115.0) | units
    workshop = {"workshop_gross_emissions": gross, "workshop_storage": BEEF_STORAGE}
    block = workshop | beef | {"sources": dict(BEEF_SOURCES)}
    return results(values, BEEF_SOURCES, {"BEEF_BREED": block}) | {
        "uncertainty": around("net_footprint_beef", beef["net_footprint_beef"], spread),
    }


def mixed_results() -> dict[str, Any]:
    """Both worked farms as the two workshops of one farm of 200 ha."""
    dairy, beef = dairy_results()["by_workshop"], beef_results()["by_workshop"]
    sources = {code: DAIRY_SOURCES[code] + BEEF_SOURCES[code] for code in DAIRY_SOURCES}
    values = totals(sources, DAIRY_STORAGE + BEEF_STORAGE, 200.0)
    net = values["net_footprint_area"]["value"]
    return results(values, sources, dairy | beef) | {
        "uncertainty": around("net_footprint_area", net, 0.15)
    }


def unsold_results() -> dict[str, Any]:
    """The dairy farm in a year in which it sells nothing: no ratio applies."""
    found = dairy_results(spread=0.0)
    for block in (found["values"], found["by_workshop"]["DAIRY"]):
        block["gross_footprint_milk"] = block["net_footprint_milk"] = None
    found["warnings"] = ["No milk is sold."]
    return found


def results(
    values: dict[str, Any], sources: Mapping[str, float], workshops: dict[str, Any]
) -> dict[str, Any]:
    """The rest of what the engine says of a farm."""
    return {
        "engine": "0.1.0",
        "profile": {
            "name": "OPEN-2019",
            "edition": 1,
            "gwp": "AR5 28 / 265",
            "method": "IPCC 2019 Tier 2",
        },
        "choices": {"allocation_method": "idf_2015", "storage_set": "A"},
        "factor_hash": "7c1e04b9d2aa",
        "farm": {"name": "GAEC des Chênes", "year": 2025},
        "values": values,
        "sources": dict(sources),
        "by_workshop": workshops,
        "groups": {key: group for key, group in HERDS.items() if key.split("/")[0] in workshops},
        "own_data": 24,
        "defaults_used": list(REFERENCES),
        "warnings": [],
        "uncertainty": {},
    }


def reference(label: str, value: float | str, unit: str, note: str = "") -> dict[str, Any]:
    """One reference value as the engine lists it."""
    return {
        "row": "DAIRY/DC",
        "name": label.lower(),
        "label": label,
        "value": value,
        "unit": unit,
        "note": note,
    }


REFERENCES = (
    reference("Limestone spread", 0.0, "kg/yr", "no lime entered"),
    reference("Fat in milk", 0.041, "1"),
    reference("Protein in milk", 0.033, "1"),
    reference("Mature weight", 650.0, "kg"),
    reference("Mature weight", 720.0, "kg"),
    reference("Climate zone", "CTM", "", "Cool temperate, moist"),
)


def around(name: str, net: float, spread: float) -> dict[str, dict[str, float]]:
    """A range of the net, wider above than below, as the draws give it; none for no spread."""
    if not spread:
        return {}
    return {name: {"p5": net - 0.9 * spread * abs(net), "p50": net, "p95": net + spread * abs(net)}}


def flock() -> FarmRecord:
    """Sixty hectares and 300 ewes for meat, with the answers that no rule gives."""
    record = quick_farm("sheep_goat", "Bergerie du Causse", 2025)
    record = record.but("", "agricultural_area", Entry(60.0))
    record = record.but("SHEEP_MEAT/EW", "head_years", Entry(300.0))
    return record.but("SHEEP_MEAT", "live_weight_sold", Entry(14_000.0))


def advised(words: Words, record: FarmRecord, draws: int = 100, **changes: Any) -> Issue:
    """The report of a diagnosed farm, with its measures, its group and what to enter next."""
    diagnosis = diagnose(record, factors(), draws=draws)
    attachment = attach_file("farm.json", FARM_FILE)
    made = make_issue(
        diagnosis.results(),
        words,
        date(2026, 3, 15),
        attachment=attachment,
        diagnosis=diagnosis,
    )
    return replace(made, **changes)


def issue(words: Words, found: dict[str, Any], **changes: Any) -> Issue:
    """One report of a farm, as the command line would ask for it; `changes` replace its parts."""
    attachment = attach_file("gaec-des-chenes.json", FARM_FILE)
    made = make_issue(
        found, words, date(2026, 3, 15), attachment=attachment, place="Ille-et-Vilaine"
    )
    return replace(made, **changes)
