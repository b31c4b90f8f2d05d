"""The one place that knows axes: a parent's value goes down, an additive one is summed up."""

from dataclasses import dataclass

import numpy as np

from diagnostics.core.values import FloatArray, IntArray


@dataclass(frozen=True)
class Ladder:
    """The step between the rows of one entity and those of an entity above it.

    ``owner`` is the parent row of each row, in ascending order; ``-1`` rows belong to nobody.
    """

    owner: IntArray
    parents: int
    order: IntArray | None
    starts: IntArray
    filled: IntArray

    def down(self, values: FloatArray) -> FloatArray:
        """Repeat each parent's value on its rows, shape (…, rows)."""
        if values.shape == (1,):
            return np.full(len(self.owner), values[0])
        if values.shape[-1] == 1:
            return np.broadcast_to(values[..., :1], (*values.shape[:-1], len(self.owner)))
        taken: FloatArray = np.take(values, self.owner, axis=-1)
        return taken

    def up(self, values: FloatArray) -> FloatArray:
        """Sum rows on their parent, shape (…, parents); a parent without rows gets 0."""
        if self.order is None and self.parents == 1 and len(self.owner):
            total: FloatArray = np.add.reduce(values, axis=-1, keepdims=True)
            return total
        sums = np.zeros((*values.shape[:-1], self.parents))
        if len(self.starts):
            held = values if self.order is None else values[..., self.order]
            # Only parents that have rows: a bare reduceat is wrong for empty ones.
            sums[..., self.filled] = np.add.reduceat(held, self.starts, axis=-1)
        return sums


def ladder(owner: IntArray, parents: int) -> Ladder:
    """Prepare the step; rows need not be sorted, and a row of owner -1 is counted nowhere."""
    order, sorted_owner = None, owner
    if len(owner) and (owner[0] < 0 or (owner[1:] < owner[:-1]).any()):
        order = np.argsort(owner, kind="stable")
        order = order[owner[order] >= 0]
        sorted_owner = owner[order]
    starts = _starts(sorted_owner)
    return Ladder(owner, parents, order, starts, sorted_owner[starts])


def _starts(owner: IntArray) -> IntArray:
    """The place of the first row of each parent."""
    if not len(owner):
        return np.zeros(0, dtype=np.int64)
    changes = np.flatnonzero(owner[1:] != owner[:-1])
    return np.concatenate(([0], changes + 1))
