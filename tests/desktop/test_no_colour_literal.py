"""Colours live in the theme files alone, so that a theme can be changed in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import paths

HEXADECIMAL = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?(?:[0-9A-Fa-f]{2})?")
ALLOWED_NAMES = {"transparent"}
SOURCES = sorted(paths.PACKAGE.rglob("*.py"))


def colour_literals(source: str) -> Iterator[str]:
    """Give the colours written into a piece of code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and HEXADECIMAL.fullmatch(str(node.value)):
            yield node.value
        if isinstance(node, ast.Attribute) and _is_named_colour(node):
            yield node.attr
        if isinstance(node, ast.Call) and _is_opaque_colour(node):
            yield ast.unparse(node)


def _is_named_colour(node: ast.Attribute) -> bool:
    owner = ast.unparse(node.value)
    return owner.endswith("GlobalColor") and node.attr not in ALLOWED_NAMES


def _is_opaque_colour(node: ast.Call) -> bool:
    """Tell a colour given in figures; the one without any ink is no colour."""
    given = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
    is_colour = ast.unparse(node.func).endswith(("QColor", "fromRgb", "fromRgbF", "fromHsv"))
    return is_colour and bool(given) and given != [0, 0, 0, 0]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(paths.PACKAGE)))
def test_that_no_module_names_a_colour_itself(file: Path) -> None:
    assert list(colour_literals(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ['ink = "#1B2420"', "QColor(27, 36, 32)", "Qt.GlobalColor.red", 'QColor("red")', "'#fff'"],
)
def test_that_a_colour_in_code_is_found(source: str) -> None:
    assert len(list(colour_literals(source))) >= 1


@pytest.mark.parametrize("source", ["QColor(0, 0, 0, 0)", "Qt.GlobalColor.transparent", "'#'"])
def test_that_the_absence_of_colour_is_no_colour(source: str) -> None:
    assert list(colour_literals(source)) == []
