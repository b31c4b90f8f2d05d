"""A library of one farm, open, with somebody listening."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage.library import Library
from tests.storage.farmyard import News, conditions, record

NOBODY = 65_534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library will lie."""
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """An open library."""
    opened = Library.open(path, conditions())
    yield opened
    opened.close()


@pytest.fixture
def news(library: Library) -> News:
    """What the writer of the library says."""
    return News().listen_to(library)


@pytest.fixture
def dossier(library: Library) -> int:
    """The one dossier of the library."""
    return library.add(record())


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder whose user may look but not write, even when the tests are run by root."""
    folder = Path(tempfile.mkdtemp(prefix="bocage-locked-"))
    yield folder
    if os.geteuid() != os.getuid():
        os.seteuid(os.getuid())
    folder.chmod(0o755)
    shutil.rmtree(folder)
