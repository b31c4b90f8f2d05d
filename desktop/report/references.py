"""What the result rests on: how many figures come from the farm, and each reference value."""

from __future__ import annotations

from functools import partial

from desktop.report.flowables import CAPTION_STEP
from desktop.report.issue import Issue
from desktop.report.styles import CAPTION, RIGHT, SEMIBOLD, TABLE
from desktop.report.templates import Page
from desktop.report.text import clean, strong, wrap

UNDER_TITLE = 21.5
BETWEEN = 2.0
Line = tuple[float, str]
"""The distance from the line above, and a text."""


def draw_references(page: Page, issue: Issue, left: float, top: float, bottom: float) -> None:
    """Fills a column between two baselines; the last line says how many values are left out."""
    page.write((left, top), issue.words.say("Your data"), TABLE, weight=SEMIBOLD)
    y = top + UNDER_TITLE
    for sentence in _counts(issue):
        page.write_sentence((left, y), sentence, CAPTION)
        y += CAPTION_STEP
    y += BETWEEN - CAPTION_STEP
    for step, string in _lines(page, issue, RIGHT - left, bottom - y):
        y += step
        page.write((left, y), string, CAPTION, colour="muted")


def _counts(issue: Issue) -> list[str]:
    words, own, used = issue.words, issue.own_data, issue.reference_count
    mine = words.count("{n} figure comes from you", "{n} figures come from you", own)
    if not used:
        return [_first_strong(mine), words.say("No reference value is used")]
    theirs = words.count("{n} is a reference value:", "{n} are reference values:", used)
    return [_first_strong(mine), _first_strong(theirs)]


def _first_strong(sentence: str) -> str:
    number, _, rest = sentence.partition(" ")
    return f"{strong(number)} {rest}"


def _lines(page: Page, issue: Issue, width: float, room: float) -> list[Line]:
    """Gives as many reference values as fit, then says how many more the farm file holds."""
    measure = partial(page.measure, size=CAPTION)
    blocks = [_block(wrap(clean(used.text), width, measure)) for used in issue.references]
    for shown in range(len(blocks), -1, -1):
        lines = [line for block in blocks[:shown] for line in block]
        left_out = sum(used.count for used in issue.references[shown:])
        lines += _block(wrap(_more(issue, left_out), width, measure))
        if sum(step for step, _ in lines) <= room:
            return lines
    return []


def _block(lines: list[str]) -> list[Line]:
    return [(CAPTION_STEP - 0.5 + (0.0 if n else BETWEEN), line) for n, line in enumerate(lines)]


def _more(issue: Issue, left_out: int) -> str:
    if not left_out:
        return ""
    return issue.words.count(
        "and {n} other, in the attached file", "and {n} others, in the attached file", left_out
    )
