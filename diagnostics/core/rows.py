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
        if self.parents == 1 or values.shape[-1] == 1:
            return np.broadcast_to(values[..., :1], (*values.shape[:-1], len(self.owner)))
        taken: FloatArray = np.take(values, self.owner, axis=-1)
        return taken

    def up(self, values: FloatArray) -> FloatArray:
        """Sum rows on their parent, shape (…, parents); a parent without rows gets 0."""
        if self.order is None and self.parents == 1 and len(self.owner):
            total: FloatArray = values.sum(axis=-1, keepdims=True)
            return total
        sums = np.zeros((*values.shape[:-1], self.parents))
        if len(self.starts):
            held = values if self.order is None else values[..., self.order]
            # Only parents that have rows: a bare reduceat is wrong for empty ones.
            sums[..., self.filled] = np.add.reduceat(held, self.starts, axis=-1)
        return sums


def ladder(owner: IntArray, parents: int) -> Ladder:
    """Prepare the step; rows need not be sorted, and a row of owner -1 is counted nowhere."""
    order = None
    sorted_owner = owner
    if len(owner) and (owner[0] < 0 or np.any(owner[1:] < owner[:-1])):
        order = np.argsort(owner, kind="stable")
        order = order[owner[order] >= 0]
        sorted_owner = owner[order]
    filled, starts = np.unique(sorted_owner, return_index=True)
    return Ladder(owner, parents, order, starts.astype(np.int64), filled)
