"""Names say what a thing is; the name of a test is a sentence that can turn out false."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.reading import dotted, functions, modules, offences, offences_in

PROMISES = re.compile(r"_(works?|correct(ly)?|properly|as_expected|fine|ok|good)(_|$)")
SENTENCE = re.compile(r"test_that(_[a-z0-9]+){3,}$")
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "tools", "stuff"}
# Calls that fail by themselves when what they wait for or demand does not happen.
DEMANDING = re.compile(r"^(raises|warns|fail|wait\w*|assert\w*|check\w*|expect\w*)$")
EXCUSED = {"skip", "skipif", "xfail", "importorskip"}


def is_test(name: str) -> bool:
    """Whether a file holds tests."""
    return name.rpartition("/")[2].startswith("test_")


def unspoken_tests(name: str, parsed: ast.Module) -> Iterator[str]:
    """Tests whose name is no sentence, or a sentence that promises nothing."""
    for function in functions(parsed):
        if not is_test(name) or not function.name.startswith("test"):
            continue
        if not SENTENCE.match(function.name) or PROMISES.search(function.name):
            yield f"{function.lineno} {function.name}"


def demands(function: ast.AST, helpers: frozenset[str] = frozenset()) -> bool:
    """Whether something in a function can fail a test."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            called = dotted(node.func).rpartition(".")[2]
            if DEMANDING.match(called) or called in helpers:
                return True
    return False


def idle_tests(name: str, parsed: ast.Module) -> Iterator[str]:
    """Tests that demand nothing, neither themselves nor through a function of their file."""
    if not is_test(name):
        return
    helpers = frozenset(each.name for each in functions(parsed) if demands(each))
    for function in functions(parsed):
        if function.name.startswith("test_") and not demands(function, helpers):
            yield f"{function.lineno} {function.name} can not fail"


def unexplained_skips(name: str, parsed: ast.Module) -> Iterator[str]:
    """Tests left out without a reason."""
    for node in ast.walk(parsed):
        bare = isinstance(node, ast.Attribute) and dotted(node) in {
            f"pytest.mark.{mark}" for mark in EXCUSED
        }
        called = isinstance(node, ast.Call) and dotted(node.func).startswith("pytest.")
        if called and dotted(node.func).rpartition(".")[2] in EXCUSED:
            if not any(keyword.arg == "reason" for keyword in node.keywords):
                yield f"{node.lineno} gives no reason"
        elif bare and not any(
            isinstance(call, ast.Call) and call.func is node for call in ast.walk(parsed)
        ):
            yield f"{node.lineno} gives no reason"


def vague(names: tuple[str, ...]) -> list[str]:
    """Files and folders named by what they are not."""
    return [name for name in names if VAGUE & set(name.removesuffix(".py").split("/"))]


@pytest.mark.parametrize("rule", [unspoken_tests, idle_tests, unexplained_skips])
def test_that_every_test_is_a_sentence_that_can_turn_out_false(rule) -> None:
    assert offences(rule, "tests") == []


def test_that_no_module_is_a_drawer_for_anything() -> None:
    assert vague(modules("desktop", "diagnostics", "tests", "translations", "packaging")) == []


@pytest.mark.parametrize(
    "test",
    ["test_undo", "test_that_undo", "test_that_undo_works", "test_that_the_sum_is_correct",
     "test_that_it_prints_as_expected", "test_undo_takes_back_a_word"],
)  # fmt: skip
def test_that_a_name_without_a_promise_is_refused(test: str) -> None:
    assert len(offences_in(unspoken_tests, f"def {test}(): assert f()", "tests/test_x.py")) == 1


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (idle_tests, "def test_that_a_b_c():\n    f()"),
        (idle_tests, "def g():\n    pass\ndef test_that_a_b_c():\n    g()"),
        (unexplained_skips, "@pytest.mark.skip\ndef test_that_a_b_c():\n    assert f()"),
        (unexplained_skips, "@pytest.mark.xfail(strict=True)\ndef test_x():\n    assert f()"),
        (unexplained_skips, "def test_x():\n    pytest.skip()"),
    ],
)
def test_that_an_empty_or_unexplained_test_is_seen(rule, source: str) -> None:
    assert len(offences_in(rule, source, "tests/test_x.py")) == 1


@pytest.mark.parametrize(
    "source",
    [
        "def test_that_one_animal_is_enough():\n    assert f(1) == 2",
        "def test_that_no_name_is_refused():\n    with pytest.raises(E):\n        f()",
        "def sees():\n    assert f()\ndef test_that_a_farmer_sees_it():\n    sees()",
        "@pytest.mark.skipif(WINDOWS, reason='no such call there')\ndef test_that_x_y_z():\n"
        "    assert f()",
    ],
)
def test_that_a_test_which_demands_something_is_left_alone(source: str) -> None:
    rules = (unspoken_tests, idle_tests, unexplained_skips)

    assert [found for rule in rules for found in offences_in(rule, source, "tests/test_x.py")] == []


def test_that_a_drawer_is_refused() -> None:
    assert vague(("desktop/utils.py", "desktop/utils/text.py", "desktop/text.py")) == [
        "desktop/utils.py",
        "desktop/utils/text.py",
    ]
