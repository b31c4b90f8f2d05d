"""The page that stays on the fridge: one number, where it comes from, and what it rests on."""

from __future__ import annotations

from desktop.report.blocks import CLOSE, ROOMY, Block, Density, room_needed, stack
from desktop.report.flowables import captions_block, name_block, sources_block
from desktop.report.headline_box import headline_block
from desktop.report.issue import Issue
from desktop.report.tables import table_block
from desktop.report.templates import LAST_BASELINE, Page, draw_foot, draw_head


def draw_glance(page: Page, issue: Issue) -> None:
    """Draws the whole page, from the name of the farm to the method."""
    draw_head(page, issue)
    blocks = _blocks(page, issue, ROOMY)
    if room_needed(blocks) > LAST_BASELINE:
        blocks = _blocks(page, issue, CLOSE)
    stack(blocks, 0.0, LAST_BASELINE)
    draw_foot(page, issue, "1/1")


def _blocks(page: Page, issue: Issue, density: Density) -> list[Block]:
    return [
        name_block(page, issue, density),
        headline_block(page, issue),
        sources_block(page, issue, density),
        table_block(page, issue, density),
        captions_block(page, _method(issue), density.method_lines),
    ]


def _method(issue: Issue) -> tuple[str, str]:
    """Says that nothing is certified, and how it was computed."""
    words, method = issue.words, issue.method
    named = words.say("Method: {profile}", profile=method.profile)
    closing = words.say(
        "Estimate, not certified. Carbon storage lowers the net; it does not erase emissions."
    )
    return closing, f"{' · '.join((named, *method.choices))}."
