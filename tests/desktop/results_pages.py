"""The results page of typical farms, shown without the rest of the window."""

from __future__ import annotations

from functools import cache

from pytestqt.qtbot import QtBot

from desktop.computing import Outcome, computed
from desktop.windows.results.page import ResultsPage
from diagnostics import FarmRecord
from diagnostics.questionnaire.quick_farm import quick_farm
from diagnostics.record import Entry
from tests.desktop.looks import make_look, put_on_screen
from tests.quick_farms import answered, factors
from tests.typical_farms import TYPICAL

WIDTH = 1048


def below_zero() -> FarmRecord:
    """The mountain breeder with so many hedges that more is stored than given off."""
    return TYPICAL["B3"]().but("", "hedge_density", Entry(300.0))


def unsold() -> FarmRecord:
    """The lowland dairy in a year without milk sold."""
    return TYPICAL["D1"]().but("DAIRY", "milk_delivered", Entry(0.0))


def sheep() -> FarmRecord:
    """A flock kept for its lambs."""
    record = quick_farm("sheep_goat", "Bergerie", 2025)
    for key, name, value in (
        ("SHEEP_MEAT/EW", "head_years", 140.0), ("SHEEP_MEAT", "live_weight_sold", 8000.0),
        ("", "agricultural_area", 30.0), ("field/permanent_grassland", "field_area", 25.0),
    ):  # fmt: skip
        record = record.but(key, name, Entry(value))
    return record


def farms() -> dict[str, FarmRecord]:
    """The farms that a results page has to tell: ordinary ones, and those at the edge."""
    typical = {code: build() for code, build in TYPICAL.items()}
    return {
        **typical,
        "mixed": answered("two herds and all"),
        "begun": answered("dairy"),
        "sheep": sheep(),
        "below zero": below_zero(),
        "unsold": unsold(),
        "empty": quick_farm("lowland_maize", "Les Chênes", 2025),
    }


@cache
def outcome_of(farm: str, draws: int = 100) -> Outcome:
    """The outcome of a farm, computed once for all tests."""
    return computed(1, farms()[farm], factors(), draws=draws)


def page_of(
    qtbot: QtBot, farm: str, theme: str = "light", scale: float = 1.0, width: int = WIDTH
) -> ResultsPage:
    """A page that shows the results of a farm."""
    page = ResultsPage(make_look(theme, "en", scale), 2025)
    page.show_outcome(outcome_of(farm))
    put_on_screen(qtbot, page, width)
    return page
