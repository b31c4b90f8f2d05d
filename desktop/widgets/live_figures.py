"""What the live panel shows, as words ready to be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.charts.scene import Measure, Scene

DrawScene = Callable[[float, Measure], Scene]
"""Lays a chart out for a width in pixels."""


@dataclass(frozen=True)
class Share:
    """One source, or several together, and its share of the gross."""

    key: str
    label: str
    share: str
    colours: tuple[str, ...]


@dataclass(frozen=True)
class NextAnswer:
    """An answer that would narrow the range most, and by how much."""

    key: str
    label: str
    effect: str


@dataclass(frozen=True)
class LiveFigures:
    """The headline with gross, carbon storage and net, which are never shown apart.

    `value` is "—" as long as there is no figure, and `missing` then says what to enter.
    `direction` is -1, 0 or 1: whether the headline fell or rose with the last change.
    """

    title: str
    value: str
    unit: str = ""
    between: str = ""
    difference: str = ""
    direction: int = 0
    gross: str = ""
    storage: str = ""
    net: str = ""
    shares: tuple[Share, ...] = ()
    bar: DrawScene | None = None
    precision: float | None = None
    next_answers: tuple[NextAnswer, ...] = ()
    missing: str = ""
    spoken: str = ""
