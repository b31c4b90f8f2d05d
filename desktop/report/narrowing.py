"""The foot of the second page: the answers that would narrow the range, and the method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.figures import decimals_for, fixed
from desktop.report.blocks import Block
from desktop.report.flowables import CAPTION_STEP, fitting
from desktop.report.references import COLUMN, LEFTS
from desktop.report.styles import CAPTION, SEMIBOLD

if TYPE_CHECKING:
    from desktop.report.advice import OpenAnswer
    from desktop.report.issue import Issue
    from desktop.report.templates import Page

KG_PER_TONNE = 1000.0
RULE_TO_TITLE, TITLE_TO_TEXT = 22.0, 17.0
TITLE = 12.0
MOST_LINES = 5


def narrowing_block(page: Page, issue: Issue) -> Block:
    """Draws two columns: what to enter next, and how the figures were computed."""
    say = issue.words.say
    method = fitting(page, method_line(issue), CAPTION, COLUMN, MOST_LINES)
    answers = _answers(page, issue)
    lines = max(len(method), len(answers))
    titles = (say("What would narrow the range most"), say("How it is computed"))

    def draw(top: float) -> None:
        page.rule(top)
        for left, title, column in zip(LEFTS, titles, (answers, method), strict=True):
            page.write((left, top + RULE_TO_TITLE), title, TITLE, weight=SEMIBOLD)
            for n, line in enumerate(column):
                place = (left, top + RULE_TO_TITLE + TITLE_TO_TEXT + CAPTION_STEP * n)
                page.write(place, line, CAPTION, colour="muted")

    height = RULE_TO_TITLE + TITLE_TO_TEXT + CAPTION_STEP * (lines - 1)
    return Block(height, draw, gap=18.0, least_gap=11.0)


def method_line(issue: Issue) -> str:
    """Names the profile and the choices that the figures depend on."""
    words, method = issue.words, issue.method
    named = words.say("Method: {profile}", profile=method.profile)
    return f"{' · '.join((named, *method.choices))}."


def _answers(page: Page, issue: Issue) -> list[str]:
    """Names the open answers that weigh most, with the ends between which each alone moves it."""
    found = issue.advice.open_answers
    if not found:
        told = issue.words.say(
            "All that weighs is answered. What is left of the range lies in the factors."
        )
        return fitting(page, told, CAPTION, COLUMN, MOST_LINES)
    lines: list[str] = []
    for place, answer in enumerate(found, start=1):
        rows = fitting(page, f"{place}. {_answer(issue, answer)}", CAPTION, COLUMN, 2)
        lines += rows if len(lines) + len(rows) <= MOST_LINES else []
    return lines


def _answer(issue: Issue, answer: OpenAnswer) -> str:
    """One open answer, and the gross between which it alone moves the result."""
    words, per = issue.words, KG_PER_TONNE if issue.headline.kind in {"area", "total"} else 1.0
    label = answer.asked.label(words)
    decimals = decimals_for(answer.high / per)
    low, high = (fixed(words, end / per, decimals) for end in (answer.low, answer.high))
    if low == high:
        return label
    return words.say("{label}: gross from {low} to {high}", label=label, low=low, high=high)
