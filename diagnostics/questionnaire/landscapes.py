"""Three landscapes that a farmer knows at sight, and how many metres of hedge they stand for.

The densities are round figures for drawings (mark A): they choose a starting value, which the
farmer's own count replaces. They span the usual densities of the farm systems.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Landscape:
    """A landscape by its code, its words, and its metres of hedge per hectare."""

    code: str
    label: str
    density: float


LANDSCAPES = (
    Landscape("open", "Open field", 15.0),
    Landscape("half", "Some hedges", 50.0),
    Landscape("bocage", "Hedged landscape", 100.0),
)
