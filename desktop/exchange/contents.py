"""What an export holds: the sheets of a workbook, from the diagnosis of one farm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.engine_words import said
from desktop.exchange.inputs import inputs_sheet
from desktop.exchange.passports import factors_sheet
from desktop.exchange.sheets import Cell, Sheet
from desktop.words import mark
from diagnostics.balance import POSTS, SOURCES, STORES
from diagnostics.diagnosis import HEADLINES
from diagnostics.findings import findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from desktop.words import Words
    from diagnostics.diagnosis import Diagnosis

FIRST = ("people_fed_animal_protein", "milk_delivered", "live_weight_sold", "agricultural_area")
GASES = {
    "ch4": mark("Methane"),
    "n2o": mark("Nitrous oxide"),
    "co2": mark("Carbon dioxide"),
    "upstream_co2e": mark("Made before the farm"),
}
NOT_CERTIFIED = mark("Estimate, not certified.")


@dataclass(frozen=True)
class Export:
    """One farm to export: its diagnosis, its results as plain data, and the day it is written."""

    diagnosis: Diagnosis
    results: Mapping[str, Any]
    written: date


def sheets_of(export: Export, words: Words) -> list[Sheet]:
    """The sheets of the workbook, in their order."""
    return [
        results_sheet(export, words),
        sources_sheet(export, words),
        storage_sheet(export, words),
        groups_sheet(export, words),
        inputs_sheet(export.diagnosis, export.results, words),
        factors_sheet(export.diagnosis, words),
        notes_sheet(export, words),
    ]


def title_of(export: Export, words: Words) -> str:
    """Which farm and year a file is about."""
    farm = export.results["farm"]
    return words.say("{farm} · carbon diagnosis {year}", farm=farm["name"], year=farm["year"])


def results_sheet(export: Export, words: Words) -> Sheet:
    """Every figure of the farm with its range; one that does not apply says why."""
    say = words.say
    header = (
        say("Figure"),
        say("Name in the method"),
        say("Value"),
        say("Unit"),
        say("Low (5 in 100 below)"),
        say("Middle"),
        say("High (5 in 100 above)"),
        say("Why there is none"),
    )
    values = export.results["values"]
    order = dict.fromkeys([name for name in (*HEADLINES, *FIRST) if name in values] + list(values))
    return Sheet(say("Results"), header, tuple(_figure(export, name, words) for name in order))


def _figure(export: Export, name: str, words: Words) -> tuple[Cell, ...]:
    entry, drawn = export.results["values"][name], export.results["uncertainty"].get(name, {})
    label = words.say(export.diagnosis.model[name].label)
    why = "" if entry["value"] is not None else said(words, export.diagnosis.why_not(name))
    ends = (drawn.get("p5"), drawn.get("p50"), drawn.get("p95"))
    return (label, name, entry["value"], words.unit(entry["unit"]), *ends, why)


def sources_sheet(export: Export, words: Words) -> Sheet:
    """The source lines of the farm and of each enterprise; they add up to the gross."""
    say, results = words.say, export.results
    workshops = results["by_workshop"]
    unit = words.unit("kg CO2e/yr")
    header = (say("Source line"), say("Source"), say("Gas"), say("Line code"), unit, *workshops)
    posts = {post.code: post.label for post in POSTS}
    rows: list[tuple[Cell, ...]] = [
        (
            say(source.label),
            say(posts[source.post]),
            say(GASES[source.gas]),
            source.code,
            results["sources"][source.code],
            *(block["sources"][source.code] for block in workshops.values()),
        )
        for source in SOURCES
    ]
    gross = (block["workshop_gross_emissions"] for block in workshops.values())
    total = (say("Gross"), "", "", "", results["values"]["gross_emissions"]["value"], *gross)
    return Sheet(say("Sources of emissions"), header, (*rows, total))


def storage_sheet(export: Export, words: Words) -> Sheet:
    """The storage lines, losses below zero; they add up to the carbon storage."""
    say, results = words.say, export.results
    header = (say("Carbon storage"), say("Line code"), words.unit("kg CO2/yr"))
    rows: list[tuple[Cell, ...]] = [
        (say(store.label), store.code, results["storage"][store.code]) for store in STORES
    ]
    total = (say("Carbon storage"), "", results["values"]["carbon_storage"]["value"])
    return Sheet(say("Carbon storage"), header, (*rows, total))


def groups_sheet(export: Export, words: Words) -> Sheet:
    """What is known of each group of animals: a line for each quantity, a column for each group."""
    say, groups, model = words.say, export.results["groups"], export.diagnosis.model
    header = (say("Figure"), say("Name in the method"), say("Unit"), *groups)
    names = dict.fromkeys(name for group in groups.values() for name in group)
    rows = tuple(
        (
            say(model[name].label),
            name,
            words.unit(model[name].unit),
            *(group.get(name) for group in groups.values()),
        )
        for name in names
    )
    return Sheet(say("Groups of animals"), header, rows)


def notes_sheet(export: Export, words: Words) -> Sheet:
    """How the figures were made: version, profile, edition, factors, day, and what to look at."""
    header = (words.say("What"), words.say("Value"))
    return Sheet(words.say("About this file"), header, tuple(_notes(export, words)))


def _notes(export: Export, words: Words) -> Iterator[tuple[Cell, ...]]:
    say, results, written = words.say, export.results, export.written
    profile, choices = results["profile"], results["choices"]
    yield say("Farm"), results["farm"]["name"]
    yield say("Year"), results["farm"]["year"]
    yield say("Written on"), words.date(written.year, written.month, written.day)
    yield say("Version of Bocage"), results["engine"]
    yield say("Set of factors"), profile["name"]
    yield say("Edition"), profile["edition"]
    yield say("Fingerprint of the factors"), results["factor_hash"]
    yield say("Method"), profile.get("method", "")
    yield say("Warming potentials"), profile.get("gwp", "")
    yield say("Carbon storage set"), choices.get("storage_set", "")
    yield say("Sharing between milk and meat"), choices.get("allocation_method", "")
    yield say("Data of the farm"), results["own_data"]
    yield say("Reference values in use"), len(results["defaults_used"])
    yield say("Status"), say(NOT_CERTIFIED)
    yield from ((say("To look at"), finding) for finding in _findings(export, words))


def _findings(export: Export, words: Words) -> Iterator[str]:
    for finding in findings(export.diagnosis):
        yield said(words, finding)
