"""Brings in the scripts of packaging/, which are no package: they are run, each by itself."""

import importlib
from types import ModuleType

import pytest

from tests.architecture.reading import ROOT

FOLDER = ROOT / "packaging"


def script(name: str) -> ModuleType:
    """A script with the neighbours it imports, as when it is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        return importlib.import_module(name)
