"""The engine's times, printed for the note of an issue; only ratios between them are asserted.

pytest -s tests/benchmarks
"""

import pytest

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Batch, batch_apart

MILLISECONDS = 1e3


@pytest.fixture(scope="module")
def batches() -> dict[int, Batch]:
    """Hundreds to a hundred thousand farms, each in a process of its own."""
    measured = {count: batch_apart(count) for count in (100, 1_000, 10_000, 100_000)}
    for count, found in measured.items():
        print(
            f"{count:>7} farms {found.seconds:7.3f} s, {found.per_farm:6.1f} µs a farm,"
            f" {found.peak_mib:5.0f} MiB (process {found.process_mib:.0f} MiB)"
        )
    return measured


def test_that_a_farm_among_many_costs_less_than_a_farm_alone() -> None:
    alone, few = measuring.one_farm(), measuring.batch(500)
    print(f"one farm {alone * MILLISECONDS:.2f} ms, a farm of 500 {few.per_farm / 1e3:.3f} ms")

    assert few.seconds / 500 < alone / 5


def test_that_a_draw_costs_far_less_than_a_run() -> None:
    alone, many = measuring.one_farm(), measuring.draws(10_000)
    print(f"10,000 draws {many:.3f} s, one run {alone * MILLISECONDS:.2f} ms")

    assert many / 10_000 < alone / 10


def test_that_a_dossier_is_read_and_written_in_the_time_of_a_few_runs() -> None:
    built, alone, whole = measuring.build(), measuring.one_farm(), measuring.one_dossier()
    print(f"build {built * MILLISECONDS:.2f} ms, dossier to results {whole * MILLISECONDS:.2f} ms")

    assert whole < 12 * alone
    assert built < 40 * alone


@pytest.mark.slow
def test_that_time_grows_with_the_number_of_farms_and_no_faster(batches: dict[int, Batch]) -> None:
    assert batches[100_000].per_farm < 1.6 * batches[10_000].per_farm
    assert batches[10_000].per_farm < 1.6 * batches[1_000].per_farm


@pytest.mark.slow
def test_that_a_block_is_let_go_before_the_next(batches: dict[int, Batch]) -> None:
    assert batches[100_000].peak_mib < 5 * batches[10_000].peak_mib
