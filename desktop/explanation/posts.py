"""The levels of the headlines: net, gross, the posts in them and the carbon storage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import fsum

from desktop.charts.balance import stored_of
from desktop.explanation.arithmetic import filled, summed
from desktop.explanation.engine_levels import collapsed, level_of
from desktop.explanation.equation import same
from desktop.explanation.levels import Amount, Level, Line, Part, by_size
from desktop.explanation.places import Place
from desktop.explanation.reading import Reading
from diagnostics.balance import POSTS, SOURCES, STOCKS, STORES, Source
from diagnostics.entities import Workshop
from diagnostics.workshop_lines import workshop_line

Value = Callable[[Place], float | None]

STORAGE = "storage"
STOCK_BY_CODE = {stock.code: stock for stock in STOCKS}
STORING = frozenset({STORAGE, *STOCK_BY_CODE})
"""The parts of a net: its carbon storage, and what each stock has in it."""

FARM_GROSS, FARM_STORAGE = "gross_emissions", "carbon_storage"
HERD_GROSS, HERD_STORAGE = "workshop_gross_emissions", "workshop_storage"
TOTALS = {FARM_GROSS: FARM_STORAGE, HERD_GROSS: HERD_STORAGE}
GROSS_OF = {
    "net_emissions": FARM_GROSS,
    "net_footprint_area": "gross_footprint_area",
    "net_footprint_milk": "gross_footprint_milk",
    "net_footprint_beef": "gross_footprint_beef",
    "net_footprint_dairy_beef": "gross_footprint_dairy_beef",
}
"""Every net with its gross: one is never shown without the other."""

WHOLE_OF = {
    FARM_GROSS: FARM_GROSS,
    HERD_GROSS: HERD_GROSS,
    "gross_footprint_area": FARM_GROSS,
    "gross_footprint_milk": HERD_GROSS,
    "gross_footprint_beef": HERD_GROSS,
    "gross_footprint_dairy_beef": HERD_GROSS,
}
"""The total that a gross headline shares out: its posts are those of the total."""


def is_headline(place: Place) -> bool:
    """Tell whether a place is a headline or a part of one."""
    return bool(place.part) or place.name in WHOLE_OF or place.name in GROSS_OF


def headline_level(reading: Reading, place: Place) -> Level:
    """Give the level of a headline or of a part of one."""
    if place.part in STORING:
        return _of_storage(reading, place)
    if place.part:
        return _of_post(reading, place)
    return _of_net(reading, place) if place.name in GROSS_OF else _of_gross(reading, place)


def value_of(reading: Reading, place: Place, value: Value | None = None) -> float | None:
    """Give the value of any place; a part of a headline is its share of the total.

    `value` reads a number of the engine; other runs of the same farm have their own.
    """
    value = reading.value if value is None else value
    carrier = Place(place.carrier, place.row)
    if place.part in STORING:
        gross, net = value(Place(GROSS_OF[place.carrier], place.row)), value(carrier)
        share = _stock_share(reading, place, value)
        return None if gross is None or net is None else (gross - net) * share
    if not place.part:
        return value(place)
    total = fsum(value(line) or 0.0 for line in sources_of(reading, place))
    return _shared(value(carrier), value(_whole(carrier)), total)


def sources_of(reading: Reading, place: Place) -> Iterator[Place]:
    """Give the source lines of a post, those of the farm where one workshop bears them alone."""
    for source in SOURCES:
        if source.post == place.part:
            yield _line(reading, source, _whole(Place(place.carrier, place.row)))


def _whole(carrier: Place) -> Place:
    name = WHOLE_OF[carrier.name]
    return Place(name, "" if name == FARM_GROSS else carrier.row)


def _line(reading: Reading, source: Source, whole: Place) -> Place:
    """Give the farm's line where a workshop bears all of it: that saves a level."""
    farm = Place(source.formula)
    if whole.name == FARM_GROSS:
        return farm
    own = Place(workshop_line(source), whole.row)
    alone = same(reading.value(own) or 0.0, reading.value(farm) or 0.0)
    return farm if alone else own


def _shared(headline: float | None, whole: float | None, total: float) -> float | None:
    if headline is None or whole is None:
        return None
    return headline * total / whole if whole else 0.0


def _of_net(reading: Reading, place: Place) -> Level:
    """Gross minus carbon storage: the net is never shown without them."""
    level = level_of(reading, place)
    if level.value is None:
        return level
    gross = Place(GROSS_OF[place.name], level.place.row)
    storage = Place(FARM_STORAGE)
    taken = reading.value(storage)
    if place.name != "net_emissions":
        storage = level.place.part_named(STORAGE)
        taken = value_of(reading, storage)
    above = reading.value(gross)
    parts = (
        Part(gross, above, level.unit, above),
        Part(storage, -(taken or 0.0), level.unit, -(taken or 0.0)),
    )
    line = summed(parts, Amount(level.value, level.unit))
    return replace(level, lines=() if line is None else (line,), parts=parts, operands=())


def _of_gross(reading: Reading, place: Place) -> Level:
    """A gross headline: how it is reckoned, and the posts that make it up."""
    level = level_of(reading, place)
    if level.value is None:
        return level
    place = level.place
    parts = by_size([_post_part(reading, place, post.code, level.unit) for post in POSTS])
    adding = tuple(part for part in parts if part.weight)
    if place.name in TOTALS:
        total = summed(adding, Amount(level.value, level.unit))
        return replace(level, lines=_just(total), parts=adding, operands=(), factors=(), picked=())
    return replace(level, parts=adding)


def _post_part(reading: Reading, place: Place, post: str, unit: str) -> Part:
    part = place.part_named(post)
    value = value_of(reading, part)
    lines = [line for line in sources_of(reading, part) if reading.value(line)]
    # A post of one source line is that line: in a total it is opened at once.
    shown = lines[0] if place.name in TOTALS and len(lines) == 1 else part
    return Part(shown, value, unit, value)


def _of_post(reading: Reading, place: Place) -> Level:
    """The part of a post in a headline: the post's total, shared out as the headline is."""
    carrier = level_of(reading, Place(place.carrier, place.row))
    value = value_of(reading, place)
    parts = [_line_part(reading, line) for line in sources_of(reading, place)]
    adding = [part for part in parts if part.weight]
    level = Level(place, value, carrier.unit, "formula", parts=by_size(adding))
    if len(adding) == 1:
        inner = collapsed(reading, level_of(reading, adding[0].place))
        lines = tuple(line for line in inner.lines if not line.adds_up)
        level = replace(inner, place=place, value=value, unit=carrier.unit, lines=lines)
    return _with_sharing(reading, level, fsum(part.weight or 0.0 for part in parts))


def _line_part(reading: Reading, line: Place) -> Part:
    value = reading.value(line)
    return Part(line, value, reading.model[line.name].unit, value)


def _of_storage(reading: Reading, place: Place) -> Level:
    """The carbon storage in a footprint, or a stock's: the stores, shared out as the gross is."""
    gross = GROSS_OF[place.carrier]
    storage = Place(TOTALS[WHOLE_OF[gross]], "" if WHOLE_OF[gross] == FARM_GROSS else place.row)
    total = (reading.value(storage) or 0.0) * _stock_share(reading, place, reading.value)
    value = value_of(reading, place)
    unit = reading.model[place.carrier].unit
    level = Level(place, value, unit, "formula", parts=store_parts(reading, place.part))
    return _with_sharing(reading, level, total, gross)


def _stock_share(reading: Reading, place: Place, value: Value) -> float:
    """The part of a stock in the storage that a headline bears; all of it for the whole storage.

    Herds share all land but the soils of crops sold.
    """
    if place.part == STORAGE:
        return 1.0
    lines = {store.code: store.sign * (value(Place(store.formula)) or 0.0) for store in STORES}
    is_herd = WHOLE_OF[GROSS_OF[place.carrier]] == HERD_GROSS
    several = len(reading.keys(Workshop)) > 1
    sold = value(Place("sold_crop_storage")) if is_herd and several else 0.0
    stored = {one.stock.code: one.value for one in stored_of(lines, sold or 0.0)}
    total = fsum(stored.values())
    return stored[place.part] / total if total else 0.0


def store_parts(reading: Reading, stock: str = STORAGE) -> tuple[Part, ...]:
    """Give the lines of the carbon storage or of one stock; what is lost is below zero."""
    parts = []
    for store in STORES:
        if stock not in (STORAGE, store.stock):
            continue
        line = reading.exact(Place(store.formula))
        value = reading.value(line)
        signed = None if value is None else store.sign * value
        parts.append(Part(line, signed, "kg CO2/yr", signed))
    return tuple(part for part in by_size(parts) if part.weight)


def _with_sharing(reading: Reading, level: Level, total: float, carrier: str = "") -> Level:
    """Add the line that shares a total out: "369 t × 83 % ÷ 628,903 L = 0.49 kg"."""
    place = Place(carrier or level.place.carrier, level.place.row)
    quantity = reading.model[place.name]
    rows = reading.rows(place)
    formula = quantity.formula
    if formula is None or len(rows) != 1 or level.value is None or place.name in TOTALS:
        return level
    node = reading.trace.node(quantity, rows[0], 0)
    arguments = {**reading.arguments(formula, rows[0]), WHOLE_OF[place.name]: total}
    line = filled(reading, formula, arguments, Amount(level.value, quantity.unit), rows[0])
    return replace(
        level,
        lines=(*level.lines, *_just(line)),
        equation=node.equation,
        source=node.source,
        locator=node.locator,
        mark=node.mark,
    )


def _just(line: Line | None) -> tuple[Line, ...]:
    return () if line is None else (line,)
