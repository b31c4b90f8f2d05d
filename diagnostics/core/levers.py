"""Levers: what a farm could do otherwise. A lever changes answers, never results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.farm import Farm
from diagnostics.core.fields import Number
from diagnostics.core.sources import Citation
from diagnostics.core.values import Values

Change = Callable[[Farm, Values], Farm]
Condition = Callable[[Farm], bool]


@dataclass(frozen=True)
class Lever:
    """A change of a farm's answers in a dose; a dose of zero changes nothing.

    ``moves`` names the only fields it may change; ``suits`` says whether it applies to a farm.
    """

    name: str
    title: str
    dose: Number
    moves: tuple[Number, ...]
    source: Citation
    mark: str
    change: Change
    suits: Condition

    def __call__(self, farm: Farm, dose: Values) -> Farm:
        return self.change(farm, dose)


def _always(farm: Farm) -> bool:
    """Suits every farm that has rows to change."""
    return farm.count > 0


def lever(
    *,
    title: str,
    dose: Number,
    moves: Sequence[Number],
    source: Citation,
    mark: str,
    suits: Condition = _always,
) -> Callable[[Change], Lever]:
    """Declare the decorated function, from a farm and a dose to a farm, as a lever."""

    def declare(change: Change) -> Lever:
        name = getattr(change, "__name__", title)
        return Lever(name, title, dose, tuple(moves), source, mark, change, suits)

    return declare


@dataclass(frozen=True)
class Scenario:
    """Levers in their order, each with its dose; the baseline is never touched."""

    steps: tuple[tuple[Lever, float], ...]

    def of(self, baseline: Farm) -> Farm:
        """The farm after all steps; DiagnosticsError for a dose out of bounds."""
        farm = baseline
        for step, dose in self.steps:
            low, high = step.dose.bounds
            if not low <= dose <= high:
                raise DiagnosticsError(
                    "“{title}”: a dose of {dose} is out of bounds; expected {low} to {high} {unit}",
                    title=step.title,
                    dose=dose,
                    low=low,
                    high=high,
                    unit=step.dose.unit,
                )
            farm = step(farm, dose)
        return farm

    def without(self, place: int) -> "Scenario":
        """The scenario with one step left out, to see what that step adds."""
        return Scenario(self.steps[:place] + self.steps[place + 1 :])
