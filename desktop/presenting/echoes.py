"""What follows from the answers of a page, in figures a farmer knows and can check."""

from __future__ import annotations

from desktop.widgets.echo_row import Echo
from desktop.words import Words
from diagnostics.diagnosis import Diagnosis
from diagnostics.questionnaire.quick import ECHOES

SHARE = "1"


def page_echoes(page: str, diagnosis: Diagnosis | None, words: Words) -> tuple[Echo, ...]:
    """The figures of a page that exist; a ratio that several herds have is told by none of them."""
    if diagnosis is None:
        return ()
    found = ((name, diagnosis.total(name)) for name in ECHOES.get(page, ()))
    return tuple(_echo(name, value, diagnosis, words) for name, value in found if value)


def row_of(name: str, diagnosis: Diagnosis) -> str:
    """The row that an echo is explained for: the only one, or the whole farm."""
    keys = diagnosis.trace.keys(diagnosis.model[name].on)
    return keys[0] if len(keys) == 1 else ""


def _echo(name: str, value: float, diagnosis: Diagnosis, words: Words) -> Echo:
    quantity = diagnosis.model[name]
    is_share = quantity.unit == SHARE
    shown = (
        words.percent(value) if is_share else words.with_unit(words.number(value), quantity.unit)
    )
    return Echo(name, shown, words.say(quantity.label), why=name)
