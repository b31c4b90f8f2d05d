"""The posts in figures, and beside them the way from the gross to the net."""

from __future__ import annotations

from desktop.report.blocks import Block, Density
from desktop.report.issue import Issue
from desktop.report.tables import draw_posts, posts_of
from desktop.report.templates import Page


def storage_block(page: Page, issue: Issue, density: Density) -> Block:
    """Draws the table of posts at the left and the steps from gross to net at the right."""
    table = posts_of(page, issue, density)

    def draw(top: float) -> None:
        draw_posts(page, issue, table, top)

    return Block(table.height, draw, gap=24.0, least_gap=11.0)
