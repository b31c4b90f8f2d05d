"""Where the result stands beside the mean of farms of its kind; no rank, and no farm is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import decimals_for, fixed, rounded
from desktop.number_style import NO_BREAK
from desktop.report.blocks import Block
from desktop.report.flowables import CAPTION_STEP, fitting
from desktop.report.styles import CAPTION, CONTENT, MARGIN, SECTION, SEMIBOLD

if TYPE_CHECKING:
    from desktop.charts.balance import Balance
    from desktop.report.issue import Issue
    from desktop.report.templates import Page
    from diagnostics.reference_files import ReferenceGroup

TITLE_AT, CAPTION_AT = 12.0, 28.0


@dataclass(frozen=True, slots=True)
class Standing:
    """The place in words: the distance to a mean, and how the group is made."""

    title: str
    caption: str


def place_block(page: Page, issue: Issue) -> Block:
    """Writes the place of the farm, or that no group can stand beside it."""
    standing = standing_of(issue)
    lines = fitting(page, standing.caption, CAPTION, CONTENT, 2)

    def draw(top: float) -> None:
        page.write((MARGIN, top + TITLE_AT), standing.title, SECTION, weight=SEMIBOLD)
        for n, line in enumerate(lines):
            place = (MARGIN, top + CAPTION_AT + CAPTION_STEP * n)
            page.write(place, line, CAPTION, colour="muted")

    height = CAPTION_AT + CAPTION_STEP * (len(lines) - 1)
    return Block(height, draw, gap=28.0, least_gap=11.0)


def standing_of(issue: Issue) -> Standing:
    """Says how far the net, or else the gross, lies from the published mean."""
    group, balance, words = issue.advice.group, issue.headline.balance, issue.words
    if group is None:
        return _alone(issue)
    if group.net.mean is not None:
        return _beside(issue, group, balance.net, group.net.mean)
    if group.gross.mean is not None:
        standing = _beside(issue, group, balance.gross, group.gross.mean)
        told = words.say("Gross beside gross, before storage. {rest}", rest=standing.caption)
        return Standing(standing.title, told)
    return _within(issue, group)


def _alone(issue: Issue) -> Standing:
    say = issue.words.say
    return Standing(
        say("No group to stand beside yet"),
        say("A group is shown from ten farms on, with the year and the source of its figures."),
    )


def _beside(issue: Issue, group: ReferenceGroup, value: float, mean: float) -> Standing:
    words, balance = issue.words, issue.headline.balance
    decimals = decimals_for(balance.gross or value)
    apart = rounded(rounded(value, decimals) - rounded(mean, decimals), decimals)
    distance, shown = fixed(words, abs(apart), decimals), fixed(words, mean, decimals)
    if not apart:
        title = words.say("At the mean of your group, {mean}", mean=shown)
    elif apart < 0:
        title = words.say(
            "{distance} below the mean of your group, {mean}", distance=distance, mean=shown
        )
    else:
        title = words.say(
            "{distance} above the mean of your group, {mean}", distance=distance, mean=shown
        )
    return Standing(title, _made_of(issue, group, balance, mean))


def _made_of(issue: Issue, group: ReferenceGroup, balance: Balance, mean: float) -> str:
    """Says who is in the group, and whether the estimate is sure enough to tell the two apart."""
    words, told = issue.words, _group(issue, group)
    if balance.low is None or balance.high is None or not balance.low <= mean <= balance.high:
        return told
    closer = words.say("The difference is smaller than the uncertainty of this estimate.")
    return f"{told}. {closer}"


def _group(issue: Issue, group: ReferenceGroup) -> str:
    """Names the group with its number of farms and its years."""
    words = issue.words
    n = f"n{NO_BREAK}={NO_BREAK}{words.exact(group.n)}"
    return " · ".join(part for part in (words.say(group.label), n, group.years) if part)


def _within(issue: Issue, group: ReferenceGroup) -> Standing:
    """Of a group without a mean only its ends are known: single farms, the lowest and highest."""
    words, gross = issue.words, issue.headline.balance.gross
    decimals = decimals_for(gross)
    known = (group.gross.minimum, group.gross.maximum)
    ends = [fixed(words, end or 0.0, decimals) for end in known]
    title = words.say(
        "Gross {value}; the farms of your group go from {low} to {high}",
        value=fixed(words, gross, decimals),
        low=ends[0],
        high=ends[1],
    )
    return Standing(title, _group(issue, group))
