"""Sums over several answers that do not close: land, calves, live weight, feed, nitrogen."""

from collections.abc import Iterator

import numpy as np

from diagnostics.constants import DAYS_PER_YEAR
from diagnostics.core.errors import Message, sentence
from diagnostics.core.values import BoolArray
from diagnostics.diagnosis import Diagnosis
from diagnostics.entities import FarmEntity, Field, Group, ManureShare, Workshop
from diagnostics.finding import Finding, Kind, Place, said_number, words_of

AREA_TOLERANCE = 0.01
AREA = FarmEntity.agricultural_area.name
TOO_MUCH = sentence(
    "The covers add up to {covered} ha, the farmed area is {farmed} ha: {gap} ha too many."
)
LEFT = sentence(
    "The covers add up to {covered} ha, the farmed area is {farmed} ha: {gap} ha are left."
)
TWICE = Message("an area is entered twice")
FORGOTTEN = Message("a cover is forgotten")
RENTED = Message("the farmed area leaves out land that is rented or used in summer")


def balances(diagnosis: Diagnosis) -> tuple[Finding, ...]:
    """What does not add up over several answers, with both numbers of each sum."""
    return (
        *_areas(diagnosis),
        *_ploughed(diagnosis),
        *_calves(diagnosis),
        *_weights(diagnosis),
        *_feed(diagnosis),
        *_bedding(diagnosis),
        *_nitrogen(diagnosis),
    )


def _areas(diagnosis: Diagnosis) -> Iterator[Finding]:
    """The covers must make up the farmed area."""
    farmed = float(diagnosis.values[AREA][0])
    covered = float(diagnosis.values["field_area"].sum())
    gap = covered - farmed
    if not np.isfinite(gap) or abs(gap) <= AREA_TOLERANCE * farmed:
        return
    numbers = {"covered": covered, "farmed": farmed, "gap": abs(gap)}
    fields = [(key, Field.field_area.name) for key in diagnosis.trace.keys(Field)]
    yield Finding(
        Kind.BALANCE,
        Message(
            TOO_MUCH if gap > 0 else LEFT, {name: said_number(n) for name, n in numbers.items()}
        ),
        field=AREA,
        numbers=numbers,
        causes=(TWICE, RENTED) if gap > 0 else (FORGOTTEN,),
        answers=(("", AREA), *_stated(diagnosis, fields)),
    )


def _ploughed(diagnosis: Diagnosis) -> Iterator[Finding]:
    """No more grassland can have been ploughed up than is farmed."""
    name = FarmEntity.grassland_ploughed.name
    ploughed, farmed = (float(diagnosis.values[n][0]) for n in (name, AREA))
    if ploughed > farmed:
        numbers = {"ploughed": ploughed, "farmed": farmed}
        yield Finding(
            Kind.BALANCE,
            Message(
                "{ploughed} ha of grassland ploughed up, on a farm of {farmed} ha.",
                {n: said_number(value) for n, value in numbers.items()},
            ),
            field=name,
            numbers=numbers,
            answers=(("", name), ("", AREA)),
        )


def _calves(diagnosis: Diagnosis) -> Iterator[Finding]:
    """A herd cannot finish more calves of its own than it rears."""
    name = Workshop.fattened_per_year.name
    reared = diagnosis.values["calves_reared"] * diagnosis.values["cows"]
    young = _finishes_young(diagnosis)
    for place, key in enumerate(diagnosis.trace.keys(Workshop)):
        own = float(diagnosis.values["own_fattened"][place])
        if young[place] and 0 < reared[place] < own:
            numbers = {"fattened": own, "reared": float(reared[place])}
            yield Finding(
                Kind.BALANCE,
                Message(
                    "{fattened} animals are finished, {reared} calves are reared.",
                    {n: said_number(value, 3) for n, value in numbers.items()},
                ),
                row=key,
                field=name,
                numbers=numbers,
                causes=(Message("animals are bought, and their weight is not entered"),),
                answers=((key, name), (key, Workshop.live_weight_bought.name)),
            )


def _finishes_young(diagnosis: Diagnosis) -> BoolArray:
    """The workshops whose finished animals were born lately; cull cows were not."""
    assert diagnosis.run is not None
    kind = Workshop.fattening_kind
    return np.asarray(diagnosis.run.codes(kind) != kind.index("cull_cow"))


def _weights(diagnosis: Diagnosis) -> Iterator[Finding]:
    """A herd that buys more weight than it sells grows nothing."""
    names = (Workshop.live_weight_bought.name, Workshop.live_weight_sold.name)
    for place, key in enumerate(diagnosis.trace.keys(Workshop)):
        bought, sold = (float(diagnosis.values[name][place]) for name in names)
        if bought > sold > 0:
            yield Finding(
                Kind.BALANCE,
                Message(
                    "{bought} kg of live weight is bought, {sold} kg is sold.",
                    {"bought": said_number(bought), "sold": said_number(sold)},
                ),
                row=key,
                field=names[0],
                numbers={"bought": bought, "sold": sold},
                causes=(Message("the herd grew this year"), Message("tonnes taken for kilograms")),
                answers=tuple((key, name) for name in names),
            )


def _feed(diagnosis: Diagnosis) -> Iterator[Finding]:
    """No herd eats more concentrates than it eats in all."""
    assert diagnosis.run is not None
    name = Workshop.concentrate_bought.name
    daily = diagnosis.values["dry_matter_intake"] * diagnosis.values[Group.head_years.name]
    eaten = diagnosis.run.carried(daily * DAYS_PER_YEAR, Group, Workshop)
    for place, key in enumerate(diagnosis.trace.keys(Workshop)):
        bought, needed = float(diagnosis.values[name][place]), float(eaten[place])
        if bought > needed > 0:
            numbers = {"bought": bought, "eaten": needed}
            yield Finding(
                Kind.BALANCE,
                Message(
                    "{bought} t of concentrates is bought; the herd eats {eaten} t in all.",
                    {n: said_number(value / 1000, 3) for n, value in numbers.items()},
                ),
                row=key,
                field=name,
                numbers=numbers,
                causes=(Message("forage or cereals of the farm are counted in"),),
                answers=((key, name), *_heads(diagnosis, key)),
            )


def _bedding(diagnosis: Diagnosis) -> Iterator[Finding]:
    """Bedding nitrogen needs animals on litter to be laid under."""
    name = FarmEntity.bedding_nitrogen_brought.name
    brought = float(diagnosis.values[name][0])
    laid = float(diagnosis.values["bedding_nitrogen"].sum())
    if brought > 0 and laid == 0:
        yield Finding(
            Kind.BALANCE,
            Message(
                "{brought} kg of bedding nitrogen is left out: no animal is on litter.",
                {"brought": said_number(brought, 6)},
            ),
            field=name,
            numbers={"brought": brought},
            answers=(
                ("", name),
                *((k, "manure_system") for k in diagnosis.trace.keys(ManureShare)),
            ),
        )


def _nitrogen(diagnosis: Diagnosis) -> Iterator[Finding]:
    """Animals cannot keep more nitrogen than they eat."""
    for place, key in enumerate(diagnosis.trace.keys(Group)):
        excreted = float(diagnosis.values["nitrogen_excretion"][place])
        if excreted < 0:
            yield Finding(
                Kind.BALANCE,
                Message(
                    "{row} keeps more nitrogen than it eats; check its crude protein and its milk.",
                    {"row": words_of(diagnosis, key) or key},
                ),
                row=key,
                field="nitrogen_excretion",
                numbers={"excreted": excreted},
                answers=((key, "crude_protein"), (key.partition("/")[0], "milk_delivered")),
            )


def _heads(diagnosis: Diagnosis, workshop: str) -> list[Place]:
    """The animals of a workshop that were counted."""
    keys = (key for key in diagnosis.trace.keys(Group) if key.startswith(f"{workshop}/"))
    return _stated(diagnosis, [(key, Group.head_years.name) for key in keys])


def _stated(diagnosis: Diagnosis, places: list[Place]) -> list[Place]:
    """The places that were answered."""
    rows = {row.key: row for row in diagnosis.record.rows} if diagnosis.record else {}
    return [(key, name) for key, name in places if key in rows and name in rows[key].entries]
