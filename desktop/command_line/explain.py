"""`bocage explain`: a figure of a farm, its equation, and the numbers it is made of."""

import json
from argparse import Namespace
from typing import Any

from desktop.command_line.farms import factors_of, read_farm_file
from desktop.command_line.outputs import show, write_stream
from desktop.command_line.refusal import misused
from desktop.engine_words import why
from desktop.words import Words, mark
from diagnostics.core.errors import DiagnosticsError
from diagnostics.core.trace import Node
from diagnostics.diagnosis import diagnose

ORIGINS = {
    "answer": mark("answer"),
    "given": mark("given"),
    "imported": mark("imported"),
    "default": mark("reference value"),
    "factor": mark("factor"),
    "formula": mark("formula"),
}


def run(options: Namespace, words: Words) -> None:
    """Explains one figure, as text or as JSON."""
    record = read_farm_file(options.farm, words)
    diagnosis = diagnose(record, factors_of(record.profile, words, options.farm))
    try:
        node = diagnosis.explain(options.name, options.row, options.depth)
    except DiagnosticsError as refusal:
        raise misused(why(words, refusal)) from refusal
    if options.as_json:
        write_stream(json.dumps(as_data(node), ensure_ascii=False, indent=1) + "\n", words)
    else:
        show(_tree(node, words), words)


def as_data(node: Node) -> dict[str, Any]:
    """A node and its parts as plain data."""
    return {
        "name": node.name,
        "row": node.row,
        "label": node.label,
        "symbol": node.symbol,
        "equation": node.equation,
        "value": node.value,
        "unit": node.unit,
        "origin": node.origin,
        "source": node.source,
        "locator": node.locator,
        "mark": node.mark,
        "needs": list(node.needs),
        "parts": [as_data(part) for part in node.parts],
    }


def _tree(node: Node, words: Words, indent: str = "") -> list[str]:
    lines = [indent + line for line in _lines(node, words)]
    for part in node.parts:
        lines += _tree(part, words, indent + "    ")
    return lines


def _lines(node: Node, words: Words) -> list[str]:
    """What it is and how much; then how, and on which authority."""
    name = f"{words.say(node.label)} ({node.row})" if node.row else words.say(node.label)
    value = words.quantity(node.value, node.unit, digits=6)
    first = words.say("{label}: {value}", label=name, value=value)
    authority = ", ".join(part for part in (node.source, node.locator) if part)
    origin = words.say(ORIGINS[node.origin])
    notes = [node.equation, origin, authority, node.mark]
    return [f"{first}  [{node.name}]", "  " + " · ".join(note for note in notes if note)]
