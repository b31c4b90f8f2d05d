"""Which streams a farm's draws need: one for each unsure factor, one for each stated row."""

from collections.abc import Iterable

import numpy as np

from diagnostics.core.chance import Drawn, uniform_stream
from diagnostics.core.farm import Farm
from diagnostics.core.model import Model, Quantity
from diagnostics.core.values import FloatArray


def draw(
    model: Model, farm: Farm, wanted: Iterable[str], seed: int, draws: int, width: float = 1.0
) -> Drawn:
    """The quantiles of all quantities that what is wanted rests on.

    Streams depend on the seed, the name and the row's key, so that variants of a farm are paired.
    """
    uniform: dict[str, FloatArray] = {}
    for name in model.plan(wanted)[0]:
        column = _column(model[name], farm, seed, draws)
        if column is not None:
            uniform[name] = column
    return Drawn(draws, uniform, width)


def _column(quantity: Quantity, farm: Farm, seed: int, draws: int) -> FloatArray | None:
    if quantity.passport is not None and quantity.field is None:
        fixed = quantity.passport.spread.is_fixed
        return None if fixed else uniform_stream(seed, quantity.name, draws)[:, None]
    field, table = quantity.field, farm.table(quantity.on)
    if field is None or not len(table):
        return None
    stated = table.given.get(quantity.name)
    is_unsure = stated is not None and not field.spread.is_fixed
    if not is_unsure and not _is_assumed(quantity, stated):
        return None
    keys = table.keys or tuple(map(str, range(len(table))))
    streams = [uniform_stream(seed, f"{quantity.name}:{key}", draws) for key in keys]
    return np.stack(streams, axis=1)


def _is_assumed(quantity: Quantity, stated: FloatArray | None) -> bool:
    """Whether a row takes the reference value of its field, because nobody answered there."""
    field = quantity.field
    if quantity.formula is not None or field is None:
        return False
    if field.default is None and quantity.grid is None:
        return False
    if field.default_spread.is_fixed:
        return False
    return stated is None or bool(np.isnan(stated).any())
