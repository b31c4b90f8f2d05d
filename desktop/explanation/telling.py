"""Tells the story of a number: puts one level of the tree into words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.charts.figures import add_up
from desktop.engine_words import said
from desktop.explanation.amounts import FOOTPRINTS, Amounts, before_slash, people_unit
from desktop.explanation.arithmetic import kind_of
from desktop.explanation.changes import Change
from desktop.explanation.chips import ChipWriter
from desktop.explanation.choice_story import choice_story
from desktop.explanation.colours import colour_of
from desktop.explanation.equation import pretty
from desktop.explanation.labels import BETWEEN, Labels
from desktop.explanation.levels import Amount, Level, Part
from desktop.explanation.lines import written
from desktop.explanation.places import Place
from desktop.explanation.sources import FactorWriter, source_text
from desktop.explanation.story import Chip, Crumb, Effect, Row, Story
from desktop.explanation.titles import ENTERED, Titles
from desktop.explanation.tree import Tree

if TYPE_CHECKING:
    from desktop.words import Words


UNSEEN = 0.004
"""A share that is written as "less than one percent"."""


class Teller:
    """Tells stories about one diagnosis in one language."""

    def __init__(self, tree: Tree, words: Words) -> None:
        self._tree, self._words = tree, words
        self._amounts = Amounts(words)
        self._labels = Labels(tree.reading, words)
        self._chips = ChipWriter(tree.reading, self._labels, words)
        self._titles = Titles(tree, self._labels, self._chips, words)
        self._factors = FactorWriter(tree.reading, words)

    def tell(self, place: Place, way: Sequence[Place] = ()) -> Story:
        """Tell why a number is what it is; `way` leads down to it, found if it is not given."""
        if place.name in self._tree.reading.model.choices:
            return choice_story(self._tree, self._chips, self._words, place)
        if not self._tree.knows(place):
            return self._nothing(place)
        place = self._tree.exact(place)
        level = self._tree.level(place)
        way = tuple(way) or self._tree.way_to(place)
        return Story(
            place=place,
            title=self._titles.title(level),
            sentence=self._titles.sentence(level),
            crumbs=self._titles.crumbs(way),
            lines=tuple(written(line, self._words) for line in level.lines),
            equation=pretty(level.equation),
            source=source_text(self._words, level.source, level.locator, level.mark),
            reason=self._reason(level),
            rows=self._rows(level, colour_of(way)),
            operands=self._operands(level, colour_of(way)),
            chips=self._own(level),
            references=self._references(level),
            factors=self._factors.notes(level),
            effects=tuple(self._effect(level, change) for change in self._changes(level)),
            between=self._between(level),
        )

    def _nothing(self, place: Place) -> Story:
        """Tell that the farm has no such row."""
        reason = said(self._words, self._tree.reading.diagnosis.why_not(place.carrier))
        title, label = self._words.say("Why is there no figure?"), self._labels.of(place)
        reason = self._words.say("No figure: {reason}.", reason=reason)
        return Story(place, title, label, (Crumb(label, place),), reason=reason)

    def _rows(self, level: Level, colour: str) -> tuple[Row, ...]:
        """Write the parts of a sum, with bars; shares only where nothing is taken off."""
        names = self._labels.among([part.place for part in level.parts], level.place)
        weights = [part.weight or 0.0 for part in level.parts]
        amounts = self._part_amounts(level)
        shares = self._shares(weights)
        longest = max((abs(weight) for weight in weights), default=0.0)
        total = sum(weights) if shares else longest
        return tuple(
            Row(
                place=part.place,
                label=self._tagged(part, names[part.place]),
                amount=amounts[number],
                share=abs(weights[number]) / total if total else 0.0,
                shown_share=shares[number] if shares else "",
                colour=_own_or(part.place, colour),
            )
            for number, part in enumerate(level.parts)
        )

    def _part_amounts(self, level: Level) -> list[str]:
        """Write the parts; those of a footprint so that they add up to it as it is shown."""
        unit, worth = people_unit(level.unit, level.value or 0.0)
        same_unit = all(part.unit == level.unit for part in level.parts)
        if unit in FOOTPRINTS and same_unit:
            values = [(part.weight or 0.0) / worth for part in level.parts]
            shown = self._amounts.adding_up(values, unit)
            return [self._words.with_unit(number, before_slash(unit)) for number in shown]
        largest: dict[str, float] = {}
        for part in level.parts:
            largest[part.unit] = max(largest.get(part.unit, 0.0), abs(part.value or 0.0))
        return [self._amount(part, largest[part.unit]) for part in level.parts]

    def _amount(self, part: Part, size: float | None = None) -> str:
        """Write a part; in a list the largest decides whether all are told in tonnes."""
        if part.value is None:
            return self._words.number(None)
        unit, worth = people_unit(part.unit, part.value if size is None else size)
        amount = Amount(part.value, part.unit, self._kind(part.place))
        return str(self._amounts.scaled(amount, unit, worth))

    def _shares(self, weights: Sequence[float]) -> list[str]:
        total = sum(weights)
        if not total or any(weight < 0 for weight in weights):
            return []
        shown = add_up([weight / total * 100 for weight in weights], 0)
        return [
            self._words.percent(percent / 100 if percent else min(weight / total, UNSEEN))
            for percent, weight in zip(shown, weights, strict=True)
        ]

    def _operands(self, level: Level, colour: str) -> tuple[Row, ...]:
        names = self._labels.among([part.place for part in level.operands], level.place)
        return tuple(
            Row(
                place=part.place,
                label=self._tagged(part, names[part.place]),
                amount=self._amount(part),
                colour=colour,
            )
            for part in level.operands
        )

    def _tagged(self, part: Part, name: str) -> str:
        """Say beside a name that its value is given in the file instead of its rule."""
        if part.place.part or not self._tree.is_given(part.place):
            return name
        return f"{name}{BETWEEN}{self._words.say('given')}"

    def _own(self, level: Level) -> tuple[Chip, ...]:
        """Write the farm's data of this level; without a value, what is still to be entered."""
        if level.origin in ("answer", "imported", "given"):
            return (self._chips.of(level.place, level.place),)
        blanks = [place for place in _asked(level) if self._tree.value(place) is None]
        first = self._tree.blank(level.place) if level.value is None and not blanks else None
        blanks += [] if first is None else [first]
        own = (*self._chips.answers(level), *self._chips.blanks(blanks, level.place))
        return own if own or not level.place.part else self._telling(level)

    def _telling(self, level: Level) -> tuple[Chip, ...]:
        """Write the answers that tell most in a post, which rests on answers further below."""
        places = [change.tried.place for change in self._tree.changes(level.place)]
        return tuple(self._chips.short(place, level.place) for place in places)

    def _references(self, level: Level) -> tuple[Chip, ...]:
        known = [place for place in _asked(level) if self._tree.value(place) is not None]
        return self._chips.references(level, known)

    def _changes(self, level: Level) -> tuple[Change, ...]:
        if level.origin in ("answer", "imported", "default"):
            return self._tree.change_of_headline(level.place)
        return () if level.origin in ENTERED else self._tree.changes(level.place)

    def _effect(self, level: Level, change: Change) -> Effect:
        """Write what another answer does, to this number or, for an answer, to the headline."""
        about, tried = level.place, change.tried.place
        name = self._labels.counted(tried, about)
        if level.origin in ENTERED:
            about = self._tree.headline()
            name = self._labels.of(about)
        above = self._tree.level(about)
        beside = Amount(above.value or 0.0, above.unit, self._kind(about))
        return Effect(
            subject=tried.row,
            field=tried.name,
            value=self._chips.value(tried),
            label=f"{self._step(change)}{BETWEEN}{name}",
            change=self._amounts.change(change.by, beside),
        )

    def _step(self, change: Change) -> str:
        tried = change.tried
        asked = self._tree.reading.model[tried.place.name].field
        return "" if asked is None else self._amounts.step(tried.before, tried.after, asked)

    def _kind(self, place: Place) -> str:
        return "number" if place.part else kind_of(self._tree.reading.model[place.name])

    def _reason(self, level: Level) -> str:
        if level.value is not None:
            return ""
        message = self._tree.why_not(level.place)
        if message is None:
            return self._words.say("Each row has its own value.")
        return self._words.say("No figure: {reason}.", reason=said(self._words, message))

    def _between(self, level: Level) -> str:
        interval = self._tree.interval(level.place)
        if interval is None:
            return ""
        unit, worth = people_unit(level.unit, level.value or 0.0)
        low, high = interval.p5 / worth, interval.p95 / worth
        shown = self._amounts.alike((low, high), unit)
        return self._words.say(
            "Between {low} and {high} (9 chances in 10)",
            low=shown[0],
            high=self._words.with_unit(shown[1], unit),
        )


def _own_or(place: Place, colour: str) -> str:
    own = colour_of((place,))
    return colour if own == colour_of(()) else own


def _asked(level: Level) -> tuple[Place, ...]:
    """Give the questions of a level that nobody answered, itself included."""
    return (level.place,) if level.origin == "default" else level.references
