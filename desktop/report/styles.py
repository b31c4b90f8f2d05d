"""The letters, sizes and colours of the page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop import paths
from desktop.report import text

if TYPE_CHECKING:
    from pathlib import Path

Colour = tuple[float, float, float]

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.890
MARGIN = 51.0
RIGHT = 595.0 - MARGIN
CONTENT = RIGHT - MARGIN

HEADLINE, NAME, SECTION, BODY, TABLE, CAPTION = 72.0, 26.0, 14.0, 11.0, 10.5, 10.0
SMALLEST = 10.0
REGULAR, SEMIBOLD, BOLD = 400, 600, 700

FACES = {
    REGULAR: "SourceSans3-Regular",
    500: "SourceSans3-SemiBold",
    SEMIBOLD: "SourceSans3-SemiBold",
    BOLD: "SourceSans3-Bold",
}
FALLBACK = "DejaVuSans"
MAIN_FACE, FALLBACK_FACE = 0, 1
LAST_COPIED = 0xFFFF


class Letters:
    """The typefaces of the page; a sign that they lack is borrowed from DejaVu Sans."""

    def __init__(self, folder: Path) -> None:
        """Opens the typefaces; the fallback is opened only when a sign needs it."""
        self._folder = folder
        self._regular = self._face(FACES[REGULAR])

    def _face(self, name: str) -> TTFont:
        """Gives a typeface by name, opened once for all reports of this run."""
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(self._folder / f"{name}.ttf")))
        font = pdfmetrics.getFont(name)
        if not isinstance(font, TTFont):
            raise TypeError(f"{name} is not a TrueType font")
        return font

    def _covers(self, sign: str, main: TTFont) -> int | None:
        # Beyond the basic plane reportlab writes letters that no reader can copy out again.
        if ord(sign) > LAST_COPIED:
            return None
        if ord(sign) in main.face.charToGlyph:
            return MAIN_FACE
        return FALLBACK_FACE if ord(sign) in self._face(FALLBACK).face.charToGlyph else None

    def runs(self, string: str, weight: int) -> list[tuple[str, str]]:
        """Cuts a printable text into (typeface, stretch) pairs."""
        main = self._face(FACES[weight])
        names = {MAIN_FACE: FACES[weight], FALLBACK_FACE: FALLBACK}
        covers = partial(self._covers, main=main)
        readable = text.in_reading_order(text.clean(string))
        return [(names[face], stretch) for face, stretch in text.by_face(readable, covers)]

    def width(self, string: str, size: float, weight: int = REGULAR) -> float:
        """Measures a text as it will be printed."""
        runs = self.runs(string, weight)
        return sum(float(self._face(name).stringWidth(run, size)) for name, run in runs)


@dataclass(frozen=True)
class Palette:
    """The colours of the light theme by name, with the tint of a range."""

    colours: Mapping[str, Colour]

    def __getitem__(self, name: str) -> Colour:
        """Gives a colour of the theme; an unknown name is a fault of the caller."""
        return self.colours[name]


def load_palette(file: Path | None = None) -> Palette:
    """Reads the colours of the page from the light theme of the application."""
    theme = tomllib.loads((file or paths.resource("themes", "light.toml")).read_text("utf-8"))
    colours = {name: _colour(value) for name, value in theme["colours"].items()}
    colours |= {f"series.{name}": _colour(value) for name, value in theme["series"].items()}
    colours["muted"] = colours["text_muted"]
    colours["storage"] = colours["series.storage"]
    # A solid tint, since old printers draw transparent ones badly.
    colours["range"] = _mixed(colours["primary"], colours["surface"], 0.42)
    return Palette(colours)


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(one, other, strict=True))
    return red, green, blue
