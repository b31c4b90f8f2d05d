"""The rules of wording that a machine can check, and the French spaces that it can set."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from translations.catalogues import Translation, texts_of
from translations.gather import Sentence

FOLDER = Path(__file__).resolve().parent
THIN = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
_ANY_SPACE = f"[ {NO_BREAK}{THIN}]"
# An address of the web and a character reference of rich text keep their signs as they are.
_LEFT_ALONE = r"https?://\S+|&\w+;"

# Each stem with the endings of its family; wording.md 2, "Never say".
NEVER_FRENCH = (
    r"neutres?|compensée?s?|erreurs?|invalides?|incorrecte?s?|échecs?|échou\w+|anormal\w*|anormaux"
    r"|mauvais\w*|retards?|pollutions?|pollu\w+|par défaut|vous devez|scores?|note sur 10"
)
NEVER_ENGLISH = (
    r"neutral|offsets?|errors?|invalid|wrong|failed|failure|abnormal|bad|poor|behind|polluting"
    r"|defaults?|you must|scores?|rank|ranks|ranking"
)


def never_said(text: str, language: str) -> list[str]:
    """The words in a text that the program never says to a person."""
    words = NEVER_FRENCH if language == "fr" else NEVER_ENGLISH
    return [found.group() for found in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)]


def french_faults(text: str) -> Iterator[str]:
    """What is amiss in the signs and spaces of a French text."""
    bare = re.sub(_LEFT_ALONE, "", text)
    if re.search(rf"(?<=[^{THIN}(!?])[;!?%]", bare):
        yield "a thin no-break space goes before ; ! ? and %"
    if re.search(rf"(?<=[^{NO_BREAK}]):(?=\s|$)", bare):
        yield "a no-break space goes before a colon"
    if re.search(rf"«(?!{THIN})|(?<!{THIN})»", bare):
        yield "thin no-break spaces go inside « and »"
    if re.search(r"['\"]|\.\.\.", bare):
        yield "the signs are ’, « » and …"


def english_faults(text: str) -> Iterator[str]:
    """What is amiss in the signs and spaces of an English sentence."""
    if re.search(rf"{_ANY_SPACE}[:;!?%]", text):
        yield "no space goes before : ; ! ? and %"
    if re.search(r"\.\.\.", text):
        yield "the sign is …"


def french_set(text: str) -> str:
    """The text with the French spaces that a keyboard does not offer."""
    return "".join(
        piece if place % 2 else _set_spaces(piece)
        for place, piece in enumerate(re.split(f"({_LEFT_ALONE})", text))
    )


def _set_spaces(text: str) -> str:
    text = re.sub(rf"(?<=[^\s(!?]){_ANY_SPACE}*([;!?%])", rf"{THIN}\1", text)
    text = re.sub(rf"(?<=\S){_ANY_SPACE}*:(?=\s|$)", f"{NO_BREAK}:", text)
    text = re.sub(rf"{_ANY_SPACE}*»", f"{THIN}»", text)
    text = re.sub(rf"«{_ANY_SPACE}*", rf"«{THIN}", text)
    return re.sub(r"(?<=\w)'(?=\w)", "’", text).replace("...", "…")


def same_places(sentence: Sentence, translation: Translation) -> bool:
    """Whether the named places are those of the source; in a plural, "one cow" may drop {n}."""
    texts = list(texts_of(translation))
    if not sentence.many:
        return all(places(text) == places(sentence.one) for text in texts)
    allowed = places(sentence.one) | places(sentence.many)
    return all(places(text) <= allowed for text in texts) and (
        places(texts[-1]) == places(sentence.many)
    )


def places(text: str) -> set[str]:
    """The named places of a text, such as {value}."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def same_allowed() -> frozenset[str]:
    """The sentences that are the same in another language, each listed on purpose."""
    lines = (FOLDER / "same.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def glossary(language: str) -> dict[str, frozenset[str]]:
    """The law of terms: for each English term, the terms that may translate it."""
    found: dict[str, set[str]] = {}
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for form in ("", "_plural"):
                english, other = row[f"en{form}"], row[f"{language}{form}"]
                if english and other:
                    _allow(found, english, other)
    return {english: frozenset(others) for english, others in found.items()}


def _allow(found: dict[str, set[str]], english: str, other: str) -> None:
    """A term is written small, and with a capital where it starts a line."""
    found.setdefault(english, set()).add(french_set(other))
    capital = english[0].upper() + english[1:]
    if capital != english:
        found.setdefault(capital, set()).add(french_set(other[0].upper() + other[1:]))
