"""What rows pass on to each other: the one place where the rows of a farm form a small matrix."""

import numpy as np

from diagnostics.core.values import FloatArray, IntArray

ENDLESS = 1e-9


def linked(values: FloatArray, link: IntArray) -> FloatArray:
    """The values of the rows that links point to, 0 where a link points nowhere."""
    if not values.shape[-1]:
        return np.zeros((*values.shape[:-1], len(link)))
    taken: FloatArray = np.take(values, np.maximum(link, 0), axis=-1)
    return np.where(link >= 0, taken, 0.0)


def settled(
    own: FloatArray, share: FloatArray, giver: IntArray, receiver: IntArray, farm: IntArray
) -> FloatArray:
    """What each row has in all: its own, and a share of all that each of its givers has.

    ``x = own + Σ share × x[giver]``, solved at once for each farm, so that rows may give to each
    other in a ring. ``farm`` is the owner of each row; a receiver of -1 takes nothing.
    """
    kept = receiver >= 0
    if not kept.any():
        return own
    giver, receiver, share = giver[kept], receiver[kept], share[..., kept]
    busy, of_transfer = np.unique(farm[giver], return_inverse=True)
    first = np.searchsorted(farm, busy)
    most = int((np.searchsorted(farm, busy, side="right") - first).max())
    front = np.broadcast_shapes(own.shape[:-1], share.shape[:-1])
    passed = np.zeros((*front, len(busy), most, most))
    taker, source = receiver - first[of_transfer], giver - first[of_transfer]
    for each, (k, i, j) in enumerate(zip(of_transfer, taker, source, strict=True)):
        passed[..., k, i, j] += share[..., each]
    rows = np.minimum(first[:, None] + np.arange(most), len(farm) - 1)
    inside = farm[rows] == busy[:, None]
    held = np.broadcast_to(np.where(inside, own[..., rows], 0.0), passed.shape[:-1])
    kept_share = np.eye(most) - passed
    # A ring that passes all it has round and round has no answer.
    endless = np.abs(np.linalg.det(kept_share)) < ENDLESS
    solvable = np.where(endless[..., None, None], np.eye(most), kept_share)
    found = np.linalg.solve(solvable, held[..., None])[..., 0]
    found = np.where(endless[..., None], np.nan, found)
    result = np.broadcast_to(own, (*front, own.shape[-1])).copy()
    result[..., rows[inside]] = found[..., inside]
    return result
