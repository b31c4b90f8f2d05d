"""Measures around manure."""

import numpy as np

from diagnostics.core import Farm, Message, Number, Values
from diagnostics.core.errors import sentence
from diagnostics.core.levers import lever
from diagnostics.entities import ManureShare
from diagnostics.levers.changes import codes, given, is_code, twinned, with_codes, with_given
from diagnostics.levers.measures import Measure
from diagnostics.works import BOCAGE

OPEN_STORES = ("slurry_crust", "slurry_open")
NO_SLURRY = sentence("no slurry is stored in the open")

COVERED = Number(
    "Share of the slurry put under cover",
    symbol="p_cover",
    unit="1",
    shown="%",
    bounds=(0, 1),
    usual=(0.5, 1),
    help="Of the slurry that lies in open stores today.",
)


@lever(
    title="Cover the slurry store",
    dose=COVERED,
    moves=(ManureShare.housed_share,),
    source=BOCAGE.at("section 10, L22"),
    mark="R−",
)
def cover_slurry_store(farm: Farm, dose: Values) -> Farm:
    """The part under cover becomes a manure type of its own, with its own losses."""
    system = ManureShare.manure_system
    changed, copies = twinned(farm, ManureShare, is_code(farm, system, *OPEN_STORES))
    cut = np.append(copies[1:], False)  # the row before a copy is the one it was taken from
    share = given(changed, ManureShare, "housed_share")
    parted = np.where(copies, share * dose, np.where(cut, share * (1 - np.asarray(dose)), share))
    covered = np.where(copies, np.int16(system.index("slurry_covered")), codes(changed, system))
    changed = with_codes(changed, system, covered.astype(np.int16))
    return with_given(changed, ManureShare, {"housed_share": parted})


def _unsuited(farm: Farm) -> Message | None:
    return None if _stored(farm, *OPEN_STORES) > 0 else Message(NO_SLURRY)


def _is_done(farm: Farm) -> bool:
    covered = _stored(farm, "slurry_covered", "digester_tight")
    return covered > 0 and _stored(farm, *OPEN_STORES) == 0


def _stored(farm: Farm, *systems: str) -> float:
    """Nitrogen in stores of some kinds, which tells whether there is anything in them."""
    held = is_code(farm, ManureShare.manure_system, *systems)
    return float(np.nansum(given(farm, ManureShare, "manure_nitrogen")[held]))


COVERED_STORE = Measure(
    lever=cover_slurry_store,
    usual_dose=1.0,
    reads=("housed_share",),
    codes=(ManureShare.manure_system,),
    unsuited=_unsuited,
    is_done=_is_done,
    cost=3_000.0,
)
