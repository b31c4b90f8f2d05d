"""How far a number may be from the truth, and the named random streams that draw it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from math import log

import numpy as np

from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.values import FloatArray

KINDS = ("fixed", "normal", "lognormal", "triangular")
CENTRE, FAR_TAIL = 0.425, 5.0  # where AS 241 changes its rational function
TRUNCATION = 3.0  # a normal spread is cut at three standard deviations


@dataclass(frozen=True)
class Spread:
    """The distribution around a value.

    ``normal``: ``sd`` in the value's unit, or ``relative`` as a share of it. ``lognormal``: the
    value times ``median`` is the median, ``gsd`` the geometric standard deviation, ``cap`` the
    largest multiple of the value. ``triangular``: ``low`` and ``high``, the value is the mode.
    """

    kind: str = "fixed"
    because: str = ""
    sd: float = 0.0
    relative: float = 0.0
    gsd: float = 1.0
    median: float = 1.0
    cap: float = float("inf")
    low: float = float("nan")
    high: float = float("nan")
    width: float = 1.0  # 0 switches the spread off, 2 doubles it

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise DiagnosticsError("“{kind}” is no kind of spread", kind=self.kind)

    def scaled(self, width: float) -> "Spread":
        """The same spread, wider or narrower."""
        return replace(self, width=self.width * width)

    def _deviation(
        self, value: FloatArray, low: FloatArray | None, high: FloatArray | None
    ) -> FloatArray:
        """One standard deviation; ``low`` and ``high`` lie one below and one above the value."""
        if low is not None and high is not None and not np.isnan(low).any():
            return (high - low) / 2
        return self.sd + self.relative * np.abs(value)

    @property
    def is_fixed(self) -> bool:
        """Whether nothing is drawn."""
        return self.kind == "fixed" or self.width == 0

    def draw(
        self,
        value: FloatArray,
        uniform: FloatArray,
        low: FloatArray | None = None,
        high: FloatArray | None = None,
        gsd: FloatArray | None = None,
    ) -> FloatArray:
        """Values drawn at the given quantiles; shapes broadcast, draws in front.

        ``low``, ``high`` and ``gsd`` belong to the cells of a table: the ends of a triangular
        spread, or one standard deviation below and above for a normal one; the geometric standard
        deviation of a lognormal one.
        """
        if self.is_fixed:
            return value + 0.0 * uniform
        if self.kind == "triangular":
            lowest = value + ((self.low if low is None else low) - value) * self.width
            highest = value + ((self.high if high is None else high) - value) * self.width
            return _triangular(value, lowest, highest, uniform)
        z = np.clip(normal_quantile(uniform), -TRUNCATION, TRUNCATION)
        if self.kind == "normal":
            return value + z * self.width * self._deviation(value, low, high)
        # At width 0 the median returns to the value itself, so that no spread means no shift.
        centre = value * (1 + (self.median - 1) * min(self.width, 1.0))
        width = log(self.gsd) if gsd is None else np.log(gsd)
        drawn: FloatArray = centre * np.exp(z * width * self.width)
        return drawn if self.cap == float("inf") else np.minimum(drawn, value * self.cap)


FIXED = Spread(because="no spread is published")


@dataclass(frozen=True)
class Drawn:
    """The quantiles at which factors and stated inputs are drawn, by name.

    A factor has one column, shape (draws, 1): its error is common to all rows. A stated input has
    one column a row, shape (draws, rows). ``width`` scales every spread.
    """

    count: int = 0
    uniform: Mapping[str, FloatArray] = field(default_factory=dict)
    width: float = 1.0

    def block(self, start: int, stop: int) -> "Drawn":
        """The draws from ``start`` to ``stop``."""
        cut = {name: column[start:stop] for name, column in self.uniform.items()}
        return Drawn(min(stop, self.count) - start, cut, self.width)

    def of(
        self,
        name: str,
        spread: Spread,
        value: FloatArray,
        ends: tuple[FloatArray, FloatArray] | None = None,
        gsd: FloatArray | None = None,
    ) -> FloatArray:
        """Values of one quantity, drawn if a stream of its name exists."""
        if name not in self.uniform or spread.is_fixed:
            return value
        low, high = ends or (None, None)
        return spread.scaled(self.width).draw(value, self.uniform[name], low, high, gsd)


NOTHING_DRAWN = Drawn()


def uniform_stream(seed: int, name: str, draws: int) -> FloatArray:
    """A Latin hypercube column in (0, 1); the stream depends on seed and name alone.

    Adding a factor therefore moves no other factor's draws.
    """
    digest = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
    generator = np.random.default_rng((seed, digest))
    strata: FloatArray = (generator.permutation(draws) + generator.random(draws)) / draws
    return np.clip(strata, 1e-12, 1 - 1e-12)


def _triangular(mode: FloatArray, low: FloatArray, high: FloatArray, u: FloatArray) -> FloatArray:
    width = np.where(high > low, high - low, 1.0)
    turn = (mode - low) / width
    rising = low + np.sqrt(u * width * np.maximum(mode - low, 0))
    falling = high - np.sqrt((1 - u) * width * np.maximum(high - mode, 0))
    return np.where(high > low, np.where(u < turn, rising, falling), mode)


# Coefficients of Wichura's algorithm AS 241 (Applied Statistics 37, 1988), PPND16.
_CENTRAL = (
    (3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
     1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
     3.3430575583588128105e4, 2.5090809287301226727e3),
    (1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
     2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
     5.2264952788528545610e3),
)  # fmt: skip
_MIDDLE = (
    (1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
     3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4),
    (1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9),
)  # fmt: skip
_TAIL = (
    (6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7),
    (1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15),
)  # fmt: skip


def normal_quantile(uniform: FloatArray) -> FloatArray:
    """The standard normal value below which a share ``uniform`` of draws lies (AS 241)."""
    known = np.atleast_1d(uniform)
    q = known - 0.5
    result: FloatArray = q * _ratio(_CENTRAL, 0.180625 - q * q)
    # The ends of the scale need their own rational function; few draws lie there.
    outer = np.abs(q) > CENTRE
    result[outer] = np.sign(q[outer]) * _tail_quantile(known[outer])
    return result.reshape(np.shape(uniform))


def _tail_quantile(uniform: FloatArray) -> FloatArray:
    """How far from the middle a value near either end of the scale lies."""
    tail = np.sqrt(-np.log(np.minimum(uniform, 1 - uniform)))
    return np.where(tail <= FAR_TAIL, _ratio(_MIDDLE, tail - 1.6), _ratio(_TAIL, tail - 5.0))


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], x: FloatArray) -> FloatArray:
    above, below = (np.polynomial.polynomial.polyval(x, np.asarray(c)) for c in coefficients)
    result: FloatArray = above / below
    return result
