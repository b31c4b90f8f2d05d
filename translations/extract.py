"""Brings the catalogues up to date with the program, or checks that they are.

python translations/extract.py           writes bocage.pot and the catalogues of the languages
python translations/extract.py --merge   also takes in the translations lying in parts/
python translations/extract.py --check   writes nothing; says what is stale, missing or unsure
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

if __package__ in (None, ""):
    # Run as a file, Python looks beside the file only, and our modules are named from the root.
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from translations import catalogues, wording
from translations.catalogues import LANGUAGES, Translation, Translations
from translations.gather import Gathered, Sentence, gather

FOLDER = Path(__file__).resolve().parent
TEMPLATE = FOLDER / "bocage.pot"
PARTS = FOLDER / "parts"
COMMAND = "python translations/extract.py"


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; 0 means that everything is in order."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, say what is amiss")
    parser.add_argument("--merge", action="store_true", help="take in translations/parts/*.json")
    chosen = parser.parse_args(arguments)
    gathered = gather()
    if chosen.check:
        findings = list(check(gathered))
    else:
        findings = gathered.faults + update(gathered, merge=chosen.merge)
    for finding in findings:
        print(finding, file=sys.stderr)
    return 1 if findings else 0


def update(gathered: Gathered, merge: bool = False, folder: Path = FOLDER) -> list[str]:
    """Writes the template and the catalogues; what is already translated stays."""
    disagreements: list[str] = []
    (folder / TEMPLATE.name).write_text(catalogues.text_of("", gathered, {}), "utf-8")
    for language in LANGUAGES:
        path = catalogues.po_path(language, folder)
        known = catalogues.read_translations(path)
        unsure = {asked for asked, sure in catalogues.read_sentences(path).items() if not sure}
        if merge:
            parts, disagreements = read_parts(folder / PARTS.name, language, gathered)
            known, unsure = known | parts, unsure - parts.keys()
        known |= _terms(language, gathered)
        path.parent.mkdir(parents=True, exist_ok=True)
        unsure &= known.keys()
        path.write_text(catalogues.text_of(language, gathered, known, unsure), "utf-8")
    return disagreements


def check(gathered: Gathered, folder: Path = FOLDER) -> Iterator[str]:
    """Sentences that say what keeps the catalogues from being fresh and whole."""
    yield from gathered.faults
    asked = set(gathered.places)
    if set(catalogues.read_sentences(folder / TEMPLATE.name)) != asked:
        yield f"translations/{TEMPLATE.name} is stale: run {COMMAND}"
    for language in LANGUAGES:
        path = catalogues.po_path(language, folder)
        yield from _check_language(language, path, asked)


def _check_language(language: str, path: Path, asked: set[Sentence]) -> Iterator[str]:
    held = catalogues.read_sentences(path)
    if set(held) != asked:
        yield f"The catalogue {language} is stale: run {COMMAND}"
    for sentence in sorted(held):
        if not held[sentence]:
            yield f'{language}: not translated, or not sure: "{sentence.one}"'
    for sentence, translation in sorted(catalogues.read_translations(path).items()):
        if sentence in asked:
            yield from _check_entry(language, sentence, translation)


def _check_entry(language: str, sentence: Sentence, translation: Translation) -> Iterator[str]:
    if _is_copied(sentence, translation) and sentence.one not in wording.same_allowed():
        yield f'{language}: equals its source and is not in same.txt: "{sentence.one}"'
    if not wording.same_places(sentence, translation):
        yield f'{language}: the places in braces differ: "{sentence.one}"'


def _is_copied(sentence: Sentence, translation: Translation) -> bool:
    return tuple(catalogues.texts_of(translation)) in (
        (sentence.one,),
        (sentence.one, sentence.many),
    )


def read_parts(folder: Path, language: str, gathered: Gathered) -> tuple[Translations, list[str]]:
    """The translations of all parts, and a sentence for each that two parts give differently.

    A key is the English sentence, or "one|many" with a list of two, or "context|word".
    """
    found: dict[Sentence, tuple[Translation, str]] = {}
    disagreements = []
    for path in sorted(folder.glob(f"*.{language}.json")):
        for key, value in json.loads(path.read_text("utf-8")).items():
            translation = _set(value, language)
            for sentence in _asked_for(key, value, gathered):
                before, part = found.setdefault(sentence, (translation, path.name))
                if before != translation:
                    disagreements.append(f'{path.name} and {part} differ on "{sentence.one}"')
    return {sentence: translation for sentence, (translation, _) in found.items()}, disagreements


def _set(value: str | list[str], language: str) -> Translation:
    set_text = wording.french_set if language == "fr" else str
    return set_text(value) if isinstance(value, str) else tuple(set_text(text) for text in value)


def _asked_for(key: str, value: str | list[str], gathered: Gathered) -> list[Sentence]:
    """The sentences of the program that a key stands for; a sentence may stand in two places."""
    first, _, second = key.partition("|")
    if isinstance(value, list):
        return [Sentence(first, second)] if Sentence(first, second) in gathered.places else []
    same = [found for found in gathered.places if found.one == key and not found.many]
    in_context = Sentence(second, context=first)
    return same or ([in_context] if in_context in gathered.places else [])


def _terms(language: str, gathered: Gathered) -> Translations:
    """The glossary is the law: where it leaves no choice, its term is the translation."""
    glossary = wording.glossary(language)
    return {
        sentence: next(iter(glossary[sentence.one]))
        for sentence in gathered.places
        if not sentence.context and not sentence.many and len(glossary.get(sentence.one, ())) == 1
    }


if __name__ == "__main__":
    raise SystemExit(main())
