"""Reads one written number, and tells when its separator leaves two readings a thousand apart."""

import re
from dataclasses import dataclass

from desktop.number_style import NumberStyle

_DIGITS = re.compile(r"[0-9]+")
_WRITTEN = re.compile(r"(?=.*[0-9])[0-9.,' ]+")
GROUP = 3


@dataclass(frozen=True, slots=True)
class Numeral:
    """The digits of the reading as a decimal, and of the one that is a thousand times larger."""

    value: str
    thousandfold: str = ""
    asks: bool = False
    grouped_in_this_style: bool = False
    other_sign: str = ""


def read_numeral(text: str, style: NumberStyle) -> Numeral | None:
    """The number in plain digits, or nothing where the groups or signs fit no country's habit."""
    if not _WRITTEN.fullmatch(text):
        return None
    for space in " '":
        if space in text:
            return _with_spaces(text, space, style)
    dotted = [sign for sign in ".," if sign in text]
    if not dotted:
        return Numeral(text)
    if len(dotted) == 1:
        return _with_one_sign(text, dotted[0], style)
    return _with_both_signs(text, style)


def _with_spaces(text: str, space: str, style: NumberStyle) -> Numeral | None:
    """ "7 500,5": spaces or apostrophes can only group, so the other sign is the decimal one."""
    whole, sign, fraction = _cut(text, max(".,", key=text.rfind))
    if not _is_grouped(whole, space) or not _fits(sign, fraction):
        return None
    return _decimal(whole.replace(space, ""), sign, fraction, style)


def _with_one_sign(text: str, sign: str, style: NumberStyle) -> Numeral | None:
    """ "7500,5", "1.234" or "1.234.567"."""
    whole, _, fraction = text.partition(sign)
    if sign in fraction:
        return Numeral(text.replace(sign, "")) if _is_grouped(text, sign) else None
    if len(fraction) != GROUP:
        return _decimal(whole or "0", sign, fraction, style)
    return Numeral(
        value=f"{whole or '0'}.{fraction}",
        thousandfold=whole + fraction,
        asks=sign != style.decimal,
        grouped_in_this_style=sign == style.group and _is_grouped(text, sign),
    )


def _with_both_signs(text: str, style: NumberStyle) -> Numeral | None:
    """ "1.234,5" or "1,234.5": the last sign is the decimal one, the other one groups."""
    last = max(".,", key=text.rfind)
    group = "," if last == "." else "."
    whole, _, fraction = text.partition(last)
    if not _DIGITS.fullmatch(fraction) or not _is_grouped(whole, group):
        return None
    return _decimal(whole.replace(group, ""), last, fraction, style)


def _decimal(whole: str, sign: str, fraction: str, style: NumberStyle) -> Numeral:
    other_sign = sign if sign and sign != style.decimal else ""
    return Numeral(f"{whole}.{fraction or '0'}" if sign else whole, other_sign=other_sign)


def _cut(text: str, sign: str) -> tuple[str, str, str]:
    return text.partition(sign) if sign in text else (text, "", "")


def _fits(sign: str, fraction: str) -> bool:
    return not sign or _DIGITS.fullmatch(fraction) is not None


def _is_grouped(text: str, sign: str) -> bool:
    """One to three digits that do not start with zero, then groups of exactly three."""
    first, *others = text.split(sign)
    return (
        _DIGITS.fullmatch(first) is not None
        and len(first) <= GROUP
        and not first.startswith("0")
        and all(_DIGITS.fullmatch(group) and len(group) == GROUP for group in others)
    )
