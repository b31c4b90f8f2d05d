"""Diagnoses to explain in tests, and the stories told about them."""

from __future__ import annotations

from functools import cache

from desktop.explanation.places import Place
from desktop.explanation.story import Story
from desktop.explanation.telling import Teller
from desktop.explanation.tree import Tree
from desktop.words import load_words
from diagnostics import FarmRecord, diagnose
from diagnostics.diagnosis import Diagnosis
from tests.farms import WORKED, dairy_farm, factors, fields, row, suckler_farm

DRAWS = 60


@cache
def diagnosis(farm: str) -> Diagnosis:
    """Diagnose a worked farm, the farm with two workshops, or one that has hardly begun."""
    records = {**WORKED, "both": both_workshops, "begun": hardly_begun}
    return diagnose(records[farm](), factors(), draws=DRAWS if farm == "1" else 0)


@cache
def tree(farm: str) -> Tree:
    """The tree of one of these farms."""
    return Tree(diagnosis(farm))


def both_workshops() -> FarmRecord:
    """One farm with the dairy herd of worked farm 1 and the sucklers of worked farm 2."""
    dairy, sucklers = dairy_farm(), suckler_farm()
    herds = [one for one in sucklers.rows if one.key.startswith("BEEF_SUCKLER")]
    return FarmRecord("Two workshops", 2025, (*dairy.rows, *herds))


def hardly_begun() -> FarmRecord:
    """A dairy farm of which only the first answers are known."""
    rows = (
        row("Farm", "", agricultural_area=50.0),
        row("Workshop", "DAIRY", workshop_kind="DAIRY", milk_delivered=300_000.0),
        row("Group", "DAIRY/DC", animal_class="DC", head_years=40.0),
        *fields(permanent_grassland=20.0),
    )
    return FarmRecord("Begun", 2025, rows)


def tell(farm: str, name: str, at: str = "", language: str = "en") -> Story:
    """Tell about one number."""
    return Teller(tree(farm), load_words(language)).tell(Place(name, at))


def all_places(farm: str) -> list[Place]:
    """Every number of a farm: each quantity on each row, and the sums."""
    reading = tree(farm).reading
    return [
        Place(quantity.name, key)
        for quantity in reading.model.quantities.values()
        for key in dict.fromkeys((*reading.keys(quantity.on), ""))
        if reading.rows(Place(quantity.name, key))
    ]


def reached(farm: str, root: Place) -> list[Place]:
    """All numbers that can be opened from a headline, level by level."""
    found, waiting = {root: None}, [root]
    while waiting:
        level = tree(farm).level(waiting.pop())
        below = [*(part.place for part in level.below), *level.answers]
        for place in (*below, *level.references, *level.factors):
            if place not in found:
                found[place] = None
                waiting.append(place)
    return list(found)
