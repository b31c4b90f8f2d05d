"""Where each column of the waterfall stands, worked out before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.charts import waterfall_words
from desktop.charts.balance import Balance
from desktop.charts.scene import REGULAR, SEMIBOLD, Measure

if TYPE_CHECKING:
    from desktop.words import Words

OF_PITCH = 0.68
SMALLEST = 7.0
BESIDE_NAME = 4.0
UNDER_FIGURE = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes of the waterfall: one set for the page, others for the screen."""

    label: float = 10.0
    value: float = 10.5
    plot: float = 110.0


PAGE = Look()
SCREEN = Look(label=12.0, value=14.0, plot=132.0)


@dataclass(frozen=True, slots=True)
class Column:
    """One bar from `start` to `end` of the running total, and its words."""

    key: str
    name: str
    figure: str
    sentence: str
    value: float
    start: float
    end: float
    left: float = 0.0
    width: float = 0.0

    @property
    def right(self) -> float:
        """Gives the right edge."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """Gives the middle of the bar."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the parts of the waterfall need to know about each other's places."""

    balance: Balance
    look: Look
    columns: tuple[Column, ...]
    name_lines: tuple[tuple[str, ...], ...]
    name_size: float
    low: float
    high: float
    grid: float

    @property
    def plot_top(self) -> float:
        """Leaves room for one figure above the highest bar."""
        return self.look.value + UNDER_FIGURE

    @property
    def names_top(self) -> float:
        """Leaves room under the plot, for the figure of a net below zero too."""
        under = self.look.value + UNDER_FIGURE if self._is_negative else 0.0
        return self.plot_top + self.look.plot + under + 6.0

    @property
    def height(self) -> float:
        """Gives the whole height of the chart."""
        lines = max(len(lines) for lines in self.name_lines)
        return self.names_top + self.name_size * (1.25 * lines + 0.25)

    def y(self, value: float) -> float:
        """Gives the height of a value, rounded to the grid."""
        share = (self.high - value) / (self.high - self.low)
        at = self.plot_top + share * self.look.plot
        return round(at / self.grid) * self.grid if self.grid else at

    def span(self, column: Column) -> tuple[float, float]:
        """Gives the top and the foot of a bar."""
        ends = sorted((self.y(column.start), self.y(column.end)))
        return ends[0], ends[1]

    def figure_at(self, column: Column) -> float:
        """Gives the baseline of a column's figure: over the bar and over the whisker of the net."""
        top, foot = self.span(column)
        if column is not self.columns[-1]:
            return top - UNDER_FIGURE
        ends = [end for end in (self.balance.low, self.balance.high) if end is not None]
        if self._is_negative:
            lowest = max([foot, *(self.y(end) for end in ends)])
            return lowest + UNDER_FIGURE + self.look.value * 0.8
        return min([top, *(self.y(end) for end in ends)]) - UNDER_FIGURE

    @property
    def _is_negative(self) -> bool:
        return self.balance.net < 0


def frame_of(
    balance: Balance, words: Words, measure: Measure, width: float, look: Look, grid: float
) -> Frame:
    """Works out the places: columns of equal width, the first and the last at the edges."""
    bare = waterfall_columns(balance, words)
    pitch = width / len(bare)
    figures = [column.figure for column in bare]
    look = replace(look, value=_size(figures, measure, pitch - 1.0, look.value, SEMIBOLD))
    columns = _placed(bare, width, grid, measure, look)
    names = [column.name for column in columns]
    longest = [word for name in names for word in name.split()]
    size = _size(longest, measure, pitch - BESIDE_NAME, look.label, REGULAR)
    known = [0.0, balance.net, *(column.end for column in columns)]
    known += [end for end in (balance.low, balance.high) if end is not None]
    low, high = min(known), max(known)
    lines = tuple(_lines(name, measure, pitch, size) for name in names)
    high = high if high > low else low + 1.0
    return Frame(balance, look, columns, lines, size, low, high, grid)


def waterfall_columns(balance: Balance, words: Words) -> list[Column]:
    """Gives gross, each stock and net, with their words, at no place yet."""
    steps = waterfall_words.steps_of(balance, words)
    columns, reached = [], 0.0
    for number, step in enumerate(steps):
        whole = number in (0, len(steps) - 1)
        start = 0.0 if whole else reached
        reached = step.value if whole else reached - step.value
        columns.append(
            Column(step.key, step.name, step.figure, step.sentence, step.value, start, reached)
        )
    return columns


def _placed(
    columns: Sequence[Column], width: float, grid: float, measure: Measure, look: Look
) -> tuple[Column, ...]:
    """Sets the columns side by side; figures wider than their column keep inside the chart."""
    pitch = width / len(columns)
    bar = pitch * OF_PITCH
    widest = max(measure(column.figure, look.value, SEMIBOLD) for column in columns)
    inset = max(0.0, min((widest - bar) / 2, (pitch - bar) / 2))
    step = (width - 2 * inset - bar) / max(1, len(columns) - 1)
    placed = []
    for number, one in enumerate(columns):
        left, right = inset + number * step, inset + number * step + bar
        if grid:
            left, right = round(left / grid) * grid, round(right / grid) * grid
        placed.append(replace(one, left=left, width=right - left))
    return tuple(placed)


def _size(texts: Sequence[str], measure: Measure, room: float, wanted: float, weight: int) -> float:
    """Makes letters smaller when the longest text is wider than its column."""
    longest = max(measure(text, wanted, weight) for text in texts)
    return wanted if longest <= room else max(SMALLEST, wanted * room / longest)


def _lines(name: str, measure: Measure, pitch: float, size: float) -> tuple[str, ...]:
    """Breaks a name between words where it is wider than its column."""
    lines: list[str] = []
    for word in name.split(" "):
        together = f"{lines[-1]} {word}" if lines else word
        if lines and measure(together, size, REGULAR) <= pitch - BESIDE_NAME:
            lines[-1] = together
        else:
            lines.append(word)
    return tuple(lines)
