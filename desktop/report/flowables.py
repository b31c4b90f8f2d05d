"""The drawn parts of a page: the name, a paragraph, the bar of sources."""

from __future__ import annotations

from functools import partial

from desktop.charts import bars, on_page
from desktop.charts.scene import Scene
from desktop.report.blocks import Block, Density
from desktop.report.issue import Issue
from desktop.report.styles import (
    BOLD,
    CAPTION,
    CONTENT,
    MARGIN,
    NAME,
    REGULAR,
    RIGHT,
    SECTION,
    SEMIBOLD,
)
from desktop.report.templates import Page
from desktop.report.text import clean, shorten, wrap

NAME_BASELINE = 95.0
# (size, distance between lines, lines allowed): a long name first gets a second line, then smaller.
NAME_SIZES = ((NAME, 30.0, 1), (20.0, 24.0, 2), (14.0, 17.0, 3))
SMALL_NAME, SMALL_NAME_STEP = 11.0, 14.0
FARM_LINE, FARM_LINE_STEP, UNDER_NAME = 12.5, 16.0, 23.0
CAPTION_STEP, CAPTION_TOP = 13.5, 8.0
TITLE_TOP, TITLE_TO_CHART = 10.0, 10.0


def name_block(page: Page, issue: Issue, density: Density) -> Block:
    """Writes the name of the farm and its line of facts, from the top of the page."""
    lines, size, step = _name_lines(page, clean(issue.farm).strip() or "—", density)
    facts = fitting(page, clean(issue.farm_line), FARM_LINE, CONTENT, density.farm_lines)
    first = NAME_BASELINE - (NAME - size) * 0.7
    last = first + step * (len(lines) - 1)
    facts_at = last + UNDER_NAME
    end = facts_at + FARM_LINE_STEP * (len(facts) - 1) if facts else last

    def draw(_top: float) -> None:
        for n, line in enumerate(lines):
            page.write((MARGIN, first + step * n), line, size, weight=BOLD)
        for n, line in enumerate(facts):
            place = (MARGIN, facts_at + FARM_LINE_STEP * n)
            page.write(place, line, FARM_LINE, colour="muted")

    return Block(end, draw)


def _name_lines(page: Page, name: str, density: Density) -> tuple[list[str], float, float]:
    for size, step, most in NAME_SIZES:
        lines = wrap(name, CONTENT, partial(page.measure, size=size, weight=BOLD))
        if len(lines) <= most:
            return lines, size, step
    lines = fitting(page, name, SMALL_NAME, CONTENT, density.name_lines, weight=BOLD)
    return lines, SMALL_NAME, SMALL_NAME_STEP


def fitting(
    page: Page, string: str, size: float, width: float, most: int, *, weight: int = REGULAR
) -> list[str]:
    """Wraps a text into so many lines at most; what does not fit is replaced by "…"."""
    measure = partial(page.measure, size=size, weight=weight)
    lines = wrap(string, width, measure)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), width, measure)]


def captions_block(page: Page, paragraphs: tuple[str, ...], most: int) -> Block:
    """Writes captions across the page, each paragraph in so many lines at most."""
    lines = [
        line for string in paragraphs for line in fitting(page, string, CAPTION, CONTENT, most)
    ]

    def draw(top: float) -> None:
        for n, line in enumerate(lines):
            place = (MARGIN, top + CAPTION_TOP + CAPTION_STEP * n)
            page.write(place, line, CAPTION, colour="muted")

    return Block(CAPTION_TOP + CAPTION_STEP * (len(lines) - 1), draw, gap=21.0, least_gap=12.0)


def sources_block(page: Page, issue: Issue, density: Density) -> Block:
    """Draws the bar of sources under a title that says what it shows."""
    balance, words = issue.headline.balance, issue.words
    scene = bars.sources_bar(balance, words, page.measure, CONTENT, density.bar)
    subtitle = words.say("{unit}, estimate", unit=scene.subtitle)
    beside = MARGIN + page.measure(scene.title, SECTION, SEMIBOLD) + 12.0
    fits = beside + page.measure(subtitle, CAPTION) <= RIGHT
    place = (beside, 0.0) if fits else (MARGIN, CAPTION_STEP)
    top = TITLE_TOP + place[1] + TITLE_TO_CHART
    draw = partial(_draw_sources, page, scene, (subtitle, *place))
    return Block(top + scene.height, draw, gap=25.0, least_gap=13.0)


def _draw_sources(page: Page, scene: Scene, subtitle: tuple[str, float, float], top: float) -> None:
    string, x, lower = subtitle
    baseline = top + TITLE_TOP
    page.write((MARGIN, baseline), scene.title, SECTION, weight=SEMIBOLD)
    page.write((x, baseline + lower), string, CAPTION, colour="muted")
    on_page.paint(scene, page, MARGIN, baseline + lower + TITLE_TO_CHART)
