"""A chart as plain shapes in points, so that the screen and the page draw the same picture.

The origin is at the top left and y grows downwards. Colours are names of the theme
("series.enteric", "text", "muted"), never literals: the painter looks them up. A layout is a
pure function of numbers, words and a text measure, so it can be tested with no window and no page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Texture = Literal["solid", "dots", "rising", "horizontal", "falling", "vertical", "cross", "waves"]
Corners = Literal["all", "left", "right", "none"]

Measure = Callable[[str, float, int], float]
"""Width of a text in points, from (text, size, weight)."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box on the chart: what the pointer or the focus ring covers."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of the chart is inside the box."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled box; `texture` tells posts apart in grey print, `hatch` says "still estimated"."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    texture: Texture = "solid"
    radius: float = 0.0
    corners: Corners = "all"
    hatch: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` is a row of on and off lengths, empty for a full line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    thickness: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape; an outline is drawn around it when `stroke` names a colour."""

    points: tuple[tuple[float, float], ...]
    fill: str
    stroke: str = ""
    thickness: float = 1.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow from left to right; its two ends may differ in height and thickness."""

    x1: float
    top1: float
    thickness1: float
    x2: float
    top2: float
    thickness2: float
    fill: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; (x, y) is on the baseline, at the start, middle or end of the text."""

    x: float
    y: float
    string: str
    size: float
    colour: str = "text"
    weight: int = REGULAR
    anchor: Anchor = "start"


Shape = Rect | Line | Polygon | Ribbon | Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing of the chart that can be focused and read aloud: one post, the storage, the net."""

    key: str
    name: str
    value: float
    bounds: Bounds
    sentence: str


@dataclass(frozen=True, slots=True)
class Table:
    """The same figures as rows of words, for those who do not see the chart."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole chart: shapes in drawing order, marks in reading order, and its twin table."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    title: str
    table: Table
    subtitle: str = ""

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Give the mark under a point; the last one drawn wins."""
        found = [mark for mark in self.marks if mark.bounds.holds(x, y)]
        return found[-1] if found else None
