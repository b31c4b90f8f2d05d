"""The things a farm is made of, with the questions asked about each."""

from diagnostics.entities.farm import FarmEntity, Workshop
from diagnostics.entities.herd import Group, ManureShare
from diagnostics.entities.land import Fertiliser, Field, Hedge
from diagnostics.entities.supplies import Purchase

ENTITIES = (
    FarmEntity,
    Workshop,
    Group,
    ManureShare,
    Field,
    Hedge,
    Fertiliser,
    Purchase,
)

__all__ = [
    "ENTITIES",
    "FarmEntity",
    "Fertiliser",
    "Field",
    "Group",
    "Hedge",
    "ManureShare",
    "Purchase",
    "Workshop",
]
