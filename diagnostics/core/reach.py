"""Whether a formula or a table can get at what it names; asked once, when the model is built."""

from enum import Enum
from typing import TYPE_CHECKING

from diagnostics.core.choices import Among, Choice
from diagnostics.core.entities import Entity, is_above
from diagnostics.core.errors import DeclarationError

if TYPE_CHECKING:
    from diagnostics.core.formula import Formula
    from diagnostics.core.model import Quantity

EntityType = type[Entity]


class Way(Enum):
    """How the values of a need come to the rows of a formula."""

    SAME = "they lie on the same rows"
    CARRIED = "they are repeated downward, or summed upward"


def way_of(taker: "Quantity", giver: "Quantity") -> Way:
    """The way from a need to the formula that names it, known before any farm is."""
    chosen = taker.formula is not None and taker.formula.selects(giver.name)
    return Way.SAME if giver.on is taker.on and not chosen else Way.CARRIED


def check_need(taker: "Quantity", giver: "Quantity") -> None:
    """A need lives on the same rows, above, or below; below only if its sum has a meaning."""
    formula = taker.formula
    if formula is not None and _is_passed_on(formula, giver, taker.on):
        return
    via = formula.via.get(giver.name) if formula else None
    unlinked = formula.unlinked.get(giver.name) if formula else None
    if via is not None and via is not taker.on:
        raise _unreachable(taker.name, taker.on, giver.name, giver.on)
    for linked in (via, unlinked):
        if linked is not None and linked not in giver.on.links:
            raise _unreachable(taker.name, linked, giver.name, giver.on)
    if via is None and unlinked is None and _is_near(giver.on, taker.on):
        return
    if via is None and not is_above(taker.on, giver.on):
        raise _unreachable(taker.name, taker.on, giver.name, giver.on)
    if not giver.adds:
        raise DeclarationError(
            "{name} would sum {need}, which is not additive", name=taker.name, need=giver.name
        )


def _is_passed_on(formula: "Formula", giver: "Quantity", on: EntityType) -> bool:
    """Whether a need is read along a link, or is the share that rows pass to each other."""
    linked = formula.along.get(giver.name)
    if linked is not None:
        return linked is giver.on and linked in formula.on.links
    return formula.passes(giver.name) and giver.on.parent is on and on in giver.on.links


def check_choices(quantity: "Quantity") -> None:
    """The choices by which a quantity is looked up, switched or limited lie on its rows."""
    formula = quantity.formula
    keys = quantity.grid.choices if quantity.grid is not None else ()
    if formula is not None and formula.branches is not None:
        keys += (formula.branches.choice,)
    if formula is not None and formula.applies is not None:
        keys += (formula.applies[0].choice,)
    for choice in keys:
        _check_choice(quantity.name, choice, quantity.on)


def check_filters(taker: "Quantity", giver: "Quantity") -> None:
    """The choices by which rows are filtered lie on those rows."""
    filters: tuple[Among, ...] = ()
    if taker.formula is not None:
        filters = taker.formula.where.get(giver.name, ())
    for among in filters:
        _check_choice(taker.name, among.choice, giver.on)


def check_branch(taker: "Quantity", branch: "Quantity") -> None:
    """A branch takes over row by row, so that it lives on the same rows."""
    if branch.on is not taker.on:
        raise _unreachable(taker.name, taker.on, branch.name, branch.on)


def _is_near(giver: EntityType, taker: EntityType) -> bool:
    return giver is taker or is_above(giver, taker)


def _check_choice(name: str, choice: Choice, on: EntityType) -> None:
    if not _is_near(choice.entity, on):
        raise _unreachable(name, on, choice.name, choice.entity)


def _unreachable(name: str, taker: EntityType, need: str, giver: EntityType) -> DeclarationError:
    return DeclarationError(
        "{name} on {taker} cannot reach {need} on {giver}",
        name=name,
        taker=taker.name,
        need=need,
        giver=giver.name,
    )
