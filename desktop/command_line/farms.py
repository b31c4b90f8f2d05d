"""Farm files that a command works on: found, read, and given the factors they ask for."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from desktop import paths
from desktop.command_line.files import read_text
from desktop.command_line.refusal import Refusal
from desktop.engine_words import why
from desktop.words import Words
from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.factors import FactorSet
from diagnostics.farm_file import read_farm
from diagnostics.library import load_factors
from diagnostics.record import FarmRecord

SUFFIX = ".json"


def find_farm_files(places: Sequence[str], words: Words) -> list[str]:
    """The files themselves, and for a folder the farm files in it by name."""
    found: list[str] = []
    for place in places:
        if not _is_folder(place):
            found.append(place)
            continue
        inside = _inside(place, words)
        if not inside:
            raise Refusal(words.say("{path}: there is no farm file in this folder.", path=place))
        found += inside
    return found


def _is_folder(place: str) -> bool:
    try:
        return bool(place) and Path(place).is_dir()
    except (OSError, ValueError):  # reading it will say what is wrong with the name
        return False


def _inside(folder: str, words: Words) -> list[str]:
    try:
        files = sorted(Path(folder).iterdir())
    except OSError as problem:
        sentence = words.say("{path}: reading this folder is not allowed.", path=folder)
        raise Refusal(sentence) from problem
    return [str(f) for f in files if f.suffix == SUFFIX and not f.name.startswith(".")]


def read_farm_file(path: str, words: Words) -> FarmRecord:
    """The farm in a file; a refusal names the file, the place in it and the expected form."""
    text = read_text(path, words)
    try:
        return read_farm(text)
    except DiagnosticsError as refusal:
        sentence = words.say("{path}: {why}", path=path, why=why(words, refusal))
        raise Refusal(sentence) from refusal


def factors_of(profile: str, words: Words, path: str = "") -> FactorSet:
    """The factors of a profile; a refusal blames the file that names it, or else the command."""
    try:
        return _factors(profile)
    except DiagnosticsError as refusal:
        sentence = why(words, refusal)
        if not path:
            raise Refusal(sentence, code=2) from refusal
        raise Refusal(words.say("{path}: {why}", path=path, why=sentence)) from refusal


@cache
def _factors(profile: str) -> FactorSet:
    return load_factors(paths.resource("factors"), profile)
