"""`bocage evaluate`: requests for single formulas in, their values out."""

import json
from argparse import Namespace
from typing import Any

from desktop.command_line.farms import factors_of
from desktop.command_line.files import read_text, shown
from desktop.command_line.outputs import write_stream
from desktop.command_line.refusal import Refusal
from desktop.words import Words
from diagnostics.evaluation import evaluate
from diagnostics.library import DEFAULT_PROFILE


def run(options: Namespace, words: Words) -> None:
    """Answers every request; one that cannot be answered says so in its place."""
    requests = _requests(options.file, words)
    answers = evaluate(requests, factors_of(DEFAULT_PROFILE, words))
    write_stream(json.dumps(answers, ensure_ascii=False, allow_nan=False) + "\n", words)


def _requests(path: str, words: Words) -> list[Any]:
    text, name = read_text(path, words), shown(path, words)
    try:
        found = json.loads(text, object_pairs_hook=_sole_keys)
    except _TwiceTheKey as problem:
        raise Refusal(
            words.say("{path}: the name “{name}” stands twice.", path=name, name=problem.key)
        ) from problem
    except json.JSONDecodeError as problem:
        sentence = words.say(
            "{path}: this stops being JSON at line {line}, column {column}.",
            path=name,
            line=problem.lineno,
            column=problem.colno,
        )
        raise Refusal(sentence) from problem
    except (RecursionError, ValueError) as problem:  # ValueError: thousands of digits
        raise Refusal(
            words.say("{path}: this cannot be a list of requests.", path=name)
        ) from problem
    if not isinstance(found, list):
        raise Refusal(words.say("{path}: expected a list of requests, in brackets.", path=name))
    return found


class _TwiceTheKey(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _sole_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceTheKey(key)
        found[key] = value
    return found
