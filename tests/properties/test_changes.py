"""Changes that must not matter, and changes whose effect is known, on thousands of farms."""

import numpy as np
import pytest

from diagnostics.core import Entity, Farm
from diagnostics.core.fields import Number
from diagnostics.core.values import FloatArray
from diagnostics.entities import (
    FarmEntity,
    Fertiliser,
    Field,
    Group,
    Hedge,
    ManureShare,
    Purchase,
    Workshop,
)
from tests.properties import changes
from tests.properties.batch import draw_farms
from tests.properties.checks import farm_sum
from tests.properties.drawn import additive, assert_agree, computed, farms, run_of

RATIOS = (
    "gross_footprint_milk", "net_footprint_milk", "gross_footprint_beef", "net_footprint_beef",
    "gross_footprint_dairy_beef", "gross_footprint_area", "net_footprint_area", "milk_allocation",
    "livestock_share", "electricity_share", "enteric_methane_per_head", "nitrogen_excretion",
)  # fmt: skip
# What is asked of an amount: the farm gives off more of it, or stores more.
RAISES = (Fertiliser.mineral_nitrogen, FarmEntity.diesel, FarmEntity.electricity,
          FarmEntity.limestone, FarmEntity.urea_product, Purchase.purchase_quantity)  # fmt: skip
ENTITIES = (Workshop, Group, ManureShare, Field, Hedge, Fertiliser, Purchase)
COUNTS_OF_ROWS = (
    "workshop_present", "workshop_count", "crop_workshop", "crop_workshop_count",
)  # fmt: skip


def amounts() -> list[str]:
    """Sums and amounts, without the counts of rows."""
    return [name for name in additive(computed()) if name not in COUNTS_OF_ROWS]


def gross(farm: Farm) -> FloatArray:
    """The gross emissions of each farm."""
    return run_of(farm).values["gross_emissions"]


def test_that_a_farm_twice_as_large_has_twice_the_amounts() -> None:
    twice = run_of(changes.scaled(farms(), 2.0))

    for name in amounts():
        assert_agree(twice.values[name], 2.0 * computed().values[name])


def test_that_a_farm_twice_as_large_has_the_same_ratios() -> None:
    twice = run_of(changes.scaled(farms(), 2.0))

    for name in RATIOS:
        assert_agree(twice.values[name], computed().values[name])


def test_that_the_order_of_rows_and_of_farms_changes_nothing() -> None:
    mixed, order = changes.permuted(farms(), seed=7)
    run = run_of(mixed)

    assert not (order == np.arange(len(order))).all()
    for name in additive(run):
        assert_agree(farm_sum(run, name), farm_sum(computed(), name)[order])


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.name)
def test_that_a_row_written_as_two_halves_changes_nothing(entity: type[Entity]) -> None:
    split = run_of(changes.halved(farms(), entity))

    assert split.rows(entity) > computed().rows(entity)
    for name in amounts():
        assert_agree(farm_sum(split, name), farm_sum(computed(), name))


def test_that_more_animals_of_the_same_kind_never_emit_less() -> None:
    milk = changes.times(farms(), Workshop.milk_delivered, 1.1)

    assert (gross(changes.times(milk, Group.head_years, 1.1)) >= gross(farms())).all()


@pytest.mark.parametrize("asked", RAISES, ids=lambda asked: asked.name)
def test_that_more_of_an_input_never_emits_less(asked: Number) -> None:
    more, before = gross(changes.times(farms(), asked, 1.1)), gross(farms())

    assert (more >= before).all()
    assert (more > before).any()


def test_that_longer_hedges_never_raise_the_net() -> None:
    longer = run_of(changes.times(farms(), Hedge.hedge_length, 1.1)).values["net_emissions"]

    assert (longer <= computed().values["net_emissions"]).all()
    assert (longer < computed().values["net_emissions"]).any()


def test_that_longer_grazing_never_raises_the_methane_of_stores() -> None:
    outside = np.minimum(1.0, farms().stated(Group.pasture_share) + 0.05)
    longer = run_of(farms().but(Group.pasture_share, outside))
    before, after = (
        run.values["manure_methane"] * run.values["stored"] for run in (computed(), longer)
    )

    assert (after <= before).all()
    assert (after < before).any()


@pytest.mark.parametrize(("count", "size"), [(60, 1), (4_500, 7), (4_500, 4_000)])
def test_that_the_size_of_a_block_changes_nothing(count: int, size: int) -> None:
    few = draw_farms(count, seed=11)
    whole, blocks = run_of(few), [run_of(block) for block in few.blocks(size)]

    assert len(blocks) > 1
    for name in whole.model.order:
        joined = np.concatenate([block.values[name] for block in blocks])
        assert_agree(joined, whole.values[name], 1e-12)


def test_that_two_sets_of_potentials_differ_by_their_potentials_alone() -> None:
    older, newer = computed(), computed("AR6")
    methane = farm_sum(older, "enteric_methane") + farm_sum(older, "manure_methane")
    nitrous_oxide = farm_sum(older, "manure_n2o") + older.values["soil_n2o"]
    moved = methane * (27.0 - 28.0) + nitrous_oxide * (273.0 - 265.0)

    assert_agree(newer.values["gross_emissions"], older.values["gross_emissions"] + moved)
    assert_agree(newer.values["carbon_storage"], older.values["carbon_storage"], 0.0)


def test_that_a_small_change_of_an_animal_moves_the_total_a_little() -> None:
    for asked in (Group.live_weight, Group.digestibility, Group.crude_protein, Group.pasture_share):
        moved = gross(changes.times(farms(), asked, 1.001))
        assert (np.abs(moved / gross(farms()) - 1) < 0.05).all()
