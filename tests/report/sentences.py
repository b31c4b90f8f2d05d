"""The words of the tests, in both languages, from the catalogue as it is written today."""

import json
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from desktop.words import Words, load_words

TRANSLATIONS = Path(__file__).parents[2] / "translations"


def french_words(folder: Path) -> Words:
    """French, compiled into a folder of the test; a text not yet merged is taken from parts/."""
    with (TRANSLATIONS / "fr" / "LC_MESSAGES" / "bocage.po").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    for part in sorted((TRANSLATIONS / "parts").glob("*.fr.json")):
        take_in(catalogue, json.loads(part.read_text("utf-8")))
    target = folder / "fr" / "LC_MESSAGES"
    target.mkdir(parents=True)
    with (target / "bocage.mo").open("wb") as file:
        write_mo(file, catalogue)
    return load_words("fr", folder=folder)


def take_in(catalogue: Catalog, part: dict[str, str | list[str]]) -> None:
    """Adds the texts of one part that is not merged yet."""
    for key, value in part.items():
        if isinstance(value, list):
            catalogue.add(tuple(key.split("|")), tuple(value))
        elif "|" not in key:
            catalogue.add(key, value)
