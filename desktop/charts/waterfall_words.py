"""The words of the waterfall: its conclusion, what a reader hears, and its twin table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts import sentences
from desktop.charts.balance import Balance
from desktop.charts.figures import add_up, decimals_for, fixed, fixed_part, split_net
from desktop.charts.scene import Table

if TYPE_CHECKING:
    from desktop.words import Words


@dataclass(frozen=True, slots=True)
class Step:
    """One column in words: a stock's `value` is what it takes off."""

    key: str
    name: str
    value: float
    figure: str
    sentence: str


def steps_of(balance: Balance, words: Words) -> list[Step]:
    """Gives gross, the stocks and net; the figures shown add up."""
    decimals = decimals_for(balance.gross or balance.storage)
    gross, _, net = split_net(balance.gross, balance.net, decimals)
    first = Step(
        "gross",
        words.say("Gross"),
        balance.gross,
        fixed(words, gross, decimals),
        words.say("Gross: {value}.", value=_with_unit(words, balance, gross, decimals)),
    )
    last = Step(
        "net",
        words.say("Net"),
        balance.net,
        fixed(words, net, decimals),
        sentences.net_sentence(words, balance),
    )
    return [first, *_stock_steps(balance, words, decimals), last]


def conclusion(words: Words, balance: Balance) -> str:
    """Says in one sentence what storage does to the gross."""
    decimals = decimals_for(balance.gross or balance.storage)
    _, storage, _ = split_net(balance.gross, balance.net, decimals)
    if not balance.storage:
        return words.say("No carbon storage is counted")
    value = fixed_part(words, abs(storage), abs(balance.storage), decimals)
    if balance.storage < 0:
        return words.say("Soils lose carbon: {value} on top of the gross", value=value)
    if balance.net < 0:
        return words.say("Carbon storage takes off more than the gross: {value}", value=value)
    if {one.stock.code for one in balance.stored} == {"grassland", "hedges"}:
        return words.say("Grassland and hedges take off {value}", value=value)
    return words.say("Carbon storage takes off {value}", value=value)


def twin(words: Words, balance: Balance) -> Table:
    """Gives the same figures as a table, with two more decimals."""
    decimals = decimals_for(balance.gross or balance.storage) + 2
    gross, _, net = split_net(balance.gross, balance.net, decimals)
    rows = [(words.say("Gross footprint"), fixed(words, gross, decimals))]
    rows += [(step.name, step.figure) for step in _stock_steps(balance, words, decimals)]
    rows.append((words.say("Net footprint"), fixed(words, net, decimals)))
    if balance.low is not None and balance.high is not None:
        for label, end in ((words.say("5 chances in 100 below"), balance.low),
                           (words.say("5 chances in 100 above"), balance.high)):  # fmt: skip
            rows.append((label, fixed(words, end, decimals)))
    return Table((words.say("Step"), words.unit(balance.unit)), tuple(rows))


def _stock_steps(balance: Balance, words: Words, decimals: int) -> list[Step]:
    """Gives what each stock takes off; one step for all where they are not told apart."""
    _, storage, _ = split_net(balance.gross, balance.net, decimals)
    if not balance.stored:
        name = sentences.storage_name(words, balance.storage)
        sentence = sentences.storage_sentence(words, balance)
        figure = sentences.storage_figure(words, storage, decimals, balance.storage)
        return [Step("storage", name, balance.storage, figure, sentence)]
    shown = add_up([one.value for one in balance.stored], decimals, storage)
    steps = []
    for one, value in zip(balance.stored, shown, strict=True):
        name = words.say(one.stock.label)
        figure = sentences.storage_figure(words, value, decimals, one.value)
        amount = words.with_unit(
            fixed_part(words, abs(value), abs(one.value), decimals), balance.unit
        )
        sentence = (
            words.say("{name}: {value} taken off.", name=name, value=amount)
            if one.value > 0
            else words.say("{name}: {value} added, carbon is lost.", name=name, value=amount)
        )
        steps.append(Step(one.stock.code, name, one.value, figure, sentence))
    return steps


def _with_unit(words: Words, balance: Balance, value: float, decimals: int) -> str:
    return words.with_unit(fixed(words, value, decimals), balance.unit)
