"""What a choice is told: the options, the reference one, and how a text finds them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

REPEATED = 60
"""So much of a text that names no option is repeated in the sentence about it."""

FEW = 6
"""Up to so many options all are shown as cards; more are found by typing."""


@dataclass(frozen=True)
class Option:
    """One answer: `line` explains it in a few words, `also` are other words that find it."""

    code: str
    label: str
    line: str = ""
    icon: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChoiceModel:
    """Everything a choice needs to know; the reference is the code used while nothing is given."""

    key: str
    label: str
    options: tuple[Option, ...]
    help: str = ""
    reference: str = ""
    reference_origin: str = ""
    hint: str = ""
    optional: bool = False
    compact: bool = False
    """Whether it is a list although it has few options: most people leave it as it is."""

    def option(self, code: str) -> Option | None:
        """Give the option with a code."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True)
class ChoiceContents:
    """What stands in a choice: the code of the answer, or the text that found none."""

    code: str = ""
    text: str = ""
    origin: str = "answer"
    source: str = ""


@dataclass(frozen=True)
class ChoiceAnswer:
    """What a choice hands over: the code, or an empty one for "not given"."""

    key: str
    code: str
    text: str = ""


def shortened(text: str) -> str:
    """Give the beginning of a text: a pasted page is not repeated in the sentence about it."""
    return text if len(text) <= REPEATED else f"{text[: REPEATED - 1]}…"


def folded(text: str) -> str:
    """Give a text as it is compared: without accents, capitals and signs between words."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())


def found(options: Sequence[Option], text: str) -> list[Option]:
    """Give the options that a text may mean, those that begin with it first."""
    sought = folded(text)
    if not sought:
        return list(options)
    ranked = [(_rank(option, sought), n) for n, option in enumerate(options)]
    return [options[n] for rank, n in sorted(ranked) if rank < MISSED]


def meant(options: Sequence[Option], text: str) -> Option | None:
    """Give the one option that a text surely means, if there is exactly one."""
    sought = folded(text)
    exact = [option for option in options if sought in _names(option)]
    likely = exact or found(options, text)
    return likely[0] if sought and len(likely) == 1 else None


MISSED = 3


def _rank(option: Option, sought: str) -> int:
    names = _names(option)
    if any(name.startswith(sought) for name in names):
        return 0
    if any(f" {sought}" in name for name in names):
        return 1
    return 2 if any(sought in name for name in names) else MISSED


def _names(option: Option) -> list[str]:
    return [folded(name) for name in (option.label, *option.also)]
