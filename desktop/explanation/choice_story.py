"""Tells an answer that is chosen from a list: what it is for, and what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.explanation.chips import ChipWriter
from desktop.explanation.places import Place
from desktop.explanation.story import Crumb, Story
from desktop.explanation.tree import Tree

if TYPE_CHECKING:
    from desktop.words import Words


def choice_story(tree: Tree, chips: ChipWriter, words: Words, place: Place) -> Story:
    """Tell a choice: it has no arithmetic, it decides which published numbers are taken."""
    choice = tree.reading.model.choices[place.name]
    chip = chips.choice(place.name, place.row)
    value = words.number(None) if chip is None else chip.value
    label = words.say(choice.label)
    answered = () if chip is None else (chip,)
    taken = chip is not None and chip.kind == "reference"
    return Story(
        place=place,
        title=words.say("{name}: {value}", name=label, value=value),
        sentence=words.say(choice.help) if choice.help else label,
        crumbs=(Crumb(label, place),),
        chips=() if taken else answered,
        references=answered if taken else (),
    )
