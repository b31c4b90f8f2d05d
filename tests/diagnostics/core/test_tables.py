"""Factors by codes: looked up, interpolated along a quantity, missing where a code is."""

import numpy as np
import pytest

from diagnostics.core.errors import FactorError
from diagnostics.core.factors import FactorTable
from diagnostics.core.model import Model
from diagnostics.core.values import FloatArray
from tests.diagnostics.core.toy import Yard, cell, model, passport, rows, run, table, yards

ROOFS = table("tax", ("roof",), [(("tile",), 2.0), (("thatch",), 3.0)], on="Barn")
BOTH = table(
    "tax",
    ("roof", "region"),
    [(("any", "any"), 9.0), (("thatch", "any"), 1.0), (("thatch", "south"), 4.0)],
    on="Barn",
)


def taxes(known: FactorTable, roof: list[int], region: list[int]) -> list[float]:
    """The values on barns, one in each yard."""
    farm = yards(len(roof), Barn=rows(range(len(roof)), codes={"roof": roof}))
    farm = farm._with(Yard, rows(range(len(roof)), codes={"region": region}))
    return list(run(model(known=[known]), farm).values["tax"])


def test_that_a_value_is_taken_by_the_code_of_each_row() -> None:
    assert taxes(ROOFS, [1, 0, 1], [0, 0, 0]) == [3.0, 2.0, 3.0]


def test_that_the_most_particular_line_wins_over_any() -> None:
    assert taxes(BOTH, [0, 0, 1, 1], [0, 1, 0, 1]) == [9.0, 9.0, 1.0, 4.0]


def test_that_an_open_code_gives_a_missing_value() -> None:
    assert taxes(ROOFS, [0, -1], [0, 0])[0] == 2.0
    assert np.isnan(taxes(ROOFS, [0, -1], [0, 0])[1])


def test_that_an_open_code_takes_the_value_kept_for_it() -> None:
    kept = table("tax", ("roof",), [(("any",), 2.0)], on="Barn", otherwise=7.0)

    assert taxes(kept, [0, -1, 1], [0, 0, 0]) == [2.0, 7.0, 2.0]


def along_rain(*lines: tuple[float, float], points: tuple[float, ...]) -> Model:
    """A model whose tax depends on the rain."""
    cells = tuple(cell((), value, along=at, line=i) for i, (at, value) in enumerate(lines, 2))
    return model(
        known=[
            FactorTable(passport("tax", "Yard"), (), cells, "tax.csv", along="rain", points=points)
        ]
    )


@pytest.mark.parametrize(
    ("rain", "expected"),
    [(100.0, 1.0), (200.0, 2.0), (150.0, 1.5), (300.0, 5.0), (400.0, 8.0), (0.0, 1.0), (9e9, 8.0)],
)
def test_that_values_between_points_are_interpolated_and_held_beyond(
    rain: float, expected: float
) -> None:
    known = along_rain((100.0, 1.0), (200.0, 2.0), (400.0, 8.0), points=(100.0, 200.0, 400.0))
    farm = yards(1)._with(Yard, rows([0], rain=[rain]))

    assert run(known, farm).values["tax"] == pytest.approx(expected)


def test_that_a_missing_quantity_gives_a_missing_value() -> None:
    known = along_rain((100.0, 1.0), (200.0, 2.0), points=(100.0, 200.0))
    drawn = yards(1)._with(Yard, rows([0], rain=[[np.nan], [150.0]]))

    found: FloatArray = run(known, drawn).values["tax"]
    assert found[1, 0] == 1.5
    assert found[0, 0] == pytest.approx(run(known, yards(1)).values["tax"][0])


def test_that_a_line_without_a_point_holds_for_all_points() -> None:
    known = along_rain((float("nan"), 3.0), points=(100.0, 200.0))

    assert run(known, yards(1)).values["tax"] == pytest.approx(3.0)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([(("tile",), 1.0)], r"tax\.csv: no value of tax for thatch"),
        ([(("tile",), 1.0), (("tile",), 2.0), (("thatch",), 2.0)], "lines 2 and 3 give the same"),
        ([(("slate",), 1.0)], r"tax\.csv, line 2: “slate” is not an answer"),
        ([(("any",), 1.0), (("any",), 2.0)], "lines 2 and 3 give the same cell"),
        ([], r"tax\.csv: no value of tax for tile"),
    ],
)
def test_that_a_table_that_does_not_fit_its_choice_is_refused(
    lines: list[tuple[tuple[str, ...], float]], message: str
) -> None:
    with pytest.raises(FactorError, match=message):
        model(known=[table("tax", ("roof",), lines, on="Barn")])


def test_that_a_table_by_an_unknown_choice_is_refused() -> None:
    with pytest.raises(FactorError, match=r"tax\.csv: there is no choice “colour”"):
        model(known=[table("tax", ("colour",), [(("red",), 1.0)])])


def test_that_a_line_at_no_point_is_refused() -> None:
    with pytest.raises(FactorError, match=r"line 3: 250\.0 is not one of the points 100\.0, 200"):
        along_rain((100.0, 1.0), (250.0, 2.0), points=(100.0, 200.0))


def test_that_points_out_of_order_are_refused() -> None:
    with pytest.raises(FactorError, match=r"tax\.csv: the points must rise"):
        along_rain((100.0, 1.0), (200.0, 2.0), points=(200.0, 100.0))


def test_that_a_point_without_a_line_is_refused() -> None:
    with pytest.raises(FactorError, match=r"tax\.csv: no value of tax"):
        along_rain((100.0, 1.0), points=(100.0, 200.0))


def test_that_the_line_of_a_cell_is_known() -> None:
    grid = model(known=[BOTH])["tax"].grid

    assert grid is not None
    assert grid.cell(("thatch", "south")).line == 4
    assert grid.cell(("tile", "south")).line == 2
