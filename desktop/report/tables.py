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
from desktop.report.blocks import Density
from desktop.report.issue import Issue
from desktop.report.references import COLUMN
from desktop.report.styles import BOLD, CAPTION, MARGIN, REGULAR, SEMIBOLD, TABLE
from desktop.report.templates import Page

if TYPE_CHECKING:
    from desktop.words import Words

UNIT_HEADERS = {"milk": "kg CO₂e/L", "beef": "kg CO₂e/kg", "area": "t CO₂e/ha"}
NAME_AT, TABLE_WIDTH = 18.0, COLUMN
# The least width of the column of tonnes, and the room before it.
TONNES, BEFORE = 46.0, 8.0
NET = 11.5
Column = Callable[["Words", Balance], list[str]]
Ends = tuple[float, float]
"""Where the columns of shares and of tonnes end."""
HEADER_TOP, HEADER_RULE, OVER_TOTALS = 8.0, 5.5, 5.0
SWATCH = 10.0
# A share that the language writes as "< 1 %".
TOO_SMALL = 0.004


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, written out; a total has no swatch."""

    name: str
    share: str
    tonnes: str
    post: Post | None = None
    weight: int = REGULAR
    size: float = TABLE


def post_rows(issue: Issue) -> list[Row]:
    """Writes the posts, the largest first; each column adds up to the gross below it."""
    words, tonnes = issue.words, issue.headline.tonnes
    shares = add_up([share * 100 for share in tonnes.shares], 0)
    rows = [
        Row(words.say(portion.post.name), _share(issue, share, real), mass, portion.post)
        for portion, share, real, mass in zip(
            tonnes.portions, shares, tonnes.shares, _tonnes(issue, _column), strict=True
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
    masses = _tonnes(issue, _totals)
    whole = words.percent(1.0) if headline.tonnes.gross else ""
    return [
        Row(words.say("Gross footprint"), whole, masses[0], weight=SEMIBOLD),
        Row(storage, "", masses[1]),
        Row(words.say("Net footprint"), "", masses[2], weight=BOLD, size=NET),
    ]


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


@dataclass(frozen=True, slots=True)
class Posts:
    """The table laid out: its rows, where its columns end, and how high it is."""

    rows: list[Row]
    totals: list[Row]
    ends: Ends
    density: Density

    @property
    def under_posts(self) -> float:
        """The place of the rule above the totals, counted from the header."""
        return HEADER_RULE + self.density.row * len(self.rows) + OVER_TOTALS

    @property
    def height(self) -> float:
        """From the top of the header to the baseline of the last total."""
        return HEADER_TOP + self.under_posts + self.density.total_row * len(self.totals)


def posts_of(page: Page, issue: Issue, density: Density) -> Posts:
    """Lays out the table of posts."""
    rows, totals = post_rows(issue), total_rows(issue)
    widest = (page.measure(row.tonnes, row.size, row.weight) for row in (*rows, *totals))
    ends = (TABLE_WIDTH - max(TONNES, *widest) - BEFORE, TABLE_WIDTH)
    return Posts(rows, totals, ends, density)


def draw_posts(page: Page, issue: Issue, table: Posts, top: float) -> None:
    """Draws the table under its header."""
    y, density = top + HEADER_TOP, table.density
    names = (issue.words.say("share of the gross"), issue.words.say("a year"))
    for end, string in zip(table.ends, names, strict=True):
        page.write((MARGIN + end, y), string, CAPTION, colour="muted", anchor="end")
    _rule(page, y + HEADER_RULE)
    for n, row in enumerate(table.rows, start=1):
        _draw_row(page, row, y + HEADER_RULE + density.row * n, table.ends)
    _rule(page, y + table.under_posts)
    for n, row in enumerate(table.totals, start=1):
        _draw_row(page, row, y + table.under_posts + density.total_row * n, table.ends)


def _draw_row(page: Page, row: Row, y: float, ends: Ends) -> None:
    if row.post is not None:
        swatch = Rect(1.0, -SWATCH + 1.5, SWATCH, SWATCH, row.post.fill, texture=row.post.texture)
        on_page.paint_shape(swatch, page, MARGIN, y)
    page.write((MARGIN + NAME_AT, y), row.name, row.size, weight=row.weight)
    for end, string in zip(ends, (row.share, row.tonnes), strict=True):
        page.write((MARGIN + end, y), string, row.size, weight=row.weight, anchor="end")


def _rule(page: Page, y: float) -> None:
    page.canvas.setStrokeColorRGB(*page.colour("text"))
    page.canvas.setLineWidth(1.0)
    page.canvas.line(MARGIN, page.up(y), MARGIN + TABLE_WIDTH, page.up(y))
