"""Defaults read off a table, tables with steps, rules that read several answers."""

from dataclasses import replace

import numpy as np
import pytest

from diagnostics import diagnose
from diagnostics.core import Choice, CodeRule, Entity, Number, Option, Unanswered
from diagnostics.core.draws import draw
from diagnostics.core.factors import FactorError
from diagnostics.core.fields import Stated
from diagnostics.core.run import Run
from diagnostics.core.tables import lay_out
from diagnostics.gathering import gather
from diagnostics.library import model_of
from diagnostics.record import Entry
from tests.quick_farms import answered, diagnosed, factors, value


class Yard(Entity):
    """A thing with three questions."""

    shape = Choice("Shape", (Option("round", "Round"), Option("square", "Square")), help="Seen.")
    size = Choice("Size", (Option("small", "Small"), Option("big", "Big")), help="Felt.")
    use = Choice(
        "Use",
        (Option("play", "Play"), Option("work", "Work"), Option("rest", "Rest")),
        default=CodeRule(
            shape,
            {("round", "small"): "play", ("any", "big"): "work", ("round", "any"): "rest"},
            "play",
            beside=(size,),
        ),
        help="Said.",
    )
    depth = Number("Depth", symbol="D", unit="m", bounds=(0, 9), adds=True, help="Dug.")
    open_depth = Unanswered("Open", symbol="O", of=depth)


CODES = {"round": 0, "square": 1, "small": 0, "big": 1, "": -1}


@pytest.mark.parametrize(
    ("shape", "size", "use"),
    [
        ("round", "small", "play"),
        ("round", "big", "work"),
        ("square", "big", "work"),
        ("round", "", "rest"),
        ("square", "small", "play"),
        ("", "big", "work"),
        ("", "", "play"),
    ],
)
def test_that_the_first_line_that_fits_two_answers_is_taken(shape, size, use) -> None:
    rule = Yard.use.default
    codes = tuple(np.asarray([CODES[one]], dtype=np.int16) for one in (shape, size))

    assert rule.code(shape, size) == use
    assert Yard.use.fallback(rule.place(codes), 1)[0] == Yard.use.index(use)


def test_that_an_open_answer_counts_as_one_and_a_zero_does_not() -> None:
    record = answered("dairy").but("field/crops", "field_area", Entry(0.0))
    found = diagnose(record, factors())

    assert value(found, "open_area", "field/crops") == 0.0
    assert value(found, "open_area", "field/silage_maize") == 1.0
    assert (Yard.open_depth.adds, Yard.open_depth.unit) == (False, "1")
    assert Stated("Given", symbol="G", of=Yard.depth).adds


def test_that_a_default_from_a_table_is_told_as_a_default_with_its_source() -> None:
    node = diagnosed("dairy").explain("live_weight", "DAIRY/F1")

    assert (node.value, node.origin, node.mark) == (400.0, "default", "R")
    assert node.locator == "section 2.1"


def test_that_an_answer_replaces_the_cell_of_a_table_row_by_row() -> None:
    record = answered("dairy").but("DAIRY/F1", "live_weight", Entry(380.0))
    found = diagnose(record, factors())

    assert found.values["live_weight"].tolist() == [650.0, 180.0, 380.0, 570.0]
    assert found.explain("live_weight", "DAIRY/F1").origin == "answer"


def test_that_a_default_from_a_table_is_drawn_row_by_row() -> None:
    model, farm = model_of(factors()), gather([answered("dairy")])
    drawn = draw(model, farm, ["live_weight"], seed=3, draws=200)
    found = Run(model, farm, drawn).compute(["live_weight"]).values["live_weight"]

    assert found.shape == (200, 4)
    assert np.corrcoef(found[:, 0], found[:, 1])[0, 1] < 0.5
    assert found.std(axis=0) == pytest.approx(0.3 * np.asarray([650, 180, 400, 570]), rel=0.2)


@pytest.mark.parametrize(
    ("step", "along", "expected"),
    [
        ("up_to", 4_999.0, 0.065), ("up_to", 5_000.0, 0.065), ("up_to", 5_001.0, 0.063),
        ("up_to", 99_999.0, 0.060), ("from", 5_000.0, 0.065), ("from", 8_499.0, 0.065),
        ("from", 8_500.0, 0.063), ("from", 0.0, 0.065), ("from", 99_999.0, 0.060),
    ],
)  # fmt: skip
def test_that_a_table_with_steps_holds_its_value_from_or_up_to_a_point(step, along, expected):
    table = replace(factors().tables["methane_conversion_factor"], step=step)
    grid = lay_out(table, model_of(factors()).choices)
    code = np.asarray([grid.choices[0].index("dairy_by_yield")], dtype=np.int16)

    assert grid.look_up(grid.values, (code,), np.asarray([along]))[0] == expected


def test_that_a_table_with_steps_takes_draws() -> None:
    grid = lay_out(factors().tables["methane_conversion_factor"], model_of(factors()).choices)
    code = np.asarray([grid.choices[0].index("dairy_by_yield")], dtype=np.int16)
    found = grid.look_up(grid.values, (code,), np.asarray([[4_000.0], [9_000.0]]))

    assert found.tolist() == [[0.065], [0.06]]


def test_that_a_step_of_another_name_is_refused(tmp_path) -> None:
    from shutil import copytree

    from diagnostics import load_factors
    from tests.quick_farms import FACTORS

    folder = copytree(FACTORS, tmp_path / "factors")
    file = folder / "open-2019" / "1" / "energy.toml"
    file.write_text(file.read_text("utf8").replace('step = "up_to"', 'step = "past"'), "utf8")

    with pytest.raises(FactorError, match="step"):
        load_factors(folder)
