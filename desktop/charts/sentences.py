"""The words of the bar of sources: its conclusion, what a reader hears, and its twin table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.balance import Balance, Portion
from desktop.charts.figures import add_up, decimals_for, fixed, fixed_part, split_net
from desktop.charts.scene import Table
from desktop.words import mark

if TYPE_CHECKING:
    from desktop.words import Words

UNIT_PHRASES = {
    "kg CO2e/(L FPCM)": mark("kg CO₂e per litre"),
    "kg CO2e/(kg LW)": mark("kg CO₂e per kg live weight"),
    "t CO2e/ha/yr": mark("t CO₂e per hectare and year"),
    "t CO2e/yr": mark("t CO₂e a year"),
}
DIGESTION_PHRASES = (
    (0.44, 0.485, mark("Digestion makes nearly half of the gross")),
    (0.485, 0.515, mark("Digestion makes half of the gross")),
    (0.515, 0.56, mark("Digestion makes a little over half of the gross")),
    (0.64, 0.69, mark("Digestion makes two thirds of the gross")),
)


def unit_phrase(words: Words, unit: str) -> str:
    """Writes a unit in full for a subtitle; an unknown one stays as it is written elsewhere."""
    phrase = UNIT_PHRASES.get(unit)
    return words.say(phrase) if phrase else words.unit(unit)


def conclusion(words: Words, balance: Balance) -> str:
    """Says in one sentence what the bar shows: its first post and how much of the gross it is."""
    first = balance.first
    if first is None:
        return words.say("No emissions in this diagnosis")
    share = first.value / balance.gross
    if balance.net < 0:
        return words.say("Carbon storage is larger than the gross this year")
    if first.post.key == "enteric":
        return _digestion(words, share)
    name = words.say(first.post.name)
    return words.say(
        "First source: {name}, {share} of the gross", name=name, share=words.percent(share)
    )


def _digestion(words: Words, share: float) -> str:
    for low, high, phrase in DIGESTION_PHRASES:
        if low <= share < high:
            return words.say(phrase)
    return words.say("Digestion makes {share} of the gross", share=words.percent(share))


def between(words: Words, balance: Balance, decimals: int) -> str:
    """Writes the range of the net in words, or nothing when there is none."""
    if balance.low is None or balance.high is None:
        return ""
    low, high = (fixed(words, value, decimals) for value in (balance.low, balance.high))
    return words.say("between {low} and {high}", low=low, high=high)


def post_sentence(words: Words, portion: Portion, share: float, unit: str) -> str:
    """Says one post aloud: its name, its figure and its share."""
    return words.say(
        "{name}: {value} {unit}, {share} of the gross.",
        name=words.say(portion.post.name),
        value=fixed(words, portion.value, decimals_for(portion.value)),
        unit=words.unit(unit),
        share=words.percent(share),
    )


def storage_sentence(words: Words, balance: Balance) -> str:
    """Says the carbon storage aloud, or the carbon lost."""
    value = fixed(words, abs(balance.storage), decimals_for(balance.storage))
    unit = words.unit(balance.unit)
    if balance.storage < 0:
        return words.say("Carbon lost: {value} {unit}, added to the gross.", value=value, unit=unit)
    return words.say("Carbon storage: {value} {unit}, taken off the gross.", value=value, unit=unit)


def net_sentence(words: Words, balance: Balance) -> str:
    """Says the net aloud, with its range when there is one."""
    value = fixed(words, balance.net, decimals_for(balance.gross))
    unit = words.unit(balance.unit)
    if not between(words, balance, 2):
        return words.say("Net: {value} {unit}.", value=value, unit=unit)
    low, high = (
        fixed(words, end or 0.0, decimals_for(balance.gross)) for end in (balance.low, balance.high)
    )
    return words.say(
        "Net: {value} {unit}, between {low} and {high} (9 chances in 10).",
        value=value,
        unit=unit,
        low=low,
        high=high,
    )


def storage_name(words: Words, storage: float) -> str:
    """Names what lowers the net, or what raises it when carbon is lost."""
    return words.say("Carbon lost") if storage < 0 else words.say("Carbon storage")


def storage_figure(words: Words, storage: float, decimals: int, real: float | None = None) -> str:
    """Writes a storage as what it does to the net: minus when stored, plus when lost.

    `real` is the figure before it was rounded, where rounding may have left nothing of it.
    """
    real = storage if real is None else real
    text = fixed_part(words, -storage, -real, decimals)
    return f"+{text}" if (storage or real) < 0 else text


def twin(words: Words, balance: Balance) -> Table:
    """Gives the same figures as a table: posts, gross, storage, net."""
    decimals = decimals_for(balance.gross) + 2
    values = add_up([portion.value for portion in balance.portions], decimals)
    shares = add_up([share * 100 for share in balance.shares], 1)
    rows = [
        (
            words.say(p.post.name),
            fixed_part(words, value, p.value, decimals),
            words.percent(share / 100, 1),
        )
        for p, value, share in zip(balance.portions, values, shares, strict=True)
    ]
    header = (words.say("Source"), words.unit(balance.unit), words.say("share of the gross"))
    return Table(header, tuple(rows) + _totals(words, balance, decimals))


def _totals(words: Words, balance: Balance, decimals: int) -> tuple[tuple[str, ...], ...]:
    gross, storage, net = split_net(balance.gross, balance.net, decimals)
    whole = words.percent(1.0) if balance.gross else ""
    return (
        (words.say("Gross footprint"), fixed(words, gross, decimals), whole),
        (
            storage_name(words, storage),
            storage_figure(words, storage, decimals, balance.storage),
            "",
        ),
        (words.say("Net footprint"), fixed(words, net, decimals), ""),
    )
