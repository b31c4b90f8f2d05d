"""What holds on every farm. The same checks serve the drawn farms and the planted faults."""

from collections.abc import Callable, Iterable

import numpy as np
import pytest

from diagnostics import gather
from diagnostics.balance import GASES, SOURCES, STORES
from diagnostics.core import Formula
from diagnostics.core.run import Run
from diagnostics.core.values import BoolArray, FloatArray
from diagnostics.entities import FarmEntity, Group, ManureShare, Workshop
from diagnostics.workshop_lines import workshop_line
from tests.farms import WORKED
from tests.golden.oracle import Line, class_lines, farm_lines

EXACT = 1e-9
PUBLISHED = 1e-3
Check = Callable[[Run], None]


def farm_sum(run: Run, name: str) -> FloatArray:
    """The sum of a quantity on each farm, added up row by row without the engine's ladders."""
    entity = run.model[name].on
    owner = np.arange(run.rows(entity))
    while entity is not FarmEntity:
        owner = run.farm.table(entity).owner[owner]
        assert entity.parent is not None
        entity = entity.parent
    return np.bincount(owner, run.values[name], minlength=run.farm.count)


def group_sum(run: Run, values: FloatArray) -> FloatArray:
    """The sum of values of manure rows on each group."""
    return np.bincount(run.farm.table(ManureShare).owner, values, minlength=run.rows(Group))


def agree(left: FloatArray, right: FloatArray, scale: FloatArray) -> None:
    """Fail unless two columns agree to 1e-9 of the larger terms they are made of."""
    off = np.abs(left - right) > EXACT * np.maximum(scale, 1.0)
    assert not off.any(), f"{off.sum()} of {off.size} differ, first by {(left - right)[off][0]:.6g}"


def check_that_sources_add_up_to_the_gross(run: Run) -> None:
    """The eleven source lines are all that is given off."""
    lines = [farm_sum(run, source.formula) for source in SOURCES]
    agree(np.sum(lines, axis=0), run.values["gross_emissions"], np.sum(np.abs(lines), axis=0))


def check_that_gases_add_up_to_the_gross(run: Run) -> None:
    """Kilograms of each gas, weighed once, and what was bought, are all that is given off."""
    methane = farm_sum(run, "enteric_methane") + farm_sum(run, "manure_methane")
    nitrous_oxide = farm_sum(run, "manure_n2o") + run.values["soil_n2o"]
    weighed = {
        "ch4": methane * run.values["gwp_methane"],
        "n2o": nitrous_oxide * run.values["gwp_nitrous_oxide"],
    }
    for gas in GASES:
        lines = sum(farm_sum(run, s.formula) for s in SOURCES if s.gas == gas)
        agree(weighed.setdefault(gas, lines), lines, np.abs(lines))
    agree(sum(weighed.values()), run.values["gross_emissions"], run.values["gross_emissions"])


def check_that_workshops_add_up_to_the_farm(run: Run) -> None:
    """Each line, the gross and the storage are shared out without rest."""
    pairs = [(workshop_line(source), source.formula) for source in SOURCES]
    pairs += [("workshop_gross_emissions", "gross_emissions")]
    pairs += [("workshop_storage", "carbon_storage")]
    for part, whole in pairs:
        agree(farm_sum(run, part), farm_sum(run, whole), np.abs(farm_sum(run, whole)))


def check_that_stores_add_up_to_the_storage(run: Run) -> None:
    """The storage is the sum of its lines, losses counted against it."""
    lines = [store.sign * farm_sum(run, store.formula) for store in STORES]
    agree(np.sum(lines, axis=0), run.values["carbon_storage"], np.sum(np.abs(lines), axis=0))


def check_that_net_is_gross_minus_storage(run: Run) -> None:
    """Storage lowers the net."""
    gross, storage = run.values["gross_emissions"], run.values["carbon_storage"]
    agree(run.values["net_emissions"], gross - storage, np.abs(gross) + np.abs(storage))


def check_that_hedges_and_grass_store_carbon(run: Run) -> None:
    """A hedge and old grassland take carbon up: their lines are removals, never losses."""
    for name in ("hedge_storage", "permanent_grassland_storage"):
        assert (run.values[name] >= 0).all(), name


def check_that_milk_and_meat_share_a_herd(run: Run) -> None:
    """Each share lies between 0 and 1, and both products together carry the workshop."""
    share = run.values["milk_allocation"]
    known = ~np.isnan(share)
    assert ((share[known] >= 0) & (share[known] <= 1)).all()
    gross = run.values["workshop_gross_emissions"]
    of_milk = run.values["gross_footprint_milk"] * run.values["corrected_milk_volume"]
    of_meat = run.values["gross_footprint_dairy_beef"] * run.values["meat_sold"]
    both = known & ~np.isnan(of_meat)
    agree((of_milk + of_meat)[both], gross[both], np.abs(gross[both]))


def check_that_manure_shares_add_up_to_one(run: Run) -> None:
    """All dung of a group goes somewhere, and none of it twice."""
    sums = group_sum(run, run.values["manure_system_share"])
    agree(sums, np.ones_like(sums), np.ones_like(sums))


def check_that_nitrogen_is_neither_made_nor_lost(run: Run) -> None:
    """Excreted = dropped at pasture + stored; stored = spread without bedding + what was lost."""
    values = run.values
    excreted = values["head_years"] * values["nitrogen_excretion"]
    stored = group_sum(run, values["manure_nitrogen"])
    agree(values["pasture_nitrogen"] + stored, excreted, np.abs(excreted))
    denitrified = values["manure_direct_n2o"] * 28 / 44 * 4
    gone = values["manure_volatilised_nitrogen"] + values["manure_leached_nitrogen"] + denitrified
    spread = values["spread_nitrogen"] - values["bedding_nitrogen"]
    agree(spread + gone, values["manure_nitrogen"], np.abs(values["manure_nitrogen"]))


def check_that_a_missing_number_has_its_reason(run: Run) -> None:
    """Every number is finite, or a declared reason says why it does not apply."""
    for name in run.model.order:
        values = run.values[name]
        assert not np.isinf(values).any(), f"{name} is infinite"
        unexplained = np.isnan(values) & ~_does_not_apply(run, name)
        assert not unexplained.any(), f"{name} is missing on {unexplained.sum()} rows"


def _does_not_apply(run: Run, name: str) -> BoolArray:
    formula = run.model[name].formula
    excused = np.zeros(run.rows(run.model[name].on), dtype=bool)
    if formula is None:
        return excused
    for need in formula.positive:
        excused |= ~(run.argument(formula, need) > 0)
    if formula.applies is not None:
        excused |= ~run.mask(formula.applies[0], formula.on)
    for need in run.model[name].needs:
        if need not in formula.positive:
            excused |= _passed_on(run, formula, need)
    return excused


def _passed_on(run: Run, formula: Formula, need: str) -> BoolArray:
    """Rows whose need does not apply; a sum over rows is never excused by one of them."""
    is_sum = run.model[need].adds
    return np.isnan(run.argument(formula, need)) & (not is_sum)


def check_that_the_published_figures_are_reproduced(run: Run) -> None:
    """Both worked farms under the model of this run, whatever its own farms are."""
    for farm, build in WORKED.items():
        worked = Run(run.model, gather([build()])).compute()
        keys = worked.farm.table(Group).keys
        for line in [*class_lines(), *farm_lines()]:
            if line.farm == farm:
                found = _found(worked, line, keys)
                assert found == pytest.approx(line.value, rel=PUBLISHED, abs=1e-12), str(line)


def _found(run: Run, line: Line, keys: tuple[str, ...]) -> float:
    return sum(_one(run, name, line.group, keys) for name in line.quantities) * line.times


def _one(run: Run, name: str, group: str, keys: tuple[str, ...]) -> float:
    values = run.values[name]
    if not group:
        return float(farm_sum(run, name)[0])
    at_groups = group_sum(run, values) if run.model[name].on is ManureShare else values
    return float(at_groups[keys.index(group)])


CHECKS: tuple[Check, ...] = (
    check_that_sources_add_up_to_the_gross,
    check_that_gases_add_up_to_the_gross,
    check_that_workshops_add_up_to_the_farm,
    check_that_stores_add_up_to_the_storage,
    check_that_net_is_gross_minus_storage,
    check_that_hedges_and_grass_store_carbon,
    check_that_milk_and_meat_share_a_herd,
    check_that_manure_shares_add_up_to_one,
    check_that_nitrogen_is_neither_made_nor_lost,
    check_that_a_missing_number_has_its_reason,
    check_that_the_published_figures_are_reproduced,
)


def make_up(run: Run) -> dict[str, float]:
    """The share of farms of each kind, so that a generator can not silently lose one."""
    values, farms = run.values, run.farm.count
    heads = farm_sum(run, "head_years")
    cows = _per_farm(run, Group, _is(run, "animal_class", ("DC", "SC")) * values["head_years"])
    workshops = np.bincount(run.farm.table(Workshop).owner, minlength=farms)
    dry = run.codes(run.model.choices["soil_moisture"]) == 1
    shares = {
        "no milk": farm_sum(run, "milk_delivered") == 0,
        "no meat": farm_sum(run, "live_weight_sold") == 0,
        "no cows": cows == 0,
        "no animals": heads == 0,
        "one animal": heads == 1,
        "no land": farm_sum(run, "field_area") == 0,
        "two workshops": workshops == 2,
        "three workshops": workshops == 3,
        "a thousand animals": heads >= 1_000,
        "dry soils": dry,
        "net below zero": values["net_emissions"] < 0,
    }
    return {name: float(np.mean(share)) for name, share in shares.items()}


def _is(run: Run, choice: str, codes: Iterable[str]) -> BoolArray:
    asked = run.model.choices[choice]
    return np.isin(run.codes(asked), [asked.index(code) for code in codes])


def _per_farm(run: Run, entity: type, values: FloatArray) -> FloatArray:
    owner = run.farm.table(Workshop).owner[run.farm.table(entity).owner]
    return np.bincount(owner, values, minlength=run.farm.count)
