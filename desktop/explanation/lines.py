"""Writes a line of arithmetic: numbers loud, units and signs quiet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts.figures import fixed
from desktop.explanation.amounts import FOOTPRINTS, Amounts, Written, people_unit
from desktop.explanation.equation import SUPERSCRIPTS
from desktop.explanation.levels import Amount, Line
from desktop.number_style import MINUS, NO_BREAK

if TYPE_CHECKING:
    from desktop.words import Words

PER_THING = ("/head", "/ha")
_SIGN = re.compile("([×÷+−=→]) ")
_BRACKETS = re.compile(r"\([^()]{1,16}\)")
OPEN, CLOSE, POWER = "(", ")", "^"


@dataclass(frozen=True)
class Span:
    """A stretch of text; a loud one is a number to be seen first."""

    text: str
    loud: bool = False


def written(line: Line, words: Words) -> tuple[Span, ...]:
    """Write a line with its result."""
    writer = _SumWriter(words, line) if line.adds_up else _Writer(words, line)
    return _unbroken(_joined([*writer.spans(), Span(" = "), *_of(writer.result())]))


def plain(spans: tuple[Span, ...]) -> str:
    """Give a line as one text."""
    return "".join(span.text for span in spans)


class _Writer:
    """Writes a formula term by term; a unit is left out where the result says it."""

    def __init__(self, words: Words, line: Line) -> None:
        self._words, self._line = words, line
        self._amounts = Amounts(words)
        self._adds = any(term in ("+", "−") for term in line.terms)
        self._raises = POWER in line.terms
        self._sizes = _sizes(line)

    def spans(self) -> Iterator[Span]:
        """Give the pieces of the line."""
        terms, before = self._line.terms, ""
        for place, term in enumerate(terms):
            following = terms[place + 1] if place + 1 < len(terms) else ""
            if isinstance(term, Amount):
                yield from _of(self._term(term, bare=following == POWER))
            elif term != POWER:
                yield Span(self._sign(term, before))
            before = term if isinstance(term, str) else ""

    def result(self) -> Written:
        """Give what comes out."""
        return self._scaled(self._line.result)

    def _scaled(self, amount: Amount) -> Written:
        """Write an amount; the same unit is the same one in the whole line."""
        return self._amounts.scaled(amount, *people_unit(amount.unit, self._sizes[amount.unit]))

    def _term(self, amount: Amount, *, bare: bool) -> Written:
        if amount.kind == "share":
            if not self._raises:
                return self._scaled(amount)
            return Written(self._amounts.figure(amount.value))
        whole = self._scaled(amount)
        if bare or (self._adds and amount.unit == self._line.result.unit):
            return Written(whole.number)
        return Written(whole.number, self._unit(amount))

    def _unit(self, amount: Amount) -> str:
        """Give a unit short enough for a line: of "kg CH4 per animal" the kilograms."""
        unit, _ = people_unit(amount.unit, self._sizes[amount.unit])
        if "/" not in unit:
            return self._amounts.unit(unit)
        is_per_thing = amount.kind != "factor" and any(per in unit for per in PER_THING)
        return self._amounts.unit(unit.partition("/")[0]) if is_per_thing else ""

    def _sign(self, text: str, before: str) -> str:
        if not text[:1].isdigit():
            return text if text in (OPEN, CLOSE) else f" {text} "
        return text.translate(SUPERSCRIPTS) if before == POWER else self._words.exact(float(text))


class _SumWriter:
    """Writes a sum in the unit of its total, rounded so that what is shown adds up."""

    def __init__(self, words: Words, line: Line) -> None:
        self._words, self._line = words, line
        self._amounts = Amounts(words)
        self._unit, self._worth = people_unit(line.result.unit, line.result.value)

    def spans(self) -> Iterator[Span]:
        """Give the pieces of the sum."""
        values = [value / self._worth for value in _signed(self._line)]
        shown = iter(self._amounts.adding_up(values, self._unit))
        for term in self._line.terms:
            if isinstance(term, Amount):
                yield Span(next(shown).lstrip(MINUS), loud=True)
            else:
                yield Span(f" {term} ")

    def result(self) -> Written:
        """Give the total, with the decimals of its parts."""
        if self._unit not in FOOTPRINTS:
            return self._amounts.scaled(self._line.result, self._unit, self._worth)
        values = [value / self._worth for value in _signed(self._line)]
        total = fixed(
            self._words, self._line.result.value / self._worth, self._amounts.decimals(values)
        )
        return Written(total, self._amounts.unit(self._unit))


def _signed(line: Line) -> list[float]:
    """Give the terms of a sum with the signs before them."""
    sign, found = 1.0, []
    for term in line.terms:
        if isinstance(term, Amount):
            found.append(sign * term.value)
        sign = -1.0 if term == "−" else 1.0
    return found


def _sizes(line: Line) -> dict[str, float]:
    """Give the largest amount of each unit."""
    sizes: dict[str, float] = {}
    for term in (*line.terms, line.result):
        if isinstance(term, Amount):
            sizes[term.unit] = max(sizes.get(term.unit, 0.0), abs(term.value))
    return sizes


def _of(written: Written) -> Iterator[Span]:
    yield Span(written.number, loud=True)
    if written.unit:
        yield Span(NO_BREAK + written.unit)


def _unbroken(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Let a line break before a sign only, and not inside short brackets."""
    text = _SIGN.sub(_kept_on, plain(spans))
    text = _BRACKETS.sub(_kept_together, text)
    found, start = [], 0
    for span in spans:
        end = start + len(span.text)
        found.append(Span(text[start:end], span.loud))
        start = end
    return tuple(found)


def _kept_on(sign: re.Match[str]) -> str:
    return sign.group(1) + NO_BREAK


def _kept_together(brackets: re.Match[str]) -> str:
    return brackets.group().replace(" ", NO_BREAK)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Put stretches of the same loudness together, without doubled spaces."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].loud == span.loud:
            joined[-1] = Span(joined[-1].text + span.text, span.loud)
        else:
            joined.append(span)
    return tuple(Span(span.text.replace("  ", " "), span.loud) for span in joined)
