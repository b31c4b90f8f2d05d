"""The measures in words: what each could change, what it costs, and why one is out of place."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from desktop.engine_words import said
from desktop.words import mark

if TYPE_CHECKING:
    from desktop.charts.headline import Kind
    from desktop.words import Words
    from diagnostics.levers.effects import Effect

KG_PER_TONNE = 1000.0
DIGITS = 2
SMALL = 50.0  # kilograms a year; below, a farm would not notice
ALREADY = mark("Already done on your farm: counted in the result.")
PER: dict[Kind, str] = {
    "milk": mark("{value} kg CO₂e per litre"),
    "beef": mark("{value} kg CO₂e per kg live weight"),
    "area": mark("{value} t CO₂e per hectare"),
}


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure as it is read; `net` and `per_unit` are empty where it has no effect to tell."""

    title: str
    dose: str
    suited: bool
    done: bool
    net: str = ""
    per_unit: str = ""
    notes: tuple[str, ...] = ()


def measure_line(effect: Effect, kind: Kind, words: Words) -> MeasureLine:
    """Tells one measure; `kind` is the product or the land that the headline is about."""
    lever = effect.measure.lever
    title, dose = words.say(lever.title), _dose(effect, words)
    if effect.reason is not None:
        reason = words.say("Does not suit: {reason}.", reason=said(words, effect.reason))
        return MeasureLine(title, dose, suited=False, done=False, notes=(reason,))
    if not isfinite(effect.net):
        unknown = words.say("Not known yet: answers are missing.")
        return MeasureLine(title, dose, suited=True, done=False, notes=(unknown,))
    done = [words.say(ALREADY)] if effect.already_done else []
    if abs(effect.net) < SMALL:
        told = done or [words.say("On your farm the effect would be very small.")]
        return MeasureLine(title, dose, suited=True, done=effect.already_done, notes=tuple(told))
    return MeasureLine(
        title,
        dose,
        suited=True,
        done=effect.already_done,
        net=words.say("{tonnes} t a year", tonnes=signed(effect.net / KG_PER_TONNE, words)),
        per_unit=_per_unit(effect, kind, words),
        notes=tuple(note for note in (*done, _stored(effect, words), _cost(effect, words)) if note),
    )


def signed(value: float, words: Words) -> str:
    """A change with its sign, in two digits."""
    text = words.number(value, DIGITS)
    return f"+{text}" if value > 0 else text


def _dose(effect: Effect, words: Words) -> str:
    dose = effect.measure.lever.dose
    value = words.exact(effect.dose / dose.units[dose.shown])
    shown = words.with_unit(value, dose.shown)
    return words.say("{label}: {value}", label=words.say(dose.label), value=shown)


def _per_unit(effect: Effect, kind: Kind, words: Words) -> str:
    phrase = PER.get(kind)
    if phrase is None:
        return ""
    value = effect.per_unit / (KG_PER_TONNE if kind == "area" else 1.0)
    return words.say(phrase, value=signed(value, words))


def _stored(effect: Effect, words: Words) -> str:
    if abs(effect.storage) < SMALL:
        return ""
    tonnes = words.number(abs(effect.storage) / KG_PER_TONNE, DIGITS)
    if effect.storage < 0:
        return words.say("It lowers carbon storage by {tonnes} t a year.", tonnes=tonnes)
    if effect.emissions:
        return words.say("It raises carbon storage by {tonnes} t a year.", tonnes=tonnes)
    return words.say("Slow carbon storage, to be kept.")


def _cost(effect: Effect, words: Words) -> str:
    cost = effect.measure.cost
    if cost is None or not cost * effect.dose:
        return ""
    euros = words.exact(round(abs(cost * effect.dose)))
    if cost < 0:
        return words.say("Gain: about €{euros} a year.", euros=euros)
    if effect.measure.once:
        return words.say("Cost: about €{euros} once.", euros=euros)
    return words.say("Cost: about €{euros} a year.", euros=euros)
