"""The things a farm is made of, with the questions asked about each."""

from diagnostics.entities.contract_work import ContractWork
from diagnostics.entities.farm import FarmEntity
from diagnostics.entities.herd import Group, ManureShare
from diagnostics.entities.land import Fertiliser, Field, Hedge
from diagnostics.entities.supplies import Purchase
from diagnostics.entities.transfers import Transfer
from diagnostics.entities.workshop import Workshop

ENTITIES = (
    FarmEntity,
    Workshop,
    Transfer,
    Group,
    ManureShare,
    Field,
    Hedge,
    Fertiliser,
    Purchase,
    ContractWork,
)

__all__ = [
    "ENTITIES",
    "ContractWork",
    "FarmEntity",
    "Fertiliser",
    "Field",
    "Group",
    "Hedge",
    "ManureShare",
    "Purchase",
    "Transfer",
    "Workshop",
]
