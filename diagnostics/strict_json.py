"""JSON as files from strangers must be read: no key twice, no NaN, bounded size and depth."""

import json
from math import isfinite
from typing import Any, NoReturn

from diagnostics.core.errors import FarmFileError

MAX_CHARACTERS = 50_000_000
MAX_DEPTH = 64


def parse(text: str) -> Any:
    """The document; FarmFileError says what is not allowed and where."""
    if len(text) > MAX_CHARACTERS:
        raise FarmFileError("the file is larger than 50 MB; a farm file holds a few kilobytes")
    try:
        document = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse_constant, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        raise FarmFileError(
            "the file stops being JSON at line {line}, column {column}; it may be cut short",
            line=error.lineno,
            column=error.colno,
        ) from error
    except RecursionError as error:
        raise FarmFileError("the file is nested too deeply to be a farm file") from error
    _check(document, "", 0)
    return document


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise FarmFileError("the key “{key}” stands twice in one place", key=key)
        found[key] = value
    return found


def _refuse_constant(constant: str) -> NoReturn:
    raise FarmFileError("“{constant}” is not a number; expected a finite one", constant=constant)


def _integer(text: str) -> int | float:
    # A number of thousands of digits is no quantity of a farm; as a float it becomes infinite.
    return int(text) if len(text) <= 18 else float(text)  # noqa: PLR2004


def _check(value: Any, path: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise FarmFileError("{path} is nested too deeply to be part of a farm file", path=path[:80])
    if isinstance(value, float) and not isfinite(value):
        raise FarmFileError("{path} is not a finite number", path=path)
    if isinstance(value, str) and not _is_text(value):
        raise FarmFileError("{path} holds half a character; expected a text", path=path)
    if isinstance(value, dict):
        for key, inner in value.items():
            _check(inner, f"{path}.{key}" if path else key, depth + 1)
    if isinstance(value, list):
        for i, inner in enumerate(value):
            _check(inner, f"{path}[{i}]", depth + 1)


def _is_text(value: str) -> bool:
    """Whether it can be written to a file: JSON can spell half of a pair of surrogates."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
