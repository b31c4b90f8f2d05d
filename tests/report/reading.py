"""Reads a printed page back: its text, its letters with their places, its properties."""

import ctypes
from dataclasses import dataclass
from io import BytesIO

import pypdf
import pypdfium2
from pypdfium2 import raw

from desktop.report.issue import Issue
from desktop.report.writer import pdf_bytes

THIN, NO_BREAK = "\u202f", "\u00a0"


@dataclass(frozen=True)
class Letter:
    """One printed sign: what it is, its size, and the box of its ink from the top left."""

    sign: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


def reader(issue: Issue) -> pypdf.PdfReader:
    """The printed document."""
    return pypdf.PdfReader(BytesIO(pdf_bytes(issue)))


def text_of(issue: Issue) -> str:
    """The text of both pages, with every kind of blank as a plain one."""
    text = " ".join(page.extract_text() for page in reader(issue).pages)
    return " ".join(text.replace(THIN, " ").replace(NO_BREAK, " ").split())


def letters_of(issue: Issue, number: int = 0) -> list[Letter]:
    """Every sign of a page that leaves ink."""
    document = pypdfium2.PdfDocument(pdf_bytes(issue))
    page = document[number]
    height, text = page.get_height(), page.get_textpage()
    letters = [_letter(text, place, height) for place in range(text.count_chars())]
    text.close()
    page.close()
    document.close()
    return [letter for letter in letters if letter.sign.strip()]


def _letter(text: pypdfium2.PdfTextPage, place: int, height: float) -> Letter:
    left, bottom, right, top = text.get_charbox(place)
    sign = chr(raw.FPDFText_GetUnicode(text, ctypes.c_int(place)))
    size = raw.FPDFText_GetFontSize(text, ctypes.c_int(place))
    return Letter(sign, size, left, height - top, right, height - bottom)
