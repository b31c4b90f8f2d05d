"""The farms of the library as lines of the home page, from what the last calculation left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from desktop.charts.figures import decimals_for, fixed
from desktop.forms.choice_model import folded
from desktop.number_style import MISSING
from desktop.storage.facts import FarmCard
from desktop.widgets.status import Progress
from desktop.words import Words, mark

Figures = Mapping[str, float | str | None]
PER_PRODUCT = {
    "milk": mark("kg CO₂e per litre"),
    "beef": mark("kg CO₂e per kg live weight"),
    "area": mark("t CO₂e per hectare"),
    "total": mark("t CO₂e a year"),
}
HERDS = {"DC": ("{n} dairy cow", "{n} dairy cows"), "SC": ("{n} suckler cow", "{n} suckler cows")}
EXAMPLE = "example"


@dataclass(frozen=True)
class FarmLine:
    """One line of the list: everything in words."""

    dossier: int
    name: str
    about: str
    icon: str
    diagnosis: str
    progress: Progress
    answers: str
    value: str
    unit: str
    between: str
    detail: str
    opened: str
    example: bool
    farm: int = 0
    year: int = 0
    net: float | None = None

    @cached_property
    def found_by(self) -> str:
        """What a search looks into, folded once."""
        return folded(f"{self.name} {self.about} {self.unit}")

    def said(self, words: Words) -> str:
        """The line as it is read aloud."""
        parts = (self.name, self.about, self.diagnosis, self.answers)
        figures = f"{self.value} {self.unit}".strip() if self.unit else ""
        told = [part for part in (*parts, figures, self.between, self.detail) if part]
        return words.say("Open {farm}", farm=", ".join(told))


def farm_lines(cards: Sequence[FarmCard], words: Words, now: datetime) -> tuple[FarmLine, ...]:
    """The lines of the list, in the order of the cards."""
    return tuple(_line(card, words, now) for card in cards if card.dossier is not None)


def matching(lines: Sequence[FarmLine], text: str) -> tuple[FarmLine, ...]:
    """The farms in which every word of the text is found; accents and capitals make no odds."""
    sought = folded(text).split()
    return tuple(line for line in lines if all(word in line.found_by for word in sought))


def ordered(lines: Sequence[FarmLine], order: str) -> tuple[FarmLine, ...]:
    """The farms by name, footprint or year; those without a figure come last."""
    if order == "name":
        return tuple(sorted(lines, key=lambda line: folded(line.name)))
    if order == "footprint":
        return tuple(sorted(lines, key=lambda line: (line.net is None, line.unit, line.net or 0.0)))
    if order == "year":
        return tuple(sorted(lines, key=lambda line: -line.year))
    return tuple(lines)


def opened_on(moment: str, words: Words, now: datetime) -> str:
    """When a dossier was open last, as people say it."""
    try:
        then = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return ""
    time = words.time(then.hour, then.minute)
    if then.date() == now.date():
        return words.say("today {time}", time=time)
    if then.date() == (now - timedelta(days=1)).date():
        return words.say("yesterday {time}", time=time)
    return words.date(then.year, then.month, then.day)


def _line(card: FarmCard, words: Words, now: datetime) -> FarmLine:
    figures: Figures = card.headline.figures if card.headline is not None else {}
    answered, asked = _number(figures, "answered"), _number(figures, "asked")
    complete = bool(asked) and answered == asked
    value, unit, between, detail = _footprint(figures, words)
    return FarmLine(
        dossier=card.dossier or 0,
        name=card.name,
        about=_about(figures, words),
        icon="cow" if figures.get("herd") == "SC" else "drop",
        diagnosis=words.say("Diagnosis {year}", year=card.year),
        progress=Progress.COMPLETE if complete else Progress.STARTED,
        answers=_answers(answered, asked, words),
        value=value,
        unit=unit,
        between=between,
        detail=detail,
        opened=opened_on(card.opened_at, words, now),
        example=bool(figures.get(EXAMPLE)),
        farm=card.farm,
        year=card.year or 0,
        net=_number(figures, "net"),
    )


def _answers(answered: float | None, asked: float | None, words: Words) -> str:
    if not asked:
        return ""
    return words.say(
        "{answered} of {asked} answers", answered=round(answered or 0), asked=round(asked)
    )


def _about(figures: Figures, words: Words) -> str:
    heads, herd = _number(figures, "heads"), HERDS.get(str(figures.get("herd", "")))
    cows = words.count(*herd, heads) if herd and heads else ""
    area = _number(figures, "area")
    land = words.with_unit(words.number(area), "ha") if area else ""
    return " · ".join(part for part in (cows, land, str(figures.get("place") or "")) if part)


def _footprint(figures: Figures, words: Words) -> tuple[str, str, str, str]:
    net, gross = _number(figures, "net"), _number(figures, "gross")
    if net is None or gross is None:
        return MISSING, "", "", words.say("Not enough answers for a first number yet")
    decimals = decimals_for(gross)
    low, high = _number(figures, "low"), _number(figures, "high")
    storage = round(gross, decimals) - round(net, decimals)
    between = "" if low is None or high is None else words.say(
        "between {low} and {high}",
        low=fixed(words, low, decimals),
        high=fixed(words, high, decimals),
    )  # fmt: skip
    detail = words.say(
        "gross {gross}, carbon storage {storage}",
        gross=fixed(words, gross, decimals),
        storage=fixed(words, -storage, decimals),
    )
    unit = words.say(PER_PRODUCT[str(figures.get("kind") or "total")])
    return fixed(words, net, decimals), unit, between, detail


def _number(figures: Figures, name: str) -> float | None:
    found = figures.get(name)
    return found if isinstance(found, float | int) else None
