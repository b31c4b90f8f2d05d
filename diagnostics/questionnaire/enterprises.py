"""What a quick dossier is made of: the herds its system has, and what the farm does besides.

The answers to these questions are rows: a finishing enterprise is there, or it is not. Changing one
takes rows away and adds others; what stands in the rows that stay is not touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from diagnostics.entities import FarmEntity, Purchase, Transfer, Workshop
from diagnostics.questionnaire.blank_farm import FLOCK_SYSTEM, FLOCKS, SYSTEMS
from diagnostics.questionnaire.quick_farm import opened_farm, quick_farm, with_rows_of
from diagnostics.record import FarmRecord, Row

FINISHER, ARABLE = "BEEF_FATTEN", "CROPS"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Enterprise:
    """A question whose answer is the rows of the dossier.

    ``page`` is the page it is asked on; ``options`` are codes and words; ``herds`` are the kinds of
    herds it is put to.
    """

    key: str
    page: str
    label: str
    help: str
    options: Mapping[str, str]
    herds: tuple[str, ...]


YES_OR_NO: Mapping[str, str] = {YES: "Yes", NO: "No"}
FLOCK = Enterprise(
    key="flock",
    page="farm",
    label="Which flock or herd?",
    help="The animals kept and the product they are kept for.",
    options={
        "SHEEP_MEAT": "Ewes, for meat",
        "SHEEP_MILK": "Ewes, for milk",
        "GOAT": "Goats, for milk",
    },
    herds=tuple(FLOCKS),
)
FINISHES_CALVES = Enterprise(
    key="finishes_calves",
    page="herd",
    label="Do you finish calves of the dairy herd?",
    help="If so, they become an enterprise of their own, with its own footprint.",
    options=YES_OR_NO,
    herds=("DAIRY",),
)
SELLS_CROPS = Enterprise(
    key="sells_crops",
    page="crops",
    label="Do you sell crops?",
    help="If so, their share of the inputs is not laid on the animals.",
    options=YES_OR_NO,
    herds=("DAIRY", "BEEF_SUCKLER", FINISHER, *FLOCKS),
)
ENTERPRISES = (FLOCK, FINISHES_CALVES, SELLS_CROPS)


@dataclass(frozen=True)
class Reshaping:
    """The rows that go, each with all that hangs on it, and the rows that come."""

    record: FarmRecord
    removed: tuple[str, ...]
    added: tuple[Row, ...]


def system_of(record: FarmRecord) -> str:
    """The system the farm has stated; an empty text while it has not."""
    entry = record.row("").entries.get(FarmEntity.system.name)
    return "" if entry is None else str(entry.value)


def enterprises_on(record: FarmRecord, page: str) -> tuple[Enterprise, ...]:
    """The questions about enterprises that a page puts to this farm."""
    kinds = _kinds(record)
    is_flock = system_of(record) == FLOCK_SYSTEM
    return tuple(
        one
        for one in ENTERPRISES
        if one.page == page and kinds & set(one.herds) and (one is not FLOCK or is_flock)
    )


def state_of(record: FarmRecord, enterprise: Enterprise) -> str:
    """The answer that the rows of the dossier give."""
    kinds = _kinds(record)
    if enterprise is FLOCK:
        return next((code for code in enterprise.options if code in kinds), "")
    # A finisher's own herd is no enterprise beside another: what comes to it is bought.
    finishes = any(row.workshop == FINISHER for row in record.of(Transfer.name))
    is_there = finishes if enterprise is FINISHES_CALVES else ARABLE in kinds
    return YES if is_there else NO


def with_enterprise(record: FarmRecord, enterprise: Enterprise, code: str) -> Reshaping:
    """The dossier once a question about an enterprise has another answer."""
    return _reshaped(record, system_of(record), {enterprise.key: code})


def with_system(record: FarmRecord, system: str) -> Reshaping:
    """The dossier with the herds of another system; the statement itself is the caller's."""
    return _reshaped(record, system, {})


def _reshaped(record: FarmRecord, system: str, changed: Mapping[str, str]) -> Reshaping:
    states = {one.key: state_of(record, one) for one in ENTERPRISES} | dict(changed)
    target = _target(record, system, states)
    wanted = {row.key for row in target.rows}
    removed = tuple(
        row.key
        for row in record.rows
        if row.entity in (Workshop.name, Transfer.name) and row.key not in wanted
    )
    gone = tuple(row.key for row in record.rows if _hangs_on(row, removed))
    kept = FarmRecord(
        record.name,
        record.year,
        tuple(row for row in record.rows if row.key not in gone),
        record.profile,
    )
    after = with_rows_of(kept, target)
    return Reshaping(after, gone, after.rows[len(kept.rows) :])


def _target(record: FarmRecord, system: str, states: Mapping[str, str]) -> FarmRecord:
    if not system:
        return opened_farm(record.name, record.year)
    own = {herd.kind for herd in SYSTEMS[system]}
    return quick_farm(
        system,
        record.name,
        record.year,
        finishes_calves=states["finishes_calves"] == YES and bool(own & set(FINISHES_CALVES.herds)),
        sells_crops=states["sells_crops"] == YES,
        flock=states["flock"] or FLOCK.herds[0],
    )


def _hangs_on(row: Row, removed: tuple[str, ...]) -> bool:
    """Whether a row goes with one that goes: below it, or a purchase entered for it."""
    below = any(row.key == key or row.key.startswith(f"{key}/") for key in removed)
    return below or (row.entity == Purchase.name and row.workshop in removed)


def _kinds(record: FarmRecord) -> set[str]:
    return {str(row.entries["workshop_kind"].value) for row in record.of(Workshop.name)}
