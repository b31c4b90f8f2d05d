"""What rows pass on to each other, and values read along a link."""

import numpy as np
import pytest

from diagnostics.core import Entity, Farm, Flow, Number, Table, formula
from diagnostics.core.errors import DeclarationError
from diagnostics.core.factors import FactorSet
from diagnostics.core.flows import linked, settled
from diagnostics.core.model import Model
from diagnostics.core.run import Run
from diagnostics.core.sources import Work
from diagnostics.core.trace import Trace

HERE = Work("test", "A test").at("here")
NOTHING = FactorSet("none", 1, {}, {}, {}, {}, "0")


class Valley(Entity):
    """The root of the toy."""


class Pool(Entity, parent=Valley):
    """Holds water."""

    rain = Number("Rain", symbol="R", unit="m3", bounds=(0, 100), adds=True, help="It falls.")


class Ditch(Entity, parent=Pool, links=(Pool,)):
    """Takes a share of all that its pool has to another pool."""

    part = Number("Part", symbol="p", unit="1", bounds=(0, 1), help="Of all the water.")


@formula(on=Pool, label="All water", symbol="W", unit="m3", equation="W = R", source=HERE,
         mark="A", flow=Flow("part"))  # fmt: skip
def water(rain):
    """Rain, and what ditches bring."""
    return rain


@formula(on=Ditch, label="Rain below", symbol="B", unit="m3", equation="B = R", source=HERE,
         mark="A", along={"rain": Pool})  # fmt: skip
def rain_below(rain):
    """Rain on the pool at the end of the ditch."""
    return rain


def run(rain, owner, giver, receiver, part):
    """The toy computed for pools of several valleys."""
    ints = {"owner": np.asarray(owner), "giver": np.asarray(giver, dtype=np.int64)}
    valleys = int(max(owner)) + 1
    farm = Farm(Valley, {
        Valley: Table(np.arange(valleys)),
        Pool: Table(ints["owner"], given={"rain": np.asarray(rain, dtype=float)}),
        Ditch: Table(ints["giver"], given={"part": np.asarray(part, dtype=float)},
                     links={"Pool": np.asarray(receiver, dtype=np.int64)}),
    })  # fmt: skip
    return Run(Model((Valley, Pool, Ditch), [water, rain_below], NOTHING), farm).compute()


def test_that_water_runs_down_a_chain() -> None:
    found = run([10, 0, 0], [0, 0, 0], [0, 1], [1, 2], [0.5, 0.5])

    assert found.values["water"] == pytest.approx([10, 5, 2.5])


def test_that_a_ring_is_settled_at_once() -> None:
    found = run([10, 4], [0, 0], [0, 1], [1, 0], [0.5, 0.25]).values["water"]

    assert found[0] == pytest.approx(10 + 0.25 * found[1])
    assert found[1] == pytest.approx(4 + 0.5 * found[0])


def test_that_valleys_do_not_mix_and_idle_ones_keep_their_own() -> None:
    found = run([10, 0, 7, 8, 0, 3], [0, 0, 1, 2, 2, 2], [0, 3], [1, 5], [0.5, 1.0])

    assert found.values["water"] == pytest.approx([10, 5, 7, 8, 0, 11])


def test_that_a_ditch_to_nowhere_takes_nothing() -> None:
    assert run([10, 3], [0, 0], [0], [-1], [0.5]).values["water"] == pytest.approx([10, 3])


def test_that_a_ring_that_passes_all_on_for_ever_has_no_value() -> None:
    found = run([10, 4, 5], [0, 0, 1], [0, 1], [1, 0], [1.0, 1.0]).values["water"]

    assert np.isnan(found[:2]).all()
    assert found[2] == 5


def test_that_draws_are_settled_side_by_side() -> None:
    own = np.asarray([[10.0, 0.0], [20.0, 0.0]])
    share = np.asarray([[0.5], [0.1]])
    found = settled(own, share, np.asarray([0]), np.asarray([1]), np.asarray([0, 0]))

    assert found == pytest.approx(np.asarray([[10, 5], [20, 2]]))


def test_that_a_value_is_read_along_a_link() -> None:
    found = run([10, 4], [0, 0], [0, 1], [1, -1], [0.5, 0.5])

    assert found.values["rain_below"].tolist() == [4.0, 0.0]
    assert linked(np.zeros(0), np.asarray([-1])).tolist() == [0.0]


def test_that_the_trace_follows_links_and_flows() -> None:
    trace = Trace(run([10, 4], [0, 0], [0], [1], [0.5]), {})

    assert [p.row for p in trace.explain("rain_below", "0").parts] == ["1"]
    assert [p.name for p in trace.explain("water", "1").parts] == ["rain", "part"]
    assert [p.name for p in trace.explain("water", "0").parts] == ["rain"]


def test_that_a_link_that_does_not_exist_is_refused() -> None:
    @formula(on=Pool, label="x", symbol="x", unit="1", equation="x = p", source=HERE, mark="A",
             along={"part": Ditch})  # fmt: skip
    def wrong(part):
        """It has no link to a ditch."""
        return part

    with pytest.raises(DeclarationError, match="would sum"):
        Model((Valley, Pool, Ditch), [wrong], NOTHING)
