"""The engine against the second writing of the method: whole farms, and formula by formula."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from diagnostics import FarmRecord
from diagnostics.core import Formula
from diagnostics.library import formulas
from tests.farms import WORKED
from tests.golden.by_hand import formula as by_hand
from tests.golden.oracle import worked
from tests.golden.whole_by_hand import whole_farm
from tests.plausible import plausible

AGREED = 1e-9
ROWS, SEED = 200, 20_190_601


def plain(record: FarmRecord) -> dict[str, Sequence[dict[str, Any]]]:
    """The answers of a dossier as dictionaries; a group knows the system of its housed manure."""
    dossier: dict[str, list[dict[str, Any]]] = {}
    for row in record.rows:
        answers = {name: entry.value for name, entry in row.entries.items()}
        dossier.setdefault(row.entity, []).append({"key": row.key, **answers})
    for group, share in zip(dossier["Group"], dossier["ManureShare"][::2], strict=True):
        group["system"] = share["manure_system"]
    return dossier


@pytest.mark.parametrize("farm", WORKED)
def test_that_the_hand_and_the_engine_agree_on_a_whole_farm(farm: str) -> None:
    written, _ = whole_farm(plain(WORKED[farm]()))
    values = worked(farm)["values"]

    assert len(written) > 20
    assert {n: values[n]["value"] for n in written} == pytest.approx(written, rel=AGREED)


@pytest.mark.parametrize("farm", WORKED)
def test_that_the_hand_and_the_engine_agree_on_every_group(farm: str) -> None:
    _, written = whole_farm(plain(WORKED[farm]()))

    for key, group in written.items():
        given = worked(farm)["groups"][key]
        assert {n: given[n] for n in group} == pytest.approx(group, rel=AGREED, abs=1e-12)


@pytest.mark.parametrize("formula", formulas(), ids=lambda f: f.name)
def test_that_the_hand_and_the_engine_agree_on_any_row(formula: Formula) -> None:
    rng = np.random.default_rng(SEED)
    columns = {need: plausible(need, ROWS, rng) for need in formula.needs}
    columns |= {need: np.maximum(columns[need], 1e-3) for need in formula.positive}
    found = np.broadcast_to(formula(**columns), ROWS)
    hand = by_hand(formula.name)

    for i in range(ROWS):
        written = hand(**{need: float(column[i]) for need, column in columns.items()})
        # Two terms of nearly the same size may cancel: then the larger term is what is exact.
        scale = max([1e-3, *(abs(float(column[i])) for column in columns.values())])
        assert found[i] == pytest.approx(written, rel=AGREED, abs=1e-12 * scale)


def test_that_every_formula_has_been_written_by_hand() -> None:
    unwritten = [f.name for f in formulas() if not _is_written(f.name)]

    assert unwritten == []


def _is_written(name: str) -> bool:
    try:
        return callable(by_hand(name))
    except KeyError:
        return False
