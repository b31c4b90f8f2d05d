"""Colour arithmetic for the theme tests: contrast, CIEDE2000 and simulated colour vision."""

from __future__ import annotations

from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Vision = Literal["normal", "protan", "deutan", "tritan"]
Triple = NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, table of full severity, applied to linear RGB.
SIMULATIONS: dict[Vision, Triple] = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE_D65 = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> Triple:
    """Give the light of a "#RRGGBB" colour, each channel between 0 and 1."""
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Give the WCAG contrast ratio of two colours."""
    light = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(colour: str, vision: Vision = "normal") -> Triple:
    """Give CIE L*a*b* of a colour as seen with one kind of colour vision."""
    seen = np.clip(SIMULATIONS[vision] @ linear(colour), 0, 1)
    ratio = TO_XYZ @ seen / WHITE_D65
    x, y, z = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _hue(a: float, b: float) -> float:
    return float(np.degrees(np.arctan2(b, a)) % 360) if a or b else 0.0


def _mean_hue(hue1: float, hue2: float, grey: bool) -> float:
    if grey:
        return hue1 + hue2
    if abs(hue1 - hue2) <= 180:
        return (hue1 + hue2) / 2
    return (hue1 + hue2 + (360 if hue1 + hue2 < 360 else -360)) / 2


def _hue_step(hue1: float, hue2: float, grey: bool) -> float:
    if grey:
        return 0.0
    step = hue2 - hue1
    return step - 360 if step > 180 else step + 360 if step < -180 else step


def difference(one: Triple, other: Triple) -> float:
    """Give CIEDE2000 between two L*a*b* colours (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * np.sqrt(mean_chroma7 / (mean_chroma7 + 25.0**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2, grey = _hue(a1, b1), _hue(a2, b2), c1 * c2 == 0
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(_hue_step(h1, h2, grey)) / 2)
    return _weighted(l1, l2, c1, c2, dh, _mean_hue(h1, h2, grey))


def _weighted(l1: float, l2: float, c1: float, c2: float, dh: float, hue: float) -> float:
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    waves = ((0.17, 1, 30.0), (-0.24, 2, 0.0), (-0.32, 3, -6.0), (0.20, 4, 63.0))
    tone = 1 - sum(k * np.cos(np.radians(n * hue - o)) for k, n, o in waves)
    weight_light = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    dl, dc = (l2 - l1) / weight_light, (c2 - c1) / (1 + 0.045 * chroma)
    dh = dh / (1 + 0.015 * chroma * tone)
    turn = 60 * np.exp(-(((hue - 275) / 25) ** 2))
    rotation = -np.sin(np.radians(turn)) * 2 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh))


def smallest_difference(colours: list[str], vision: Vision) -> float:
    """Give the CIEDE2000 of the two most alike colours, as seen with one kind of colour vision."""
    seen = [lab(colour, vision) for colour in colours]
    return min(difference(one, other) for one, other in combinations(seen, 2))
