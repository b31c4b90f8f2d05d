"""The way down as it fits in a line: where it is long, its middle is left out."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 4
LAST = 2
LEFT_OUT = "…"


def shortened(labels: Sequence[str]) -> list[tuple[str, int]]:
    """Give the labels to show, each with its number on the way; "…" leads to the last left out."""
    numbered = [(label, number) for number, label in enumerate(labels)]
    if len(labels) <= MOST:
        return numbered
    return [numbered[0], (LEFT_OUT, len(labels) - LAST - 1), *numbered[-LAST:]]
