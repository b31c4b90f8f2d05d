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

    ``store`` keeps the manure of the cows, all other animals stand on litter (15.3-6); at the
    quick level the manure of the workshop is asked instead. ``bought`` are the purchases whose
    quantity follows from the quick answers.
    """

    kind: str
    quick: tuple[str, ...]
    further: tuple[str, ...] = ()
    store: str = LITTER
    bought: tuple[str, ...] = ()


CONCENTRATES = ("soya_meal", "cereal_mix")
FATTENED = ("YB", "M1", "M2", "FH", "FC")
MILKED, SUCKLED = ("DC", "F0", "F1", "F2"), ("SC", "BU", "F0", "M0", "F1", "F2", *FATTENED)
FOR_MILK = (*CONCENTRATES, "milk_replacer", "in_calf_heifer")
FOR_MEAT = (*CONCENTRATES, "weanling")
FOR_ALL = ("minerals", "straw", "phosphate", "potash", "pesticide", "plastics")
DAIRY = Herd("DAIRY", MILKED, ("BU", "M0", "FC"), "slurry_crust", FOR_MILK)
DAIRY_ON_STRAW = Herd("DAIRY", MILKED, DAIRY.further, "solid", FOR_MILK)
SUCKLER = Herd("BEEF_SUCKLER", SUCKLED, bought=FOR_MEAT)
FINISHER = Herd("BEEF_FATTEN", FATTENED, bought=FOR_MEAT)
ARABLE = Herd("CROPS", ())
# One system, three products: the herd is chosen by its product.
FLOCKS: Mapping[str, Herd] = {
    "SHEEP_MEAT": Herd("SHEEP_MEAT", ("EW", "LA"), bought=CONCENTRATES),
    "SHEEP_MILK": Herd("SHEEP_MILK", ("EL", "LA"), bought=CONCENTRATES),
    "GOAT": Herd("GOAT", ("GO",), bought=CONCENTRATES),
}

FLOCK_SYSTEM = "sheep_goat"
SYSTEMS: Mapping[str, tuple[Herd, ...]] = {
    "lowland_maize": (DAIRY,),
    "lowland_grass": (DAIRY,),
    "mountain_maize": (DAIRY,),
    "mountain_grass": (DAIRY,),
    "organic_grass": (DAIRY_ON_STRAW,),
    "breeder": (SUCKLER,),
    "breeder_finisher": (SUCKLER,),
    "finisher": (FINISHER,),
    "mixed": (DAIRY, SUCKLER),
    FLOCK_SYSTEM: (FLOCKS["SHEEP_MEAT"],),
}


def blank_farm(
    system: str,
    level: str,
    name: str,
    year: int,
    *,
    finishes_calves: bool = False,
    sells_crops: bool = False,
    flock: str = "SHEEP_MEAT",
) -> dict[str, Any]:
    """A farm file of that system whose answers are all open; system and level are the only ones.

    ``finishes_calves`` adds the enterprise that finishes calves of the first herd, and
    ``sells_crops`` the one that carries the crops sold. ``flock`` is the product of a farm of
    sheep or goats.
    """
    if system not in SYSTEMS:
        raise DiagnosticsError("no herd is laid out for the system “{system}”", system=system)
    pages: dict[str, Any] = {page.key: {} for page in FARM_PAGES}
    pages[FARM_PAGES[0].key] |= {"entry_level": level, "system": system}
    every = level == FULL
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "year": year,
        "answers": pages,
        "workshops": _workshops(_herds(system, flock), every, finishes_calves, sells_crops),
        "fields": [_row(cover=c) for c in (_codes(Field.cover) if every else QUICK_COVERS)],
        "hedges": [_row(type=code) for code in _usual(Hedge.hedge_type, every)],
        "fertilisers": [_row(type=code) for code in _usual(Fertiliser.fertiliser_type, every)],
        "purchases": [] if every else [_row(item=item) for item in FOR_ALL],
    }


def _herds(system: str, flock: str) -> tuple[Herd, ...]:
    return (FLOCKS[flock],) if system == FLOCK_SYSTEM else SYSTEMS[system]


def _workshops(
    own: tuple[Herd, ...], every: bool, finishes_calves: bool, sells_crops: bool
) -> list[dict[str, Any]]:
    herds = [*own, *[FINISHER] * finishes_calves, *[ARABLE] * sells_crops]
    found = [_workshop(herd, every) for herd in herds]
    if finishes_calves:
        found[0]["transfers"] = [{"receiver": FINISHER.kind, "answers": {}}]
    return found


def _workshop(herd: Herd, every: bool) -> dict[str, Any]:
    if not every:
        groups = [_row(**{"class": code}) for code in herd.quick]
        bought = [_row(item=item) for item in herd.bought]
        return {**_row(kind=herd.kind), "groups": groups, "purchases": bought}
    classes = (*herd.quick, *herd.further)
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
