"""Which number leads for this farm: per litre, per kg live weight, per hectare, or in tonnes.

Nothing is computed here but a change of unit and the sharing of a footprint among its posts: each
figure is one of the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from typing import Literal

from desktop.charts.balance import Balance, portions_of

Kind = Literal["milk", "beef", "area", "total"]
Results = Mapping[str, object]

FOOTPRINTS: dict[Kind, str] = {
    "milk": "footprint_milk",
    "beef": "footprint_beef",
    "area": "footprint_area",
    "total": "emissions",
}
UNITS: dict[Kind, str] = {
    "milk": "kg CO2e/(L FPCM)",
    "beef": "kg CO2e/(kg LW)",
    "area": "t CO2e/ha/yr",
    "total": "t CO2e/yr",
}
KG_PER_TONNE = 1000.0


class NotComputed(LookupError):
    """The farm has not answered enough for this figure; `name` says which one is missing."""

    def __init__(self, name: str) -> None:
        """Keeps the name of the missing figure."""
        super().__init__(f"no {name} was computed")
        self.name = name


@dataclass(frozen=True, slots=True)
class Product:
    """One product of a farm that sells several: its gross and net footprints."""

    kind: Kind
    gross: float
    net: float
    unit: str
    workshop: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The number that leads, its posts and range, and the tonnes of a year behind it."""

    kind: Kind
    balance: Balance
    tonnes: Balance
    workshop: str = ""
    products: tuple[Product, ...] = ()


def headline_of(results: Results) -> Headline:
    """Chooses the leading number: one product, else per hectare for several, else tonnes."""
    products = _products(results)
    kinds = {product.kind for product in products}
    kind: Kind = "total"
    if len(products) == 1:
        kind = kinds.pop()
    elif products and _figure(results, "net_footprint_area") is not None:
        kind = "area"
    alone = len(_part(results, "by_workshop")) <= 1
    workshop = "" if alone or len(products) != 1 else products[0].workshop
    balance = _balance(results, kind, workshop)
    shown = products if kind == "area" else ()
    return Headline(kind, balance, _tonnes(results, workshop), workshop, shown)


def _products(results: Results) -> tuple[Product, ...]:
    found = []
    for code, block in _part(results, "by_workshop").items():
        if isinstance(block, Mapping):
            found += [product for kind in _KINDS if (product := _product(code, block, kind))]
    return tuple(found)


_KINDS: tuple[Kind, ...] = ("milk", "beef")


def _product(code: str, block: Results, kind: Kind) -> Product | None:
    gross = _number(block.get(f"gross_{FOOTPRINTS[kind]}"))
    net = _number(block.get(f"net_{FOOTPRINTS[kind]}"))
    if gross is None or net is None:
        return None
    return Product(kind, gross, net, UNITS[kind], code)


def _balance(results: Results, kind: Kind, workshop: str) -> Balance:
    name, divisor = FOOTPRINTS[kind], KG_PER_TONNE if kind in {"area", "total"} else 1.0
    block = _workshop(results, workshop) if workshop else None
    gross = _value(results, block, f"gross_{name}") / divisor
    net = _value(results, block, f"net_{name}") / divisor
    low, high = _range(results, f"net_{name}", divisor)
    sources = _sources(block if block is not None else results)
    total = fsum(sources.values())
    portions = portions_of(sources, gross / total if total else 0.0)
    return Balance(portions, gross - net, UNITS[kind], low, high)


def _tonnes(results: Results, workshop: str) -> Balance:
    block = _workshop(results, workshop) if workshop else None
    sources = _sources(block if block is not None else results)
    if block is not None:
        storage = _number(block.get("workshop_storage")) or 0.0
    else:
        storage = _figure(results, "carbon_storage") or 0.0
    portions = portions_of(sources, 1.0 / KG_PER_TONNE)
    return Balance(portions, storage / KG_PER_TONNE, UNITS["total"])


def _value(results: Results, block: Results | None, name: str) -> float:
    found = _number(block.get(name)) if block is not None else None
    if found is None:
        found = _figure(results, name)
    if found is None:
        raise NotComputed(name)
    return found


def _range(results: Results, name: str, divisor: float) -> tuple[float | None, float | None]:
    """Gives the range that holds nine chances in ten, or nothing when nothing was drawn."""
    drawn = _part(results, "uncertainty").get(name)
    if not isinstance(drawn, Mapping):
        return None, None
    low, high = _number(drawn.get("p5")), _number(drawn.get("p95"))
    if low is None or high is None or not high > low:
        return None, None
    return low / divisor, high / divisor


def _figure(results: Results, name: str) -> float | None:
    return _number(_part(results, "values").get(name))


def _sources(block: Results) -> dict[str, float]:
    return {code: _number(value) or 0.0 for code, value in _part(block, "sources").items()}


def _workshop(results: Results, code: str) -> Results:
    return _part(_part(results, "by_workshop"), code)


def _part(block: Results, name: str) -> Mapping[str, object]:
    found = block.get(name)
    return found if isinstance(found, Mapping) else {}


def _number(entry: object) -> float | None:
    """Reads a figure, alone or with its unit; what does not apply is nothing, never zero."""
    if isinstance(entry, Mapping):
        entry = entry.get("value")
    return float(entry) if isinstance(entry, int | float) else None
