"""What every test starts from: no screen, a user's folder of its own, and silence in the log."""

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Hypothesis keeps notes on the code it has read; not among the project's own files.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", f"{tempfile.gettempdir()}/hypothesis")

LONG = os.environ.get("BOCAGE_LONG") == "1"

# Without a deadline: the time of one example says more about the machine than about the code.
# Without a database: the same commit gives the same examples, and no folder is left in the tree.
hypothesis.settings.register_profile(
    "short", max_examples=60, deadline=None, database=None, derandomize=True
)
hypothesis.settings.register_profile(
    "long", max_examples=2_000, deadline=None, database=None, print_blob=True
)
hypothesis.settings.load_profile("long" if LONG else "short")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out the tests of minutes, unless they are asked for with `./run test --long`."""
    if LONG:
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


@pytest.fixture(autouse=True)
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who has never started Bocage; no test ever sees the real one."""
    folder = tmp_path / "user's folder"
    monkeypatch.setenv("BOCAGE_HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    return folder


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that leaves a warning in the log without having said that it would."""
    yield
    lines = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    if lines and not request.node.get_closest_marker("expects_log"):
        pytest.fail(f"Unexpected lines in the log (mark the test expects_log if wanted): {lines}")
