"""Where the result stands beside farms of its kind; no rank, and no farm is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts import on_page, place_words
from desktop.charts.place import PAGE, place_strip
from desktop.charts.place_words import standing_of
from desktop.report.blocks import Block
from desktop.report.flowables import CAPTION_STEP, fitting
from desktop.report.styles import CAPTION, CONTENT, MARGIN, SECTION, SEMIBOLD

if TYPE_CHECKING:
    from desktop.charts.place_words import Standing
    from desktop.charts.scene import Scene
    from desktop.report.issue import Issue
    from desktop.report.templates import Page

DOT = " · "
TITLE_AT, CAPTION_AT, TO_STRIP = 12.0, 28.0, 8.0


@dataclass(frozen=True, slots=True)
class Place:
    """The place in words, and drawn where there is a group; `in_words` also says what is drawn."""

    title: str
    caption: str
    in_words: str
    strip: Scene | None = None


def place_block(page: Page, issue: Issue, *, drawn: bool) -> Block:
    """Sets the place of the farm, or says that no group can stand beside it."""
    place = place_of(page, issue)
    strip = place.strip if drawn else None
    caption = place.caption if strip is not None else place.in_words
    lines = fitting(page, caption, CAPTION, CONTENT, 2)
    height = CAPTION_AT + CAPTION_STEP * (len(lines) - 1)

    def draw(top: float) -> None:
        page.write((MARGIN, top + TITLE_AT), place.title, SECTION, weight=SEMIBOLD)
        for n, line in enumerate(lines):
            at = (MARGIN, top + CAPTION_AT + CAPTION_STEP * n)
            page.write(at, line, CAPTION, colour="muted")
        if strip is not None:
            on_page.paint(strip, page, MARGIN, top + height + TO_STRIP)

    whole = height + (TO_STRIP + strip.height if strip is not None else 0.0)
    return Block(whole, draw, gap=28.0, least_gap=11.0)


def place_of(page: Page, issue: Issue) -> Place:
    """Says how far the net, or else the gross, lies from what is published of the group."""
    group, words = issue.advice.group, issue.words
    standing = None if group is None else standing_of(issue.headline.balance, group)
    if standing is None:
        return _alone(issue)
    strip = place_strip(standing, words, page.measure, CONTENT, PAGE)
    points = tuple(place_words.point_label(words, point, standing) for point in standing.points)
    caption, in_words = _made_of(issue, standing), _made_of(issue, standing, points)
    return Place(place_words.conclusion(words, standing), caption, in_words, strip)


def _alone(issue: Issue) -> Place:
    say = issue.words.say
    told = say("A group is shown from ten farms on, with the year and the source of its figures.")
    return Place(say("No group to stand beside yet"), told, told)


def _made_of(issue: Issue, standing: Standing, points: tuple[str, ...] = ()) -> str:
    """Says who is in the group, and whether the estimate is sure enough to tell the two apart."""
    told = DOT.join((place_words.group_line(issue.words, standing), *points))
    if not place_words.is_unsure(standing):
        return told
    closer = issue.words.say("The difference is smaller than the uncertainty of this estimate.")
    return f"{told}. {closer}"
