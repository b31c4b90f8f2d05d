"""The range of the net on one line: how far it may lie from the number that leads."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from desktop.charts import sentences
from desktop.charts.balance import Balance
from desktop.charts.figures import decimals_for, fixed
from desktop.charts.scale import Scale, apart, step_for, ticks
from desktop.charts.scene import (
    REGULAR,
    Bounds,
    Line,
    Mark,
    Measure,
    Polygon,
    Rect,
    Scene,
    Shape,
    Table,
    Text,
)

if TYPE_CHECKING:
    from desktop.words import Words

BAND = 10.0
DIAMOND = 9.0
LABEL = 10.0
ROW = DIAMOND + 1.0
MOST_TICKS = 7
# How far the first and last figures may reach over the ends of the line, and how close two may be.
OVER, BETWEEN = 8.0, 6.0


def range_strip(balance: Balance, words: Words, measure: Measure, width: float) -> Scene | None:
    """Lays out the range as a band with the net on it; nothing when there is no range."""
    if balance.low is None or balance.high is None:
        return None
    scale = _scale(balance.low, balance.high, balance.net, width)
    band = _band(scale, balance.low, balance.high)
    net = scale.x(balance.net)
    bounds = Bounds(net - DIAMOND, 0.0, 2 * DIAMOND, 2 * ROW)
    sentence = sentences.net_sentence(words, balance)
    return Scene(
        width=width,
        height=ROW + BAND + LABEL + 4.0,
        shapes=(*_axis(scale, words, measure), band, _diamond(net)),
        marks=(Mark("net", words.say("Net"), balance.net, bounds, sentence),),
        title=sentence,
        table=_table(balance, words),
    )


def _scale(low: float, high: float, net: float, width: float) -> Scale:
    """Shows about three times the range, between round numbers, and never invents below zero."""
    span = high - low
    start, end = min(low, net) - 0.7 * span, max(high, net) + 0.9 * span
    if min(low, net) >= 0.0:
        start = max(0.0, start)
    step = step_for(end - start, MOST_TICKS - 1)
    return Scale(floor(start / step) * step, ceil(end / step) * step, 0.0, width)


def _axis(scale: Scale, words: Words, measure: Measure) -> list[Shape]:
    values, decimals = ticks(scale.low, scale.high, MOST_TICKS)
    places = [scale.x(value) for value in values]
    texts = [fixed(words, value, decimals) for value in values]
    widths = [measure(text, LABEL, REGULAR) for text in texts]
    shapes: list[Shape] = [Line(scale.left, ROW, scale.width, ROW, "border", 1.25)]
    shapes += [Line(x, ROW - 4.0, x, ROW + 4.0, "border", 1.0) for x in places]
    centres = [
        min(max(x, width / 2 - OVER), scale.width + OVER - width / 2)
        for x, width in zip(places, widths, strict=True)
    ]
    written = apart(centres, widths, BETWEEN)
    return shapes + [
        Text(centre, ROW + BAND + LABEL - 1.0, text, LABEL, "muted", anchor="middle")
        for centre, text, shown in zip(centres, texts, written, strict=True)
        if shown
    ]


def _band(scale: Scale, low: float, high: float) -> Rect:
    left, right = scale.x(low), scale.x(high)
    return Rect(left, ROW - BAND / 2, right - left, BAND, "range", radius=BAND / 2)


def _diamond(x: float) -> Polygon:
    points = ((x, ROW - DIAMOND), (x + DIAMOND, ROW), (x, ROW + DIAMOND), (x - DIAMOND, ROW))
    return Polygon(points, "text", "surface", 2.0)


def _table(balance: Balance, words: Words) -> Table:
    decimals = decimals_for(balance.gross or balance.net) + 2
    ends = (balance.low or 0.0, balance.net, balance.high or 0.0)
    below, above = words.say("5 chances in 100 below"), words.say("5 chances in 100 above")
    row = tuple(fixed(words, end, decimals) for end in ends)
    return Table((below, words.say("Net"), above), (row,))
