"""The posts in figures, and beside them the way from the gross to the net."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.charts import on_page
from desktop.charts.scene import Text
from desktop.charts.waterfall import PAGE, waterfall
from desktop.report.blocks import Block, Density
from desktop.report.flowables import CAPTION_STEP, fitting
from desktop.report.references import COLUMN, LEFTS
from desktop.report.styles import CAPTION, RIGHT, SEMIBOLD, SMALLEST
from desktop.report.tables import HEADER_TOP, draw_posts, posts_of

if TYPE_CHECKING:
    from desktop.charts.scene import Scene
    from desktop.report.issue import Issue
    from desktop.report.templates import Page

TITLE, TITLE_STEP, TO_CHART = 12.0, 15.0, 8.0
LOWEST = 60.0
# A little wider than its column, so that five names stand side by side.
WIDTH = COLUMN + 8.0


def storage_block(page: Page, issue: Issue, density: Density) -> Block:
    """Draws the table of posts at the left and the steps from gross to net at the right."""
    table = posts_of(page, issue, density)
    scene = _steps(page, issue, PAGE.plot)
    titles = fitting(page, scene.title, TITLE, COLUMN, 2, weight=SEMIBOLD)
    above = HEADER_TOP + TITLE_STEP * (len(titles) - 1) + CAPTION_STEP + TO_CHART
    plot = max(LOWEST, PAGE.plot + table.height - above - scene.height)
    scene = _steps(page, issue, plot)
    unit = issue.words.say("{unit}, estimate", unit=scene.subtitle)

    def draw(top: float) -> None:
        draw_posts(page, issue, table, top)
        for n, line in enumerate(titles):
            place = (LEFTS[1], top + HEADER_TOP + TITLE_STEP * n)
            page.write(place, line, TITLE, weight=SEMIBOLD)
        under = top + above - TO_CHART
        page.write((LEFTS[1], under), unit, CAPTION, colour="muted")
        on_page.paint(scene, page, RIGHT - WIDTH, under + TO_CHART)

    return Block(max(table.height, above + scene.height), draw, gap=24.0, least_gap=11.0)


def _steps(page: Page, issue: Issue, plot: float) -> Scene:
    """Draws the way to the net; stocks whose names would be too small to read are one step."""
    balance, look = issue.headline.balance, replace(PAGE, plot=plot)
    scene = waterfall(balance, issue.words, page.measure, WIDTH, look)
    if min(shape.size for shape in scene.shapes if isinstance(shape, Text)) >= SMALLEST:
        return scene
    return waterfall(replace(balance, stored=()), issue.words, page.measure, WIDTH, look)
