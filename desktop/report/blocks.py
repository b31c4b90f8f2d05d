"""Blocks set one under the other, with the room that is left shared between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.charts.bars import PAGE, TIGHT_PAGE, Look
from desktop.report.issue import TextTooLong


@dataclass(frozen=True, slots=True)
class Density:
    """How closely a page is set; a long name or two products call for the closer one."""

    row: float
    total_row: float
    bar: Look
    name_lines: int
    farm_lines: int
    measure: float


ROOMY = Density(15.5, 17.0, PAGE, name_lines=5, farm_lines=2, measure=39.0)
CLOSE = Density(13.5, 14.5, TIGHT_PAGE, name_lines=3, farm_lines=1, measure=35.0)


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: its height, how to draw it from its top, and the room above it."""

    height: float
    draw: Callable[[float], None]
    gap: float = 0.0
    least_gap: float = 0.0


def room_needed(blocks: Sequence[Block]) -> float:
    """Adds up the blocks with the least room between them."""
    return sum(block.height + block.least_gap for block in blocks)


def stack(blocks: Sequence[Block], top: float, bottom: float) -> None:
    """Draws blocks from top to bottom; refuses texts that would pass the bottom."""
    over = room_needed(blocks) - (bottom - top)
    if over > 0:
        raise TextTooLong(f"the texts of this page are {over:.1f} points too long")
    wished = sum(block.gap - block.least_gap for block in blocks)
    share = min(1.0, -over / wished) if wished else 0.0
    y = top
    for block in blocks:
        y += block.least_gap + share * (block.gap - block.least_gap)
        block.draw(y)
        y += block.height
