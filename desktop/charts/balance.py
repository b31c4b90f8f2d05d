"""What the bar of sources shows: the posts of the gross, what is stored, and the net."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from desktop.charts.posts import POSTS, Post
from diagnostics.balance import STOCKS, STORES, Stock


@dataclass(frozen=True, slots=True)
class Portion:
    """The share of one post in the gross; `estimated` when no answer of the farm is behind it."""

    post: Post
    value: float
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """What one stock takes off the gross; below zero it loses carbon."""

    stock: Stock
    value: float


@dataclass(frozen=True, slots=True)
class Balance:
    """Gross by post, carbon storage (negative when carbon is lost) and the range of the net.

    `stored` parts the storage by stock and adds up to it; it is empty where that is not known.
    """

    portions: tuple[Portion, ...]
    storage: float
    unit: str
    low: float | None = None
    high: float | None = None
    stored: tuple[Stored, ...] = ()

    @property
    def gross(self) -> float:
        """Adds up the posts."""
        return fsum(portion.value for portion in self.portions)

    @property
    def net(self) -> float:
        """Takes the storage off the gross."""
        return self.gross - self.storage

    @property
    def shares(self) -> list[float]:
        """Gives the share of each post in the gross; all zero when nothing is emitted."""
        gross = self.gross
        return [portion.value / gross if gross else 0.0 for portion in self.portions]

    @property
    def first(self) -> Portion | None:
        """Gives the largest post, or nothing when nothing is emitted."""
        largest = max(self.portions, key=lambda portion: portion.value, default=None)
        return largest if largest is not None and largest.value > 0 else None


def portions_of(sources: Mapping[str, float], factor: float = 1.0) -> tuple[Portion, ...]:
    """Gathers the source lines into posts, in chart order, each times the factor."""
    return tuple(
        Portion(post, fsum(sources.get(code, 0.0) for code in post.codes) * factor)
        for post in POSTS
    )


def stored_of(stores: Mapping[str, float], sold: float = 0.0) -> tuple[Stored, ...]:
    """Gathers the storage lines into stocks; soils of crops sold are taken out of arable land."""
    values = {
        stock.code: fsum(stores.get(one.code, 0.0) for one in STORES if one.stock == stock.code)
        for stock in STOCKS
    }
    values["arable"] -= sold
    return tuple(Stored(stock, values[stock.code]) for stock in STOCKS)


def shared_out(stored: tuple[Stored, ...], storage: float) -> tuple[Stored, ...]:
    """Shares a storage among the stocks; nothing where gains and losses leave none to share."""
    total = fsum(one.value for one in stored)
    if not total:
        return ()
    return tuple(Stored(one.stock, one.value * storage / total) for one in stored if one.value)
