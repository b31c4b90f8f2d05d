"""Files, classes and functions stay small enough to be read in one go."""

import ast
import statistics
from collections.abc import Iterator

import pytest

from tests.architecture.reading import functions, modules, offences, offences_in, slots, text, tree

FILE_LINES = {"diagnostics": 300, "desktop": 350}
CLASS_LINES = 300
FUNCTION_LINES = 40
SLOT_LINES = 8
TEST_LINES = 30


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from its name to its end, its docstring not counted."""
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if is_docstring else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def limit(function: ast.FunctionDef | ast.AsyncFunctionDef, answering: set[str]) -> int:
    """How long a function of this kind may be; those that answer a signal only pass it on."""
    if function.name in answering:
        return SLOT_LINES + 1
    return TEST_LINES if function.name.startswith("test_") else FUNCTION_LINES


def long_functions(name: str, parsed: ast.Module) -> Iterator[str]:
    """Functions, slots and tests over their limit."""
    answering = slots(parsed)
    for function in functions(parsed):
        if lines_of(function) > limit(function, answering):
            yield f"{function.lineno} {function.name} has {lines_of(function)} lines"


def long_classes(name: str, parsed: ast.Module) -> Iterator[str]:
    """Classes over the limit."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.ClassDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > CLASS_LINES:
                yield f"{node.lineno} {node.name} has {lines} lines"


def long_files(package: str, most: int) -> list[str]:
    """Files of a package over the limit."""
    sizes = {name: len(text(name).splitlines()) for name in modules(package)}
    return [f"{name} has {lines} lines" for name, lines in sizes.items() if lines > most]


@pytest.mark.parametrize(("package", "most"), FILE_LINES.items())
def test_that_every_file_can_be_read_in_one_go(package: str, most: int) -> None:
    assert long_files(package, most) == []


def test_that_every_function_and_test_is_short() -> None:
    assert offences(long_functions, "desktop", "diagnostics", "tests", "packaging") == []


def test_that_every_class_is_short() -> None:
    assert offences(long_classes, "desktop", "diagnostics", "tests") == []


def test_that_most_functions_are_a_few_lines() -> None:
    sizes = [
        lines_of(function)
        for name in modules("desktop", "diagnostics")
        for function in functions(tree(name))
    ]
    median, ninetieth = statistics.median(sizes), statistics.quantiles(sizes, n=10)[-1]
    print(f"{len(sizes)} functions, median {median} lines, nine in ten under {ninetieth}")

    assert median <= 10
    assert ninetieth <= 25


def written(lines: int, opening: str) -> str:
    """A planted definition of so many lines."""
    return "\n".join([opening, *["    x = 1"] * (lines - 1)])


@pytest.mark.parametrize(
    ("rule", "most", "opening"),
    [
        (long_functions, FUNCTION_LINES, "def f():"),
        (long_functions, SLOT_LINES + 1, "@Slot()\ndef _on_edited(self):"),
        (long_functions, TEST_LINES, "def test_that_it_rains():"),
        (long_classes, CLASS_LINES, "class Farm:"),
    ],
)
def test_that_one_line_too_many_is_seen(rule, most: int, opening: str) -> None:
    assert offences_in(rule, written(most, opening)) == []
    assert len(offences_in(rule, written(most + 1, opening))) == 1


def test_that_a_docstring_is_not_held_against_a_function() -> None:
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1'

    assert lines_of(next(functions(ast.parse(source)))) == 2


def test_that_a_long_file_is_named() -> None:
    assert long_files("tests/architecture/test_sizes.py", 10) != []
