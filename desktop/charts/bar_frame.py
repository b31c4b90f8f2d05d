"""Where each part of the bar of sources stands, worked out before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.charts import sentences
from desktop.charts.balance import Balance, Portion
from desktop.charts.figures import add_up, decimals_for, fixed, fixed_part, split_net
from desktop.charts.placing import Slot, levels, place
from desktop.charts.scale import Scale
from desktop.charts.scene import REGULAR, SEMIBOLD, Measure

if TYPE_CHECKING:
    from desktop.words import Words

GAP = 2.0
NARROWEST_LABELLED = 12.0
BESIDE = 8.0


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes of the bar: one set for the page, one for the screen, one for the live panel."""

    label: float = 10.0
    value: float = 10.5
    bar: float = 36.0
    storage: float = 14.0
    diamond: float = 6.5
    texts: bool = True


PAGE = Look()
TIGHT_PAGE = Look(bar=30.0, storage=12.0)
SCREEN = Look(label=13.0, value=14.0, bar=40.0, storage=16.0, diamond=8.0)
LIVE = Look(bar=16.0, storage=8.0, diamond=5.5, texts=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """One post on the bar, from edge to edge; the edges of neighbours are the same number."""

    portion: Portion
    shown: float
    share: float
    left: float
    right: float

    @property
    def inset(self) -> float:
        """Gives the background left free at each side, less for a very narrow post."""
        return min(GAP / 2, (self.right - self.left) / 4)


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the parts of the bar need to know about each other's places."""

    balance: Balance
    words: Words
    measure: Measure
    look: Look
    scale: Scale
    decimals: int
    segments: tuple[Segment, ...]
    slots: tuple[Slot, ...]
    steps: dict[str, int]
    width: float

    @property
    def bar_top(self) -> float:
        """Leaves room above the bar for two lines of label and the leading lines."""
        if not self.look.texts:
            return 0.0
        deepest = max(self.steps.values(), default=0)
        return self.look.label + self.look.value + 13.0 + 3.5 * deepest

    @property
    def axis(self) -> float:
        """Gives the height of the axis, just under the bar."""
        return self.bar_top + self.look.bar + 2.0

    @property
    def storage_top(self) -> float:
        """Gives the top of the storage, hung below the axis."""
        return self.axis + 2.0

    @property
    def net_row(self) -> float:
        """Gives the height of the diamond of the net."""
        under = self.storage_top + self.look.storage
        return under + 13.0 if self.look.texts else under - self.look.storage / 2

    @property
    def height(self) -> float:
        """Gives the whole height of the chart."""
        return self.net_row + self.look.diamond + 2.0


def frame_of(
    balance: Balance, words: Words, measure: Measure, width: float, look: Look, grid: float
) -> Frame:
    """Works out the places; the axis leaves room at its right for gross and storage."""
    decimals = decimals_for(balance.gross or balance.storage)
    room = _side_room(balance, words, measure, look, decimals) if look.texts else look.diamond
    low, high = _ends(balance)
    scale = Scale(low, high, 0.0, width - room, grid)
    segments = _segments(balance, scale, decimals)
    slots = _slots(segments, words, measure, look, decimals, width) if look.texts else []
    return Frame(
        balance=balance,
        words=words,
        measure=measure,
        look=look,
        scale=scale,
        decimals=decimals,
        segments=segments,
        slots=tuple(slots),
        steps=levels(slots),
        width=width,
    )


def _ends(balance: Balance) -> tuple[float, float]:
    """Gives the two ends of the axis: zero, gross, net and the range are all inside."""
    known = [0.0, balance.gross, balance.net]
    known += [end for end in (balance.low, balance.high) if end is not None]
    low, high = min(known), max(known)
    return (low, high) if high > low else (0.0, 1.0)


def side_lines(balance: Balance, words: Words, decimals: int) -> dict[str, tuple[str, str]]:
    """Writes the gross and the storage, each as a name and a figure, as they stand beside."""
    gross, storage, _ = split_net(balance.gross, balance.net, decimals)
    return {
        "gross": (words.say("Gross"), fixed(words, gross, decimals)),
        "storage": (
            sentences.storage_name(words, balance.storage),
            sentences.storage_figure(words, storage, decimals, balance.storage),
        ),
    }


def _side_room(
    balance: Balance, words: Words, measure: Measure, look: Look, decimals: int
) -> float:
    lines = side_lines(balance, words, decimals).values()
    names = [measure(name, look.label, REGULAR) for name, _ in lines]
    values = [measure(value, look.value, SEMIBOLD) for _, value in lines]
    return BESIDE + max(names + values) + 1.0


def _segments(balance: Balance, scale: Scale, decimals: int) -> tuple[Segment, ...]:
    shown = add_up([portion.value for portion in balance.portions], decimals)
    found, reached = [], 0.0
    rows = zip(balance.portions, shown, balance.shares, strict=True)
    for portion, value, share in rows:
        left, right = scale.x(reached), scale.x(reached + portion.value)
        reached += portion.value
        if portion.value > 0:
            found.append(Segment(portion, value, share, left, right))
    return tuple(found)


def _slots(
    segments: tuple[Segment, ...],
    words: Words,
    measure: Measure,
    look: Look,
    decimals: int,
    end: float,
) -> list[Slot]:
    slots = []
    for segment in segments:
        if segment.right - segment.left >= NARROWEST_LABELLED:
            name = measure(words.say(segment.portion.post.short), look.label, REGULAR)
            value = measure(figure_of(words, segment, decimals), look.value, SEMIBOLD)
            key = segment.portion.post.key
            slots.append(Slot(key, segment.left, segment.right, max(name, value)))
    return place(slots, BESIDE, end)


def figure_of(words: Words, segment: Segment, decimals: int) -> str:
    """Writes the figure of a post so that all add up; one too small to show says "< 0.01"."""
    return fixed_part(words, segment.shown, segment.portion.value, decimals)
