"""A command line to ask, in English whatever the machine speaks."""

import pytest

from tests.cli.asking import Asker


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Asker:
    """Runs commands in this process."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return Asker(capsys)
