"""Writes numbers for people: tonnes where kilograms grow large, shares in percent, few digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

from desktop.charts.figures import add_up, decimals_for, fixed, split_net
from desktop.explanation.equation import same
from desktop.explanation.levels import Amount
from desktop.number_style import MINUS, NO_BREAK, units_at

if TYPE_CHECKING:
    from desktop.words import Words
    from diagnostics.core import Number

KG_PER_TONNE = 1000.0
# From here on people speak of tonnes; areas are always compared in tonnes a hectare.
TONNES_FROM = {"kg CO2e/yr": 10_000.0, "kg CO2/yr": 10_000.0, "kg CO2e/ha/yr": 0.0}
FOOTPRINTS = ("kg CO2e/(L FPCM)", "kg CO2e/(kg LW)", "t CO2e/ha/yr")
"""Written with the decimals that the charts give them, so that both show the same figure."""

UNSAID = re.compile(r"(?<=\w) (?:FPCM|DM|VS)\b")
"""What a kilogram is of is said by the label beside it."""

WHOLE_FROM = 1000.0
DIGITS = 3
MOST_DECIMALS = 5
FULL = 0.1
"""From a tenth on a share needs no decimals to have two digits."""


@dataclass(frozen=True)
class Written:
    """A number and its unit, apart, so that a line can show one of them louder."""

    number: str
    unit: str = ""

    def __str__(self) -> str:
        if not self.unit:
            return self.number
        return self.number + NO_BREAK + self.unit


class Amounts:
    """Writes the amounts of one explanation in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def of(self, amount: Amount | None) -> Written:
        """Write an amount with its unit; "—" where there is none."""
        if amount is None:
            return Written(self._words.number(None))
        unit, worth = people_unit(amount.unit, amount.value)
        return self.scaled(amount, unit, worth)

    def scaled(self, amount: Amount, unit: str, worth: float) -> Written:
        """Write an amount in a unit that is chosen already."""
        if amount.kind == "share":
            return Written(self.share(amount.value))
        if amount.kind == "exact share":
            return Written(self.exact_share(amount.value))
        if amount.kind == "factor":
            return Written(self._words.exact(amount.value), self.unit(unit))
        return Written(self.figure(amount.value / worth, unit), self.unit(unit))

    def unit(self, unit: str) -> str:
        """Write a unit, without the words that the label beside it says already."""
        return self._words.unit(terse(unit))

    def figure(self, value: float, unit: str = "") -> str:
        """Write a number: a footprint as in the charts, whole from a thousand on, else 3 digits."""
        if unit in FOOTPRINTS:
            return fixed(self._words, value, decimals_for(value))
        if abs(value) >= WHOLE_FROM:
            return self._words.exact(units_at(value, 0))
        return self._words.exact(rounded(value, DIGITS))

    def share(self, value: float) -> str:
        """Write a share in percent, with two digits at least."""
        size = abs(value)
        decimals = 0 if size >= FULL or not size else min(4, -floor(log10(size)) - 1)
        return self._words.percent(value, decimals)

    def exact_share(self, value: float) -> str:
        """Write a share in percent as it was published or typed."""
        places = (n for n in range(MOST_DECIMALS) if same(round(value * 100, n), value * 100))
        return self._words.percent(value, next(places, 2))

    def entered(self, value: float) -> str:
        """Write a number that was typed, perhaps in another unit: four digits, whole if large."""
        if abs(value) >= WHOLE_FROM:
            return self.figure(value)
        return self._words.exact(rounded(value, DIGITS + 1))

    def adding_up(self, values: Sequence[float], unit: str) -> list[str]:
        """Write the parts of a sum, rounded so that they add up to the total as it is shown."""
        total = sum(values)
        if unit not in FOOTPRINTS:
            return self._words.shares(values, max(DIGITS, len(str(int(abs(total))))))
        decimals = self.decimals(values)
        shown = add_up(values, decimals)
        if len(values) == len(("gross", "storage")) and values[1] < 0:
            # As everywhere: gross and net keep their figures, the storage is what lies between.
            gross, storage, _ = split_net(values[0], total, decimals)
            shown = [gross, -storage]
        return [self._part(*pair, decimals) for pair in zip(shown, values, strict=True)]

    def decimals(self, values: Sequence[float]) -> int:
        """Give the decimals that a whole line of footprints has: those of its largest part."""
        return decimals_for(max((abs(value) for value in values), default=0.0))

    def alike(self, values: Sequence[float], unit: str) -> list[str]:
        """Write several values of one unit with the same decimals."""
        if unit not in FOOTPRINTS:
            return [self.figure(value, unit) for value in values]
        decimals = self.decimals(values)
        return [fixed(self._words, value, decimals) for value in values]

    def step(self, before: float, after: float, asked: Number) -> str:
        """Write by how much an answer is tried otherwise: "+1", "+5 points", "+10 %"."""
        sign = MINUS if after < before else "+"
        if asked.unit == "head":
            animals = self._words.count("{n} animal", "{n} animals", abs(after - before))
            return f"{sign}{animals}"
        if asked.shown == "%":
            points = self._words.exact(rounded(abs(after - before) * 100, DIGITS))
            return self._words.say("{change} points", change=f"{sign}{points}")
        return f"{sign}{self._words.percent(abs(after / before - 1))}"

    def _part(self, shown: float, value: float, decimals: int) -> str:
        return fixed(self._words, shown if shown else value, decimals)

    def change(self, by: float, beside: Amount) -> str:
        """Write a change with its sign, in the unit in which the number beside it is written."""
        sign = MINUS if by < 0 else "+"
        if beside.kind == "share":
            points = self._words.exact(rounded(abs(by) * 100, 2))
            return self._words.say("{change} points", change=f"{sign}{points}")
        unit, worth = people_unit(beside.unit, beside.value)
        shown = self._words.exact(rounded(abs(by) / worth, 2))
        return f"{sign}{Written(shown, self.unit(before_slash(unit)))}"


def people_unit(unit: str, value: float) -> tuple[str, float]:
    """Give the unit in which people say a value, and how many of the engine's it holds."""
    worth = 1.0
    if unit in TONNES_FROM and abs(value) >= TONNES_FROM[unit]:
        unit, worth = unit.replace("kg ", "t ", 1), KG_PER_TONNE
    # All flows are those of one year, which is said once, at the top of the page.
    if unit.endswith("/yr") and unit.count("/") == 1:
        unit = unit.removesuffix("/yr")
    return unit, worth


def terse(unit: str) -> str:
    """Leave out of a unit what its label says."""
    return UNSAID.sub("", unit)


def before_slash(unit: str) -> str:
    """Give what stands above the line of a footprint: its title says per what it is."""
    return unit.partition("/")[0] if unit in FOOTPRINTS else unit


def rounded(value: float, digits: int) -> float:
    """Round to so many significant digits."""
    return float(f"{value:.{digits - 1}e}")
