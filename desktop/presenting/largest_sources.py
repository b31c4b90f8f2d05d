"""The few sources that make most of the gross, each with what drives it on this farm."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.charts.balance import Portion
from desktop.charts.figures import add_up, decimals_for, fixed
from desktop.charts.headline import Headline
from desktop.presenting.drivers import driver_of
from desktop.widgets.share_rows import Part
from desktop.words import Words, mark
from diagnostics.diagnosis import Diagnosis

MOST_OF_IT = 0.80
MOST_SOURCES = 5
COUNTS = (mark("One"), mark("Two"), mark("Three"), mark("Four"), mark("Five"))


@dataclass(frozen=True)
class LargestSources:
    """The largest sources, and all others together."""

    parts: tuple[Part, ...]
    title: str
    rest: str = ""
    rest_share: str = ""


def largest_sources(headline: Headline, diagnosis: Diagnosis, words: Words) -> LargestSources:
    """The largest sources that make 80 % of the gross together, five at most."""
    balance = headline.balance
    gross = balance.gross
    order = sorted((p for p in balance.portions if p.value > 0), key=lambda one: -one.value)
    if gross <= 0 or not order:
        return LargestSources((), "")
    shown = [share / 100 for share in add_up([p.value / gross * 100 for p in order], 0)]
    most = most_of(order, gross)
    pairs = list(zip(order, shown, strict=True))
    parts = tuple(_part(one, share, headline, diagnosis, words) for one, share in pairs[:most])
    rest = len(order) - most
    return LargestSources(
        parts,
        _title(sum(shown[:most]), most, words),
        words.count("{n} other source", "{n} other sources", rest) if rest else "",
        words.percent(sum(shown[most:])) if rest else "",
    )


def most_of(order: list[Portion], gross: float) -> int:
    """How many of the largest posts make 80 % of the gross."""
    reached = 0.0
    for count, portion in enumerate(order[:MOST_SOURCES], 1):
        reached += portion.value / gross
        if reached >= MOST_OF_IT:
            return count
    return min(len(order), MOST_SOURCES)


def _part(
    portion: Portion, share: float, headline: Headline, diagnosis: Diagnosis, words: Words
) -> Part:
    balance = headline.balance
    amount = fixed(words, portion.value, decimals_for(balance.gross))
    driver = driver_of(portion.post.key, diagnosis, words, headline.workshop)
    return Part(
        key=portion.post.key,
        name=words.say(portion.post.name),
        share=portion.value / balance.gross,
        shown_share=words.percent(share),
        note=driver or words.with_unit(amount, balance.unit),
        colour=portion.post.fill,
    )


def _title(share: float, count: int, words: Words) -> str:
    if count == 1:
        return words.say("One source makes {share} of the gross", share=words.percent(share))
    return words.say(
        "{count} sources make {share} of the gross",
        count=words.say(COUNTS[count - 1]),
        share=words.percent(share),
    )
