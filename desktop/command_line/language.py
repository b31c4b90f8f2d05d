"""Which language a command speaks: the one asked for, else that of the system, else English."""

import os
from collections.abc import Mapping, Sequence

from desktop.words import LANGUAGES, SOURCE_LANGUAGE, Words, load_words

LATER = ("es", "it")
OPTION = "--lang"
# In the order in which a system asks them.
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def words_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Words:
    """The words of a command, read before its options are, so that its help is said in them."""
    asked = _asked(arguments)
    return load_words(asked if asked in LANGUAGES else _of_system(environment))


def _asked(arguments: Sequence[str]) -> str:
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{OPTION}="):
            return argument.partition("=")[2]
        if argument == OPTION and place + 1 < len(arguments):
            return arguments[place + 1]
    return ""


def _of_system(environment: Mapping[str, str]) -> str:
    chosen = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    language = chosen[:2].lower()
    return language if language in LANGUAGES else SOURCE_LANGUAGE
