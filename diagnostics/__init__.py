"""The engine: a book of agronomy that runs. Needs numpy and the standard library only.

from diagnostics import diagnose, load_factors, read_farm

factors = load_factors("resources/factors")
diagnosis = diagnose(read_farm(text), factors)
diagnosis.total("gross_emissions")
"""

from typing import TYPE_CHECKING, Any

ENGINE_VERSION = "0.1.0"

# The names of the public door and where they live; loaded when first asked, so that a command
# that needs little starts fast.
_DOOR = {
    "Diagnosis": "diagnostics.diagnosis",
    "DiagnosticsError": "diagnostics.core.errors",
    "Farm": "diagnostics.core.farm",
    "FarmRecord": "diagnostics.record",
    "diagnose": "diagnostics.diagnosis",
    "evaluate": "diagnostics.evaluation",
    "gather": "diagnostics.gathering",
    "load_factors": "diagnostics.library",
    "read_farm": "diagnostics.farm_file",
    "results_of": "diagnostics.results",
    "texts": "diagnostics.declared_texts",
    "write_farm": "diagnostics.farm_writer",
}

__all__ = [
    "ENGINE_VERSION",
    "Diagnosis",
    "DiagnosticsError",
    "Farm",
    "FarmRecord",
    "diagnose",
    "evaluate",
    "gather",
    "load_factors",
    "read_farm",
    "results_of",
    "texts",
    "write_farm",
]

if TYPE_CHECKING:
    from diagnostics.core.errors import DiagnosticsError
    from diagnostics.core.farm import Farm
    from diagnostics.declared_texts import texts
    from diagnostics.diagnosis import Diagnosis, diagnose
    from diagnostics.evaluation import evaluate
    from diagnostics.farm_file import read_farm
    from diagnostics.farm_writer import write_farm
    from diagnostics.gathering import gather
    from diagnostics.library import load_factors
    from diagnostics.record import FarmRecord
    from diagnostics.results import results_of


def __getattr__(name: str) -> Any:
    if name not in _DOOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_DOOR[name]), name)
