"""The rows that a farm of each system starts with, before a single question is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from diagnostics.core import Choice, DiagnosticsError
from diagnostics.entities import Fertiliser, Field, Hedge
from diagnostics.farm_shapes import FORMAT, VERSION
from diagnostics.questionnaire.pages import FARM_PAGES

QUICK, FULL = "quick", "full"
LEVELS = (QUICK, FULL)
LITTER = "deep_litter"
COWS = ("DC", "SC")
# Data 4 to 7 of the quick level; the last takes the rest of the farm if it is left open.
QUICK_COVERS = ("permanent_grassland", "temporary_grassland", "silage_maize", "crops")


@dataclass(frozen=True)
class Herd:
    """The classes of a workshop, at the quick level and those the full level adds (15.3, 0.5-27).

    ``store`` keeps the manure of the cows; all other animals stand on litter (15.3-6).
    """

    kind: str
    quick: tuple[str, ...]
    further: tuple[str, ...]
    store: str = LITTER


MILKED, SUCKLED = ("DC", "F0", "F1", "F2"), ("SC", "BU", "F0", "M0", "F1", "F2")
DAIRY = Herd("DAIRY", MILKED, ("BU", "M0", "FC"), "slurry_crust")
DAIRY_ON_STRAW = Herd("DAIRY", MILKED, DAIRY.further, "solid")
BREEDER = Herd("BEEF_SUCKLER", SUCKLED, ("FC",))
FINISHED = Herd("BEEF_SUCKLER", (*SUCKLED, "YB"), ("M1", "M2", "FH", "FC"))
FINISHER = Herd("BEEF_FATTEN", ("YB",), ("M1", "M2", "FH", "FC"))

SYSTEMS: Mapping[str, tuple[Herd, ...]] = {
    "lowland_maize": (DAIRY,),
    "lowland_grass": (DAIRY,),
    "mountain_maize": (DAIRY,),
    "mountain_grass": (DAIRY,),
    "organic_grass": (DAIRY_ON_STRAW,),
    "breeder": (BREEDER,),
    "breeder_finisher": (FINISHED,),
    "finisher": (FINISHER,),
    "mixed": (DAIRY, FINISHED),
}


def blank_farm(system: str, level: str, name: str, year: int) -> dict[str, Any]:
    """A farm file of that system whose answers are all open; the system itself is the only one."""
    if system not in SYSTEMS:
        raise DiagnosticsError("no herd is laid out for the system “{system}”", system=system)
    pages: dict[str, Any] = {page.key: {} for page in FARM_PAGES}
    pages[FARM_PAGES[0].key]["system"] = system
    every = level == FULL
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "year": year,
        "answers": pages,
        "workshops": [_workshop(herd, every) for herd in SYSTEMS[system]],
        "fields": [_row(cover=c) for c in (_codes(Field.cover) if every else QUICK_COVERS)],
        "hedges": [_row(type=code) for code in _usual(Hedge.hedge_type, every)],
        "fertilisers": [_row(type=code) for code in _usual(Fertiliser.fertiliser_type, every)],
        "purchases": [],
    }


def _workshop(herd: Herd, every: bool) -> dict[str, Any]:
    classes = (*herd.quick, *herd.further) if every else herd.quick
    groups = [_group(code, herd.store if code in COWS else LITTER) for code in classes]
    return {**_row(kind=herd.kind), "groups": groups, "purchases": []}


def _group(code: str, store: str) -> dict[str, Any]:
    return {**_row(**{"class": code}), "manure": [_row(system=store)]}


def _row(**code: str) -> dict[str, Any]:
    return {**code, "answers": {}}


def _codes(choice: Choice) -> list[str]:
    return [option.code for option in choice.options]


def _usual(choice: Choice, every: bool) -> list[str]:
    """All options, or the usual one alone."""
    return _codes(choice) if every else [str(choice.default)]
