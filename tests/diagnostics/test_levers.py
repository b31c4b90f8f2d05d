"""What a farm could do otherwise: in a dose, where it fits, and measured by running it again."""

import ast
import json
from math import isfinite
from pathlib import Path

import numpy as np
import pytest

from diagnostics import DiagnosticsError, FarmRecord, diagnose
from diagnostics.core import Farm
from diagnostics.core.run import Run
from diagnostics.gathering import gather
from diagnostics.levers.effects import (
    KNOWN,
    MEASURES,
    Effect,
    as_plain,
    effects,
    stated_baseline,
    without,
)
from diagnostics.levers.measures import Measure
from diagnostics.library import model_of
from diagnostics.record import Entry
from tests.farms import dairy_farm
from tests.quick_farms import FARMS, answered, factors, value
from tests.typical_farms import TYPICAL

LEVERS = Path(__file__).resolve().parents[2] / "diagnostics" / "levers"
FORMULAS = ("animals", "land", "supplies", "footprint", "products", "workshops", "crop_sales")
EACH = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.lever.name)


def effect_on(record: FarmRecord, name: str, dose: float | None = None) -> Effect:
    """The effect of one measure."""
    doses = {} if dose is None else {name: dose}
    return next(e for e in effects(record, factors(), doses) if e.measure.lever.name == name)


@EACH
@pytest.mark.parametrize("farm", FARMS)
def test_that_a_dose_of_zero_changes_nothing(measure: Measure, farm: str) -> None:
    found = effect_on(answered(farm), measure.lever.name, 0.0)

    assert found.emissions == pytest.approx(0.0, abs=1e-6)
    assert found.storage == pytest.approx(0.0, abs=1e-6)
    assert found.per_unit == pytest.approx(0.0, abs=1e-9)


@EACH
def test_that_a_dose_of_zero_changes_no_value_of_a_farm_fully_described(measure: Measure) -> None:
    model = model_of(factors())
    farm = stated_baseline(Run(model, gather([TYPICAL["D1"]()])).compute())
    before = Run(model, farm).compute().values
    after = Run(model, without(measure.lever(farm, 0.0), KNOWN)).compute().values

    for name, quantity in model.quantities.items():
        if quantity.adds:
            assert np.nansum(after[name]) == pytest.approx(np.nansum(before[name]), abs=1e-9), name


def test_that_a_settled_farm_gives_what_the_farm_gave() -> None:
    model = model_of(factors())
    run = Run(model, gather([answered("two herds and all")])).compute()
    again = Run(model, stated_baseline(run)).compute()

    for name in ("gross_emissions", "carbon_storage", "workshop_gross_emissions"):
        assert again.values[name] == pytest.approx(run.values[name], rel=1e-12)


def test_that_planted_hedges_store_what_a_young_hedge_stores() -> None:
    found = effect_on(answered("dairy"), "plant_hedges", 1_000.0)

    assert found.storage == pytest.approx(10 * 250 * 44 / 12)
    assert found.emissions == 0.0
    assert effect_on(answered("dairy"), "plant_hedges", 500.0).storage == pytest.approx(
        found.storage / 2
    )


def test_that_a_covered_store_gives_off_three_quarters_of_its_methane() -> None:
    model = model_of(factors())
    run = Run(model, gather([answered("dairy")])).compute()
    covered = next(m for m in MEASURES if m.lever.name == "cover_slurry_store")
    after = Run(model, covered.lever(stated_baseline(run), 1.0)).compute()
    cows = ("DAIRY/DC/housed", "DAIRY/DC/housed+")
    was = value(diagnose(answered("dairy"), factors()), "manure_methane", cows[0])
    keys = after.farm.table(model["manure_methane"].on).keys
    now = [float(after.values["manure_methane"][keys.index(key)]) for key in cows]

    assert now == pytest.approx([0.0, 0.75 * was])


def test_that_earlier_calving_means_fewer_heifers_and_as_many_cows() -> None:
    record = answered("dairy")
    model = model_of(factors())
    measure = next(m for m in MEASURES if m.lever.name == "lower_age_at_first_calving")
    before = Run(model, gather([record])).compute()
    after = Run(model, measure.lever(stated_baseline(before), 4.0)).compute()

    assert after.values["age_at_first_calving"] == pytest.approx([24.0])
    assert after.values["head_years"] == pytest.approx([60, 18, 18, 0])
    assert before.values["head_years"] == pytest.approx([60, 18, 18, 6])
    for name in ("replacement_rate", "live_weight_sold", "milk_per_head"):
        assert after.values[name] == pytest.approx(before.values[name]), name


def test_that_heifers_counted_one_by_one_are_lowered_as_well() -> None:
    record = answered("dairy")
    for code, heads in (("F0", 26.0), ("F1", 25.0), ("F2", 6.0)):
        record = record.but(f"DAIRY/{code}", "head_years", Entry(heads))
    half = effect_on(record, "lower_age_at_first_calving", 2.0)
    whole = effect_on(record, "lower_age_at_first_calving", 4.0)

    assert whole.emissions < half.emissions < 0


def test_that_no_herd_calves_before_two_years() -> None:
    four, twelve = (
        effect_on(answered("dairy"), "lower_age_at_first_calving", dose) for dose in (4.0, 12.0)
    )

    assert twelve.emissions == pytest.approx(four.emissions)


def test_that_a_measure_out_of_place_says_why() -> None:
    found = effect_on(answered("finisher"), "lower_age_at_first_calving")

    assert not found.is_suited
    assert str(found.reason) == "no heifers are reared on the farm"
    assert (found.emissions, found.storage) == (0.0, 0.0)


def test_that_a_measure_already_taken_is_seen() -> None:
    record = answered("dairy").but("DAIRY/DC/housed", "manure_system", Entry("slurry_covered"))
    early = answered("dairy").but("DAIRY", "age_at_first_calving", Entry(23.0))

    assert effect_on(record, "cover_slurry_store").already_done
    assert effect_on(early, "lower_age_at_first_calving").already_done
    assert effect_on(answered("dairy", hedge_density=250.0), "plant_hedges").already_done
    assert not any(e.already_done for e in effects(answered("dairy"), factors()))


@pytest.mark.parametrize("dose", [-1.0, 1.1, float("nan")])
def test_that_a_dose_out_of_bounds_is_refused(dose: float) -> None:
    with pytest.raises(DiagnosticsError, match="out of bounds"):
        effects(answered("dairy"), factors(), {"cover_slurry_store": dose})


def test_that_what_helps_most_comes_first_and_what_does_not_fit_last() -> None:
    found = effects(answered("organic dairy"), factors())

    assert [e.is_suited for e in found] == [True, True, False]
    assert found[0].net <= found[1].net


def test_that_the_methane_class_of_the_herd_is_held() -> None:
    """A herd at 8,500 kg a cow is not lifted over the step by a measure that moves its milk."""
    model = model_of(factors())
    farm = stated_baseline(Run(model, gather([answered("dairy")])).compute())
    richer = farm.but(model["milk_per_head"].field, [9_000.0, 0.0, 0.0, 0.0])

    held = Run(model, richer).compute().values["methane_conversion_factor"]
    assert held[0] == pytest.approx(0.063)


def test_that_effects_can_be_written_as_json() -> None:
    plain = [as_plain(e) for e in effects(TYPICAL["B2"](), factors())]

    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    assert {e["lever"] for e in plain} == {m.lever.name for m in MEASURES}


@pytest.mark.parametrize("path", sorted(LEVERS.glob("*.py")), ids=lambda path: path.name)
def test_that_no_lever_does_the_arithmetic_of_a_formula(path: Path) -> None:
    imported = [
        node.module or ""
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.ImportFrom)
    ]

    assert not [m for m in imported if m.removeprefix("diagnostics.").split(".")[0] in FORMULAS]


def stated(farm: Farm) -> dict[tuple[str, str, str], float | int]:
    """Everything stated on a farm, by entity, row and name."""
    found: dict[tuple[str, str, str], float | int] = {}
    for entity, table in farm.tables.items():
        for name, values in {**table.given, **table.codes}.items():
            for key, held in zip(table.keys, values.tolist(), strict=True):
                if isfinite(held) and not (name in table.codes and held < 0):
                    found[entity.name, key, name] = held
    return found


@EACH
@pytest.mark.parametrize("code", TYPICAL)
def test_that_a_lever_changes_only_the_answers_it_declares(measure: Measure, code: str) -> None:
    farm = stated_baseline(Run(model_of(factors()), gather([TYPICAL[code]()])).compute())
    before, after = stated(farm), stated(measure.lever(farm, measure.usual_dose))
    changed = {place for place, value in before.items() if after.get(place) != value}
    rows = {(entity, key) for entity, key, _ in before}
    added = {(entity, key) for entity, key, _ in after} - rows

    assert {name for _, _, name in changed} <= {field.name for field in measure.lever.moves}
    assert {entity for entity, _ in added} <= {field.entity.name for field in measure.lever.moves}


@EACH
def test_that_a_lever_moves_each_answer_it_declares_on_some_farm(measure: Measure) -> None:
    moved: set[str] = set()
    for build in (*TYPICAL.values(), dairy_farm):  # the last has its heifers counted by class
        farm = stated_baseline(Run(model_of(factors()), gather([build()])).compute())
        before, after = stated(farm), stated(measure.lever(farm, measure.usual_dose))
        moved |= {place[2] for place, value in after.items() if before.get(place) != value}

    assert {field.name for field in measure.lever.moves} <= moved


@EACH
def test_that_a_measure_has_an_effect_on_some_farm(measure: Measure) -> None:
    found = [effect_on(build(), measure.lever.name) for build in TYPICAL.values()]

    assert any(effect.is_suited and abs(effect.net) > 1_000 for effect in found)
