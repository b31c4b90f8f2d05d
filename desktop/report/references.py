"""What the result rests on: how many figures come from the farm, and each reference value."""

from __future__ import annotations

from functools import partial
from itertools import chain

from desktop.report.blocks import Block
from desktop.report.flowables import CAPTION_STEP
from desktop.report.issue import Issue
from desktop.report.styles import CAPTION, CONTENT, MARGIN, RIGHT, SECTION, SEMIBOLD
from desktop.report.templates import Page
from desktop.report.text import clean, pieces, strong, wrap

GUTTER = 28.0
COLUMN = (CONTENT - GUTTER) / 2
LEFTS = (MARGIN, MARGIN + COLUMN + GUTTER)
RULE_TO_TITLE, TITLE_TO_LIST, COUNTS_GAP = 24.0, 19.0, 12.0
FEWEST_LINES, ENOUGH_LINES = 2, 5
COUNT = 11.0


def references_block(page: Page, issue: Issue, room: float) -> Block:
    """Lists the reference values in two columns; the last line says how many are left out."""
    first = RULE_TO_TITLE + TITLE_TO_LIST
    lines = max(FEWEST_LINES, int((room - first) / CAPTION_STEP) + 1)
    columns = list_of(page, issue, lines)
    used = max(map(len, columns), default=0)
    height = first + CAPTION_STEP * (used - 1) if used else RULE_TO_TITLE

    def draw(top: float) -> None:
        page.rule(top)
        _draw_counts(page, issue, top + RULE_TO_TITLE)
        for left, column in zip(LEFTS, columns, strict=True):
            for n, line in enumerate(column):
                place = (left, top + first + CAPTION_STEP * n)
                page.write(place, line, CAPTION, colour="muted")

    return Block(height, draw, gap=26.0, least_gap=13.0)


def least_room() -> float:
    """The least height of the list: its title, its counts and two lines."""
    return RULE_TO_TITLE + TITLE_TO_LIST + CAPTION_STEP * (FEWEST_LINES - 1)


def wished_room(page: Page, issue: Issue) -> float:
    """The height of a list that tells enough: all of it, or so many lines of it."""
    columns = list_of(page, issue, ENOUGH_LINES)
    return RULE_TO_TITLE + TITLE_TO_LIST + CAPTION_STEP * max(0, max(map(len, columns)) - 1)


def _draw_counts(page: Page, issue: Issue, y: float) -> None:
    title, told = issue.words.say("Your data"), " · ".join(_counts(issue))
    width = sum(page.measure(string, COUNT, weight) for string, weight in pieces(told))
    page.write((MARGIN, y), title, SECTION, weight=SEMIBOLD)
    if MARGIN + page.measure(title, SECTION, SEMIBOLD) + COUNTS_GAP + width <= RIGHT:
        page.write_sentence((RIGHT, y), told, COUNT, anchor="end")


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


def list_of(page: Page, issue: Issue, lines: int) -> tuple[list[str], list[str]]:
    """Sets as many values as fit in two columns of so many lines, the longer one first."""
    measure = partial(page.measure, size=CAPTION)
    entries = [wrap(clean(used.text), COLUMN, measure) for used in issue.references]
    for shown in range(len(entries), -1, -1):
        left_out = sum(used.count for used in issue.references[shown:])
        more = wrap(_more(issue, left_out), COLUMN, measure)
        columns = _columns([*entries[:shown], more] if more else entries[:shown])
        if max(map(len, columns)) <= lines:
            return columns
    return [], []


def _columns(entries: list[list[str]]) -> tuple[list[str], list[str]]:
    """Parts the entries where the two columns are most alike; no entry is broken."""
    splits = [
        (list(chain(*entries[:n])), list(chain(*entries[n:]))) for n in range(len(entries) + 1)
    ]
    return min(splits, key=lambda pair: (max(map(len, pair)), -len(pair[0])))


def _more(issue: Issue, left_out: int) -> str:
    if not left_out:
        return ""
    return issue.words.count(
        "and {n} other, in the attached file", "and {n} others, in the attached file", left_out
    )
