"""The farms that the invariants are tried on: drawn and computed once for all tests."""

import os
from functools import cache

import numpy as np

from diagnostics.core import Farm
from diagnostics.core.run import Run
from diagnostics.core.values import FloatArray
from diagnostics.library import model_of
from tests.farms import factors
from tests.properties.batch import draw_farms

COUNT, MANY = 2_000, 20_000
SEED = int(os.environ.get("BOCAGE_SEED", "20261125"))


@cache
def farms() -> Farm:
    """The batch of this run; its seed is printed, so that it can be drawn again."""
    print(f"{COUNT} farms drawn with seed {SEED}")
    return draw_farms(COUNT, SEED)


@cache
def computed(profile: str = "OPEN-2019") -> Run:
    """Everything computed on these farms."""
    return run_of(farms(), profile)


def run_of(farm: Farm, profile: str = "OPEN-2019") -> Run:
    """Everything computed on some farms."""
    return Run(model_of(factors(profile)), farm).compute()


def additive(run: Run) -> list[str]:
    """The quantities of the farm that are sums or amounts."""
    return [name for name in run.model.order if run.model[name].adds]


def assert_agree(left: FloatArray, right: FloatArray, tolerance: float = 1e-9) -> None:
    """Fail unless two columns agree, row by row, NaN where the other is NaN."""
    np.testing.assert_allclose(left, right, rtol=tolerance, atol=tolerance)
