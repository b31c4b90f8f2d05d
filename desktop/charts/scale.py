"""From values to places along an axis, with round numbers for the ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis; edges are rounded to the grid (a pixel on the screen, 0 on the page)."""

    low: float
    high: float
    left: float
    width: float
    grid: float = 0.0

    def x(self, value: float) -> float:
        """Gives the place of a value; edges are rounded, never widths, so that parts add up."""
        at = self.left + (value - self.low) / (self.high - self.low) * self.width
        return round(at / self.grid) * self.grid if self.grid else at


def apart(centres: Sequence[float], widths: Sequence[float], gap: float) -> list[bool]:
    """Tells which of the labels along an axis are written: none touches the one before it."""
    written: list[bool] = []
    free = float("-inf")
    for centre, width in zip(centres, widths, strict=True):
        written.append(centre - width / 2 >= free)
        free = centre + width / 2 + gap if written[-1] else free
    return written


def step_for(span: float, most: int) -> float:
    """Gives the smallest round step (1, 2 or 5) that makes no more than so many ticks."""
    rough = span / most
    size = 10.0 ** floor(log10(rough))
    return next(size * k for k in (1, 2, 5, 10) if size * k >= rough * (1 - 1e-9))


def ticks(low: float, high: float, most: int) -> tuple[list[float], int]:
    """Gives the round values between two ends and the decimals that write them."""
    step = step_for(high - low, most)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    decimals = max(0, -floor(log10(step) + 1e-9))
    return [round(n * step, decimals) for n in range(first, last + 1)], decimals
