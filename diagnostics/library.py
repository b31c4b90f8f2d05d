"""All formulas of the method, and the model they make with a set of factors."""

from functools import lru_cache
from pathlib import Path
from types import ModuleType

from diagnostics import (
    crop_sales,
    feeding,
    footprint,
    indicators,
    products,
    transfers,
    workshop_lines,
    workshops,
)
from diagnostics.animals import (
    energy,
    enteric,
    excretion,
    fattening,
    grazing,
    heads,
    manure,
    milk,
    small_ruminants,
)
from diagnostics.core import Formula
from diagnostics.core.factors import FactorSet, profile_names, read_profile
from diagnostics.core.model import Model
from diagnostics.entities import ENTITIES
from diagnostics.land import amendments, areas, inputs, soils, storage
from diagnostics.supplies import energy as carriers
from diagnostics.supplies import purchases, quantities

MODULES: tuple[ModuleType, ...] = (
    heads,
    grazing,
    fattening,
    energy,
    milk,
    small_ruminants,
    enteric,
    excretion,
    manure,
    soils,
    amendments,
    areas,
    inputs,
    storage,
    carriers,
    purchases,
    quantities,
    workshops,
    crop_sales,
    workshop_lines,
    transfers,
    footprint,
    indicators,
    products,
    feeding,
)
DEFAULT_PROFILE = "OPEN-2019"


def formulas() -> tuple[Formula, ...]:
    """Every declared formula, module by module in the order of the method."""
    declared = [f for module in MODULES for f in vars(module).values() if isinstance(f, Formula)]
    return (*declared, *workshop_lines.LINES, *transfers.FORMULAS)


def load_factors(folder: Path | str, profile: str = DEFAULT_PROFILE) -> FactorSet:
    """The factors of a profile in a folder of factor sets; FactorError says what is wrong."""
    return read_profile(Path(folder), profile)


def profiles(folder: Path | str) -> list[str]:
    """The names of the profiles in a folder of factor sets."""
    return profile_names(Path(folder))


@lru_cache(maxsize=8)
def _model(known: "_Hashable") -> Model:
    return Model(ENTITIES, formulas(), known.factors)


class _Hashable:
    """A factor set known by its hash, so that its model is built once."""

    def __init__(self, factors: FactorSet) -> None:
        self.factors = factors

    def __hash__(self) -> int:
        return hash(self.factors.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and other.factors.hash == self.factors.hash


def model_of(factors: FactorSet) -> Model:
    """The model of a factor set; built once for each set."""
    return _model(_Hashable(factors))
