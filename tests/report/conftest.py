"""What the tests of the report share: words of both languages, and pages read back."""

import pytest

from desktop.words import Words, load_words
from tests.report.sentences import french_words


@pytest.fixture(scope="session")
def french(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """French words."""
    return french_words(tmp_path_factory.mktemp("translations"))


@pytest.fixture(scope="session")
def english() -> Words:
    """English words."""
    return load_words("en")
