"""How long the engine takes and how much it holds; run as a program it measures a process anew.

python -m tests.benchmarks.measuring 100000
"""

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from diagnostics import diagnose, gather
from diagnostics.core.model import Model
from diagnostics.core.run import Run
from diagnostics.entities import ENTITIES
from diagnostics.library import formulas, model_of
from tests.farms import FACTORS, dairy_farm, factors
from tests.properties.batch import draw_farms

ROOT = FACTORS.parent.parent
MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Batch:
    """Seconds and memory of one diagnosis of many farms."""

    farms: int
    seconds: float
    peak_mib: float
    process_mib: float

    @property
    def per_farm(self) -> float:
        """Microseconds a farm."""
        return 1e6 * self.seconds / self.farms


def best(work: Callable[[], object], times: int) -> float:
    """The shortest of several durations: the one least disturbed by what else runs."""
    return min(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def build() -> float:
    """Seconds to check all declarations and put them in order."""
    return best(lambda: Model(ENTITIES, formulas(), factors()), 10)


def one_farm() -> float:
    """Seconds to compute everything of one farm anew."""
    model, farm = model_of(factors()), gather([dairy_farm()])
    return best(lambda: Run(model, farm).compute(), 40)


def one_dossier() -> float:
    """Seconds from a dossier to its results as plain data."""
    return best(lambda: diagnose(dairy_farm(), factors()).results(), 20)


def draws(count: int) -> float:
    """Seconds for the intervals of one farm."""
    return best(lambda: diagnose(dairy_farm(), factors(), draws=count), 3)


def batch(count: int, times: int = 3) -> Batch:
    """Seconds of the best of some runs, and the memory of a further one."""
    farms = draw_farms(count, seed=1)
    seconds = best(lambda: diagnose(farms, factors()), times)
    tracemalloc.start()
    diagnose(farms, factors())
    peak = tracemalloc.get_traced_memory()[1] / MEBIBYTE
    tracemalloc.stop()
    return Batch(count, seconds, peak, _process_mib())


def _process_mib() -> float:
    """The largest memory of this process, farms included; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEBIBYTE


def batch_apart(count: int) -> Batch:
    """The same in a process of its own, so that memory is that of this batch alone."""
    asked = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.measuring", str(count)],
        cwd=Path(ROOT),
        capture_output=True,
        text=True,
        check=True,
    )
    return Batch(**json.loads(asked.stdout))


if __name__ == "__main__":
    print(json.dumps(asdict(batch(int(sys.argv[1])))))
