"""The measures on the page: what each could change, each alone, with its cost beside its effect."""

from __future__ import annotations

from desktop.presenting.measures import MeasureLine, measure_line
from desktop.report.blocks import Block, Density
from desktop.report.flowables import fitting
from desktop.report.issue import Issue
from desktop.report.styles import BOLD, CAPTION, MARGIN, RIGHT, SECTION, SEMIBOLD
from desktop.report.templates import Page

RULE_TO_TITLE, TITLE_TO_FIRST = 24.0, 29.0
TITLE, NUMBER, NOTE_UNDER = 12.0, 10.0, 15.0
DISC, TEXT_AT = 9.5, 31.0
DOSE_GAP, FIGURE_GAP = 8.0, 16.0


def measures_block(page: Page, issue: Issue, density: Density) -> Block:
    """Draws the measures one under the other, the one that helps most first."""
    lines = [
        measure_line(effect, issue.headline.kind, issue.words) for effect in issue.advice.effects
    ]
    height = RULE_TO_TITLE + TITLE_TO_FIRST + density.measure * (len(lines) - 1) + NOTE_UNDER

    def draw(top: float) -> None:
        page.rule(top)
        _draw_title(page, issue, top + RULE_TO_TITLE)
        for n, line in enumerate(lines):
            baseline = top + RULE_TO_TITLE + TITLE_TO_FIRST + density.measure * n
            _draw_measure(page, line, n + 1, baseline)

    return Block(height, draw, gap=20.0, least_gap=12.0)


def _draw_title(page: Page, issue: Issue, y: float) -> None:
    say = issue.words.say
    page.write((MARGIN, y), say("What could lower it"), SECTION, weight=SEMIBOLD)
    alone = say("each measure alone, all else unchanged, estimate")
    page.write((RIGHT, y), alone, CAPTION, colour="muted", anchor="end")


def _draw_measure(page: Page, line: MeasureLine, number: int, y: float) -> None:
    _draw_disc(page, line, number, y - 1.0)
    left = MARGIN + TEXT_AT
    figures = max(page.measure(line.net, TITLE, BOLD), page.measure(line.per_unit, CAPTION))
    end = RIGHT - (figures + FIGURE_GAP if figures else 0.0)
    page.write((left, y), line.title, TITLE, weight=SEMIBOLD)
    beside = left + page.measure(line.title, TITLE, SEMIBOLD) + DOSE_GAP
    dose = fitting(page, line.dose, CAPTION, max(0.0, end - beside), 1)
    page.write((beside, y), "".join(dose), CAPTION, colour="muted")
    page.write((RIGHT, y), line.net, TITLE, weight=BOLD, anchor="end")
    notes = fitting(page, " ".join(line.notes), CAPTION, end - left, 1)
    page.write((left, y + NOTE_UNDER), "".join(notes), CAPTION, colour="muted")
    page.write((RIGHT, y + NOTE_UNDER), line.per_unit, CAPTION, colour="muted", anchor="end")


def _draw_disc(page: Page, line: MeasureLine, number: int, y: float) -> None:
    """Draws the rank in a disc; one that does not suit has a dash in an empty one."""
    middle, canvas = (MARGIN + DISC, y + 4.0), page.canvas
    canvas.setFillColorRGB(*page.colour("primary"))
    canvas.setStrokeColorRGB(*page.colour("border"))
    canvas.setLineWidth(1.0)
    solid = int(line.suited)
    canvas.circle(middle[0], page.up(middle[1]), DISC, stroke=1 - solid, fill=solid)
    sign = "✓" if line.done else str(number) if line.suited else "–"
    colour = "background" if line.suited else "muted"
    place = (middle[0], middle[1] + NUMBER * 0.36)
    page.write(place, sign, NUMBER, weight=SEMIBOLD, colour=colour, anchor="middle")
