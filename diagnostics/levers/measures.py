"""A measure: a lever with what an adviser wants to know of it before it is shown."""

from collections.abc import Callable
from dataclasses import dataclass

from diagnostics.core import Choice, Farm, Message
from diagnostics.core.levers import Lever
from diagnostics.core.run import Run
from diagnostics.levers.changes import with_codes, with_given

# Held in every variant: a herd that crosses a threshold is no effect of a measure (0.5-11).
HELD = ("methane_conversion_factor",)


@dataclass(frozen=True)
class Measure:
    """A lever, what it must know of the farm, and when it is out of place or done already.

    The quantities of ``reads`` and the ``codes`` are stated on the farm with the values of the
    baseline before the lever changes it. ``cost`` is in euros and ``hours`` in hours, for one unit
    of the dose; below zero is a gain, None is not known. The cost comes every year, or ``once``.
    """

    lever: Lever
    usual_dose: float
    reads: tuple[str, ...]
    codes: tuple[Choice, ...]
    unsuited: Callable[[Farm], Message | None]
    is_done: Callable[[Farm], bool]
    cost: float | None
    hours: float | None = None
    once: bool = False


def settled(run: Run, names: tuple[str, ...], choices: tuple[Choice, ...]) -> Farm:
    """The farm of a run, with some of the values it found stated as if they were answers.

    The results stay what they were; levers read and change what is stated.
    """
    farm = run.farm
    for name in names:
        farm = with_given(farm, run.model[name].on, {name: run.values[name]})
    for choice in choices:
        farm = with_codes(farm, choice, run.codes(choice))
    return farm
