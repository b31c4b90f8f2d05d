"""What a diagnosis comes to, in a few lines on the terminal."""

from collections.abc import Mapping
from typing import Any

from desktop.charts.balance import Balance
from desktop.charts.figures import decimals_for, fixed, not_noise, split_net
from desktop.charts.headline import Headline, Kind, headline_of
from desktop.charts.sentences import unit_phrase
from desktop.report.assembly import references_of
from desktop.report.text import clean
from desktop.words import Words, mark

Results = Mapping[str, Any]

MOST_REFERENCES = 12
HEADINGS: dict[Kind, str] = {
    "milk": mark("Milk"),
    "beef": mark("Animals sold"),
    "area": mark("Farm, per hectare"),
    "total": mark("Farm"),
}


def summary(results: Results, words: Words) -> list[str]:
    """The name, gross, storage and net, the leading ratio, and what they rest on.

    Raises NotComputed when the answers do not suffice.
    """
    headline = headline_of(results)
    return [heading(results, words), *_figures(headline, words), *basis(results, words)]


def heading(results: Results, words: Words) -> str:
    """The farm, the year, and the set of factors."""
    farm, profile = results["farm"], results["profile"]
    return words.say(
        "{farm}, {year} ({profile}, edition {n})",
        farm=clean(str(farm["name"])),
        year=farm["year"],
        profile=clean(str(profile["name"])),
        n=profile["edition"],
    )


def _figures(headline: Headline, words: Words) -> list[str]:
    lines = [_line(HEADINGS[headline.kind], headline.balance, words)]
    if headline.balance.low is not None:
        lines.append(f"  {_range(headline.balance, words)}")
    for product in headline.products:
        balance = Balance((), product.gross - product.net, product.unit)
        lines.append(_sum_line(HEADINGS[product.kind], product.gross, balance, words))
    if headline.kind != "total":
        lines.append(_line(HEADINGS["total"], headline.tonnes, words))
    return lines


def _line(name: str, balance: Balance, words: Words) -> str:
    return _sum_line(name, balance.gross, balance, words)


def _sum_line(name: str, gross: float, balance: Balance, words: Words) -> str:
    """Gross, storage and net as they add up, with their unit in words."""
    decimals = decimals_for(gross or balance.storage)
    shown_gross, storage, net = split_net(gross, gross - balance.storage, decimals)
    taken = abs(storage) or not_noise(balance.storage, gross)
    figures = {
        "gross": fixed(words, shown_gross, decimals),
        "net": fixed(words, net, decimals),
    }
    stored = fixed(words, taken, decimals)
    if balance.storage < 0:
        total = words.say("gross {gross} + carbon lost {lost} = net {net}", lost=stored, **figures)
    else:
        total = words.say(
            "gross {gross} − carbon storage {storage} = net {net}", storage=stored, **figures
        )
    unit = unit_phrase(words, balance.unit)
    return words.say("{name}: {total} {unit}", name=words.say(name), total=total, unit=unit)


def _range(balance: Balance, words: Words) -> str:
    decimals = decimals_for(balance.gross or balance.net)
    low, high = (fixed(words, end or 0.0, decimals) for end in (balance.low, balance.high))
    return words.say("Between {low} and {high} (9 chances in 10)", low=low, high=high)


def basis(results: Results, words: Words) -> list[str]:
    """How many data are the farm's own, and which reference values stand in for the others."""
    own = words.count(
        "{n} figure comes from you", "{n} figures come from you", int(results["own_data"])
    )
    references = references_of(results, words)
    if not references:
        return [own, words.say("No reference value is used")]
    told = words.count(
        "{n} is a reference value:", "{n} are reference values:", sum(r.count for r in references)
    )
    listed = [f"  {clean(reference.text)}" for reference in references[:MOST_REFERENCES]]
    more = len(references) - len(listed)
    rest = [words.count("  and {n} more", "  and {n} more", more)] if more else []
    return [own, told, *listed, *rest]
