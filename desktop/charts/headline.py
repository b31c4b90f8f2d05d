"""Which number leads for this farm: per litre, per kg live weight, per hectare, or in tonnes.

Nothing is computed here but a change of unit and the sharing of a footprint among its posts: each
figure is one of the results.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from math import fsum
from typing import Literal

from desktop.charts.balance import Balance, Stored, portions_of, shared_out, stored_of

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
class View:
    """One way to tell the result: per unit of a workshop's product, per hectare, or in tonnes."""

    kind: Kind
    workshop: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """The number that leads, its posts and range, and the tonnes of a year behind it."""

    kind: Kind
    balance: Balance
    tonnes: Balance
    workshop: str = ""
    products: tuple[Product, ...] = ()


def headline_of(results: Results, view: View | None = None) -> Headline:
    """Gives the number of a view; without one that which leads for this farm."""
    view = leading_view(results) if view is None else view
    products = _products(results)
    alone = len(_part(results, "by_workshop")) <= 1
    workshop = "" if alone else view.workshop
    balance = _balance(results, view.kind, workshop)
    shown = products if view.kind == "area" and len(products) > 1 else ()
    return Headline(view.kind, balance, _tonnes(results, workshop), workshop, shown)


def with_estimates(headline: Headline, estimated: Collection[str]) -> Headline:
    """Marks the posts of which the farm has said nothing of its own."""
    return replace(
        headline,
        balance=_estimated(headline.balance, estimated),
        tonnes=_estimated(headline.tonnes, estimated),
    )


def _estimated(balance: Balance, estimated: Collection[str]) -> Balance:
    portions = (replace(one, estimated=one.post.key in estimated) for one in balance.portions)
    return replace(balance, portions=tuple(portions))


def leading_view(results: Results) -> View:
    """Chooses the leading number: one product, else per hectare for several, else tonnes."""
    products = _products(results)
    if len(products) == 1:
        return View(products[0].kind, products[0].workshop)
    has_area = _figure(results, "net_footprint_area") is not None
    return View("area" if products and has_area else "total")


def views_of(results: Results) -> tuple[View, ...]:
    """Gives all views that apply to a farm: its products, then per hectare, then in tonnes."""
    products = tuple(View(product.kind, product.workshop) for product in _products(results))
    has_area = _figure(results, "net_footprint_area") is not None
    return (*products, *((View("area"),) if has_area else ()), View("total"))


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
    low, high = _range(results if block is None else block, f"net_{name}", divisor)
    sources = _sources(block if block is not None else results)
    total = fsum(sources.values())
    portions = portions_of(sources, gross / total if total else 0.0)
    stored = shared_out(_stored(results, block), gross - net)
    return Balance(portions, gross - net, UNITS[kind], low, high, stored)


def _tonnes(results: Results, workshop: str) -> Balance:
    block = _workshop(results, workshop) if workshop else None
    sources = _sources(block if block is not None else results)
    if block is not None:
        storage = _number(block.get("workshop_storage")) or 0.0
    else:
        storage = _figure(results, "carbon_storage") or 0.0
    portions = portions_of(sources, 1.0 / KG_PER_TONNE)
    stored = shared_out(_stored(results, block), storage / KG_PER_TONNE)
    return Balance(portions, storage / KG_PER_TONNE, UNITS["total"], stored=stored)


def _stored(results: Results, block: Results | None) -> tuple[Stored, ...]:
    """Gives the stocks that a farm or a workshop shares in, in kg a year.

    Herds share all land but the soils of crops sold, which crops carry alone.
    """
    lines = {code: _number(value) or 0.0 for code, value in _part(results, "storage").items()}
    sold = _figure(results, "sold_crop_storage") or 0.0
    return stored_of(lines, 0.0 if block is None else sold)


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
