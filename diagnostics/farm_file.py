"""Farm files read: a dossier out of JSON, with every doubt named."""

from collections.abc import Iterator, Mapping
from typing import Any

from diagnostics.core import DiagnosticsError, Number
from diagnostics.core.choices import Choice
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.errors import FarmFileError
from diagnostics.core.units import accepted, convert
from diagnostics.entities import FarmEntity, ManureShare, Purchase, Transfer
from diagnostics.entities.supplies import BY_RULE, item_spellings
from diagnostics.farm_limits import a_text, a_year, check_record, judged
from diagnostics.farm_shapes import (
    FARM_SHAPES,
    FORMAT,
    HEAD,
    HOUSED,
    MANURE_SHAPE,
    VERSION,
    EntityType,
    Shape,
)
from diagnostics.givable import GIVABLE, LIMITS
from diagnostics.questionnaire.pages import FARM_PAGES
from diagnostics.record import Entry, FarmRecord, Row
from diagnostics.strict_json import parse


def read_farm(text: str) -> FarmRecord:
    """The dossier in a farm file; FarmFileError names the place and the expected form."""
    document = _mapping(parse(text), "the file")
    _check_head(document)
    reader = _Reader()
    farm = Row(FarmEntity.name, "", reader.farm_entries(document))
    rows = (farm, *reader.rows_of(document, FARM_SHAPES, "", ""))
    record = FarmRecord(
        name=a_text(document.get("name"), "name"),
        year=a_year(document.get("year")),
        rows=rows,
        profile=a_text(document.get("profile", "OPEN-2019"), "profile"),
    )
    check_record(record)
    return record


def _check_head(document: Mapping[str, Any]) -> None:
    if document.get("format") != FORMAT:
        raise FarmFileError("format: expected “{expected}”, a farm file of Bocage", expected=FORMAT)
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FarmFileError("version: expected a whole number such as {version}", version=VERSION)
    if version > VERSION:
        raise FarmFileError(
            "the file has version {found}, this program reads up to {known}; install a newer one",
            found=version,
            known=VERSION,
        )
    _known(document, (*HEAD, *(shape.listed for shape in FARM_SHAPES)), "")


def _known(document: Mapping[str, Any], names: tuple[str, ...], path: str) -> None:
    for key in document:
        if key not in names:
            raise FarmFileError(
                "{path}: there is nothing of that name; expected one of {names}",
                path=_join(path, key),
                names=", ".join(names),
            )


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _mapping(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise FarmFileError("{path}: expected names and values in braces", path=path)
    return value


def _listed(value: Any, path: str) -> list[Any]:
    if not isinstance(value, list):
        raise FarmFileError("{path}: expected a list in brackets", path=path)
    return value


class _Reader:
    """Reads rows one by one and gives each the key that names it on the farm."""

    def __init__(self) -> None:
        self.keys: set[str] = set()

    def farm_entries(self, document: Mapping[str, Any]) -> dict[str, Entry]:
        """The farm's own answers, page by page, and its given values."""
        pages = _mapping(document.get("answers", {}), "answers")
        _known(pages, tuple(page.key for page in FARM_PAGES), "answers")
        entries: dict[str, Entry] = {}
        for page in FARM_PAGES:
            path = f"answers.{page.key}"
            answers = _mapping(pages.get(page.key, {}), path)
            _known(answers, tuple(q.field.name for q in page.questions), path)
            entries |= dict(_entries(FarmEntity, answers, path, "answer"))
        return entries | dict(_given(FarmEntity, document.get("given", {}), "given"))

    def rows_of(
        self, holder: Mapping[str, Any], shapes: tuple[Shape, ...], path: str, above: str
    ) -> Iterator[Row]:
        """The rows listed in a part of the document, each followed by the rows it owns."""
        for shape in shapes:
            where = _join(path, shape.listed)
            listed = _listed(holder.get(shape.listed, []), where)
            # Animals whose manure is not described stand on the manure of their workshop.
            items = listed or ([{}] if shape is MANURE_SHAPE else [])
            for i, item in enumerate(items):
                yield from self._row(_mapping(item, f"{where}[{i}]"), shape, f"{where}[{i}]", above)
            if shape is MANURE_SHAPE and f"{above}/pasture" not in self.keys:
                yield self._pasture(above)

    def _row(self, item: Mapping[str, Any], shape: Shape, path: str, above: str) -> Iterator[Row]:
        allowed = (shape.code, "answers", "given", *(c.listed for c in shape.children))
        extra = ("quantity",) if shape.entity is Purchase else ()
        _known(item, (*allowed, *extra), path)
        code = _code(item, shape, path)
        key = self._key(shape, code, above)
        _check_places(item, shape, path)
        entries = {shape.choice: Entry(code)} if code and shape.choice else {}
        entries |= dict(_entries(shape.entity, _part(item, "answers", path), path, "answer"))
        entries |= dict(_given(shape.entity, item.get("given", {}), f"{path}.given"))
        if shape.entity is Purchase:
            entries |= _quantity(item, code, path)
        workshop = {Purchase: above, Transfer: code}.get(shape.entity, "")
        yield Row(shape.entity.name, key, entries, workshop)
        yield from self.rows_of(item, shape.children, path, key)

    def _key(self, shape: Shape, code: str, above: str) -> str:
        base = shape.prefix or above
        stem = f"{base}/{code or HOUSED}" if base else code
        if shape.repeated:
            stem = next(k for k in _numbered(f"{shape.prefix}/", 1) if k not in self.keys)
        key = (
            stem
            if stem not in self.keys
            else next(k for k in _numbered(f"{stem}#", 2) if k not in self.keys)
        )
        self.keys.add(key)
        return key

    def _pasture(self, above: str) -> Row:
        self.keys.add(f"{above}/pasture")
        entries = {"manure_system": Entry("pasture")}
        return Row(ManureShare.name, f"{above}/pasture", entries)


def _numbered(stem: str, first: int) -> Iterator[str]:
    number = first
    while True:
        yield f"{stem}{number}"
        number += 1


def _part(item: Mapping[str, Any], name: str, path: str) -> Mapping[str, Any]:
    return _mapping(item.get(name, {}), f"{path}.{name}")


def _check_places(item: Mapping[str, Any], shape: Shape, path: str) -> None:
    """What stands beside the answers of a row may not stand among them, with another value."""
    for name, key in ((shape.choice, shape.code), (Purchase.purchase_quantity.name, "quantity")):
        for part in ("answers", "given"):
            if name in _part(item, part, path):
                raise FarmFileError(
                    "{path}.{part}.{name}: expected at {path}.{key}",
                    path=path,
                    part=part,
                    name=name,
                    key=key,
                )


def _code(item: Mapping[str, Any], shape: Shape, path: str) -> str:
    if not shape.choice:
        return a_text(item.get(shape.code), f"{path}.{shape.code}")
    choice = choices_of(shape.entity)[shape.choice]
    if shape.code not in item and choice.default is not None:
        return ""
    return _option(item.get(shape.code), choice, f"{path}.{shape.code}")


def _option(value: Any, choice: Choice, path: str) -> str:
    if not isinstance(value, str):
        raise FarmFileError("{path}: expected the code of an option, a text", path=path)
    try:
        return choice.options[choice.index(value)].code
    except DiagnosticsError as error:
        raise FarmFileError("{path}: {why}", path=path, why=error.message) from error


def _entries(
    entity: EntityType, answers: Mapping[str, Any], path: str, origin: str
) -> Iterator[tuple[str, Entry]]:
    choices, numbers = choices_of(entity), numbers_of(entity)
    for name, value in answers.items():
        where = path if path.startswith("answers") else f"{path}.answers"
        where = _join(where, name)
        if name in choices:
            yield name, _chosen(value, choices[name], where, origin)
        elif name in numbers:
            yield name, _stated(value, numbers[name].units, where, origin, numbers[name])
        else:
            raise FarmFileError(
                "{path}: this is no question of {entity}; a farm file holds no results",
                path=where,
                entity=entity.name,
            )


def _chosen(value: Any, choice: Choice, path: str, origin: str) -> Entry:
    """The option alone, or with what was noted beside it."""
    if not isinstance(value, dict):
        return Entry(_option(value, choice, path), origin)
    _known(value, ("value", "origin", "note"), path)
    option = _option(value.get("value"), choice, f"{path}.value")
    return Entry(option, _origin(value, origin, path), _note(value, path))


def _stated(
    value: Any, units: Mapping[str, float], path: str, origin: str, asked: Number | None = None
) -> Entry:
    """A value with its unit, in the engine's unit and within the hard limits."""
    stated = _mapping(value, path)
    _known(stated, ("value", "unit", "origin", "note"), path)
    number = stated.get("value")
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise FarmFileError("{path}.value: expected a number", path=path)
    try:
        converted = convert(float(number), str(stated.get("unit")), units)
    except DiagnosticsError as error:
        raise FarmFileError("{path}: {why}", path=path, why=error.message) from error
    if asked is not None:
        judged(asked, converted, path)
    return Entry(converted, _origin(stated, origin, path), _note(stated, path))


def _note(stated: Mapping[str, Any], path: str) -> str:
    note = stated.get("note", "")
    if not isinstance(note, str):
        raise FarmFileError("{path}.note: expected a text", path=path)
    return note


def _origin(stated: Mapping[str, Any], usual: str, path: str) -> str:
    origin = str(stated.get("origin", usual))
    if origin not in (usual, "imported"):
        raise FarmFileError("{path}.origin: expected “imported” or nothing", path=path)
    return origin


def _given(entity: EntityType, given: Any, path: str) -> Iterator[tuple[str, Entry]]:
    allowed, numbers = GIVABLE.get(entity, ()), numbers_of(entity)
    for name, value in _mapping(given, path).items():
        where = _join(path, name)
        if name in numbers:
            yield name, _stated(value, numbers[name].units, where, "given", numbers[name])
        elif name in allowed:
            yield (
                name,
                _within(name, _stated(value, accepted(LIMITS[name][0]), where, "given"), where),
            )
        else:
            raise FarmFileError(
                "{path}: this cannot be given; expected one of {names}",
                path=where,
                names=", ".join([*allowed, *numbers]),
            )


def _within(name: str, entry: Entry, path: str) -> Entry:
    unit, low, high = LIMITS[name]
    if not low <= float(entry.value) <= high:
        raise FarmFileError(
            "{path}: {value} is impossible; expected {low} to {high} {unit}",
            path=path,
            value=entry.value,
            low=low,
            high=high,
            unit=unit,
        )
    return entry


def _quantity(item: Mapping[str, Any], code: str, path: str) -> dict[str, Entry]:
    if "quantity" not in item and code in BY_RULE:
        return {}
    if "quantity" not in item:
        raise FarmFileError("{path}.quantity: expected a value and a unit", path=path)
    asked, units = Purchase.purchase_quantity, item_spellings(code)
    return {asked.name: _stated(item["quantity"], units, f"{path}.quantity", "answer", asked)}
