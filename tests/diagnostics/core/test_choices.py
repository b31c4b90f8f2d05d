"""Answers to choices: as given, by rule where they are not, and carried to the rows below."""

import numpy as np
import pytest

from diagnostics.core import DiagnosticsError
from diagnostics.core.run import Run
from tests.diagnostics.core.toy import Barn, Beast, Yard, model, rows, yards


def codes(run: Run, name: str) -> list[int]:
    """The answers on the rows of their own entity."""
    return list(run.codes(run.model.choices[name]))


def test_that_an_answer_stands_and_a_gap_takes_the_default() -> None:
    farm = yards(3)._with(Yard, rows(range(3), codes={"region": [1, -1, 0]}))

    assert codes(Run(model(), farm), "region") == [1, 0, 0]


def test_that_a_rule_reads_the_default_off_another_answer() -> None:
    farm = yards(4)._with(
        Yard, rows(range(4), codes={"region": [1, 0, -1, 1], "season": [-1, -1, -1, 0]})
    )

    assert codes(Run(model(), farm), "season") == [1, 0, 0, 0]


def test_that_a_choice_nobody_answered_is_full_of_defaults() -> None:
    assert codes(Run(model(), yards(2)), "season") == [0, 0]


def test_that_a_choice_without_a_default_stays_open() -> None:
    farm = yards(1, Barn=rows([0, 0], codes={"roof": [1, -1]}))

    assert codes(Run(model(), farm), "roof") == [1, -1]
    assert codes(Run(model(), yards(1, Barn=rows([0]))), "roof") == [-1]


def test_that_an_answer_is_carried_to_all_rows_below() -> None:
    farm = yards(2, Barn=rows([0, 0, 1], codes={"roof": [1, 0, -1]}), Beast=rows([0, 2, 2]))
    farm = farm._with(Yard, rows(range(2), codes={"region": [1, 0]}))
    run = Run(model(), farm)

    assert list(run.codes_on(Barn.roof, Beast)) == [1, -1, -1]
    assert list(run.codes_on(Yard.region, Beast)) == [1, 0, 0]


@pytest.mark.parametrize("code", ["", "slate", "Tiles", "TILE", "tile "])
def test_that_an_unknown_answer_is_refused_with_the_known_ones(code: str) -> None:
    with pytest.raises(DiagnosticsError, match="expected one of tile, thatch"):
        Barn.roof.index(code)


def test_that_an_option_is_found_by_its_code() -> None:
    assert Barn.roof.option("thatch").label == "Thatch"
    assert list(Barn.roof.mask(["thatch"])) == [False, True]


def test_that_a_rule_without_its_source_takes_the_other_answer() -> None:
    np.testing.assert_array_equal(Yard.season.fallback(None, 2), [0, 0])
