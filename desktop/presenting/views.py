"""The ways to tell a result: per unit of each product, per hectare, in tonnes."""

from __future__ import annotations

from collections import Counter

from desktop.charts.headline import Kind, View, leading_view, views_of
from desktop.computing import Outcome
from desktop.engine_words import said
from desktop.words import Words, mark
from diagnostics.entities import Workshop
from diagnostics.questionnaire.quick import MILKED

LABELS: dict[Kind, str] = {
    "milk": mark("Per litre"),
    "beef": mark("Per kg"),
    "area": mark("Per ha"),
    "total": mark("Total"),
}
PRODUCTS: tuple[Kind, ...] = ("milk", "beef")


def view_choices(outcome: Outcome, words: Words) -> tuple[tuple[View, str], ...]:
    """The views of a farm with their labels, the one that leads first."""
    if outcome.results is None:
        return ()
    views = sorted(views_of(outcome.results), key=leading_view(outcome.results).__ne__)
    kinds = Counter(view.kind for view in views)
    return tuple((view, _label(view, kinds[view.kind], outcome, words)) for view in views)


def _label(view: View, alike: int, outcome: Outcome, words: Words) -> str:
    label = words.say(LABELS[view.kind])
    if alike == 1:
        return label
    return words.say("{label} ({herd})", label=label, herd=herd_name(view.workshop, outcome, words))


def herd_name(workshop: str, outcome: Outcome, words: Words) -> str:
    """The enterprise behind the key of a workshop, such as "DAIRY" or "BEEF_SUCKLER#2"."""
    rows = outcome.record.of(Workshop.name)
    codes = [str(row.entries["workshop_kind"].value) for row in rows if row.key == workshop]
    label = Workshop.workshop_kind.option(codes[0]).label if codes else workshop
    return words.say(label)


def without_product(outcome: Outcome, words: Words) -> str:
    """Why no figure per litre or per kilogram is shown, where none of them applies."""
    if outcome.results is None or outcome.diagnosis is None:
        return ""
    if any(view.kind in PRODUCTS for view in views_of(outcome.results)):
        return ""
    rows = outcome.record.of(Workshop.name)
    kinds = {str(row.entries["workshop_kind"].value) for row in rows}
    if not kinds:
        return ""
    kind: Kind = "milk" if kinds & set(MILKED) else "beef"
    why = said(words, outcome.diagnosis.why_not(f"net_footprint_{kind}"))
    return words.say("{view}: none, because {why}.", view=words.say(LABELS[kind]), why=why)
