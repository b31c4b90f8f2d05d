"""What holds on every farm, tried on thousands of drawn farms in one batch."""

import pytest

from tests.properties.batch import CASES, case_of, draw_farms
from tests.properties.checks import CHECKS, Check, make_up
from tests.properties.drawn import COUNT, MANY, SEED, computed, run_of


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_that_it_holds_on_every_drawn_farm(check: Check) -> None:
    check(computed())


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_that_it_holds_on_many_more_drawn_farms(seed: int) -> None:
    run = run_of(draw_farms(MANY, seed))

    for check in CHECKS:
        check(run)
    print(f"seed {seed}: {len(CHECKS)} invariants hold on {MANY} farms")


def test_that_the_generator_draws_every_kind_of_farm() -> None:
    shares = make_up(computed())
    print(f"seed {SEED}:", ", ".join(f"{name} {share:.1%}" for name, share in shares.items()))

    assert {name for name, share in shares.items() if share == 0} == set()
    assert {case for case in range(len(CASES)) if case not in case_of(COUNT, SEED)} == set()
