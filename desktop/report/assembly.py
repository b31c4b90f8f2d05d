"""From the results of a diagnosis to the report that prints them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.charts.headline import headline_of
from desktop.report.advice import Advice, advice_of
from desktop.report.issue import Attachment, Fed, Issue, Method, Reference
from diagnostics.entities import FarmEntity

if TYPE_CHECKING:
    from desktop.words import Words
    from diagnostics.diagnosis import Diagnosis

Results = Mapping[str, Any]
"""The results of the engine, as its results file holds them."""

ALLOCATIONS = {
    "idf_2015": "IDF 2015",
    "idf_2010": "IDF 2010",
    "idf_2022": "IDF 2022",
}
MILK_DENSITY = 1.03
NO_BREAK, DOT = "\u00a0", " · "


def make_issue(
    results: Results,
    words: Words,
    printed: date,
    *,
    attachment: Attachment | None = None,
    place: str = "",
    diagnosis: Diagnosis | None = None,
) -> Issue:
    """Gathers what one report prints; raises NotComputed when the answers do not suffice.

    The measures, the group and the answers to enter next are worked out where the diagnosis is
    given.
    """
    headline = headline_of(results)
    return Issue(
        farm=str(results["farm"].get("name", "")),
        year=int(results["farm"].get("year", printed.year)),
        farm_line=facts_of(results, words, place or place_of(diagnosis)),
        words=words,
        headline=headline,
        method=method_of(results, words),
        engine=str(results["engine"]),
        printed=printed,
        own_data=int(results["own_data"]),
        references=references_of(results, words),
        attachment=attachment,
        fed=fed_of(results),
        advice=Advice() if diagnosis is None else advice_of(diagnosis, headline),
    )


def attach_file(name: str, content: bytes) -> Attachment:
    """Takes a farm file along, with its fingerprint."""
    return Attachment(name, content, hashlib.sha256(content).hexdigest())


def place_of(diagnosis: Diagnosis | None) -> str:
    """The département of the farm, by its name; nothing where it is not told."""
    if diagnosis is None or diagnosis.record is None:
        return ""
    answered = diagnosis.record.row("").entries.get(FarmEntity.department.name)
    return "" if answered is None else FarmEntity.department.option(str(answered.value)).label


def facts_of(results: Results, words: Words, place: str = "") -> str:
    """Writes the farm in one line: its herd, what it sells, its land and where it lies."""
    sold = [_sold(block, words) for block in results["by_workshop"].values()]
    area = _value(results, "agricultural_area")
    land = f"{words.number(area)}{NO_BREAK}ha" if area else ""
    parts = [*_herds(results, words), *(part for row in sold for part in row), land, place]
    return DOT.join(part for part in parts if part)


def _herds(results: Results, words: Words) -> list[str]:
    heads: dict[str, float] = {}
    for key, group in results["groups"].items():
        code = key.rpartition("/")[2].partition("#")[0]
        heads[code] = heads.get(code, 0.0) + (group.get("head_years") or 0.0)
    return [_herd(code, n, words) for code, n in heads.items() if n]


def _herd(code: str, n: float, words: Words) -> str:
    """Counts the animals that a farmer names first; young and fattened ones are left out."""
    match code:
        case "DC":
            return words.count("{n} dairy cow", "{n} dairy cows", n)
        case "SC":
            return words.count("{n} suckler cow", "{n} suckler cows", n)
        case "EL":
            return words.count("{n} dairy ewe", "{n} dairy ewes", n)
        case "EW":
            return words.count("{n} meat ewe", "{n} meat ewes", n)
        case "GO":
            return words.count("{n} dairy goat", "{n} dairy goats", n)
        case _:
            return ""


def _sold(block: Mapping[str, Any], words: Words) -> list[str]:
    milk, weight = block.get("milk_delivered") or 0.0, block.get("live_weight_sold") or 0.0
    if milk:
        litres = words.exact(round(milk / MILK_DENSITY))
        return [words.say("{litres} L of milk delivered", litres=litres)]
    if weight:
        return [words.say("{weight} kg live weight sold", weight=words.exact(round(weight)))]
    return []


def fed_of(results: Results) -> Fed | None:
    """How many people eat what the farm sells; nothing where the figure is missing."""
    people = _value(results, "people_fed_animal_protein")
    milk, meat = _value(results, "milk_delivered"), _value(results, "live_weight_production")
    if people is None or not (milk or (meat or 0.0) > 0):
        return None
    return Fed(people, bool(milk), (meat or 0.0) > 0)


def method_of(results: Results, words: Words) -> Method:
    """Names the profile and the choices that the figures depend on."""
    profile, choices = results["profile"], results["choices"]
    rule = choices.get("allocation_method", "")
    phrases = [
        words.say("edition {n}", n=profile["edition"]),
        profile.get("method", ""),
        words.say("warming potentials {gwp}", gwp=profile.get("gwp", "")),
        words.say("carbon storage set {code}", code=choices.get("storage_set", "")),
        _shared(results, words, ALLOCATIONS.get(rule, rule)),
    ]
    kept = tuple(phrase for phrase in phrases if phrase)
    return Method(str(profile["name"]), str(results["factor_hash"]), kept)


def _shared(results: Results, words: Words, rule: str) -> str:
    """Says how much of the herd's footprint the milk carries, where there is milk."""
    share = _value(results, "milk_allocation")
    if share is None or not rule:
        return ""
    return words.say(
        "{share} of the dairy herd attributed to milk ({rule})",
        share=words.percent(share),
        rule=rule,
    )


def references_of(results: Results, words: Words) -> tuple[Reference, ...]:
    """Names each reference value once, with its values; what counts as nothing comes last."""
    values: dict[str, list[str]] = {}
    for entry in sorted(results["defaults_used"], key=lambda used: used["value"] == 0):
        values.setdefault(words.say(entry["label"]), []).append(_reference(entry, words))
    return tuple(
        Reference(_named(label, list(dict.fromkeys(texts)), words), len(texts))
        for label, texts in values.items()
    )


def _named(label: str, texts: Sequence[str], words: Words) -> str:
    return words.say("{label}: {value}", label=label, value=", ".join(texts))


def _reference(entry: Mapping[str, Any], words: Words) -> str:
    """Writes the value with its unit, a share as a percentage, a choice by its name."""
    value, unit = entry["value"], entry["unit"]
    if isinstance(value, str):
        return words.say(entry["note"])
    return words.percent(value, 1) if unit == "1" else words.quantity(value, unit)


def _value(results: Results, name: str) -> float | None:
    found: float | None = results["values"].get(name, {}).get("value")
    return found
