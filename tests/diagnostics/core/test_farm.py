"""Many farms in one set of tables: cut into blocks, joined, changed without a trace."""

import numpy as np
import pytest

from diagnostics.core import Farm
from diagnostics.core.farm import stack
from tests.diagnostics.core.toy import Barn, Beast, Bill, Yard, rows, yards


def four_yards() -> Farm:
    """Yards with two, no, one and three barns, and bills linked to some of them."""
    return yards(
        4,
        Barn=rows([0, 0, 2, 3, 3, 3], codes={"roof": [0, 1, 0, 1, 0, 1]}, width=range(6)),
        Beast=rows([0, 2, 5, 5], heads=[1, 2, 3, 4], weight=[10, 20, 30, 40]),
        Bill=rows([0, 2, 3, 3], links={"Barn": [1, -1, 3, 5]}, cost=[1, 2, 3, 4]),
    )


def same(left: Farm, right: Farm) -> None:
    """Fail unless two farms hold the same rows."""
    for entity in left.tables:
        one, other = left.table(entity), right.table(entity)
        np.testing.assert_array_equal(one.owner, other.owner, entity.name)
        assert set(one.links) == set(other.links)
        for part in ("given", "codes", "links"):
            for name, values in getattr(one, part).items():
                np.testing.assert_array_equal(values, getattr(other, part)[name], name)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 100])
def test_that_blocks_hold_every_farm_once_and_in_order(size: int) -> None:
    blocks = four_yards().blocks(size)

    assert [block.count for block in blocks] == [
        min(size, 4 - start) for start in range(0, 4, size)
    ]
    same(stack(blocks), four_yards())


def test_that_a_block_counts_owners_and_links_from_its_own_start() -> None:
    last = four_yards().block(3, 4)

    np.testing.assert_array_equal(last.table(Yard).owner, [0])
    np.testing.assert_array_equal(last.table(Barn).owner, [0, 0, 0])
    np.testing.assert_array_equal(last.table(Beast).owner, [2, 2])
    np.testing.assert_array_equal(last.table(Bill).links["Barn"], [0, 2])


def test_that_a_farm_without_rows_is_cut_and_joined_too() -> None:
    empty = four_yards().block(1, 2)

    assert [empty.rows(e) for e in (Yard, Barn, Beast, Bill)] == [1, 0, 0, 0]
    assert stack([empty, four_yards()]).rows(Barn) == 6


def test_that_joined_farms_keep_what_only_one_of_them_states() -> None:
    plain = yards(1, Barn=rows([0], width=[1.0]))
    drawn = yards(1, Barn=rows([0], width=[[2.0], [3.0]]))
    silent = yards(1, Barn=rows([0]))

    width = stack([plain, drawn, silent]).table(Barn).given["width"]
    np.testing.assert_array_equal(width, [[1.0, 2.0, np.nan], [1.0, 3.0, np.nan]])


def test_that_joined_farms_keep_their_keys() -> None:
    one = yards(1, Barn=rows([0, 0], keys=("a", "b")))

    assert stack([one, one]).table(Barn).keys == ("a", "b", "a", "b")


def test_that_a_changed_farm_leaves_the_first_as_it_was() -> None:
    farm = four_yards()
    wider = farm.but(Barn.width, 7.0).but_choice(Barn.roof, "thatch")

    assert set(wider.stated(Barn.width)) == {7.0}
    assert set(wider.table(Barn).codes["roof"]) == {1}
    same(farm, four_yards())


def test_that_what_nobody_stated_is_missing_on_every_row() -> None:
    assert np.isnan(four_yards().stated(Yard.rain)).tolist() == [True] * 4


def test_that_an_entity_without_a_table_has_no_rows() -> None:
    bare = Farm(Yard, {Yard: rows([0])})

    assert bare.rows(Beast) == 0
    assert bare.block(0, 1).count == 1
