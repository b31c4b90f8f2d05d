"""The levels of the engine's own quantities: formulas, answers, factors and sums of rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.explanation.arithmetic import filled, kind_of, summed, times
from desktop.explanation.below import Below, row_parts, shown_as
from desktop.explanation.equation import chosen, right_side, same, symbols
from desktop.explanation.levels import Amount, Level, Line, Part, by_size
from desktop.explanation.places import Place
from desktop.explanation.reading import Reading
from desktop.explanation.sums import added_by, is_plain_sum
from desktop.explanation.zero_terms import symbols_counting
from diagnostics.core.model import Quantity


def level_of(reading: Reading, place: Place) -> Level:
    """Give the level of a quantity on a row, or of its sum over the rows below."""
    place = reading.exact(place)
    rows = reading.rows(place)
    if len(rows) == 1:
        return _of_row(reading, place, rows[0])
    return _of_sum(reading, place, rows)


def collapsed(reading: Reading, level: Level) -> Level:
    """Leave out a level that only hands on one number: its parts are those of the level below."""
    adding = [part for part in level.parts if part.weight]
    if len(adding) != 1 or level.value is None or not _is_whole(level, adding[0]):
        return level
    inner = level_of(reading, adding[0].place)
    return replace(level, parts=inner.parts) if inner.parts else level


def _is_whole(level: Level, part: Part) -> bool:
    """Tell whether the only part is the number itself under another name."""
    whole = level.value or 0.0
    handed_on = part.unit == level.unit and same(part.value or 0.0, whole)
    return handed_on and same(part.weight or 0.0, whole)


def _of_row(reading: Reading, place: Place, row: int) -> Level:
    quantity = reading.model[place.name]
    if reading.origin(quantity, row) != "formula":
        return _of_leaf(reading, place, row)
    taken = reading.branch(quantity, row)
    if taken.formula is None:
        return _of_stated(reading, place, row)
    if shown_as(reading, taken) is not taken:
        return _of_gas(reading, place, taken, row)
    return _of_formula(reading, place, taken, row)


def _bare(reading: Reading, place: Place, quantity: Quantity, row: int) -> Level:
    """The value and where it comes from, with nothing below it yet."""
    node = reading.trace.node(quantity, row, 0)
    return Level(
        place=place,
        value=reading.value(place),
        unit=reading.unit(quantity, row),
        origin=node.origin,
        equation=node.equation,
        source=node.source,
        locator=node.locator,
        mark=node.mark,
    )


def _filled_in(level: Level, line: Line | None, below: Below) -> Level:
    return replace(
        level,
        lines=() if line is None else (line,),
        parts=by_size(below.parts),
        operands=tuple(below.operands),
        answers=tuple(dict.fromkeys(below.answers)),
        references=tuple(dict.fromkeys(below.references)),
        factors=tuple(dict.fromkeys(below.factors)),
        picked=tuple(dict.fromkeys(below.picked)),
    )


def _of_leaf(reading: Reading, place: Place, row: int) -> Level:
    """An answer, a reference value, a given value or a factor."""
    quantity = reading.model[place.name]
    below = Below(reading, place)
    if reading.origin(quantity, row) == "factor":
        below.add_keys(quantity, row)
    return _filled_in(_bare(reading, place, quantity, row), None, below)


def _of_stated(reading: Reading, place: Place, row: int) -> Level:
    """What was entered on this row, or 0 where nothing was."""
    quantity = reading.model[place.name]
    level, below = _bare(reading, place, quantity, row), Below(reading, place)
    if quantity.stated is not None and level.value:
        below.answers.append(reading.at(reading.model[quantity.stated.of.name], row))
    return _filled_in(level, None, below)


def _of_formula(reading: Reading, place: Place, quantity: Quantity, row: int) -> Level:
    formula = quantity.formula
    assert formula is not None
    level, below = _bare(reading, place, quantity, row), Below(reading, place)
    arguments = reading.arguments(formula, row)
    numbers = reading.named(arguments)
    text = chosen(right_side(formula.equation), numbers)
    adds = {} if level.value is None else added_by(reading, formula, arguments)
    used = set(symbols(text))
    for need in reading.needs(quantity, row):
        if need.quantity.symbol in used:
            below.sort_in(need, adds)
    below.keep_operands(symbols_counting(text, numbers))
    line = None
    if level.value is not None:
        result = Amount(level.value, level.unit, kind_of(quantity))
        if is_plain_sum(text):
            line = summed(by_size(below.parts), result)
        else:
            line = filled(reading, formula, arguments, result, row)
    found = _filled_in(level, line, below)
    return found if "−" in text else collapsed(reading, found)


def _of_sum(reading: Reading, place: Place, rows: Sequence[int]) -> Level:
    """A quantity over several rows: each row is a part; a gas is shown by its weight."""
    quantity = reading.model[place.name]
    shown, value = shown_as(reading, quantity), reading.value(place)
    level = Level(place, value, quantity.unit, "formula")
    if rows and quantity.formula is not None:
        level = replace(_bare(reading, place, quantity, rows[0]), origin="formula")
    below = Below(reading, place, parts=row_parts(reading, quantity, shown, rows))
    if value is None:
        return _filled_in(replace(level, equation=""), None, _side_by_side(below))
    result = Amount(value, quantity.unit, kind_of(quantity))
    line = summed(by_size(below.parts), result)
    if shown is not quantity:
        line = _weighed(reading, place, quantity, result, below)
    return _filled_in(level, line, below)


def _side_by_side(below: Below) -> Below:
    """Rows that cannot be added, such as weights of an animal, stand beside each other."""
    below.operands = [replace(part, weight=None) for part in below.parts]
    below.parts = []
    return below


def _of_gas(reading: Reading, place: Place, quantity: Quantity, row: int) -> Level:
    """A gas weighed as CO2: its parts are those of the gas, so that one level is saved."""
    level, below = _bare(reading, place, quantity, row), Below(reading, place)
    inner = level_of(reading, reading.at(shown_as(reading, quantity), row))
    below.parts += inner.parts
    if not inner.parts:
        below.operands.append(Part(inner.place, inner.value, inner.unit))
    line = None
    if level.value is not None:
        line = _weighed(reading, place, quantity, Amount(level.value, level.unit), below)
    return _filled_in(level, line, below)


def _weighed(
    reading: Reading, place: Place, quantity: Quantity, result: Amount, below: Below
) -> Line | None:
    """Write a weight of gas times its warming potential."""
    assert quantity.formula is not None
    gas, potential = quantity.formula.needs
    factor = Place(potential)
    below.factors.append(factor)
    weight, by = reading.value(Place(gas, place.row)), reading.value(factor)
    if weight is None or by is None:
        return None
    return times(Amount(weight, reading.model[gas].unit), Amount(by, "1", "factor"), result)
