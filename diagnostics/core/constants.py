"""A number of physics or of a published regression, with its unit."""


class Constant(float):
    """A float that knows its unit, so that the units test can dress it."""

    __slots__ = ("unit",)
    unit: str

    def __new__(cls, value: float, unit: str) -> "Constant":
        constant = super().__new__(cls, value)
        constant.unit = unit
        return constant
