"""Labels side by side above their marks, moved apart when they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

# A leading line starts a little inside its label; the next one keeps away from it.
BESIDE_LINE = 8.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A label and the mark it belongs to: `at` is where the label begins."""

    key: str
    left: float
    right: float
    width: float
    at: float = 0.0

    @property
    def leaves(self) -> bool:
        """Tells whether the label stands so far from its mark that a line must lead to it."""
        return abs(self.at - self.left) > max(6.0, (self.right - self.left) / 2)

    @property
    def middle(self) -> float:
        """Gives the middle of the mark."""
        return (self.left + self.right) / 2


def place(slots: Sequence[Slot], gap: float, end: float) -> list[Slot]:
    """Sets labels in a row between 0 and the end; the narrowest marks lose theirs first."""
    kept = list(slots)
    while kept and sum(slot.width for slot in kept) + gap * (len(kept) - 1) > end:
        kept.remove(min(kept, key=lambda slot: slot.right - slot.left))
    return _push_left(_push_right(kept, gap), gap, end)


def _push_right(slots: Sequence[Slot], gap: float) -> list[Slot]:
    placed: list[Slot] = []
    free = 0.0
    for slot in slots:
        placed.append(replace(slot, at=max(slot.left, free)))
        free = placed[-1].at + slot.width + gap
    return placed


def _push_left(slots: Sequence[Slot], gap: float, end: float) -> list[Slot]:
    placed: list[Slot] = []
    for slot in reversed(slots):
        placed.append(replace(slot, at=min(slot.at, end - slot.width)))
        end = placed[-1].at - gap
    return placed[::-1]


def levels(slots: Sequence[Slot]) -> dict[str, int]:
    """Gives the height step of each leading line, so that no two of them cross."""
    leaving = [slot for slot in slots if slot.leaves]
    to_the_right = [(slot.key, slot.middle, slot.at) for slot in leaving if slot.at > slot.left]
    to_the_left = [(slot.key, -slot.middle, -slot.at) for slot in leaving if slot.at < slot.left]
    return _steps(to_the_right) | _steps(to_the_left[::-1])


def _steps(lines: Sequence[tuple[str, float, float]]) -> dict[str, int]:
    """Steps down from a line to the next as long as they would run over each other."""
    found: dict[str, int] = {}
    reached, step = float("-inf"), 0
    for key, mark, label in lines:
        step = step + 1 if mark < reached else 0
        reached = label + BESIDE_LINE
        found[key] = step
    return found
