"""A choice of the engine as a field of the window."""

from __future__ import annotations

from desktop.forms.choice_model import ChoiceContents, ChoiceModel, Option
from desktop.presenting.places import Asked
from desktop.storage.facts import Answer
from desktop.words import Words
from diagnostics.core.choices import Choice, CodeRule
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity
from diagnostics.questionnaire.enterprises import Enterprise

ENTERPRISE = "enterprise"


def choice_model(asked: Asked, choice: Choice, words: Words) -> ChoiceModel:
    """What the field of a choice is told."""
    return ChoiceModel(
        key=asked.key,
        label=asked.label(words),
        options=tuple(_option(choice, code, words) for code in _codes(choice)),
        help=words.say(asked.question.help or choice.help),
        reference=_declared(choice),
        reference_origin=_origin(choice, words),
        compact=asked.question.prefilled,
    )


def reference_code(asked: Asked, diagnosis: Diagnosis) -> str:
    """The option in effect while nobody has chosen, by a rule or by declaration."""
    choice, run = asked.choice, diagnosis.run
    assert choice is not None
    assert run is not None
    place = diagnosis.trace.keys(choice.entity).index(asked.subject)
    index = int(run.codes(choice)[place])
    return choice.options[index].code if index >= 0 else ""


def choice_contents(answer: Answer) -> ChoiceContents:
    """What stands in the field: the option, or a text that names none."""
    if not answer.committed and answer.text:
        return ChoiceContents(text=answer.text)
    origin = "imported" if answer.origin == "imported" else "answer"
    return ChoiceContents(answer.option or "", origin=origin)


def option_label(choice: Choice, code: str, words: Words) -> str:
    """The words of an option; proper nouns stay."""
    label = choice.option(code).label
    return words.say(label) if choice.names else label


def _origin(choice: Choice, words: Words) -> str:
    """The questions from which the option in effect follows while nobody has chosen."""
    sources = choice.default.sources if isinstance(choice.default, CodeRule) else ()
    return ", ".join(dict.fromkeys(words.say(source.label) for source in sources))


def _codes(choice: Choice) -> list[str]:
    return [option.code for option in choice.options]


def _option(choice: Choice, code: str, words: Words) -> Option:
    hint = choice.option(code).hint
    # A number that people know a thing by, such as 35, finds it too.
    also = (code,) if not choice.names else ()
    return Option(
        code, option_label(choice, code, words), words.say(hint) if hint else "", also=also
    )


def _declared(choice: Choice) -> str:
    """The option in effect from the first; a system is never one, since it brings the herd."""
    stands_in = isinstance(choice.default, str) and choice is not FarmEntity.system
    return str(choice.default) if stands_in else ""


def enterprise_model(enterprise: Enterprise, words: Words) -> ChoiceModel:
    """What the field of a question about an enterprise is told."""
    return ChoiceModel(
        key=f"{ENTERPRISE}:{enterprise.key}",
        label=words.say(enterprise.label),
        options=tuple(Option(code, words.say(text)) for code, text in enterprise.options.items()),
        hint=words.say(enterprise.help),
    )
