"""Writes the engine's units as people read them: "kg CO2e/ha/yr" becomes "kg CO₂e/ha/an"."""

from desktop.number_style import NO_BREAK, RAISED
from desktop.words import mark_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
POWERS = {"m2": "m²", "m3": "m³", "cm2": "cm²", "cm3": "cm³", "dm3": "dm³", "km2": "km²"}
# A result per litre is always per litre of corrected milk; the annex says so, the screen need not.
UNSAID_BELOW = frozenset({"FPCM"})


ALONE = {
    "1": "",
    "head": mark_in("unit", "animals"),
    "months": mark_in("unit", "months"),
    "month": mark_in("unit", "months"),
    "d": mark_in("unit", "days"),
    "d/yr": mark_in("unit", "days/year"),
    "yr": mark_in("unit", "years"),
    "people": mark_in("unit", "people"),
}
PIECES = {
    "yr": mark_in("unit", "year"),
    "d": mark_in("unit", "day"),
    "month": mark_in("unit", "month"),
    "head": mark_in("unit", "animal"),
    "cow": mark_in("unit", "cow"),
    "people": mark_in("unit", "people"),
    "LU": mark_in("unit", "LU"),
    "DM": mark_in("unit", "DM"),
    "LW": mark_in("unit", "live weight"),
    "FPCM": mark_in("unit", "corrected milk"),
    "VS": mark_in("unit", "volatile solids"),
    "DOM": mark_in("unit", "digested organic matter"),
    "% of live weight": mark_in("unit", "% of live weight"),
}


def unit_text(unit: str, word: "Callable[[str], str]", whole: "Callable[[float], str]") -> str:
    """The unit in the reader's language; `word` translates a piece, `whole` groups thousands."""
    if unit in ALONE:
        return word(ALONE[unit]) if ALONE[unit] else ""
    return _divided(unit, word, whole).replace(" ", NO_BREAK)


def _divided(unit: str, word: "Callable[[str], str]", whole: "Callable[[float], str]") -> str:
    above, *below = _terms(unit)
    text = _term(above, frozenset(), word, whole)
    slash = "/"
    for term in below:
        # Once the divisor is a product, such as "100 m", close slashes would be read wrongly.
        slash = " / " if term.startswith("(") else slash
        text += slash + _term(term.strip("()"), UNSAID_BELOW, word, whole)
    return text


def _terms(unit: str) -> list[str]:
    """Cuts at the slashes that stand outside brackets."""
    terms = [""]
    for sign in unit:
        if sign == "/" and terms[-1].count("(") == terms[-1].count(")"):
            terms.append("")
        else:
            terms[-1] += sign
    return terms


def _term(
    term: str, unsaid: frozenset[str], word: "Callable[[str], str]", whole: "Callable[[float], str]"
) -> str:
    if term in PIECES:
        return word(PIECES[term])
    pieces = [piece for piece in term.split() if piece not in unsaid]
    return " ".join(_piece(piece, word, whole) for piece in pieces)


def _piece(piece: str, word: "Callable[[str], str]", whole: "Callable[[float], str]") -> str:
    if piece in PIECES:
        return word(PIECES[piece])
    if piece.isdecimal():
        return whole(int(piece))
    base, _, power = piece.partition("^")
    return POWERS.get(base) or _lowered(base) + power.translate(RAISED)


def _lowered(formula: str) -> str:
    """Lowers the digits of a chemical formula: CO2e, N2O-N, P2O5."""
    if not formula[:1].isupper():
        return formula
    return formula.translate(LOWERED)
