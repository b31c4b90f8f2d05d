"""What is published of a group beside a result, in words: never a rank that is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop.charts.balance import Balance
from desktop.charts.figures import decimals_for, fixed, rounded
from desktop.charts.scene import Table
from desktop.engine_words import MARKS
from desktop.number_style import NO_BREAK
from desktop.words import mark
from diagnostics.reference_files import FEWEST_FARMS

if TYPE_CHECKING:
    from desktop.words import Words
    from diagnostics.reference_files import Figures, ReferenceGroup

Side = Literal["net", "gross"]
MEDIAN, MEAN = "p50", "mean"
NAMES = {
    "p5": mark("5 farms in 100 below"),
    "p25": mark("25 farms in 100 below"),
    "p50": mark("median"),
    "p75": mark("25 farms in 100 above"),
    "p95": mark("5 farms in 100 above"),
    "mean": mark("mean of the group"),
    "minimum": mark("lowest farm"),
    "maximum": mark("highest farm"),
}
ENDS = {
    0.10: (mark("lowest tenth"), mark("highest tenth")),
    0.20: (mark("lowest fifth"), mark("highest fifth")),
    0.25: (mark("lowest quarter"), mark("highest quarter")),
}
OTHER_ENDS = (mark("low group"), mark("high group"))
BANDS = (
    mark("Among the lowest twentieth of the group"),
    mark("In the lowest quarter of the group"),
    mark("In the middle half of the group, below the median"),
    mark("In the middle half of the group, above the median"),
    mark("In the highest quarter of the group"),
    mark("Among the highest twentieth of the group"),
)


@dataclass(frozen=True, slots=True)
class Point:
    """One published figure of a group and what it is called."""

    key: str
    value: float
    name: str

    @property
    def is_written(self) -> bool:
        """Tells whether it is written under the strip; the box shows the middle half by itself."""
        return self.key not in ("p25", "p75")

    @property
    def is_middle(self) -> bool:
        """Tells whether it is the median, or the mean where no median is published."""
        return self.key in (MEDIAN, MEAN)


@dataclass(frozen=True, slots=True)
class Standing:
    """A result beside the published figures of a group, net beside net or gross beside gross."""

    group: ReferenceGroup
    key: Side
    value: float
    low: float | None
    high: float | None
    points: tuple[Point, ...]
    percentiles: tuple[float, ...]
    unit: str
    decimals: int

    @property
    def middle(self) -> Point | None:
        """Gives the median or the mean, where one is published."""
        return next((point for point in self.points if point.is_middle), None)


def standing_of(balance: Balance, group: ReferenceGroup) -> Standing | None:
    """Sets a result beside a group; nothing for fewer than ten farms or without a figure."""
    if group.n is None or group.n < FEWEST_FARMS or group.unit != balance.unit:
        return None
    sides: tuple[tuple[Side, Figures], ...] = (("net", group.net), ("gross", group.gross))
    for key, figures in sides:
        points = _points(figures, group.group_share)
        if points:
            net = key == "net"
            return Standing(
                group=group,
                key=key,
                value=balance.net if net else balance.gross,
                low=balance.low if net else None,
                high=balance.high if net else None,
                points=points,
                percentiles=figures.percentiles,
                unit=balance.unit,
                decimals=decimals_for(balance.gross or points[0].value),
            )
    return None


def _points(figures: Figures, share: float | None) -> tuple[Point, ...]:
    """Gives the published figures in rising order; percentiles make means and ends superfluous."""
    if figures.percentiles:
        keys = ("p5", "p25", MEDIAN, "p75", "p95")
        named = zip(keys, figures.percentiles, strict=True)
        return tuple(Point(key, at, NAMES[key]) for key, at in named)
    low, high = ENDS.get(share or 0.0, OTHER_ENDS)
    found = (
        ("minimum", figures.minimum, NAMES["minimum"]),
        ("low", figures.low, low),
        ("mean", figures.mean, NAMES["mean"]),
        ("high", figures.high, high),
        ("maximum", figures.maximum, NAMES["maximum"]),
    )
    return tuple(Point(key, value, name) for key, value, name in found if value is not None)


def conclusion(words: Words, standing: Standing) -> str:
    """Says where the farm stands, as far as what is published allows."""
    if standing.percentiles:
        return words.say(BANDS[_band(standing)])
    middle = standing.middle
    if middle is None:
        return _among_ends(words, standing)
    decimals = standing.decimals
    apart = rounded(rounded(standing.value, decimals) - rounded(middle.value, decimals), decimals)
    distance = fixed(words, abs(apart), decimals)
    if not apart:
        return words.say("At the mean of the group")
    if apart < 0:
        return words.say("{distance} below the mean of the group", distance=distance)
    return words.say("{distance} above the mean of the group", distance=distance)


def _band(standing: Standing) -> int:
    """Counts the percentiles that lie under the farm: from 0 below all to 5 above all."""
    return sum(1 for at in standing.percentiles if at < standing.value)


def _among_ends(words: Words, standing: Standing) -> str:
    values = [point.value for point in standing.points]
    if min(values) <= standing.value <= max(values):
        return words.say("Between the lowest and the highest farm of the group")
    return words.say("Outside what the farms of the group reach")


def is_unsure(standing: Standing) -> bool:
    """Tells whether the middle of the group lies within the range of the farm."""
    middle, low, high = standing.middle, standing.low, standing.high
    return (
        middle is not None and low is not None and high is not None and low <= middle.value <= high
    )


def farm_label(words: Words, standing: Standing) -> str:
    """Names the farm over its diamond."""
    return words.say("you {value}", value=fixed(words, standing.value, standing.decimals))


def farm_sentence(words: Words, standing: Standing) -> str:
    """Says the farm and where it stands aloud."""
    value = words.with_unit(fixed(words, standing.value, standing.decimals), standing.unit)
    return words.say(
        "You: {value}. {conclusion}.", value=value, conclusion=conclusion(words, standing)
    )


def point_label(words: Words, point: Point, standing: Standing) -> str:
    """Names a figure of the group and writes it."""
    value = fixed(words, point.value, standing.decimals)
    return words.say("{name} {value}", name=words.say(point.name), value=value)


def group_line(words: Words, standing: Standing) -> str:
    """Names the group with its number of farms and its years."""
    group = standing.group
    n = f"n{NO_BREAK}={NO_BREAK}{words.exact(group.n)}"
    said = " · ".join(part for part in (words.say(group.label), n, group.years) if part)
    if standing.key == "net":
        return said
    return words.say("{group} · gross footprint", group=said)


def source_line(words: Words, standing: Standing) -> str:
    """Names where the figures of the group were published, and how sure that is."""
    return _source(words, standing, "; ".join(standing.group.addresses))


def short_source_line(words: Words, standing: Standing) -> str:
    """The same with the host of an address alone, which a narrow card can hold."""
    hosts = dict.fromkeys(_host(address) for address in standing.group.addresses)
    return _source(words, standing, ", ".join(hosts))


def _source(words: Words, standing: Standing, source: str) -> str:
    sure = words.say(MARKS[standing.group.mark])
    return words.say("Source: {source} · {sure}", source=source, sure=sure)


def _host(address: str) -> str:
    """Gives what stands before the path of an address; a paper is called by its number."""
    if address.startswith("doi "):
        return " ".join(address.split()[:2]).rstrip(",")
    return (
        address.split("/", maxsplit=1)[0]
        .split(",", maxsplit=1)[0]
        .split(" ", maxsplit=1)[0]
        .rstrip(";")
    )


def twin(words: Words, standing: Standing) -> Table:
    """Gives the same figures as a table."""
    decimals = standing.decimals
    first = (words.say("Your farm"), fixed(words, standing.value, decimals + 2))
    ends = [
        (words.say("5 chances in 100 below"), standing.low),
        (words.say("5 chances in 100 above"), standing.high),
    ]
    rows = [first, *((name, fixed(words, at, decimals + 2)) for name, at in ends if at is not None)]
    for point in standing.points:
        name = words.say(point.name)
        rows.append((name[:1].upper() + name[1:], fixed(words, point.value, decimals)))
    rows.append((group_line(words, standing), ""))
    rows.append((source_line(words, standing), ""))
    return Table((words.say("Place"), words.unit(standing.unit)), tuple(rows))
