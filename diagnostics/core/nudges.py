"""What a small change of each need does to a formula or a table: nothing times nothing stays so."""

import numpy as np

from diagnostics.core.choices import Choice
from diagnostics.core.formula import Formula
from diagnostics.core.model import Quantity
from diagnostics.core.run import Run
from diagnostics.core.tables import combination
from diagnostics.core.values import BoolArray, CodeArray, FloatArray

NUDGE = 1e-3  # of the value, or in its unit where it is zero
NOTHING = 1e-12  # of the value: what rounding alone may move


def moved_by_needs(run: Run, formula: Formula) -> dict[str, BoolArray]:
    """For each need that is no fixed factor, the rows of the formula that it moves.

    All needs are nudged up and down in one call of the formula, each in two lines of its own.
    """
    arguments = run.arguments(formula)
    nudged = [need for need in formula.needs if run.model[need].factor is None]
    lines, rows = 2 * len(nudged), run.rows(formula.on)
    tried = dict(arguments)
    for place, need in enumerate(nudged):
        tried[need] = _nudged(arguments[need], rows, 2 * place, lines)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
        after = np.broadcast_to(run.worked_out(formula, tried), (lines, rows))
        before = run.worked_out(formula, arguments)
    moved = _differs(before, after)
    return {need: moved[2 * place] | moved[2 * place + 1] for place, need in enumerate(nudged)}


def moved_along(run: Run, quantity: Quantity) -> BoolArray:
    """The rows of a table whose value moves with the quantity it runs along."""
    grid = quantity.grid
    assert grid is not None
    name, rows = grid.table.along, run.rows(quantity.on)
    place = run.place(grid.choices, quantity.on)
    along = run.carried(run.values[name], run.model[name].on, quantity.on)
    before = grid.at(grid.values, place, along)
    steps = (_nudged(along, rows, line, 2)[line] for line in (0, 1))
    moved = [_differs(before, grid.at(grid.values, place, step)) for step in steps]
    return np.broadcast_to(moved[0] | moved[1], (rows,))


def moved_by_choice(run: Run, quantity: Quantity, choice: Choice) -> BoolArray:
    """The rows of a table that would have another value for another answer to a choice."""
    grid = quantity.grid
    assert grid is not None
    name, on = grid.table.along, quantity.on
    along = run.carried(run.values[name], run.model[name].on, on) if name else None
    codes = {c: run.codes_on(c, on) for c in grid.choices}
    others = combination(grid.choices, tuple({**codes, choice: each_option(choice)}.values()))
    before = grid.at(grid.values, run.place(grid.choices, on), along)
    return np.asarray(_differs(before, grid.at(grid.values, others, along)).any(axis=0))


def each_option(choice: Choice) -> CodeArray:
    """Every answer to a choice, each in a line of its own."""
    return np.arange(len(choice.options), dtype=np.int16)[:, None]


def _nudged(values: FloatArray, rows: int, line: int, lines: int) -> FloatArray:
    """The values in all lines, but one a little higher, and the next a little lower."""
    tried = np.empty((lines, rows))
    tried[:] = values
    step = np.where(values == 0, NUDGE, NUDGE * np.abs(values))
    tried[line] += step
    tried[(line + 1) % lines] -= step
    return tried


def _differs(before: FloatArray, after: FloatArray) -> BoolArray:
    same = np.abs(after - before) <= NOTHING * np.abs(before)
    both_missing = np.isnan(before) & np.isnan(after)
    differs: BoolArray = ~(same | both_missing)
    return differs
