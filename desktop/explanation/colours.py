"""Which colour a number has in the tree: that of its post, or of the carbon storage."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.charts.posts import POST_BY_KEY, STORAGE_FILL
from desktop.explanation.places import Place
from desktop.explanation.posts import STORING, TOTALS
from diagnostics.balance import SOURCES, STORES
from diagnostics.workshop_lines import workshop_line

NO_COLOUR = "text_muted"


def colour_of(way: Sequence[Place]) -> str:
    """Give the colour of the last post or store on the way down."""
    known = _named()
    for place in reversed(way):
        if place.part in POST_BY_KEY:
            return POST_BY_KEY[place.part].fill
        if place.part in STORING:
            return STORAGE_FILL
        if place.name in known:
            return known[place.name]
    return NO_COLOUR


def _named() -> dict[str, str]:
    """Give the colours of the engine's source lines and stores by their names."""
    posts = {source.formula: POST_BY_KEY[source.post].fill for source in SOURCES}
    shared = {workshop_line(source): POST_BY_KEY[source.post].fill for source in SOURCES}
    stores = {store.formula: STORAGE_FILL for store in STORES}
    return {**posts, **shared, **stores, **dict.fromkeys(TOTALS.values(), STORAGE_FILL)}
