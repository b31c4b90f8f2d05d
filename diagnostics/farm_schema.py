"""The form of a farm file as a JSON Schema, made from the declarations of the fields."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from diagnostics.core import Choice, Number
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.units import accepted
from diagnostics.entities import FarmEntity, Purchase
from diagnostics.entities.supplies import BY_RULE, ITEMS, item_spellings
from diagnostics.farm_limits import LONGEST_NAME, YEARS
from diagnostics.farm_shapes import FARM_SHAPES, FORMAT, VERSION, EntityType, Shape
from diagnostics.givable import GIVABLE, LIMITS
from diagnostics.questionnaire.pages import FARM_PAGES

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BESIDE: dict[str, Schema] = {"origin": {"const": "imported"}, "note": {"type": "string"}}
DIGITS = 12  # of a limit in another unit than the engine's


def farm_schema() -> Schema:
    """What may stand in a farm file; anything else is refused."""
    head: dict[str, Schema] = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
        "name": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME, "pattern": r"\S"},
        "year": {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]},
        "profile": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME, "pattern": r"\S"},
        "answers": _pages(),
        "given": _given(FarmEntity),
    }
    lists = {shape.listed: _rows(shape) for shape in FARM_SHAPES}
    required = ("format", "version", "name", "year", "workshops")
    title = {"$schema": DIALECT, "title": "Farm file of Bocage"}
    return title | _object(head | lists, required) | _begun()


def _begun() -> Schema:
    """Only a dossier that has not stated its system yet has no enterprise."""
    identity = {"identity": {"required": [FarmEntity.system.name]}}
    stated = {"answers": {"properties": identity, "required": ["identity"]}}
    return {
        "if": {"properties": stated, "required": ["answers"]},
        "then": {"properties": {"workshops": {"minItems": 1}}},
    }


def _object(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    found: Schema = {"type": "object", "properties": dict(properties)}
    if needed := list(required):
        found["required"] = needed
    return found | {"additionalProperties": False}


def _pages() -> Schema:
    pages = {}
    for page in FARM_PAGES:
        asked = {question.field.name: _answer(question.field) for question in page.questions}
        pages[page.key] = {"title": page.title, **_object(asked)}
    return _object(pages)


def _rows(shape: Shape) -> Schema:
    if shape.entity is Purchase:
        return {"type": "array", "items": {"oneOf": _purchases()}}
    return {"type": "array", "items": _row(shape, {})}


def _row(shape: Shape, extra: Mapping[str, Schema]) -> Schema:
    """One row: its code, its answers, its given values, and the rows it owns."""
    if not shape.choice:
        receiver = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
        return _object({shape.code: receiver, "answers": _answers(shape), **extra}, [shape.code])
    code = choices_of(shape.entity)[shape.choice]
    properties = {shape.code: _asked(code), "answers": _answers(shape)}
    if GIVABLE.get(shape.entity) or numbers_of(shape.entity):
        properties["given"] = _given(shape.entity)
    children = {child.listed: _rows(child) for child in shape.children}
    needed = [shape.code] if code.default is None else []
    return _object({**properties, **children, **extra}, needed)


def _answers(shape: Shape) -> Schema:
    asked: dict[str, Number | Choice] = {**choices_of(shape.entity), **numbers_of(shape.entity)}
    named_elsewhere = (shape.choice, Purchase.purchase_quantity.name)
    return _object({n: _answer(a) for n, a in asked.items() if n not in named_elsewhere})


def _purchases() -> list[Schema]:
    """One form for each unit of the invoice, since the thing bought decides the unit."""
    shape = next(shape for shape in FARM_SHAPES if shape.entity is Purchase)
    forms = []
    for unit in dict.fromkeys(unit for _, _, unit, _ in ITEMS):
        codes = [code for code, _, bought_in, _ in ITEMS if bought_in == unit]
        quantity = _stated(item_spellings(codes[0]), Purchase.purchase_quantity.bounds)
        form = _row(shape, {"quantity": quantity})
        # Where a rule knows the quantity it may be left out; elsewhere it is needed.
        for some in ([c for c in codes if c in BY_RULE], [c for c in codes if c not in BY_RULE]):
            needed = [shape.code] if some and some[0] in BY_RULE else [shape.code, "quantity"]
            names = {**form["properties"], shape.code: _options(Purchase.item, some)}
            forms += [_object(names, needed)] if some else []
    return forms


def _asked(field: Number | Choice) -> Schema:
    words = {"title": field.label, "description": field.help}
    if isinstance(field, Choice):
        return {**words, **_options(field, [option.code for option in field.options])}
    return {**words, **_stated(field.units, field.bounds, first=field.shown)}


def _answer(field: Number | Choice) -> Schema:
    """An answer: an option may stand alone, or with what was noted beside it."""
    asked = _asked(field)
    if not isinstance(field, Choice):
        return asked
    words = {name: asked.pop(name) for name in ("title", "description")}
    return {**words, "anyOf": [asked, _object({"value": asked, **BESIDE}, ["value"])]}


def _options(choice: Choice, codes: Iterable[str]) -> Schema:
    options = [choice.option(code) for code in codes]
    return {"oneOf": [{"const": option.code, "title": option.label} for option in options]}


def _given(entity: EntityType) -> Schema:
    numbers = {n: _asked(number) for n, number in numbers_of(entity).items()}
    if entity is Purchase:
        numbers.pop(Purchase.purchase_quantity.name)
    derived = {
        name: _stated(accepted(LIMITS[name][0]), LIMITS[name][1:])
        for name in GIVABLE.get(entity, ())
    }
    return _object({**derived, **numbers})


def _stated(
    spellings: Mapping[str, float], bounds: tuple[float, float], first: str | None = None
) -> Schema:
    """A value with its unit: one form for each spelling, with the limits in that unit."""
    units = sorted(spellings, key=lambda unit: unit != first)
    value_and_unit: dict[str, Schema] = {"value": {"type": "number"}, "unit": {"enum": units}}
    limits = [_in_unit(unit, spellings[unit], bounds) for unit in units]
    return {**_object({**value_and_unit, **BESIDE}, ("value", "unit")), "oneOf": limits}


def _in_unit(unit: str, worth: float, bounds: tuple[float, float]) -> Schema:
    low, high = (float(f"{limit / worth:.{DIGITS}g}") for limit in bounds)
    value = {"minimum": low, "maximum": high}
    return {"properties": {"unit": {"const": unit}, "value": value}}
