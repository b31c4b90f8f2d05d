"""Ten faults that were made on purpose: each is caught by a check with a name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
import pytest

from diagnostics.core.model import Model
from diagnostics.core.rows import Ladder
from diagnostics.core.run import Run
from diagnostics.core.values import FloatArray, Values
from diagnostics.entities import ENTITIES
from diagnostics.library import formulas
from tests.farms import factors
from tests.properties import checks
from tests.properties.batch import draw_farms
from tests.properties.checks import CHECKS, Check

Wrong = Callable[[Callable[..., Values], dict[str, Values]], Values]


@dataclass(frozen=True)
class Fault:
    """A formula made wrong, and the check that must see it."""

    what: str
    formula: str
    wrong: Wrong
    seen_by: Check

    def __str__(self) -> str:
        return self.what


def _times(factor: float) -> Wrong:
    return lambda body, inputs: body(**inputs) * factor


def _with(**changed: float) -> Wrong:
    return lambda body, inputs: body(**{**inputs, **changed})


FAULTS = (
    Fault("44/28 is dropped", "manure_direct_n2o", _times(28 / 44),
          checks.check_that_nitrogen_is_neither_made_nor_lost),
    Fault("44/28 is dropped in the soil", "pasture_direct_n2o", _times(28 / 44),
          checks.check_that_the_published_figures_are_reproduced),
    Fault("the potential of methane counts twice", "enteric_emissions", _times(28.0),
          checks.check_that_sources_add_up_to_the_gross),
    Fault("the potential of methane counts twice in the gross", "gross_emissions",
          _with(gwp_methane=28.0**2), checks.check_that_gases_add_up_to_the_gross),
    Fault("nitrogen dropped at pasture is stored as well", "manure_nitrogen", _with(stored=1.0),
          checks.check_that_nitrogen_is_neither_made_nor_lost),
    Fault("a day is taken for a year", "enteric_methane_per_head", _times(1 / 365),
          checks.check_that_the_published_figures_are_reproduced),
    Fault("a kilogram is taken for a tonne", "purchase_emissions", _times(1e-3),
          checks.check_that_the_published_figures_are_reproduced),
    Fault("shares of manure are not normalised", "manure_system_share", _with(housed_share=1.0),
          checks.check_that_manure_shares_add_up_to_one),
    Fault("the allocation exceeds 1", "milk_allocation", _times(1.3),
          checks.check_that_milk_and_meat_share_a_herd),
    Fault("the sign of storage is turned", "net_emissions",
          lambda body, inputs: inputs["gross_emissions"] + inputs["carbon_storage"],
          checks.check_that_net_is_gross_minus_storage),
    Fault("the sign of one store is turned", "hedge_storage", _times(-1.0),
          checks.check_that_hedges_and_grass_store_carbon),
    Fault("litres are taken for kilograms", "corrected_milk_volume", _times(1.03),
          checks.check_that_the_published_figures_are_reproduced),
    Fault("a workshop's share is left out", "livestock_share", _times(0.9),
          checks.check_that_workshops_add_up_to_the_farm),
    Fault("a store is left out", "carbon_storage", _with(temporary_grassland_storage=0.0),
          checks.check_that_stores_add_up_to_the_storage),
    Fault("a number goes missing without a word", "gross_footprint_area", _times(np.nan),
          checks.check_that_a_missing_number_has_its_reason),
)  # fmt: skip


def planted(fault: Fault | None) -> Model:
    """A fresh model in which one formula is wrong."""
    declared = [
        replace(formula, body=_wrong(formula.body, fault.wrong))
        if fault is not None and formula.name == fault.formula
        else formula
        for formula in formulas()
    ]
    return Model(ENTITIES, declared, factors())


def _wrong(body: Callable[..., Values], wrong: Wrong) -> Callable[..., Values]:
    return lambda **inputs: wrong(body, inputs)


def red(model: Model) -> set[str]:
    """The names of the checks that fail under a model."""
    run = Run(model, draw_farms(300, seed=3)).compute()
    return {check.__name__ for check in CHECKS if _fails(check, run)}


def _fails(check: Check, run: Run) -> bool:
    try:
        check(run)
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_that_a_planted_fault_is_seen_by_the_check_that_names_it(fault: Fault) -> None:
    assert fault.seen_by.__name__ in red(planted(fault))


def test_that_without_a_fault_no_check_fails() -> None:
    assert red(planted(None)) == set()


@contextmanager
def losing_a_row() -> Iterator[None]:
    """The last row of a table is not summed."""
    sums = Ladder.up

    def short(ladder: Ladder, values: FloatArray) -> FloatArray:
        held = np.array(values, copy=True)
        held[..., -1:] = 0.0
        return sums(ladder, held)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Ladder, "up", short)
        yield


def test_that_a_lost_row_is_seen_by_the_sum_of_the_sources() -> None:
    with losing_a_row():
        failed = red(planted(None))

    assert checks.check_that_sources_add_up_to_the_gross.__name__ in failed
    assert checks.check_that_the_published_figures_are_reproduced.__name__ in failed
