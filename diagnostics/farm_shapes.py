"""How rows are written in a farm file: which list holds them and which code names them."""

from dataclasses import dataclass

from diagnostics.core import Entity
from diagnostics.entities import (
    ContractWork,
    Fertiliser,
    Field,
    Group,
    Hedge,
    ManureShare,
    Purchase,
    Transfer,
    Workshop,
)

FORMAT = "bocage-farm"
VERSION = 1
EntityType = type[Entity]


@dataclass(frozen=True)
class Shape:
    """How rows of one entity are written: the list that holds them, and the code that names one."""

    entity: EntityType
    listed: str
    code: str
    choice: str
    prefix: str = ""
    children: tuple["Shape", ...] = ()
    repeated: bool = False  # rows are numbered instead of named by their code


MANURE_SHAPE = Shape(ManureShare, "manure", "system", "manure_system")
GROUP_SHAPE = Shape(Group, "groups", "class", "animal_class", children=(MANURE_SHAPE,))
PURCHASE_SHAPE = Shape(Purchase, "purchases", "item", "item", prefix="purchase", repeated=True)
# The code of a transfer is the key of the workshop that receives the animals.
TRANSFER_SHAPE = Shape(Transfer, "transfers", "receiver", "")
WORKSHOP_SHAPE = Shape(
    Workshop,
    "workshops",
    "kind",
    "workshop_kind",
    children=(GROUP_SHAPE, PURCHASE_SHAPE, TRANSFER_SHAPE),
)
HOUSED = "housed"  # names the manure of a group that goes where the workshop's manure goes
FARM_SHAPES = (
    WORKSHOP_SHAPE,
    Shape(Field, "fields", "cover", "cover", prefix="field"),
    Shape(Hedge, "hedges", "type", "hedge_type", prefix="hedge", repeated=True),
    Shape(Fertiliser, "fertilisers", "type", "fertiliser_type", prefix="fertiliser", repeated=True),
    PURCHASE_SHAPE,
    Shape(
        ContractWork, "contract_work", "operation", "operation", prefix="contract", repeated=True
    ),
)
HEAD = ("format", "version", "name", "year", "profile", "answers", "given")
