"""A desk for every journey."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from tests.desk import Desk, desk_of


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A computer on which Bocage was never started; it speaks English."""
    with desk_of(qtbot) as made:
        yield made.prefer(Settings(language="en", theme="light"))
