"""From the entries of dossiers to tables: in order, in codes, linked, nothing made up."""

from dataclasses import replace

import numpy as np
import pytest

from diagnostics import DiagnosticsError, FarmRecord, gather
from diagnostics.entities import Field, Group, ManureShare, Purchase, Workshop
from diagnostics.record import Entry
from tests.farms import dairy_farm, row, suckler_farm


def test_that_rows_in_any_order_end_under_their_owner() -> None:
    record = dairy_farm()
    turned = gather([replace(record, rows=tuple(reversed(record.rows)))])

    for entity in (Group, ManureShare):
        assert (np.diff(turned.table(entity).owner) >= 0).all()
    shares = turned.table(ManureShare)
    groups = turned.table(Group).keys
    owners = [groups[owner] for owner in shares.owner]
    assert owners == [key.rpartition("/")[0] for key in shares.keys]


def test_that_what_was_not_entered_is_missing_and_not_zero() -> None:
    table = gather([dairy_farm()]).table(Group)

    assert np.isnan(table.given["rumen_share"]).tolist() == [True, False, True, True]
    assert "milk_per_head" not in table.given


def test_that_an_option_becomes_its_place_and_a_gap_stays_open() -> None:
    table = gather([dairy_farm()]).table(Group)

    assert list(table.codes["methane_class"]) == [
        Group.methane_class.index("dairy_medium"),
        -1,
        -1,
        -1,
    ]


def test_that_an_unknown_option_is_refused() -> None:
    with pytest.raises(DiagnosticsError, match="“XX” is not an answer"):
        gather([dairy_farm().but("DAIRY/DC", "animal_class", Entry("XX"))])


def test_that_purchases_point_to_their_workshop_of_their_own_farm() -> None:
    farms = gather([dairy_farm(), suckler_farm()])
    table, workshops = farms.table(Purchase), farms.table(Workshop)
    linked = table.links["Workshop"]

    assert (linked >= 0).sum() == 4 + 3
    assert (workshops.owner[linked[linked >= 0]] == table.owner[linked >= 0]).all()


def test_that_a_purchase_for_a_workshop_that_is_gone_is_refused() -> None:
    record = dairy_farm()
    rows = tuple(replace(r, workshop="GONE") if r.entity == "Purchase" else r for r in record.rows)

    with pytest.raises(DiagnosticsError, match="GONE"):
        gather([replace(record, rows=rows)])


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_that_a_value_that_is_not_finite_is_refused_with_its_row(value: float) -> None:
    record = dairy_farm().but("DAIRY/DC", "live_weight", Entry(value))

    with pytest.raises(DiagnosticsError, match=r"live_weight of “DAIRY/DC”"):
        gather([record])


def test_that_no_farm_at_all_is_refused() -> None:
    with pytest.raises(DiagnosticsError, match="no farm"):
        gather([])


def test_that_a_row_under_a_missing_owner_is_refused() -> None:
    stray = row("Group", "GOAT/DC", animal_class="DC")

    with pytest.raises(KeyError, match="GOAT"):
        gather([replace(dairy_farm(), rows=(*dairy_farm().rows, stray))])


def test_that_a_dossier_of_one_row_has_a_table_for_everything() -> None:
    farm = gather([FarmRecord("Bare", 2025, (row("Farm", ""),))])

    assert farm.count == 1
    assert [farm.rows(entity) for entity in (Workshop, Group, ManureShare, Field)] == [0] * 4
