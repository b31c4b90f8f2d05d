"""Reads this project's own files, for the rules that hold for all of them."""

import ast
import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# What a tool or ./run leaves behind; only asked for where there is no git to tell.
LEFT_BEHIND = {
    ".git", ".hypothesis", ".mypy_cache", ".ruff_cache", ".venv", "__pycache__", "bocage-example",
    "build", "dist",
}  # fmt: skip

Rule = Callable[[str, ast.Module], Iterable[str]]


@cache
def files() -> tuple[str, ...]:
    """Every file that belongs to the project, new ones included, as a path from its root."""
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "-z"],
        capture_output=True,
        text=True,
        check=False,
    )
    listed = asked.stdout.split("\0") if asked.returncode == 0 else _walked()
    return tuple(sorted(name for name in listed if name and (ROOT / name).is_file()))


def _walked() -> Iterator[str]:
    for path in ROOT.rglob("*"):
        inner = path.relative_to(ROOT)
        if not LEFT_BEHIND & set(inner.parts) and path.suffix != ".mo":
            yield inner.as_posix()


def modules(*folders: str) -> tuple[str, ...]:
    """The Python files under the given folders or files."""
    return tuple(
        name
        for name in files()
        if name.endswith(".py") and any(is_inside(name, folder) for folder in folders)
    )


def is_inside(name: str, place: str) -> bool:
    """Whether a file is the given one or lies in the given folder."""
    return name == place or name.startswith(f"{place}/")


@cache
def tree(name: str) -> ast.Module:
    """The parsed source of one of the project's Python files."""
    return ast.parse(text(name), filename=name)


@cache
def text(name: str) -> str:
    """The text of one of the project's files."""
    return (ROOT / name).read_text(encoding="utf-8")


def offences(rule: Rule, *folders: str) -> list[str]:
    """What a rule finds in the Python files of the given folders, with file and line."""
    return [f"{name}:{found}" for name in modules(*folders) for found in rule(name, tree(name))]


def offences_in(rule: Rule, source: str, name: str = "desktop/planted.py") -> list[str]:
    """What a rule finds in a planted piece of source."""
    return list(rule(name, ast.parse(source)))


def functions(parsed: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file, inner ones too."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def slots(parsed: ast.Module) -> set[str]:
    """The names of the functions of a file that answer a signal: marked so, or connected."""
    marked = {
        function.name
        for function in functions(parsed)
        for mark in function.decorator_list
        if dotted(mark.func if isinstance(mark, ast.Call) else mark).endswith("Slot")
    }
    connected = {
        dotted(argument).rpartition(".")[2]
        for node in ast.walk(parsed)
        if isinstance(node, ast.Call) and dotted(node.func).endswith(".connect")
        for argument in node.args
    }
    return {name for name in marked | connected if name.startswith("_on_")}


def dotted(node: ast.AST) -> str:
    """A name as written, `a.b.c`; what is not a plain name is shown as "?"."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def imports(name: str, parsed: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything a file imports, relative imports resolved."""
    package = name.removesuffix(".py").removesuffix("/__init__").split("/")
    if not name.endswith("/__init__.py"):
        package = package[:-1]
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
