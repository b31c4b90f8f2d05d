"""Prints the report of one farm as a PDF, and knows an earlier one again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from desktop import paths
from desktop.report.issue import Issue

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

AUTHOR = "Bocage"


def is_report_of(issue: Issue) -> Callable[[bytes], bool]:
    """Tells an earlier report of the same farm and year from any other file."""
    return partial(_holds, f"({identity(issue)})".encode())


def _holds(sign: bytes, content: bytes) -> bool:
    return sign in content


def identity(issue: Issue) -> str:
    """The sign by which a report of this farm and year is known again."""
    known = sha256(f"{issue.farm}|{issue.year}".encode("utf-8", "replace")).hexdigest()
    return f"bocage-{known[:16]}"


def pdf_bytes(issue: Issue) -> bytes:
    """Prints the issue in memory: the same issue gives the same bytes."""
    # reportlab takes a tenth of a second to load; only who prints waits for it.
    from reportlab.pdfgen.canvas import Canvas

    from desktop.report.attachment import attach
    from desktop.report.chapters.glance import draw_glance
    from desktop.report.chapters.origins import draw_origins
    from desktop.report.styles import FACES, PAGE_HEIGHT, PAGE_WIDTH, REGULAR, Letters, load_palette
    from desktop.report.templates import Page

    letters, target = Letters(paths.resource("fonts")), BytesIO()
    canvas = Canvas(
        target,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=FACES[REGULAR],  # type: ignore[arg-type]  # a name, whatever the stub says
        lang=issue.words.language,
    )
    _describe(canvas, issue)
    page = Page(canvas, letters, load_palette())
    chapters = (
        (issue.words.say("Your farm at a glance"), draw_glance),
        (issue.words.say("Where it comes from"), draw_origins),
    )
    for number, (title, draw) in enumerate(chapters, start=1):
        key = f"page-{number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(title, key)
        draw(page, issue, f"{number}/{len(chapters)}")
        canvas.showPage()
    if issue.attachment is not None:
        attach(canvas, issue.attachment)
    canvas.save()
    return target.getvalue()


def _describe(canvas: Canvas, issue: Issue) -> None:
    """Fills in what a reader shows as the properties of the document."""
    from desktop.report.text import clean

    words, farm = issue.words, clean(issue.farm)
    canvas.setTitle(words.say("{farm} · carbon diagnosis {year}", farm=farm, year=issue.year))
    canvas.setAuthor(clean(issue.author) or AUTHOR)
    canvas.setCreator(f"Bocage {issue.engine}")
    canvas.setKeywords(identity(issue))
    canvas.setSubject(words.say("Carbon footprint of the farm, estimate, not certified"))
    # The date of printing, not of this run: printing again gives the same bytes.
    printed = issue.printed
    stamp = canvas._doc._timeStamp  # type: ignore[attr-defined]  # reportlab has no other door
    stamp.YMDhms = (printed.year, printed.month, printed.day, 0, 0, 0)
