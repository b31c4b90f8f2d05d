"""The results page in words: the number of a view, its sum, its charts and what is behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from desktop.charts import bars, place, sentences, waterfall, waterfall_words
from desktop.charts.balance import Balance
from desktop.charts.figures import decimals_for, fixed, split_net
from desktop.charts.headline import Headline, Kind
from desktop.charts.place_words import Standing, conclusion, group_line
from desktop.charts.scene import Measure, Scene
from desktop.computing import Outcome
from desktop.engine_words import said
from desktop.number_style import MISSING
from desktop.presenting.indicators import Indicator, indicators_of
from desktop.presenting.largest_sources import LargestSources, largest_sources, most_of
from desktop.presenting.live import Leading
from desktop.presenting.peers import Peers, peers_of
from desktop.presenting.views import without_product
from desktop.widgets.live_figures import DrawScene
from desktop.words import Words, mark
from diagnostics.references import References

LEADS: dict[Kind, str] = {
    "milk": mark("kg CO₂e net per litre of milk"),
    "beef": mark("kg CO₂e net per kg live weight"),
    "area": mark("t CO₂e net per hectare"),
    "total": mark("t CO₂e net a year"),
}
PROVISIONAL = mark("Provisional estimate. Still on reference values: {posts}.")
KG_PER_TONNE = 1000.0


@dataclass(frozen=True)
class ChartWords:
    """A chart and what stands above it; `draw` lays it out for a width."""

    draw: DrawScene
    title: str
    subtitle: str


@dataclass(frozen=True)
class Known:
    """What an overview is written from; `precision` is the part that rests on the farm's data."""

    outcome: Outcome
    references: References
    precision: float | None = None


@dataclass(frozen=True)
class Overview:
    """Everything the page shows; `value` is "—" and `lead` says why while there is no figure."""

    value: str
    lead: str
    between: str = ""
    also: str = ""
    notes: tuple[str, ...] = ()
    gross: str = ""
    storage: str = ""
    net: str = ""
    bar: ChartWords | None = None
    fall: ChartWords | None = None
    strip: ChartWords | None = None
    sources: LargestSources = field(default_factory=lambda: LargestSources((), ""))
    peers: Peers = field(default_factory=lambda: Peers(None))
    indicators: tuple[Indicator, ...] = ()


def missing_sentence(leading: Leading, words: Words) -> str:
    """Why there is no figure yet; empty where there is one."""
    if leading.headline is not None:
        return ""
    why = "" if leading.missing is None else said(words, leading.missing)
    return why or words.say("There is no result yet.")


def overview_of(leading: Leading, known: Known, words: Words) -> Overview:
    """The overview of a calculation, told in one view."""
    outcome = known.outcome
    if leading.headline is None or outcome.diagnosis is None:
        return Overview(MISSING, missing_sentence(leading, words))
    headline = leading.headline
    balance = headline.balance
    decimals = decimals_for(balance.gross)
    gross, storage, net = split_net(balance.gross, balance.net, decimals)
    peers = peers_of(headline, outcome.record, known.references, words)
    return Overview(
        value=fixed(words, net, decimals),
        lead=words.say(LEADS[headline.kind]),
        between=_between(balance, words, decimals),
        also=_also(headline, known, words),
        notes=_notes(balance, outcome, words),
        gross=fixed(words, gross, decimals),
        storage=sentences.storage_figure(words, storage, decimals, balance.storage),
        net=fixed(words, net, decimals),
        bar=_bar_words(balance, words),
        fall=_fall_words(balance, words),
        strip=None if peers.standing is None else _strip_words(peers.standing, words),
        sources=largest_sources(headline, outcome.diagnosis, words),
        peers=peers,
        indicators=indicators_of(headline, outcome, known.precision, words),
    )


def _between(balance: Balance, words: Words, decimals: int) -> str:
    if balance.low is None or balance.high is None:
        return ""
    low, high = fixed(words, balance.low, decimals), fixed(words, balance.high, decimals)
    return words.say("Between {low} and {high} (9 chances in 10)", low=low, high=high)


def _own(known: Known, words: Words) -> str:
    """How much of the result the farm itself has said: the share once it is known."""
    if known.precision is not None:
        share = words.percent(known.precision)
        return words.say("{share} of the result rests on your data.", share=share)
    count = (known.outcome.results or {})["own_data"]
    return words.count("{n} figure comes from you.", "{n} figures come from you.", count)


def _also(headline: Headline, known: Known, words: Words) -> str:
    """The same in tonnes and per hectare, and how much of it the farm itself has said."""
    results, own = known.outcome.results or {}, _own(known, words)
    if headline.workshop:
        tonnes = words.number(headline.tonnes.net)
        return words.say("This enterprise: {tonnes} t a year. {own}", tonnes=tonnes, own=own)
    tonnes = words.number(headline.tonnes.net)
    per_area = results["values"]["net_footprint_area"]["value"]
    if per_area is None or headline.kind == "area":
        return words.say("That is {tonnes} t a year. {own}", tonnes=tonnes, own=own)
    area = words.number(per_area / KG_PER_TONNE)
    if headline.kind == "total":
        return words.say("That is {area} t per ha. {own}", area=area, own=own)
    return words.say(
        "That is {tonnes} t a year, {area} t per ha. {own}", tonnes=tonnes, area=area, own=own
    )


def _notes(balance: Balance, outcome: Outcome, words: Words) -> tuple[str, ...]:
    """What one should know before one reads on; nothing where all is said."""
    order = sorted(balance.portions, key=lambda one: -one.value)
    most = order[: most_of(order, balance.gross)] if balance.gross > 0 else []
    unsure = [words.say(one.post.name) for one in most if one.estimated]
    notes = []
    if unsure:
        told = ", ".join(unsure)
        notes.append(
            words.say("Provisional estimate. Still on reference values: {posts}.", posts=told)
        )
    if balance.net < 0:
        notes.append(words.say("The farm stores more carbon than it gives off in this count."))
    notes.append(without_product(outcome, words))
    return tuple(note for note in notes if note)


def _bar_words(balance: Balance, words: Words) -> ChartWords:
    subtitle = sentences.unit_phrase(words, balance.unit)
    if any(one.estimated and one.value for one in balance.portions):
        subtitle = words.say("{unit}. Hatched: still estimated", unit=subtitle)
    return ChartWords(partial(_bar, balance, words), sentences.conclusion(words, balance), subtitle)


def _fall_words(balance: Balance, words: Words) -> ChartWords:
    return ChartWords(
        partial(_fall, balance, words),
        waterfall_words.conclusion(words, balance),
        sentences.unit_phrase(words, balance.unit),
    )


def _strip_words(standing: Standing, words: Words) -> ChartWords:
    return ChartWords(
        partial(_strip, standing, words), conclusion(words, standing), group_line(words, standing)
    )


def _bar(balance: Balance, words: Words, width: float, measure: Measure) -> Scene:
    return bars.sources_bar(balance, words, measure, width, bars.SCREEN, grid=1.0)


def _fall(balance: Balance, words: Words, width: float, measure: Measure) -> Scene:
    return waterfall.waterfall(balance, words, measure, width, waterfall.SCREEN, grid=1.0)


def _strip(standing: Standing, words: Words, width: float, measure: Measure) -> Scene:
    return place.place_strip(standing, words, measure, width, place.SCREEN, grid=1.0)
