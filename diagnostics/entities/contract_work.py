"""Field work done by others, where the fuel they burned is not known."""

from diagnostics.core import Choice, Entity, Number, Option
from diagnostics.entities.farm import FarmEntity
from diagnostics.entities.spreads import AREAS


class ContractWork(Entity, parent=FarmEntity):
    """One kind of field work done by a contractor over the year."""

    operation = Choice(
        "Contractor work",
        (
            Option("ploughing", "Ploughing"),
            Option("sowing", "Sowing"),
            Option("mowing", "Mowing"),
            Option("baling", "Baling"),
            Option("silage_harvest", "Silage harvest"),
            Option("slurry_spreading", "Slurry spreading"),
            Option("combine_harvest", "Combine harvest"),
        ),
        default="ploughing",
        help="Each pass over a hectare burns a usual number of litres.",
    )
    worked_area = Number(
        "Hectares worked, fuel not known",
        symbol="A_op",
        unit="ha/yr",
        bounds=(0, 50_000),
        default=0.0,
        default_note="no contractor work entered",
        adds=True,
        spread=AREAS,
        extra=True,
        help="Hectares × passes; leave out work whose litres are in the diesel of the farm.",
    )
