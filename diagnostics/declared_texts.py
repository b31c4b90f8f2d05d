"""Every sentence and word that the declarations of the engine show to people, for translation."""

from collections.abc import Iterator

from diagnostics.balance import POSTS, SOURCES, STOCKS, STORES
from diagnostics.core.choices import Choice
from diagnostics.core.entities import choices_of, numbers_of, stated_of
from diagnostics.core.factors import FactorSet
from diagnostics.core.fields import Number
from diagnostics.entities import ENTITIES
from diagnostics.levers.effects import MEASURES
from diagnostics.library import formulas
from diagnostics.questionnaire.enterprises import ENTERPRISES
from diagnostics.questionnaire.landscapes import LANDSCAPES
from diagnostics.questionnaire.pages import FARM_PAGES
from diagnostics.questionnaire.quick import QUICK_PAGES


def texts(factors: FactorSet) -> list[str]:
    """All texts in the order of their declaration, each once."""
    found = [
        *_of_entities(),
        *_of_pages(),
        *_of_enterprises(),
        *(landscape.label for landscape in LANDSCAPES),
        *_of_levers(),
        *_of_formulas(),
        *_of_factors(factors),
        *_of_balance(),
    ]
    return list(dict.fromkeys(text for text in found if text))


def _of_entities() -> Iterator[str]:
    for entity in ENTITIES:
        for number in numbers_of(entity).values():
            yield from _of_number(number)
        for stated in stated_of(entity).values():
            yield stated.label
        for choice in choices_of(entity).values():
            yield from _of_choice(choice)


def _of_number(number: Number) -> tuple[str, ...]:
    return (number.label, number.help, number.default_note)


def _of_choice(choice: Choice) -> Iterator[str]:
    yield choice.label
    yield choice.help
    if choice.names:
        for option in choice.options:
            yield option.label
            yield option.hint


def _of_pages() -> Iterator[str]:
    for page in (*QUICK_PAGES, *FARM_PAGES):
        yield from (page.step, page.title, page.intro)
        for question in page.questions:
            yield from (question.label, question.help)


def _of_enterprises() -> Iterator[str]:
    for one in ENTERPRISES:
        yield from (one.label, one.help, *one.options.values())


def _of_levers() -> Iterator[str]:
    for measure in MEASURES:
        yield measure.lever.title
        yield (measure.lever.change.__doc__ or "").split("\n")[0]
        yield from _of_number(measure.lever.dose)


def _of_formulas() -> Iterator[str]:
    for declared in formulas():
        yield declared.label
        yield (declared.body.__doc__ or "").split("\n")[0]
        yield from declared.positive.values()
        if declared.applies is not None:
            yield declared.applies[1]


def _of_factors(factors: FactorSet) -> Iterator[str]:
    for passport in [f.passport for f in factors.factors.values()]:
        yield passport.label
    for table in factors.tables.values():
        yield table.passport.label


def _of_balance() -> Iterator[str]:
    yield from (source.label for source in SOURCES)
    for post in POSTS:
        yield from (post.label, post.short)
    yield from (store.label for store in STORES)
    yield from (stock.label for stock in STOCKS)
