"""The page that stays on the fridge: one number, what it means, and what it rests on."""

from __future__ import annotations

from desktop.report.blocks import CLOSE, ROOMY, Block, Density, room_needed, stack
from desktop.report.cards import cards_block
from desktop.report.flowables import captions_block, name_block
from desktop.report.headline_box import headline_block
from desktop.report.issue import Issue
from desktop.report.place import place_block
from desktop.report.references import least_room, references_block, wished_room
from desktop.report.templates import LAST_BASELINE, Page, draw_foot, draw_head, title_of

AIR = 30.0


def draw_glance(page: Page, issue: Issue, number: str) -> None:
    """Draws the whole page, from the name of the farm to what it rests on."""
    draw_head(page, title_of(issue))
    closing = _closing(page, issue)
    bottom = LAST_BASELINE - closing.height - closing.least_gap
    above = _fitting(page, issue, bottom)
    rests_on = references_block(page, issue, _room_left(above, bottom))
    stack([*above, rests_on], 0.0, bottom)
    closing.draw(LAST_BASELINE - closing.height)
    draw_foot(page, issue, number)


def _fitting(page: Page, issue: Issue, bottom: float) -> list[Block]:
    """The roomiest form that leaves enough room for the list of reference values."""
    drawn = _above(page, issue, ROOMY, drawn=True)
    if _room_left(drawn, bottom) >= wished_room(page, issue):
        return drawn
    written = _above(page, issue, ROOMY, drawn=False)
    if _room_left(written, bottom) >= least_room():
        return written
    return _above(page, issue, CLOSE, drawn=False)


def _above(page: Page, issue: Issue, density: Density, *, drawn: bool) -> list[Block]:
    return [
        name_block(page, issue, density),
        headline_block(page, issue),
        cards_block(page, issue),
        place_block(page, issue, drawn=drawn),
    ]


def _room_left(blocks: list[Block], bottom: float) -> float:
    """The height that a list may take, with some air above each part."""
    return bottom - room_needed(blocks) - AIR


def _closing(page: Page, issue: Issue) -> Block:
    told = issue.words.say(
        "Estimate, not certified. Carbon storage lowers the net; it does not erase emissions."
    )
    return captions_block(page, (told,), 2)
