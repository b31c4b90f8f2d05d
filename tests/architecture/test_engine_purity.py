"""The engine is arithmetic: it opens no file, reads no clock and no locale, and says nothing."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.reading import dotted, imports, offences, offences_in

# The two modules that read data files, from the folder they are given.
READERS = ("diagnostics/core/factors.py", "diagnostics/reference_files.py")
READING = {"open", "read_text", "read_bytes", "iterdir", "glob", "rglob"}
WRITING = {"write_text", "write_bytes", "mkdir", "touch", "unlink", "rename", "tofile", "savetxt"}
NUMPY_FILES = {"load", "loadtxt", "genfromtxt", "fromfile", "save", "savez"}
SPEAKING = {"print", "input", "breakpoint"}
IMPURE = {
    "asyncio", "calendar", "datetime", "gettext", "io", "locale", "logging", "multiprocessing",
    "os", "platform", "random", "secrets", "shutil", "sqlite3", "subprocess", "tempfile",
    "threading", "time", "uuid", "warnings", "zoneinfo",
}  # fmt: skip
FILES = {"io", "os"}
# Streams that are made from a seed; everything else in numpy.random draws from a hidden state.
SEEDED = {"BitGenerator", "Generator", "PCG64", "PCG64DXSM", "Philox", "SeedSequence"}


def impure_imports(name: str, parsed: ast.Module) -> Iterator[str]:
    """Imports of modules that depend on the machine or the moment."""
    allowed = FILES if name in READERS else set()
    for line, imported in imports(name, parsed):
        if imported.split(".")[0] in IMPURE - allowed:
            yield f"{line} imports {imported}"


def impure_calls(name: str, parsed: ast.Module) -> Iterator[str]:
    """Calls that read or write a file, print, or ask the user."""
    refused = SPEAKING | WRITING | (set() if name in READERS else READING)
    for node in ast.walk(parsed):
        if isinstance(node, ast.Call):
            called = dotted(node.func)
            last = called.rpartition(".")[2]
            if last in refused or (called.startswith("np.") and last in NUMPY_FILES):
                yield f"{node.lineno} calls {called}"


def unseeded_chance(name: str, parsed: ast.Module) -> Iterator[str]:
    """Draws from numpy's hidden state, or from a stream that was given no seed."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Attribute) and ".random." in f"{dotted(node)}.":
            called = dotted(node).rpartition(".")[2]
            if called not in SEEDED | {"default_rng", "random"}:
                yield f"{node.lineno} uses numpy.random.{called}"
        is_bare_call = isinstance(node, ast.Call) and not (node.args or node.keywords)
        if is_bare_call and dotted(node.func).endswith("default_rng"):
            yield f"{node.lineno} makes a stream without a seed"


def global_state(name: str, parsed: ast.Module) -> Iterator[str]:
    """Functions that change a variable of their module, so that two calls may differ."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Global):
            yield f"{node.lineno} changes {', '.join(node.names)} of the module"


RULES = (impure_imports, impure_calls, unseeded_chance, global_state)


@pytest.mark.parametrize("rule", RULES)
def test_that_the_engine_depends_on_its_arguments_only(rule) -> None:
    assert offences(rule, "diagnostics") == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (impure_imports, "from datetime import date"),
        (impure_imports, "def year():\n    import time\n    return time.time()"),
        (impure_imports, "import random"),
        (impure_imports, "import locale"),
        (impure_imports, "import logging"),
        (impure_calls, "print('a total')"),
        (impure_calls, "text = open('factors.csv')"),
        (impure_calls, "text = path.read_text()"),
        (impure_calls, "rows = np.loadtxt('factors.csv')"),
        (impure_calls, "path.write_text('x')"),
        (unseeded_chance, "import numpy as np\nx = np.random.normal(0, 1)"),
        (unseeded_chance, "import numpy as np\nstream = np.random.default_rng()"),
        (global_state, "def f():\n    global total\n    total = 1"),
    ],
)
def test_that_a_planted_impurity_is_seen(rule, source: str) -> None:
    assert len(offences_in(rule, source, "diagnostics/footprint.py")) == 1


def test_that_reading_factor_files_is_left_alone_in_their_own_module() -> None:
    source = "def load(folder):\n    return (folder / 'factors.toml').read_text()"

    assert offences_in(impure_calls, source, READERS[0]) == []
    assert offences_in(impure_calls, "folder.joinpath('x').write_text('y')", READERS[0]) != []


def test_that_seeded_streams_are_left_alone() -> None:
    source = "stream = np.random.Generator(np.random.PCG64(np.random.SeedSequence(7)))"

    assert offences_in(unseeded_chance, source) == []
