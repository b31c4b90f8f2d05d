"""Nothing leaves the margins, no letter is too small or missing, and no two letters collide."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from desktop.report.issue import Issue, Reference
from desktop.report.styles import CONTENT, MARGIN, PAGE_HEIGHT
from desktop.words import Words
from diagnostics import FarmRecord
from tests.quick_farms import FARMS as QUICK
from tests.quick_farms import answered
from tests.report.farms import (
    advised,
    beef_results,
    dairy_results,
    flock,
    issue,
    milk_results,
    mixed_results,
)
from tests.report.farms import unsold_results as unsold
from tests.report.reading import Letter, letters_of
from tests.typical_farms import TYPICAL

LONG = "Groupement agricole d’exploitation en commun des Grands Chênes de la Lande Fleurie"
MANY = tuple(Reference(f"Poids vif adulte des génisses du lot {n} : 180 kg") for n in range(60))
FARMS: Mapping[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "dairy": (dairy_results(), {}),
    "beef": (beef_results(), {}),
    "mixed": (mixed_results(), {"references": MANY}),
    "unsold": (unsold(), {}),
    "net below zero": (dairy_results(storage=900_000.0), {}),
    "carbon lost": (dairy_results(storage=-300_000.0), {}),
    "long name": (dairy_results(), {"farm": LONG}),
    "one very long word": (mixed_results(), {"farm": "W" * 250, "farm_line": "mot " * 200}),
    "nothing emitted": (milk_results({}, 0.0), {"references": ()}),
    "one post": (milk_results({"UP_FEED": 5_000.0}, 400.0, 0.3), {}),
    "tiny": (milk_results({"ENT": 3.0, "UP_OTHER": 1e-6}, 1e-7, 0.9), {}),
    "huge": (milk_results({"ENT": 4e11, "ELEC": 3e11}, 9e11, 0.9), {"farm": ""}),
    "very uncertain": (dairy_results(spread=6.0), {}),
}
BOTTOM = PAGE_HEIGHT - MARGIN


# Diagnosed farms have measures, a group and open questions beside their figures.
ADVISED = (*QUICK, "sheep", "D1", "B1", "B5")
SHEETS = [(farm, number) for farm in (*FARMS, *ADVISED) for number in (0, 1)]


def record_of(farm: str) -> FarmRecord:
    """The dossier of a farm that is diagnosed."""
    if farm == "sheep":
        return flock()
    return answered(farm) if farm in QUICK else TYPICAL[farm]()


@cache
def printed(farm: str, words: Words) -> Issue:
    """One report in the language of the words."""
    if farm in ADVISED:
        return advised(words, record_of(farm))
    found, changes = FARMS[farm]
    return issue(words, found, **changes)


@pytest.fixture(params=SHEETS, ids=lambda pair: f"{pair[0]}, page {pair[1] + 1}", scope="module")
def page(request: pytest.FixtureRequest, french: Words) -> list[Letter]:
    """The letters of each page in turn."""
    farm, number = request.param
    return letters_of(printed(farm, french), number)


def test_that_every_letter_stays_inside_the_margins(page: list[Letter]) -> None:
    slack = 0.6  # the ink of a letter may lean a little over its own width
    outside = [
        letter
        for letter in page
        if not MARGIN - slack <= letter.left <= letter.right <= MARGIN + CONTENT + slack
        or not MARGIN - slack <= letter.top <= letter.bottom <= BOTTOM + slack
    ]

    assert outside == []


def test_that_no_letter_is_smaller_than_ten_points(page: list[Letter]) -> None:
    assert min(letter.size for letter in page) >= 10.0


@pytest.mark.parametrize("farm", [*FARMS, *ADVISED])
def test_that_one_number_leads_in_seventy_two_points(farm: str, french: Words) -> None:
    page = letters_of(printed(farm, french))
    largest = max(letter.size for letter in page)

    assert largest <= 72.0
    assert {letter.sign for letter in page if letter.size == largest} <= set("0123456789,−")


def test_that_no_letter_is_printed_over_another(page: list[Letter]) -> None:
    boxes = sorted(page, key=lambda letter: letter.left)
    over = [
        (one.sign, other.sign)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 : place + 80]
        if overlap(one, other) > 0.8
    ]

    assert over == []


def overlap(one: Letter, other: Letter) -> float:
    """How deep two boxes of ink lie over each other, in points; 0 when they do not."""
    across = min(one.right, other.right) - max(one.left, other.left)
    along = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, min(across, along))


def test_that_the_text_stops_above_the_rule_of_the_foot(page: list[Letter]) -> None:
    rule = BOTTOM - 31.0

    assert not [letter for letter in page if rule - 9.0 < letter.top and letter.bottom < rule]


def test_that_a_missing_letter_would_be_seen(french: Words) -> None:
    shown = letters_of(issue(french, dairy_results(), farm="\U0001f404 Ferme"))

    assert [letter.sign for letter in shown if letter.size == 26.0] == list("?Ferme")


def test_that_no_farm_name_makes_the_page_overflow(french: Words) -> None:
    names = ["", "   ", "x", LONG * 6, "a b " * 300, "É" * 300, "\u202e" * 9]
    pages = [letters_of(issue(french, mixed_results(), farm=name)) for name in names]

    assert [len(page) > 500 for page in pages] == [True] * len(names)


def test_that_the_page_of_an_issue_without_a_file_says_so(french: Words) -> None:
    made: Issue = issue(french, dairy_results(), attachment=None)
    foot = "".join(letter.sign for letter in letters_of(made) if letter.top > BOTTOM - 31.0)

    assert "Aucundossiern’estjointàcedocument." in foot
