"""Makes any text safe to print: hostile names come out as they are, letter by letter.

No markup is ever read: the page is drawn string by string, so a name that looks like a tag, a
formula or a link is only letters. What cannot be printed is replaced by "?", never left out in
silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

REGULAR, SEMIBOLD = 400, 600
STRONG_FROM, STRONG_TO = "\x02", "\x03"
UNSEEN = "?"

Piece = tuple[str, int]
"""A stretch of text and its weight."""


def clean(text: str) -> str:
    """Strips controls and direction marks, puts blanks for line ends, and composes accents."""
    spaced = "".join(" " if sign in "\t\n\r\v\f\u2028\u2029" else sign for sign in text)
    kept = "".join(sign for sign in spaced if not _hidden(sign))
    return unicodedata.normalize("NFC", kept)


def _hidden(sign: str) -> bool:
    """Tells controls, direction and variation marks, lone surrogates: nothing to be seen."""
    variation = 0xFE00 <= ord(sign) <= 0xFE0F  # noqa: PLR2004 - the Unicode block itself
    return variation or unicodedata.category(sign) in {"Cc", "Cf", "Cs"}


def in_reading_order(text: str) -> str:
    """Turns stretches written from right to left, so that the page shows them as they read."""
    out: list[str] = []
    for turned, stretch in _stretches(text):
        out.append("".join(reversed(stretch)) if turned else "".join(stretch))
    return "".join(out)


def _stretches(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Cuts a text where its direction changes; blanks inside a turned stretch turn with it."""
    words = [(_turned(word), word) for word in text.split(" ")]
    first = True
    for turned, group in groupby(words, key=lambda pair: pair[0]):
        stretch = " ".join(word for _, word in group)
        yield False, [] if first else [" "]
        yield turned, _letters(stretch)
        first = False


def _turned(word: str) -> bool:
    return any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in word)


def _letters(text: str) -> list[str]:
    """Keeps each accent with its letter, so that turning a text does not part them."""
    letters: list[str] = []
    for sign in text:
        if letters and unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def by_face(text: str, covers: Callable[[str], int | None]) -> list[tuple[int, str]]:
    """Cuts a text where the typeface must change; `covers` says which face holds a sign."""
    signs = [(covers(sign), sign) for sign in text]
    known = [(face, sign) if face is not None else (0, UNSEEN) for face, sign in signs]
    return [
        (face, "".join(sign for _, sign in group))
        for face, group in groupby(known, key=lambda pair: pair[0])
    ]


def strong(text: str) -> str:
    """Marks a value inside a sentence as semi-bold, whatever its place in each language."""
    return f"{STRONG_FROM}{text}{STRONG_TO}"


def pieces(sentence: str) -> list[Piece]:
    """Cuts a sentence into stretches of one weight, after the marks set by `strong`."""
    found: list[Piece] = []
    for n, part in enumerate(sentence.replace(STRONG_TO, STRONG_FROM).split(STRONG_FROM)):
        if part:
            found.append((part, SEMIBOLD if n % 2 else REGULAR))
    return found


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Cuts a text into lines at plain blanks only; a word wider than the line is cut itself."""
    lines: list[str] = []
    line = ""
    for word in _pieces_that_fit(text.split(" "), width, measure):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _pieces_that_fit(
    words: Iterable[str], width: float, measure: Callable[[str], float]
) -> Iterator[str]:
    for word in words:
        rest = word
        while len(rest) > 1 and measure(rest) > width:
            cut = next((n for n in range(len(rest) - 1, 1, -1) if measure(rest[:n]) <= width), 1)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def shorten(text: str, width: float, measure: Callable[[str], float]) -> str:
    """Cuts a text that is too wide and says so with "…"."""
    if measure(text) <= width:
        return text
    kept = next((n for n in range(len(text), 0, -1) if measure(f"{text[:n]}…") <= width), 0)
    return f"{text[:kept].rstrip()}…"
