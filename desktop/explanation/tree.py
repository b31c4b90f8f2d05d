"""The tree of numbers of one diagnosis: any level of it, and the way down to it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from math import isfinite

from desktop.explanation.changes import Change, Changes
from desktop.explanation.engine_levels import level_of
from desktop.explanation.levels import Level, Part
from desktop.explanation.places import Place
from desktop.explanation.posts import GROSS_OF, headline_level, is_headline, value_of
from desktop.explanation.reading import Reading
from diagnostics.core.errors import Message
from diagnostics.core.model import Quantity
from diagnostics.diagnosis import Diagnosis, Interval

PRODUCTS = ("net_footprint_milk", "net_footprint_beef")
LAND, FARM = "net_footprint_area", "net_emissions"


class Tree:
    """Every number of a diagnosis, each with the numbers it is made of."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        self.reading = Reading(diagnosis)
        self._levels: dict[Place, Level] = {}
        self._changes = Changes(self.reading)

    def knows(self, place: Place) -> bool:
        """Tell whether the farm has such a number."""
        return self.reading.knows(place)

    def is_choice(self, place: Place) -> bool:
        """Tell whether a place is an answer chosen from a list."""
        return place.name in self.reading.model.choices

    def level(self, place: Place) -> Level:
        """Give one level."""
        if place not in self._levels:
            build = headline_level if is_headline(place) else level_of
            level = build(self.reading, place)
            self._levels[place] = replace(
                level, parts=self._exact(level.parts), operands=self._exact(level.operands)
            )
        return self._levels[place]

    def _exact(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(replace(part, place=self.exact(part.place)) for part in parts)

    def value(self, place: Place) -> float | None:
        """Give the value of any place."""
        return value_of(self.reading, place)

    def exact(self, place: Place) -> Place:
        """Name the row where a place has one only, so that a number has one name."""
        if place.part:
            row = self.reading.exact(Place(place.carrier, place.row)).row
            return Place(place.name, row)
        return self.reading.exact(place)

    def changes(self, place: Place) -> tuple[Change, ...]:
        """Give what other answers would do to a number."""
        return self._changes.of(place)

    def change_of_headline(self, answer: Place) -> tuple[Change, ...]:
        """Give what another answer would do to the headline."""
        return self._changes.by(answer, self.headline())

    def is_sum(self, place: Place) -> bool:
        """Tell whether a place stands for several rows."""
        return len(self.reading.rows(place)) > 1

    def is_given(self, place: Place) -> bool:
        """Tell whether a value stands in the farm's file instead of the rule that gives it."""
        quantity, rows = self.reading.model[place.name], self.reading.rows(place)
        return len(rows) == 1 and self.reading.origin(quantity, rows[0]) == "given"

    def interval(self, place: Place) -> Interval | None:
        """Give the range that holds nine chances in ten, where it was drawn."""
        known = self.reading.diagnosis.uncertainty.get(place.name, ())
        rows = self.reading.rows(place) if known else []
        return known[rows[0]] if len(rows) == 1 else None

    def why_not(self, place: Place) -> Message | None:
        """Give the reason why a number is missing or does not apply."""
        name = place.carrier
        rows = self.reading.rows(Place(name, place.row))
        values = self.reading.run.values[name]
        missing = [row for row in rows if not isfinite(values[row])]
        return self.reading.trace.missing(name, missing[0]) if missing else None

    def blank(self, place: Place) -> Place | None:
        """Give the first question for want of which a number is missing, if that is why."""
        quantity = self.reading.model[place.carrier]
        for row in self.reading.rows(Place(place.carrier, place.row)):
            if not isfinite(self.reading.run.values[quantity.name][row]):
                return self._blank(quantity, row)
        return None

    def _blank(self, quantity: Quantity, row: int) -> Place | None:
        for need in () if quantity.formula is None else self.reading.needs(quantity, row):
            values = self.reading.run.values[need.quantity.name]
            missing = [one for one in need.rows if not isfinite(values[one])]
            if missing:
                return self._blank(need.quantity, missing[0])
        # A rule that does not apply leaves its question open, as one without a rule is.
        return self.reading.at(quantity, row) if quantity.field is not None else None

    def headline(self) -> Place:
        """Give the net that leads for this farm: of its one product, else of its land."""
        products = [
            Place(name, key)
            for name in PRODUCTS
            for key in self.reading.keys(self.reading.model[name].on)
            if self.value(Place(name, key)) is not None
        ]
        if len(products) == 1:
            return products[0]
        land = Place(LAND)
        return land if products and self.value(land) is not None else Place(FARM)

    def way_to(self, place: Place) -> tuple[Place, ...]:
        """Give the shortest way from a headline down to a number, both ends included."""
        place = self.exact(place)
        nets = [Place(net, place.row) for net in GROSS_OF]
        own = [net for net in nets if place.carrier in (net.name, GROSS_OF[net.name])]
        herd = place.row.partition("/")[0]
        roots = [*own, self.headline(), Place(FARM), *(Place(net, herd) for net in PRODUCTS)]
        for root in dict.fromkeys(self.exact(root) for root in roots if self.knows(root)):
            way = self._way(root, place)
            if way:
                return way
        return (place,)

    def _way(self, root: Place, goal: Place) -> tuple[Place, ...]:
        before: dict[Place, Place] = {root: root}
        opened: set[tuple[str, int]] = set()
        waiting = deque([root])
        while waiting and goal not in before:
            here = waiting.popleft()
            # Of rows beside the goal's own, one of each quantity shows the way as well as all.
            kind = (here.name, here.row.count("/") if here.row else -1)
            if kind in opened and not _on_one_line(here.row, goal.row):
                continue
            opened.add(kind)
            for below in self._below(here):
                if below not in before:
                    before[below] = here
                    waiting.append(below)
        return _walked(before, root, goal) if goal in before else ()

    def _below(self, place: Place) -> list[Place]:
        level = self.level(place)
        parts = [part.place for part in level.below]
        return [*parts, *level.answers, *level.references, *level.factors]


def _on_one_line(one: str, other: str) -> bool:
    """Tell whether one row holds the other, or is it."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _walked(before: dict[Place, Place], root: Place, goal: Place) -> tuple[Place, ...]:
    way = [goal]
    while way[-1] != root:
        way.append(before[way[-1]])
    return tuple(reversed(way))
