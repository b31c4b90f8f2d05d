"""Which quantities are drawn, row by row, and that variants of a farm are drawn alike."""

import numpy as np
import pytest

from diagnostics.core.chance import FIXED, Drawn, Spread
from diagnostics.core.draws import draw
from diagnostics.core.model import Model
from diagnostics.core.run import Run
from tests.diagnostics.core.toy import (
    Yard,
    declare,
    factor,
    model,
    rows,
    table,
    yards,
)

SPREAD = Spread("normal", relative=0.1)
TAX = factor("tax", 2.0, spread=SPREAD)
TAXED = declare("taxed", Yard, lambda width, tax, rain: width * tax + 0 * rain, adds=True)
BARNS = {"Barn": rows([0, 0, 1], keys=("a", "b", "a2"), width=[10.0, np.nan, 30.0])}


def known() -> Model:
    """A model with an unsure factor and unsure answers."""
    return model(TAXED, known=[TAX, factor("fixed_tax", 1.0)])


def drawn(draws: int = 50, seed: int = 1, **tables: object) -> Drawn:
    """The streams of two yards."""
    return draw(known(), yards(2, **(tables or BARNS)), ["taxed"], seed, draws)


def test_that_a_factor_is_drawn_once_and_an_answer_on_each_row() -> None:
    assert drawn().uniform["tax"].shape == (50, 1)
    assert drawn().uniform["width"].shape == (50, 3)


def test_that_only_what_the_wanted_rests_on_is_drawn() -> None:
    assert set(drawn().uniform) == {"tax", "width", "rain"}
    assert draw(known(), yards(2, **BARNS), ["fixed_tax"], 1, 50).uniform == {}


def test_that_an_answer_without_a_spread_is_drawn_only_where_it_is_a_default() -> None:
    answered = yards(2, **BARNS)._with(Yard, rows(range(2), rain=[1.0, 2.0]))

    assert "rain" not in draw(known(), answered, ["taxed"], 1, 50).uniform
    assert "rain" in drawn().uniform


def test_that_rows_are_drawn_by_their_key_and_not_by_their_place() -> None:
    turned = {"Barn": rows([0, 1, 1], keys=("b", "a2", "a"), width=[1.0, 2.0, 3.0])}
    before, after = drawn().uniform["width"], drawn(**turned).uniform["width"]

    np.testing.assert_array_equal(before[:, 0], after[:, 2])
    np.testing.assert_array_equal(before[:, 1], after[:, 0])


def test_that_a_further_factor_moves_no_other_draw() -> None:
    more = model(TAXED, known=[TAX, factor("another", 1.0, spread=SPREAD)])
    other = draw(more, yards(2, **BARNS), ["taxed", "another"], 1, 50)

    np.testing.assert_array_equal(other.uniform["tax"], drawn().uniform["tax"])


def test_that_what_a_rule_or_nothing_answers_is_not_drawn() -> None:
    by_rule = declare("area", Yard, lambda rain: rain / 100, rule=True)
    world = model(by_rule, declare("all", Yard, lambda area, cost: area + cost))
    bills = rows([0, 1])

    assert set(draw(world, yards(2, Bill=bills), ["all"], 1, 50).uniform) == {"rain"}


def test_that_an_entity_without_rows_is_not_drawn() -> None:
    assert "width" not in draw(known(), yards(2), ["taxed"], 1, 50).uniform


def test_that_drawn_answers_stay_within_their_hard_limits() -> None:
    wide = draw(known(), yards(2, **BARNS), ["taxed"], 1, 500, width=50.0)
    width = Run(known(), yards(2, **BARNS), wide).compute(["width"]).values["width"]

    assert width.shape == (500, 3)
    assert np.nanmin(width) == 0.0
    assert np.nanmax(width) == 100.0


def test_that_a_missing_answer_stays_missing_in_every_draw() -> None:
    width = Run(known(), yards(2, **BARNS), drawn()).compute(["width"]).values["width"]

    assert np.isnan(width).tolist() == [[False, True, False]] * 50


def test_that_a_default_is_drawn_with_the_width_of_its_usual_range() -> None:
    streams = drawn(draws=20_000)
    rain = Run(known(), yards(2, **BARNS), streams).compute(["rain"]).values["rain"]

    assert rain.std(axis=0) == pytest.approx((800 - 400) / 3.29, rel=0.02)


def test_that_of_one_field_only_the_rows_left_to_the_default_are_drawn() -> None:
    farm = yards(2, **BARNS)._with(Yard, rows(range(2), rain=[1.0, np.nan]))
    streams = draw(known(), farm, ["taxed"], 1, 200)
    rain = Run(known(), farm, streams).compute(["rain"]).values["rain"]

    np.testing.assert_array_equal(rain[:, 0], 1.0)
    assert rain[:, 1].std() > 50


def test_that_the_cells_of_a_table_share_their_error() -> None:
    taxes = table(
        "tax", ("roof",), [(("tile",), 1.0), (("thatch",), 10.0)], on="Barn", spread=SPREAD
    )
    barns = rows([0, 0], codes={"roof": [0, 1]})
    world, farm = model(known=[taxes]), yards(1, Barn=barns)
    values = Run(world, farm, draw(world, farm, ["tax"], 1, 30)).compute().values["tax"]

    np.testing.assert_allclose(values[:, 1], 10 * values[:, 0])
    assert values[:, 0].std() > 0


def test_that_one_draw_of_one_row_is_computed_like_many() -> None:
    barns = {"Barn": rows([0], keys=("a",), width=[10.0])}
    one = Run(known(), yards(1, **barns), draw(known(), yards(1, **barns), ["taxed"], 1, 1))
    many = Run(known(), yards(2, **BARNS), drawn(draws=1))

    assert one.compute(["taxed"]).values["taxed"].shape == (1, 1)
    assert many.compute(["taxed"]).values["taxed"].shape == (1, 2)


def test_that_the_fixed_spread_is_the_one_of_all_that_has_none() -> None:
    assert FIXED.is_fixed
    assert FIXED.because
