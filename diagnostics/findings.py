"""What a reader of the results should look at: what cannot be, what is missing, sums, rarities."""

from collections.abc import Iterator, Mapping
from math import isfinite

from diagnostics.balances import balances
from diagnostics.core.errors import Message, sentence
from diagnostics.core.fields import Number, Verdict
from diagnostics.core.model import Quantity
from diagnostics.core.trace import NOT_ENTERED, NOT_ENTERED_THERE
from diagnostics.diagnosis import Diagnosis
from diagnostics.finding import Finding, Kind, Place, named, said_number
from diagnostics.reference_values import stands_in
from diagnostics.references import References
from diagnostics.usual import usual_limits

# Figures that no question asks for but that a farmer knows and other farms give a range of.
ECHOED = ("stocking_rate", "replacement_rate")
IS_RARE = sentence("{what}: {value} {in_unit} is rare; usual {low} to {high} {in_unit}.")
CANNOT_BE = sentence("{what}: {value} {in_unit} cannot be; possible {low} to {high} {in_unit}.")
OWN = ("answer", "given", "imported")


def findings(diagnosis: Diagnosis, references: References | None = None) -> list[Message]:
    """Sentences about the dossier of one farm; nothing in them blocks a result."""
    return [one.message for one in found(diagnosis, references) if one.kind is not Kind.MISSING]


def sums(diagnosis: Diagnosis) -> list[Message]:
    """Sentences about what does not add up over several answers."""
    return [one.message for one in balances(diagnosis)]


def found(diagnosis: Diagnosis, references: References | None = None) -> tuple[Finding, ...]:
    """Everything to look at, the gravest first: impossible, missing, sums, rare.

    With ``references``, the usual range is that of the farm's system, country and size. Values that
    the farm has confirmed come last.
    """
    quantities = diagnosis.model.quantities.values()
    judged = [one for q in quantities for one in _judged(diagnosis, q, references)]
    everything = [*judged, *_missing(diagnosis), *balances(diagnosis)]
    order = list(Kind)
    return tuple(sorted(everything, key=lambda one: (one.confirmed, order.index(one.kind))))


def _missing(diagnosis: Diagnosis) -> Iterator[Finding]:
    """The answer without which the farm has no total."""
    name = "gross_emissions"
    if diagnosis.total(name) is not None:
        return
    reason = diagnosis.why_not(name)
    if reason.text in (NOT_ENTERED, NOT_ENTERED_THERE):
        yield Finding(Kind.MISSING, reason, field=name)


def _judged(
    diagnosis: Diagnosis, quantity: Quantity, references: References | None
) -> Iterator[Finding]:
    """The values of one quantity that are rare, or cannot be; defaults are not judged."""
    asked = quantity.field
    if asked is None and (references is None or quantity.name not in ECHOED):
        return
    if references is None and asked is not None and asked.usual is None:
        return
    keys = diagnosis.trace.keys(quantity.on)
    for place, value in enumerate(diagnosis.values[quantity.name].tolist()):
        if isfinite(value) and _is_own(diagnosis, quantity, place):
            yield from _verdict(diagnosis, quantity, keys[place], value, references)


def _is_own(diagnosis: Diagnosis, quantity: Quantity, place: int) -> bool:
    """Whether a value was answered, or follows from answers and was not told with them."""
    if diagnosis.trace.origin(quantity, place) in OWN:
        return True
    if quantity.formula is None or diagnosis.values[quantity.name][place] == 0:
        return False
    if stands_in(diagnosis, quantity, place):
        return False
    return not diagnosis.trace.hands_on(quantity, place)


def _verdict(
    diagnosis: Diagnosis, quantity: Quantity, row: str, value: float, references: References | None
) -> Iterator[Finding]:
    asked = quantity.field
    usual = asked.usual if asked is not None else None
    if references is not None:
        usual = usual_limits(diagnosis, references, quantity.name, row)
    verdict, limits = _judge(asked, value, usual)
    if limits is None or verdict is Verdict.FINE:
        return
    impossible, answers = verdict is Verdict.IMPOSSIBLE, _behind(diagnosis, quantity, row)
    answered = answers == ((row, quantity.name),)
    if not (answered or impossible or references is None or quantity.name in ECHOED):
        return  # the answers are judged themselves, by the size of the farm
    yield Finding(
        Kind.IMPOSSIBLE if impossible else Kind.UNUSUAL,
        _sentence(diagnosis, quantity, row, (value, *limits), impossible=impossible),
        row=row,
        field=quantity.name,
        numbers={"value": value, "low": limits[0], "high": limits[1]},
        answers=answers,
        confirmed=_is_confirmed(diagnosis, row, quantity.name),
    )


def _judge(
    asked: Number | None, value: float, usual: tuple[float, float] | None
) -> tuple[Verdict, tuple[float, float] | None]:
    if asked is not None:
        judgement = asked.judge(value, usual)
        return judgement.verdict, judgement.limits
    is_rare = usual is not None and not usual[0] <= value <= usual[1]
    return (Verdict.UNUSUAL if is_rare else Verdict.FINE), usual


def _sentence(
    diagnosis: Diagnosis,
    quantity: Quantity,
    row: str,
    numbers: tuple[float, float, float],
    *,
    impossible: bool,
) -> Message:
    """The value and the limits it passes, in the unit that is shown."""
    asked = quantity.field
    unit, worth = (quantity.unit, 1.0) if asked is None else (asked.shown, asked.units[asked.shown])
    value, low, high = (said_number(number / worth) for number in numbers)
    values: Mapping[str, object] = {
        "what": named(diagnosis, quantity.label, row),
        "value": value,
        "low": low,
        "high": high,
        "in_unit": unit,
    }
    return Message(CANNOT_BE if impossible else IS_RARE, values)


def _behind(diagnosis: Diagnosis, quantity: Quantity, row: str) -> tuple[Place, ...]:
    """The answers that a figure follows from, itself where it was answered."""
    places: dict[Place, None] = {}
    place = diagnosis.trace.keys(quantity.on).index(row)
    _collect(diagnosis, quantity, place, places)
    return tuple(places)


def _collect(diagnosis: Diagnosis, quantity: Quantity, place: int, into: dict[Place, None]) -> None:
    trace = diagnosis.trace
    if trace.origin(quantity, place) in OWN and quantity.field is not None:
        into[trace.keys(quantity.on)[place], quantity.name] = None
        return
    for need in quantity.needs if quantity.formula is not None else ():
        giver = diagnosis.model[need]
        for row in trace.places(quantity, giver, place):
            _collect(diagnosis, giver, row, into)


def _is_confirmed(diagnosis: Diagnosis, row: str, field: str) -> bool:
    """Whether the farm has said of this answer that it is right."""
    rows = () if diagnosis.record is None else diagnosis.record.rows
    entries = (one.entries.get(field) for one in rows if one.key == row)
    return any(entry is not None and entry.confirmed for entry in entries)
