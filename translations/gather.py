"""Finds every sentence of the program in its source code, without running it.

The syntax tree is read and not the tokens: `text.count("a")` is then no sentence, and a sentence
glued together from pieces, which no translator can turn round, is reported instead of passed over.
"""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("desktop", "diagnostics")
DECLARATIONS = "diagnostics/declarations"
ALWAYS = ("say", "say_in", "mark_in", "count")
# `mark` is also an everyday name for a method, so only the bare function counts.
# The engine knows no catalogue: its errors and messages carry the English sentence.
ENGINE = (
    "sentence",
    "Message",
    "DiagnosticsError",
    "DeclarationError",
    "FactorError",
    "FarmFileError",
)
BARE = ("mark", *ENGINE)
LITERALS = {"say": 1, "mark": 1, "say_in": 2, "mark_in": 2, "count": 2} | dict.fromkeys(ENGINE, 1)


@dataclass(frozen=True, order=True)
class Sentence:
    """An English sentence, its form for many, and the place where a word stands, if they differ."""

    one: str
    many: str = ""
    context: str = ""


@dataclass
class Gathered:
    """The sentences with the files they stand in, and what no catalogue can hold."""

    places: dict[Sentence, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, sentence: Sentence, place: str) -> None:
        """Notes a sentence, and a fault when its named places cannot be filled safely."""
        self.places.setdefault(sentence, set()).add(place)
        for text in filter(None, (sentence.one, sentence.many)):
            fault = _fault_of_places(text)
            if fault:
                self.faults.append(f'{place}: "{text}" {fault}')


def gather(root: Path = ROOT) -> Gathered:
    """All sentences of the program: those in the code, and those of the engine's declarations."""
    gathered = Gathered()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            gather_source(path.read_text("utf-8"), path.relative_to(root).as_posix(), gathered)
    for text in _declared_texts() if root == ROOT else ():
        gathered.add(Sentence(text), DECLARATIONS)
    return gathered


def gather_source(source: str, place: str, gathered: Gathered) -> None:
    """The sentences of one file; one that Python cannot read hides its sentences, and is named."""
    try:
        tree = ast.parse(source)
    except SyntaxError as refusal:
        gathered.faults.append(f"{place}:{refusal.lineno}: Python cannot read this file.")
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := _name(node.func)):
            _gather_call(name, node, place, gathered)


def _gather_call(name: str, call: ast.Call, place: str, gathered: Gathered) -> None:
    arguments = call.args[: LITERALS[name]]
    if any(_is_glued(argument) for argument in arguments):
        gathered.faults.append(f"{place}:{call.lineno}: a sentence is glued together from pieces.")
    choices = [_literals(argument) for argument in arguments]
    if len(arguments) < LITERALS[name] or not all(choices):
        return
    for sentence in _sentences(name, choices):
        gathered.add(sentence, place)


def _sentences(name: str, choices: list[list[str]]) -> Iterator[Sentence]:
    if name in ("say", *BARE):
        yield from (Sentence(text) for text in choices[0])
    elif name == "count":
        yield Sentence(choices[0][0], many=choices[1][0])
    else:
        yield from (Sentence(text, context=choices[0][0]) for text in choices[1])


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name) if name in ALWAYS + BARE:
            return name
        case ast.Attribute(attr=name) if name in ALWAYS:
            return name
        case _:
            return ""


def _literals(node: ast.expr) -> list[str]:
    """The texts an argument may be; an empty one is no sentence."""
    match node:
        case ast.Constant(str(text)) if text:
            return [text]
        case ast.IfExp(body=body, orelse=otherwise):
            return _literals(body) + _literals(otherwise)
        case _:
            return []


def _is_glued(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr():
            return True
        case ast.BinOp(left=left, right=right):
            return any(_literals(side) or _is_glued(side) for side in (left, right))
        case _:
            return False


def _fault_of_places(text: str) -> str:
    """Only plain named places can be moved by a translator and filled in the reader's style."""
    try:
        found = [(name, spec, how) for _, name, spec, how in Formatter().parse(text)]
    except ValueError:
        return "has a single brace."
    if any(name is not None and not name.isidentifier() for name, _, _ in found):
        return "has a place without a plain name."
    if any(spec or how for _, spec, how in found):
        return "formats a value itself; give it the text that words.number() wrote."
    return ""


def _declared_texts() -> list[str]:
    """The labels, hints and options that the engine declares, for the factors of every profile."""
    engine = importlib.import_module("diagnostics")
    if not hasattr(engine, "texts"):
        return []
    folder = ROOT / "resources" / "factors"
    profiles = importlib.import_module("diagnostics.library").profiles(folder)
    found = [engine.texts(engine.load_factors(folder, profile)) for profile in profiles]
    return [str(text) for texts in found for text in texts] + _groups()


def _groups() -> list[str]:
    """The names of the groups that can stand beside a result."""
    references = importlib.import_module("diagnostics.references")
    found = references.load_references(ROOT / "resources" / "reference").groups.values()
    return [group.label for group in found if group.systems]
