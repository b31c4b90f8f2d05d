"""The three landscapes in words, and what each would make on the farm."""

from __future__ import annotations

from desktop.forms.landscape_card import LandscapeOption
from desktop.forms.landscape_drawing import Landscape
from desktop.words import Words
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity
from diagnostics.questionnaire.landscapes import LANDSCAPES

UNIT = "m/ha"


def landscape_options(words: Words) -> tuple[LandscapeOption, ...]:
    """The landscapes as cards, each with its density."""
    return tuple(
        LandscapeOption(
            Landscape(one.code),
            words.say(one.label),
            one.density,
            words.say("about {density}", density=words.with_unit(words.exact(one.density), UNIT)),
        )
        for one in LANDSCAPES
    )


def landscape_echoes(words: Words, diagnosis: Diagnosis | None) -> tuple[str, ...]:
    """How many metres each landscape makes on the area of the farm; nothing while it is unknown."""
    area = None if diagnosis is None else diagnosis.total(FarmEntity.agricultural_area.name)
    if not area:
        return tuple("" for _ in LANDSCAPES)
    hectares = words.with_unit(words.exact(area), "ha")
    return tuple(
        words.say(
            "{length} on {area}",
            length=words.with_unit(words.number(one.density * area), "m"),
            area=hectares,
        )
        for one in LANDSCAPES
    )
