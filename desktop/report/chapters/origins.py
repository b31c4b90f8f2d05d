"""The second page: where it comes from, what is stored, what could lower it."""

from __future__ import annotations

from math import fsum

from desktop.report.blocks import CLOSE, ROOMY, Block, Density, room_needed, stack
from desktop.report.flowables import fitting, sources_block
from desktop.report.issue import Issue
from desktop.report.measures import measures_block
from desktop.report.narrowing import narrowing_block
from desktop.report.storage import storage_block
from desktop.report.styles import BOLD, CONTENT, MARGIN
from desktop.report.templates import LAST_BASELINE, Page, draw_foot, draw_head

TITLE, TITLE_AT, LEAD, LEAD_AT = 24.0, 91.0, 14.0, 115.0
MOST_OF_IT = 0.80
MOST_SOURCES = 5


def draw_origins(page: Page, issue: Issue, number: str) -> None:
    """Draws the whole page, from the sources to the method."""
    draw_head(page, f"{issue.farm} · {issue.year}")
    blocks = _blocks(page, issue, ROOMY)
    if room_needed(blocks) > LAST_BASELINE:
        blocks = _blocks(page, issue, CLOSE)
    stack(blocks, 0.0, LAST_BASELINE)
    draw_foot(page, issue, number)


def _blocks(page: Page, issue: Issue, density: Density) -> list[Block]:
    blocks = [
        _title_block(page, issue),
        sources_block(page, issue, density),
        storage_block(page, issue, density),
    ]
    if issue.advice.effects:
        blocks.append(measures_block(page, issue, density))
    return [*blocks, narrowing_block(page, issue)]


def _title_block(page: Page, issue: Issue) -> Block:
    title = issue.words.say("Where it comes from")
    lead = "".join(fitting(page, lead_of(issue), LEAD, CONTENT, 1))

    def draw(_top: float) -> None:
        page.write((MARGIN, TITLE_AT), title, TITLE, weight=BOLD)
        page.write((MARGIN, LEAD_AT), lead, LEAD)

    return Block(LEAD_AT, draw)


def lead_of(issue: Issue) -> str:
    """Says how few sources make most of the gross: the smallest number that reaches 80 %."""
    balance, words = issue.headline.balance, issue.words
    shares = sorted(balance.shares, reverse=True)[:MOST_SOURCES]
    for n in range(1, len(shares) + 1):
        made = fsum(shares[:n])
        if made >= MOST_OF_IT or n == MOST_SOURCES:
            return (
                words.count(
                    "{n} source makes {share} of the gross",
                    "{n} sources make {share} of the gross",
                    n,
                    share=words.percent(made),
                )
                if made
                else words.say("No emissions in this diagnosis")
            )
    return ""
