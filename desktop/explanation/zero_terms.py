"""Leaves out of a line of arithmetic what adds nothing: "(369 t + 0 t) × 83 %" is "369 t × 83 %".

Most farms pass no animals from one enterprise to another; their numbers need not say so each time.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.explanation.equation import Numbers, Token, tokens

PLUS, MINUS = "+", "−"


def without_zero_terms(pieces: Sequence[Token], numbers: Numbers) -> list[Token]:
    """Give a formula without the symbols that stand alone in a sum and are exactly zero."""
    kept = list(pieces)
    place = 0
    while place < len(kept):
        if _is_zero_term(kept, place, numbers):
            if _text(kept, place - 1) in (PLUS, MINUS):
                del kept[place - 1 : place + 1]
                place -= 1
            else:
                del kept[place : place + 2]
        else:
            place += 1
    return _without_idle_brackets(kept)


def symbols_counting(text: str, numbers: Numbers) -> set[str]:
    """Give the symbols of a formula that are left where zeros are left out."""
    kept = without_zero_terms(tokens(text), numbers)
    return {token.text for token in kept if token.kind == "symbol"}


def _is_zero_term(pieces: Sequence[Token], place: int, numbers: Numbers) -> bool:
    """Tell whether a symbol is a zero that is added or taken off, and something else remains."""
    token = pieces[place]
    if token.kind != "symbol" or numbers.get(token.text) != 0:
        return False
    before, after = _text(pieces, place - 1), _text(pieces, place + 1)
    if before in (PLUS, MINUS):
        return after in ("", PLUS, MINUS, ")")
    return before in ("", "(") and after == PLUS


def _without_idle_brackets(pieces: list[Token]) -> list[Token]:
    """Take off brackets around one symbol, save those of a function."""
    place = 0
    while place + 2 < len(pieces):
        inside = [token.kind for token in pieces[place : place + 3]]
        called = place > 0 and pieces[place - 1].kind == "function"
        if inside == ["open", "symbol", "close"] and not called:
            pieces[place : place + 3] = [pieces[place + 1]]
        place += 1
    return pieces


def _text(pieces: Sequence[Token], place: int) -> str:
    return pieces[place].text if 0 <= place < len(pieces) else ""
