"""The sheet of A4: its margins, its head and its foot, and the rule that nothing leaves them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.charts.scene import Anchor
from desktop.report.styles import (
    CAPTION,
    MARGIN,
    PAGE_HEIGHT,
    REGULAR,
    RIGHT,
    SEMIBOLD,
    SMALLEST,
    Letters,
    Palette,
)
from desktop.report.text import Piece, clean, pieces, shorten

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desktop.report.issue import Issue

FOOT_RULE = PAGE_HEIGHT - MARGIN - 31.0
LAST_BASELINE = FOOT_RULE - 12.0
KICKER = 59.0
FRAME = 1.0
Point = tuple[float, float]


class Page:
    """One sheet: places are counted from its top, as a reader does."""

    def __init__(self, canvas: Canvas, letters: Letters, palette: Palette) -> None:
        """Starts on an empty sheet."""
        self.canvas = canvas
        self.letters = letters
        self._palette = palette

    def up(self, y: float) -> float:
        """Turns a distance from the top into reportlab's distance from the bottom."""
        return PAGE_HEIGHT - y

    def colour(self, name: str) -> tuple[float, float, float]:
        """Gives a colour of the light theme."""
        return self._palette[name]

    def measure(self, string: str, size: float, weight: int = REGULAR) -> float:
        """Measures a text as it will be printed."""
        return self.letters.width(string, size, weight)

    def write(
        self,
        at: tuple[float, float],
        string: str,
        size: float,
        *,
        weight: int = REGULAR,
        colour: str = "text",
        anchor: Anchor = "start",
    ) -> None:
        """Writes one line of one weight on its baseline."""
        self.write_pieces(at, [(string, weight)], size, colour=colour, anchor=anchor)

    def write_sentence(
        self,
        at: tuple[float, float],
        sentence: str,
        size: float,
        *,
        colour: str = "text",
        anchor: Anchor = "start",
    ) -> None:
        """Writes a sentence in which `text.strong` has marked the values."""
        self.write_pieces(at, pieces(sentence), size, colour=colour, anchor=anchor)

    def write_pieces(
        self,
        at: tuple[float, float],
        stretches: Sequence[Piece],
        size: float,
        *,
        colour: str = "text",
        anchor: Anchor = "start",
    ) -> None:
        """Writes stretches of several weights as one line, so that it is read back as one."""
        if size < SMALLEST:
            raise ValueError(f"no text of {size} points: the smallest is {SMALLEST}")
        width = sum(self.measure(string, size, weight) for string, weight in stretches)
        if not width:
            return
        start = at[0] - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        line = self.canvas.beginText(start, self.up(at[1]))
        line.setFillColorRGB(*self.colour(colour))
        for string, weight in stretches:
            for face, stretch in self.letters.runs(string, weight):
                line.setFont(face, size)
                line.textOut(stretch)
        self.canvas.drawText(line)

    def rule(self, y: float, *, colour: str = "hairline", thickness: float = 0.75) -> None:
        """Draws a line across the page."""
        self.canvas.setStrokeColorRGB(*self.colour(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(MARGIN, self.up(y), RIGHT, self.up(y))

    def frame(self, corner: Point, size: Point, radius: float) -> None:
        """Draws an empty box with round corners, its top left corner at the given place."""
        left, bottom = corner[0], self.up(corner[1] + size[1])
        self.canvas.setStrokeColorRGB(*self.colour("hairline"))
        self.canvas.setLineWidth(FRAME)
        self.canvas.roundRect(left, bottom, *size, radius, stroke=1, fill=0)


def title_of(issue: Issue) -> str:
    """Says what this document is."""
    return issue.words.say("Carbon diagnosis · year {year}", year=issue.year)


def draw_head(page: Page, title: str) -> None:
    """Writes what the page is, and which program made it; a long title ends in "…"."""
    room = RIGHT - MARGIN - 60.0
    shown = shorten(clean(title), room, lambda text: page.measure(text, CAPTION))
    page.write((MARGIN, KICKER), shown, CAPTION, colour="muted")
    page.write((RIGHT, KICKER), "Bocage", CAPTION, weight=SEMIBOLD, colour="primary", anchor="end")


def draw_foot(page: Page, issue: Issue, number: str) -> None:
    """Writes which calculation, factors and farm file stand behind the page."""
    page.rule(FOOT_RULE)
    say, printed = issue.words.say, issue.printed
    made = say(
        "Bocage {version} · calculation {profile} · factors {factors} · {date}",
        version=issue.engine,
        profile=issue.method.profile,
        factors=in_fours(issue.method.factor_hash, 8),
        date=issue.words.date(printed.year, printed.month, printed.day),
    )
    page.write((MARGIN, FOOT_RULE + 14.0), made, CAPTION, colour="muted")
    room = RIGHT - MARGIN - 40.0
    attached = shorten(_attached(issue), room, lambda text: page.measure(text, CAPTION))
    page.write((MARGIN, FOOT_RULE + 28.0), attached, CAPTION, colour="muted")
    page.write((RIGHT, FOOT_RULE + 28.0), number, CAPTION, weight=SEMIBOLD, anchor="end")


def _attached(issue: Issue) -> str:
    if issue.attachment is None:
        return issue.words.say("No farm file is attached to this document.")
    return issue.words.say(
        "Farm file attached, SHA-256 {sha256} · {name}",
        name=issue.attachment.name,
        sha256=in_fours(issue.attachment.sha256, 16),
    )


def in_fours(code: str, length: int) -> str:
    """Writes the start of a fingerprint in groups of four, so that two people can compare it."""
    start = code[:length]
    return "\u00a0".join(start[n : n + 4] for n in range(0, len(start), 4))
