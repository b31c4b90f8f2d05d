"""Figures with a fixed number of decimals, so that the parts shown add up to the total shown."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, floor, fsum, log10
from typing import TYPE_CHECKING

from desktop.number_style import MINUS, NO_BREAK, STYLES, units_at

if TYPE_CHECKING:
    from desktop.words import Words

STEPS = ((99.5, 0), (9.95, 1), (0.0995, 2))
MOST_DECIMALS = 9
NOISE = 1e-12


def decimals_for(value: float) -> int:
    """Says how many decimals a figure deserves: 744, 13.6, 0.84, 0.0012."""
    size = abs(value) or 1.0
    usual = next((decimals for least, decimals in STEPS if size >= least), None)
    return min(MOST_DECIMALS, 1 - floor(log10(size))) if usual is None else usual


def fixed(words: Words, value: float, decimals: int) -> str:
    """Writes a figure with so many decimals: zero is "0", and a small one "< 0.01", never "0"."""
    if not value:
        return "0"
    units = units_at(value, -decimals)
    if units == 0:
        sign = "<" if value > 0 else ">"
        return f"{sign}{NO_BREAK}{_written(words, 1 if value > 0 else -1, decimals)}"
    return _written(words, units, decimals)


def fixed_part(words: Words, shown: float, real: float, decimals: int) -> str:
    """Writes a part rounded so that all add up; one too small to show says "< 0.01", never "0"."""
    if shown or not real:
        return fixed(words, shown, decimals)
    return fixed(words, copysign(0.1 / 10**decimals, real), decimals)


def _written(words: Words, units: int, decimals: int) -> str:
    whole, rest = divmod(abs(units), 10**decimals)
    text = (MINUS if units < 0 else "") + words.exact(whole)
    return f"{text}{STYLES[words.number_style].decimal}{rest:0{decimals}d}" if decimals else text


def rounded(value: float, decimals: int) -> float:
    """Rounds half away from zero, as people do."""
    return units_at(value, -decimals) / 10.0**decimals


def add_up(parts: Sequence[float], decimals: int, total: float | None = None) -> list[float]:
    """Rounds parts so that they add up to the rounded total (largest remainder).

    A `total` that is shown elsewhere wins over the sum of the parts.
    """
    scale = 10**decimals
    scaled = [part * scale for part in parts]
    units = [floor(part + 1e-9) for part in scaled]
    missing = units_at(fsum(parts) if total is None else total, -decimals) - sum(units)
    lost_most = sorted(range(len(units)), key=lambda place: units[place] - scaled[place])
    for place in lost_most[: max(missing, 0)]:
        units[place] += 1
    for place in lost_most[::-1][: max(-missing, 0)]:
        units[place] -= 1
    return [unit / scale for unit in units]


def split_net(gross: float, net: float, decimals: int) -> tuple[float, float, float]:
    """Rounds gross, carbon storage and net so that gross minus storage is net, as shown."""
    shown_gross, shown_net = rounded(gross, decimals), rounded(net, decimals)
    return shown_gross, rounded(shown_gross - shown_net, decimals), shown_net


def not_noise(value: float, beside: float) -> float:
    """Gives the size of a difference, or zero when it is only what rounding left of it."""
    return abs(value) if abs(value) > NOISE * max(abs(beside), 1.0) else 0.0
