"""The small language in which equations are written, read so that they can be checked.

    SYMBOL = EXPRESSION
    SYMBOL = EXPRESSION if CONDITION > 0, else EXPRESSION

with numbers, symbols, ``+ − × / ^``, brackets, ``max(a, b)`` and ``clip(a, low, high)``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from keyword import kwlist

TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|([+−×/^(),=>]))")
WORDS = {"if", "else", "max", "clip"}
PYTHON = {"×": "*", "−": "-", "^": "**"}


@dataclass(frozen=True)
class Equation:
    """An equation taken apart: its left side, and the tokens of its right side."""

    left: str
    right: tuple[str, ...]

    @property
    def symbols(self) -> set[str]:
        """The symbols on the right side."""
        return {token for token in self.right if token[0].isalpha()} - WORDS

    @property
    def numbers(self) -> list[float]:
        """The numbers on the right side; a ratio of two molar masses is one number."""
        joined = " ".join(self.right)
        joined = re.sub(r"\b44 / (28|12)\b", lambda found: repr(44 / int(found[1])), joined)
        return [float(token) for token in joined.split() if token[0].isdigit()]

    def value(self, symbols: Mapping[str, float]) -> float:
        """The right side worked out with the values of its symbols."""
        code = " ".join(PYTHON.get(token, token) for token in self.right)
        code = code.replace(", else", " else")
        known = {"max": max, "clip": _clip, "__builtins__": {}, **symbols}
        return float(eval(code, known))


def _clip(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def read(text: str) -> Equation:
    """Take an equation apart; ValueError for what is not in the language."""
    tokens, place = [], 0
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise ValueError(f"“{text}”: nothing is known of “{text[place:]}”")
        tokens.append(found[1] or found[2] or found[3])
        place = found.end()
    refused = [token for token in tokens if token in set(kwlist) - WORDS]
    if refused:
        raise ValueError(f"“{text}”: “{refused[0]}” is no word of an equation")
    if tokens.count("=") != 1 or tokens[1] != "=":
        raise ValueError(f"“{text}” is not one symbol set equal to something")
    code = " ".join(PYTHON.get(token, token) for token in tokens[2:]).replace(", else", " else")
    compile(code, text, "eval")
    return Equation(tokens[0], tuple(tokens[2:]))
