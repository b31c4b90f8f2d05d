"""Where one stands in the tree of numbers: which quantity, and on which row of the farm."""

from __future__ import annotations

from dataclasses import dataclass

PART_SIGN = "/"


@dataclass(frozen=True, order=True)
class Place:
    """One number of a diagnosis.

    `row` is the key of a row such as "DAIRY/DC"; with the key of a row above, or "", it is the sum
    of the rows below. A name such as "gross_footprint_milk/enteric" is the part that a post, or
    the carbon storage, has in a headline.
    """

    name: str
    row: str = ""

    @property
    def carrier(self) -> str:
        """The headline of which this is a part; the name itself where it is no part."""
        return self.name.partition(PART_SIGN)[0]

    @property
    def part(self) -> str:
        """The post, or "storage"; empty where this is a number of the engine."""
        return self.name.partition(PART_SIGN)[2]

    def part_named(self, part: str) -> Place:
        """The part that a post has in this headline."""
        return Place(f"{self.name}{PART_SIGN}{part}", self.row)
