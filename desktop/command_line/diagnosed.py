"""A farm of the command line with what was computed of it."""

from typing import Any, NamedTuple

from diagnostics.diagnosis import Diagnosis
from diagnostics.record import FarmRecord


class Diagnosed(NamedTuple):
    """One farm: its file, its answers, its diagnosis, and the results as they are written."""

    path: str
    record: FarmRecord
    diagnosis: Diagnosis
    results: dict[str, Any]
