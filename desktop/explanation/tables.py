"""The tree of a number as a table, for auditors and for the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.explanation.levels import Level, Part
from desktop.explanation.lines import plain
from desktop.explanation.places import Place
from desktop.explanation.story import Story
from desktop.explanation.tree import Tree
from diagnostics.core.trace import Node

Line = tuple[str, ...]
HEADER: Line = (
    "depth", "name", "row", "label", "symbol", "value", "unit", "origin", "equation", "source",
    "locator", "mark",
)  # fmt: skip
"""The names of contract `explain`, in every language, so that a script can read the file."""


def tree_table(node: Node) -> list[Line]:
    """Write a number and all below it, one line each, in full precision; the header first."""
    return [HEADER, *_lines(node, 0)]


def node_of(tree: Tree, place: Place, depth: int = 1) -> Node:
    """Give the tree as it is explained, the parts of headlines included, as nodes of the engine."""
    return _node(tree, tree.exact(place), None, depth)


def as_text(story: Story, table: list[Line]) -> str:
    """Write a level as plain text with its table, to be pasted into a letter or a sheet."""
    texts = [story.title, story.sentence, story.reason, *(plain(line) for line in story.lines)]
    texts += [story.equation, story.source, story.between]
    return "\n".join([*(text for text in texts if text), "", *("\t".join(line) for line in table)])


def _lines(node: Node, depth: int) -> Iterator[Line]:
    value = "" if node.value is None else repr(node.value)
    named = (str(depth), node.name, node.row, node.label, node.symbol, value, node.unit)
    yield (*named, node.origin, node.equation, node.source, node.locator, node.mark)
    for part in node.parts:
        yield from _lines(part, depth + 1)


def _node(tree: Tree, place: Place, part: Part | None, depth: int) -> Node:
    level = tree.level(place)
    parts = tuple(_node(tree, *one, depth - 1) for one in _below(level)) if depth > 0 else ()
    quantity = tree.reading.model[place.carrier]
    node = Node(
        name=place.name,
        row=place.row,
        label=quantity.label,
        symbol="" if place.part else quantity.symbol,
        equation=level.equation,
        value=level.value,
        unit=level.unit,
        origin=level.origin,
        source=level.source,
        locator=level.locator,
        mark=level.mark,
        parts=parts,
    )
    # What is taken off stands with its sign, as in the level above.
    taken_off = part is not None and part.value is not None and part.value != level.value
    return replace(node, value=part.value) if taken_off and part is not None else node


def _below(level: Level) -> Iterator[tuple[Place, Part | None]]:
    """Give all that a level is made of: parts, operands, answers, reference values, factors."""
    seen: set[Place] = set()
    parts = [(part.place, part) for part in level.below]
    leaves = [*level.answers, *level.references, *level.factors]
    for place, part in (*parts, *((leaf, None) for leaf in leaves)):
        if place not in seen:
            seen.add(place)
            yield place, part
