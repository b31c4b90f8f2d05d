"""The table of the posts: shares, figures and tonnes, so rounded that they add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts import on_page
from desktop.charts.balance import Balance
from desktop.charts.figures import add_up, decimals_for, fixed, split_net
from desktop.charts.posts import Post
from desktop.charts.scene import Rect
from desktop.charts.sentences import storage_figure, storage_name
from desktop.number_style import NO_BREAK
from desktop.report.blocks import Block, Density
from desktop.report.issue import Issue
from desktop.report.references import draw_references
from desktop.report.styles import BOLD, CAPTION, MARGIN, REGULAR, SEMIBOLD, TABLE
from desktop.report.templates import Page

if TYPE_CHECKING:
    from desktop.words import Words

UNIT_HEADERS = {"milk": "kg CO₂e/L", "beef": "kg CO₂e/kg", "area": "t CO₂e/ha"}
NAME_AT, TABLE_WIDTH = 18.0, 316.0
# The least width of the columns of tonnes and of footprints, and the room before each of them.
TONNES, UNIT, BEFORE = 46.0, 52.0, 6.0
NET = 11.5
Column = Callable[["Words", Balance], list[str]]
Ends = tuple[float, float, float]
"""Where the columns of shares, footprints and tonnes end."""
HEADER_TOP, HEADER_RULE, OVER_TOTALS = 8.0, 5.5, 5.0
GUTTER = 28.0
SWATCH = 10.0
# A share that the language writes as "< 1 %".
TOO_SMALL = 0.004


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, written out; a total has no swatch."""

    name: str
    share: str
    figure: str
    tonnes: str
    post: Post | None = None
    weight: int = REGULAR
    size: float = TABLE


def post_rows(issue: Issue) -> list[Row]:
    """Writes the posts, the largest first; each column adds up to the gross below it."""
    words, tonnes = issue.words, issue.headline.tonnes
    shares = add_up([share * 100 for share in tonnes.shares], 0)
    rows = [
        Row(words.say(portion.post.name), _share(issue, share, real), figure, mass, portion.post)
        for portion, share, real, figure, mass in zip(
            tonnes.portions,
            shares,
            tonnes.shares,
            _footprints(issue, _column),
            _tonnes(issue, _column),
            strict=True,
        )
    ]
    order = sorted(range(len(rows)), key=lambda place: -tonnes.portions[place].value)
    return [rows[place] for place in order]


def _share(issue: Issue, shown: float, real: float) -> str:
    """Writes a share; one too small to show is "< 1 %", never "0 %"."""
    return issue.words.percent(shown / 100 if shown or not real else min(real, TOO_SMALL))


def total_rows(issue: Issue) -> list[Row]:
    """Writes gross, carbon storage and net, in that order."""
    words, headline = issue.words, issue.headline
    storage = storage_name(words, headline.balance.storage)
    figures, masses = _footprints(issue, _totals), _tonnes(issue, _totals)
    whole = words.percent(1.0) if headline.tonnes.gross else ""
    return [
        Row(words.say("Gross footprint"), whole, figures[0], masses[0], weight=SEMIBOLD),
        Row(storage, "", figures[1], masses[1]),
        Row(words.say("Net footprint"), "", figures[2], masses[2], weight=BOLD, size=NET),
    ]


def _footprints(issue: Issue, column: Column) -> list[str]:
    """Writes the column of the leading ratio, empty when tonnes lead."""
    texts = column(issue.words, issue.headline.balance)
    return ["" for _ in texts] if issue.headline.kind == "total" else texts


def _tonnes(issue: Issue, column: Column) -> list[str]:
    return [f"{text}{NO_BREAK}t" for text in column(issue.words, issue.headline.tonnes)]


def _column(words: Words, balance: Balance) -> list[str]:
    decimals = decimals_for(balance.gross)
    values = [portion.value for portion in balance.portions]
    shown = add_up(values, decimals)
    return [fixed(words, a or b, decimals) for a, b in zip(shown, values, strict=True)]


def _totals(words: Words, balance: Balance) -> list[str]:
    decimals = decimals_for(balance.gross or balance.storage)
    gross, storage, net = split_net(balance.gross, balance.net, decimals)
    return [
        fixed(words, gross, decimals),
        storage_figure(words, storage or balance.storage, decimals),
        fixed(words, net, decimals),
    ]


def table_block(page: Page, issue: Issue, density: Density) -> Block:
    """Draws the table of posts under its header, with the references in a column beside it."""
    posts, totals = post_rows(issue), total_rows(issue)
    under_posts = HEADER_RULE + density.row * len(posts) + OVER_TOTALS
    last = under_posts + density.total_row * len(totals)
    ends = _ends(page, [*posts, *totals])

    def draw(top: float) -> None:
        y = top + HEADER_TOP
        _draw_header(page, issue, y, ends)
        _rule(page, y + HEADER_RULE)
        for n, row in enumerate(posts, start=1):
            _draw_row(page, row, y + HEADER_RULE + density.row * n, ends)
        _rule(page, y + under_posts)
        for n, row in enumerate(totals, start=1):
            _draw_row(page, row, y + under_posts + density.total_row * n, ends)
        draw_references(page, issue, MARGIN + TABLE_WIDTH + GUTTER, y, y + last)

    return Block(HEADER_TOP + last, draw, gap=24.0, least_gap=11.0)


def _ends(page: Page, rows: list[Row]) -> Ends:
    """Sets the columns from the right; one with wide figures takes the room it needs."""
    tonnes = max(TONNES, *(page.measure(row.tonnes, row.size, row.weight) for row in rows))
    figures = max(UNIT, *(page.measure(row.figure, row.size, row.weight) for row in rows))
    unit_end = TABLE_WIDTH - tonnes - BEFORE
    return unit_end - figures - BEFORE, unit_end, TABLE_WIDTH


def _draw_header(page: Page, issue: Issue, y: float, ends: Ends) -> None:
    words, unit = issue.words, UNIT_HEADERS.get(issue.headline.kind, "")
    names = (words.say("share of the gross"), unit, words.say("a year"))
    for end, string in zip(ends, names, strict=True):
        page.write((MARGIN + end, y), string, CAPTION, colour="muted", anchor="end")


def _draw_row(page: Page, row: Row, y: float, ends: Ends) -> None:
    if row.post is not None:
        swatch = Rect(1.0, -SWATCH + 1.5, SWATCH, SWATCH, row.post.fill, texture=row.post.texture)
        on_page.paint_shape(swatch, page, MARGIN, y)
    page.write((MARGIN + NAME_AT, y), row.name, row.size, weight=row.weight)
    for end, string in zip(ends, (row.share, row.figure, row.tonnes), strict=True):
        page.write((MARGIN + end, y), string, row.size, weight=row.weight, anchor="end")


def _rule(page: Page, y: float) -> None:
    page.canvas.setStrokeColorRGB(*page.colour("text"))
    page.canvas.setLineWidth(1.0)
    page.canvas.line(MARGIN, page.up(y), MARGIN + TABLE_WIDTH, page.up(y))
