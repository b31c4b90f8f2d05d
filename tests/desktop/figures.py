"""Figures and steps to show in tests; the words are examples only."""

from __future__ import annotations

from desktop.charts.scene import REGULAR, Bounds, Mark, Measure, Rect, Scene, Table, Text
from desktop.widgets.live_figures import LiveFigures, NextAnswer, Share
from desktop.widgets.step_list import Step


def bar(width: float, measure: Measure) -> Scene:
    """Lay out two sources and a label, as wide as asked."""
    half, label = width / 2, "Digestion"
    rects = (Rect(0, 0, half, 16, "series.enteric"), Rect(half, 0, half, 16, "series.feed"))
    words = Text(0, 30, label, 12, "muted", REGULAR)
    marks = (
        Mark("enteric", "Digestion", 0.46, Bounds(0, 0, half, 16), "Digestion, 0.46"),
        Mark("feed", "Feed", 0.18, Bounds(half, 0, half, 16), "Purchased feed, 0.18"),
    )
    height = 34 if measure(label, 12, REGULAR) <= width else 16
    table = Table(("source", "kg"), (("Digestion", "0.46"), ("Feed", "0.18")))
    return Scene(width, height, (*rects, words), marks, "Two sources", table)


FIGURES = LiveFigures(
    title="Net footprint of milk",
    value="0.87",
    unit="kg CO₂e / L",
    between="between 0.76 and 0.99",
    difference="−0.02 since this morning",
    direction=-1,
    gross="0.98",
    storage="−0.11",
    net="0.87",
    shares=(
        Share("enteric", "Methane from digestion", "47 %", ("series.enteric",)),
        Share("fertiliser", "Fertiliser manufacture", "18 %", ("series.fertiliser",)),
        Share("others", "Five other sources", "35 %", ("series.soils", "series.energy")),
    ),
    bar=bar,
    precision=0.68,
    next_answers=(NextAnswer("time", "Time at grass", "±4 %"),),
    spoken="Net 0.87, down 0.02",
)
NOTHING_YET = LiveFigures(
    title="Net footprint of milk",
    value="—",
    missing="Enter cows and milk: the result appears here.",
)
STEPS = (
    Step("herd", "Herd", 1),
    Step("feeding", "Feeding", 2),
    Step("crops", "Crops and fertiliser", 3),
    Step("check", "Check", 4),
    Step("results", "Results", icon="chart-bar-horizontal"),
)
