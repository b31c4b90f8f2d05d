"""The words of the tests, in both languages, from the catalogue as it is written today."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from desktop.words import Words, load_words

TRANSLATIONS = Path(__file__).parents[2] / "translations"


def french_words(folder: Path) -> Words:
    """French, compiled into a folder of the test."""
    with (TRANSLATIONS / "fr" / "LC_MESSAGES" / "bocage.po").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    target = folder / "fr" / "LC_MESSAGES"
    target.mkdir(parents=True)
    with (target / "bocage.mo").open("wb") as file:
        write_mo(file, catalogue)
    return load_words("fr", folder=folder)
