"""What a quantity may be, and the one axis rule: draws in front, rows last."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int64]
CodeArray: TypeAlias = NDArray[np.int16]
BoolArray: TypeAlias = NDArray[np.bool_]

# A float, or an array of shape (rows,) or (draws, rows); a drawn scalar is (draws, 1).
Values: TypeAlias = float | FloatArray

NOT_GIVEN = float("nan")
NO_CODE = -1
ANY = "any"  # among codes: the line holds for all of them
