"""Writes the report of one farm to a PDF file, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.report.issue import Issue, ReportNotWritten
from desktop.words import mark

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

AUTHOR = "Bocage"
READABLE_BY_ALL = 0o644

REASONS = {
    errno.ENOSPC: mark("There is no room left on the disk."),
    errno.EACCES: mark("Writing there is not allowed."),
    errno.EPERM: mark("Writing there is not allowed."),
    errno.EROFS: mark("Writing there is not allowed."),
    errno.ENOENT: mark("This folder does not exist."),
    errno.ENOTDIR: mark("This folder does not exist."),
    errno.EISDIR: mark("A folder has this name."),
    errno.ENAMETOOLONG: mark("This name is too long."),
}
UNNAMED_REASON = mark("The computer refused to write it.")


def write_pdf(issue: Issue, path: Path) -> None:
    """Prints the issue to a file; a file that was there before stays until the new one is whole."""
    content = pdf_bytes(issue)
    try:
        _replace(path, content)
    except OSError as error:
        raise ReportNotWritten(_sentence(issue, path, error)) from error


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
    canvas.setSubject(words.say("Carbon footprint of the farm, estimate, not certified"))
    # The date of printing, not of this run: printing again gives the same bytes.
    printed = issue.printed
    stamp = canvas._doc._timeStamp  # type: ignore[attr-defined]  # reportlab has no other door
    stamp.YMDhms = (printed.year, printed.month, printed.day, 0, 0, 0)


def _replace(path: Path, content: bytes) -> None:
    """Writes beside the target, then takes its place in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".bocage-", suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(READABLE_BY_ALL)
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _sentence(issue: Issue, path: Path, error: OSError) -> str:
    reason = issue.words.say(REASONS.get(error.errno or 0, UNNAMED_REASON))
    told = issue.words.say("The report was not saved as {path}.", path=path)
    return f"{told} {reason}"
