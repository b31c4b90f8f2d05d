"""The same dossier gives the same bytes in any process, order of hashes, language and zone."""

import json
import os
import subprocess
import sys

import pytest

from diagnostics import diagnose
from tests.farms import RESOURCES, dairy_farm, factors

PROGRAM = """
import json
from diagnostics import diagnose
from tests.farms import dairy_farm, factors
print(json.dumps(diagnose(dairy_farm(), factors(), draws=40).results()))
"""


def printed(**environment: str) -> str:
    """The results of worked farm 1 as another process prints them."""
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=RESOURCES.parent,
        env={**os.environ, "PYTHONPATH": ".", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "9", "LC_ALL": "C", "LANG": "C"},
    ],
)
def test_that_another_process_gives_the_same_bytes(environment: dict[str, str]) -> None:
    here = json.dumps(diagnose(dairy_farm(), factors(), draws=40).results())

    assert printed(**environment).strip() == here
