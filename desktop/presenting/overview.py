"""The results page in words: the number that leads, its sum, and the sources behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop.charts import sentences
from desktop.charts.balance import Balance
from desktop.charts.bars import SCREEN, sources_bar
from desktop.charts.figures import add_up, decimals_for, fixed, split_net
from desktop.charts.headline import Headline, Kind
from desktop.charts.scene import Measure, Scene
from desktop.engine_words import said
from desktop.number_style import MISSING
from desktop.presenting.live import Leading
from desktop.widgets.live_figures import DrawScene
from desktop.widgets.share_rows import Part
from desktop.words import Words, mark

LEADS: dict[Kind, str] = {
    "milk": mark("kg CO₂e net per litre of milk"),
    "beef": mark("kg CO₂e net per kg live weight"),
    "area": mark("t CO₂e net per hectare"),
    "total": mark("t CO₂e net a year"),
}
MOST_OF_IT = 0.80
MOST_SOURCES = 5
KG_PER_TONNE = 1000.0


@dataclass(frozen=True)
class Overview:
    """Everything the page shows; `value` is "—" and `lead` says why while there is no figure."""

    value: str
    lead: str
    between: str = ""
    also: str = ""
    gross: str = ""
    storage: str = ""
    net: str = ""
    bar: DrawScene | None = None
    chart_title: str = ""
    chart_subtitle: str = ""
    sources: tuple[Part, ...] = ()
    sources_title: str = ""
    sources_subtitle: str = ""


def overview_of(leading: Leading, results: Mapping[str, Any] | None, words: Words) -> Overview:
    """The overview of a calculation."""
    if leading.headline is None or results is None:
        why = "" if leading.missing is None else said(words, leading.missing)
        return Overview(MISSING, why or words.say("There is no result yet."))
    balance = leading.headline.balance
    decimals = decimals_for(balance.gross)
    gross, storage, net = split_net(balance.gross, balance.net, decimals)
    sources = _sources(balance, words)
    return Overview(
        value=fixed(words, net, decimals),
        lead=words.say(LEADS[leading.headline.kind]),
        between=_between(balance, words, decimals),
        also=_also(leading.headline, results, words),
        gross=fixed(words, gross, decimals),
        storage=sentences.storage_figure(words, storage, decimals),
        net=fixed(words, net, decimals),
        bar=partial(_bar, balance, words),
        chart_title=sentences.conclusion(words, balance),
        chart_subtitle=sentences.unit_phrase(words, balance.unit),
        sources=sources,
        sources_title=_most(sources, words),
        sources_subtitle=words.say("share of the gross"),
    )


def _between(balance: Balance, words: Words, decimals: int) -> str:
    if balance.low is None or balance.high is None:
        return ""
    low, high = fixed(words, balance.low, decimals), fixed(words, balance.high, decimals)
    return words.say("Between {low} and {high} (9 chances in 10)", low=low, high=high)


def _also(headline: Headline, results: Mapping[str, Any], words: Words) -> str:
    """The same in tonnes and per hectare, and how much of it the farm itself has said."""
    tonnes = words.number(headline.tonnes.net)
    per_area = results["values"]["net_footprint_area"]["value"]
    own = words.count(
        "{n} figure comes from you.", "{n} figures come from you.", results["own_data"]
    )
    if per_area is None or headline.kind == "area":
        return words.say("That is {tonnes} t a year. {own}", tonnes=tonnes, own=own)
    area = words.number(per_area / KG_PER_TONNE)
    return words.say(
        "That is {tonnes} t a year, {area} t per ha. {own}", tonnes=tonnes, area=area, own=own
    )


def _sources(balance: Balance, words: Words) -> tuple[Part, ...]:
    """The largest sources that make 80 % of the gross together, five at most."""
    order = sorted(balance.portions, key=lambda portion: -portion.value)
    gross = balance.gross
    if gross <= 0:
        return ()
    shown = add_up([portion.value / gross * 100 for portion in order], 0)
    decimals, reached = decimals_for(gross), 0.0
    kept: list[Part] = []
    for portion, percent in zip(order, shown, strict=True):
        if reached >= MOST_OF_IT or len(kept) == MOST_SOURCES:
            break
        reached += portion.value / gross
        amount = fixed(words, portion.value, decimals)
        kept.append(
            Part(
                key=portion.post.key,
                name=words.say(portion.post.name),
                share=portion.value / gross,
                shown_share=words.percent(percent / 100),
                note=words.with_unit(amount, balance.unit),
                colour=portion.post.fill,
            )
        )
    return tuple(kept)


def _most(sources: tuple[Part, ...], words: Words) -> str:
    share = words.percent(sum(part.share for part in sources))
    return words.count(
        "{n} source makes {share} of the gross",
        "{n} sources make {share} of the gross",
        len(sources),
        share=share,
    )


def _bar(balance: Balance, words: Words, width: float, measure: Measure) -> Scene:
    return sources_bar(balance, words, measure, width, SCREEN, grid=1.0)
