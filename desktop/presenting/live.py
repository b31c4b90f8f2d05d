"""The figures that stay on the screen while one answers: headline, gross, storage, net."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from desktop.charts import sentences
from desktop.charts.balance import Balance
from desktop.charts.bars import LIVE, Look, sources_bar
from desktop.charts.figures import add_up, decimals_for, fixed, rounded, split_net
from desktop.charts.headline import Headline, Kind, NotComputed, View, headline_of, with_estimates
from desktop.charts.scene import Measure, Scene
from desktop.computing import Outcome
from desktop.engine_words import said
from desktop.number_style import MISSING
from desktop.presenting.places import Asked, asked_on, is_answered
from desktop.widgets.live_figures import LiveFigures, NextAnswer, Share
from desktop.words import Words, mark
from diagnostics.balance import STOCKS
from diagnostics.core.errors import Message
from diagnostics.core.trace import NOT_ENTERED
from diagnostics.entities import FarmEntity
from diagnostics.estimated import estimated_posts
from diagnostics.questionnaire.quick import FARM, is_quick
from diagnostics.record import FarmRecord

TITLES: dict[Kind, str] = {
    "milk": mark("Net footprint of milk"),
    "beef": mark("Net footprint of live weight"),
    "area": mark("Net footprint per hectare"),
    "total": mark("Net footprint of the farm"),
}
FIGURES: dict[Kind, str] = {
    "milk": "footprint_milk",
    "beef": "footprint_beef",
    "area": "footprint_area",
    "total": "emissions",
}
BEARS_NOTHING = mark("So little is sold that it bears none of the emissions. Check the quantity.")
MOST_SHARES = 3
STOCK_CODES = frozenset(stock.code for stock in STOCKS)
OTHERS = "others"


@dataclass(frozen=True)
class Leading:
    """The headline of an outcome, or why there is none."""

    headline: Headline | None = None
    missing: Message | None = None

    @property
    def net(self) -> float | None:
        """The figure that leads."""
        return None if self.headline is None else self.headline.balance.net


def leading_of(outcome: Outcome, view: View | None = None) -> Leading:
    """The headline once the first questions count; a blank is never taken for zero.

    A `view` asks for another number than the one that leads.
    """
    if outcome.results is None:
        return Leading(missing=outcome.refused)
    blank = _blank(outcome)
    if blank is not None:
        return Leading(missing=blank)
    try:
        headline = with_estimates(
            headline_of(outcome.results, view), estimated_posts(outcome.record)
        )
    except NotComputed as reason:
        assert outcome.diagnosis is not None
        return Leading(missing=outcome.diagnosis.why_not(reason.name))
    # So little of a product that the sharing rule leaves it nothing: that is no footprint of zero.
    shared_out = headline.tonnes.gross > 0 and not headline.balance.gross
    return Leading(missing=Message(BEARS_NOTHING)) if shared_out else Leading(headline)


def live_figures(
    leading: Leading,
    words: Words,
    since: float | None = None,
    advice: tuple[NextAnswer, ...] = (),
    precision: float | None = None,
) -> LiveFigures:
    """The figures in words; ``since`` is the net when the dossier was opened."""
    if leading.headline is None:
        return _nothing(leading, words)
    balance, kind = leading.headline.balance, leading.headline.kind
    decimals = decimals_for(balance.gross)
    gross, storage, net = split_net(balance.gross, balance.net, decimals)
    change = 0.0 if since is None else _change(balance.net, since, decimals)
    return LiveFigures(
        title=words.say(TITLES[kind]),
        value=fixed(words, net, decimals),
        unit=words.unit(balance.unit),
        between=sentences.between(words, balance, decimals),
        difference=_difference(words, change, decimals),
        direction=(change > 0) - (change < 0),
        gross=fixed(words, gross, decimals),
        storage=sentences.storage_figure(words, storage, decimals),
        net=fixed(words, net, decimals),
        shares=_shares(balance, words),
        bar=partial(_bar, balance, words, LIVE),
        precision=precision,
        next_answers=advice,
        spoken=_spoken(words, fixed(words, net, decimals), change, decimals),
    )


def estimate_sentence(leading: Leading, words: Words) -> tuple[str, str]:
    """The first estimate as a title and a sentence; both empty while there is none."""
    if leading.headline is None:
        return "", ""
    balance = leading.headline.balance
    decimals = decimals_for(balance.gross)
    value = f"{fixed(words, balance.net, decimals)} {sentences.unit_phrase(words, balance.unit)}"
    title = words.say("First estimate: {value}", value=value)
    between = sentences.between(words, balance, decimals)
    if not between:
        return title, words.say("Each answer narrows it.")
    return title, words.say("It lies {between} (9 chances in 10).", between=between)


def explained_place(key: str, leading: Leading) -> tuple[str, str]:
    """The quantity behind a figure and its row: posts are parts of the gross, stocks of the net."""
    headline = leading.headline
    kind: Kind = "total" if headline is None else headline.kind
    workshop = "" if headline is None else headline.workshop
    net, gross = f"net_{FIGURES[kind]}", f"gross_{FIGURES[kind]}"
    named = {"headline": net, "net": net, "gross": gross, OTHERS: gross}
    named["storage"] = f"{net}/storage" if kind in ("milk", "beef", "area") else "carbon_storage"
    part = f"{net if key in STOCK_CODES else gross}/{key}"
    return named.get(key, part), workshop


def _blank(outcome: Outcome) -> Message | None:
    """The first question that neither the farm nor a rule has answered."""
    assert outcome.diagnosis is not None
    for one in asked_on(FARM, outcome.record):
        if is_answered(outcome.record, one) or not _is_needed(one, outcome.record):
            continue
        if one.number is None:
            return Message(NOT_ENTERED, {"label": one.question.words})
        node = outcome.diagnosis.explain(one.field, one.subject, depth=0)
        if node.origin != "formula" or node.value is None:
            return Message(NOT_ENTERED, {"label": one.question.words})
    return None


def _is_needed(one: Asked, record: FarmRecord) -> bool:
    """Of the choices only the system brings rows with it, and of a quick dossier alone."""
    return one.number is not None or (one.choice is FarmEntity.system and is_quick(record))


def _nothing(leading: Leading, words: Words) -> LiveFigures:
    missing = "" if leading.missing is None else said(words, leading.missing)
    title = words.say("Net footprint")
    return LiveFigures(title, MISSING, missing=missing, spoken=missing)


def _change(net: float, since: float, decimals: int) -> float:
    """The difference of the figures as they are shown, so that a reader can check it."""
    return rounded(rounded(net, decimals) - rounded(since, decimals), decimals)


def _difference(words: Words, change: float, decimals: int) -> str:
    if not change:
        return ""
    return words.say("{change} since opening", change=_signed(words, change, decimals))


def _signed(words: Words, change: float, decimals: int) -> str:
    text = fixed(words, change, decimals)
    return f"+{text}" if change > 0 else text


def _spoken(words: Words, net: str, change: float, decimals: int) -> str:
    if not change:
        return words.say("Net {value}", value=net)
    signed = _signed(words, change, decimals)
    return words.say("Net {value}, {change} since opening", value=net, change=signed)


def _bar(balance: Balance, words: Words, look: Look, width: float, measure: Measure) -> Scene:
    return sources_bar(balance, words, measure, width, look, grid=1.0)


def _shares(balance: Balance, words: Words) -> tuple[Share, ...]:
    """The largest posts, and all others together; the percentages shown add up to 100."""
    order = sorted(balance.portions, key=lambda portion: -portion.value)
    most = order[:MOST_SHARES] if len(order) > MOST_SHARES + 1 else order
    rest = order[len(most) :]
    gross = balance.gross or 1.0
    parts = [*(p.value / gross * 100 for p in most), sum(p.value for p in rest) / gross * 100]
    shown = [words.percent(part / 100) for part in add_up(parts, 0)]
    shares = [
        Share(p.post.key, words.say(p.post.name), figure, (p.post.fill,))
        for p, figure in zip(most, shown, strict=False)
    ]
    if not rest:
        return tuple(shares)
    label = words.count("{n} other source", "{n} other sources", len(rest))
    return (*shares, Share(OTHERS, label, shown[-1], tuple(p.post.fill for p in rest)))
