"""Calls and classes that this project does without, each for a reason written beside it."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.reading import (
    dotted,
    functions,
    imports,
    is_inside,
    offences,
    offences_in,
    slots,
)

# Spin boxes swallow the wheel, guess at commas and lose half-typed numbers. A QUndoStack dies
# with the process. Sample style sheets bring fonts that are not embedded.
CLASSES = {"QSpinBox", "QDoubleSpinBox", "QUndoStack", "getSampleStyleSheet"}
# PySide makes the widget it returns a child of the caller's wrapper: when the caller goes, the
# program dies on the next touch of a widget that still stands.
FOCUS_CHAIN = {"nextInFocusChain", "previousInFocusChain"}
# These run an event loop inside the caller, which then goes on in a world that has changed.
BLOCKING = {
    "QMessageBox": {"question", "information", "warning", "critical", "about", "aboutQt"},
    "QInputDialog": {"getText", "getMultiLineText", "getInt", "getDouble", "getItem"},
    "QFileDialog": {
        "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory",
    },
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}  # fmt: skip
EXEC_DOORS = {"desktop/start.py"}
CODE_FROM_DATA = {"pickle", "cPickle", "dill", "marshal", "shelve"}
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "PySide6.QtNetwork",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineWidgets", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
# Two starts of the program find each other through a socket that does not leave the machine.
LOCAL_DOOR = "desktop/single_instance.py"
LOCAL = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
SETTINGS_DOOR = "desktop/settings.py"
NUMBER_DOOR = "desktop/forms/number_text.py"
HOOK = "desktop/application.py"
SERVICES = {"app", "application", "db", "engine", "mw", "session", "settings", "store", "window"}


def names_of(node: ast.AST) -> Iterator[str]:
    """The names that a node imports or uses."""
    if isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.ImportFrom):
        yield from (alias.name for alias in node.names)


def used(parsed: ast.Module, refused: set[str]) -> Iterator[str]:
    """Lines where a refused name stands."""
    for node in ast.walk(parsed):
        yield from (f"{node.lineno} uses {name}" for name in names_of(node) if name in refused)


def banned_classes(name: str, parsed: ast.Module) -> Iterator[str]:
    """Classes and functions of Qt and reportlab that we do without."""
    yield from used(parsed, CLASSES | FOCUS_CHAIN)


def settings_elsewhere(name: str, parsed: ast.Module) -> Iterator[str]:
    """Preferences read or written beside the one typed door."""
    if name != SETTINGS_DOOR:
        yield from used(parsed, {"QSettings"})


def blocking_dialogs(name: str, parsed: ast.Module) -> Iterator[str]:
    """Dialogs that stop the caller; ours are opened with open() and answer by a signal."""
    for node in ast.walk(parsed):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        called, owner = node.func.attr, dotted(node.func.value).rpartition(".")[2]
        if called in {"exec", "exec_"} and name not in EXEC_DOORS:
            yield f"{node.lineno} calls .{called}()"
        if called in BLOCKING.get(owner, set()):
            yield f"{node.lineno} calls {owner}.{called}()"


def float_on_text(name: str, parsed: ast.Module) -> Iterator[str]:
    """Numbers read with float(), which knows neither the comma nor the thin space."""
    if is_inside(name, "desktop/forms") and name != NUMBER_DOOR:
        for node in ast.walk(parsed):
            if isinstance(node, ast.Call) and dotted(node.func) in {"float", "builtins.float"}:
                yield f"{node.lineno} calls float()"


def code_from_data(name: str, parsed: ast.Module) -> Iterator[str]:
    """Ways for a file or a text to become code."""
    for line, imported in imports(name, parsed):
        if imported.split(".")[0] in CODE_FROM_DATA:
            yield f"{line} imports {imported}"
    for node in ast.walk(parsed):
        if isinstance(node, ast.Call):
            called = dotted(node.func)
            if called in {"eval", "exec", "compile", "__import__", "os.system", "os.popen"}:
                yield f"{node.lineno} calls {called}"


def network(name: str, parsed: ast.Module) -> Iterator[str]:
    """Ways out of this computer: there are none."""
    for line, imported in imports(name, parsed):
        if name == LOCAL_DOOR and imported in LOCAL:
            continue
        if any(imported == way or imported.startswith(f"{way}.") for way in NETWORK):
            yield f"{line} imports {imported}"


def lambda_in_connect(name: str, parsed: ast.Module) -> Iterator[str]:
    """Connections to a nameless function, which keeps its owner alive and shows in no trace."""
    for node in ast.walk(parsed):
        if not isinstance(node, ast.Call) or not dotted(node.func).endswith(".connect"):
            continue
        if any(isinstance(argument, ast.Lambda) for argument in node.args):
            yield f"{node.lineno} connects a lambda"


def broad_except(name: str, parsed: ast.Module) -> Iterator[str]:
    """Handlers that take any error for an expected one; passing it on again is no such handler."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.ExceptHandler) and name != HOOK:
            caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
            broad = {None, "Exception", "BaseException"} & {
                None if kind is None else dotted(kind) for kind in caught
            }
            if broad and not isinstance(node.body[-1], ast.Raise):
                yield f"{node.lineno} catches everything"


def module_state(name: str, parsed: ast.Module) -> Iterator[str]:
    """Services and Qt objects made when a module is imported, and variables changed from afar."""
    for node in parsed.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            held = {dotted(target) for target in targets} & SERVICES
            made = dotted(node.value.func) if isinstance(node.value, ast.Call) else ""
            if held or re.match(r"(.*\.)?Q[A-Z]\w+$", made):
                yield f"{node.lineno} holds {', '.join(held) or made} for the whole module"
    for node in ast.walk(parsed):
        if isinstance(node, ast.Global):
            yield f"{node.lineno} changes {', '.join(node.names)} of the module"


def business_in_a_slot(name: str, parsed: ast.Module) -> Iterator[str]:
    """Arithmetic in a slot: it belongs to the engine or to the document."""
    answering = slots(parsed)
    for function in functions(parsed):
        if function.name in answering:
            for node in ast.walk(function):
                if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
                    yield f"{node.lineno} computes in {function.name}"


RULES = (
    banned_classes, settings_elsewhere, blocking_dialogs, float_on_text, code_from_data, network,
    lambda_in_connect, broad_except, module_state, business_in_a_slot,
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_that_the_project_does_without(rule) -> None:
    assert offences(rule, "desktop", "diagnostics") == []


@pytest.mark.parametrize("rule", [code_from_data, network, banned_classes])
def test_that_the_tools_around_it_do_without_too(rule) -> None:
    assert offences(rule, "translations", "packaging") == []


PLANTED = [
    (banned_classes, "from PySide6.QtWidgets import QSpinBox"),
    (banned_classes, "box = QtWidgets.QDoubleSpinBox()"),
    (banned_classes, "following = line.nextInFocusChain()"),
    (banned_classes, "styles = reportlab.lib.styles.getSampleStyleSheet()"),
    (settings_elsewhere, "store = QtCore.QSettings('x', 'y')"),
    (blocking_dialogs, "AboutDialog(self).exec()"),
    (blocking_dialogs, "menu.exec_(point)"),
    (blocking_dialogs, "QMessageBox.question(self, 'a', 'b')"),
    (blocking_dialogs, "name, kind = QtWidgets.QFileDialog.getSaveFileName(self)"),
    (code_from_data, "import pickle"),
    (code_from_data, "from shelve import open"),
    (code_from_data, "value = eval(text)"),
    (network, "import socket"),
    (network, "import urllib.request"),
    (network, "def f():\n    from PySide6.QtNetwork import QNetworkAccessManager"),
    (network, "from PySide6 import QtNetwork"),
    (network, "import requests.sessions"),
    (lambda_in_connect, "button.clicked.connect(lambda: self.save())"),
    (broad_except, "try:\n    f()\nexcept Exception as problem:\n    show(problem)"),
    (broad_except, "try:\n    f()\nexcept:\n    pass"),
    (broad_except, "try:\n    f()\nexcept (ValueError, BaseException):\n    pass"),
    (module_state, "settings = load()"),
    (module_state, "ICON = QtGui.QIcon('cow.svg')"),
    (module_state, "def f():\n    global count\n    count = 1"),
    (business_in_a_slot, "@Slot(float)\ndef _on_edited(self, head):\n    self.show(head * 365)"),
    (business_in_a_slot, "a.b.connect(self._on_b)\ndef _on_b(self, n):\n    self.show(n / 365)"),
]


@pytest.mark.parametrize(("rule", "source"), PLANTED)
def test_that_a_planted_offence_is_seen(rule, source: str) -> None:
    assert len(offences_in(rule, source)) == 1


def test_that_float_is_refused_among_the_forms_only() -> None:
    source = "value = float(self.text())"

    assert len(offences_in(float_on_text, source, "desktop/forms/editors.py")) == 1
    assert offences_in(float_on_text, source, NUMBER_DOOR) == []
    assert offences_in(float_on_text, source, "desktop/charts/bars.py") == []


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (settings_elsewhere, SETTINGS_DOOR, "from PySide6.QtCore import QSettings"),
        (network, LOCAL_DOOR, "from PySide6.QtNetwork import QLocalServer, QLocalSocket"),
        (blocking_dialogs, "desktop/start.py", "raise SystemExit(application.exec())"),
        (blocking_dialogs, "desktop/windows/home.py", "dialog.open()"),
        (broad_except, HOOK, "try:\n    f()\nexcept Exception:\n    report()"),
        (broad_except, "desktop/x.py", "try:\n    f()\nexcept BaseException:\n    g()\n    raise"),
        (module_state, "desktop/x.py", "LIMIT = 300\nPATTERN = re.compile('x')"),
        (network, "desktop/x.py", "from urllib.parse import quote"),
        (business_in_a_slot, "desktop/x.py", "def _on_widget(x, scale):\n    return x * scale"),
    ],
)
def test_that_the_doors_and_the_innocent_are_left_alone(rule, name, source) -> None:
    assert offences_in(rule, source, name) == []


def test_that_a_door_lets_nothing_else_through() -> None:
    source = "from PySide6.QtNetwork import QTcpSocket"

    assert len(offences_in(network, source, LOCAL_DOOR)) == 1
