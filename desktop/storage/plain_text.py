"""Texts as the library keeps them: one Unicode form, no invisible controls, a known length."""

from __future__ import annotations

import unicodedata

NAME_LENGTH = 200
NOTE_LENGTH = 20_000
KEY_LENGTH = 200
_KEPT_CONTROLS = "\n\t"


class Unstorable(ValueError):
    """A value that no library may hold: too long, not finite, or not a path."""


def plain(text: str, limit: int = NOTE_LENGTH) -> str:
    """The text in composed form without control characters; marks of direction stay as they are."""
    composed = _composed(text)
    if len(composed) > limit:
        raise Unstorable(f"a text of {len(composed)} characters; {limit} are kept at most")
    return composed


def fitting(text: str, limit: int = NOTE_LENGTH) -> str:
    """As much of a text as can be kept; a composed form may be longer than what was pasted."""
    return _composed(text)[:limit]


def same_text(one: str, other: str) -> bool:
    """Whether two names read the same, whatever their capitals and their encoding of accents."""
    return _folded(one) == _folded(other)


def plain_key(key: str) -> str:
    """A path or a field name, refused rather than changed when it holds anything invisible."""
    if key != plain(key, KEY_LENGTH) or key.startswith("/") or key.endswith("/"):
        raise Unstorable(f"not a path: {key[:KEY_LENGTH]!r}")
    return key


def finite(number: float | None) -> float | None:
    """The number as the library keeps it; not-a-number and infinity never enter, −0 is 0."""
    if number is None:
        return None
    value = float(number)
    if value - value != 0.0:
        raise Unstorable(f"not a finite number: {value}")
    return value + 0.0


def _composed(text: str) -> str:
    # A lone surrogate is no character: UTF-8 cannot hold it.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    visible = "".join(c for c in whole if c in _KEPT_CONTROLS or unicodedata.category(c) != "Cc")
    return unicodedata.normalize("NFC", visible)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())
