"""`bocage levers`: what each measure could change on a farm, the one that helps most first."""

import json
from argparse import Namespace
from math import isfinite
from typing import Any

from desktop.charts.headline import Kind, NotComputed, headline_of
from desktop.command_line.farms import factors_of, read_farm_file
from desktop.command_line.outputs import show, write_stream
from desktop.command_line.summary import heading
from desktop.engine_words import said
from desktop.presenting.measures import MeasureLine, measure_line
from desktop.words import Words
from diagnostics.diagnosis import diagnose
from diagnostics.levers.effects import Effect, as_plain, effects
from diagnostics.results import results_of

FINITE = ("effect_kg_co2e", "effect_storage", "effect_per_unit")


def run(options: Namespace, words: Words) -> None:
    """Works out every measure on one farm, as text or as JSON."""
    record = read_farm_file(options.farm, words)
    factors = factors_of(record.profile, words, options.farm)
    found = effects(record, factors)
    if options.as_json:
        document = [as_data(effect, words) for effect in found]
        write_stream(json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n", words)
        return
    results = results_of(diagnose(record, factors))
    lines = [measure_line(effect, _kind(results), words) for effect in found]
    show([heading(results, words), *(text for line in lines for text in _told(line))], words)


def as_data(effect: Effect, words: Words) -> dict[str, Any]:
    """A measure as plain data, its texts in the reader's language; what is not known is null."""
    plain = as_plain(effect)
    plain["title"] = words.say(effect.measure.lever.title)
    plain["reason"] = "" if effect.reason is None else said(words, effect.reason)
    return plain | {name: _finite(plain[name]) for name in FINITE}


def _finite(value: float) -> float | None:
    """Answers that do not suffice for a figure leave its change unknown."""
    return value if isfinite(value) else None


def _kind(results: dict[str, Any]) -> Kind:
    try:
        return headline_of(results).kind
    except NotComputed:
        return "total"


def _told(line: MeasureLine) -> list[str]:
    """A measure in two or three lines."""
    effect = ", ".join(part for part in (line.net, line.per_unit) if part)
    told = [f"  {note}" for note in (effect, *line.notes) if note]
    return [f"{line.title} ({line.dose})", *told]
