"""`bocage formulas`: the book of the method, one formula a line."""

import json
from argparse import Namespace
from typing import Any

from desktop.command_line.outputs import show, write_stream
from desktop.words import Words
from diagnostics.core import Formula
from diagnostics.library import formulas

COLUMNS = ("name", "symbol", "unit", "entity", "mark", "equation", "source")
WIDEST = 48
GAP = "  "


def run(options: Namespace, words: Words) -> None:
    """Lists every formula, in the order of the method."""
    if options.as_json:
        found = [described(formula) for formula in formulas()]
        write_stream(json.dumps(found, ensure_ascii=False, indent=1) + "\n", words)
    else:
        show(_table([described(formula) for formula in formulas()]), words)


def described(formula: Formula) -> dict[str, Any]:
    """What a formula says of itself."""
    return {
        "name": formula.name,
        "symbol": formula.symbol,
        "unit": formula.unit,
        "entity": formula.on.name,
        "equation": formula.equation,
        "source": formula.source.title,
        "locator": formula.source.locator,
        "mark": formula.mark,
        "needs": list(formula.needs),
        "label": formula.label,
        "adds": formula.adds,
        "rule": formula.rule,
    }


def _table(rows: list[dict[str, Any]]) -> list[str]:
    lines = [COLUMNS, *([_cell(row, column) for column in COLUMNS] for row in rows)]
    widths = [min(WIDEST, max(len(line[place]) for line in lines)) for place in range(len(COLUMNS))]
    return [
        GAP.join(f"{text:{width}}" for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]


def _cell(row: dict[str, Any], column: str) -> str:
    if column == "source":
        return ", ".join(part for part in (row["source"], row["locator"]) if part)
    return str(row[column])
